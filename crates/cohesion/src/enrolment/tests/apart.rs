//! Two people who must not meet: held back, and never told why.

use super::super::{
    Countersign, Decision, Meeting, Offering, Outcome, Stage, decide, give_seat, keep_apart, kept_apart, let_meet,
    meeting, offer_next,
};
use super::{
    accepted, decided, enquired, led_group, member_of, now, outcome, own_steps, prepared, screened, seated, waiting,
};
use crate::access::Actor;
use crate::groups::{Charter, Format, LeaderRole, appoint};
use crate::id::{EnrolmentId, GroupId};
use crate::practice::Role;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

const WHY: &str = "They were married";

async fn apart(clinic: &TestClinic, leader: Actor, group: GroupId, one: EnrolmentId, other: EnrolmentId) -> Result<()> {
    let pair = (now(clinic, one).await?.person, now(clinic, other).await?.person);
    clinic.write(leader, async move |work| keep_apart(work, group, pair, WHY).await).await?;
    Ok(())
}

async fn look(clinic: &TestClinic, actor: Actor, id: EnrolmentId) -> Result<Meeting> {
    clinic.read(actor, async move |work| meeting(work, id).await).await
}

scenarios! {
    async fn a_possible_conflict_must_be_weighed_before_a_place_is_promised(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let kim = screened(&clinic, mara, group, "Kim").await?;
        assert_eq!(look(&clinic, mara, kim).await?, Meeting::NothingKnown);
        apart(&clinic, mara, group, sam, kim).await?;
        assert_eq!(look(&clinic, mara, kim).await?, Meeting::PossibleConflict);
        let unweighed = outcome(&clinic, mara, kim, Outcome::Accept).await;
        assert_eq!(unweighed, Err(Error::invalid("conflict", "enrolment-fault-conflict")));
        clinic.write(mara, async move |work| {
            let decision = Decision { conflict: "Both want it and know".to_owned(), ..decided(Outcome::Accept) };
            decide(work, kim, &decision, Countersign::NotAsked).await
        }).await
    }

    async fn only_whoever_wrote_it_down_reads_why(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let ben = clinic.clinician().await?;
        let planner = clinic.colleague("Pia", &[Role::Scheduler]).await?;
        clinic.write(mara, async move |work| appoint(work, group, who(ben), LeaderRole::CoLeader).await).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let kim = screened(&clinic, mara, group, "Kim").await?;
        apart(&clinic, mara, group, sam, kim).await?;
        let mine = clinic.read(mara, async move |work| kept_apart(work, group).await).await?;
        assert_eq!(mine.iter().map(|pair| pair.reason.as_str()).collect::<Vec<_>>(), [WHY]);
        let bens = clinic.read(ben, async move |work| kept_apart(work, group).await).await?;
        assert!(bens.is_empty());
        assert_eq!(look(&clinic, ben, kim).await?, Meeting::PossibleConflict);
        let member = member_of(&clinic, sam).await?;
        for actor in [planner, member] {
            assert_eq!(look(&clinic, actor, kim).await, Err(Error::NotFound));
        }
        let id = mine[0].id;
        let foreign = clinic.write(ben, async move |work| let_meet(work, group, id).await).await;
        assert_eq!(foreign, Err(Error::NotFound));
        let other = clinic.group(mara, Charter::therapy(), Format::SlowOpen, 8).await?;
        let elsewhere = clinic.write(mara, async move |work| let_meet(work, other, id).await).await;
        assert_eq!(elsewhere, Err(Error::NotFound), "the pair is of another group");
        clinic.write(mara, async move |work| let_meet(work, group, id).await).await?;
        assert_eq!(look(&clinic, mara, kim).await?, Meeting::NothingKnown);
        Ok(())
    }

    async fn a_seat_waits_for_the_leader_where_a_conflict_came_up_later(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let kim = accepted(&clinic, mara, group, "Kim").await?;
        apart(&clinic, mara, group, kim, sam).await?;
        prepared(&clinic, mara, kim).await?;
        own_steps(&clinic, kim, "Kim").await?;
        assert_eq!(now(&clinic, kim).await?.stage, Stage::Prepared, "held back, without a word to anybody");
        let unweighed = clinic.write(mara, async move |work| give_seat(work, kim, None).await).await;
        assert_eq!(unweighed, Err(Error::invalid("conflict", "enrolment-fault-conflict")));
        clinic.write(mara, async move |work| give_seat(work, kim, Some("Talked with both")).await).await?;
        assert_eq!(now(&clinic, kim).await?.stage, Stage::Seated);
        Ok(())
    }

    async fn an_offer_passes_over_whoever_must_not_meet_somebody_there(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let kim = waiting(&clinic, mara, group, "Kim").await?;
        clinic.pass(crate::clock::Span::minutes(1));
        let jo = waiting(&clinic, mara, group, "Jo").await?;
        apart(&clinic, mara, group, sam, kim).await?;
        let offered = clinic.write(mara, async move |work| offer_next(work, group).await).await?;
        assert!(matches!(offered, Offering::Offered(id, _) if id == jo));
        Ok(())
    }

    async fn nobody_is_kept_apart_from_people_the_author_does_not_work_with(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let (ben, elsewhere) = led_group(&clinic, 8).await?;
        let sam = enquired(&clinic, mara, group, "Sam").await?;
        let kim = enquired(&clinic, ben, elsewhere, "Kim").await?;
        assert_eq!(apart(&clinic, mara, group, sam, kim).await, Err(Error::NotFound));
        assert_eq!(apart(&clinic, mara, group, sam, sam).await, Err(Error::invalid("other", "enrolment-fault-same-person")));
        Ok(())
    }
}
