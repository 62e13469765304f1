//! The pages of questionnaires: a member's check-in, what a group asks, and the library.

mod battery;
mod check_in;
mod library;
mod question;
mod sheet;

use crate::access::Deed;
use crate::web::{Needs, Routes};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let answer = Needs::Deed(Deed::AnswerQuestionnaire);
    let (see, set) = (Needs::Deed(Deed::SeeBattery), Needs::Deed(Deed::SetBattery));
    Routes::new()
        .get("/me/check-in/{assignment}", answer, check_in::begin)
        .get("/me/check-in/{assignment}/all", answer, check_in::all)
        .post("/me/check-in/{assignment}/all", answer, check_in::keep_all)
        .post("/me/check-in/{assignment}/draft", answer, check_in::keep_typed)
        .get("/me/check-in/{assignment}/review", answer, check_in::review)
        .post("/me/check-in/{assignment}/review", answer, check_in::send)
        .get("/me/check-in/{assignment}/done", answer, check_in::done)
        .get("/me/check-in/{assignment}/{question}", answer, check_in::ask)
        .post("/me/check-in/{assignment}/{question}", answer, check_in::keep_one)
        .get("/care/groups/{group}/questions", see, battery::show)
        .post("/care/groups/{group}/questions", set, battery::choose)
        .post("/care/groups/{group}/questions/ask", Needs::Deed(Deed::AssignQuestionnaire), battery::ask_now)
        .get("/care/measures", Needs::Login, library::shelf)
        .get("/care/measures/{instrument}", Needs::Login, library::look)
}
