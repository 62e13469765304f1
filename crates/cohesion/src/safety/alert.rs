//! The rules of an alert's life, pure: what may happen to it, and what that comes to.
//!
//! An alert is the list of its entries; [`State::after`] alone says which entry may follow. So nothing closes without an
//! author, a level and words, whatever an act, a job or a page asks for.

use serde::{Deserialize, Serialize};

use super::{Action, Level, Outcomes, Written};
use crate::clock::{Span, Timestamp};
use crate::groups::{Capability, Charter, Rule};
use crate::id::PersonId;
use crate::limits;
use crate::{Error, Result};

/// What the group's charter makes of a sign of danger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// A clinician asks and sets a level.
    Clinical,
    /// The duty contact is told and writes down what was done; there is no level.
    DutyContact,
}

impl Path {
    /// The path that a charter asks for.
    pub fn of(charter: &Charter) -> Self {
        match charter.rule(Capability::RiskLevels) {
            Rule::Forbidden => Self::DutyContact,
            Rule::Required | Rule::Allowed => Self::Clinical,
        }
    }

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The path that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::Clinical),
            2 => Ok(Self::DutyContact),
            other => Err(Error::bug(format!("no path of an alert has the number {other}"))),
        }
    }
}

/// What stands when an alert is raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What the charter makes of it.
    pub path: Path,
    /// When it was raised.
    pub raised_at: Timestamp,
    /// How long somebody has to take it before the next one is told.
    pub acknowledge_within: Span,
    /// When the level must be set; on the duty contact's path, when it must be closed.
    pub decide_by: Timestamp,
}

/// One thing that happened to an alert. It is sealed with the person's record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The next ones were told, and have time to take it.
    Told(Vec<PersonId>),
    /// All who had been told were told again.
    Reminded,
    /// The time to decide or to look again has passed, and these were told.
    Overdue(Vec<PersonId>),
    /// The person has seen the page with help.
    Seen,
    /// Somebody takes it.
    Taken,
    /// Somebody gives it to another, or takes it over.
    HandedOver {
        /// Who has it next.
        to: PersonId,
        /// Why, and what they should know.
        words: Written,
    },
    /// The clinician sets the level.
    Decided {
        /// The level.
        level: Level,
        /// The six outcomes of the clinician's own screener, where they asked from it.
        outcomes: Option<Outcomes>,
        /// Why this level.
        rationale: Written,
    },
    /// Something to do was done, or was found not to be needed.
    Marked(Action, Mark),
    /// Somebody looked again.
    Reviewed(Written),
    /// It is closed.
    Closed(Written),
    /// Somebody adds words; all that a closed alert takes.
    Added(Written),
}

impl Event {
    /// Who learns of the alert by it.
    pub fn tells(&self) -> &[PersonId] {
        match self {
            Self::Told(people) | Self::Overdue(people) => people,
            Self::HandedOver { to, .. } => std::slice::from_ref(to),
            _ => &[],
        }
    }
}

/// What became of something to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// It was done.
    Done,
    /// It was not needed.
    NotNeeded,
    /// It is still to do: what was marked before was a slip.
    Open,
}

/// An event, who stands for it, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Who; nobody where the program itself did it.
    pub author: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: Event,
}

/// Where an alert is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Nobody has taken it; the clock runs.
    Waiting,
    /// Somebody has it.
    Taken,
    /// It is decided and done; only words can be added.
    Closed,
}

impl Stage {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }
}

/// What an alert's entries come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What stood when it was raised.
    pub terms: Terms,
    /// Where it is.
    pub stage: Stage,
    /// Who has it, or was asked first.
    pub owner: Option<PersonId>,
    /// When the next one is told if nobody takes it.
    pub acknowledge_by: Timestamp,
    /// How many clocks for taking it have begun; a job of an older one does nothing.
    pub clock: u32,
    /// The level that the clinician set last.
    pub level: Option<Level>,
    /// What became of the things to do.
    pub marks: Vec<(Action, Mark)>,
    /// How many reviews were held at this level.
    pub reviews: u32,
    /// When somebody must look again.
    pub review_by: Option<Timestamp>,
    /// When the person saw the page with help.
    pub seen_at: Option<Timestamp>,
    pause: Span,
}

impl State {
    /// An alert without entries.
    pub const fn raised(terms: Terms) -> Self {
        Self {
            terms,
            stage: Stage::Waiting,
            owner: None,
            acknowledge_by: terms.raised_at,
            clock: 0,
            level: None,
            marks: Vec::new(),
            reviews: 0,
            review_by: None,
            seen_at: None,
            pause: terms.acknowledge_within,
        }
    }

    /// What `entry` makes of it, or why it may not follow.
    pub fn after(&self, entry: &Entry) -> Result<Self> {
        let mut next = self.clone();
        match &entry.event {
            Event::Added(_) => {}
            Event::Seen => next.seen_at = self.seen_at.or(Some(entry.at)),
            _ if self.stage == Stage::Closed => return Err(Error::Conflict("safety-conflict-closed")),
            Event::Told(people) => next.tell(entry.at, people)?,
            Event::Reminded => next.start_clock(entry.at, self.longer_pause())?,
            Event::Overdue(_) => {}
            Event::Taken => next.take(entry)?,
            Event::HandedOver { to, .. } => next.hand_over(entry, *to)?,
            Event::Decided { level, .. } => next.decide(entry, *level)?,
            Event::Marked(action, mark) => next.mark(entry, *action, *mark)?,
            Event::Reviewed(_) => next.review(entry)?,
            Event::Closed(_) => next.close(entry)?,
        }
        Ok(next)
    }

