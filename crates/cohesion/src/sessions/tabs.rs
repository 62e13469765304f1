//! The tabs of a session's pages, which several subjects fill.

use maud::Markup;

use crate::access::{Deed, Standing};
use crate::groups::{Capability, Charter, Session};
use crate::say;
use crate::web::{View, parts};

/// The tabs of one session that somebody who stands so to its group may open; what the charter forbids has none.
pub fn tabs(view: &View, session: &Session, charter: &Charter, standing: Standing) -> Markup {
    let words = view.words;
    let base = format!("/care/sessions/{}", session.id);
    let may = |capability, deed| charter.allow(capability).is_ok() && standing.allows(deed);
    let pages = [
        (true, base.clone(), say!(words, "sessions-tab-session")),
        (standing.allows(Deed::SeeAgenda), format!("{base}/prepare"), say!(words, "sessions-tab-prepare")),
        (standing.allows(Deed::PrepareSession), format!("{base}/run"), say!(words, "sessions-tab-run")),
        (standing.allows(Deed::LeadFloor), format!("{base}/floor"), say!(words, "sessions-tab-floor")),
        (standing.allows(Deed::LeadFloor), format!("{base}/room"), say!(words, "sessions-tab-room")),
        (
            may(Capability::Fidelity, Deed::SeeFidelity),
            format!("{base}/fidelity"),
            say!(words, "sessions-tab-fidelity"),
        ),
        (
            may(Capability::FacilitatorDebrief, Deed::KeepDebrief),
            format!("{base}/debrief"),
            say!(words, "sessions-tab-debrief"),
        ),
        (may(Capability::ProcessNotes, Deed::WriteNotes), format!("{base}/briefs"), say!(words, "sessions-tab-briefs")),
        (may(Capability::MemberNotes, Deed::ReadNotes), format!("{base}/notes"), say!(words, "sessions-tab-notes")),
        (may(Capability::MeetingLog, Deed::KeepMeetingLog), format!("{base}/log"), say!(words, "sessions-tab-log")),
    ];
    let open = pages.iter().filter(|(is_open, ..)| *is_open);
    let tabs: Vec<(&str, &str)> = open.map(|(_, href, text)| (href.as_str(), text.as_ref())).collect();
    parts::tabs(view, &say!(words, "sessions-tabs"), &tabs)
}
