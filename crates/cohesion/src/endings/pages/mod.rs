//! The pages of endings: a group's ending, a member's summary, looking back on a group, and one's own summaries.

mod back;
mod beside;
mod boosters;
mod ending;
mod evaluation;
mod leavers;
mod members;
mod own;
mod summary;

use crate::access::Deed;
use crate::web::{Needs, Routes};

pub(crate) use back::group_part;

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let (see, run) = (Needs::Deed(Deed::SeeEnding), Needs::Deed(Deed::RunEnding));
    let (read, write) = (Needs::Deed(Deed::ReadSummary), Needs::Deed(Deed::WriteSummary));
    let countersign = Needs::Deed(Deed::CountersignSummary);
    let look_back = Needs::Deed(Deed::EvaluateGroup);
    Routes::new()
        .get("/care/groups/{group}/ending", see, ending::show)
        .post("/care/groups/{group}/ending", run, ending::take)
        .post("/care/groups/{group}/ending/members", run, ending::announce_one)
        .post("/care/groups/{group}/ending/leavers/{enrolment}", run, ending::reach)
        .get("/care/groups/{group}/evaluation", see, evaluation::show)
        .get("/care/groups/{group}/summaries/{person}", read, summary::show)
        .post("/care/groups/{group}/summaries/{person}", write, summary::take)
        .get("/care/summaries/{seat}", read, beside::show)
        .post("/care/summaries/{seat}/countersign", countersign, beside::sign_beside)
        .post("/care/summaries/{seat}/return", countersign, beside::give_back)
        .get("/me/groups/{group}/evaluation", look_back, back::show)
        .post("/me/groups/{group}/evaluation", look_back, back::take)
        .get("/me/summaries", Needs::Login, own::show)
}
