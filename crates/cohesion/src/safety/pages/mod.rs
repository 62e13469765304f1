//! The pages of safety: help for everybody, a member's own alert and plan, and what those who answer do.

mod about;
mod alert;
mod answer;
mod beside;
mod cards;
mod concern;
mod duty;
mod duty_form;
mod help;
mod line_form;
mod lines;
mod own;
mod phrases;
mod plan;
mod plan_form;
mod risk;
mod shown;

pub use about::{RiskAndPlan, risk_and_plan};
pub use beside::help_beside;
pub use cards::{OpenAlerts, alerts_region, open_alerts_shown};
pub use help::help_cards;
pub use phrases::hours as reading_hours;

use crate::access::Deed;
use crate::web::{Needs, Routes};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    help_routes().and(answer_routes()).and(plan_routes()).and(duty_routes()).and(line_routes())
}

fn help_routes() -> Routes {
    let own = Needs::Deed(Deed::SeeOwnAlert);
    Routes::new()
        .get("/help", Needs::Nobody, help::show)
        .post("/help/call", Needs::Deed(Deed::RaiseAlert), own::call)
        .get("/leave", Needs::Nobody, help::leave)
        .get("/me/alerts/{alert}", own, own::show)
        .post("/me/alerts/{alert}/seen", own, own::seen)
}

fn answer_routes() -> Routes {
    let (see, answer) = (Needs::Deed(Deed::SeeAlert), Needs::Deed(Deed::AnswerAlert));
    let raise = Needs::Deed(Deed::RaiseAlert);
    Routes::new()
        .get("/care/risk", Needs::Login, risk::show)
        .get("/care/risk/{alert}", see, alert::show)
        .post("/care/risk/{alert}/take", answer, answer::take_it)
        .post("/care/risk/{alert}/hand-over", answer, answer::hand_it_over)
        .post("/care/risk/{alert}/level", Needs::Deed(Deed::SetLevel), answer::set_level)
        .post("/care/risk/{alert}/mark", answer, answer::mark_one)
        .post("/care/risk/{alert}/review", answer, answer::look_again)
        .post("/care/risk/{alert}/close", answer, answer::close_it)
        .post("/care/risk/{alert}/words", answer, answer::add)
        .get("/care/groups/{group}/concern", raise, concern::ask)
        .post("/care/groups/{group}/concern", raise, concern::tell)
}

fn plan_routes() -> Routes {
    let (see, write) = (Needs::Deed(Deed::SeeSafetyPlan), Needs::Deed(Deed::WriteSafetyPlan));
    Routes::new()
        .get("/me/safety-plan", see, plan::mine)
        .get("/me/safety-plan/edit", write, plan_form::mine)
        .post("/me/safety-plan/edit", write, plan_form::keep_mine)
        .get("/me/safety-plan/{version}", see, plan::mine_before)
        .get("/care/people/{person}/safety-plan", see, plan::theirs)
        .get("/care/people/{person}/safety-plan/edit", write, plan_form::theirs)
        .post("/care/people/{person}/safety-plan/edit", write, plan_form::keep_theirs)
        .get("/care/people/{person}/safety-plan/{version}", see, plan::theirs_before)
}

fn duty_routes() -> Routes {
    let arrange = Needs::Deed(Deed::ArrangeDuty);
    Routes::new()
        .get("/care/duty", Needs::Login, duty::show)
        .get("/care/duty/practice", arrange, duty_form::ask_practice)
        .post("/care/duty/practice", arrange, duty_form::arrange_practice)
        .post("/care/duty/practice/hand-over", arrange, duty::hand_practice_over)
        .get("/care/duty/{group}", arrange, duty_form::ask_group)
        .post("/care/duty/{group}", arrange, duty_form::arrange_group)
        .post("/care/duty/{group}/hand-over", arrange, duty::hand_group_over)
}

fn line_routes() -> Routes {
    let edit = Needs::Deed(Deed::EditCrisisLines);
    Routes::new()
        .get("/admin/crisis-lines", edit, lines::show)
        .post("/admin/crisis-lines", edit, line_form::add)
        .post("/admin/crisis-lines/country", edit, lines::take)
        .get("/admin/crisis-lines/{line}", edit, line_form::ask)
        .post("/admin/crisis-lines/{line}", edit, line_form::change)
        .post("/admin/crisis-lines/{line}/check", edit, lines::check)
        .post("/admin/crisis-lines/{line}/remove", edit, lines::remove)
}
