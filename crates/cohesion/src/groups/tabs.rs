//! The tabs of a group's pages, which several subjects fill.

use maud::Markup;

use crate::id::GroupId;
use crate::say;
use crate::web::{View, parts};

/// The tabs of one group for those who lead it.
pub fn tabs(view: &View, group: GroupId) -> Markup {
    let words = view.words;
    let base = format!("/care/groups/{group}");
    let tabs = [
        (base.clone(), say!(words, "groups-tab-overview").to_string()),
        (format!("{base}/people"), say!(words, "groups-tab-people").to_string()),
        (format!("{base}/sessions"), say!(words, "groups-tab-sessions").to_string()),
        (format!("{base}/measures"), say!(words, "groups-tab-measures").to_string()),
        (format!("{base}/questions"), say!(words, "groups-tab-questions").to_string()),
    ];
    let tabs: Vec<(&str, &str)> = tabs.iter().map(|(href, text)| (href.as_str(), text.as_str())).collect();
    parts::tabs(view, &say!(words, "groups-tabs"), &tabs)
}
