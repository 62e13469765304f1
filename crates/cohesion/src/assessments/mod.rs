//! Questionnaires: what a group asks and when, answering, scores, and how they change over time.
//!
//! One of the three models. `submit.rs` shows in a few lines that an answer which suggests danger cannot be stored
//! without an alert.

mod assign;
mod assignment;
mod battery;
mod correct;
mod course;
mod deeds;
mod distribute;
mod draft;
mod overview;
mod pages;
mod response;
mod store;
mod submit;
#[cfg(test)]
mod tests;

pub use assign::{Request, assign};
pub use assignment::{Assignment, AssignmentState, asked_of, assignment};
pub use battery::{Battery, Entry, Template, When, battery, set_battery};
pub use correct::correct;
pub use course::{Course, Point, courses_of};
pub use distribute::{DISTRIBUTE, OPENS_BEFORE, distribute, follow};
pub use draft::{Draft, draft, keep_draft};
pub use overview::{Line, Overview, SAID_OF_AT_LEAST, Summary, overview};
pub(crate) use pages::routes;
pub use response::{Record, Response, responses_in};
pub(crate) use store::ALL as STATEMENTS;
pub use submit::{Sheet, Submitted, submit};

crate::ids! {
    /// One questionnaire that one member is asked to answer.
    AssignmentId;
    /// One version of the answers to an assignment.
    ResponseId;
}
