//! Takes up jobs that are due and runs each to its end.

use std::collections::BTreeMap;

use futures_util::StreamExt;
use futures_util::stream;

use super::chore::How;
use super::fate::{Fate, fate};
use super::store::{self, Claim};
use super::{Act, Chore, Errand};
use crate::access::Actor;
use crate::app::App;
use crate::clock::Timestamp;
use crate::limits::{ERRAND, JOB_TRIES_MAX, JOBS_IN_A_TICK_MAX};
use crate::work::{Job, Work};
use crate::{Error, Result};

/// Acts of one tick that run at the same time: enough to share a commit, few enough for the pool of connections.
const AT_ONCE: usize = 8;

/// The job that tells whoever runs the site of a job that was set aside; `notices` does it.
pub(crate) const SET_ASIDE: &str = "jobs.set-aside";

/// How a try ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ran {
    /// It is done.
    Done,
    /// It will be tried again; this was in its way.
    PutOff(String),
    /// A person must look at it; this was in its way.
    SetAside(String),
}

/// Kinds and how their tries ended.
pub type Report = Vec<(&'static str, Ran)>;

/// A job that was taken up, with what runs it.
pub(super) struct Taken {
    pub claim: Claim,
    pub chore: Chore,
}

/// Runs all that is due, and what comes due because of it, until nothing is. For commands, the demo's builder and tests.
pub async fn run_due(app: &App, chores: &'static [Chore]) -> Result<Report> {
    let mut report = Report::new();
    loop {
        let taken = take_up(app, chores, |_| JOBS_IN_A_TICK_MAX).await?;
        if taken.is_empty() {
            return Ok(report);
        }
        report.extend(run_all(app, taken).await);
    }
}

/// When the next job is due, or was; nothing where none waits. For the demo's builder, which moves the clock there.
pub(crate) async fn next_due(app: &App) -> Result<Option<Timestamp>> {
    store::next_due(app).await
}

/// Takes up jobs that are due, fairly over the kinds, so that a thousand reminders never keep an alert waiting.
/// `room` says how many of a chore's jobs may be taken at most.
pub(super) async fn take_up(app: &App, chores: &'static [Chore], room: impl Fn(&Chore) -> u32) -> Result<Vec<Taken>> {
    let by_kind: BTreeMap<&str, &Chore> = chores.iter().map(|chore| (chore.kind, chore)).collect();
    let due = store::kinds_due(app).await?;
    let due: Vec<&Chore> = due.iter().filter_map(|kind| by_kind.get(kind.as_str()).copied()).collect();
    let mut left = JOBS_IN_A_TICK_MAX;
    let mut taken = Vec::new();
    for (at, chore) in due.iter().enumerate() {
        let kinds_left = u32::try_from(due.len() - at).unwrap_or(u32::MAX);
        let share = left.div_ceil(kinds_left).min(room(chore));
        if share == 0 {
            continue;
        }
        let claims = store::claim(app, chore.kind, share).await?;
        left = left.saturating_sub(u32::try_from(claims.len()).unwrap_or(u32::MAX));
        taken.extend(claims.into_iter().map(|claim| Taken { claim, chore: **chore }));
    }
    taken.sort_by_key(|taken| taken.claim.due);
    Ok(taken)
}

/// Runs what was taken up, several at a time, and answers how each ended.
pub(super) async fn run_all(app: &App, taken: Vec<Taken>) -> Report {
    stream::iter(taken).map(|taken| run_one(app.clone(), taken)).buffered(AT_ONCE).collect().await
}

/// Runs one job to an end that is on record, whatever it is.
pub(super) async fn run_one(app: App, taken: Taken) -> (&'static str, Ran) {
    let Taken { claim, chore } = taken;
    let tried = match chore.how {
        // Earlier tries ended the program before they could say so; it is not let do that for ever.
        _ if claim.tries > JOB_TRIES_MAX => Err(Error::bug("it ended the program each time it was tried")),
        How::Act(act) | How::Daily(act) => run_act(&app, claim, act).await,
        How::Errand(errand) => run_errand(&app, claim, errand).await,
    };
    let ran = match tried {
        Ok(()) => Ran::Done,
        Err(cause) => note_trouble(&app, &claim, chore.kind, &cause).await,
    };
    (chore.kind, ran)
}

async fn run_act(app: &App, claim: Claim, act: Act) -> Result<()> {
    let running = async move |work: &mut Work<'_>| {
        act(work, claim.about, claim.round).await?;
        store::finish(work, &claim).await
    };
    app.write(Actor::System(claim.practice), running).await
}

async fn run_errand(app: &App, claim: Claim, errand: Errand) -> Result<()> {
    let going = errand(app.clone(), claim.practice, claim.about);
    match tokio::time::timeout(std::time::Duration::from_millis(ERRAND.0.unsigned_abs()), going).await {
        Ok(ended) => ended?,
        Err(_) => return Err(Error::Unavailable("it took too long".to_owned())),
    }
    let finishing = async move |work: &mut Work<'_>| store::finish(work, &claim).await;
    app.write(Actor::System(claim.practice), finishing).await
}

/// Puts the job off or sets it aside. If even that cannot be written, the job comes back when its lease ends.
async fn note_trouble(app: &App, claim: &Claim, kind: &'static str, cause: &Error) -> Ran {
    let (claim, trouble) = (*claim, cause.to_string());
    let fate = fate(claim.tries, app.clock().now());
    let noted = trouble.clone();
    let noting = async move |work: &mut Work<'_>| match fate {
        Fate::PutOff(until) => store::put_off(work, &claim, until, &noted).await,
        Fate::SetAside => {
            if kind != SET_ASIDE {
                work.enqueue(Job::once(SET_ASIDE, claim.id.0, work.now()).in_round(work.now().0));
            }
            store::set_aside(work, &claim, &noted).await
        }
    };
    if let Err(unwritten) = app.write(Actor::System(claim.practice), noting).await {
        tracing::error!(kind, %unwritten, "how a job ended could not be written");
    }
    tracing::warn!(kind, tries = claim.tries, trouble, set_aside = fate == Fate::SetAside, "a job was not done");
    match fate {
        Fate::PutOff(_) => Ran::PutOff(trouble),
        Fate::SetAside => Ran::SetAside(trouble),
    }
}
