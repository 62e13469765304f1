//! Who could see what, asked for a case: the answer, who may ask, and that the asking is itself on record.

use super::*;
use crate::access::Tie;
use crate::audit::{Opener, openings};
use crate::breaches::{Asked, Period, Sight, Whose, who_could_see};
use crate::clock::Span;
use crate::groups::{Charter, Format, may_run, relieve, seats, take_seat};
use crate::work::Work;
use crate::{Error, scenarios};

pub(super) async fn ask(clinic: &TestClinic, actor: Actor, id: CaseId, whose: Whose) -> Result<Sight> {
    let now = clinic.app.clock().now();
    let asked = Asked { whose, period: Period::new(now - Span::days(20), now, now)? };
    clinic.read(actor, async move |work| who_could_see(work, id, asked).await).await
}

pub(super) fn colleague(called: &str) -> Opener {
    Opener::Colleague { called: Some(called.to_owned()) }
}

scenarios! {
    async fn parts_and_openings_of_a_period_are_told_with_names_of_those_who_work_here(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let (group, cleo, mara) = (house.circle.group, house.cleo, house.mara);
        clinic.pass(Span::days(1));
        clinic.read(clinic.signed_in(who(cleo)), async move |work| seats(work, group).await).await?;
        clinic.pass(Span::days(1));
        let mara = clinic.signed_in(who(mara));
        clinic.write(mara, async move |work| relieve(work, group, who(cleo)).await).await?;
        clinic.pass(Span::days(1));
        let mara = clinic.signed_in(who(mara));
        let id = open_for(&clinic, mara, house.report(&clinic, Audience::Leaders).await?).await?;
        let sight = ask(&clinic, mara, id, Whose::Person(house.circle.person())).await?;
        let could: Vec<_> = sight.could.iter().map(|one| (one.who.clone(), one.until - one.since)).collect();
        assert!(could.contains(&(colleague("Cleo"), Span::days(2))), "she led with Mara for two days: {could:?}");
        assert!(sight.could.iter().any(|one| one.who == colleague("Ada") && one.tie == Tie::Administrator));
        let by_cleo = sight.opened.iter().find(|(who, one)| *who == colleague("Cleo") && one.deed == "groups.seats");
        assert_eq!(by_cleo.map(|(_, one)| (one.count, one.outcome.as_str())), Some((1, "co-leader")));
        assert_eq!((sight.members, sight.is_cut), (0, false), "nobody else sits there");
        let opened = clinic.read(house.circle.member, async |work| openings(work, None).await).await?;
        assert!(opened.iter().any(|one| one.deed == "breaches.who"), "the asking itself is on record");
        Ok(())
    }

    async fn whoever_does_not_know_the_members_asks_for_the_group_alone(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let id = house.case(&clinic).await?;
        clinic.pass(Span::hours(1));
        let (ada, mara) = (clinic.signed_in(who(house.ada)), clinic.signed_in(who(house.mara)));
        assert_eq!(ask(&clinic, ada, id, Whose::Group).await?.members, 1);
        let one = ask(&clinic, ada, id, Whose::Person(house.circle.person())).await;
        assert_eq!(one.err(), Some(Error::NotFound));
        let lee = clinic.somebody("Lee").await?;
        let stranger = ask(&clinic, mara, id, Whose::Person(who(lee))).await;
        assert_eq!(stranger.err(), Some(Error::NotFound), "who never sat there is nobody here");
        for actor in [house.circle.member, lee, clinic.colleague("Kit", &[Role::Clinician]).await?, clinic.system()] {
            assert_eq!(ask(&clinic, actor, id, Whose::Group).await.err(), Some(Error::NotFound));
        }
        clinic.pass(Span::minutes(6));
        assert_eq!(ask(&clinic, mara, id, Whose::Group).await.err(), Some(Error::StepUpNeeded));
        Ok(())
    }

    async fn what_another_groups_leader_did_is_not_told(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.circle.member;
        let (finn, person) = (clinic.facilitator().await?, who(sam));
        let other = clinic.group(finn, Charter::support(), Format::Open, 8).await?;
        let seating = async move |work: &mut Work<'_>| {
            let grant = may_run(work, other).await?;
            let about = work.about(&grant, person);
            take_seat(work, &about, other, person, "Robin").await.map(drop)
        };
        clinic.write(finn, seating).await?;
        clinic.read(finn, async move |work| seats(work, other).await).await?;
        let id = house.case(&clinic).await?;
        let sight = ask(&clinic, house.mara, id, Whose::Person(person)).await?;
        assert!(!sight.opened.iter().any(|(who, _)| *who == colleague("Finn")), "{:?}", sight.opened);
        assert!(!sight.could.iter().any(|one| one.who == colleague("Finn")));
        Ok(())
    }
}
