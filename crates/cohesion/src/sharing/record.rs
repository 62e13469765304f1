//! A matter is put on record, kept, and read by those who look after it. They see what was written and what was told about it,
//! and nothing of anybody's record.

use super::deeds;
use super::matter::{Opinion, Record};
use super::post::Body;
use super::store::{self, MatterRow, PostRow};
use super::thread::scope;
use super::{
    Audience, Cause, Finding, MatterId, Outcome, PASS_ON, PostId, PostState, Reason, Stage, ThreadId, Tier, report,
    team,
};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Group};
use crate::id::GroupId;
use crate::work::{Cell, Job, Work};
use crate::{Legible, Result};

/// Something to look after.
pub struct Matter {
    /// Its id.
    pub id: MatterId,
    /// The group.
    pub group: GroupId,
    /// The thread.
    pub thread: ThreadId,
    /// The post.
    pub post: PostId,
    /// What brought it up.
    pub cause: Cause,
    /// How soon somebody has to look.
    pub tier: Tier,
    /// Where it is.
    pub stage: Stage,
    /// Since when it is there.
    pub raised_at: Timestamp,
    /// By when somebody has to look.
    pub due_at: Timestamp,
    /// When it was passed on to whoever is on duty.
    pub passed_on_at: Option<Timestamp>,
    /// Where the post is.
    pub state: PostState,
    /// To whom the post is shown.
    pub audience: Audience,
    /// Who wrote the post, by the name of the group, what it says, and its content note; nothing once it is closed or erased.
    pub said: Option<(String, String, Option<String>)>,
    /// What the lists found.
    pub found: Vec<Finding>,
    /// What was told about it: why, and in which words. Nobody learns who told.
    pub reports: Vec<(Reason, String)>,
    /// What those who moderate wrote to each other.
    pub opinions: Vec<Opinion>,
    /// Why the post was taken out, and what its writer was told.
    pub reason: Option<(Reason, String)>,
    /// What the writer answered.
    pub appeal: Option<String>,
    /// What they were told in the end.
    pub answer: String,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Whether the reader may decide now: whoever asked for a second opinion, or decided first, leaves it to another who is there.
    pub is_theirs: bool,
}

/// Puts a matter on record about a post, and winds its clock.
pub(super) async fn raise(
    work: &mut Work<'_>,
    grant: &Grant,
    post: &PostRow,
    (cause, tier): (Cause, Tier),
    record: &Record,
) -> Result<MatterRow> {
    let id = MatterId::random()?;
    let sealed = work.seal(scope(post.thread), cell(id, 1), record).await?;
    let now = work.now();
    let row = MatterRow {
        id,
        group: post.group,
        thread: post.thread,
        post: post.id,
        cause,
        tier,
        stage: Stage::Waiting,
        raised_at: now,
        due_at: now + tier.within(),
        passed_on_at: None,
        asked_by: None,
        decided_by: None,
        record: sealed,
        version: 1,
    };
    store::insert_matter(work, grant, &row).await?;
    store::save_post_matter(work, grant, post.id, id).await?;
    watch(work, &row);
    Ok(row)
}

/// Queues the look at whether it was looked after in time.
pub(super) fn watch(work: &mut Work<'_>, row: &MatterRow) {
    work.enqueue(Job::once(PASS_ON, row.id.0, row.due_at).in_round(row.due_at.0));
}

/// Keeps what a matter has come to.
pub(super) async fn keep(work: &mut Work<'_>, grant: &Grant, mut row: MatterRow, record: &Record) -> Result<MatterRow> {
    row.version += 1;
    row.record = work.seal(scope(row.thread), cell(row.id, row.version), record).await?;
    store::save_matter(work, grant, &row).await?;
    Ok(row)
}

/// What is sealed of a matter.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, row: &MatterRow) -> Result<Record> {
    work.open(grant, scope(row.thread), cell(row.id, row.version), &row.record).await
}

/// What waits in a group, what is due first at the top.
pub async fn matters(work: &mut Work<'_>, group: GroupId) -> Result<Legible<Matter>> {
    let grant = deeds::may_see_matters(work, group).await?;
    let mut all = Legible::default();
    for row in store::matters_in(work, &grant, group).await? {
        let id = row.id;
        all.add(look(work, &grant, row).await, "matters", id.0)?;
    }
    Ok(all)
}

/// One matter, and its group.
pub async fn matter(work: &mut Work<'_>, id: MatterId) -> Result<(Matter, Group)> {
    let row = store::find_matter(work, id).await?;
    let grant = deeds::may_see_matter(work, &row).await?;
    let group = groups::group(work, &grant, row.group).await?;
    Ok((look(work, &grant, row).await?, group))
}

async fn look(work: &mut Work<'_>, grant: &Grant, row: MatterRow) -> Result<Matter> {
    let (record, post) = (open(work, grant, &row).await?, store::find_post(work, row.post).await?);
    let is_evidence = row.stage.is_open() || row.stage == Stage::TakenOut;
    let said = match post.words.as_deref().filter(|_| is_evidence) {
        Some(sealed) => {
            let body: Body = work.open(grant, scope(post.thread), super::read::cell(post.id), sealed).await?;
            Some((body.called, body.text, body.note))
        }
        None => None,
    };
    let mut reports = Vec::new();
    for (reporter, sealed, _) in store::reports_of(work, grant, row.id).await? {
        let told: report::Told = work.open(grant, scope(row.thread), report::cell(row.id, reporter), &sealed).await?;
        reports.push((told.reason, told.words));
    }
    let is_theirs = row.stage.is_open() && is_theirs(work, &row).await?;
    let reason = record.reason.map(|reason| (reason, record.told.clone()));
    Ok(Matter {
        id: row.id,
        group: row.group,
        thread: row.thread,
        post: row.post,
        cause: row.cause,
        tier: row.tier,
        stage: row.stage,
        raised_at: row.raised_at,
        due_at: row.due_at,
        passed_on_at: row.passed_on_at,
        state: post.state,
        audience: post.audience,
        said,
        found: record.found,
        reports,
        opinions: record.opinions,
        reason,
        appeal: record.appeal,
        answer: record.answer,
        outcome: record.outcome,
        is_theirs,
    })
}

/// Whether the actor may decide: whoever asked for a second opinion, or took the post out before, leaves it to somebody else,
/// unless nobody else is there.
pub(super) async fn is_theirs(work: &mut Work<'_>, row: &MatterRow) -> Result<bool> {
    let Some(me) = work.actor().person() else { return Ok(false) };
    let spoke = match row.stage {
        Stage::SecondAsked => row.asked_by,
        Stage::Appealed => row.decided_by,
        Stage::Waiting | Stage::TakenOut | Stage::Closed => None,
    };
    Ok(spoke != Some(me) || !team::has_another(work, row.group, me).await?)
}

const fn cell(id: MatterId, version: u32) -> Cell {
    Cell::of("matters", "record", id.0).version(version)
}
