//! A session around its hour: it is opened by somebody who may lead it, attendance is kept by the minute, and closing it
//! asks somebody to reach whoever stayed away without a word. Agenda, notes and fidelity have their place between opening
//! and closing.

mod absence;
mod after;
mod ahead;
mod attend;
mod close;
mod date_mail;
mod deeds;
mod follow_up;
mod open;
mod pages;
mod presence;
mod send_word;
mod store;
mod tabs;
#[cfg(test)]
mod tests;

pub use absence::{Absence, AbsenceId, AbsenceKind, absences, reach_out};
pub(crate) use after::{ASK_AFTER, ask_after};
pub(crate) use ahead::{REMIND, get_ready, remind, tell_of_change};
pub use attend::{Attendance, Mark, attendance_at, attendance_in, attendance_of, mark, mark_all};
pub(crate) use close::CLOSED;
pub use close::close;
pub use date_mail::{DateMail, choose_mail, date_mail};
pub use follow_up::{FollowUp, Outreach, follow_ups, outreach_after};
pub use open::open;
pub(crate) use pages::routes;
pub use pages::{SessionPart, absence_rows};
pub use presence::Presence;
pub use send_word::{send_word, take_back};
pub(crate) use store::{ALL as STATEMENTS, forget_member, forget_person};
pub use tabs::tabs;
