//! Techniques at work: the library, worksheets that members fill in and show or keep, and homework.
//!
//! What a technique is stands in `crates/techniques`. Here a sheet is sealed under the key of its author's membership; what
//! is shown to the whole group is a copy under the group's key, which is gone when it is taken back. A sign of danger in a
//! sheet, even in a draft, is an alert in the same transaction.

mod answer;
mod assign;
mod begin;
mod catalogue;
mod deeds;
mod discard;
mod finish;
mod homework;
mod keep;
mod pages;
mod reach;
mod reopen;
mod report;
mod share;
mod shared;
mod sheet;
mod store;
mod telling;
#[cfg(test)]
mod tests;

pub use answer::{Replies, answer_sheet, replies_to, shown_sheet};
pub use assign::{Assigning, Due, assign, end_homework};
pub use begin::begin;
pub use catalogue::{catalogue, read, take_up};
pub use discard::discard;
pub use finish::finish;
pub use homework::{
    Gate, Homework, Material, MyTask, Standing, TaskLine, TaskState, gates, homework_in, homework_of, my_task, my_tasks,
};
pub use keep::{Covered, Kept, Part, filling, keep};
pub(crate) use pages::{group_part, practice_part, routes};
pub use reach::{form_for, is_open, skill_for};
pub use reopen::reopen;
pub use report::{Report, begin_task, report};
pub use share::share;
pub use shared::{Look, Shared, SharedSheet, shared, shared_in};
pub use sheet::{AUDIENCES, Listed, LostAnswer, Sheet, SheetState, own_sheet, own_sheets, sheets_shown_by};
pub(crate) use store::{HOMEWORK, SHARES, SHEETS};

crate::ids! {
    /// A worksheet that a member fills in.
    SheetId;
    /// A sheet as it is shown to a whole group.
    ShareId;
    /// What a leader sets until the next session.
    HomeworkId;
    /// One member's part of a piece of homework.
    TaskId;
}
