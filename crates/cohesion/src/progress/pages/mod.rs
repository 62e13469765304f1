//! The pages, each with what it reads.

mod care_today;
mod course;
mod goals;
mod latest;
mod me_today;
mod measures;
mod mine;
mod person;
mod practice;
mod reasons;
mod supervision;

use crate::access::Deed;
use crate::web::{Needs, Routes};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/me", Needs::Login, me_today::show)
        .get("/me/practice", Needs::Login, practice::show)
        .get("/me/progress", Needs::Login, mine::show)
        .get("/care", Needs::Login, care_today::show)
        .get("/care/groups/{group}/measures", Needs::Deed(Deed::SeeScores), measures::show)
        .get("/care/supervision", Needs::Either(&[Deed::CountersignNote, Deed::CountersignSummary]), supervision::show)
        .get("/care/people/{person}/progress", Needs::Deed(Deed::SeeCourse), person::show)
}
