//! Away for a while, and gone.

use super::super::{
    DecidedBy, Departure, Ending, Goodbye, Stage, Step, call_off, depart, departure, enquire, hold, leave,
    own_enrolments, steps_of, was_removed_before, welcome_back,
};
use super::{accepted, asking, led_group, member_of, now, seated};
use crate::clock::Span;
use crate::groups::{self, Fellow, SeatState};
use crate::limits;
use crate::{Error, scenarios};

fn gone(reason: &str) -> Departure {
    let (decided_by, goodbye) = (DecidedBy::Together, Goodbye::Said);
    Departure { ending: Ending::Planned, decided_by, goodbye, reason: reason.to_owned() }
}

scenarios! {
    async fn a_departed_member_reads_nothing_of_the_group_from_that_moment(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        clinic.read(sam, async move |work| groups::sessions(work, group).await).await?;
        let silent = clinic.write(mara, async move |work| depart(work, id, &gone(" ")).await).await;
        assert_eq!(silent, Err(Error::invalid("reason", "enrolment-fault-reason")));
        clinic.write(mara, async move |work| depart(work, id, &gone("Goals reached")).await).await?;
        let after = clinic.read(sam, async move |work| groups::sessions(work, group).await).await;
        assert_eq!(after, Err(Error::NotFound));
        assert!(clinic.read(sam, async |work| own_enrolments(work).await).await?.is_empty());
        let twice = clinic.write(mara, async move |work| depart(work, id, &gone("Again")).await).await;
        assert_eq!(twice, Err(Error::Conflict("enrolment-conflict-stage")));
        Ok(())
    }

    async fn a_departure_keeps_who_decided_why_and_whether_there_was_a_goodbye(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let other = clinic.clinician().await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        assert_eq!(clinic.write(other, async move |work| depart(work, id, &gone("No")).await).await, Err(Error::NotFound));
        clinic.write(mara, async move |work| depart(work, id, &gone("Goals reached")).await).await?;
        let kept = clinic.read(mara, async move |work| departure(work, id).await).await?.expect("departed");
        assert_eq!((kept.departure, kept.by), (gone("Goals reached"), mara.person()));
        assert_eq!(clinic.read(other, async move |work| departure(work, id).await).await, Err(Error::NotFound));
        Ok(())
    }

    async fn whoever_was_removed_is_known_again_before_a_seat_is_given(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 4).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let removed = Departure { ending: Ending::Removed, ..gone("After a threat") };
        let again = async |person: crate::id::PersonId| {
            let enquirer = crate::enrolment::Enquirer::Known(person);
            clinic.write(mara, async move |work| enquire(work, group, &enquirer, &asking()).await).await
        };
        let sam = crate::testing::who(member_of(&clinic, id).await?);
        clinic.tab_for(member_of(&clinic, id).await?, crate::identity::AccountKind::Member).await?;
        let was_removed = async |id| clinic.read(mara, async move |work| was_removed_before(work, id).await).await;
        assert!(!was_removed(id).await?);
        clinic.write(mara, async move |work| depart(work, id, &removed).await).await?;
        let back = again(sam).await?;
        assert!(was_removed(back).await?, "the same person");
        let kim = seated(&clinic, mara, group, "Kim").await?;
        assert!(!was_removed(kim).await?);
        let other = clinic.clinician().await?;
        assert_eq!(clinic.read(other, async move |work| was_removed_before(work, back).await).await, Err(Error::NotFound));
        let mut desk = clinic.desk(mara).await?;
        let page = desk.get(&format!("/care/enrolments/{back}")).await;
        assert!(page.body.contains("was removed from this group before"), "{}", page.body);
        Ok(())
    }

    async fn the_others_learn_that_somebody_is_gone_and_nothing_else(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let kim = member_of(&clinic, seated(&clinic, mara, group, "Kim").await?).await?;
        let fellows = async move |clinic: &TestClinic| clinic.read(kim, async move |work| groups::fellows(work, group).await).await;
        let named = |is_here| vec![Fellow { called: "Sam".to_owned(), is_here }];
        assert_eq!(fellows(&clinic).await?, named(true));
        clinic.write(mara, async move |work| depart(work, sam, &gone("Removed after a threat")).await).await?;
        assert_eq!(fellows(&clinic).await?, named(false));
        clinic.pass(Span(limits::GONE_SHOWN_FOR.0 + 1));
        assert_eq!(fellows(&clinic).await?, []);
        Ok(())
    }

    async fn a_member_leaves_whenever_they_want(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        clinic.write(sam, async move |work| leave(work, id, "").await).await?;
        let kept = clinic.read(mara, async move |work| departure(work, id).await).await?.expect("departed");
        assert_eq!((kept.departure.decided_by, kept.departure.goodbye), (DecidedBy::Member, Goodbye::Missing));
        let early = accepted(&clinic, mara, group, "Kim").await?;
        let kim = member_of(&clinic, early).await?;
        assert_eq!(clinic.write(sam, async move |work| leave(work, early, "").await).await, Err(Error::NotFound));
        clinic.write(kim, async move |work| leave(work, early, "Not for me").await).await?;
        assert_eq!(now(&clinic, early).await?.stage, Stage::Withdrawn);
        Ok(())
    }

    async fn a_place_is_free_again_after_a_departure(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        seated(&clinic, mara, group, "Kim").await?;
        clinic.write(mara, async move |work| depart(work, sam, &gone("Moved")).await).await?;
        seated(&clinic, mara, group, "Jo").await?;
        Ok(())
    }

    async fn a_seat_on_hold_is_kept_for_four_weeks_at_most(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let start = clinic.app.clock().now();
        for until in [start, start + limits::HOLD + Span(1)] {
            let refused = clinic.write(mara, async move |work| hold(work, id, until, "In hospital").await).await;
            assert_eq!(refused, Err(Error::invalid("until", "enrolment-fault-hold")));
        }
        let until = start + limits::HOLD;
        clinic.write(mara, async move |work| hold(work, id, until, "In hospital").await).await?;
        let held = now(&clinic, id).await?;
        assert_eq!((held.stage, held.hold_until), (Stage::OnHold, Some(until)));
        clinic.write(mara, async move |work| welcome_back(work, id).await).await?;
        let seats = clinic.read(mara, async move |work| groups::seats(work, group).await).await?;
        assert_eq!((now(&clinic, id).await?.hold_until, seats[0].state), (None, SeatState::Active));
        Ok(())
    }

    async fn calling_off_needs_words_that_only_staff_read(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let id = accepted(&clinic, mara, group, "Sam").await?;
        let silent = clinic.write(mara, async move |work| call_off(work, id, " ").await).await;
        assert_eq!(silent, Err(Error::invalid("reason", "enrolment-fault-reason")));
        clinic.write(mara, async move |work| call_off(work, id, "Cannot be reached").await).await?;
        let taken = clinic.read(mara, async move |work| steps_of(work, id).await).await?;
        let last = taken.last().expect("a step");
        assert_eq!((last.step, last.reason.as_deref()), (Step::Withdraw, Some("Cannot be reached")));
        let sam = member_of(&clinic, id).await?;
        assert_eq!(clinic.read(sam, async move |work| steps_of(work, id).await).await, Err(Error::NotFound));
        Ok(())
    }
}
