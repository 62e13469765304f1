//! Verification of the whole log: any edit, deletion, insertion, reordering or cut is found.
//!
//! What it rests on: each link's hash covers the one before it; the end carries a keyed hash; checkpoints are signed, and a
//! file outside the database remembers them. What happened after the newest checkpoint outside can be undone by putting an
//! older database in place: less than a minute, or less than a copy of that file elsewhere is old.

use std::collections::BTreeSet;

use super::finding::{Chain, Finding, Report};
use super::walk::{Walk, is_ours, sift};
use super::{Checkpoint, outside, store};
use crate::Result;
use crate::access::{Actor, Grant};
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::PracticeId;
use crate::work::{Head, Work};

/// Links that are read at once.
const STEP: u32 = 2_000;

/// Walks every chain of the database. `progress` hears how many links of how many are done. Nothing is written, so that a
/// damaged log stays as it was found.
pub async fn verify(app: &App, progress: impl Fn(u64, u64)) -> Result<Report> {
    let (_, signing) = app.vault().audit_keys();
    let public = signing.signing().public();
    let (remembered, outside) = outside::read(&outside::path(app.config()), &public)?;
    let nobody = Actor::System(PracticeId([0; 16]));
    let kept = app.read(nobody, async |work| store::practices(work).await).await?;
    let practices: BTreeSet<PracticeId> =
        kept.into_iter().chain(remembered.iter().map(|checkpoint| checkpoint.practice)).collect();
    let mut tips = Vec::new();
    for practice in practices {
        tips.push((practice, start(app, practice).await?));
    }
    let all: i64 = tips.iter().map(|(_, start)| start.last).sum();
    let mut done = 0;
    let mut chains = Vec::new();
    for (practice, start) in tips {
        let own = remembered.iter().filter(|checkpoint| checkpoint.practice == practice).cloned().collect();
        let begun = done;
        let chain = walk(app, practice, start, own, |seq| progress(count(begun + seq), count(all))).await?;
        done += chain.links;
        chains.push(chain);
    }
    Ok(Report { chains, outside, outside_count: remembered.len(), public_key: public })
}

/// The end of the log at a glance, for a page: whether it is ours, and what the newest checkpoint says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip {
    /// How many links there are.
    pub links: i64,
    /// When the newest checkpoint was made.
    pub newest: Option<Timestamp>,
    /// Whether the end and everything since the newest checkpoint are as they were written.
    pub is_intact: bool,
}

/// Looks at the end of the log and at what came since the newest checkpoint. The grant lets the actor read the log.
pub async fn tip(work: &mut Work<'_>, _: &Grant) -> Result<Tip> {
    let (practice, newest) = (work.practice(), store::newest(work).await?);
    let (head_key, signing_key) = work.vault().audit_keys();
    let Some(end) = store::find_end(work).await? else {
        return Ok(Tip { links: 0, newest: None, is_intact: newest.is_none() });
    };
    let public = signing_key.signing().public();
    let covered = newest.as_ref().map_or(Head::EMPTY, |newest| newest.head);
    let mut at = covered;
    for kept in store::links(work, covered.seq, end.head.seq, STEP).await? {
        let hash = kept.link.map(|link| link.hash(practice, &at.hash));
        if kept.seq != at.seq + 1 || hash != Some(kept.hash) {
            break;
        }
        at = Head { seq: kept.seq, hash: kept.hash };
    }
    let reaches_the_end = at == end.head || at.seq - covered.seq == i64::from(STEP);
    let is_signed = newest.as_ref().is_none_or(|newest| newest.is_signed_by(&public));
    let is_intact = reaches_the_end && is_signed && is_ours(practice, &end, head_key);
    Ok(Tip { links: end.head.seq, newest: newest.map(|newest| newest.at), is_intact })
}

/// What one moment says of a chain: its end, its last link, its checkpoints.
struct Start {
    end: Option<super::walk::KeptEnd>,
    last: i64,
    inside: Vec<Checkpoint>,
}

async fn start(app: &App, practice: PracticeId) -> Result<Start> {
    let reading = app.read(Actor::System(practice), async |work| {
        Ok(Start {
            end: store::find_end(work).await?,
            last: store::last_seq(work).await?,
            inside: store::checkpoints(work).await?,
        })
    });
    reading.await
}

async fn walk(
    app: &App,
    practice: PracticeId,
    start: Start,
    own: Vec<Checkpoint>,
    progress: impl Fn(i64),
) -> Result<Chain> {
    let (head_key, signing_key) = app.vault().audit_keys();
    let (checkpoints, mut findings) = sift(start.inside, &own, &signing_key.signing().public());
    let newest = checkpoints.iter().max_by_key(|checkpoint| checkpoint.number).map(|newest| (newest.number, newest.at));
    // The log grows while it is walked: its end of that one moment is where the walk ends.
    let until = start.end.as_ref().map_or(start.last, |end| end.head.seq);
    let mut walk = Walk::begin(practice, checkpoints);
    loop {
        let after = walk.seq();
        let reading = async move |work: &mut Work<'_>| store::links(work, after, until, STEP).await;
        let links = app.read(Actor::System(practice), reading).await?;
        for link in &links {
            walk.meet(link);
        }
        progress(walk.seq());
        if links.len() < STEP as usize {
            break;
        }
    }
    if start.last > until {
        findings.push(Finding::BehindTheEnd { seq: start.last });
    }
    let links = walk.seq();
    findings.extend(walk.end(start.end.as_ref(), head_key));
    Ok(Chain { practice, links, newest, findings })
}

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}
