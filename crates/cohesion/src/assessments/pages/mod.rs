//! The pages of questionnaires: a member's check-in and answers, what a group asks, and the library.

mod answers;
mod battery;
mod check_in;
mod library;
mod question;
mod read;
mod result;
mod review;
mod sheet;
mod wording;

use crate::access::Deed;
use crate::web::{Needs, Routes};

pub use result::{Reader, look_in_words, met_in_words, total_in_words};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let answer = Needs::Deed(Deed::AnswerQuestionnaire);
    let read = Needs::Deed(Deed::ReadAnswers);
    let (see, set) = (Needs::Deed(Deed::SeeBattery), Needs::Deed(Deed::SetBattery));
    let load = Needs::Deed(Deed::LoadWording);
    Routes::new()
        .get("/me/check-in/{assignment}", answer, check_in::start)
        .get("/me/check-in/{assignment}/all", answer, check_in::all)
        .post("/me/check-in/{assignment}/all", answer, check_in::keep_all)
        .post("/me/check-in/{assignment}/draft", answer, check_in::keep_typed)
        .get("/me/check-in/{assignment}/review", answer, review::show)
        .post("/me/check-in/{assignment}/review", answer, review::send)
        .get("/me/check-in/{assignment}/done", answer, review::done)
        .get("/me/check-in/{assignment}/{question}", answer, check_in::ask)
        .post("/me/check-in/{assignment}/{question}", answer, check_in::keep_one)
        .get("/me/answers", Needs::Login, answers::list)
        .get("/me/answers/{assignment}", read, answers::show)
        .get("/me/answers/{assignment}/correct", answer, answers::amend)
        .post("/me/answers/{assignment}/correct", answer, answers::keep)
        .get("/care/people/{person}/answers/{assignment}", read, read::show)
        .get("/care/groups/{group}/questions", see, battery::show)
        .post("/care/groups/{group}/questions", set, battery::choose)
        .post("/care/groups/{group}/questions/ask", Needs::Deed(Deed::AssignQuestionnaire), battery::ask_now)
        .get("/care/measures", Needs::Login, library::shelf)
        .get("/care/measures/{instrument}", Needs::Login, library::look)
        .get("/care/measures/{instrument}/wording", load, wording::ask)
        .post("/care/measures/{instrument}/wording", load, wording::take)
        .post("/care/measures/{instrument}/wording/withdraw", load, wording::withdraw)
}
