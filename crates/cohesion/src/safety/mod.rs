//! Safety: what suggests danger becomes an alert with an owner and a clock, and stays one until a person has decided.
//!
//! This subject is one of the three models. `alert.rs` holds the rules of an alert's life, pure; the acts beside it ask,
//! load, and record one entry each. Nothing closes without an author, a level and words.

mod alert;
mod cause;
mod deadline;
mod deeds;
mod duty;
mod escalate;
mod level;
mod raise;
mod record;
mod store;
#[cfg(test)]
mod tests;
mod triage;
mod written;

pub use alert::{Entry, Event, Mark, Path, Stage, State, Terms};
pub use cause::{Cause, RiskItem, Sign};
pub use duty::{Days, Duty, Hours, arrange_duty, duty, hand_over_duty};
pub use level::{Action, Level};
pub use raise::raise;
pub use record::Alert;
pub(crate) use store::{ALERTS, DUTIES};
pub use triage::{Basis, Behaviour, Outcomes, Proposal};
pub use written::Written;

crate::ids! {
    /// A sign of danger, followed until a person has decided.
    AlertId;
}
