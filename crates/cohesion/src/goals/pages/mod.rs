//! The pages of goals: a member's own, those of whoever leads, a group's aims, and private steps.

mod aims;
mod answer;
mod attained;
mod draw;
mod goal;
mod list;
mod side;
mod steps;
mod terms_form;
mod write;

pub use attained::attainment_shown;
pub use draw::{chart, goal_rows, in_words};
pub use side::Side;

use crate::access::Deed;
use crate::web::{Needs, Routes};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    for_members().and(for_leaders())
}

fn for_members() -> Routes {
    let (see, agree) = (Needs::Deed(Deed::SeeGoals), Needs::Deed(Deed::AgreeGoal));
    Routes::new()
        .get("/me/goals", Needs::Login, list::mine)
        .get("/me/goals/new", Needs::Login, write::ask_mine)
        .post("/me/goals", Needs::Login, write::take_mine)
        .get("/me/goals/{goal}", see, goal::mine)
        .post("/me/goals/{goal}/rate", Needs::Deed(Deed::RateGoal), answer::rate_mine)
        .post("/me/goals/{goal}/reply", agree, answer::reply_mine)
        .get("/me/goals/{goal}/revise", agree, write::ask_change_of_mine)
        .post("/me/goals/{goal}/revise", agree, write::change_mine)
        .post("/me/goals/{goal}/end", agree, answer::end_mine)
        .get("/me/steps", Needs::Login, steps::show)
        .post("/me/steps", Needs::Login, steps::take)
        .post("/me/steps/{step}", Needs::Deed(Deed::KeepOwnSteps), steps::move_on)
}

fn for_leaders() -> Routes {
    let (see, agree) = (Needs::Deed(Deed::SeeGoals), Needs::Deed(Deed::AgreeGoal));
    let aims = Needs::Deed(Deed::SetAims);
    Routes::new()
        .get("/care/people/{person}/goals", see, list::theirs)
        .get("/care/people/{person}/goals/new", agree, write::ask_theirs)
        .post("/care/people/{person}/goals", agree, write::take_theirs)
        .get("/care/goals/{goal}", see, goal::theirs)
        .post("/care/goals/{goal}/rate", Needs::Deed(Deed::RateGoal), answer::rate_theirs)
        .post("/care/goals/{goal}/reply", agree, answer::reply_to_theirs)
        .get("/care/goals/{goal}/revise", agree, write::ask_change_of_theirs)
        .post("/care/goals/{goal}/revise", agree, write::change_theirs)
        .post("/care/goals/{goal}/end", agree, answer::end_theirs)
        .get("/care/groups/{group}/goals", see, aims::show)
        .post("/care/groups/{group}/aims", aims, aims::add)
        .post("/care/groups/{group}/aims/{aim}", aims, aims::move_on)
}
