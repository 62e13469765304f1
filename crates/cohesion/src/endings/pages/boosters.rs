//! What comes after the end, and how many have looked back.

use maud::{Markup, html};

use super::super::{Booster, Ending, Phase, SHOWN_FROM};
use crate::say;
use crate::web::View;
use crate::web::parts::{Button, Icon, Row, Tone, actions, empty, rows, seen, tag};

/// Questions some months after the end.
pub(super) fn section(view: &View, ending: &Ending) -> Markup {
    let words = view.words;
    let row = |booster: &Booster| {
        let row = Row::plain(say!(words, "endings-booster", months = booster.months)).icon(Icon::Clock);
        match booster.sent_at {
            Some(at) => row
                .small(say!(words, "endings-booster-sent", moment = view.moment_alone(at), asked = booster.asked))
                .end(tag(Tone::Well, None, say!(words, "endings-booster-out"))),
            None => row.small(say!(words, "endings-booster-due", day = view.day(booster.due_at))),
        }
    };
    let readers = ending.readers.join(", ");
    html! {
        section.stack {
            h2 { (say!(words, "endings-boosters")) }
            p.soft { (say!(words, "endings-boosters-what")) }
            @if ending.boosters.is_empty() { (empty(say!(words, "endings-boosters-none"))) }
            @else { (rows(ending.boosters.iter().map(row))) }
            @if !readers.is_empty() { (seen(say!(words, "endings-boosters-read", names = readers))) }
        }
    }
}

/// How many have looked back on the group.
pub(super) fn looking(view: &View, ending: &Ending) -> Markup {
    let (words, looking) = (view.words, &ending.looking);
    let href = format!("/care/groups/{}/evaluation", ending.group.id);
    html! {
        section.stack {
            h2 { (say!(words, "endings-looking")) }
            @if ending.phase == Phase::Before && looking.answered == 0 {
                (empty(say!(words, "endings-looking-later")))
            } @else {
                p { (say!(words, "endings-looking-count", answered = looking.answered, members = looking.members)) }
                p.soft { (say!(words, "endings-looking-from", from = SHOWN_FROM)) }
            }
            (actions(Button::link(href, say!(words, "endings-looking-open")).outline().small()))
        }
    }
}
