//! Somebody in the group tells of a post. Nobody but those who moderate learns of it, and they do not learn who it was.

use serde::{Deserialize, Serialize};

use super::matter::Record;
use super::store::{self, MatterRow, PostRow};
use super::thread::scope;
use super::{Cause, MatterId, PostId, PostState, Reason, Side, TELL_OF_RISK, deeds, record, team};
use crate::access::Grant;
use crate::clock::Span;
use crate::hub::Change;
use crate::id::PersonId;
use crate::limits::{REMARK_CHARS_MAX, REPORTS_AN_HOUR_MAX};
use crate::work::{Cell, Job, Work};
use crate::{Error, Result};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    /// Those who moderate have been told.
    Told,
    /// The same person had told of the same post already.
    Before,
}

/// What is sealed of a report.
#[derive(Serialize, Deserialize)]
pub(super) struct Told {
    pub reason: Reason,
    pub words: String,
}

/// Tells of somebody else's post. Telling of the same one again, while it is looked after, is nothing new; and more than so many
/// in an hour are not taken, with the words left as they are.
pub async fn report(work: &mut Work<'_>, id: PostId, reason: Reason, words: &str) -> Result<Reported> {
    let post = store::find_post(work, id).await?;
    let (coming, _) = deeds::may_see_post(work, &post, Side::Member).await?;
    if post.author == coming.person || post.state != PostState::Shown {
        return Err(Error::Conflict("sharing-conflict-gone"));
    }
    if words.trim().chars().count() > REMARK_CHARS_MAX {
        return Err(Error::invalid("words", "fault-long"));
    }
    let since = work.now() - Span::hours(1);
    if store::reports_since(work, &coming.grant, coming.person, since).await? >= REPORTS_AN_HOUR_MAX {
        return Err(Error::Conflict("sharing-conflict-many-reports"));
    }
    let matter = open_matter(work, &coming.grant, &post, reason).await?;
    let told = Told { reason, words: words.trim().to_owned() };
    let sealed = work.seal(scope(post.thread), cell(matter.id, coming.person), &told).await?;
    if !store::add_report(work, &coming.grant, &matter, coming.person, sealed).await? {
        return Ok(Reported::Before);
    }
    if reason == Reason::Risk {
        work.enqueue(Job::once(TELL_OF_RISK, matter.id.0, work.now()));
    }
    team::tell(work, &matter, None).await?;
    work.announce(Change::Thread(post.group));
    Ok(Reported::Told)
}

/// The matter that is open about a post, with the sooner clock of the two, or a new one.
async fn open_matter(work: &mut Work<'_>, grant: &Grant, post: &PostRow, reason: Reason) -> Result<MatterRow> {
    let known = match post.matter {
        Some(matter) => Some(store::find_matter(work, matter).await?).filter(|matter| matter.stage.is_open()),
        None => None,
    };
    let Some(mut matter) = known else {
        return record::raise(work, grant, post, (Cause::Reported, reason.tier()), &Record::default()).await;
    };
    let tier = matter.tier.or(reason.tier());
    if tier != matter.tier {
        matter.tier = tier;
        matter.due_at = matter.due_at.min(work.now() + tier.within());
        store::raise_tier(work, grant, matter.id, tier, matter.due_at).await?;
        record::watch(work, &matter);
    }
    Ok(matter)
}

/// The place of what one person told: nobody else's words open there.
pub(super) fn cell(matter: MatterId, reporter: PersonId) -> Cell {
    let digest = keyring::digest(&[&matter.0[..], &reporter.0].concat());
    let mut row = [0; 16];
    row.copy_from_slice(&digest[..16]);
    Cell::of("reports", "words", row)
}
