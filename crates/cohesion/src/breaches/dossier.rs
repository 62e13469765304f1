//! What the entries of a case come to: where it is, which steps are answered, which clocks still run. Pure.

use jiff::tz::TimeZone;

use super::clock::{Basis, Clock, clocks};
use super::{Affected, Contained, Decision, Entry, Facts, Law, Tells, Told, Whom};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::{Error, Result};

/// Who wrote an entry, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// One of the five steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// What happened, and whom it affects.
    Report,
    /// What is done so that it goes no further.
    Contain,
    /// Who is told was decided, by two where somebody is not.
    Decide,
    /// Everybody is told whom the decision names.
    Tell,
    /// What will be done otherwise.
    Learn,
}

/// A decision, and who agreed to it.
#[derive(Clone, PartialEq, Eq)]
pub struct Decided {
    /// What was decided.
    pub decision: Decision,
    /// By whom.
    pub mark: Mark,
    /// Who agreed.
    pub agreed: Option<Mark>,
}

/// What the entries come to.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Dossier {
    /// What happened, as the newest entry says.
    pub facts: Option<Facts>,
    /// Whom it affects, the same.
    pub affected: Option<Affected>,
    /// What was done, the first first.
    pub contained: Vec<(Contained, Mark)>,
    /// The words in which people are told.
    pub letter: Option<String>,
    /// Who is told, as it stands.
    pub decided: Option<Decided>,
    /// Who was told, the first first; what counts is what came after the case was last opened.
    pub told: Vec<(Told, Mark)>,
    /// What will be done otherwise; the same.
    pub learned: Vec<(String, Mark)>,
    /// Who closed it.
    pub closed: Option<Mark>,
    /// When it was opened again, the last time.
    pub reopened: Option<Timestamp>,
    /// What was answered before it was opened again, and counts no more.
    pub before: Before,
}

/// What was answered before a case was opened again, the first first.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Before {
    /// Who was told.
    pub told: Vec<(Told, Mark)>,
    /// What was to be done otherwise.
    pub learned: Vec<(String, Mark)>,
}

impl Stage {
    /// Every step, in their order.
    pub const ALL: [Self; 5] = [Self::Report, Self::Contain, Self::Decide, Self::Tell, Self::Learn];

    /// The Fluent keys of its name and of what it asks for.
    pub const fn word_keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Report => ("breaches-stage-report", "breaches-stage-report-how"),
            Self::Contain => ("breaches-stage-contain", "breaches-stage-contain-how"),
            Self::Decide => ("breaches-stage-decide", "breaches-stage-decide-how"),
            Self::Tell => ("breaches-stage-tell", "breaches-stage-tell-how"),
            Self::Learn => ("breaches-stage-learn", "breaches-stage-learn-how"),
        }
    }
}

impl Decided {
    /// Whether it stands: somebody else has agreed, where it leaves somebody untold.
    pub fn stands(&self) -> bool {
        self.agreed.is_some() || !self.decision.needs_second()
    }
}

