//! The plan of a session is changed: every button keeps all that was typed, then does what it says.

use std::collections::BTreeSet;

use super::agenda::Way;
use super::carry::{self, Offer};
use super::lay_out::lay_out;
use super::prepare::{is_ahead, kept, left_over, save};
use super::{Agenda, Block, deeds};
use crate::access::Grant;
use crate::groups::{self, Group, LeaderRole, Session};
use crate::hub::Change;
use crate::id::{PersonId, SessionId};
use crate::limits::{AGENDA_BLOCKS_MAX, BLOCK_MINUTES_MAX, LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::techniques::{Material, form_for, skill_for};
use crate::work::Work;
use crate::{Error, Fault, Result};

/// What was typed, and what is wished.
pub struct Edit {
    /// The version that was looked at, 0 for one that was laid out.
    pub seen: u32,
    /// What the session is about.
    pub topic: String,
    /// The blocks, in the order in which they stood.
    pub blocks: Vec<Draft>,
    /// One more block, if something was written there.
    pub new: Option<NewBlock>,
    /// What the button says.
    pub wish: Wish,
}

/// A block as it was typed.
pub struct Draft {
    /// Its number.
    pub id: u32,
    /// What it is.
    pub title: String,
    /// How many minutes.
    pub minutes: u32,
    /// Who leads it.
    pub owner: Option<PersonId>,
    /// What is needed.
    pub material: String,
    /// The worksheet or skill.
    pub technique: Option<Material>,
    /// What to do and to ask.
    pub notes: String,
}

/// A block that is added.
pub struct NewBlock {
    /// What it is.
    pub title: String,
    /// How many minutes.
    pub minutes: u32,
}

/// What a button of the plan says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Keep it.
    Keep,
    /// Move a block up.
    Up(u32),
    /// Move a block down.
    Down(u32),
    /// Take a block off.
    Remove(u32),
    /// Fit the blocks into the minutes of the session.
    Fit,
    /// Lay the agenda out anew, as the curriculum or the clock has it.
    Reset,
    /// Take on what an earlier session left.
    Take(u32),
    /// Let it go.
    LetGo(u32),
}

/// Changes the plan, over the version that was looked at. Where somebody else has changed it meanwhile, nothing is kept.
pub async fn edit(work: &mut Work<'_>, id: SessionId, edit: &Edit) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_prepare(work, &session).await?;
    if !is_ahead(&session) {
        return Err(Error::Conflict("plans-conflict-over"));
    }
    let group = groups::group(work, &grant, session.group).await?;
    let now = kept(work, &grant, &group, &session).await?;
    if now.version != edit.seen {
        return Err(Error::Conflict("plans-conflict-changed"));
    }
    let mut agenda = now.agenda.ok_or(Error::Conflict("plans-conflict-over"))?;
    check(work, &group, edit).await?;
    agenda.take_in(edit)?;
    fulfil(work, &grant, (&group, &session), &mut agenda, edit.wish).await?;
    save(work, &grant, &session, edit.seen, &agenda).await?;
    work.announce(Change::Group(group.id));
    Ok(())
}

async fn fulfil(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, session): (&Group, &Session),
    agenda: &mut Agenda,
    wish: Wish,
) -> Result<()> {
    match wish {
        Wish::Keep => Ok(()),
        Wish::Up(block) => agenda.shift(block, Way::Up),
        Wish::Down(block) => agenda.shift(block, Way::Down),
        Wish::Remove(block) => agenda.remove(block),
        Wish::Fit => {
            agenda.fit(session.minutes());
            Ok(())
        }
        Wish::Reset if agenda.is_begun() => Err(Error::Conflict("plans-conflict-begun")),
        Wish::Reset => {
            *agenda = lay_out(work, group, session).await?;
            Ok(())
        }
        Wish::Take(block) => {
            let offers: Vec<Offer> = left_over(work, grant, session, agenda).await?;
            agenda.take(carry::find(&offers, block)?)
        }
        Wish::LetGo(block) => {
            let offers: Vec<Offer> = left_over(work, grant, session, agenda).await?;
            agenda.let_go(carry::find(&offers, block)?);
            Ok(())
        }
    }
}

