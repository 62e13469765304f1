//! Who could see what, from when to when: from parts and roles in that time, and from the audit log. Pure, but for the gathering.
//!
//! What a part opens is read from the decision table itself. Of the log only that is counted which belongs to the case's group:
//! whoever leads another group of the same person is not named here, or the two groups would be tied together.

mod gather;
#[cfg(test)]
mod tests;

pub use gather::{Asked, Could, Sight, Whose, who_could_see};

use crate::access::{Deed, Tie};
use crate::audit::Touch;
use crate::clock::{Span, Timestamp};
use crate::groups::{Capability, Charter};
use crate::id::{GroupId, PersonId};
use crate::limits::SIGHT_DAYS_MAX;
use crate::notes::Beside;
use crate::{Error, Result};

/// What somebody can read, with what the group's charter must allow for it to be there at all.
const READINGS: &[(Deed, Option<Capability>)] = &[
    (Deed::SeeSeats, None),
    (Deed::SeeFellows, Some(Capability::OpenRoster)),
    (Deed::SeePerson, None),
    (Deed::SeeEnrolment, None),
    (Deed::ReadScreening, Some(Capability::StructuredScreening)),
    (Deed::SeeAlert, None),
    (Deed::SeeSafetyPlan, None),
    (Deed::SeeGoals, Some(Capability::TreatmentGoals)),
    (Deed::SeeScores, Some(Capability::OutcomeMeasures)),
    (Deed::ReadAnswers, Some(Capability::OutcomeMeasures)),
    (Deed::SeeMemberAttendance, Some(Capability::MemberAttendance)),
    (Deed::ReadSheet, None),
    (Deed::SeeSharedSheets, None),
    (Deed::ReadNotes, Some(Capability::MemberNotes)),
    (Deed::SeeIncident, Some(Capability::IncidentForm)),
    (Deed::SeeLetters, Some(Capability::TherapistFeedback)),
    (Deed::SeePatterns, Some(Capability::TherapistFeedback)),
    (Deed::SeeThreads, Some(Capability::Threads)),
    (Deed::TakePartInThreads, Some(Capability::Threads)),
    (Deed::SeeMemberWords, Some(Capability::MemberWords)),
    (Deed::ReadSummary, Some(Capability::PlannedEnding)),
    (Deed::SeeBreach, None),
];

/// A time from one moment up to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    from: Timestamp,
    until: Timestamp,
}

/// A time in which somebody had a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spell {
    pub person: PersonId,
    pub tie: Tie,
    pub since: Timestamp,
    pub until: Option<Timestamp>,
}

/// What ties an act to a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    pub group: GroupId,
    pub spells: &'a [Spell],
    /// Those who were asked to sign beside somebody in training.
    pub beside: &'a [Beside],
}

/// How often somebody did one thing, from when to when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Who; nobody for the program itself, and for members, who are not told apart.
    pub actor: Option<PersonId>,
    /// The deed's word.
    pub deed: String,
    /// The word of the tie that allowed it, or `refused`.
    pub outcome: String,
    /// How often.
    pub count: usize,
    /// The first time.
    pub first: Timestamp,
    /// The last time.
    pub last: Timestamp,
}

impl Period {
    /// A period that has begun and is over by `now`, of a year at most.
    pub fn new(from: Timestamp, until: Timestamp, now: Timestamp) -> Result<Self> {
        if until > now {
            return Err(Error::invalid("until", "breaches-fault-ahead"));
        }
        if until <= from {
            return Err(Error::invalid("until", "breaches-fault-order"));
        }
        if until - from > Span::days(SIGHT_DAYS_MAX) {
            return Err(Error::invalid("from", "breaches-fault-long"));
        }
        Ok(Self { from, until })
    }

    /// Where it begins.
    pub const fn from(&self) -> Timestamp {
        self.from
    }

    /// Where it ends.
    pub const fn until(&self) -> Timestamp {
        self.until
    }
}

impl Spell {
    fn holds_at(&self, at: Timestamp) -> bool {
        self.since <= at && self.until.is_none_or(|until| at <= until)
    }
}

