//! The way into a group and out of it: enquiry, screening, decision, preparation, signatures, seat, and departure.
//!
//! `stage.rs` is the whole way as a table; every act takes one of its steps through `way::advance`, which writes down who
//! took it and keeps or frees the place that goes with the stage. Words are sealed under the membership; plain columns hold
//! only ids, times and stages.

mod ask;
mod begin;
mod came_back;
mod composition;
mod correct;
mod decide;
mod decision;
mod deeds;
mod depart;
mod enquire;
mod enquiry;
mod invite;
mod join;
mod join_alone;
mod keep_apart;
mod light;
mod membership;
mod pages;
mod people;
mod preparation;
mod ready;
mod screen;
mod screening;
mod stage;
mod stay;
mod store;
mod tell;
#[cfg(test)]
mod tests;
mod waitlist;
mod way;
mod who_joins;

pub use ask::{ask_for_oneself, ask_from_outside, refer_on};
pub use came_back::was_removed_before;
pub use composition::{Composition, Count, Fact, composition};
pub use correct::{correct, to_correct};
pub use decide::{countersign, decide, decision};
pub use decision::{Countersign, Decided, Decision, Fit, Judgement, Outcome};
pub use deeds::standing_with;
pub use depart::{DecidedBy, Departed, Departure, Ending, Goodbye, call_off, depart, departure, leave};
pub use enquire::{Enquirer, enquire};
pub use enquiry::{Clinical, Enquiry, Source, enquiry};
pub use invite::{Door, Inviting, invite};
pub use join::{Cover, Joining, choose_name, own_enrolment, own_enrolments, say_where, sign, take_back};
pub use join_alone::{Newcomer, begin_alone, join_oneself, register};
pub use keep_apart::{KeepApart, Meeting, keep_apart, kept_apart, let_meet, meeting};
pub use membership::{HOLD_ENDS, end_hold, give_seat, hold, welcome_back};
pub(crate) use pages::routes;
pub use pages::{GroupPart, PersonTabs, person_tabs, why_to_sign};
pub use people::{Known, people, person};
pub use preparation::{Prepared, Topic, preparation, prepare};
pub use ready::{Readiness, readiness};
pub use screen::{book_screening, screen, screening};
pub use screening::{
    AmongOthers, Expectations, Focus, OthersSafety, Practical, Risk, Screening, Sign, Structured, Suitability, When,
};
pub use stage::{Stage, Step};
pub use stay::{groups_of, stays, ways_of};
pub(crate) use store::{
    ALONE as ALONE_STATEMENTS, FORGET, NOTES as NOTE_STATEMENTS, PAPERS as PAPER_STATEMENTS, WAYS as STATEMENTS,
    forget_member, forget_person,
};
#[cfg(test)]
pub(crate) use tests::{led_group, member_of, seated};
pub use waitlist::{
    Answer, OFFER_ENDS, OFFER_NEXT, Offering, answer_offer, end_offer, offer_again, offer_next, offer_to,
};
pub use way::{Enrolment, Listed, Taken, enrolment, enrolments_in, steps_of};
pub use who_joins::{WhoJoins, open_joining, open_to_me, who_joins};
