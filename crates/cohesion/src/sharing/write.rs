//! Somebody writes in a thread. Everything that follows is called from here: what the lists find is held back for a person, and
//! what tells of danger is raised in the same transaction, whoever is on duty.

use super::deeds::{self, Coming};
use super::post::Body;
use super::read::{body_of, cell, sight_of};
use super::store::{self, PostRow, ThreadRow};
use super::thread::{is_open, scope};
use super::{
    Audience, Cause, Finding, Kind, PostId, PostState, Reading, Rules, Side, Sort, Space, ThreadId, Tier, matter,
    record, team,
};
use crate::clock::Span;
use crate::groups::{self, Charter};
use crate::hub::Change;
use crate::identity;
use crate::limits::{POST_CHARS_MAX, POSTS_ON_A_PAGE, TITLE_CHARS_MAX};
use crate::notices;
use crate::safety::{self, AlertId, Teller, Written};
use crate::work::Work;
use crate::{Error, Fault, Result};

/// Whether somebody has been told what the lists found, and sends it as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// They have not been told of anything.
    First,
    /// They know, and want whoever moderates to read it.
    AsItIs,
}

/// What somebody writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Writing {
    /// What it is there for.
    pub kind: Kind,
    /// To whom it is shown.
    pub audience: Audience,
    /// What it says.
    pub text: String,
    /// What others may want to know before reading it.
    pub note: Option<String>,
    /// The post that it answers.
    pub answers: Option<PostId>,
    /// Whether the writer knows what the lists found.
    pub sending: Sending,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It stands in the thread.
    Posted(PostId),
    /// Whoever moderates reads it first.
    Waits(PostId),
    /// It tells of danger: whoever answers has been told, and the writer sees the help at once.
    Help(PostId, AlertId),
    /// Nothing was kept: these words would be held back, and the writer decides.
    Told(Vec<Finding>),
}

/// Writes in a thread.
pub async fn write(work: &mut Work<'_>, id: ThreadId, side: Side, writing: &Writing) -> Result<Done> {
    let thread = store::find_thread(work, id).await?;
    let coming = deeds::may_write(work, &thread, side).await?;
    check(writing)?;
    let (space, charter) =
        (store::find_space(work, thread.group).await?, groups::charter_of(work, thread.group).await?);
    may_go_on(work, &thread, &coming, &space).await?;
    fits(work, &coming, &thread, &charter, writing).await?;
    let called = called(work, &coming, &thread).await?;
    let found = look(work, &coming, &thread, writing).await?;
    let tells = found.iter().any(|finding| finding.sort == Sort::Risk);
    if !found.is_empty() && !tells && writing.sending == Sending::First {
        return Ok(Done::Told(found));
    }
    let held = why_held(&coming, &space, writing, &found);
    let row = keep(work, &coming, &thread, writing, called, held).await?;
    if let Some(cause) = held {
        bring_up(work, &coming, &row, cause, found).await?;
    }
    tell_whom_it_answers(work, &coming, &row).await?;
    work.announce(Change::Thread(thread.group));
    if tells {
        return raise(work, &row, &writing.text).await.map(|alert| Done::Help(row.id, alert));
    }
    Ok(if held.is_some() { Done::Waits(row.id) } else { Done::Posted(row.id) })
}

