//! Questionnaires: what a group asks and when, answering, scores, and how they change over time.
//!
//! One of the three models. `submit.rs` shows in a few lines that an answer which suggests danger cannot be stored
//! without an alert.

mod answers;
mod aside;
mod ask_again;
mod assign;
mod assignment;
mod at_session;
mod battery;
mod correct;
mod course;
mod deeds;
mod distribute;
mod draft;
mod occasion;
mod offer;
mod overview;
mod packed;
mod pages;
mod ratings;
mod readers;
mod response;
mod store;
mod submit;
mod tally;
mod telling;
#[cfg(test)]
mod tests;
pub mod wording;

pub use answers::{Answered, Cursor, answered, answered_by, my_answers, own_alert};
pub use aside::{Aside, AsideQuestion, Asides, questions};
pub use ask_again::{Again, ask_again};
pub use assign::{Request, assign};
pub use assignment::{Assignment, AssignmentState, asked_of, assignment};
pub use at_session::{SessionScore, checked_in, scores_at};
pub use battery::{Battery, Entry, Template, When, battery, set_battery};
pub use correct::correct;
pub use course::{Answer, Course, Point, courses_of};
pub use distribute::{DISTRIBUTE, OPENS_BEFORE, ask_after, distribute, follow};
pub use draft::{Begun, Draft, Part, begin, draft, keep_draft};
pub use occasion::{AnsweredOnce, asked_whom, times_answered};
pub use overview::{Line, Overview, SAID_OF_AT_LEAST, Summary, overview};
pub(crate) use pages::routes;
pub use pages::{Reader, look_in_words, met_in_words, total_in_words};
pub use ratings::{Rating, ratings_ever, ratings_in};
pub use readers::{Readers, readers};
pub use response::{Record, Response, Version};
pub(crate) use store::{ASSIGNMENTS, FORGET, RESPONSES, TALLIES, forget_member};
pub use submit::{Sheet, Submitted, submit};

crate::ids! {
    /// One questionnaire that one member is asked to answer.
    AssignmentId;
    /// One version of the answers to an assignment.
    ResponseId;
    /// A part of what a person's answers to one instrument in one group came to, as it was written last.
    TallyId;
}
