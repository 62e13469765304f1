//! The script of a support group's meeting: what is read aloud in which part, what it is about tonight, and where it is.

use ::techniques::Curriculum;
use serde::{Deserialize, Serialize};

use super::prepare::{is_ahead, kept, save, stored};
use super::{Agenda, Block, SessionClock, deeds};
use crate::access::Grant;
use crate::groups::{self, Group, Session};
use crate::hub::Change;
use crate::id::SessionId;
use crate::limits::LINE_CHARS_MAX;
use crate::techniques::plan_of;
use crate::work::Work;
use crate::{Error, Result};

/// What is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// What people here hold to.
    Principles,
    /// How they treat each other.
    Guidelines,
    /// Where there is help in danger.
    Help,
}

/// What is read in a part of a clock.
pub(super) fn readings_of(key: &str) -> Vec<Reading> {
    match key {
        "plans-part-principles" => vec![Reading::Principles],
        "plans-part-guidelines" => vec![Reading::Guidelines],
        "plans-part-help" => vec![Reading::Help],
        _ => Vec::new(),
    }
}

/// What those who lead are told of a part of a clock.
pub(super) fn notes_key(key: &str) -> Option<&'static str> {
    match key {
        "plans-part-round" => Some("plans-notes-round"),
        "plans-part-talk" => Some("plans-notes-talk"),
        "plans-part-helped" => Some("plans-notes-helped"),
        "plans-part-closing-round" => Some("plans-notes-closing-round"),
        _ => None,
    }
}

/// A curriculum with readings has them in its first part, and the reminder of help in its last.
pub(super) fn lay_readings(curriculum: &Curriculum, blocks: &mut [Block]) {
    if curriculum.opening_reading.is_empty() {
        return;
    }
    if let Some(first) = blocks.first_mut() {
        first.readings = vec![Reading::Principles, Reading::Guidelines];
    }
    if let Some(last) = blocks.last_mut() {
        last.readings.push(Reading::Help);
    }
}

/// Where a meeting is in its script.
#[derive(Clone, PartialEq, Eq)]
pub struct Running {
    /// What it is about tonight; may be empty.
    pub topic: String,
    /// The part that runs; empty where none does.
    pub part: String,
    /// What is read aloud in it.
    pub readings: Vec<Reading>,
}

impl std::fmt::Debug for Running {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Running([sealed])")
    }
}

impl Running {
    fn of(agenda: &Agenda) -> Self {
        let block = agenda.current().map(|at| &agenda.blocks[at]);
        Self {
            topic: agenda.topic.clone(),
            part: block.map(|block| block.title.clone()).unwrap_or_default(),
            readings: block.map(|block| block.readings.clone()).unwrap_or_default(),
        }
    }
}

/// Where it is, under a grant that was given for another reason, such as the floor of the meeting. Nothing where no agenda is
/// kept.
pub async fn running(work: &mut Work<'_>, grant: &Grant, session: &Session) -> Result<Option<Running>> {
    Ok(stored(work, grant, session).await?.map(|(agenda, _)| Running::of(&agenda)))
}

/// The clock of a group, for whoever may see what it follows.
pub async fn clock_of(work: &mut Work<'_>, group: &Group) -> Result<SessionClock> {
    let family = plan_of(work, group.id).await?.map(|plan| plan.curriculum.family);
    Ok(SessionClock::of(&group.charter, family, &group.words.approach))
}

/// Says what a meeting is about.
pub async fn set_topic(work: &mut Work<'_>, id: SessionId, topic: &str) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_prepare(work, &session).await?;
    if !is_ahead(&session) {
        return Err(Error::Conflict("plans-conflict-over"));
    }
    match topic.trim().chars().count() {
        0 => return Err(Error::invalid("topic", "fault-empty")),
        length if length > LINE_CHARS_MAX => return Err(Error::invalid("topic", "fault-long")),
        _ => {}
    }
    let group = groups::group(work, &grant, session.group).await?;
    let now = kept(work, &grant, &group, &session).await?;
    let mut agenda = now.agenda.ok_or(Error::Conflict("plans-conflict-over"))?;
    topic.trim().clone_into(&mut agenda.topic);
    save(work, &grant, &session, now.version, &agenda).await?;
    work.announce(Change::Group(group.id));
    Ok(())
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::plans::Basis;
    use crate::techniques::catalogue;

    #[test]
    fn the_curriculum_of_peer_support_reads_at_the_beginning_and_reminds_of_help_at_the_end() {
        let curriculum = catalogue().curriculum("peer-support").expect("it is built in");
        let mut blocks = [Block::new(1, "Welcome", 10), Block::new(2, "Talk", 40), Block::new(3, "Closing", 10)];
        lay_readings(curriculum, &mut blocks);
        let readings = blocks.map(|block| block.readings);
        assert_eq!(readings, [vec![Reading::Principles, Reading::Guidelines], vec![], vec![Reading::Help]]);
    }

    #[test]
    fn a_curriculum_without_readings_lays_none() {
        let curriculum = catalogue().curriculum("cbt-depression").expect("it is built in");
        let mut blocks = [Block::new(1, "Arrival", 10)];
        lay_readings(curriculum, &mut blocks);
        assert!(blocks[0].readings.is_empty());
    }

    #[test]
    fn what_runs_is_told_with_its_readings_and_nothing_before_it_begins() {
        let clock = SessionClock::PeerSupport;
        let block = |(id, (key, minutes)): (u32, (&'static str, u32))| Block {
            readings: readings_of(key),
            ..Block::new(id, key, minutes)
        };
        let mut agenda = Agenda {
            basis: Basis::Clock(clock),
            topic: "Sleep".to_owned(),
            aim: String::new(),
            practice: String::new(),
            checks: Vec::new(),
            blocks: (1..).zip(clock.blocks(90)).map(block).collect(),
            decided: Vec::new(),
        };
        assert_eq!(Running::of(&agenda).readings, []);
        let now = crate::clock::Timestamp(0);
        agenda.step(super::super::Step::Next, now);
        agenda.step(super::super::Step::Next, now);
        let running = Running::of(&agenda);
        assert_eq!((running.topic.as_str(), running.readings), ("Sleep", vec![Reading::Principles]));
        assert_eq!(agenda.blocks.iter().filter(|block| !block.readings.is_empty()).count(), 3);
    }
}
