//! The people as whom the demo can be seen, found again by their invented addresses.

use super::people::{ADA, BEN, BETWEEN, FINN, INES, LOSS, LOW_MOOD, MARA, SOFIA, address};

/// Somebody as whom the demo can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Persona {
    /// Sits in the group that meets next.
    Member,
    /// Sits there too.
    SecondMember,
    /// Sits there too.
    ThirdMember,
    /// Leads it.
    Therapist,
    /// Leads it as the second one.
    CoLeader,
    /// Supervises.
    Supervisor,
    /// Facilitates a support group.
    Facilitator,
    /// Takes part in it.
    Participant,
    /// Sat in a therapy group that has ended.
    Finished,
    /// Plans the calendar.
    Scheduler,
    /// Looks after the site.
    Administrator,
}

impl Persona {
    /// Every persona, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Member,
        Self::SecondMember,
        Self::ThirdMember,
        Self::Therapist,
        Self::CoLeader,
        Self::Supervisor,
        Self::Facilitator,
        Self::Participant,
        Self::Finished,
        Self::Scheduler,
        Self::Administrator,
    ];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::SecondMember => "second-member",
            Self::ThirdMember => "third-member",
            Self::Therapist => "therapist",
            Self::CoLeader => "coleader",
            Self::Supervisor => "supervisor",
            Self::Facilitator => "facilitator",
            Self::Participant => "participant",
            Self::Finished => "finished",
            Self::Scheduler => "scheduler",
            Self::Administrator => "admin",
        }
    }

    /// What they are called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Member => LOW_MOOD[0].called,
            Self::SecondMember => LOW_MOOD[2].called,
            Self::ThirdMember => LOW_MOOD[3].called,
            Self::Therapist => MARA.called,
            Self::CoLeader => BEN.called,
            Self::Supervisor => INES.called,
            Self::Facilitator => FINN.called,
            Self::Participant => LOSS[2].called,
            Self::Finished => BETWEEN[0].called,
            Self::Scheduler => SOFIA.called,
            Self::Administrator => ADA.called,
        }
    }

    /// The invented address by which the person is found.
    pub fn address(self) -> String {
        address(self.name())
    }

    /// The Fluent key of who it is.
    pub const fn about_key(self) -> &'static str {
        match self {
            Self::Member => "demo-persona-member",
            Self::SecondMember | Self::ThirdMember => "demo-persona-fellow",
            Self::Therapist => "demo-persona-therapist",
            Self::CoLeader => "demo-persona-coleader",
            Self::Supervisor => "demo-persona-supervisor",
            Self::Facilitator => "demo-persona-facilitator",
            Self::Participant => "demo-persona-participant",
            Self::Finished => "demo-persona-finished",
            Self::Scheduler => "demo-persona-scheduler",
            Self::Administrator => "demo-persona-admin",
        }
    }

    /// Where they begin.
    pub const fn home(self) -> &'static str {
        match self {
            Self::Member | Self::SecondMember | Self::ThirdMember | Self::Finished => "/me",
            Self::Participant => "/me/group",
            Self::Administrator => "/admin",
            Self::Facilitator => "/lead",
            Self::Scheduler => "/care/groups",
            Self::Therapist | Self::CoLeader | Self::Supervisor => "/care",
        }
    }
}
