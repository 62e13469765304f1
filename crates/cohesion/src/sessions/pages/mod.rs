//! The pages of a session: for those who lead it, before, during and after its hour; and for a member.

mod absences;
mod hold;
mod mine;
mod roll;
mod session;
mod shown;

use std::pin::Pin;

use axum::extract::State;
use maud::Markup;

use crate::Result;
use crate::access::Deed;
use crate::app::App;
use crate::groups::Session;
use crate::id::SessionId;
use crate::identity::Who;
use crate::web::{Needs, Path, Routes, View};
use crate::work::Work;

pub use absences::absence_rows;

/// Something of a session that a later subject shows on its page; `router.rs` hands them in.
pub type SessionPart =
    for<'a, 'tx> fn(&'a mut Work<'tx>, &'a View, Session) -> Pin<Box<dyn Future<Output = Result<Markup>> + 'a>>;

/// Every route of this subject. `parts` are what later subjects show on the page of those who lead, `own` on a member's.
pub(crate) fn routes(parts: &'static [SessionPart], own: &'static [SessionPart]) -> Routes {
    let (hold, word) = (Needs::Deed(Deed::HoldSession), Needs::Deed(Deed::SendWord));
    Routes::new()
        .get(
            "/care/sessions/{session}",
            Needs::Deed(Deed::SeeAttendance),
            move |app: State<App>, who: Who, id: Path<SessionId>| session::show(app, who, id, parts),
        )
        .post("/care/sessions/{session}/open", hold, hold::open_it)
        .post("/care/sessions/{session}/call-off", Needs::Deed(Deed::PlanDates), hold::call_off)
        .post("/care/sessions/{session}/attendance", hold, hold::keep)
        .post("/care/sessions/{session}/absences/{absence}", Needs::Deed(Deed::AnswerAbsence), absences::answer)
        .get(
            "/me/sessions/{session}",
            Needs::Deed(Deed::SeeGroup),
            move |app: State<App>, who: Who, id: Path<SessionId>| mine::show(app, who, id, own),
        )
        .post("/me/sessions/{session}/away", word, mine::stay_away)
        .post("/me/sessions/{session}/come", word, mine::come)
        .post("/me/sessions/{session}/mail", Needs::Deed(Deed::ChooseMail), mine::choose)
}
