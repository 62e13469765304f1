//! The pages of feedback: a member's letters, patterns and what they are asked; a therapist's page of one person, the letter that is
//! written, read through and given; a group's view of what was talked about.

mod compose;
mod draw;
mod mine;
mod parts;
mod person;
mod preview;
mod read;
mod sheet;
mod talked;
mod talks;

pub use parts::{answer_rows, own_part, today_rows};

use crate::access::Deed;
use crate::web::{Needs, Routes};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    for_members().and(for_leaders())
}

fn for_members() -> Routes {
    Routes::new()
        .get("/me/letters/{letter}", Needs::Deed(Deed::SeeLetters), read::mine)
        .post("/me/letters/{letter}/answer", Needs::Deed(Deed::AnswerLetter), read::take_answer)
        .get("/me/patterns", Needs::Login, mine::show)
        .post("/me/patterns", Needs::Login, mine::take_remark)
        .get("/me/talks", Needs::Login, talked::show)
        .post("/me/answers/{assignment}/talked", Needs::Deed(Deed::ConfirmTalk), talked::take)
}

fn for_leaders() -> Routes {
    let (see, write) = (Needs::Deed(Deed::SeeLetters), Needs::Deed(Deed::WriteLetter));
    let discuss = Needs::Deed(Deed::MarkDiscussed);
    Routes::new()
        .get("/care/people/{person}/letters", see, person::show)
        .post("/care/people/{person}/letters", write, person::begin_letter)
        .post("/care/people/{person}/answers/{assignment}/discussed", discuss, person::mark)
        .get("/care/letters/{letter}", see, compose::show)
        .post("/care/letters/{letter}", write, compose::write)
        .post("/care/letters/{letter}/discard", write, compose::throw_away)
        .get("/care/letters/{letter}/preview", write, preview::show)
        .post("/care/letters/{letter}/release", Needs::Deed(Deed::ReleaseLetter), preview::give)
        .post("/care/letters/{letter}/close", Needs::Deed(Deed::CloseAnswer), read::take_close)
        .get("/care/groups/{group}/talks", Needs::Deed(Deed::SeeTalks), talks::show)
}
