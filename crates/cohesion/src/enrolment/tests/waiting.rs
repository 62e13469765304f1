//! The waitlist, and a place that is never given twice.

use super::super::{
    Answer, Countersign, Enquirer, Offering, Outcome, Risk, Stage, answer_offer, call_off, decide, end_offer, enquire,
    offer_next, offer_to, screen,
};
use super::{
    accepted, asking, decided, led_group, member_of, now, outcome, own_steps, prepared, screened, talk, waiting,
};
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{self, places_left};
use crate::id::{EnrolmentId, GroupId};
use crate::limits;
use crate::testing::TestClinic;
use crate::testing::staff::profile;
use crate::work::Work;
use crate::{Error, Result, scenarios};

async fn offered(clinic: &TestClinic, leader: Actor, group: GroupId) -> Result<Offering> {
    clinic.write(leader, async move |work| offer_next(work, group).await).await
}

/// What the job worker does when an offer's time is over.
async fn run_out(clinic: &TestClinic, id: EnrolmentId) -> Result<()> {
    let round = i64::from(now(clinic, id).await?.offers);
    clinic.write(clinic.system(), async move |work| end_offer(work, id.0, round).await).await
}

async fn free(clinic: &TestClinic, leader: Actor, group: GroupId) -> Result<u32> {
    clinic
        .read(leader, async move |work| {
            let grant = groups::may_see(work, group).await?;
            places_left(work, &grant, group).await
        })
        .await
}

/// One place and many who have been screened for it.
async fn crowd(clinic: &TestClinic, leader: Actor, group: GroupId, count: usize) -> Result<Vec<EnrolmentId>> {
    clinic
        .write(leader, async move |work: &mut Work<'_>| {
            let mut ids = Vec::new();
            for number in 0..count {
                let id = enquire(work, group, &Enquirer::New(profile(&format!("P{number}"))), &asking()).await?;
                screen(work, id, &talk(Risk::default())).await?;
                ids.push(id);
            }
            Ok(ids)
        })
        .await
}

