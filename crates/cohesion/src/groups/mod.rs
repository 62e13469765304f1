//! A group: its charter, its state, who leads it, who sits in it and when it meets.
//!
//! This subject is one of the three models: `found.rs` shows an act, `deeds.rs` how it asks, `store.rs` how it keeps.

mod advance;
mod appoint;
mod change;
pub mod charter;
mod circle;
mod deeds;
mod found;
mod group;
mod leader;
mod licensed;
mod lookalike;
mod name;
mod pages;
mod place;
mod schedule;
mod seat;
mod session;
mod state;
mod stay;
mod store;
mod tabs;
#[cfg(test)]
mod tests;

pub(crate) use advance::ENDED;
pub use advance::advance;
pub use appoint::{appoint, relieve};
pub use change::{Changes, change};
pub use charter::{Capability, Charter, Rule};
pub use circle::circle;
pub use deeds::{
    leading, may_found_under, may_run, may_see, may_through_a_group, reads_scores_of, standing, standing_with,
};
pub use found::{Founding, found};
pub use group::{Format, Group, GroupWords, charter_of, every_group, group, groups_at_work, groups_led_by, state_of};
pub use leader::{Leader, LeaderRole, leaders, led_in, named_leaders, named_readers, only_facilitates};
pub use licensed::{missing_to_facilitate, missing_to_lead, missing_to_lead_at, missing_to_lead_today};
pub use lookalike::looks_like;
pub use name::{Naming, is_name_taken, keep_name};
pub(crate) use pages::{group_page, on_the_clock_of, routes};
pub use place::{Keeping, free_place, keep_place, place_holders, places_left};
pub(crate) use schedule::{DATE_CHANGED, GET_READY};
pub use schedule::{Move, Series, cancel_session, civil, move_session, plan_series, zone_of};
pub use seat::{
    Fellow, Seat, SeatState, fellow_seats, fellows, give_up_seat, is_seated, living_seats, living_since, mark_seat,
    newest_seat, sat_in, seat_of, seated, seated_in, seats, seats_of, seats_taken, take_seat,
};
pub(crate) use session::session_unshown;
pub use session::{Session, SessionState, calendar, session, sessions, sessions_between, set_session_state};
pub use state::GroupState;
pub use stay::{Stay, stays, stays_of};
pub(crate) use store::{GROUPS, NAMES, SEATS, SESSIONS, forget_member};
pub use tabs::tabs;
