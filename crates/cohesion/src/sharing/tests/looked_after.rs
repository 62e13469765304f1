//! Telling of a post, deciding about it, asking for another look, stepping back, and passing on what waits too long.

use super::*;
use crate::limits::REPORTS_AN_HOUR_MAX;
use crate::notices::{Kind as Notice, notices};
use crate::safety::{Days, Duty, Hours, arrange_duty, open_alerts};
use crate::sharing::{
    Matter, MatterId, Outcome, Reason, Reported, Stage, Tier, Verdict, appeal, away_until, decide, matter, matters,
    report, step_back, take_out,
};
use crate::{Error, scenarios};

async fn second(clinic: &TestClinic, ring: &Ring) -> Result<Actor> {
    let (nora, group) = (clinic.colleague("Nora", &[Role::Facilitator]).await?, ring.group);
    clinic.give_paper(nora, crate::practice::Qualification::Training { last_day: None }).await?;
    clinic.write(ring.finn, async move |work| appoint(work, group, who(nora), LeaderRole::Facilitator).await).await?;
    Ok(nora)
}

async fn told(clinic: &TestClinic, actor: Actor, id: PostId, reason: Reason) -> Result<Reported> {
    clinic.write(actor, async move |work| report(work, id, reason, "Please look.").await).await
}

async fn open(clinic: &TestClinic, ring: &Ring) -> Result<Vec<Matter>> {
    let group = ring.group;
    Ok(clinic.read(ring.finn, async move |work| matters(work, group).await).await?.readable)
}

async fn decided(clinic: &TestClinic, actor: Actor, id: MatterId, verdict: Verdict) -> Result<()> {
    clinic.write(actor, async move |work| decide(work, id, &verdict).await).await
}

async fn seen(clinic: &TestClinic, actor: Actor, id: MatterId) -> Result<Matter> {
    Ok(clinic.read(actor, async move |work| matter(work, id).await).await?.0)
}

fn out() -> Verdict {
    Verdict::TakenOut(Reason::Harassment, "Speak of yourself.".to_owned())
}

