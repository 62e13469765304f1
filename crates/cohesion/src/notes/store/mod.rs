//! SQL of what is written after a session.

mod addenda;
mod forget;
mod incidents;
mod notes;
mod records;
mod said;

pub(super) use addenda::{added_to, insert_added};
pub(super) use notes::{
    NewNote, NoteRow, WaitingRow, find_note, insert_note, notes_about, notes_at, notes_before, notes_waiting,
    save_countersignature, save_draft, save_return, save_signature,
};
pub(super) use records::{
    LogRow, RecordRow, find_format, find_log, find_own, find_record, save_format, save_log, save_own, save_record,
    sign_record,
};
pub(super) use said::{SaidRow, asked_in, count_said, insert_said, said_beside, sent_back_at, sent_back_in};

pub(crate) use addenda::ALL as ADDENDA;
pub(super) use incidents::{IncidentRow, close_incident, find_incident, incidents_at, insert_incident, open_incidents};

pub(crate) use forget::{ALL as FORGET, forget_member};
pub(crate) use incidents::ALL as INCIDENTS;
pub(crate) use notes::ALL as NOTES;
pub(crate) use records::ALL as RECORDS;
pub(crate) use said::ALL as SAID;
