//! The pages of notes: the desk after a session, one note, a person's notes, one's own notes, and a meeting's log.

mod beside;
mod desk;
mod incident;
mod log;
mod note;
mod own;
mod person;
mod section;
mod shared;
mod sheet;

pub use beside::{WaitingText, beside, named, seen_in, signed_beside, waits_for, words_in};
pub use shared::{mending, snippets};

use crate::access::Deed;
use crate::web::{Needs, Routes};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (read, write) = (Needs::Deed(Deed::ReadNotes), Needs::Deed(Deed::WriteNotes));
    let (countersign, meeting) = (Needs::Deed(Deed::CountersignNote), Needs::Deed(Deed::KeepMeetingLog));
    Routes::new()
        .get("/care/sessions/{session}/notes", read, desk::show)
        .post("/care/sessions/{session}/notes", write, desk::write)
        .get("/care/sessions/{session}/process", Needs::Deed(Deed::ReadProcessNote), own::show)
        .post("/care/sessions/{session}/process", Needs::Deed(Deed::WriteProcessNote), own::write)
        .get("/care/sessions/{session}/log", meeting, log::show)
        .post("/care/sessions/{session}/log", meeting, log::keep)
        .get("/care/sessions/{session}/incident", Needs::Deed(Deed::ReportIncident), incident::ask)
        .post("/care/sessions/{session}/incident", Needs::Deed(Deed::ReportIncident), incident::take)
        .get("/care/incidents/{incident}", Needs::Deed(Deed::SeeIncident), incident::show)
        .post("/care/incidents/{incident}/close", Needs::Deed(Deed::CloseIncident), incident::close)
        .get("/care/notes/{note}", read, note::show)
        .post("/care/notes/{note}/addenda", Needs::Deed(Deed::SignNote), note::add_words)
        .post("/care/notes/{note}/countersign", countersign, note::sign_beside)
        .post("/care/notes/{note}/return", countersign, note::give_back)
        .get("/care/people/{person}/notes", read, person::show)
}