fn check(writing: &Writing) -> Result<()> {
    let mut faults = Vec::new();
    match writing.text.trim().chars().count() {
        0 => faults.push(Fault::new("text", "fault-empty")),
        length if length > POST_CHARS_MAX => faults.push(Fault::new("text", "sharing-fault-long")),
        _ => {}
    }
    if writing.note.as_ref().is_some_and(|note| note.trim().chars().count() > TITLE_CHARS_MAX) {
        faults.push(Fault::new("note", "fault-long"));
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

/// Whether one can write there now: it is open, its group goes on, and the pause between two posts is over.
async fn may_go_on(work: &mut Work<'_>, thread: &ThreadRow, coming: &Coming, space: &Space) -> Result<()> {
    let now = work.now();
    if groups::state_of(work, thread.group).await?.is_over() {
        return Err(Error::Conflict("sharing-conflict-over"));
    }
    // Where no end was set, members write as long as their group's space is open.
    let is_paused = coming.side == Side::Member && thread.closes_at.is_none() && !space.is_open;
    if is_paused || !is_open(thread.opens_at, thread.closes_at, now) {
        return Err(Error::Conflict("sharing-conflict-closed"));
    }
    if coming.side == Side::Leading || space.slow_minutes == 0 {
        return Ok(());
    }
    let last = store::last_written(work, &coming.grant, thread.group, coming.person).await?;
    let pause = Span::minutes(space.slow_minutes.into());
    if last.is_some_and(|last| now < last + pause) { Err(Error::Conflict("sharing-conflict-slow")) } else { Ok(()) }
}

/// Whether the kind fits: a thread goes on with one of three, and an answer follows what was asked.
async fn fits(
    work: &mut Work<'_>,
    coming: &Coming,
    thread: &ThreadRow,
    charter: &Charter,
    writing: &Writing,
) -> Result<()> {
    let kinds = match writing.answers {
        None => Kind::FRESH.to_vec(),
        Some(answered) => {
            let answered = store::find_post(work, answered).await?;
            let is_there = answered.thread == thread.id && answered.state == PostState::Shown;
            if !is_there
                || !matches!(sight_of(coming, &answered), super::post::Sight::Whole | super::post::Sight::WithoutName)
            {
                return Err(Error::NotFound);
            }
            answered.kind.answers(charter)
        }
    };
    if kinds.contains(&writing.kind) { Ok(()) } else { Err(Error::invalid("kind", "fault-choose")) }
}

/// The name under which it is written: of those who lead the one that members know, of a member that of this group. A name
/// that could be taken for that of somebody who leads is not written under.
async fn called(work: &mut Work<'_>, coming: &Coming, thread: &ThreadRow) -> Result<String> {
    if coming.side == Side::Leading {
        let about = work.about(&coming.grant, coming.person);
        return identity::called(work, &about, coming.person).await;
    }
    let called = name_in(work, coming, thread.group).await?;
    for (_, leader) in groups::named_leaders(work, &coming.grant, thread.group).await? {
        if groups::looks_like(&called) == groups::looks_like(&leader) {
            return Err(Error::Conflict("sharing-conflict-name"));
        }
    }
    Ok(called)
}

/// The name that whoever comes has in the group.
pub(super) async fn name_in(work: &mut Work<'_>, coming: &Coming, group: crate::id::GroupId) -> Result<String> {
    let seats = groups::seats_of(work, &coming.grant, coming.person).await?;
    let seat = seats.into_iter().find(|seat| seat.group == group && seat.until.is_none());
    seat.map(|seat| seat.called).ok_or(Error::NotFound)
}

/// What the lists find in what a member writes. Those who lead are not held back.
async fn look(work: &mut Work<'_>, coming: &Coming, thread: &ThreadRow, writing: &Writing) -> Result<Vec<Finding>> {
    if coming.side == Side::Leading {
        return Ok(Vec::new());
    }
    let text = format!("{}\n{}", writing.text, writing.note.as_deref().unwrap_or_default());
    let names = if text.contains('@') { names_in(work, coming, thread).await? } else { Vec::new() };
    Ok(Rules::built_in()?.look(&text, &names))
}

/// The names that can be called in a thread: those that whoever comes has read on its newest page, and no others.
pub(super) async fn names_in(work: &mut Work<'_>, coming: &Coming, thread: &ThreadRow) -> Result<Vec<String>> {
    let rows = store::posts_before(work, &coming.grant, thread.id, i64::MAX, POSTS_ON_A_PAGE).await?;
    let mut names = Vec::new();
    for row in rows.into_iter().filter(|row| row.words.is_some()) {
        if sight_of(coming, &row) == super::post::Sight::Whole && row.audience == Audience::Named {
            names.push(body_of(work, coming, &row).await?.called);
        }
    }
    Ok(names)
}

/// Why somebody has to look at it before the others do. What is for those who lead alone is read by them anyway.
fn why_held(coming: &Coming, space: &Space, writing: &Writing, found: &[Finding]) -> Option<Cause> {
    if !found.is_empty() {
        return Some(Cause::Held);
    }
    let is_read_first = coming.side == Side::Member && space.is_open && space.reading == Reading::First;
    (is_read_first && writing.audience != Audience::Leaders).then_some(Cause::ReadFirst)
}

async fn keep(
    work: &mut Work<'_>,
    coming: &Coming,
    thread: &ThreadRow,
    writing: &Writing,
    called: String,
    held: Option<Cause>,
) -> Result<PostRow> {
    let id = PostId::random()?;
    let note = writing.note.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    let body = Body { called, leads: coming.side == Side::Leading, text: writing.text.trim().to_owned(), note };
    let words = Some(work.seal(scope(thread.id), cell(id), &body).await?);
    let seq = store::next_seq(work, &coming.grant, thread.id).await?;
    let state = if held.is_some() { PostState::Waiting } else { PostState::Shown };
    let Writing { kind, audience, answers, .. } = *writing;
    let (group, author, at) = (thread.group, coming.person, work.now());
    let row =
        PostRow { id, thread: thread.id, seq, group, author, kind, audience, state, answers, words, matter: None, at };
    store::insert_post(work, &coming.grant, &row).await?;
    if state == PostState::Shown && audience != Audience::Leaders {
        store::touch(work, &coming.grant, thread.id).await?;
    }
    Ok(row)
}

/// It becomes a matter for those who moderate, with a clock.
async fn bring_up(
    work: &mut Work<'_>,
    coming: &Coming,
    row: &PostRow,
    cause: Cause,
    found: Vec<Finding>,
) -> Result<()> {
    let tier = found.iter().fold(Tier::Low, |tier, finding| tier.or(Tier::of(finding.sort)));
    let kept = matter::Record { found, ..matter::Record::default() };
    let matter = record::raise(work, &coming.grant, row, (cause, tier), &kept).await?;
    team::tell(work, &matter, Some(coming.person)).await
}

/// The writer of the post that is answered learns of it, where others can read the answer.
async fn tell_whom_it_answers(work: &mut Work<'_>, coming: &Coming, row: &PostRow) -> Result<()> {
    let Some(answered) = row.answers.filter(|_| row.state == PostState::Shown && row.audience != Audience::Leaders)
    else {
        return Ok(());
    };
    let answered = store::find_post(work, answered).await?;
    let is_another = answered.author != coming.person && is_member(work, &answered).await?;
    if is_another {
        notices::tell(work, answered.author, notices::Kind::PostAnswered, answered.id.0, row.seq).await
    } else {
        Ok(())
    }
}

async fn is_member(work: &mut Work<'_>, row: &PostRow) -> Result<bool> {
    groups::is_seated(work, row.group, row.author).await
}

/// A sign of danger, raised in this transaction.
async fn raise(work: &mut Work<'_>, row: &PostRow, text: &str) -> Result<AlertId> {
    let sign = safety::Sign::Post { post: row.id.0, words: Written::new("text", text)?, teller: Teller::Writer };
    safety::raise(work, &safety::Cause { person: row.author, group: Some(row.group), sign }).await
}
