//! Scenarios of jobs: run once, tried again, set aside, held by a worker that dies, under clocks that jump; on both engines.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::run::take_up;
use super::store::{claim, finish, kinds_due};
use super::{Chore, Overview, Ran, Report, Worker, forget, let_go, overview, retry, run_due};
use crate::clock::{Span, Timestamp};
use crate::id::{Bytes, PersonId};
use crate::limits::{JOB_LATE, JOB_LEASE, JOB_PAUSE, JOB_TRIES_MAX, JOBS_IN_A_TICK_MAX};
use crate::practice::Role;
use crate::testing::{START, TestClinic};
use crate::work::{Job, Work};
use crate::{Error, Result, scenarios};

/// What a chore of these tests leaves behind: a job that is never due. As many as there are, so often it had an effect.
const EFFECT: &str = "test.effect";
const WORKS: &str = "test.works";
const NEVER_WORKS: &str = "test.never-works";
const GOES_OUT: &str = "test.goes-out";
const THING: Bytes = [7; 16];

const CHORES: &[Chore] = &[
    Chore::act(WORKS, |work, _, _| Box::pin(async { leave_an_effect(work) })),
    Chore::act(NEVER_WORKS, |work, _, _| {
        Box::pin(async move {
            leave_an_effect(work)?;
            Err(Error::Unavailable("the other side is away".to_owned()))
        })
    }),
    Chore::errand(GOES_OUT, |_, _, _| Box::pin(async { Ok(()) })),
];

fn leave_an_effect(work: &mut Work<'_>) -> Result<()> {
    work.enqueue(Job::once(EFFECT, crate::id::random()?, Timestamp(i64::MAX)));
    Ok(())
}

async fn queue(clinic: &TestClinic, job: Job) -> Result<()> {
    let queueing = async move |work: &mut Work<'_>| {
        work.enqueue(job.clone());
        Ok(())
    };
    clinic.write(clinic.system(), queueing).await
}

async fn run(clinic: &TestClinic) -> Result<Report> {
    run_due(&clinic.app, CHORES).await
}

async fn look(clinic: &TestClinic) -> Result<Overview> {
    clinic.read(clinic.system(), async |work| overview(work).await).await
}

/// How many jobs of a kind wait.
async fn waiting(clinic: &TestClinic, kind: &str) -> Result<u32> {
    Ok(look(clinic).await?.waiting.iter().find(|found| found.kind == kind).map_or(0, |found| found.waiting))
}

fn away() -> String {
    Error::Unavailable("the other side is away".to_owned()).to_string()
}

