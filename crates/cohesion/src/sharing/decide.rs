//! Those who moderate decide about a matter: the post stands, is taken out with a reason, or somebody else gives an opinion first.

use super::matter::{Opinion, Record};
use super::store::{self, MatterRow, PostRow};
use super::{Audience, Cause, MatterId, Outcome, PostId, PostState, Reason, Side, Stage, deeds, record, team};
use crate::access::Grant;
use crate::groups::{self, Capability};
use crate::hub::Change;
use crate::identity;
use crate::limits::REMARK_CHARS_MAX;
use crate::notices::{self, Kind};
use crate::work::Work;
use crate::{Error, Result};

/// What is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The post stands, or stands again.
    Stands,
    /// It is taken out, or stays out. The writer reads the reason and these words.
    TakenOut(Reason, String),
    /// Somebody else is asked first, with these words.
    AskSecond(String),
}

/// Decides about a matter that waits. Where a second opinion was asked for, or the writer has asked for another look, somebody
/// else decides, as long as somebody else is there.
pub async fn decide(work: &mut Work<'_>, id: MatterId, verdict: &Verdict) -> Result<()> {
    let row = store::find_matter(work, id).await?;
    let grant = deeds::may_decide(work, &row).await?;
    if !row.stage.is_open() {
        return Err(Error::Conflict("sharing-conflict-decided"));
    }
    if !record::is_theirs(work, &row).await? {
        return Err(Error::Conflict("sharing-conflict-second"));
    }
    let (post, kept) = (store::find_post(work, row.post).await?, record::open(work, &grant, &row).await?);
    let group = row.group;
    match verdict {
        Verdict::Stands => stands(work, &grant, row, &post, kept).await?,
        Verdict::TakenOut(reason, words) => {
            let words = checked(words)?;
            taken_out(work, &grant, row, &post, Record { reason: Some(*reason), ..kept }, words).await?;
        }
        Verdict::AskSecond(words) => {
            let words = checked(words)?;
            ask_second(work, &grant, row, kept, words).await?;
        }
    }
    work.announce(Change::Thread(group));
    Ok(())
}

/// Takes out a post that nobody has told of: whoever leads noticed it by themselves.
pub async fn take_out(work: &mut Work<'_>, id: PostId, reason: Reason, words: &str) -> Result<MatterId> {
    let post = store::find_post(work, id).await?;
    let (_, sight) = deeds::may_see_post(work, &post, Side::Leading).await?;
    let grant = deeds::may_moderate(work, post.group, Capability::Threads).await?;
    if sight != super::post::Sight::Whole || post.state != PostState::Shown {
        return Err(Error::Conflict("sharing-conflict-gone"));
    }
    checked(words)?;
    let open = match post.matter {
        Some(matter) => Some(store::find_matter(work, matter).await?).filter(|matter| matter.stage.is_open()),
        None => None,
    };
    let matter = match open {
        Some(matter) => matter,
        None => record::raise(work, &grant, &post, (Cause::Noticed, reason.tier()), &Record::default()).await?,
    };
    decide(work, matter.id, &Verdict::TakenOut(reason, words.to_owned())).await?;
    Ok(matter.id)
}

fn checked(words: &str) -> Result<String> {
    match words.trim().chars().count() {
        0 => Err(Error::invalid("words", "fault-empty")),
        length if length > REMARK_CHARS_MAX => Err(Error::invalid("words", "fault-long")),
        _ => Ok(words.trim().to_owned()),
    }
}

/// The post is there for the group. One that its writer took back meanwhile stays gone, and its words go now.
async fn stands(work: &mut Work<'_>, grant: &Grant, row: MatterRow, post: &PostRow, kept: Record) -> Result<()> {
    let (was_out, is_back) = (post.state == PostState::TakenOut, post.state == PostState::TakenBack);
    if !is_back {
        store::save_post_state(work, grant, post.id, PostState::Shown).await?;
    }
    if post.state != PostState::Shown && !is_back && post.audience != Audience::Leaders {
        store::touch(work, grant, post.thread).await?;
    }
    let row = MatterRow { stage: Stage::Closed, decided_by: work.actor().person(), ..row };
    let kept = Record { outcome: Some(Outcome::Stands), ..kept };
    record::keep(work, grant, row, &kept).await?;
    if is_back {
        store::erase_words(work, grant, post.id).await?;
    }
    if was_out { tell_writer(work, post).await } else { Ok(()) }
}

/// The post is taken out. Once its writer has asked for another look, this was it.
async fn taken_out(
    work: &mut Work<'_>,
    grant: &Grant,
    row: MatterRow,
    post: &PostRow,
    kept: Record,
    words: String,
) -> Result<()> {
    let is_back = post.state == PostState::TakenBack;
    let is_last = row.stage == Stage::Appealed || is_back;
    let stage = if is_last { Stage::Closed } else { Stage::TakenOut };
    let kept = Record { outcome: Some(Outcome::TakenOut), ..kept };
    let kept =
        if row.stage == Stage::Appealed { Record { answer: words, ..kept } } else { Record { told: words, ..kept } };
    let decided_by = work.actor().person();
    record::keep(work, grant, MatterRow { stage, decided_by, ..row }, &kept).await?;
    if is_back {
        return store::erase_words(work, grant, post.id).await;
    }
    store::save_post_state(work, grant, post.id, PostState::TakenOut).await?;
    tell_writer(work, post).await
}

async fn tell_writer(work: &mut Work<'_>, post: &PostRow) -> Result<()> {
    if !groups::is_seated(work, post.group, post.author).await? {
        return Ok(());
    }
    let now = work.now();
    notices::tell(work, post.author, Kind::PostDecided, post.id.0, now.0).await
}

/// Only where several moderate, and somebody else is there.
async fn ask_second(work: &mut Work<'_>, grant: &Grant, row: MatterRow, mut kept: Record, words: String) -> Result<()> {
    groups::charter_of(work, row.group).await?.allow(Capability::ModerationTeam)?;
    let me = work.actor().person().ok_or(Error::SignInNeeded)?;
    if row.stage != Stage::Waiting {
        return Err(Error::Conflict("sharing-conflict-second"));
    }
    if !team::has_another(work, row.group, me).await? {
        return Err(Error::Conflict("sharing-conflict-alone"));
    }
    let about = work.about(grant, me);
    let by = identity::called(work, &about, me).await?;
    kept.opinions.push(Opinion { by, words });
    let row = MatterRow { stage: Stage::SecondAsked, asked_by: Some(me), ..row };
    let row = record::keep(work, grant, row, &kept).await?;
    team::tell_anew(work, &row, me).await
}
