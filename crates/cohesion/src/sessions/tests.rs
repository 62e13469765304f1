//! Scenarios around a session's hour, on both engines.

use super::{
    AbsenceKind, Mark, Presence, absences, attendance_in, attendance_of, close, mark, open, reach_out, send_word,
};
use crate::access::Actor;
use crate::clock::Span;
use crate::id::{PersonId, SessionId};
use crate::testing::{Circle, TestClinic};
use crate::{Error, Result, scenarios};

async fn hold(clinic: &TestClinic, circle: &Circle, session: SessionId, presence: Presence) -> Result<()> {
    let person = circle.person();
    clinic.write(circle.leader, async move |work| open(work, session).await).await?;
    attend(clinic, circle.leader, session, person, presence).await?;
    clinic.write(circle.leader, async move |work| close(work, session).await).await
}

async fn attend(
    clinic: &TestClinic,
    actor: Actor,
    session: SessionId,
    person: PersonId,
    presence: Presence,
) -> Result<()> {
    let minutes = if presence.was_there() { 90 } else { 0 };
    let marking = Mark { person, presence, minutes, words: None };
    clinic.write(actor, async move |work| mark(work, session, &marking).await).await
}

async fn tasks(clinic: &TestClinic, circle: &Circle) -> Result<Vec<AbsenceKind>> {
    let group = circle.group;
    let open = clinic.read(circle.leader, async move |work| absences(work, group).await).await?;
    Ok(open.into_iter().map(|absence| absence.kind).collect())
}

scenarios! {
    async fn a_session_is_held_and_its_attendance_becomes_final(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0].id;
        hold(&clinic, &circle, session, Presence::Present).await?;
        let (group, person) = (circle.group, circle.person());
        let own = clinic.read(circle.member, async move |work| attendance_of(work, group, person).await).await?;
        assert_eq!(own.iter().map(|kept| (kept.mark.presence, kept.mark.minutes)).collect::<Vec<_>>(), [(Presence::Present, 90)]);
        let late = attend(&clinic, circle.leader, session, person, Presence::Late).await;
        assert_eq!(late, Err(Error::Conflict("sessions-conflict-closed")));
        assert_eq!(tasks(&clinic, &circle).await?, []);
        Ok(())
    }

    async fn a_session_is_not_closed_while_somebody_is_unmarked(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.seat(&clinic, clinic.signed_in(PersonId::random()?), "Jo").await?;
        let session = circle.plan(&clinic, 1).await?[0].id;
        let closing = hold(&clinic, &circle, session, Presence::Present).await;
        assert_eq!(closing, Err(Error::Conflict("sessions-conflict-unmarked")));
        Ok(())
    }

    async fn an_absence_without_word_asks_somebody_to_reach_out_within_a_day(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0].id;
        hold(&clinic, &circle, session, Presence::AbsentSilent).await?;
        let group = circle.group;
        let open = clinic.read(circle.leader, async move |work| absences(work, group).await).await?;
        assert_eq!(open.iter().map(|absence| absence.kind).collect::<Vec<_>>(), [AbsenceKind::Reach]);
        assert_eq!(open[0].due_at, clinic.app.clock().now() + Span::hours(24));
        let id = open[0].id;
        let silent = clinic.write(circle.leader, async move |work| reach_out(work, id, "  ").await).await;
        assert_eq!(silent, Err(Error::invalid("words", "sessions-fault-words")));
        clinic.write(circle.leader, async move |work| reach_out(work, id, "Called; the bus did not come.").await).await?;
        assert_eq!(tasks(&clinic, &circle).await?, []);
        let again = clinic.write(circle.leader, async move |work| reach_out(work, id, "Called.").await).await;
        assert_eq!(again, Err(Error::Conflict("sessions-conflict-absence-done")));
        Ok(())
    }

    async fn two_absences_in_a_row_ask_for_a_talk(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        for session in circle.plan(&clinic, 2).await? {
            hold(&clinic, &circle, session.id, Presence::AbsentTold).await?;
        }
        assert_eq!(tasks(&clinic, &circle).await?, [AbsenceKind::TwiceInARow]);
        Ok(())
    }

    async fn a_member_sends_word_before_the_session_and_not_after(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0].id;
        let word = Some("The children are ill".to_owned());
        clinic.write(circle.member, async move |work| send_word(work, session, word.clone()).await).await?;
        let group = circle.group;
        let marks = clinic.read(circle.leader, async move |work| attendance_in(work, group).await).await?;
        assert_eq!(marks[0].mark.presence, Presence::AbsentTold);
        assert_eq!(marks[0].mark.words.as_deref(), Some("The children are ill"));
        clinic.write(circle.leader, async move |work| open(work, session).await).await?;
        let late = clinic.write(circle.member, async move |work| send_word(work, session, None).await).await;
        assert_eq!(late, Err(Error::Conflict("sessions-conflict-begun")));
        Ok(())
    }

    async fn a_session_does_not_begin_when_the_licence_has_run_out(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0].id;
        clinic.pass(Span::days(800));
        let leader = clinic.signed_in(circle.leader.person().expect("the leader is a person"));
        let tried = clinic.write(leader, async move |work| open(work, session).await).await;
        assert!(matches!(&tried, Err(Error::Blocked(missing)) if !missing.is_empty()), "{tried:?}");
        Ok(())
    }

    async fn a_session_reads_as_absent_to_whoever_does_not_lead_it(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0].id;
        for actor in [clinic.clinician().await?, circle.member, clinic.signed_in(PersonId::random()?)] {
            let tried = clinic.write(actor, async move |work| open(work, session).await).await;
            assert_eq!(tried, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn more_minutes_than_the_session_has_are_refused(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0].id;
        let person = circle.person();
        for (presence, minutes) in [(Presence::Present, 91), (Presence::AbsentTold, 1)] {
            let marking = Mark { person, presence, minutes, words: None };
            let tried = clinic.write(circle.leader, async move |work| mark(work, session, &marking).await).await;
            assert_eq!(tried, Err(Error::invalid("minutes", "sessions-fault-minutes")));
        }
        Ok(())
    }
}
