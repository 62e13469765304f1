//! A round goes from phone to phone, one holder at a time, however many press at once; time tells and cuts nobody off.

use ::floor::{Request, Timer};

use super::super::table::ms;
use super::super::{Press, press, seat_of};
use super::{Evening, two_minutes_each};
use crate::clock::Span;
use crate::testing::who;
use crate::{Error, scenarios};

scenarios! {
    async fn a_round_goes_from_phone_to_phone(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        evening.begin(&clinic).await?;
        assert_eq!(evening.holder(&clinic).await?, "Robin");
        let seen = evening.seen_by(&clinic, evening.fern).await?;
        assert_eq!((seen.table.floor().upcoming(), seen.shows_time()), (Some(seat_of(who(evening.fern))), true));
        evening.press(&clinic, evening.robin, Press::Finish).await?;
        assert_eq!(evening.holder(&clinic).await?, "Fern");
        evening.press(&clinic, evening.fern, Press::NotReady).await?;
        assert_eq!(evening.holder(&clinic).await?, "Gil");
        evening.press(&clinic, evening.gil, Press::Pass).await?;
        assert_eq!(evening.holder(&clinic).await?, "Fern");
        let again = evening.press(&clinic, evening.fern, Press::NotReady).await;
        assert_eq!(again, Err(Error::Conflict("room-conflict-put-off")));
        evening.press(&clinic, evening.fern, Press::Finish).await?;
        assert_eq!(evening.holder(&clinic).await?, "");
        let over = evening.press(&clinic, evening.fern, Press::Finish).await;
        assert_eq!(over, Err(Error::Conflict("room-conflict-not-turn")));
        Ok(())
    }

    async fn whoever_leads_gives_the_turn_and_a_second_press_takes_it_from_nobody(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        evening.begin(&clinic).await?;
        let [robin, gil] = [evening.robin, evening.gil].map(|actor| seat_of(who(actor)));
        evening.lead(&clinic, evening.leader, Request::Finish(robin)).await?;
        let twice = evening.lead(&clinic, evening.leader, Request::Finish(robin)).await;
        assert_eq!(twice, Err(Error::Conflict("room-conflict-not-turn")));
        assert_eq!(evening.holder(&clinic).await?, "Fern");
        evening.lead(&clinic, evening.leader, Request::Give(gil)).await?;
        assert_eq!(evening.holder(&clinic).await?, "Gil");
        evening.lead(&clinic, evening.leader, Request::TakeBack).await?;
        assert_eq!(evening.holder(&clinic).await?, "");
        evening.lead(&clinic, evening.leader, Request::Next).await?;
        assert_eq!(evening.holder(&clinic).await?, "Gil");
        Ok(())
    }

    async fn a_hand_is_the_turn_in_an_open_discussion(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?.gathered(&clinic).await?;
        evening.lead(&clinic, evening.leader, Request::Discuss(None, Timer::Leaders)).await?;
        evening.press(&clinic, evening.gil, Press::Raise).await?;
        evening.press(&clinic, evening.robin, Press::Raise).await?;
        assert_eq!(evening.holder(&clinic).await?, "Gil");
        assert!(!evening.seen_by(&clinic, evening.robin).await?.shows_time());
        evening.press(&clinic, evening.gil, Press::Finish).await?;
        assert_eq!(evening.holder(&clinic).await?, "Robin");
        Ok(())
    }

    async fn fifty_presses_at_once_leave_one_holder_and_lose_none(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        evening.begin(&clinic).await?;
        let (_, before) = evening.kept(&clinic).await?;
        let kinds = [Press::Finish, Press::Raise, Press::Pass, Press::NotReady, Press::Lower];
        let members = [evening.robin, evening.fern, evening.gil];
        let all = (0..50).map(|number| {
            let (id, actor, pressed) = (evening.session.id, members[number % 3], kinds[number % 5]);
            tokio::spawn(clinic.write(actor, async move |work| press(work, id, pressed).await))
        });
        let (mut taken, all) = (0, all.collect::<Vec<_>>());
        for pressing in all {
            match pressing.await.expect("nothing panics") {
                Ok(()) => taken += 1,
                Err(Error::Conflict(_)) => {}
                Err(other) => return Err(other),
            }
        }
        let (table, after) = evening.kept(&clinic).await?;
        assert_eq!(after - before, taken, "each press that was taken is one version");
        assert!(taken > 0);
        if let Some(round) = table.floor().round() {
            let over = round.over().iter().map(|spoken| spoken.seat);
            let mut seats: Vec<_> = round.ahead().iter().copied().chain(over).chain(table.floor().holder()).collect();
            seats.sort();
            seats.dedup();
            assert_eq!(seats.len(), 3, "everybody stands once in the round");
        }
        Ok(())
    }

    async fn time_that_ran_out_is_seen_when_looked_at_and_told_by_a_job(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?.gathered(&clinic).await?;
        evening.begin(&clinic).await?;
        clinic.pass(Span::minutes(2));
        let seen = evening.seen_by(&clinic, evening.fern).await?;
        let now = ms(clinic.app.clock().now());
        assert_eq!(seen.table.floor().turn().and_then(|turn| turn.left_ms(now)), Some(0), "without any job");
        let (_, before) = evening.kept(&clinic).await?;
        clinic.run_jobs().await?;
        let (table, after) = evening.kept(&clinic).await?;
        assert_eq!((after - before, table.floor().due_ms()), (1, None), "told once");
        assert_eq!(evening.holder(&clinic).await?, "Robin", "nobody is cut off");
        evening.lead(&clinic, evening.leader, Request::Add(60_000)).await?;
        evening.press(&clinic, evening.robin, Press::Finish).await?;
        let (_, before) = evening.kept(&clinic).await?;
        clinic.pass(Span::minutes(1));
        clinic.run_jobs().await?;
        assert_eq!(evening.kept(&clinic).await?.1, before, "a turn that has passed on is not told of");
        Ok(())
    }

    async fn a_process_group_shows_its_members_no_clock(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "Interpersonal process").await?.gathered(&clinic).await?;
        let refused = Err(Error::invalid("timer", "room-fault-timer"));
        assert_eq!(evening.begin(&clinic).await, refused);
        let discuss = Request::Discuss(Some(60_000), Timer::Everybody);
        assert_eq!(evening.lead(&clinic, evening.leader, discuss).await, refused);
        evening.lead(&clinic, evening.leader, Request::Begin(two_minutes_each(Timer::Leaders))).await?;
        assert!(!evening.seen_by(&clinic, evening.robin).await?.shows_time());
        Ok(())
    }

    async fn somebody_without_a_phone_is_brought_by_name(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let fern = seat_of(who(evening.fern));
        evening.lead(&clinic, evening.leader, Request::Arrive(fern)).await?;
        assert_eq!(evening.kept(&clinic).await?.0.called(fern), "Fern");
        let stranger = seat_of(who(clinic.somebody("Lee").await?));
        let refused = evening.lead(&clinic, evening.leader, Request::Arrive(stranger)).await;
        assert_eq!(refused, Err(Error::invalid("member", "fault-choose")));
        Ok(())
    }
}
