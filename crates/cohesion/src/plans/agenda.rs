//! An agenda: the blocks of one session in their order, and how its leaders change them.

use serde::{Deserialize, Serialize};

use super::carry::Decided;
use super::clocks::SessionClock;
use super::script::Reading;
use crate::clock::Timestamp;
use crate::id::{PersonId, SessionId};
use crate::limits::AGENDA_BLOCKS_MAX;
use crate::techniques::Material;
use crate::{Error, Result};

/// What is planned for one session, and how far it has come.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// What it was laid out from.
    pub basis: Basis,
    /// What the session is about, in a line; may be empty.
    pub topic: String,
    /// What it is for; empty where no curriculum says so.
    pub aim: String,
    /// What is tried in the room; empty where no curriculum says so.
    pub practice: String,
    /// What can be ticked afterwards, as the curriculum has it.
    pub checks: Vec<String>,
    /// The blocks, in their order.
    pub blocks: Vec<Block>,
    /// What became of blocks that an earlier session did not reach.
    pub decided: Vec<Decided>,
}

/// What an agenda was laid out from.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A step of the curriculum that the group follows.
    Step {
        /// What the curriculum is called.
        programme: String,
        /// Which of its sessions, from 1.
        number: u32,
        /// How many there are.
        of: u32,
    },
    /// The clock of the group's format.
    Clock(SessionClock),
}

/// One part of a session.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its number within the agenda; never given twice.
    pub id: u32,
    /// What it is.
    pub title: String,
    /// How many minutes are planned.
    pub minutes: u32,
    /// Who leads it; nobody in particular where nothing stands here.
    pub owner: Option<PersonId>,
    /// What is needed for it, in a line.
    pub material: String,
    /// The worksheet or skill of the library that it uses.
    pub technique: Option<Material>,
    /// What to do and to ask, for those who lead.
    pub notes: String,
    /// What is read aloud in it, where the group has something to read.
    #[serde(default)]
    pub readings: Vec<Reading>,
    /// The earlier session that did not reach it.
    pub carried: Option<Carried>,
    /// How far it is.
    pub progress: Progress,
    /// Milliseconds that it has had so far, without those that are running.
    pub used_ms: i64,
}

/// Where a block comes from that was not reached before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// The session.
    pub session: SessionId,
    /// The block's number in that session's agenda.
    pub block: u32,
    /// When that session began.
    pub at: Timestamp,
}

/// How far a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Not reached.
    Open,
    /// Running since then.
    Now(Timestamp),
    /// Over.
    Done,
    /// Left out on purpose.
    Skipped,
}

impl std::fmt::Debug for Agenda {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Agenda([sealed], {} blocks)", self.blocks.len())
    }
}

impl std::fmt::Debug for Block {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Block({}, [sealed], {} minutes, {:?})", self.id, self.minutes, self.progress)
    }
}

impl Block {
    /// A block that nobody has begun.
    pub fn new(id: u32, title: impl Into<String>, minutes: u32) -> Self {
        Self {
            id,
            title: title.into(),
            minutes,
            owner: None,
            material: String::new(),
            technique: None,
            notes: String::new(),
            readings: Vec::new(),
            carried: None,
            progress: Progress::Open,
            used_ms: 0,
        }
    }

    /// Whether it has not been reached.
    pub const fn is_open(&self) -> bool {
        matches!(self.progress, Progress::Open)
    }
}

/// Which way a block is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

impl Agenda {
    /// The minutes of all blocks together.
    pub fn minutes(&self) -> u32 {
        self.blocks.iter().map(|block| block.minutes).sum()
    }

    /// The block with this number.
    pub fn block(&self, id: u32) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    /// Whether any block has begun.
    pub fn is_begun(&self) -> bool {
        self.blocks.iter().any(|block| !block.is_open())
    }

    /// A number that no block of this agenda ever had.
    pub(super) fn next_id(&self) -> u32 {
        self.blocks.iter().map(|block| block.id).max().unwrap_or(0) + 1
    }

    /// Adds a block at the end.
    pub(super) fn add(&mut self, block: Block) -> Result<()> {
        let end = self.blocks.len();
        self.insert(end, block)
    }

    /// Adds a block before everything that has not begun.
    pub(super) fn add_on_top(&mut self, block: Block) -> Result<()> {
        let place = self.blocks.iter().rposition(|block| !block.is_open()).map_or(0, |last| last + 1);
        self.insert(place, block)
    }

