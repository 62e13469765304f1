//! Answers kept while a member is still answering, so that they can stop, or go on at another device.

use std::collections::BTreeMap;

use measures::Instrument;
use serde::{Deserialize, Serialize};

use super::assignment::{self, open};
use super::offer::{Offer, drawn, offered};
use super::{Aside, Asides, Assignment, AssignmentId, AssignmentState, Readers, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// Answers so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Option positions in printed order, one place for each item; `None` is not answered yet.
    pub positions: Vec<Option<usize>>,
    /// What was answered to the printed questions that no score uses.
    #[serde(default)]
    pub asides: Asides,
}

/// A part of a questionnaire as a page sent it. What is not on the page keeps the answer it had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The id of the questionnaire that the page was drawn for.
    pub form: String,
    /// Option positions by the item's place, from 0; `None` takes an answer back.
    pub positions: BTreeMap<usize, Option<usize>>,
    /// Answers to the questions beside the score, by their ids; `None` takes an answer back.
    pub asides: BTreeMap<String, Option<Aside>>,
}

/// An assignment as its person finds it when they open it.
#[derive(Clone, Debug)]
pub struct Begun {
    /// What is asked, in the form that is offered now.
    pub assignment: Assignment,
    /// What has been answered so far.
    pub draft: Draft,
    /// When that was kept.
    pub kept_at: Option<Timestamp>,
    /// It asks about danger, nobody is there to read it now, and it has not been begun: it is not offered.
    pub waits: bool,
    /// Who will read the answers.
    pub readers: Readers,
}

/// Opens one of the actor's own assignments that is not answered yet. Whether somebody is on duty is looked at again here:
/// what was begun can be finished, and what was not is offered without a question about danger, or later.
pub async fn begin(work: &mut Work<'_>, id: AssignmentId) -> Result<Begun> {
    let (grant, mut assignment) = asked(work, id).await?;
    let kept = store::find_draft(work, &grant, id).await?;
    let mut waits = false;
    if kept.is_none() {
        match offered(work, assignment.group, assignment.instrument).await? {
            Offer::Ask(instrument) => assignment.instrument = instrument,
            Offer::Wait => waits = true,
        }
    }
    let kept_at = kept.as_ref().map(|kept| kept.saved_at);
    let draft = opened(work, &grant, &assignment, kept).await?;
    let readers = Readers::of(work, &assignment).await?;
    Ok(Begun { assignment, draft, kept_at, waits, readers })
}

/// Keeps what a page sent, over what was kept before, and answers with the whole. What the page asked is what is asked
/// from now on, with or without its question about danger.
pub async fn keep_draft(work: &mut Work<'_>, id: AssignmentId, part: &Part) -> Result<Begun> {
    let (grant, mut assignment) = asked(work, id).await?;
    let kept = store::find_draft(work, &grant, id).await?;
    let version = kept.as_ref().map_or(1, |kept| kept.version + 1);
    let form = drawn(assignment.instrument, &part.form)?;
    let asks_more = form.items.len() > assignment.instrument.items.len();
    if form.id != assignment.instrument.id && (kept.is_none() || asks_more) {
        exchange(work, &grant, &mut assignment, form).await?;
    }
    let mut draft = opened(work, &grant, &assignment, kept).await?;
    draft.lay(part, assignment.instrument);
    let sealed = work.seal(Scope::Person(assignment.person), cell(id, version), &draft).await?;
    store::save_draft(work, &grant, id, sealed, version).await?;
    let readers = Readers::of(work, &assignment).await?;
    Ok(Begun { assignment, draft, kept_at: Some(work.now()), waits: false, readers })
}

/// The draft of one of the actor's own assignments; empty where nothing has been kept.
pub async fn draft(work: &mut Work<'_>, id: AssignmentId) -> Result<Draft> {
    let kept = store::find_assignment(work, id).await?;
    let grant = deeds::may_answer(work, &kept).await?;
    let assignment = open(work, &grant, kept).await?;
    let kept = store::find_draft(work, &grant, id).await?;
    opened(work, &grant, &assignment, kept).await
}

async fn asked(work: &mut Work<'_>, id: AssignmentId) -> Result<(Grant, Assignment)> {
    let kept = store::find_assignment(work, id).await?;
    let grant = deeds::may_answer(work, &kept).await?;
    if kept.state != AssignmentState::Asked {
        return Err(Error::Conflict("assessments-conflict-answered"));
    }
    let assignment = open(work, &grant, kept).await?;
    Ok((grant, assignment))
}

async fn opened(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &Assignment,
    kept: Option<store::KeptDraft>,
) -> Result<Draft> {
    let Some(kept) = kept else { return Ok(Draft::default()) };
    work.open(grant, Scope::Person(assignment.person), cell(assignment.id, kept.version), &kept.draft).await
}

/// Asks `form` from now on, in place of what was asked.
async fn exchange(
    work: &mut Work<'_>,
    grant: &Grant,
    assignment: &mut Assignment,
    form: &'static Instrument,
) -> Result<()> {
    let place = assignment::cell(assignment.id);
    let sealed = work.seal(Scope::Person(assignment.person), place, form.id.as_str()).await?;
    let index = work.vault().instrument_index(&form.id);
    if !store::exchange_instrument(work, grant, assignment, sealed, index).await? {
        return Err(Error::Conflict("assessments-conflict-asked-twice"));
    }
    assignment.instrument = form;
    Ok(())
}

impl Draft {
    /// Lays a part over it. No answer is lost to a page that asks less.
    pub(super) fn lay(&mut self, part: &Part, instrument: &Instrument) {
        let places = instrument.items.len().max(self.positions.len());
        self.positions.resize(places, None);
        for (place, position) in &part.positions {
            if let Some(kept) = self.positions.get_mut(*place) {
                *kept = *position;
            }
        }
        for (id, answer) in &part.asides {
            match answer {
                Some(answer) => self.asides.insert(id.clone(), answer.clone()),
                None => self.asides.remove(id),
            };
        }
    }
}

const fn cell(id: AssignmentId, version: u32) -> Cell {
    Cell::of("drafts", "draft", id.0).version(version)
}
