//! SQL of endings.

mod endings;
mod evaluations;
mod forget;
mod summaries;

pub(super) use endings::{
    LeaverRow, announced_in, boosters_of, delete_tick, insert_booster, insert_leaver_step, insert_tick,
    leaver_steps_in, mark_booster, save_announced, ticks_in,
};
pub(super) use evaluations::{find_pool, has_given, insert_given, save_pool};
pub(super) use summaries::{
    SummaryRow, WaitingRow, beside_in, countersign_summary, find_summary, give_summary, insert_summary, return_summary,
    save_summary, sign_summary, states_in, summaries_of, summaries_waiting,
};

pub(crate) use endings::ALL as ENDINGS;
pub(crate) use evaluations::ALL as EVALUATIONS;
pub(crate) use forget::{ALL as FORGET, forget_member};
pub(crate) use summaries::ALL as SUMMARIES;
