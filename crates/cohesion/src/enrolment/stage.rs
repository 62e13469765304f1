//! The way into a group and out of it, as a table: where somebody is, what may happen next, and where that leads.

use crate::{Error, Result};

macro_rules! stages {
    ($($(#[$doc:meta])* $name:ident = $code:literal $key:literal;)+) => {
        /// Where somebody is on their way into a group, or out of it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Stage { $($(#[$doc])* $name,)+ }

        impl Stage {
            /// Every stage, in the order of a way without detours.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The number that is stored.
            pub const fn code(self) -> i64 {
                match self { $(Self::$name => $code,)+ }
            }

            /// The Fluent key of its name, for staff.
            pub const fn name_key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }
        }
    };
}

stages! {
    /// They have asked for a place.
    Enquiry = 1 "enrolment-stage-enquiry";
    /// A first talk has a date.
    ScreeningBooked = 2 "enrolment-stage-screening-booked";
    /// The first talk is on record; a decision is due.
    Screened = 3 "enrolment-stage-screened";
    /// They wait for a place.
    Waitlisted = 4 "enrolment-stage-waitlisted";
    /// A free place is kept for them, for a stated time.
    Offered = 5 "enrolment-stage-offered";
    /// Both sides want it, and a place is kept.
    Accepted = 6 "enrolment-stage-accepted";
    /// They know what they come into.
    Prepared = 7 "enrolment-stage-prepared";
    /// They belong.
    Seated = 8 "enrolment-stage-seated";
    /// They belong, and are away for a while.
    OnHold = 9 "enrolment-stage-on-hold";
    /// Their membership has ended.
    Left = 10 "enrolment-stage-left";
    /// Something else was found to fit better.
    Redirected = 11 "enrolment-stage-redirected";
    /// Not this group, not now.
    Declined = 12 "enrolment-stage-declined";
    /// They do not want it any more.
    Withdrawn = 13 "enrolment-stage-withdrawn";
    /// They waited, and did not answer.
    Lapsed = 14 "enrolment-stage-lapsed";
}

/// Something that happens on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A first talk gets a date, or another one.
    BookScreening,
    /// The first talk is written down.
    Screen,
    /// A place is promised.
    Accept,
    /// They are put on the waitlist.
    Wait,
    /// They are told of something that fits better.
    Redirect,
    /// They are told no.
    Decline,
    /// A free place is offered.
    Offer,
    /// They take it.
    TakeOffer,
    /// They let it pass, or the time ran out.
    PassOffer,
    /// They are taken off the waitlist.
    Lapse,
    /// The preparation is complete.
    Prepare,
    /// They take their seat.
    TakeSeat,
    /// They are away for a while, as agreed.
    Hold,
    /// They are back.
    Return,
    /// Their membership ends.
    Depart,
    /// They, or the practice, call it off before there is a seat.
    Withdraw,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 16] = [
        Self::BookScreening,
        Self::Screen,
        Self::Accept,
        Self::Wait,
        Self::Redirect,
        Self::Decline,
        Self::Offer,
        Self::TakeOffer,
        Self::PassOffer,
        Self::Lapse,
        Self::Prepare,
        Self::TakeSeat,
        Self::Hold,
        Self::Return,
        Self::Depart,
        Self::Withdraw,
    ];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The step that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|step| step.code() == code)
            .ok_or_else(|| Error::bug(format!("no step has the number {code}")))
    }
}

impl Stage {
    /// Where a step leads from here; nothing where it cannot be taken.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Enquiry | Self::ScreeningBooked, Step::BookScreening) => Some(Self::ScreeningBooked),
            (Self::Enquiry | Self::ScreeningBooked | Self::Screened, Step::Screen) => Some(Self::Screened),
            (Self::Screened, Step::Accept) | (Self::Offered, Step::TakeOffer) => Some(Self::Accepted),
            (Self::Screened, Step::Wait) | (Self::Offered, Step::PassOffer) => Some(Self::Waitlisted),
            (Self::Screened, Step::Redirect) => Some(Self::Redirected),
            (Self::Screened, Step::Decline) => Some(Self::Declined),
            (Self::Waitlisted, Step::Offer) => Some(Self::Offered),
            (Self::Waitlisted | Self::Offered, Step::Lapse) => Some(Self::Lapsed),
            (Self::Accepted, Step::Prepare) => Some(Self::Prepared),
            (Self::Prepared, Step::TakeSeat) | (Self::OnHold, Step::Return) => Some(Self::Seated),
            (Self::Seated, Step::Hold) => Some(Self::OnHold),
            (Self::Seated | Self::OnHold, Step::Depart) => Some(Self::Left),
            (from, Step::Withdraw) if from.is_before_the_seat() => Some(Self::Withdrawn),
            _ => None,
        }
    }

    /// Whether they are on the way in.
    pub const fn is_before_the_seat(self) -> bool {
        matches!(
            self,
            Self::Enquiry
                | Self::ScreeningBooked
                | Self::Screened
                | Self::Waitlisted
                | Self::Offered
                | Self::Accepted
                | Self::Prepared
        )
    }

    /// Whether they belong to the group.
    pub const fn is_member(self) -> bool {
        matches!(self, Self::Seated | Self::OnHold)
    }

    /// Whether anything can still happen.
    pub const fn is_living(self) -> bool {
        self.is_before_the_seat() || self.is_member()
    }

    /// Whether a place is kept for them.
    pub const fn keeps_a_place(self) -> bool {
        matches!(self, Self::Offered | Self::Accepted | Self::Prepared) || self.is_member()
    }

    /// The stage that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|stage| stage.code() == code)
            .ok_or_else(|| Error::bug(format!("no stage has the number {code}")))
    }
}

