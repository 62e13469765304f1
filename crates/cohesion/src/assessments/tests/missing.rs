//! What was asked and not answered is said, and what was answered is found, whatever the battery says.

use measures::glance::LookCause;

use super::super::{Course, Overview};
use super::*;
use crate::groups::{Session, cancel_session};
use crate::scenarios;

async fn asking(clinic: &TestClinic, circle: &Circle, entries: Vec<Entry>) -> Result<()> {
    let (group, battery) = (circle.group, Battery { entries });
    clinic.write(circle.leader, async move |work| set_battery(work, group, &battery).await).await
}

/// Hands out what falls before a session, on the day before it.
async fn hand_out(clinic: &TestClinic, session: &Session) -> Result<()> {
    clinic.pass(session.starts_at - Span::hours(24) - clinic.app.clock().now());
    let id = session.id;
    clinic.write(clinic.system(), async move |work| distribute(work, id.0, 0).await).await
}

async fn answer_all(clinic: &TestClinic, circle: &Circle, positions: &'static [usize]) -> Result<()> {
    let person = circle.person();
    let answering = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        for asked in asked_of(work, &grant, person).await? {
            submit(work, asked.id, &sheet(1, positions)).await?;
        }
        Ok(())
    };
    clinic.write(circle.member, answering).await
}

async fn courses(clinic: &TestClinic, circle: &Circle) -> Result<Vec<Course>> {
    let (group, person) = (circle.group, circle.person());
    clinic.read(circle.leader, async move |work| courses_of(work, group, person).await).await
}

async fn seen(clinic: &TestClinic, circle: &Circle, of: Option<&str>) -> Result<Overview> {
    let (group, of) = (circle.group, of.map(str::to_owned));
    clinic.read(circle.leader, async move |work| overview(work, group, of.clone()).await).await
}

scenarios! {
    async fn what_was_asked_and_not_answered_is_a_gap_once_its_hour_has_come(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        asking(&clinic, &circle, vec![entry("gad-7", When::EachSession)]).await?;
        let planned = circle.plan(&clinic, 4).await?;
        hand_out(&clinic, &planned[0]).await?;
        answer_all(&clinic, &circle, &[2; 7]).await?;
        hand_out(&clinic, &planned[1]).await?;
        assert_eq!(courses(&clinic, &circle).await?[0].asked(), 1, "there is time still");
        clinic.pass(Span::days(2));
        let course = &courses(&clinic, &circle).await?[0];
        assert_eq!((course.answered(), course.asked()), (1, 2));
        assert_eq!(course.points.iter().map(|point| (point.session, point.total())).collect::<Vec<_>>(), [(1, Some(14.0)), (2, None)]);
        assert_eq!(course.ends(), Some((14.0, 14.0)));
        assert_eq!(seen(&clinic, &circle, None).await?.answered_of(), (1, 2));
        Ok(())
    }

    async fn a_session_that_was_called_off_leaves_no_gap(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        asking(&clinic, &circle, vec![entry("gad-7", When::EachSession)]).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        hand_out(&clinic, &session).await?;
        let leader = clinic.signed_in(who(circle.leader));
        clinic.write(leader, async move |work| cancel_session(work, session.id).await).await?;
        clinic.pass(Span::days(2));
        assert!(courses(&clinic, &circle).await?.is_empty());
        assert_eq!(seen(&clinic, &circle, None).await?.answered_of(), (0, 0));
        Ok(())
    }

    async fn a_score_from_fewer_answers_says_so(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let mut open = sheet(1, &[2; 8]);
        open.positions[3] = None;
        circle.send(&clinic, "phq-8", open).await?;
        let courses = courses(&clinic, &circle).await?;
        assert!(courses[0].points[0].is_prorated());
        Ok(())
    }

    async fn what_was_asked_in_place_of_the_battery_is_seen_too(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        asking(&clinic, &circle, vec![entry("phq-9", When::EachSession), entry("asq", When::Intake)]).await?;
        let session = circle.plan(&clinic, 2).await?[0];
        hand_out(&clinic, &session).await?;
        answer_all(&clinic, &circle, &[1; 8]).await?;
        let seen = seen(&clinic, &circle, None).await?;
        assert_eq!(seen.instrument.id, "phq-8", "it is the one that was answered");
        assert_eq!(seen.lines[0].course.ends(), Some((8.0, 8.0)));
        assert_eq!(seen.others.iter().map(|other| other.id.as_str()).collect::<Vec<_>>(), ["phq-9", "asq"]);
        Ok(())
    }

    async fn what_is_not_added_up_is_seen_with_what_is_met_and_what_wants_a_glance(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        circle.send(&clinic, "asq", sheet(1, &[0, 0, 0, 1, 0])).await?;
        for rating in [10, 10, 7] {
            clinic.pass(Span::days(7));
            circle.send(&clinic, "session-check-out", sheet(1, &[rating, 9, 9, 9, 9])).await?;
        }
        let courses = courses(&clinic, &circle).await?;
        assert_eq!(courses.iter().map(Course::has_yardstick).collect::<Vec<_>>(), [false, false]);
        let (asq, _) = courses[0].latest().expect("an answer");
        assert_eq!(asq.score.criteria.iter().map(|finding| finding.met).collect::<Vec<_>>(), [Some(true), Some(false)]);
        let (check_out, _) = courses[1].latest().expect("an answer");
        assert_eq!(check_out.looks.iter().map(|look| (look.item.as_str(), look.cause)).collect::<Vec<_>>(), [("safe", LookCause::Fallen { own_mean: 10.0 })]);
        assert_eq!(seen(&clinic, &circle, Some("asq")).await?.lines[0].course.answered(), 1);
        assert_eq!(seen(&clinic, &circle, Some("k10")).await.map(|_| ()), Err(Error::NotFound), "never asked here");
        Ok(())
    }
}
