//! Who is on duty, and who may say so.

use super::*;
use crate::Error;
use crate::practice::{Role, end_work};
use crate::safety::{duty, hand_over_duty};
use crate::scenarios;

scenarios! {
    async fn nobody_is_on_duty_until_both_a_reader_and_a_backup_are_named(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        assert_eq!(clinic.read(mara, async move |work| duty(work, Some(group)).await).await?, None);
        let alone = duty_of(mara, mara);
        let refused = clinic.write(mara, async move |work| arrange_duty(work, Some(group), &alone).await).await;
        assert_eq!(refused, Err(Error::invalid("backup", "safety-fault-backup")));
        let both = duty_of(mara, ben);
        let arranged = both.clone();
        clinic.write(mara, async move |work| arrange_duty(work, Some(group), &arranged).await).await?;
        assert_eq!(clinic.read(mara, async move |work| duty(work, Some(group)).await).await?, Some(both));
        Ok(())
    }

    async fn a_group_without_a_duty_of_its_own_has_the_practices(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, None, ben, mara).await?;
        let found = clinic.read(mara, async move |work| duty(work, Some(group)).await).await?;
        assert_eq!(found.map(|duty| duty.reader), Some(who(ben)));
        Ok(())
    }

    async fn whoever_reads_hands_the_duty_over_and_changes_places_with_the_backup(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        on_duty(&clinic, None, mara, ben).await?;
        let to = who(ben);
        let other = clinic.write(ben, async move |work| hand_over_duty(work, None, to).await).await;
        assert_eq!(other, Err(Error::NotFound), "only whoever reads may");
        clinic.write(mara, async move |work| hand_over_duty(work, None, to).await).await?;
        let found = clinic.read(mara, async |work| duty(work, None).await).await?.expect("there is a duty");
        assert_eq!((found.reader, found.backup), (who(ben), who(mara)));
        Ok(())
    }

    async fn nobody_is_on_duty_once_the_reader_or_the_backup_has_left_the_practice(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), ben, mara).await?;
        let leaving = who(ben);
        clinic.write(clinic.system(), async move |work| end_work(work, leaving).await).await?;
        assert_eq!(clinic.read(mara, async move |work| duty(work, Some(group)).await).await?, None);
        let kim = clinic.signed_in(PersonId::random()?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        assert_eq!(look(&clinic, id).await?.told, [who(mara)], "whoever is left is told");
        Ok(())
    }

    async fn only_clinicians_read_for_a_therapy_group(clinic: TestClinic) {
        let (mara, finn) = (clinic.clinician().await?, clinic.facilitator().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let mixed = duty_of(mara, finn);
        let refused = clinic.write(mara, async move |work| arrange_duty(work, Some(group), &mixed).await).await;
        assert_eq!(refused, Err(Error::invalid("backup", "safety-fault-answers")));
        let scheduler = clinic.colleague("Sam", &[Role::Scheduler]).await?;
        on_duty(&clinic, None, scheduler, finn).await?;
        assert_eq!(clinic.read(mara, async move |work| duty(work, Some(group)).await).await?, None);
        Ok(())
    }

    async fn another_therapist_cannot_arrange_a_groups_duty(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let duty = duty_of(ben, mara);
        let refused = clinic.write(ben, async move |work| arrange_duty(work, Some(group), &duty).await).await;
        assert_eq!(refused, Err(Error::NotFound));
        Ok(())
    }
}