#[cfg(test)]
mod tests {
    use super::{Stage, Step};
    use Stage::{
        Accepted, Declined, Enquiry, Lapsed, Left, Offered, OnHold, Prepared, Redirected, Screened, ScreeningBooked,
        Seated, Waitlisted, Withdrawn,
    };

    /// Every step that can be taken; whatever is not here cannot.
    const WAYS: &[(Stage, Step, Stage)] = &[
        (Enquiry, Step::BookScreening, ScreeningBooked),
        (Enquiry, Step::Screen, Screened),
        (Enquiry, Step::Withdraw, Withdrawn),
        (ScreeningBooked, Step::BookScreening, ScreeningBooked),
        (ScreeningBooked, Step::Screen, Screened),
        (ScreeningBooked, Step::Withdraw, Withdrawn),
        (Screened, Step::Screen, Screened),
        (Screened, Step::Accept, Accepted),
        (Screened, Step::Wait, Waitlisted),
        (Screened, Step::Redirect, Redirected),
        (Screened, Step::Decline, Declined),
        (Screened, Step::Withdraw, Withdrawn),
        (Waitlisted, Step::Offer, Offered),
        (Waitlisted, Step::Lapse, Lapsed),
        (Waitlisted, Step::Withdraw, Withdrawn),
        (Offered, Step::TakeOffer, Accepted),
        (Offered, Step::PassOffer, Waitlisted),
        (Offered, Step::Lapse, Lapsed),
        (Offered, Step::Withdraw, Withdrawn),
        (Accepted, Step::Prepare, Prepared),
        (Accepted, Step::Withdraw, Withdrawn),
        (Prepared, Step::TakeSeat, Seated),
        (Prepared, Step::Withdraw, Withdrawn),
        (Seated, Step::Hold, OnHold),
        (Seated, Step::Depart, Left),
        (OnHold, Step::Return, Seated),
        (OnHold, Step::Depart, Left),
    ];

    #[test]
    fn the_way_in_and_out_is_this_table() {
        for from in Stage::ALL {
            for step in Step::ALL {
                let way = WAYS.iter().find(|(stage, taken, _)| stage == from && *taken == step);
                assert_eq!(from.after(step), way.map(|(_, _, to)| *to), "{from:?} {step:?}");
            }
        }
    }

    #[test]
    fn nobody_comes_to_a_seat_without_screening_preparation_and_a_kept_place() {
        let into = |to: Stage| WAYS.iter().filter(move |way| way.2 == to).map(|way| way.0).collect::<Vec<_>>();
        assert_eq!(into(Seated), [Prepared, OnHold]);
        assert_eq!(into(Prepared), [Accepted]);
        assert_eq!(into(Accepted), [Screened, Offered]);
        assert_eq!(into(Offered), [Waitlisted]);
        assert_eq!(into(Waitlisted), [Screened, Offered]);
        assert!([Offered, Accepted, Prepared, Seated, OnHold].into_iter().all(Stage::keeps_a_place));
    }

    #[test]
    fn nothing_follows_an_ending() {
        for end in [Left, Redirected, Declined, Withdrawn, Lapsed] {
            assert!(!end.is_living() && !end.keeps_a_place());
            assert!(Step::ALL.into_iter().all(|step| end.after(step).is_none()));
        }
    }

    #[test]
    fn stored_numbers_come_back_as_what_they_were() {
        assert!(Stage::ALL.iter().all(|stage| Stage::from_code(stage.code()) == Ok(*stage)));
        assert!(Step::ALL.iter().all(|step| Step::from_code(step.code()) == Ok(*step)));
        assert!(Stage::from_code(0).is_err() && Step::from_code(17).is_err());
    }
}