scenarios! {
    async fn a_report_is_told_once_by_each_and_its_clock_is_the_sooner_one(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Only fools cry.").await?;
        assert_eq!(told(&clinic, ring.jo, id, Reason::Medical).await?, Reported::Told);
        assert_eq!(told(&clinic, ring.jo, id, Reason::Medical).await?, Reported::Before);
        let first = open(&clinic, &ring).await?.remove(0);
        assert_eq!((first.tier, first.reports.len(), first.due_at), (Tier::Low, 1, first.raised_at + Span::hours(24)));
        assert_eq!(told(&clinic, ring.kim, id, Reason::Risk).await?, Reported::Told);
        let all = open(&clinic, &ring).await?;
        assert_eq!(all.len(), 1, "one matter for one post");
        assert_eq!((all[0].id, all[0].tier, all[0].reports.len(), all[0].due_at), (first.id, Tier::High, 2, all[0].raised_at + HOUR));
        assert_eq!(told(&clinic, ring.sam, id, Reason::Hate).await, Err(Error::Conflict("sharing-conflict-gone")), "not of oneself");
        let lee = clinic.somebody("Lee").await?;
        assert_eq!(told(&clinic, lee, id, Reason::Hate).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_danger_that_somebody_tells_of_is_raised_by_the_program(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "I have put my things in order.").await?;
        told(&clinic, ring.jo, id, Reason::Risk).await?;
        clinic.run_jobs().await?;
        let alerts = clinic.read(ring.finn, async |work| open_alerts(work).await).await?;
        assert_eq!(alerts.opened.iter().map(|alert| alert.cause.person).collect::<Vec<_>>(), [who(ring.sam)]);
        let own = clinic.read(ring.sam, async |work| crate::safety::assurances(work).await).await?;
        assert!(own.is_empty(), "a person tells them, and no page");
        Ok(())
    }

    async fn a_flood_of_reports_is_told_politely(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let mut posts = Vec::new();
        for number in 0..=REPORTS_AN_HOUR_MAX {
            posts.push(ring.post(&clinic, ring.sam, &format!("Post {number}")).await?);
        }
        for id in &posts[..REPORTS_AN_HOUR_MAX as usize] {
            assert_eq!(told(&clinic, ring.jo, *id, Reason::Selling).await?, Reported::Told);
        }
        let last = posts[REPORTS_AN_HOUR_MAX as usize];
        assert_eq!(told(&clinic, ring.jo, last, Reason::Selling).await, Err(Error::Conflict("sharing-conflict-many-reports")));
        assert_eq!(told(&clinic, ring.kim, last, Reason::Selling).await?, Reported::Told, "another one still can");
        clinic.pass(Span::minutes(61));
        assert_eq!(told(&clinic, ring.jo, last, Reason::Selling).await?, Reported::Told);
        Ok(())
    }

    async fn what_is_taken_out_leaves_a_gap_and_its_writer_reads_why(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Only fools cry.").await?;
        told(&clinic, ring.jo, id, Reason::Harassment).await?;
        let matter = open(&clinic, &ring).await?.remove(0).id;
        for actor in [ring.sam, ring.jo, clinic.somebody("Lee").await?, clinic.administrator().await?] {
            assert_eq!(decided(&clinic, actor, matter, out()).await, Err(Error::NotFound));
            assert_eq!(seen(&clinic, actor, matter).await.map(|_| ()), Err(Error::NotFound));
        }
        let silent = Verdict::TakenOut(Reason::Harassment, " ".to_owned());
        assert_eq!(decided(&clinic, ring.finn, matter, silent).await, Err(Error::invalid("words", "fault-empty")));
        decided(&clinic, ring.finn, matter, out()).await?;
        assert_eq!(ring.reads(&clinic, ring.jo).await?, ["–"]);
        assert_eq!(ring.reads(&clinic, ring.finn).await?, ["–"]);
        assert_eq!(ring.reads(&clinic, ring.sam).await?, ["I, Sam: Only fools cry."]);
        assert_eq!(decided(&clinic, ring.finn, matter, out()).await, Err(Error::Conflict("sharing-conflict-decided")));
        let news = clinic.read(ring.sam, async |work| notices(work).await).await?;
        assert_eq!(news.iter().filter(|notice| notice.kind == Notice::PostDecided).count(), 1);
        assert!(seen(&clinic, ring.finn, matter).await?.said.is_some(), "it is kept while it can be asked about");
        Ok(())
    }

    async fn another_look_is_asked_once_and_taken_by_somebody_else(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let nora = second(&clinic, &ring).await?;
        let id = ring.post(&clinic, ring.sam, "Only fools cry.").await?;
        let reason = Reason::Harassment;
        let matter = clinic.write(ring.finn, async move |work| take_out(work, id, reason, "Speak of yourself.").await).await?;
        let ask = async |actor, words: &'static str| clinic.write(actor, async move |work| appeal(work, id, words).await).await;
        assert_eq!(ask(ring.jo, "Let it be.").await, Err(Error::NotFound));
        assert_eq!(ask(ring.sam, " ").await, Err(Error::invalid("words", "fault-empty")));
        ask(ring.sam, "I meant myself.").await?;
        assert_eq!(ask(ring.sam, "Really.").await, Err(Error::Conflict("sharing-conflict-appeal")));
        assert_eq!(decided(&clinic, ring.finn, matter, Verdict::Stands).await, Err(Error::Conflict("sharing-conflict-second")));
        assert!(!seen(&clinic, ring.finn, matter).await?.is_theirs);
        let found = seen(&clinic, nora, matter).await?;
        assert_eq!((found.stage, found.appeal.as_deref(), found.is_theirs), (Stage::Appealed, Some("I meant myself."), true));
        decided(&clinic, nora, matter, Verdict::Stands).await?;
        assert_eq!(ring.reads(&clinic, ring.jo).await?, ["Sam: Only fools cry."]);
        let closed = seen(&clinic, nora, matter).await?;
        assert_eq!((closed.stage, closed.outcome, closed.said.is_none()), (Stage::Closed, Some(Outcome::Stands), true));
        assert_eq!(ask(ring.sam, "Thank you.").await, Err(Error::Conflict("sharing-conflict-appeal")));
        Ok(())
    }

    async fn whoever_is_alone_decides_again(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Only fools cry.").await?;
        let matter = clinic.write(ring.finn, async move |work| take_out(work, id, Reason::Hate, "Not here.").await).await?;
        clinic.write(ring.sam, async move |work| appeal(work, id, "I meant myself.").await).await?;
        decided(&clinic, ring.finn, matter, out()).await?;
        let closed = seen(&clinic, ring.finn, matter).await?;
        assert_eq!((closed.stage, closed.outcome, closed.answer.as_str()), (Stage::Closed, Some(Outcome::TakenOut), "Speak of yourself."));
        assert_eq!(ring.reads(&clinic, ring.jo).await?, ["–"]);
        Ok(())
    }

    async fn a_second_opinion_is_given_by_somebody_else(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Only fools cry.").await?;
        told(&clinic, ring.jo, id, Reason::Harassment).await?;
        let matter = open(&clinic, &ring).await?.remove(0).id;
        let ask = || Verdict::AskSecond("I know Sam too well.".to_owned());
        assert_eq!(decided(&clinic, ring.finn, matter, ask()).await, Err(Error::Conflict("sharing-conflict-alone")));
        let nora = second(&clinic, &ring).await?;
        decided(&clinic, ring.finn, matter, ask()).await?;
        assert_eq!(decided(&clinic, ring.finn, matter, out()).await, Err(Error::Conflict("sharing-conflict-second")));
        let found = seen(&clinic, nora, matter).await?;
        assert_eq!(found.opinions.iter().map(|one| (one.by.as_str(), one.words.as_str())).collect::<Vec<_>>(), [("Finn", "I know Sam too well.")]);
        decided(&clinic, nora, matter, Verdict::Stands).await?;
        assert_eq!(ring.reads(&clinic, ring.jo).await?, ["Sam: Only fools cry."]);
        Ok(())
    }

    async fn what_waits_too_long_is_passed_on_to_the_duty(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let (omar, eve) = (clinic.colleague("Omar", &[Role::Clinician]).await?, clinic.colleague("Eve", &[Role::Clinician]).await?);
        let hours = Hours { days: Days::WORKING, from_minute: 540, until_minute: 1_020, zone: "Europe/Dublin".to_owned() };
        let duty = Duty { reader: who(omar), backup: who(eve), hours, acknowledge_within: Span::minutes(30), decide_within: Span::hours(24) };
        let group = ring.group;
        clinic.write(clinic.system(), async move |work| arrange_duty(work, Some(group), &duty).await).await?;
        let id = ring.post(&clinic, ring.sam, "I have put my things in order.").await?;
        told(&clinic, ring.jo, id, Reason::Risk).await?;
        let matter = open(&clinic, &ring).await?.remove(0).id;
        assert_eq!(seen(&clinic, omar, matter).await.map(|_| ()), Err(Error::NotFound), "it is the group’s to look after");
        clinic.pass(HOUR);
        clinic.run_jobs().await?;
        let news = clinic.read(omar, async |work| notices(work).await).await?;
        assert!(news.iter().any(|notice| notice.kind == Notice::MatterOverdue));
        assert!(seen(&clinic, omar, matter).await?.passed_on_at.is_some());
        decided(&clinic, omar, matter, Verdict::Stands).await?;
        let lee = clinic.colleague("Lee", &[Role::Clinician]).await?;
        assert_eq!(seen(&clinic, lee, matter).await.map(|_| ()), Err(Error::NotFound));
        Ok(())
    }

    async fn what_was_decided_in_time_is_passed_on_to_nobody(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Only fools cry.").await?;
        told(&clinic, ring.jo, id, Reason::Selling).await?;
        let matter = open(&clinic, &ring).await?.remove(0).id;
        decided(&clinic, ring.finn, matter, Verdict::Stands).await?;
        clinic.pass(Span::hours(30));
        clinic.run_jobs().await?;
        let finn = clinic.signed_in(who(ring.finn));
        let news = clinic.read(finn, async |work| notices(work).await).await?;
        assert!(!news.iter().any(|notice| notice.kind == Notice::MatterOverdue));
        Ok(())
    }

    async fn whoever_steps_back_is_left_in_peace_while_somebody_else_is_there(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let group = ring.group;
        let back = async |actor, days| clinic.write(actor, async move |work| step_back(work, group, days).await).await;
        assert_eq!(back(ring.finn, 3).await, Err(Error::Conflict("sharing-conflict-alone")));
        let nora = second(&clinic, &ring).await?;
        assert_eq!(back(ring.finn, 29).await, Err(Error::invalid("days", "fault-range")));
        assert_eq!(back(ring.sam, 3).await, Err(Error::NotFound));
        back(ring.finn, 3).await?;
        assert_eq!(back(nora, 3).await, Err(Error::Conflict("sharing-conflict-alone")), "one stays");
        let id = ring.post(&clinic, ring.sam, "Only fools cry.").await?;
        told(&clinic, ring.jo, id, Reason::Selling).await?;
        let count = async |actor| clinic.read(actor, async |work| Ok(notices(work).await?.into_iter().filter(|notice| notice.kind == Notice::MatterWaits).count())).await;
        assert_eq!((count(ring.finn).await?, count(nora).await?), (0, 1));
        assert!(clinic.read(ring.finn, async move |work| away_until(work, group).await).await?.is_some());
        back(ring.finn, 0).await?;
        assert!(clinic.read(ring.finn, async move |work| away_until(work, group).await).await?.is_none());
        Ok(())
    }

    async fn a_thread_with_an_open_matter_waits_for_it(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Only fools cry.").await?;
        clinic.pass(Span::hours(24 * 365 - 1));
        let (jo, finn) = (clinic.signed_in(who(ring.jo)), clinic.signed_in(who(ring.finn)));
        told(&clinic, jo, id, Reason::Selling).await?;
        clinic.pass(Span::hours(2));
        clinic.run_jobs().await?;
        let matter = open(&clinic, &ring).await?.remove(0).id;
        decided(&clinic, finn, matter, Verdict::Stands).await?;
        clinic.pass(Span::days(1));
        clinic.run_jobs().await?;
        assert_eq!(seen(&clinic, finn, matter).await.map(|_| ()), Err(Error::NotFound));
        Ok(())
    }
}
