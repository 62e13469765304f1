//! The clock of retention: shown first, then gone by itself, and stopped by a hold.

use super::super::{On, Standing, lift, upcoming};
use super::{COUNT_PEOPLE, COUNT_SEATS, House, SHOWN, count, days, erased};
use crate::groups::{give_up_seat, may_run, seat_of};
use crate::id::GroupId;
use crate::practice::Role;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

/// Ends somebody's seat.
async fn leaves(clinic: &TestClinic, house: &House, group: GroupId, member: crate::access::Actor) -> Result<()> {
    let person = who(member);
    let leaving = clinic.write(clinic.signed_in(who(house.mara)), async move |work| {
        let seat = seat_of(work, group, person).await?.ok_or(Error::NotFound)?;
        let grant = may_run(work, group).await?;
        let about = work.about(&grant, person);
        give_up_seat(work, &about, seat.id, group).await
    });
    leaving.await
}

scenarios! {
    async fn what_is_due_is_shown_first_and_then_goes_by_itself(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        leaves(&clinic, &house, house.support, pat).await?;
        days(&clinic, 690).await?;
        assert_eq!(count(&clinic, &SHOWN, who(pat)).await?, 0, "its time is more than a month away");
        days(&clinic, 60).await?;
        assert_eq!((count(&clinic, &SHOWN, who(pat)).await?, count(&clinic, &COUNT_SEATS, who(pat)).await?), (1, 1));
        days(&clinic, 13).await?;
        assert_eq!(count(&clinic, &COUNT_SEATS, who(pat)).await?, 1, "it is on show for 14 days");
        days(&clinic, 1).await?;
        assert_eq!(count(&clinic, &COUNT_SEATS, who(pat)).await?, 0);
        assert_eq!(count(&clinic, &COUNT_PEOPLE, who(pat)).await?, 0, "nobody can sign in as them, so they go too");
        Ok(())
    }

    async fn a_record_that_had_to_stay_goes_when_its_clock_runs_out(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        erased(&clinic, who(sam)).await?;
        days(&clinic, 3_640).await?;
        assert_eq!(count(&clinic, &COUNT_PEOPLE, who(sam)).await?, 1);
        days(&clinic, 14).await?;
        assert_eq!(count(&clinic, &COUNT_PEOPLE, who(sam)).await?, 0);
        Ok(())
    }

    async fn a_hold_beats_the_clock(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        leaves(&clinic, &house, house.therapy, sam).await?;
        house.hold(&clinic, On::Group(house.therapy)).await?;
        for _ in 0..2 {
            days(&clinic, 3_700).await?;
        }
        assert_eq!(count(&clinic, &COUNT_SEATS, who(sam)).await?, 1);
        let ada = clinic.administrator().await?;
        let due = clinic.read(ada, async |work| upcoming(work).await).await?;
        assert_eq!(due.iter().map(|one| (one.group, one.count, one.standing)).collect::<Vec<_>>(), [(house.therapy, 1, Standing::Held)]);
        let (mara, on) = (clinic.signed_in(who(house.mara)), On::Group(house.therapy));
        clinic.write(mara, async move |work| lift(work, on).await).await?;
        days(&clinic, 1).await?;
        assert_eq!(count(&clinic, &COUNT_SEATS, who(sam)).await?, 0, "it was on show all the time");
        Ok(())
    }

    async fn whoever_comes_back_is_taken_off_the_list(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        leaves(&clinic, &house, house.support, pat).await?;
        days(&clinic, 730).await?;
        assert_eq!(count(&clinic, &SHOWN, who(pat)).await?, 1);
        house.seat(&clinic, pat, "Pat", house.support).await?;
        days(&clinic, 30).await?;
        assert_eq!((count(&clinic, &SHOWN, who(pat)).await?, count(&clinic, &COUNT_SEATS, who(pat)).await?), (0, 2));
        Ok(())
    }

    async fn only_whoever_looks_after_the_site_sees_what_is_due(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sofia = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
        for actor in [house.mara, sofia] {
            let seen = clinic.read(actor, async |work| upcoming(work).await).await;
            assert_eq!(seen, Err(Error::NotFound));
        }
        Ok(())
    }
}
