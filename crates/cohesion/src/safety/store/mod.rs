//! SQL of safety, by what it keeps.

mod alerts;
mod duties;
mod forget;
mod lines;
mod lists;
mod plans;

pub(super) use alerts::{
    KeptAlert, append_entry, entries_of, find_alert, find_by_cause, insert_alert, insert_reader, readers_of, save_state,
};
pub(super) use duties::{find_duty, replace_duty};
pub(super) use lines::{insert_line, lines, remove_line, save_check, save_line};
pub(super) use lists::{alerts_about, alerts_in, alerts_of_nobody, alerts_told_to, answers_for, concerns_in, is_told};
pub(super) use plans::{KeptPlanRow, insert_plan, newest_plan, plans_of};

pub(crate) use alerts::ALL as ALERTS;
pub(crate) use duties::ALL as DUTIES;
pub(crate) use forget::{ALL as FORGET, forget_member, forget_person, is_looked_after};
pub(crate) use lines::ALL as LINES;
pub(crate) use lists::ALL as LISTS;
pub(crate) use plans::ALL as PLANS;
