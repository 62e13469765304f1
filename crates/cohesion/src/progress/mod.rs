//! Pages that join subjects: a member's Today and progress, a therapist's Today, a group's measures, one member's course.
//!
//! Nothing is kept here. Each page reads through the subjects, in one unit of work, with their rights and their audit rows.

mod day;
mod pages;
#[cfg(test)]
mod tests;

pub(crate) use pages::routes;
