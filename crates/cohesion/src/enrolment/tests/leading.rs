//! What leaders see of people, and what they do not.

use super::super::{Count, Enquirer, Fact, composition, enquire, enrolments_in, people, person, standing_with};
use super::{accepted, asking, enquired, led_group, member_of, now, seated};
use crate::access::Tie;
use crate::groups::{self, Changes, GroupWords, change};
use crate::practice::Role;
use crate::{Error, scenarios};

scenarios! {
    async fn a_leader_sees_the_people_of_their_own_groups_alone(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let (ben, other) = led_group(&clinic, 8).await?;
        let sam = enquired(&clinic, mara, group, "Sam").await?;
        enquired(&clinic, mara, group, "Ana").await?;
        let kim = now(&clinic, enquired(&clinic, ben, other, "Kim").await?).await?.person;
        let seen = clinic.read(mara, async |work| people(work).await).await?;
        assert_eq!(seen.iter().map(|known| known.called.as_str()).collect::<Vec<_>>(), ["Ana", "Sam"]);
        assert_eq!(clinic.read(mara, async move |work| person(work, kim).await.map(|_| ())).await, Err(Error::NotFound));
        let sam = now(&clinic, sam).await?.person;
        let (known, profile) = clinic.read(mara, async move |work| person(work, sam).await).await?;
        assert_eq!((known.ways.len(), profile.email.as_str()), (1, "sam@example.org"));
        Ok(())
    }

    async fn one_groups_leader_does_not_learn_of_another_group(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let (ben, other) = led_group(&clinic, 8).await?;
        let sam = now(&clinic, enquired(&clinic, mara, group, "Sam").await?).await?.person;
        clinic.write(mara, async move |work| {
            groups::appoint(work, group, crate::testing::who(ben), groups::LeaderRole::CoLeader).await
        }).await?;
        let known = Enquirer::Known(sam);
        clinic.write(ben, async move |work| enquire(work, other, &known, &asking()).await).await?;
        let (seen, _) = clinic.read(mara, async move |work| person(work, sam).await).await?;
        assert_eq!(seen.ways.iter().map(|(group, _)| group.id).collect::<Vec<_>>(), [group]);
        Ok(())
    }

    async fn the_list_of_a_group_is_for_those_who_lead_it(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let listed = clinic.read(mara, async move |work| enrolments_in(work, group).await).await?;
        assert_eq!(listed.iter().map(|one| (one.called.as_str(), one.enrolment.id)).collect::<Vec<_>>(), [("Sam", id)]);
        let member = member_of(&clinic, id).await?;
        let planner = clinic.colleague("Pia", &[Role::Scheduler]).await?;
        for actor in [member, planner] {
            let refused = clinic.read(actor, async move |work| enrolments_in(work, group).await.map(|_| ())).await;
            assert_eq!(refused, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_fellow_member_is_nothing_to_ones_record(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = now(&clinic, seated(&clinic, mara, group, "Sam").await?).await?.person;
        let kim = member_of(&clinic, seated(&clinic, mara, group, "Kim").await?).await?;
        let standing = clinic.read(kim, async move |work| standing_with(work, sam).await).await?;
        assert!(Tie::ALL.into_iter().all(|tie| !standing.has(tie)));
        assert_eq!(clinic.read(kim, async move |work| person(work, sam).await.map(|_| ())).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_composition_speaks_of_groups_and_never_of_one(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        for name in ["Ana", "Kim"] {
            accepted(&clinic, mara, group, name).await?;
        }
        let two = clinic.read(mara, async move |work| composition(work, group).await).await?;
        assert!(two.findings.is_empty());
        accepted(&clinic, mara, group, "Sam").await?;
        enquired(&clinic, mara, group, "Lee").await?;
        let three = clinic.read(mara, async move |work| composition(work, group).await).await?;
        assert_eq!(three.members, 3);
        assert!(three.findings.contains(&(Fact::ExpectHelp, Count::Of(3))));
        let other = clinic.clinician().await?;
        assert_eq!(clinic.read(other, async move |work| composition(work, group).await).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_group_cannot_shrink_below_its_promises_nor_be_changed_unseen(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 4).await?;
        for name in ["Ana", "Kim", "Sam"] {
            accepted(&clinic, mara, group, name).await?;
        }
        let words = GroupWords { name: "Thursday group".to_owned(), focus: String::new(), approach: String::new(), place: String::new() };
        let with = move |capacity, version| {
            let words = words.clone();
            async move |work: &mut crate::work::Work<'_>| change(work, group, &Changes { version, capacity, words: words.clone() }).await
        };
        let small = clinic.write(mara, with(2, 1)).await;
        assert_eq!(small, Err(Error::invalid("capacity", "groups-fault-capacity-taken")));
        clinic.write(mara, with(3, 1)).await?;
        assert_eq!(clinic.write(mara, with(5, 1)).await, Err(Error::Conflict("groups-conflict-changed")));
        let read = clinic.read(mara, async move |work| {
            let grant = groups::may_see(work, group).await?;
            groups::group(work, &grant, group).await
        }).await?;
        assert_eq!((read.words.name.as_str(), read.capacity, read.version), ("Thursday group", 3, 2));
        Ok(())
    }
}
