//! A letter is begun: an empty draft that only those who lead the group see.

use super::{Body, LetterId, Part, deeds, letter, store};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::web::words::Words;
use crate::work::{Scope, Work};
use crate::{Error, Result, groups, say};

/// Begins a letter to somebody who sits in the group, or finds the draft that is there: two leaders write on one.
pub async fn begin(work: &mut Work<'_>, words: Words, group: GroupId, person: PersonId) -> Result<LetterId> {
    let grant = deeds::may_write(work, group, person).await?;
    if !groups::is_seated(work, group, person).await? {
        return Err(Error::Conflict("feedback-conflict-left"));
    }
    if let Some(draft) = store::find_draft(work, &grant, group, person).await? {
        return Ok(draft);
    }
    let author = work.actor().person().ok_or(Error::SignInNeeded)?;
    let id = LetterId::random()?;
    let body = Body { parts: blank(words), ..Body::default() };
    let sealed = work.seal(Scope::Membership(group, person), letter::cell(id, 1), &body).await?;
    if !store::insert_letter(work, &grant, id, (group, person, author), sealed).await? {
        return Err(Error::Conflict("feedback-conflict-changed"));
    }
    work.announce(Change::Group(group));
    Ok(id)
}

/// Nothing but the invitation to answer.
fn blank(words: Words) -> Vec<String> {
    let part = |part| if part == Part::Turn { say!(words, "feedback-turn-start").into_owned() } else { String::new() };
    Part::ALL.into_iter().map(part).collect()
}
