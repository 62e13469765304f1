//! An agenda runs, and what it does not reach goes on to the next session.

use super::super::{Carried, Hour, Progress, Step, Wish, hour, mark_now, steer, summary};
use super::{Evening, agenda, change, look, step, untouched};
use crate::access::Actor;
use crate::clock::Span;
use crate::id::SessionId;
use crate::sessions::{Presence, attendance_in};
use crate::testing::TestClinic;
use crate::{Error, Result, scenarios};

async fn run(clinic: &TestClinic, actor: Actor, id: SessionId) -> Result<Hour> {
    clinic.read(actor, async move |work| hour(work, id).await).await
}

scenarios! {
    async fn an_agenda_runs_only_while_its_session_is_open(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        assert_eq!(step(&clinic, evening.mara, id, Step::Next).await, Err(Error::Conflict("plans-conflict-not-open")));
        evening.open(&clinic, 0).await?;
        step(&clinic, evening.mara, id, Step::Next).await?;
        clinic.pass(Span::minutes(7));
        step(&clinic, evening.ben, id, Step::Next).await?;
        let plan = agenda(&clinic, evening.mara, id).await?;
        assert_eq!(plan.blocks[0].progress, Progress::Done);
        assert_eq!((plan.blocks[0].used_minutes_at(clinic.app.clock().now()), plan.current()), (7, Some(1)));
        evening.close(&clinic, 0).await?;
        assert_eq!(step(&clinic, evening.mara, id, Step::Next).await, Err(Error::Conflict("plans-conflict-not-open")));
        let over = change(&clinic, evening.mara, id, untouched(&look(&clinic, evening.mara, id).await?, Wish::Keep)).await;
        assert_eq!(over, Err(Error::Conflict("plans-conflict-over")));
        Ok(())
    }

    async fn two_who_press_at_once_leave_no_block_out(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        evening.open(&clinic, 0).await?;
        clinic.write(evening.mara, async move |work| steer(work, id, 0, Step::Next).await).await?;
        let second = clinic.write(evening.ben, async move |work| steer(work, id, 0, Step::Next).await).await;
        assert_eq!(second, Err(Error::Conflict("plans-conflict-steered")));
        assert_eq!(agenda(&clinic, evening.mara, id).await?.current(), Some(0));
        Ok(())
    }

    async fn what_was_not_reached_is_offered_once_to_the_next_session(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        evening.open(&clinic, 0).await?;
        for _ in 0..5 {
            step(&clinic, evening.mara, id, Step::Next).await?;
            clinic.pass(Span::minutes(15));
        }
        step(&clinic, evening.mara, id, Step::Skip).await?;
        evening.close(&clinic, 0).await?;
        let plan = agenda(&clinic, evening.mara, id).await?;
        assert_eq!((plan.current(), plan.blocks[5].progress), (None, Progress::Done), "what ran is over");
        let [skipped, left, closing] = [4, 6, 7].map(|at: usize| plan.blocks[at].progress);
        assert_eq!((skipped, left, closing), (Progress::Skipped, Progress::Open, Progress::Open));
        let evening = evening.at(&clinic, 1);
        let next = evening.sessions[1].id;
        let shown = look(&clinic, evening.mara, next).await?;
        let from = Carried { session: id, block: 7, at: evening.sessions[0].starts_at };
        assert_eq!(shown.offers.iter().map(|offer| offer.from).collect::<Vec<_>>(), [from]);
        assert_eq!(run(&clinic, evening.mara, next).await?.left_over, 1);
        change(&clinic, evening.mara, next, untouched(&shown, Wish::Take(7))).await?;
        let shown = look(&clinic, evening.ben, next).await?;
        let top = &shown.agenda.as_ref().expect("it is kept").blocks[0];
        assert_eq!((top.carried, top.minutes, shown.offers.len()), (Some(from), 10, 0));
        let twice = change(&clinic, evening.mara, next, untouched(&shown, Wish::Take(7))).await;
        assert_eq!(twice, Err(Error::Conflict("plans-conflict-changed")));
        Ok(())
    }

    async fn what_is_let_go_is_not_offered_again(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.open(&clinic, 0).await?;
        for _ in 0..6 {
            step(&clinic, evening.mara, evening.first(), Step::Next).await?;
        }
        evening.close(&clinic, 0).await?;
        let next = evening.sessions[1].id;
        let shown = look(&clinic, evening.mara, next).await?;
        change(&clinic, evening.mara, next, untouched(&shown, Wish::LetGo(7))).await?;
        let shown = look(&clinic, evening.mara, next).await?;
        assert_eq!((shown.offers.len(), shown.agenda.expect("it is kept").minutes()), (0, 90));
        Ok(())
    }

    async fn the_running_view_tells_who_is_here_and_asks_for_no_score(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, person) = (evening.first(), evening.circle.person());
        let shown = run(&clinic, evening.mara, id).await?;
        assert_eq!((shown.attendees.len(), shown.attendees[0].presence), (1, None));
        assert!(shown.may_jot && shown.homework.is_none() && shown.concerns.is_empty());
        clinic.pass(Span::minutes(12));
        clinic.write(evening.ben, async move |work| mark_now(work, id, person, Presence::Late).await).await?;
        let group = evening.circle.group;
        let marks = clinic.read(evening.mara, async move |work| attendance_in(work, group).await).await?;
        assert_eq!((marks[0].mark.presence, marks[0].mark.minutes), (Presence::Late, 78));
        let odd = clinic.write(evening.ben, async move |work| mark_now(work, id, person, Presence::Removed).await).await;
        assert_eq!(odd, Err(Error::invalid("presence", "fault-choose")));
        Ok(())
    }

    async fn the_running_view_is_not_there_for_others(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, person) = (evening.first(), evening.circle.person());
        let vera = evening.supervisor(&clinic).await?;
        for actor in [vera, evening.circle.member, clinic.administrator().await?] {
            assert_eq!(run(&clinic, actor, id).await.map(|_| ()), Err(Error::NotFound));
            let marked = clinic.write(actor, async move |work| mark_now(work, id, person, Presence::Present).await).await;
            assert_eq!(marked, Err(Error::NotFound));
            let steered = clinic.write(actor, async move |work| steer(work, id, 0, Step::Next).await).await;
            assert_eq!(steered, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn the_record_begins_with_what_came_about(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, session) = (evening.first(), evening.sessions[0]);
        evening.open(&clinic, 0).await?;
        let nothing = clinic.read(evening.mara, async move |work| summary(work, &session).await).await?;
        assert!(nothing.topic.is_empty() && nothing.parts.is_empty());
        let mut editing = untouched(&look(&clinic, evening.mara, id).await?, Wish::Keep);
        editing.topic = "Sleep".to_owned();
        change(&clinic, evening.mara, id, editing).await?;
        step(&clinic, evening.mara, id, Step::Next).await?;
        step(&clinic, evening.mara, id, Step::Skip).await?;
        let told = clinic.read(evening.mara, async move |work| summary(work, &session).await).await?;
        let second = agenda(&clinic, evening.mara, id).await?.blocks[1].title.clone();
        assert_eq!((told.topic.as_str(), told.parts), ("Sleep", second));
        Ok(())
    }
}
