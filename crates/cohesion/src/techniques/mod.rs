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
mod diary;
mod discard;
mod due;
mod finish;
mod follow;
mod homework;
mod keep;
mod own_curriculum;
mod pages;
mod reach;
mod reopen;
mod report;
mod share;
mod shared;
mod sheet;
mod store;
mod target;
mod telling;
#[cfg(test)]
mod tests;
mod week;

pub use answer::{Replies, answer_sheet, replies_to, shown_sheet};
pub use assign::{Assigning, Due, assign, end_homework};
pub use begin::begin;
pub use catalogue::{catalogue, read, take_up};
pub use diary::{Diary, Digest, diary_of, digest, own_diary};
pub use discard::discard;
pub use due::{TaskDue, tasks_due};
pub use finish::finish;
pub use follow::{NextStep, Plan, Source, follow, next_step, plan_of, step_at_hand};
pub use homework::{
    Gate, Homework, Material, MyTask, Standing, TaskLine, TaskState, gates, homework_in, homework_of, homework_until,
    my_task, my_tasks,
};
pub use keep::{Covered, Kept, Part, filling, keep};
pub use own_curriculum::{OwnCurriculum, SessionEdit, change_session, copy_curriculum, own_curricula, own_curriculum};
pub(crate) use pages::{group_part, practice_part, routes};
pub use reach::{form_for, is_open, skill_for};
pub use reopen::reopen;
pub use report::{Report, begin_task, report};
pub use share::share;
pub use shared::{Look, Shared, SharedSheet, is_shown, shared, shared_in};
pub use sheet::{AUDIENCES, Listed, LostAnswer, Sheet, SheetState, own_sheet, own_sheets, sheets_shown_by};
pub(crate) use store::{FORGET, HOMEWORK, PLANS, SHARES, SHEETS, TARGETS, forget_again, forget_member};
pub use target::{DIARY_CARD, Target, end_target, set_target};
pub use week::{Band, Week, WeekLine};

crate::ids! {
    /// A worksheet that a member fills in.
    SheetId;
    /// A sheet as it is shown to a whole group.
    ShareId;
    /// What a leader sets until the next session.
    HomeworkId;
    /// One member's part of a piece of homework.
    TaskId;
    /// A target of a diary card.
    TargetId;
    /// A practice's own copy of a curriculum.
    CurriculumId;
}