/// What a plan can hold: blocks that are led by somebody who leads, with techniques that the group may use.
async fn check(work: &mut Work<'_>, group: &Group, edit: &Edit) -> Result<()> {
    let leaders = groups::leaders(work, group.id).await?.into_iter();
    let leading: BTreeSet<PersonId> =
        leaders.filter(|one| one.role != LeaderRole::Supervisor).map(|one| one.person).collect();
    let mut faults = Vec::new();
    let mut fault = |field: String, words| faults.push(Fault::new(field, words));
    if edit.topic.chars().count() > LINE_CHARS_MAX {
        fault("topic".to_owned(), "fault-long");
    }
    if edit.blocks.len() > AGENDA_BLOCKS_MAX {
        fault("new-name".to_owned(), "plans-fault-many");
    }
    for draft in &edit.blocks {
        let id = draft.id;
        for (words, field) in [(title_fault(&draft.title), "name"), (minutes_fault(draft.minutes), "minutes")] {
            if let Some(words) = words {
                fault(format!("{field}-{id}"), words);
            }
        }
        if draft.owner.is_some_and(|owner| !leading.contains(&owner)) {
            fault(format!("owner-{id}"), "fault-choose");
        }
        if draft.material.chars().count() > LINE_CHARS_MAX {
            fault(format!("material-{id}"), "fault-long");
        }
        if draft.notes.chars().count() > TEXT_CHARS_MAX {
            fault(format!("notes-{id}"), "fault-long");
        }
        if !is_usable(group, draft.technique.as_ref()) {
            fault(format!("technique-{id}"), "fault-choose");
        }
    }
    if let Some(new) = &edit.new {
        for (words, field) in [(title_fault(&new.title), "new-name"), (minutes_fault(new.minutes), "new-minutes")] {
            if let Some(words) = words {
                fault(field.to_owned(), words);
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

fn title_fault(title: &str) -> Option<&'static str> {
    match title.trim().chars().count() {
        0 => Some("fault-empty"),
        1..=LINE_CHARS_MAX => None,
        _ => Some("fault-long"),
    }
}

fn minutes_fault(minutes: u32) -> Option<&'static str> {
    (!(1..=BLOCK_MINUTES_MAX).contains(&minutes)).then_some("fault-range")
}

fn is_usable(group: &Group, technique: Option<&Material>) -> bool {
    match technique {
        None => true,
        Some(Material::Form(id)) => form_for(&group.charter, id).is_ok(),
        Some(Material::Skill(id)) => skill_for(&group.charter, id).is_ok(),
    }
}

impl Agenda {
    /// Takes in what was typed. A block that is not here any more is added again, since somebody wrote in it; one that the form
    /// did not know of stays.
    fn take_in(&mut self, edit: &Edit) -> Result<()> {
        self.topic.clone_from(&edit.topic);
        for draft in &edit.blocks {
            if let Some(block) = self.blocks.iter_mut().find(|block| block.id == draft.id) {
                draft.write_to(block);
            } else {
                let mut block = Block::new(0, String::new(), 0);
                draft.write_to(&mut block);
                self.add(block)?;
            }
        }
        if let Some(new) = &edit.new {
            self.add(Block::new(0, new.title.clone(), new.minutes))?;
        }
        Ok(())
    }
}

impl Draft {
    fn write_to(&self, block: &mut Block) {
        block.title.clone_from(&self.title);
        block.minutes = self.minutes;
        block.owner = self.owner;
        block.material.clone_from(&self.material);
        block.technique.clone_from(&self.technique);
        block.notes.clone_from(&self.notes);
    }
}
