//! Who may not: nobody but those who lead and supervise reads, and what one may not see is not there.

use super::super::{add, notes_of, read};
use super::{Evening, OF_JO, Outcome, Sheet, Signing, note, only};
use crate::access::{Actor, Deed, Tie};
use crate::groups::LeaderRole;
use crate::practice::Role;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

async fn strangers(clinic: &TestClinic, evening: &Evening) -> Result<Vec<Actor>> {
    Ok(vec![
        evening.circle.member,
        clinic.signed_in(evening.jo),
        clinic.somebody("Kim").await?,
        clinic.colleague("Kit", &[Role::Clinician]).await?,
        clinic.colleague("Sofia", &[Role::Scheduler]).await?,
        clinic.colleague("Vera", &[Role::Supervisor]).await?,
        clinic.facilitator().await?,
        clinic.administrator().await?,
        clinic.system(),
    ])
}

scenarios! {
    async fn notes_are_not_there_for_anybody_without_a_part_in_leading(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        evening.sign_of(&clinic, evening.mara, evening.sam()).await?;
        let (id, sam) = (evening.note(&clinic, evening.sam()).await?.id, evening.sam());
        for actor in strangers(&clinic, &evening).await? {
            assert_eq!(evening.desk(&clinic, actor).await.map(|_| ()), Err(Error::NotFound));
            assert_eq!(evening.keep(&clinic, actor, Sheet::default()).await.map(|_| ()), Err(Error::NotFound));
            assert_eq!(evening.sign(&clinic, actor, Signing::default()).await.map(|_| ()), Err(Error::NotFound));
            let reading = clinic.read(actor, async move |work| read(work, id).await.map(|_| ())).await;
            assert_eq!(reading, Err(Error::NotFound));
            let listing = clinic.read(actor, async move |work| notes_of(work, sam).await.map(|_| ())).await;
            assert_eq!(listing, Err(Error::NotFound));
            assert_eq!(clinic.write(actor, async move |work| add(work, id, "More").await).await, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_supervisor_reads_and_does_not_write(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        let vera = evening.with(&clinic, "Vera", Role::Supervisor, LeaderRole::Supervisor).await?;
        let desk = evening.desk(&clinic, vera).await?;
        assert!(!desk.may_write() && desk.sections.iter().all(|section| section.note.is_some()));
        let writing = evening.keep(&clinic, vera, only(note(evening.jo, OF_JO))).await;
        assert_eq!(writing.map(|_| ()), Err(Error::NotFound));
        assert_eq!(evening.sign(&clinic, vera, Signing::default()).await, Err(Error::NotFound));
        Ok(())
    }

    async fn whoever_no_longer_works_here_reads_nothing(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        assert_eq!(evening.sign_of(&clinic, evening.mara, evening.sam()).await?, Outcome::Signed);
        let ben = evening.with(&clinic, "Ben", Role::Clinician, LeaderRole::CoLeader).await?;
        evening.desk(&clinic, ben).await?;
        let (admin, person) = (clinic.administrator().await?, who(ben));
        clinic.write(admin, async move |work| crate::practice::end_work(work, person).await).await?;
        assert_eq!(evening.desk(&clinic, ben).await.map(|_| ()), Err(Error::NotFound));
        Ok(())
    }
}

#[test]
fn only_clinicians_who_lead_write_and_sign_notes() {
    for deed in [Deed::WriteNotes, Deed::SignNote] {
        assert_eq!(deed.who_may(), [Tie::Leader, Tie::CoLeader]);
    }
    assert_eq!(Deed::ReadNotes.who_may(), [Tie::Leader, Tie::CoLeader, Tie::Supervisor]);
}
