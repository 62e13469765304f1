//! The pages of rights: a member's own, what whoever leads sees of somebody, holds, and the clock for the administrator.

mod care;
mod copy;
mod erase;
mod group;
mod mine;
mod retention;

#[cfg(test)]
pub(super) use copy::drawn;
use maud::{Markup, html};

use super::Fate;
use crate::access::Deed;
use crate::say;
use crate::web::{Needs, Routes, View};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (own, copy) = (Needs::Deed(Deed::SeeOwnRights), Needs::Deed(Deed::ExportOwn));
    let (see, hold) = (Needs::Deed(Deed::SeeKept), Needs::Deed(Deed::HoldRecords));
    Routes::new()
        .get("/me/data", own, mine::show)
        .post("/me/data/corrections", Needs::Deed(Deed::AskToCorrect), mine::ask)
        .get("/me/data/copy.html", copy, copy::page)
        .get("/me/data/copy.json", copy, copy::json)
        .get("/me/data/erase", own, erase::show)
        .post("/me/data/erase", Needs::Deed(Deed::EraseOwn), erase::take)
        .get("/care/people/{person}/kept", see, care::show)
        .post("/care/people/{person}/hold", hold, care::hold)
        .post("/care/corrections/{correction}", Needs::Deed(Deed::AnswerCorrection), care::answer)
        .get("/care/groups/{group}/hold", hold, group::show)
        .post("/care/groups/{group}/hold", hold, group::take)
        .get("/admin/retention", Needs::Deed(Deed::SeeRetention), retention::show)
}

/// What becomes of what one group keeps, in one sentence.
fn fate(view: &View, fate: Fate) -> Markup {
    let words = view.words;
    match fate {
        Fate::Goes => html! { p { (say!(words, "rights-fate-goes")) } },
        Fate::Stays(until) => {
            html! { p { (say!(words, "rights-fate-stays", day = words.day_of_year(view.date(until)))) } }
        }
        Fate::Held(since) => {
            html! { p { (say!(words, "rights-fate-held", day = words.day_of_year(view.date(since)))) } }
        }
    }
}
