//! What is written after a session: the record of the group without a name, a note for each member with no other member in
//! it, and a clinician's own notes apart from both, under a key of their own.
//!
//! A note is a draft, then signed, then never changed: what was sealed at signing is what opens for ever, and its digest
//! vouches for it. `sign.rs` holds what stands in the way of a signature; `facts.rs` is the one place where further facts
//! about a member's session join.

mod add;
mod append;
mod beside;
mod concord;
mod countersign;
mod deeds;
mod desk;
mod elsewhere;
mod facts;
mod format;
mod gather;
mod incident;
mod keep;
mod known;
mod lint;
mod log;
mod mend;
mod note;
mod pages;
mod process;
mod record;
mod shown;
mod sign;
mod store;
#[cfg(test)]
mod tests;

pub use add::{Added, add};
pub use append::append;
pub use beside::{Beside, asked_beside};
pub use concord::{Alike, Other};
pub use countersign::{Waiting, Waits, check_words, countersign, send_back, waiting, waiting_count};
pub use desk::{Desk, Section, desk};
pub use elsewhere::{mended_in, names_among, names_in};
pub use facts::{Fact, Sources, facts};
pub use format::{Format, choose_format, format_of};
pub use incident::{
    Closing, Incident, IncidentId, KeptIncident, Written, close_incident, incident, incidents_at, open_incidents,
    report,
};
pub use keep::{Kept, Part, Sheet, Typed, keep};
pub use known::Names;
pub use lint::{Found, Place, replaced};
pub use log::{KeptLog, MeetingLog, keep_log, meeting_log};
pub use mend::{Fix, How, mend};
pub use note::{Body, Note, NoteState, Said, SaidKind, Signature, notes_of, read};
pub(crate) use pages::routes;
pub use pages::{WaitingText, beside, mending, named, seen_in, signed_beside, snippets, waits_for, words_in};
pub use process::{KeptWords, process_note, write_process_note};
pub use record::{KeptRecord, Shared};
pub use sign::{Outcome, Signing, sign};
pub(crate) use store::{ADDENDA, FORGET, INCIDENTS, NOTES, RECORDS, SAID, forget_member};

crate::ids! {
    /// A note about one member's session.
    NoteId;
}
