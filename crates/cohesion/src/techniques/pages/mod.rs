//! The pages of techniques: the library, a member's practice, and homework for those who lead.

mod all;
mod cells;
mod diary;
mod draw;
mod evidence;
mod fill;
mod finish;
mod homework;
mod library;
mod own;
mod own_programme;
mod person;
mod plan;
mod practice;
mod programme;
mod set;
mod shared;
mod skills;
mod start;
mod task;
mod values;
mod written;

use crate::access::Deed;
use crate::web::{Needs, Routes};

pub(crate) use practice::practice_part;
pub(crate) use shared::group_part;

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    for_members().and(for_those_who_lead())
}

fn for_members() -> Routes {
    let (fill, own) = (Needs::Deed(Deed::FillSheet), Needs::Deed(Deed::SeeOwnSheets));
    let task = Needs::Deed(Deed::DoHomework);
    Routes::new()
        .get("/me/practice/skills", Needs::Login, skills::index)
        .get("/me/practice/skills/{skill}", Needs::Login, skills::one)
        .get("/me/practice/forms", Needs::Login, start::shelf)
        .get("/me/practice/forms/{form}", Needs::Login, start::about)
        .post("/me/practice/forms/{form}", fill, start::take)
        .get("/me/practice/diary", fill, diary::own)
        .post("/me/practice/diary/targets", Needs::Deed(Deed::SetTarget), diary::set_own)
        .post("/me/practice/targets/{target}/end", Needs::Deed(Deed::SetTarget), diary::end_own)
        .get("/me/practice/sheets", Needs::Login, practice::older)
        .get("/me/practice/sheets/{sheet}", own, own::show)
        .get("/me/practice/sheets/{sheet}/all", fill, all::show)
        .post("/me/practice/sheets/{sheet}/all", fill, all::take)
        .post("/me/practice/sheets/{sheet}/draft", fill, fill::keep_typed)
        .post("/me/practice/sheets/{sheet}/finish", fill, finish::take)
        .post("/me/practice/sheets/{sheet}/reopen", fill, finish::open_again)
        .post("/me/practice/sheets/{sheet}/discard", fill, finish::throw_away)
        .post("/me/practice/sheets/{sheet}/share", own, own::choose)
        .get("/me/practice/sheets/{sheet}/{page}", fill, fill::ask)
        .post("/me/practice/sheets/{sheet}/{page}", fill, fill::take)
        .get("/me/practice/tasks/{task}", task, task::show)
        .post("/me/practice/tasks/{task}", task, task::take)
        .post("/me/practice/tasks/{task}/begin", task, task::begin_sheet)
        .get("/me/group/shared/{share}", Needs::Deed(Deed::SeeSharedSheets), shared::show)
}

fn for_those_who_lead() -> Routes {
    let (see, set) = (Needs::Deed(Deed::SeeHomework), Needs::Deed(Deed::AssignHomework));
    let (read, target) = (Needs::Deed(Deed::ReadSheet), Needs::Deed(Deed::SetTarget));
    let change = Needs::Deed(Deed::ChangeCurriculum);
    Routes::new()
        .get("/care/library", Needs::Login, library::shelf)
        .get("/care/library/forms/{form}", Needs::Login, library::form)
        .get("/care/library/skills/{skill}", Needs::Login, library::skill)
        .get("/care/library/programmes/{curriculum}", Needs::Login, programme::show)
        .get("/care/groups/{group}/homework", see, homework::show)
        .post("/care/groups/{group}/homework", set, set::take)
        .get("/care/groups/{group}/homework/new", set, set::ask)
        .get("/care/groups/{group}/homework/{homework}", see, homework::one)
        .post("/care/groups/{group}/homework/{homework}/end", set, homework::end)
        .post("/care/library/programmes/{curriculum}", change, own_programme::copy)
        .get("/care/library/own/{own}", Needs::Deed(Deed::ReadCurriculum), own_programme::show)
        .get("/care/library/own/{own}/sessions/{page}", change, own_programme::ask)
        .post("/care/library/own/{own}/sessions/{page}", change, own_programme::take)
        .get("/care/groups/{group}/plan", Needs::Deed(Deed::SeePlan), plan::show)
        .post("/care/groups/{group}/plan", Needs::Deed(Deed::FollowCurriculum), plan::choose)
        .get("/care/people/{person}/diary", read, diary::theirs)
        .post("/care/people/{person}/diary/targets", target, diary::set_theirs)
        .post("/care/people/{person}/diary/targets/{target}/end", target, diary::end_theirs)
        .get("/care/people/{person}/sheets", read, person::list)
        .get("/care/people/{person}/sheets/{sheet}", read, person::show)
        .post("/care/people/{person}/sheets/{sheet}", Needs::Deed(Deed::AnswerSheet), person::answer)
}