impl Dossier {
    /// What these entries come to.
    pub fn of<'a>(entries: impl IntoIterator<Item = (&'a Entry, Mark)>) -> Self {
        let mut dossier = Self::default();
        for (entry, mark) in entries {
            dossier.take(entry.clone(), mark);
        }
        dossier
    }

    /// Takes one more. What is found out later undoes a decision that leaves somebody untold: it was made without that.
    pub(super) fn take(&mut self, entry: Entry, mark: Mark) {
        match entry {
            Entry::Facts(facts) => {
                self.facts = Some(facts);
                self.forget_a_no();
            }
            Entry::Affected(affected) => {
                self.affected = Some(affected);
                self.forget_a_no();
            }
            Entry::Contained(done) => self.contained.push((done, mark)),
            Entry::Letter(letter) => self.letter = Some(letter),
            Entry::Decided(decision) => self.decided = Some(Decided { decision, mark, agreed: None }),
            Entry::Agreed => {
                if let Some(decided) = &mut self.decided {
                    decided.agreed = Some(mark);
                }
            }
            Entry::Objected(_) => self.decided = None,
            Entry::Told(told) => self.told.push((told, mark)),
            Entry::Learned(words) => self.learned.push((words, mark)),
            Entry::Closed => self.closed = Some(mark),
            Entry::Reopened(_) => self.begin_again(mark.at),
        }
    }

    /// Who is told is decided anew, and all who are to be told are told of what came to light.
    fn begin_again(&mut self, at: Timestamp) {
        self.closed = None;
        self.decided = None;
        self.reopened = Some(at);
        self.before.told.append(&mut self.told);
        self.before.learned.append(&mut self.learned);
    }

    fn forget_a_no(&mut self) {
        self.decided = self.decided.take().filter(|decided| !decided.decision.needs_second());
    }

    /// Whether `entry` may follow now, written by `me`.
    pub(super) fn may_follow(&self, entry: &Entry, me: PersonId, zone: &TimeZone) -> Result<()> {
        match (self.closed, entry) {
            (Some(_), Entry::Reopened(_)) => return Ok(()),
            (Some(_), _) => return Err(Error::Conflict("breaches-conflict-closed")),
            (None, Entry::Reopened(_)) => return Err(Error::Conflict("breaches-conflict-not-closed")),
            (None, _) => {}
        }
        match entry {
            Entry::Agreed | Entry::Objected(_) => self.may_speak_second(me),
            Entry::Told(told) if self.told.iter().any(|(known, _)| known.telling == told.telling) => {
                Err(Error::Conflict("breaches-conflict-told"))
            }
            Entry::Told(told) if !self.clocks(zone).iter().any(|clock| clock.telling == told.telling) => {
                Err(Error::invalid("telling", "fault-choose"))
            }
            Entry::Closed if !self.open_stages(zone).is_empty() => Err(Error::Conflict("breaches-conflict-open")),
            _ => Ok(()),
        }
    }

    fn may_speak_second(&self, me: PersonId) -> Result<()> {
        match &self.decided {
            Some(decided) if decided.stands() => Err(Error::Conflict("breaches-conflict-stands")),
            Some(decided) if decided.mark.by == me => Err(Error::Conflict("breaches-conflict-second")),
            Some(_) => Ok(()),
            None => Err(Error::Conflict("breaches-conflict-undecided")),
        }
    }

    /// How many people are affected, as far as is known.
    pub fn count(&self) -> u32 {
        let Some(affected) = &self.affected else { return 0 };
        u32::try_from(affected.people.len()).unwrap_or(u32::MAX).saturating_add(affected.others)
    }

    /// Every clock of the case, the first one first.
    pub fn clocks(&self, zone: &TimeZone) -> Vec<Clock> {
        let Some(facts) = &self.facts else { return Vec::new() };
        let to_people = self.told.iter().filter(|(told, _)| told.telling.whom() == Whom::People);
        let people_told = to_people.map(|(told, _)| told.at).min();
        let laws: &[Law] = &facts.laws;
        let begun = self.reopened.map_or(facts.discovered, |reopened| reopened.max(facts.discovered));
        clocks(laws, &Basis { discovered: begun, affected: self.count(), people_told, zone })
    }

    /// Whether this clock runs: nobody was told, and no decision that stands says that it need not be.
    pub fn runs(&self, clock: &Clock) -> bool {
        self.closed.is_none() && self.is_demanded(clock) && self.told_of(clock).is_none()
    }

    /// Whether somebody has to be told: until it is decided otherwise, everybody.
    pub fn is_demanded(&self, clock: &Clock) -> bool {
        match self.decided.as_ref().filter(|decided| decided.stands()).map(|decided| decided.decision.tells) {
            None | Some(Tells::Everybody) => true,
            Some(Tells::Authorities) => clock.telling.whom() == Whom::Authority,
            Some(Tells::Nobody) => false,
        }
    }

    /// How somebody was told.
    pub fn told_of(&self, clock: &Clock) -> Option<&(Told, Mark)> {
        self.told.iter().find(|(told, _)| told.telling == clock.telling)
    }

    /// How somebody was told before the case was opened again, the first first.
    pub fn told_before(&self, clock: &Clock) -> impl Iterator<Item = &(Told, Mark)> {
        let telling = clock.telling;
        self.before.told.iter().filter(move |(told, _)| told.telling == telling)
    }

    /// When the next clock that runs is over.
    pub fn next_due(&self, zone: &TimeZone) -> Option<Timestamp> {
        self.clocks(zone).iter().filter(|clock| self.runs(clock)).map(|clock| clock.due).min()
    }

    /// The steps that are not answered yet.
    pub fn open_stages(&self, zone: &TimeZone) -> Vec<Stage> {
        let is_open = |stage: &Stage| !self.is_answered(*stage, zone);
        Stage::ALL.into_iter().filter(is_open).collect()
    }

    fn is_answered(&self, stage: Stage, zone: &TimeZone) -> bool {
        let stands = self.decided.as_ref().is_some_and(Decided::stands);
        match stage {
            Stage::Report => self.facts.is_some() && self.affected.is_some(),
            Stage::Contain => !self.contained.is_empty(),
            Stage::Decide => stands,
            Stage::Tell => stands && !self.clocks(zone).iter().any(|clock| self.runs(clock)),
            Stage::Learn => !self.learned.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests;