    fn insert(&mut self, place: usize, block: Block) -> Result<()> {
        if self.blocks.len() >= AGENDA_BLOCKS_MAX {
            return Err(Error::invalid("new-name", "plans-fault-many"));
        }
        let id = self.next_id();
        self.blocks.insert(place, Block { id, ..block });
        Ok(())
    }

    /// Moves a block past its neighbour; at the end of the list it stays. What has begun keeps its place.
    pub(super) fn shift(&mut self, id: u32, way: Way) -> Result<()> {
        let at = self.place_of(id)?;
        let other = match way {
            Way::Up => at.checked_sub(1),
            Way::Down => (at + 1 < self.blocks.len()).then_some(at + 1),
        };
        let Some(other) = other else { return Ok(()) };
        if !self.blocks[at].is_open() || !self.blocks[other].is_open() {
            return Err(Error::Conflict("plans-conflict-begun"));
        }
        self.blocks.swap(at, other);
        Ok(())
    }

    /// Takes a block off that has not begun.
    pub(super) fn remove(&mut self, id: u32) -> Result<()> {
        let at = self.place_of(id)?;
        if !self.blocks[at].is_open() {
            return Err(Error::Conflict("plans-conflict-begun"));
        }
        self.blocks.remove(at);
        Ok(())
    }

    fn place_of(&self, id: u32) -> Result<usize> {
        let place = self.blocks.iter().position(|block| block.id == id);
        place.ok_or(Error::Conflict("plans-conflict-changed"))
    }
}

#[cfg(test)]
impl Agenda {
    /// These blocks, for a look at what is done with them.
    pub(super) fn of(blocks: Vec<Block>) -> Self {
        let (topic, aim, practice) = Default::default();
        let basis = Basis::Clock(SessionClock::Cbt);
        Self { basis, topic, aim, practice, checks: Vec::new(), blocks, decided: Vec::new() }
    }
}

#[cfg(test)]
mod rules {
    use super::*;

    fn agenda(minutes: &[u32]) -> Agenda {
        let blocks = minutes.iter().zip(1..).map(|(minutes, id)| Block::new(id, format!("Part {id}"), *minutes));
        Agenda::of(blocks.collect())
    }

    fn order(agenda: &Agenda) -> Vec<u32> {
        agenda.blocks.iter().map(|block| block.id).collect()
    }

    #[test]
    fn blocks_move_past_each_other_and_stay_at_the_ends() {
        let mut plan = agenda(&[10, 20, 30]);
        plan.shift(3, Way::Up).expect("it moves");
        assert_eq!(order(&plan), [1, 3, 2]);
        plan.shift(1, Way::Up).expect("it stays");
        plan.shift(2, Way::Down).expect("it stays");
        assert_eq!(order(&plan), [1, 3, 2]);
        assert_eq!(plan.shift(9, Way::Up), Err(Error::Conflict("plans-conflict-changed")));
    }

    #[test]
    fn what_has_begun_is_neither_moved_nor_taken_off() {
        let mut plan = agenda(&[10, 20]);
        plan.blocks[0].progress = Progress::Done;
        assert_eq!(plan.shift(2, Way::Up), Err(Error::Conflict("plans-conflict-begun")));
        assert_eq!(plan.remove(1), Err(Error::Conflict("plans-conflict-begun")));
        plan.remove(2).expect("it has not begun");
        assert_eq!(order(&plan), [1]);
    }

    #[test]
    fn a_block_on_top_comes_after_what_has_begun_and_no_number_is_given_twice() {
        let mut plan = agenda(&[10, 20]);
        plan.blocks[0].progress = Progress::Done;
        plan.add_on_top(Block::new(0, "Left from last time", 5)).expect("there is room");
        assert_eq!(order(&plan), [1, 3, 2]);
        plan.add(Block::new(0, "At the end", 5)).expect("there is room");
        assert_eq!((order(&plan), plan.minutes()), (vec![1, 3, 2, 4], 40));
    }

    #[test]
    fn an_agenda_has_an_end() {
        let mut plan = agenda(&[1; AGENDA_BLOCKS_MAX]);
        assert_eq!(plan.add(Block::new(0, "One more", 1)), Err(Error::invalid("new-name", "plans-fault-many")));
    }
}
