//! The pages of a session: for those who lead it, before, during and after its hour; and for a member.

mod absences;
mod hold;
mod mine;
mod roll;
mod session;
mod shown;

use crate::access::Deed;
use crate::web::{Needs, Routes};

pub use absences::absence_rows;

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (hold, word) = (Needs::Deed(Deed::HoldSession), Needs::Deed(Deed::SendWord));
    Routes::new()
        .get("/care/sessions/{session}", Needs::Deed(Deed::SeeAttendance), session::show)
        .post("/care/sessions/{session}/open", hold, hold::open_it)
        .post("/care/sessions/{session}/call-off", Needs::Deed(Deed::RunGroup), hold::call_off)
        .post("/care/sessions/{session}/attendance", hold, hold::keep)
        .post("/care/sessions/{session}/absences/{absence}", Needs::Deed(Deed::AnswerAbsence), absences::answer)
        .get("/me/sessions/{session}", Needs::Deed(Deed::SeeGroup), mine::show)
        .post("/me/sessions/{session}/away", word, mine::stay_away)
        .post("/me/sessions/{session}/come", word, mine::come)
        .post("/me/sessions/{session}/mail", Needs::Deed(Deed::ChooseMail), mine::choose)
}
