//! The floor of a meeting while it goes on: who is here, whose turn it is, and what is read aloud. Those who lead have a desk,
//! members their phones, and the room may have a board on a large screen.
//!
//! The rules are those of the crate `floor`; each request is an act. The state is sealed and goes when the meeting is over: of
//! who was there at a support group's meeting, nothing stays but how many. Names stand in it as those who came chose them.

mod board;
mod breakouts;
mod clear;
mod deeds;
mod engine;
mod keep;
mod lead;
mod media;
mod online;
mod pages;
mod press;
mod readings;
mod see;
mod sitting_in;
mod store;
mod table;
mod taken;
mod talk_time;
#[cfg(test)]
mod tests;
mod time_up;
mod topic;
mod turn;
mod ways;

pub use board::{Board, BoardCode, board, board_code, make_board, take_board_down};
pub use breakouts::{Breakouts, Preparing, breakouts, prepare_breakouts};
pub(crate) use clear::{FORGET_DOORS, clear, forget_doors};
pub use keep::{Whose, most_heads};
pub use lead::lead;
pub use media::{Asked, Faulty, Media, Order};
pub use online::{Answers, Counting, Node, Rooms, Spoken, enter, keep_there, spoken_at, spoken_by};
#[cfg(test)]
pub(crate) use online::{Staying, keep as keep_what_stays};
pub(crate) use pages::{
    agenda_region, desk_region, floor_region, group_part, own_session_part, routes, session_part, supervised_part,
};
pub use press::{Press, press};
pub use readings::{KeptReadings, Readings, keep_readings, readings};
pub use see::{Desk, Meeting, desk, meeting};
pub use sitting_in::{Allows, SittingIn, Supervised, Together, allow, asked, supervised, together_in};
pub(crate) use store::{ALL as STATEMENTS, NODES, ONLINE, SITTING_IN, forget_member};
pub use table::{Table, seat_of};
pub use taken::taken;
pub use talk_time::{OwnTalk, TalkTime, own_talk, talk_time};
pub(crate) use time_up::{TIME_UP, time_up};
pub use topic::{pick_topic, topics};
pub use ways::{KeptWays, Ways, keep_ways, ways};
