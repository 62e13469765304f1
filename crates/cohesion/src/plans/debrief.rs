//! A facilitator looks back at a meeting, where a group has no fidelity: safety, tone and what to follow up, without names.

use serde::{Deserialize, Serialize};

use super::rate::is_begun;
use super::{deeds, store};
use crate::access::Standing;
use crate::clock::Timestamp;
use crate::groups::{self, Group, Session};
use crate::id::SessionId;
use crate::limits::TEXT_CHARS_MAX;
use crate::techniques::plan_of;
use crate::web::words::Words;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Fault, Result, practice, say};

/// What is answered about a meeting: each question with its answer. Nobody is named in it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Debrief {
    /// The questions, in their order, with what was answered.
    pub answers: Vec<(String, String)>,
}

impl std::fmt::Debug for Debrief {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Debrief([sealed])")
    }
}

/// A debrief as it is kept, or its questions before anybody has answered.
#[derive(Clone, Debug)]
pub struct KeptDebrief {
    /// The meeting.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// How the actor stands to it.
    pub standing: Standing,
    /// What it says.
    pub debrief: Debrief,
    /// Which version of it this is, from 1; 0 for none yet.
    pub version: u32,
    /// When it was written.
    pub written_at: Option<Timestamp>,
}

/// The debrief of a meeting.
pub async fn debrief(work: &mut Work<'_>, id: SessionId) -> Result<KeptDebrief> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_look_back(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let standing = groups::standing(work, group.id).await?;
    if let Some(row) = store::find_review(work, &grant, id).await? {
        let cell = cell(id, row.version);
        let debrief = work.open(&grant, Scope::Group(session.group), cell, &row.content).await?;
        let (version, written_at) = (row.version, Some(row.written_at));
        return Ok(KeptDebrief { session, group, standing, debrief, version, written_at });
    }
    let answers = questions(work, &session).await?.into_iter().map(|question| (question, String::new())).collect();
    Ok(KeptDebrief { session, group, standing, debrief: Debrief { answers }, version: 0, written_at: None })
}

/// Keeps it, over the version that was looked at (0 for none). The answers are those to the questions that were shown.
pub async fn keep_debrief(work: &mut Work<'_>, id: SessionId, seen: u32, answers: &[String]) -> Result<()> {
    let kept = debrief(work, id).await?;
    let grant = deeds::may_look_back(work, &kept.session).await?;
    if !is_begun(&kept.session) {
        return Err(Error::Conflict("plans-conflict-not-begun"));
    }
    if kept.version != seen || kept.debrief.answers.len() != answers.len() {
        return Err(Error::Conflict("plans-conflict-rated"));
    }
    let too_long = |(at, text): (usize, &String)| {
        (text.chars().count() > TEXT_CHARS_MAX).then(|| Fault::new(format!("answer-{at}"), "fault-long"))
    };
    let faults: Vec<Fault> = answers.iter().enumerate().filter_map(too_long).collect();
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let questions = kept.debrief.answers.into_iter().map(|(question, _)| question);
    let debrief = Debrief { answers: questions.zip(answers.iter().cloned()).collect() };
    let content = work.seal(Scope::Group(kept.session.group), cell(id, seen + 1), &debrief).await?;
    if store::save_review(work, &grant, (id, kept.session.group), seen, content).await? {
        return Ok(());
    }
    Err(Error::Conflict("plans-conflict-rated"))
}

/// What the curriculum asks, or what is always asked.
async fn questions(work: &mut Work<'_>, session: &Session) -> Result<Vec<String>> {
    let plan = plan_of(work, session.group).await?;
    let asked = plan.map(|plan| plan.curriculum.debrief.clone()).unwrap_or_default();
    if !asked.is_empty() {
        return Ok(asked);
    }
    let words = Words::of(&practice::settings(work).await?.language);
    let usual = [
        say!(words, "plans-debrief-safety"),
        say!(words, "plans-debrief-tone"),
        say!(words, "plans-debrief-follow-up"),
    ];
    Ok(usual.map(std::borrow::Cow::into_owned).to_vec())
}

const fn cell(session: SessionId, version: u32) -> Cell {
    Cell::of("session_reviews", "debrief", session.0).version(version)
}
