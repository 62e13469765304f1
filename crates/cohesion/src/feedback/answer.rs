//! A member answers a letter, once; the answer waits for whoever wrote it.

use super::{LetterId, Reply, deeds, letter, store};
use crate::hub::Change;
use crate::limits::TEXT_CHARS_MAX;
use crate::notices::{Kind, tell};
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// Keeps the answer. Whoever gave the letter out is told that it is there, and it stays on their Today until it is closed.
pub async fn answer(work: &mut Work<'_>, id: LetterId, reply: &Reply) -> Result<()> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_answer(work, &row).await?;
    if reply.words.chars().count() > TEXT_CHARS_MAX {
        return Err(Error::invalid("words", "fault-long"));
    }
    let scope = Scope::Membership(row.group, row.person);
    let reply = Reply { fits: reply.fits, words: reply.words.trim().to_owned() };
    let sealed = work.seal(scope, letter::reply_cell(id), &reply).await?;
    if !store::save_reply(work, &grant, id, sealed).await? {
        return Err(Error::Conflict("feedback-conflict-answered"));
    }
    if let Some((by, _)) = row.released {
        tell(work, by, Kind::LetterAnswered, id.0, 0).await?;
    }
    work.announce(Change::Group(row.group));
    work.announce(Change::Person(row.person));
    Ok(())
}
