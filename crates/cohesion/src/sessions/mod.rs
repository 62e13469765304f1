//! A session around its hour: it is opened by somebody who may lead it, attendance is kept by the minute, and closing it
//! asks somebody to reach whoever stayed away without a word. Agenda, notes and fidelity have their place between opening
//! and closing.

mod absence;
mod attend;
mod close;
mod deeds;
mod open;
mod presence;
mod store;
#[cfg(test)]
mod tests;

pub use absence::{Absence, AbsenceId, AbsenceKind, absences, reach_out};
pub use attend::{Attendance, Mark, attendance_in, attendance_of, mark, send_word};
pub use close::close;
pub use open::open;
pub use presence::Presence;
pub(crate) use store::ALL as STATEMENTS;
