//! What follows when somebody stayed away.

use super::super::{AbsenceKind, Presence, outreach_after, reach_out, send_word};
use super::{hold, to_follow};
use crate::clock::Span;
use crate::groups::{LeaderRole, appoint, cancel_session};
use crate::practice::Role;
use crate::testing::{Circle, TestClinic, who};
use crate::{Error, Result, scenarios};

async fn kinds(clinic: &TestClinic, circle: &Circle) -> Result<Vec<AbsenceKind>> {
    Ok(to_follow(clinic, circle).await?.into_iter().map(|task| task.absence.kind).collect())
}

scenarios! {
    async fn an_absence_without_word_asks_somebody_to_reach_out_within_a_day(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        hold(&clinic, &circle, &session, Presence::AbsentSilent).await?;
        let open = to_follow(&clinic, &circle).await?;
        assert_eq!(open.iter().map(|task| task.absence.kind).collect::<Vec<_>>(), [AbsenceKind::Reach]);
        assert_eq!((open[0].called.as_str(), open[0].session_number, open[0].is_theirs), ("Sam", 1, true));
        assert_eq!(open[0].absence.due_at, clinic.app.clock().now() + Span::hours(24));
        let id = open[0].absence.id;
        let silent = clinic.write(circle.leader, async move |work| reach_out(work, id, "  ").await).await;
        assert_eq!(silent, Err(Error::invalid(format!("words-{id}"), "sessions-fault-words")));
        clinic.write(circle.leader, async move |work| reach_out(work, id, "Called; the bus did not come.").await).await?;
        assert_eq!(kinds(&clinic, &circle).await?, []);
        let again = clinic.write(circle.leader, async move |work| reach_out(work, id, "Called.").await).await;
        assert_eq!(again, Err(Error::Conflict("sessions-conflict-absence-done")));
        Ok(())
    }

    async fn two_absences_in_a_row_ask_for_a_talk(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        for session in circle.plan(&clinic, 2).await? {
            hold(&clinic, &circle, &session, Presence::AbsentTold).await?;
        }
        assert_eq!(kinds(&clinic, &circle).await?, [AbsenceKind::TwiceInARow]);
        Ok(())
    }

    async fn whoever_came_is_followed_by_nobody(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        hold(&clinic, &circle, &session, Presence::Late).await?;
        assert_eq!(kinds(&clinic, &circle).await?, []);
        Ok(())
    }

    async fn a_session_that_was_called_off_counts_as_nobodys_absence(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let planned = circle.plan(&clinic, 3).await?;
        let off = planned[1].id;
        hold(&clinic, &circle, &planned[0], Presence::Present).await?;
        clinic.write(circle.member, async move |work| send_word(work, off, None).await).await?;
        clinic.write(circle.leader, async move |work| cancel_session(work, off).await).await?;
        hold(&clinic, &circle, &planned[2], Presence::AbsentTold).await?;
        assert_eq!(kinds(&clinic, &circle).await?, []);
        Ok(())
    }

    async fn what_was_done_is_read_by_those_who_lead_and_not_by_whoever_plans_dates(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (ines, group) = (clinic.colleague("Ines", &[Role::Clinician]).await?, circle.group);
        clinic.write(circle.leader, async move |work| appoint(work, group, who(ines), LeaderRole::Supervisor).await).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        hold(&clinic, &circle, &session, Presence::AbsentSilent).await?;
        let id = to_follow(&clinic, &circle).await?[0].absence.id;
        let refused = clinic.write(ines, async move |work| reach_out(work, id, "Called.").await).await;
        assert_eq!(refused, Err(Error::NotFound));
        clinic.write(circle.leader, async move |work| reach_out(work, id, "Called.").await).await?;
        let sofia = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
        for (reader, read) in [(circle.leader, 1), (ines, 1), (sofia, 0)] {
            let done = clinic.read(reader, async move |work| outreach_after(work, &session).await).await?;
            assert_eq!(done.len(), read);
            assert!(done.iter().all(|done| done.words.as_deref() == Some("Called.") && done.by.as_deref() == Some("Mara")));
        }
        Ok(())
    }
}
