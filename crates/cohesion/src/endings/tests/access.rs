//! Who may not: nobody but those who lead and supervise, and what one may not see is not there.

use super::super::{Item, Subject, ending, give_out, leavers, own_summaries, repeat_measures, sign, summary, tick};
use super::{begin, leader, parts};
use crate::groups::{LeaderRole, appoint};
use crate::practice::Role;
use crate::testing::{Circle, who};
use crate::{Error, scenarios};

scenarios! {
    async fn an_ending_is_not_there_for_anybody_without_a_part_in_leading(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        begin(&clinic, &circle, parts()).await?;
        let (group, sam) = (circle.group, circle.person());
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let kit = clinic.colleague("Kit", &[Role::Clinician]).await?;
        let sofia = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
        for actor in [circle.member, jo, clinic.somebody("Kim").await?, kit, sofia, clinic.facilitator().await?, clinic.administrator().await?] {
            let gone = Err(Error::NotFound);
            assert_eq!(clinic.read(actor, async move |work| ending(work, group).await.map(|_| ())).await, gone);
            assert_eq!(clinic.read(actor, async move |work| leavers(work, group).await.map(|_| ())).await, gone);
            assert_eq!(clinic.read(actor, async move |work| summary(work, group, sam).await.map(|_| ())).await, gone);
            assert_eq!(clinic.write(actor, async move |work| sign(work, group, sam).await.map(|_| ())).await, gone);
            assert_eq!(clinic.write(actor, async move |work| give_out(work, group, sam).await).await, gone);
            assert_eq!(clinic.write(actor, async move |work| tick(work, group, Subject::Group, Item::Named).await).await, gone);
            assert_eq!(clinic.write(actor, async move |work| repeat_measures(work, group, Subject::Group).await.map(|_| ())).await, gone);
        }
        Ok(())
    }

    async fn a_supervisor_reads_and_does_nothing(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        begin(&clinic, &circle, parts()).await?;
        let (group, sam) = (circle.group, circle.person());
        let vera = clinic.colleague("Vera", &[Role::Supervisor]).await?;
        clinic.write(leader(&clinic, &circle), async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await).await?;
        assert_eq!(clinic.read(vera, async move |work| summary(work, group, sam).await).await?.body.parts, parts());
        assert!(!clinic.read(vera, async move |work| ending(work, group).await).await?.may_run());
        assert_eq!(clinic.write(vera, async move |work| sign(work, group, sam).await.map(|_| ())).await, Err(Error::NotFound));
        assert_eq!(clinic.write(vera, async move |work| tick(work, group, Subject::Group, Item::Named).await).await, Err(Error::NotFound));
        Ok(())
    }

    async fn nobody_reads_the_summary_of_another_among_their_own(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        begin(&clinic, &circle, parts()).await?;
        let (group, sam) = (circle.group, circle.person());
        clinic.write(leader(&clinic, &circle), async move |work| {
            sign(work, group, sam).await?;
            give_out(work, group, sam).await
        }).await?;
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        assert!(clinic.read(jo, async |work| own_summaries(work).await).await?.readable.is_empty());
        Ok(())
    }
}