/// The parts that somebody had within the period, each cut to it; two of one person that touch each other are one.
pub(super) fn within(spells: &[Spell], period: Period) -> Vec<Spell> {
    let cut = spells.iter().filter_map(|spell| {
        let since = spell.since.max(period.from);
        let until = spell.until.unwrap_or(period.until).min(period.until);
        (since < until).then_some(Spell { since, until: Some(until), ..*spell })
    });
    let mut cut: Vec<Spell> = cut.collect();
    cut.sort_by_key(|spell| (spell.tie as u8, spell.person, spell.since));
    let mut whole: Vec<Spell> = Vec::new();
    for spell in cut {
        match whole.last_mut() {
            Some(last) if last.person == spell.person && last.tie == spell.tie && last.until >= Some(spell.since) => {
                last.until = last.until.max(spell.until);
            }
            _ => whole.push(spell),
        }
    }
    whole
}

/// What a part opens in a group with this charter, as the decision table has it.
pub(super) fn reach(tie: Tie, charter: &Charter) -> Vec<Deed> {
    let opens = |deed: &Deed| deed.who_may().contains(&tie);
    let is_there = |capability: &Option<Capability>| capability.is_none_or(|one| charter.allow(one).is_ok());
    READINGS.iter().filter(|(deed, capability)| opens(deed) && is_there(capability)).map(|(deed, _)| *deed).collect()
}

/// What was done, counted by who, by what right, and what: the most recent first. Looks at one's own record are left out.
pub(super) fn counted(touches: &[Touch], known: Known<'_>) -> Vec<Opened> {
    let mut counted: Vec<Opened> = Vec::new();
    for touch in touches.iter().filter(|touch| belongs(touch, known)) {
        let actor = touch.actor.filter(|_| touch.outcome != Tie::Seated.code());
        let same =
            |known: &&mut Opened| known.actor == actor && known.deed == touch.deed && known.outcome == touch.outcome;
        match counted.iter_mut().find(same) {
            Some(known) => {
                known.count += 1;
                known.first = known.first.min(touch.at);
                known.last = known.last.max(touch.at);
            }
            None => counted.push(Opened {
                actor,
                deed: touch.deed.clone(),
                outcome: touch.outcome.clone(),
                count: 1,
                first: touch.at,
                last: touch.at,
            }),
        }
    }
    counted.sort_by_key(|opened| std::cmp::Reverse(opened.last));
    counted
}

/// When somebody could read one kind of thing because they were asked to sign it, and by no part that opens it to them anyway.
pub(super) fn only_beside(
    beside: &[Beside],
    (deed, charter): (Deed, &Charter),
    parts: &[Spell],
    period: Period,
) -> Vec<Spell> {
    let spell = |asked: &Beside| {
        let Beside { person, since, until, .. } = *asked;
        Spell { person, tie: Tie::Supervisor, since, until }
    };
    let asked: Vec<Spell> = beside.iter().map(spell).collect();
    let has_part = |asked: &Spell| {
        let encloses =
            |part: &&Spell| part.person == asked.person && part.since <= asked.since && part.until >= asked.until;
        parts.iter().filter(encloses).any(|part| reach(part.tie, charter).contains(&deed))
    };
    within(&asked, period).into_iter().filter(|asked| !has_part(asked)).collect()
}

/// Whether it was done to what belongs to this group, in a part that does, or in none that belongs to any.
fn belongs(touch: &Touch, known: Known<'_>) -> bool {
    let Some(tie) = Tie::ALL.into_iter().find(|tie| tie.code() == touch.outcome) else { return true };
    match tie {
        Tie::Oneself => false,
        Tie::Seated | Tie::Leader | Tie::CoLeader | Tie::Supervisor | Tie::Facilitator => {
            let has_it =
                |spell: &Spell| Some(spell.person) == touch.actor && spell.tie == tie && spell.holds_at(touch.at);
            known.spells.iter().any(has_it)
                || touch.object == Some(known.group.0)
                || known.beside.iter().any(|asked| tie == Tie::Supervisor && was_asked(asked, touch))
        }
        _ => true,
    }
}

/// Whether it was done by somebody who was asked to sign, and to what they were asked about; where the log names nothing, in that
/// time.
fn was_asked(asked: &Beside, touch: &Touch) -> bool {
    let in_time = asked.since <= touch.at && asked.until.is_none_or(|until| touch.at <= until);
    Some(asked.person) == touch.actor && touch.object.map_or(in_time, |object| object == asked.thing)
}
