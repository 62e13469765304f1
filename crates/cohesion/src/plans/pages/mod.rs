//! The pages around a session: preparing it, running it, what its leaders write for themselves, and looking back at it.

mod block;
mod briefs;
mod course;
mod debrief;
mod fidelity;
mod left;
mod now;
mod prepare;
mod room;
mod run;
mod sheet;

use crate::access::{Deed, Standing};
use crate::groups::{Group, Session, on_the_clock_of};
use crate::say;
use crate::sessions;
use crate::web::{Needs, Page, Routes, View, Width};

pub(crate) use run::{agenda_part, run_region};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (see, plan, hold) =
        (Needs::Deed(Deed::SeeAgenda), Needs::Deed(Deed::PrepareSession), Needs::Deed(Deed::HoldSession));
    let (own, write_own) = (Needs::Deed(Deed::ReadProcessNote), Needs::Deed(Deed::WriteProcessNote));
    let (fidelity, debrief) = (Needs::Deed(Deed::SeeFidelity), Needs::Deed(Deed::KeepDebrief));
    Routes::new()
        .get("/care/sessions/{session}/prepare", see, prepare::show)
        .post("/care/sessions/{session}/prepare", plan, prepare::change)
        .get("/care/sessions/{session}/run", plan, run::show)
        .post("/care/sessions/{session}/run", plan, run::go_a_step)
        .post("/care/sessions/{session}/run/mark", hold, run::mark_one)
        .post("/care/sessions/{session}/run/note", write_own, run::note)
        .post("/care/sessions/{session}/run/close", hold, run::close_it)
        .get("/care/sessions/{session}/briefs", own, briefs::show)
        .post("/care/sessions/{session}/briefs", write_own, briefs::write)
        .get("/care/sessions/{session}/fidelity", fidelity, fidelity::show)
        .post("/care/sessions/{session}/fidelity", Needs::Deed(Deed::RateFidelity), fidelity::take)
        .get("/care/sessions/{session}/debrief", debrief, debrief::show)
        .post("/care/sessions/{session}/debrief", debrief, debrief::keep)
        .get("/care/groups/{group}/fidelity", fidelity, course::show)
        .get("/care/supervision/fidelity", fidelity, course::show_supervised)
}

/// The frame of every page of one session: the way here, its tabs, when it is on the group's clock.
pub(crate) fn session_page(
    view: &View,
    session: &Session,
    group: &Group,
    standing: Standing,
    title_key: &'static str,
) -> Page {
    let (words, view) = (view.words, &on_the_clock_of(view, group));
    let number = say!(words, "plans-session", number = session.number);
    Page::new(view, title_key)
        .width(Width::Wide)
        .crumb("/care/groups", say!(words, "place-groups"))
        .crumb(format!("/care/groups/{}", group.id), group.words.name.clone())
        .crumb(format!("/care/sessions/{}", session.id), number)
        .crumb("", say!(words, title_key))
        .lead(say!(
            words,
            "plans-when",
            number = session.number,
            start = view.moment_alone(session.starts_at),
            end = view.time(session.ends_at)
        ))
        .tabs(sessions::tabs(view, session, &group.charter, standing))
}
