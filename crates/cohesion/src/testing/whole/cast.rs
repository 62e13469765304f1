//! Everybody in the story, and how they stand to each other.

use crate::access::Tie;
use crate::groups::LeaderRole;
use crate::identity::AccountKind;
use crate::practice::Role;

/// Somebody in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// Looks after the site.
    Ada,
    /// Leads Mara's group as the second one.
    Cleo,
    /// Sat in Mara's group, and has left it.
    Dana,
    /// Sits in Noor's group.
    Eli,
    /// A therapist of another practice, whose records lie in the same database.
    Fay,
    /// Facilitates the support group.
    Finn,
    /// Sits in Mara's group with Sam.
    Jo,
    /// Leads the therapy group that addresses name.
    Mara,
    /// A therapist of the practice who leads another therapy group.
    Noor,
    /// Has been promised a seat in Mara's group and has a link to join.
    Otto,
    /// Sits in the support group, which addresses name in turn.
    Pat,
    /// Sits in the support group with Pat.
    Quin,
    /// Sits in Mara's group; addresses name what is Sam's.
    Sam,
    /// Plans the calendar.
    Sofia,
    /// Is known here and has no tie to anything.
    Stan,
    /// Supervises Mara's group.
    Vera,
}

/// A group of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ring {
    /// Mara's therapy group.
    Therapy,
    /// Noor's therapy group.
    Other,
    /// Finn's support group.
    Support,
}

impl Ring {
    /// Every group.
    pub const ALL: [Self; 3] = [Self::Therapy, Self::Other, Self::Support];

    /// Who founded it and leads it.
    pub const fn leader(self) -> Name {
        match self {
            Self::Therapy => Name::Mara,
            Self::Other => Name::Noor,
            Self::Support => Name::Finn,
        }
    }
}

impl Name {
    /// Everybody of the practice, in the order in which they come into the story.
    pub const ALL: [Self; 15] = [
        Self::Ada,
        Self::Sofia,
        Self::Mara,
        Self::Cleo,
        Self::Vera,
        Self::Noor,
        Self::Finn,
        Self::Stan,
        Self::Sam,
        Self::Jo,
        Self::Dana,
        Self::Otto,
        Self::Eli,
        Self::Pat,
        Self::Quin,
    ];

    /// What they do in their practice.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Ada => &[Role::Administrator],
            Self::Sofia => &[Role::Scheduler],
            Self::Mara | Self::Cleo | Self::Noor | Self::Fay => &[Role::Clinician],
            Self::Vera => &[Role::Supervisor],
            Self::Finn => &[Role::Facilitator],
            _ => &[],
        }
    }

    /// The kind of account they have.
    pub const fn kind(self) -> AccountKind {
        if self.roles().is_empty() { AccountKind::Member } else { AccountKind::Staff }
    }

    /// The group in which they sit or sat, or into which they are on the way.
    pub const fn ring(self) -> Option<Ring> {
        match self {
            Self::Sam | Self::Jo | Self::Dana | Self::Otto => Some(Ring::Therapy),
            Self::Eli => Some(Ring::Other),
            Self::Pat | Self::Quin => Some(Ring::Support),
            _ => None,
        }
    }

    /// Whether they sit in a group now.
    pub const fn sits_in(self, ring: Ring) -> bool {
        matches!(
            (self, ring),
            (Self::Sam | Self::Jo, Ring::Therapy) | (Self::Eli, Ring::Other) | (Self::Pat | Self::Quin, Ring::Support)
        )
    }

    /// Their part in leading a group.
    pub const fn leads(self, ring: Ring) -> Option<LeaderRole> {
        match (self, ring) {
            (Self::Mara, Ring::Therapy) | (Self::Noor, Ring::Other) => Some(LeaderRole::Leader),
            (Self::Cleo, Ring::Therapy) => Some(LeaderRole::CoLeader),
            (Self::Vera, Ring::Therapy) => Some(LeaderRole::Supervisor),
            (Self::Finn, Ring::Support) => Some(LeaderRole::Facilitator),
            _ => None,
        }
    }

    /// How they stand to a group.
    pub fn ties_to(self, ring: Ring) -> Vec<Tie> {
        let leading = self.leads(ring).map(LeaderRole::tie);
        let seated = self.sits_in(ring).then_some(Tie::Seated);
        // The other practice's roles are none in this one.
        let roles = if self == Self::Fay { &[] } else { self.roles() };
        let by_role = roles.iter().filter_map(|role| match role {
            Role::Administrator => Some(Tie::Administrator),
            Role::Clinician => Some(Tie::Clinician),
            Role::Scheduler => Some(Tie::Scheduler),
            Role::Facilitator | Role::Supervisor => None,
        });
        leading.into_iter().chain(seated).chain(by_role).collect()
    }
}
