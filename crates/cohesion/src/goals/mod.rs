//! Goals: what a therapy group is for, what each of its members wants to change, and in support groups a step of one's own.
//!
//! A member's goal is agreed by two: whoever writes it down, and the other side that says yes. It is never overwritten: a
//! change is a further version, and a rating belongs to the version that it was given under. A step is its owner's alone:
//! no deed of anybody else reads it, and what is deleted is gone.

mod agree;
mod aim;
mod attained;
mod deeds;
mod end;
mod goal;
mod keep_aim;
mod pages;
mod propose;
mod rate;
mod review;
mod revise;
mod see;
mod set_aim;
mod step;
mod store;
mod take_step;
mod terms;
#[cfg(test)]
mod tests;
mod write_step;

pub use agree::{Reply, reply};
pub use aim::{Aim, AimState, aims};
pub use attained::{Attained, Part, course_of_attainment};
pub use end::{Ending, How, end};
pub use goal::{Answered, Ended, Goal, Rating, Version};
pub use keep_aim::{AimMove, keep_aim};
pub(crate) use pages::routes;
pub use pages::{Side, attainment_shown, chart, goal_rows, in_words};
pub use propose::propose;
pub use rate::{NewRating, rate};
pub(crate) use review::{REVIEW, tell_of_review};
pub use revise::revise;
pub use see::{Goals, OfMember, goal, goals_in, goals_of, my_goals};
pub use set_aim::set_aim;
pub use step::{Step, own_steps};
pub(crate) use store::{AIMS, FORGET, GOALS, STEPS, forget_member};
pub use take_step::{StepMove, take_step};
pub use terms::{LEVELS, Rater, Scale, Terms};
pub use write_step::write_step;

crate::ids! {
    /// What a member wants to change.
    GoalId;
    /// One rating of a goal.
    RatingId;
    /// Something that a group is for.
    AimId;
    /// A step of one's own, in a support group.
    StepId;
}
