//! How a group is put together, in sentences for its leader: counts of what was said in the first talks, never names.

use super::{Screening, deeds, screen, screening::Structured, store};
use crate::Result;
use crate::access::Deed;
use crate::id::GroupId;
use crate::limits;
use crate::work::Work;

/// From which point of a scale on something is said to be so.
const MUCH: u8 = 7;

/// Something that can be true of several members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// They expect a group to help.
    ExpectHelp,
    /// They have been in a group before.
    BeenInGroups,
    /// They speak up.
    SpeakUp,
    /// They keep things to themselves.
    KeepPrivate,
    /// They listen.
    Listen,
    /// They argue.
    Argue,
    /// They help.
    Help,
    /// They step back when it gets difficult.
    StepBack,
    /// They will miss a session.
    MissSessions,
    /// They have no room of their own for meeting online.
    NoPrivateRoom,
}

impl Fact {
    /// Every fact, in the order in which they are told.
    pub const ALL: [Self; 10] = [
        Self::ExpectHelp,
        Self::BeenInGroups,
        Self::SpeakUp,
        Self::Listen,
        Self::Help,
        Self::KeepPrivate,
        Self::Argue,
        Self::StepBack,
        Self::MissSessions,
        Self::NoPrivateRoom,
    ];

    /// The Fluent key of its sentence, which takes the count and the number of members.
    pub const fn sentence_key(self) -> &'static str {
        match self {
            Self::ExpectHelp => "enrolment-composition-expect-help",
            Self::BeenInGroups => "enrolment-composition-been-in-groups",
            Self::SpeakUp => "enrolment-composition-speak-up",
            Self::KeepPrivate => "enrolment-composition-keep-private",
            Self::Listen => "enrolment-composition-listen",
            Self::Argue => "enrolment-composition-argue",
            Self::Help => "enrolment-composition-help",
            Self::StepBack => "enrolment-composition-step-back",
            Self::MissSessions => "enrolment-composition-miss-sessions",
            Self::NoPrivateRoom => "enrolment-composition-no-private-room",
        }
    }

    const fn is_true_of(self, said: &Structured) -> bool {
        let among = &said.among_others;
        match self {
            Self::ExpectHelp => said.expectations.help >= MUCH,
            Self::BeenInGroups => !said.expectations.earlier_groups.is_empty(),
            Self::SpeakUp => among.speaks_up >= MUCH,
            Self::KeepPrivate => among.private >= MUCH,
            Self::Listen => among.listens >= MUCH,
            Self::Argue => among.argues >= MUCH,
            Self::Help => among.helps >= MUCH,
            Self::StepBack => among.steps_back >= MUCH,
            Self::MissSessions => !said.practical.cannot_come.is_empty(),
            Self::NoPrivateRoom => !said.practical.has_private_room,
        }
    }
}

/// How many members something is true of. One or two are not told apart, so that no sentence points at somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Nobody.
    Nobody,
    /// One or two.
    OneOrTwo,
    /// This many.
    Of(usize),
}

/// What can be said of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Composition {
    /// Members whose first talk is on record.
    pub members: usize,
    /// What is true of how many; empty while there are too few.
    pub findings: Vec<(Fact, Count)>,
}

/// How the group is put together: everybody for whom a place is kept.
pub async fn composition(work: &mut Work<'_>, group: GroupId) -> Result<Composition> {
    let grant = deeds::may_in(work, Deed::ReadScreening, group).await?;
    let mut said = Vec::new();
    for enrolment in store::all_in(work, &grant, group).await? {
        if !enrolment.stage.keeps_a_place() {
            continue;
        }
        let about = work.about(&grant, enrolment.person);
        if let Some(Screening::Structured(structured)) = screen::latest(work, &about, &enrolment).await? {
            said.push(*structured);
        }
    }
    Ok(compose(&said))
}

fn compose(said: &[Structured]) -> Composition {
    let members = said.len();
    if members < limits::COMPOSITION_MEMBERS_MIN {
        return Composition { members, findings: Vec::new() };
    }
    let count = |fact: Fact| match said.iter().filter(|one| fact.is_true_of(one)).count() {
        0 => Count::Nobody,
        1 | 2 => Count::OneOrTwo,
        more => Count::Of(more),
    };
    Composition { members, findings: Fact::ALL.map(|fact| (fact, count(fact))).to_vec() }
}

#[cfg(test)]
mod tests {
    use super::super::screening::{AmongOthers, Expectations, Practical};
    use super::*;

    fn said(speaks_up: u8, earlier_groups: &str) -> Structured {
        let (focus, risk, others) = Default::default();
        Structured {
            focus,
            risk,
            others,
            expectations: Expectations {
                help: 8,
                earlier_groups: earlier_groups.to_owned(),
                ..Expectations::default()
            },
            among_others: AmongOthers { speaks_up, ..AmongOthers::default() },
            practical: Practical { has_private_room: true, ..Practical::default() },
        }
    }

    #[test]
    fn counts_are_told_and_one_or_two_are_not_told_apart() {
        let group = [said(9, "a choir"), said(7, ""), said(6, ""), said(0, "")];
        let composed = compose(&group);
        let of = |fact| composed.findings.iter().find(|finding| finding.0 == fact).map(|finding| finding.1);
        assert_eq!(of(Fact::ExpectHelp), Some(Count::Of(4)));
        assert_eq!(of(Fact::SpeakUp), Some(Count::OneOrTwo));
        assert_eq!(of(Fact::BeenInGroups), Some(Count::OneOrTwo));
        assert_eq!(of(Fact::NoPrivateRoom), Some(Count::Nobody));
    }

    #[test]
    fn two_members_are_too_few_to_say_anything() {
        let composed = compose(&[said(9, ""), said(9, "")]);
        assert_eq!(composed, Composition { members: 2, findings: Vec::new() });
    }
}