scenarios! {
    async fn of_fifty_at_once_exactly_one_is_promised_the_last_place(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        accepted(&clinic, mara, group, "Sam").await?;
        let ids = crowd(&clinic, mara, group, 50).await?;
        let acts: Vec<_> = ids.into_iter().map(|id| {
            tokio::spawn(clinic.write(mara, async move |work| decide(work, id, &decided(Outcome::Accept), Countersign::NotAsked).await))
        }).collect();
        let mut promised = 0;
        for act in acts {
            match act.await.expect("no act panics") {
                Ok(()) => promised += 1,
                Err(full) => assert_eq!(full, Error::invalid("outcome", "enrolment-conflict-full")),
            }
        }
        assert_eq!(promised, 1);
        assert_eq!(free(&clinic, mara, group).await?, 0);
        Ok(())
    }

    async fn of_fifty_at_once_exactly_one_takes_the_last_seat(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let first = crate::id::PersonId::random()?;
        let take = move |person| async move |work: &mut Work<'_>| {
            let grant = groups::may_run(work, group).await?;
            groups::take_seat(work, &grant, group, person, "Sam").await
        };
        clinic.write(mara, take(first)).await?;
        let people = (0..50).map(|_| crate::id::PersonId::random()).collect::<Result<Vec<_>>>()?;
        let acts: Vec<_> = people.into_iter().map(|person| tokio::spawn(clinic.write(mara, take(person)))).collect();
        let mut taken = 0;
        for act in acts {
            match act.await.expect("no act panics") {
                Ok(_) => taken += 1,
                Err(full) => assert_eq!(full, Error::Conflict("groups-conflict-full")),
            }
        }
        assert_eq!(taken, 1);
        assert_eq!(clinic.read(mara, async move |work| groups::seats(work, group).await).await?.len(), 2);
        Ok(())
    }

    async fn a_promised_place_is_kept_until_it_is_called_off(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let sam = accepted(&clinic, mara, group, "Sam").await?;
        accepted(&clinic, mara, group, "Kim").await?;
        let jo = screened(&clinic, mara, group, "Jo").await?;
        assert_eq!(outcome(&clinic, mara, jo, Outcome::Accept).await, Err(Error::invalid("outcome", "enrolment-conflict-full")));
        outcome(&clinic, mara, jo, Outcome::Waitlist).await?;
        assert_eq!(offered(&clinic, mara, group).await?, Offering::NoPlace);
        clinic.write(mara, async move |work| call_off(work, sam, "Moved away").await).await?;
        assert!(matches!(offered(&clinic, mara, group).await?, Offering::Offered(id, _) if id == jo));
        Ok(())
    }

    async fn a_free_place_is_offered_to_whoever_has_waited_longest(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let sam = waiting(&clinic, mara, group, "Sam").await?;
        clinic.pass(Span::minutes(1));
        let kim = waiting(&clinic, mara, group, "Kim").await?;
        let until = clinic.app.clock().now() + limits::OFFER;
        assert_eq!(offered(&clinic, mara, group).await?, Offering::Offered(sam, until));
        assert_eq!(offered(&clinic, mara, group).await?, Offering::Offered(kim, until));
        assert_eq!(offered(&clinic, mara, group).await?, Offering::NoPlace);
        Ok(())
    }

    async fn whoever_takes_an_offer_keeps_the_place_and_goes_on(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let id = waiting(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        let none = clinic.write(sam, async move |work| answer_offer(work, id, Answer::Take).await).await;
        assert_eq!(none, Err(Error::Conflict("enrolment-conflict-offer-over")));
        offered(&clinic, mara, group).await?;
        clinic.write(sam, async move |work| answer_offer(work, id, Answer::Take).await).await?;
        let twice = clinic.write(sam, async move |work| answer_offer(work, id, Answer::Take).await).await;
        assert_eq!(twice, Err(Error::Conflict("enrolment-conflict-offer-over")));
        prepared(&clinic, mara, id).await?;
        own_steps(&clinic, id, "Sam").await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Seated);
        assert_eq!(free(&clinic, mara, group).await?, 1);
        Ok(())
    }

    async fn an_offer_that_runs_out_goes_to_the_next_in_line(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        accepted(&clinic, mara, group, "Jo").await?;
        let sam = waiting(&clinic, mara, group, "Sam").await?;
        clinic.pass(Span::minutes(1));
        let kim = waiting(&clinic, mara, group, "Kim").await?;
        offered(&clinic, mara, group).await?;
        clinic.pass(Span(limits::OFFER.0 - 60_000));
        run_out(&clinic, sam).await?;
        assert_eq!(now(&clinic, sam).await?.stage, Stage::Offered, "its time is not over");
        clinic.pass(Span::minutes(2));
        let late = clinic.write(member_of(&clinic, sam).await?, async move |work| answer_offer(work, sam, Answer::Take).await).await;
        assert_eq!(late, Err(Error::Conflict("enrolment-conflict-offer-over")));
        run_out(&clinic, sam).await?;
        clinic.write(clinic.system(), async move |work| offer_next(work, group).await).await?;
        assert_eq!((now(&clinic, sam).await?.stage, now(&clinic, kim).await?.stage), (Stage::Waitlisted, Stage::Offered));
        Ok(())
    }

    async fn two_offers_without_an_answer_end_the_waiting(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let sam = waiting(&clinic, mara, group, "Sam").await?;
        for expected in [Stage::Waitlisted, Stage::Lapsed] {
            offered(&clinic, mara, group).await?;
            clinic.pass(limits::OFFER);
            run_out(&clinic, sam).await?;
            assert_eq!(now(&clinic, sam).await?.stage, expected);
        }
        assert_eq!(free(&clinic, mara, group).await?, 2);
        Ok(())
    }

    async fn letting_an_offer_pass_is_an_answer(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let id = waiting(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        for _ in 0..3 {
            offered(&clinic, mara, group).await?;
            clinic.write(sam, async move |work| answer_offer(work, id, Answer::Pass).await).await?;
            clinic.pass(Span::days(1));
        }
        assert_eq!(now(&clinic, id).await?.stage, Stage::Waitlisted);
        offered(&clinic, mara, group).await?;
        clinic.write(mara, async move |work| answer_offer(work, id, Answer::TakeMeOff).await).await?;
        assert_eq!(now(&clinic, id).await?.stage, Stage::Withdrawn);
        Ok(())
    }

    async fn nobody_but_the_leader_gives_places_out(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 2).await?;
        let (ben, _) = led_group(&clinic, 2).await?;
        let id = waiting(&clinic, mara, group, "Sam").await?;
        let sam = member_of(&clinic, id).await?;
        for actor in [ben, sam] {
            assert_eq!(offered(&clinic, actor, group).await, Err(Error::NotFound));
            let out_of_turn = clinic.write(actor, async move |work| offer_to(work, id).await).await;
            assert_eq!(out_of_turn, Err(Error::NotFound));
        }
        Ok(())
    }
}
