//! Opening, marking, closing; and a member's word before.

use super::super::{Mark, Presence, attendance_in, attendance_of, close, mark_all, open, send_word, take_back};
use super::{attend, begin, hold, leader_at, pass_until};
use crate::clock::Span;
use crate::groups::{
    Charter, Format, GroupState, Series, advance, appoint, cancel_session, may_run, plan_series, take_seat,
};
use crate::id::PersonId;
use crate::practice::Role;
use crate::testing::{Circle, who};
use crate::{Error, groups, scenarios};

scenarios! {
    async fn a_session_is_held_and_its_attendance_becomes_final(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        hold(&clinic, &circle, &session, Presence::Present).await?;
        let (group, person) = (circle.group, circle.person());
        let own = clinic.read(circle.member, async move |work| attendance_of(work, group, person).await).await?;
        assert_eq!(own.iter().map(|kept| (kept.mark.presence, kept.mark.minutes)).collect::<Vec<_>>(), [(Presence::Present, 90)]);
        let late = attend(&clinic, circle.leader, &session, person, Presence::Late).await;
        assert_eq!(late, Err(Error::Conflict("sessions-conflict-closed")));
        Ok(())
    }

    async fn a_session_is_opened_on_its_day_and_once(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (session, leader) = (circle.plan(&clinic, 1).await?[0], circle.leader);
        let early = clinic.write(leader, async move |work| open(work, session.id).await).await;
        assert_eq!(early, Err(Error::Conflict("sessions-conflict-early")));
        pass_until(&clinic, session.starts_at - Span::hours(24));
        clinic.write(leader, async move |work| open(work, session.id).await).await?;
        let again = clinic.write(leader, async move |work| open(work, session.id).await).await;
        assert_eq!(again, Err(Error::Conflict("sessions-conflict-begun")));
        Ok(())
    }

    async fn a_session_is_not_closed_while_somebody_is_unmarked(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.seat(&clinic, clinic.somebody("Jo").await?, "Jo").await?;
        let session = circle.plan(&clinic, 1).await?[0];
        let closing = hold(&clinic, &circle, &session, Presence::Present).await;
        assert_eq!(closing, Err(Error::Conflict("sessions-conflict-unmarked")));
        Ok(())
    }

    async fn a_session_does_not_begin_when_the_licence_has_run_out(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        clinic.pass(Span::days(800));
        let leader = clinic.signed_in(who(circle.leader));
        let tried = clinic.write(leader, async move |work| open(work, session.id).await).await;
        assert!(matches!(&tried, Err(Error::Blocked(missing)) if !missing.is_empty()), "{tried:?}");
        Ok(())
    }

    async fn a_session_reads_as_absent_to_whoever_does_not_lead_it(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        for actor in [clinic.clinician().await?, circle.member, clinic.signed_in(PersonId::random()?)] {
            let tried = clinic.write(actor, async move |work| open(work, session.id).await).await;
            assert_eq!(tried, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn all_marks_are_kept_or_none_is(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let session = circle.plan(&clinic, 1).await?[0];
        let leader = begin(&clinic, &circle, &session).await?;
        let (group, sam, jo) = (circle.group, circle.person(), who(jo));
        let mark = |person, presence, minutes| Mark { person, presence, minutes, words: None };
        for (second, field) in [
            (mark(jo, Presence::Present, 91), Some(format!("minutes-{jo}"))),
            (mark(jo, Presence::AbsentTold, 1), Some(format!("minutes-{jo}"))),
            (mark(PersonId::random()?, Presence::Present, 90), None),
        ] {
            let marks = [mark(sam, Presence::Present, 90), second];
            let tried = clinic.write(leader, async move |work| mark_all(work, session.id, &marks).await).await;
            let refused = field.map_or(Error::Conflict("sessions-conflict-seat"), |field| Error::invalid(field, "sessions-fault-minutes"));
            assert_eq!(tried, Err(refused));
        }
        assert_eq!(clinic.read(leader, async move |work| attendance_in(work, group).await).await?, []);
        Ok(())
    }

    async fn a_member_sends_word_before_the_session_and_not_after(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        let word = Some("The children are ill".to_owned());
        clinic.write(circle.member, async move |work| send_word(work, session.id, word.clone()).await).await?;
        let group = circle.group;
        let marks = clinic.read(circle.leader, async move |work| attendance_in(work, group).await).await?;
        assert_eq!(marks[0].mark.presence, Presence::AbsentTold);
        assert_eq!(marks[0].mark.words.as_deref(), Some("The children are ill"));
        pass_until(&clinic, session.starts_at);
        let late = clinic.write(circle.member, async move |work| send_word(work, session.id, None).await).await;
        assert_eq!(late, Err(Error::Conflict("sessions-conflict-begun")));
        Ok(())
    }

    async fn a_member_reads_their_own_words_and_not_what_was_written_beside_their_attendance(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (session, group, person) = (circle.plan(&clinic, 1).await?[0], circle.group, circle.person());
        let word = Some("The children are ill".to_owned());
        clinic.write(circle.member, async move |work| send_word(work, session.id, word.clone()).await).await?;
        let own = clinic.read(circle.member, async move |work| attendance_of(work, group, person).await).await?;
        assert_eq!(own[0].mark.words.as_deref(), Some("The children are ill"));
        let words = Some("The second time in a row".to_owned());
        let remark = Mark { person, presence: Presence::AbsentTold, minutes: 0, words };
        clinic.write(circle.leader, async move |work| mark_all(work, session.id, std::slice::from_ref(&remark)).await).await?;
        let own = clinic.read(circle.member, async move |work| attendance_of(work, group, person).await).await?;
        assert_eq!((own[0].mark.presence, own[0].mark.words.as_deref()), (Presence::AbsentTold, None));
        let read = clinic.read(circle.leader, async move |work| attendance_of(work, group, person).await).await?;
        assert_eq!(read[0].mark.words.as_deref(), Some("The second time in a row"));
        Ok(())
    }

    async fn nothing_is_left_of_a_word_that_was_taken_back_before_the_session(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (session, group, member) = (circle.plan(&clinic, 1).await?[0], circle.group, circle.member);
        let word = Some("The children are ill".to_owned());
        clinic.write(member, async move |work| send_word(work, session.id, word.clone()).await).await?;
        for _ in 0..2 {
            clinic.write(member, async move |work| take_back(work, session.id).await).await?;
        }
        assert_eq!(clinic.read(circle.leader, async move |work| attendance_in(work, group).await).await?, []);
        clinic.write(member, async move |work| send_word(work, session.id, None).await).await?;
        pass_until(&clinic, session.starts_at);
        let late = clinic.write(member, async move |work| take_back(work, session.id).await).await;
        assert_eq!(late, Err(Error::Conflict("sessions-conflict-begun")));
        Ok(())
    }

    async fn a_session_that_was_called_off_is_neither_opened_nor_marked(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let session = circle.plan(&clinic, 1).await?[0];
        let leader = leader_at(&clinic, &circle, &session);
        clinic.write(leader, async move |work| cancel_session(work, session.id).await).await?;
        let called_off = Err(Error::Conflict("sessions-conflict-called-off"));
        let opened = clinic.write(leader, async move |work| open(work, session.id).await).await;
        assert_eq!(opened, called_off);
        let marked = attend(&clinic, leader, &session, circle.person(), Presence::Present).await;
        assert_eq!(marked, called_off);
        let word = clinic.write(circle.member, async move |work| send_word(work, session.id, None).await).await;
        assert_eq!(word, called_off);
        Ok(())
    }

    async fn whoever_only_plans_dates_reads_who_came_but_no_words(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (session, group) = (circle.plan(&clinic, 1).await?[0], circle.group);
        let word = Some("The children are ill".to_owned());
        clinic.write(circle.member, async move |work| send_word(work, session.id, word.clone()).await).await?;
        let sofia = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
        let seen = clinic.read(sofia, async move |work| attendance_in(work, group).await).await?;
        assert_eq!((seen[0].mark.presence, seen[0].mark.words.as_deref()), (Presence::AbsentTold, None));
        Ok(())
    }

    async fn a_support_group_meets_without_attendance_by_person(clinic: TestClinic) {
        let (mara, finn) = (clinic.clinician().await?, clinic.facilitator().await?);
        let group = clinic.group(mara, Charter::support(), Format::Open, 8).await?;
        let sam = clinic.somebody("Sam").await?;
        let first = jiff::civil::date(2026, 11, 25).at(18, 0, 0, 0);
        let session = clinic.write(mara, async move |work| {
            appoint(work, group, who(finn), groups::LeaderRole::Facilitator).await?;
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, who(sam));
            take_seat(work, &about, group, who(sam), "Sam").await?;
            advance(work, group, GroupState::Running).await?;
            Ok(plan_series(work, group, Series { first, minutes: 90, count: 1, every_weeks: 1 }).await?[0])
        }).await?;
        let word = clinic.write(sam, async move |work| send_word(work, session.id, None).await).await;
        assert_eq!(word, Err(Error::NotFound));
        pass_until(&clinic, session.starts_at);
        let finn = clinic.signed_in(who(finn));
        clinic.write(finn, async move |work| open(work, session.id).await).await?;
        let marked = attend(&clinic, finn, &session, who(sam), Presence::Present).await;
        assert_eq!(marked, Err(Error::NotFound));
        clinic.write(finn, async move |work| close(work, session.id).await).await?;
        assert_eq!(clinic.read(finn, async move |work| attendance_in(work, group).await).await?, []);
        Ok(())
    }
}