scenarios! {
    async fn a_job_runs_when_it_is_due_and_once_however_often_it_is_queued(clinic: TestClinic) {
        let job = Job::once(WORKS, THING, START + Span::hours(1));
        queue(&clinic, job.clone()).await?;
        queue(&clinic, job.clone()).await?;
        assert_eq!(run(&clinic).await?, []);
        clinic.pass(Span::hours(1));
        assert_eq!(run(&clinic).await?, [(WORKS, Ran::Done)]);
        queue(&clinic, job.clone()).await?;
        assert_eq!(run(&clinic).await?, []);
        queue(&clinic, job.in_round(2)).await?;
        assert_eq!(run(&clinic).await?, [(WORKS, Ran::Done)]);
        assert_eq!(waiting(&clinic, EFFECT).await?, 2);
        Ok(())
    }

    async fn a_try_without_success_leaves_nothing_behind_and_is_put_off(clinic: TestClinic) {
        queue(&clinic, Job::once(NEVER_WORKS, THING, START)).await?;
        assert_eq!(run(&clinic).await?, [(NEVER_WORKS, Ran::PutOff(away()))]);
        assert_eq!(run(&clinic).await?, []);
        clinic.pass(JOB_PAUSE);
        assert_eq!(run(&clinic).await?, [(NEVER_WORKS, Ran::PutOff(away()))]);
        clinic.pass(JOB_PAUSE);
        assert_eq!(run(&clinic).await?, []);
        clinic.pass(JOB_PAUSE);
        assert_eq!(run(&clinic).await?, [(NEVER_WORKS, Ran::PutOff(away()))]);
        assert_eq!(waiting(&clinic, EFFECT).await?, 0);
        Ok(())
    }

    async fn a_job_that_never_succeeds_is_set_aside_until_somebody_decides(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        queue(&clinic, Job::once(NEVER_WORKS, THING, START)).await?;
        for _ in 1..JOB_TRIES_MAX {
            run(&clinic).await?;
            clinic.pass(Span::days(1));
        }
        assert_eq!(run(&clinic).await?, [(NEVER_WORKS, Ran::SetAside(away()))]);
        clinic.pass(Span::days(30));
        assert_eq!(run(&clinic).await?, []);
        let aside = clinic.read(admin, async |work| overview(work).await).await?.aside;
        assert_eq!((aside.len(), aside[0].kind.as_str(), aside[0].trouble.clone()), (1, NEVER_WORKS, away()));
        let id = aside[0].id;
        clinic.write(admin, async move |work| retry(work, id).await).await?;
        let again = clinic.write(admin, async move |work| retry(work, id).await).await;
        assert_eq!(again, Err(Error::NotFound));
        assert_eq!(run(&clinic).await?, [(NEVER_WORKS, Ran::PutOff(away()))]);
        Ok(())
    }

    async fn an_administrator_sees_what_was_set_aside_and_tries_it_again(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        queue(&clinic, Job::once(NEVER_WORKS, THING, START)).await?;
        for _ in 0..JOB_TRIES_MAX {
            run(&clinic).await?;
            clinic.pass(Span::days(1));
        }
        let mut tab = clinic.desk(ada).await?;
        let shown = tab.get("/admin/jobs").await.body;
        assert!(shown.contains("the other side is away"), "{shown}");
        let id = look(&clinic).await?.aside[0].id;
        assert_eq!(tab.post(&format!("/admin/jobs/{id}/retry"), &[]).await.location(), "/admin/jobs");
        assert_eq!(tab.post(&format!("/admin/jobs/{id}/let-go"), &[]).await.status, 404);
        assert_eq!(run(&clinic).await?, [(NEVER_WORKS, Ran::PutOff(away()))]);
        Ok(())
    }

    async fn what_was_let_go_is_not_tried_again(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        queue(&clinic, Job::once(NEVER_WORKS, THING, START)).await?;
        for _ in 0..JOB_TRIES_MAX {
            run(&clinic).await?;
            clinic.pass(Span::days(1));
        }
        let id = look(&clinic).await?.aside[0].id;
        clinic.write(admin, async move |work| let_go(work, id).await).await?;
        assert!(look(&clinic).await?.aside.is_empty());
        let again = clinic.write(admin, async move |work| retry(work, id).await).await;
        assert_eq!(again, Err(Error::NotFound));
        Ok(())
    }

    async fn only_administrators_see_and_decide_about_jobs(clinic: TestClinic) {
        let planner = clinic.colleague("Pia", &[Role::Scheduler]).await?;
        let member = clinic.signed_in(PersonId::random()?);
        for actor in [planner, member] {
            assert_eq!(clinic.read(actor, async |work| overview(work).await).await.err(), Some(Error::NotFound));
            let id = crate::id::JobId::random()?;
            let decided = clinic.write(actor, async move |work| retry(work, id).await).await;
            assert_eq!(decided, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_worker_that_dies_gives_its_jobs_back(clinic: TestClinic) {
        queue(&clinic, Job::once(WORKS, THING, START)).await?;
        assert_eq!(claim(&clinic.app, WORKS, 1).await?.len(), 1);
        assert_eq!(run(&clinic).await?, []);
        clinic.pass(JOB_LEASE);
        assert_eq!(run(&clinic).await?, [(WORKS, Ran::Done)]);
        Ok(())
    }

    async fn a_worker_that_was_too_slow_ends_nothing(clinic: TestClinic) {
        queue(&clinic, Job::once(WORKS, THING, START)).await?;
        let slow = claim(&clinic.app, WORKS, 1).await?.remove(0);
        clinic.pass(JOB_LEASE);
        assert_eq!(run(&clinic).await?, [(WORKS, Ran::Done)]);
        let late = clinic.write(clinic.system(), async move |work| {
            leave_an_effect(work)?;
            finish(work, &slow).await
        });
        assert_eq!(late.await, Err(Error::Conflict("jobs-conflict-taken-over")));
        assert_eq!(waiting(&clinic, EFFECT).await?, 1);
        Ok(())
    }

    async fn a_job_that_ends_the_program_each_time_is_set_aside(clinic: TestClinic) {
        queue(&clinic, Job::once(WORKS, THING, START)).await?;
        for _ in 0..JOB_TRIES_MAX {
            assert_eq!(claim(&clinic.app, WORKS, 1).await?.len(), 1);
            clinic.pass(JOB_LEASE);
        }
        assert!(matches!(run(&clinic).await?.as_slice(), [(WORKS, Ran::SetAside(_))]));
        Ok(())
    }

    async fn a_clock_that_jumps_loses_no_job(clinic: TestClinic) {
        queue(&clinic, Job::once(WORKS, THING, START)).await?;
        claim(&clinic.app, WORKS, 1).await?;
        clinic.pass(Span::days(-365));
        queue(&clinic, Job::once(WORKS, [8; 16], clinic.app.clock().now())).await?;
        assert_eq!(run(&clinic).await?, [(WORKS, Ran::Done)]);
        clinic.pass(Span::days(3 * 365));
        assert_eq!(run(&clinic).await?, [(WORKS, Ran::Done)]);
        assert_eq!(waiting(&clinic, EFFECT).await?, 2);
        Ok(())
    }

    async fn a_claim_from_a_clock_that_was_moved_back_is_taken_over(clinic: TestClinic) {
        clinic.pass(Span::days(365));
        queue(&clinic, Job::once(WORKS, THING, START)).await?;
        claim(&clinic.app, WORKS, 1).await?;
        clinic.pass(Span::days(-365));
        assert_eq!(run(&clinic).await?, [(WORKS, Ran::Done)]);
        Ok(())
    }

    async fn many_jobs_of_one_kind_do_not_keep_another_waiting(clinic: TestClinic) {
        clinic.write(clinic.system(), async |work| {
            for _ in 0..2 * JOBS_IN_A_TICK_MAX {
                work.enqueue(Job::once(WORKS, crate::id::random()?, work.now() - Span::hours(1)));
            }
            Ok(())
        }).await?;
        queue(&clinic, Job::once(GOES_OUT, THING, START)).await?;
        let taken = take_up(&clinic.app, CHORES, |_| JOBS_IN_A_TICK_MAX).await?;
        assert!(taken.len() <= JOBS_IN_A_TICK_MAX as usize);
        assert!(taken.iter().any(|taken| taken.chore.kind == GOES_OUT));
        Ok(())
    }

    async fn two_workers_do_each_job_once(clinic: TestClinic) {
        clinic.write(clinic.system(), async |work| {
            for _ in 0..100 {
                work.enqueue(Job::once(WORKS, crate::id::random()?, work.now()));
            }
            Ok(())
        }).await?;
        let (one, other) = tokio::join!(run(&clinic), run(&clinic));
        let (one, other) = (one?, other?);
        assert_eq!(one.len() + other.len(), 100);
        assert!(one.iter().chain(&other).all(|(_, ran)| *ran == Ran::Done));
        assert_eq!(waiting(&clinic, EFFECT).await?, 100);
        Ok(())
    }

    async fn a_job_of_an_unknown_kind_waits_for_a_program_that_knows_it(clinic: TestClinic) {
        queue(&clinic, Job::once("test.from-the-future", THING, START)).await?;
        assert_eq!(run(&clinic).await?, []);
        assert_eq!(kinds_due(&clinic.app).await?, ["test.from-the-future"]);
        assert_eq!(look(&clinic).await?.late, 0);
        clinic.pass(JOB_LATE);
        clinic.pass(Span(1));
        assert_eq!(look(&clinic).await?.late, 1);
        assert_eq!(clinic.jobs_waiting().await?, ["test.from-the-future"]);
        Ok(())
    }

    async fn a_worker_is_woken_by_a_job_and_stops_when_told(clinic: TestClinic) {
        let stop = CancellationToken::new();
        let worker = tokio::spawn(Worker::new(clinic.app.clone(), CHORES).run(stop.clone()));
        tokio::time::sleep(Duration::from_millis(300)).await;
        for kind in [WORKS, GOES_OUT] {
            queue(&clinic, Job::once(kind, THING, START)).await?;
        }
        let done = async {
            while !clinic.jobs_waiting().await?.is_empty() {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            Ok::<(), Error>(())
        };
        tokio::time::timeout(Duration::from_secs(4), done).await.expect("the worker was woken before its nap was over")?;
        stop.cancel();
        tokio::time::timeout(Duration::from_secs(4), worker).await.expect("the worker stops").expect("in peace");
        Ok(())
    }

    async fn a_daily_chore_is_queued_by_the_worker_once_for_each_day(clinic: TestClinic) {
        const DAILY: &[Chore] =
            &[Chore::daily("test.daily", |work, _, _| Box::pin(async { leave_an_effect(work) }))];
        for hours in [0, 1, 24] {
            clinic.pass(Span::hours(hours));
            let stop = CancellationToken::new();
            let worker = tokio::spawn(Worker::new(clinic.app.clone(), DAILY).run(stop.clone()));
            let expected = if hours == 24 { 2 } else { 1 };
            let done = async {
                while waiting(&clinic, EFFECT).await? < expected {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                Ok::<(), Error>(())
            };
            tokio::time::timeout(Duration::from_secs(9), done).await.expect("the day's chore is done")?;
            stop.cancel();
            worker.await.expect("the worker ends");
        }
        assert_eq!(waiting(&clinic, EFFECT).await?, 2);
        Ok(())
    }

    async fn old_jobs_that_are_done_are_forgotten(clinic: TestClinic) {
        queue(&clinic, Job::once(WORKS, THING, START)).await?;
        run(&clinic).await?;
        clinic.pass(crate::limits::JOBS_KEPT);
        let forget = async |work: &mut Work<'_>| forget(work).await;
        clinic.write(clinic.system(), forget).await?;
        queue(&clinic, Job::once(WORKS, THING, START)).await?;
        assert_eq!(run(&clinic).await?, []);
        clinic.pass(Span(1));
        clinic.write(clinic.system(), forget).await?;
        queue(&clinic, Job::once(WORKS, THING, START)).await?;
        assert_eq!(run(&clinic).await?, [(WORKS, Ran::Done)]);
        Ok(())
    }
}
