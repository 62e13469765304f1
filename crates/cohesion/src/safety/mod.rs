//! Safety: what suggests danger becomes an alert with an owner and a clock, and stays one until a person has decided.
//!
//! This subject is one of the three models. `alert.rs` holds the rules of an alert's life, pure; the acts beside it ask,
//! load, and record one entry each. Nothing closes without an author, a level and words.

mod add;
mod alert;
mod assurance;
mod cause;
mod close;
mod concerns;
mod deadline;
mod decide;
mod deeds;
mod duty;
mod escalate;
mod hand_over;
mod level;
mod lines;
mod mark;
mod names;
mod need_help;
mod observe;
mod pages;
mod plan;
mod raise;
mod record;
mod review;
mod see;
mod seeds;
mod set_up;
mod store;
mod take;
#[cfg(test)]
mod tests;
mod triage;
mod word_lists;
mod written;

pub use add::add_words;
pub use alert::{Entry, Event, Mark, Path, Stage, State, Terms};
pub use assurance::{Assurance, assurance, assurances, see_help};
pub use cause::{Cause, RiskItem, Sign, Teller};
pub use close::close;
pub use concerns::{Concern, concerns_in};
pub(crate) use deadline::{DEADLINE, overdue};
pub use decide::decide;
use duty::who_may_read;
pub use duty::{Days, Duty, Hours, arrange_duty, duty, hand_over_duty};
pub(crate) use escalate::{PASS_ON, pass_on};
pub use hand_over::{hand_over, who_may_take};
pub use level::{Action, Level};
pub use lines::{
    Channel, CrisisLine, LineTerms, LinesCheck, Need, add_line, can_invite_members, change_line, check_line, check_of,
    crisis_lines, remove_line, take_country,
};
pub use mark::mark;
use need_help::{Hearing, need_help_goes_to, who_hears};
pub use need_help::{need_help, need_help_in};
pub use observe::observe;
pub(crate) use pages::routes;
pub use pages::{
    OpenAlerts, RiskAndPlan, alerts_region, help_beside, help_cards, open_alerts_shown, reading_hours, risk_and_plan,
};
pub use plan::{Contact, KeptPlan, SafetyPlan, plan_versions, safety_plan, write_plan};
pub use raise::raise;
pub use record::Alert;
pub use review::review;
pub use see::{Alerts, Remains, alert, closed_alerts, open_alerts};
pub use seeds::{Country, SeedLine, countries};
pub(crate) use set_up::{duty_step, lines_step};
pub(crate) use store::{ALERTS, DUTIES, FORGET, LINES, LISTS, PLANS, forget_member, forget_person, is_looked_after};
pub use take::take;
pub use triage::{Basis, Behaviour, Outcomes, Proposal};
pub use word_lists::{Finding, Folded, Rules, Sort, tells_of_danger};
pub use written::Written;

crate::ids! {
    /// A sign of danger, followed until a person has decided.
    AlertId;
    /// One line of the practice's crisis lines.
    LineId;
}