    /// When a person must have decided or looked again; nothing is due once it is closed.
    pub fn deadline(&self) -> Option<Timestamp> {
        match (self.stage, self.level) {
            (Stage::Closed, _) => None,
            (_, Some(_)) => self.review_by,
            (_, None) => Some(self.terms.decide_by),
        }
    }

    /// What runs out next: the time to take it, then the deadline.
    pub fn due(&self) -> Option<Timestamp> {
        match self.stage {
            Stage::Waiting => Some(self.acknowledge_by),
            Stage::Taken | Stage::Closed => self.deadline(),
        }
    }

    /// Things to do at the present level that nobody has marked yet.
    pub fn open_actions(&self) -> impl Iterator<Item = Action> {
        let actions = self.level.map_or(&[][..], Level::actions);
        actions.iter().copied().filter(|action| self.mark_of(*action).is_none())
    }

    /// What became of something to do.
    pub fn mark_of(&self, action: Action) -> Option<Mark> {
        self.marks.iter().find(|(marked, _)| *marked == action).map(|(_, mark)| *mark)
    }

    fn tell(&mut self, at: Timestamp, people: &[PersonId]) -> Result<()> {
        self.owner = self.owner.or_else(|| people.first().copied());
        self.start_clock(at, self.terms.acknowledge_within)
    }

    fn start_clock(&mut self, at: Timestamp, pause: Span) -> Result<()> {
        if self.stage != Stage::Waiting {
            return Err(Error::Conflict("safety-conflict-taken"));
        }
        self.clock += 1;
        self.pause = pause;
        self.acknowledge_by = at + pause;
        Ok(())
    }

    /// Once all have been told, each reminder waits twice as long as the one before, and at most a day.
    fn longer_pause(&self) -> Span {
        self.pause.max(Span(self.pause.0.saturating_mul(2)).min(limits::ALERT_REMINDER_PAUSE_MAX))
    }

    fn take(&mut self, entry: &Entry) -> Result<()> {
        if self.stage != Stage::Waiting {
            return Err(Error::Conflict("safety-conflict-taken"));
        }
        self.owner = Some(author_of(entry)?);
        self.stage = Stage::Taken;
        Ok(())
    }

    /// Whoever may answer it may also take it over, so that an absent owner never holds it fast.
    fn hand_over(&mut self, entry: &Entry, to: PersonId) -> Result<()> {
        self.owner = Some(to);
        if author_of(entry)? == to {
            self.stage = Stage::Taken;
            return Ok(());
        }
        self.stage = Stage::Waiting;
        self.start_clock(entry.at, self.terms.acknowledge_within)
    }

    fn decide(&mut self, entry: &Entry, level: Level) -> Result<()> {
        if self.terms.path != Path::Clinical {
            return Err(Error::NotFound);
        }
        self.held_by(author_of(entry)?)?;
        self.level = Some(level);
        self.reviews = 0;
        self.review_by = level.next_review(0).map(|span| entry.at + span);
        Ok(())
    }

    fn mark(&mut self, entry: &Entry, action: Action, mark: Mark) -> Result<()> {
        self.held_by(author_of(entry)?)?;
        let level = self.level.ok_or(Error::Conflict("safety-conflict-no-level"))?;
        if !level.actions().contains(&action) {
            return Err(Error::NotFound);
        }
        self.marks.retain(|(marked, _)| *marked != action);
        if mark != Mark::Open {
            self.marks.push((action, mark));
        }
        Ok(())
    }

    fn review(&mut self, entry: &Entry) -> Result<()> {
        self.held_by(author_of(entry)?)?;
        let level = self.level.ok_or(Error::Conflict("safety-conflict-no-level"))?;
        self.reviews += 1;
        self.review_by = level.next_review(self.reviews).map(|span| entry.at + span);
        Ok(())
    }

    fn close(&mut self, entry: &Entry) -> Result<()> {
        self.held_by(author_of(entry)?)?;
        if self.terms.path == Path::Clinical {
            let level = self.level.ok_or(Error::Conflict("safety-conflict-no-level"))?;
            if self.open_actions().next().is_some() {
                return Err(Error::Conflict("safety-conflict-actions"));
            }
            if self.reviews < level.reviews_before_closing() {
                return Err(Error::Conflict("safety-conflict-reviews"));
            }
        }
        self.stage = Stage::Closed;
        self.review_by = None;
        Ok(())
    }

    fn held_by(&self, author: PersonId) -> Result<()> {
        match self.stage {
            Stage::Taken if self.owner == Some(author) => Ok(()),
            Stage::Taken => Err(Error::Conflict("safety-conflict-not-yours")),
            _ => Err(Error::Conflict("safety-conflict-not-taken")),
        }
    }
}

fn author_of(entry: &Entry) -> Result<PersonId> {
    entry.author.ok_or_else(|| Error::bug("only a person answers an alert"))
}
