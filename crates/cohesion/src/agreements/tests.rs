//! Scenarios of texts and signatures, on both engines.

use super::{
    Agreement, Edition, Renewal, Signature, Signing, Why, edition, in_force, publish, sign, signature, signatures_of,
    unsigned, withdraw,
};
use crate::access::{About, Actor, Deed, Standing};
use crate::clock::Span;
use crate::groups::{Charter, Format};
use crate::id::{GroupId, PersonId};
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

const OWN: &str = "# Group agreement\n\nWe keep silent.\n";

async fn therapy_group(clinic: &TestClinic) -> Result<GroupId> {
    let mara = clinic.clinician().await?;
    clinic.group(mara, Charter::therapy(), Format::Closed, 8).await
}

async fn due_for(clinic: &TestClinic, member: Actor, group: GroupId) -> Result<Vec<(Edition, Why)>> {
    let person = who(member);
    let due = clinic.read(member, async move |work| {
        let grant = work.ask(Deed::SeeOwnAgreements, Standing::NONE, About::person(person))?;
        unsigned(work, &grant, person, group).await
    });
    Ok(due.await?.into_iter().map(|due| (due.edition, due.why)).collect())
}

async fn signed(clinic: &TestClinic, member: Actor, group: GroupId, agreement: Agreement, number: u32) -> Result<()> {
    let signing = Signing { group, agreement, edition: number, name: "Sam Okafor".to_owned() };
    clinic.write(member, async move |work| sign(work, who(member), &signing).await).await
}

async fn signed_all(clinic: &TestClinic, member: Actor, group: GroupId) -> Result<()> {
    for (edition, _) in due_for(clinic, member, group).await? {
        signed(clinic, member, group, edition.agreement, edition.number).await?;
    }
    Ok(())
}

async fn own(clinic: &TestClinic, member: Actor) -> Result<Vec<Signature>> {
    let person = who(member);
    clinic
        .read(member, async move |work| {
            let grant = work.ask(Deed::SeeOwnAgreements, Standing::NONE, About::person(person))?;
            signatures_of(work, &grant, person).await
        })
        .await
}

async fn published(clinic: &TestClinic, actor: Actor, seen: u32, renewal: Renewal) -> Result<Edition> {
    clinic.write(actor, async move |work| publish(work, Agreement::GroupAgreement, seen, OWN, renewal).await).await
}

fn names(due: &[(Edition, Why)]) -> Vec<Agreement> {
    due.iter().map(|(edition, _)| edition.agreement).collect()
}

scenarios! {
    async fn a_member_signs_the_exact_text_and_keeps_a_copy(clinic: TestClinic) {
        let group = therapy_group(&clinic).await?;
        let sam = clinic.signed_in(PersonId::random()?);
        let due = due_for(&clinic, sam, group).await?;
        assert_eq!(names(&due), [Agreement::PrivacyNotice, Agreement::InformedConsent, Agreement::GroupAgreement, Agreement::Telehealth]);
        signed_all(&clinic, sam, group).await?;
        assert_eq!(due_for(&clinic, sam, group).await?, []);
        let mine = own(&clinic, sam).await?;
        assert_eq!(mine.len(), 4);
        let id = mine.iter().find(|one| one.agreement == Agreement::GroupAgreement).map(|one| one.id).expect("signed");
        let (kept, text) = clinic.read(sam, async move |work| {
            let kept = signature(work, id).await?;
            let text = edition(work, kept.agreement, kept.edition).await?;
            Ok((kept, text))
        }).await?;
        assert_eq!(kept.name, "Sam Okafor");
        assert_eq!(text.wording, Agreement::GroupAgreement.shipped());
        assert_eq!(kept.hash, keyring::digest(text.wording.as_bytes()));
        Ok(())
    }

    async fn nobody_signs_for_somebody_else(clinic: TestClinic) {
        let group = therapy_group(&clinic).await?;
        let (sam, kim) = (PersonId::random()?, clinic.signed_in(PersonId::random()?));
        let signing = Signing { group, agreement: Agreement::PrivacyNotice, edition: 1, name: "Sam".to_owned() };
        let forged = clinic.write(kim, async move |work| sign(work, sam, &signing).await).await;
        assert_eq!(forged, Err(Error::NotFound));
        Ok(())
    }

    async fn signing_twice_is_signing_once(clinic: TestClinic) {
        let group = therapy_group(&clinic).await?;
        let sam = clinic.signed_in(PersonId::random()?);
        signed(&clinic, sam, group, Agreement::Telehealth, 1).await?;
        signed(&clinic, sam, group, Agreement::Telehealth, 1).await?;
        assert_eq!(own(&clinic, sam).await?.len(), 1);
        Ok(())
    }

    async fn a_text_that_changed_while_it_was_read_is_read_again(clinic: TestClinic) {
        let group = therapy_group(&clinic).await?;
        let sam = clinic.signed_in(PersonId::random()?);
        let admin = clinic.administrator().await?;
        assert_eq!(published(&clinic, admin, 1, Renewal::NotAsked).await?.number, 2);
        let stale = signed(&clinic, sam, group, Agreement::GroupAgreement, 1).await;
        assert_eq!(stale, Err(Error::Conflict("agreements-conflict-newer")));
        signed(&clinic, sam, group, Agreement::GroupAgreement, 2).await
    }

    async fn a_new_edition_asks_again_and_a_mended_slip_does_not(clinic: TestClinic) {
        let group = therapy_group(&clinic).await?;
        let sam = clinic.signed_in(PersonId::random()?);
        let admin = clinic.administrator().await?;
        signed_all(&clinic, sam, group).await?;
        published(&clinic, admin, 1, Renewal::NotAsked).await?;
        assert_eq!(due_for(&clinic, sam, group).await?, []);
        let wording = format!("{OWN}\nWe come on time.\n");
        let again = async move |work: &mut crate::work::Work<'_>| publish(work, Agreement::GroupAgreement, 2, &wording, Renewal::Asked).await;
        let newest = clinic.write(admin, again).await?;
        assert_eq!(due_for(&clinic, sam, group).await?, [(newest, Why::NewEdition)]);
        let first = clinic.read(sam, async |work| edition(work, Agreement::GroupAgreement, 1).await).await?;
        assert_eq!(first.wording, Agreement::GroupAgreement.shipped(), "what was signed is kept");
        Ok(())
    }

    async fn a_signature_taken_back_stays_on_record_with_its_end(clinic: TestClinic) {
        let group = therapy_group(&clinic).await?;
        let sam = clinic.signed_in(PersonId::random()?);
        let kim = clinic.signed_in(PersonId::random()?);
        signed(&clinic, sam, group, Agreement::InformedConsent, 1).await?;
        let id = own(&clinic, sam).await?[0].id;
        clinic.pass(Span::days(3));
        assert_eq!(clinic.write(kim, async move |work| withdraw(work, id).await).await, Err(Error::NotFound));
        clinic.write(sam, async move |work| withdraw(work, id).await).await?;
        let again = clinic.write(sam, async move |work| withdraw(work, id).await).await;
        assert_eq!(again, Err(Error::Conflict("agreements-conflict-withdrawn")));
        let kept = &own(&clinic, sam).await?[0];
        assert_eq!(kept.withdrawn_at, Some(kept.signed_at + Span::days(3)));
        let due = due_for(&clinic, sam, group).await?;
        assert!(due.iter().any(|(edition, why)| edition.agreement == Agreement::InformedConsent && *why == Why::TakenBack));
        Ok(())
    }

    async fn the_promises_are_read_again_each_season(clinic: TestClinic) {
        let group = therapy_group(&clinic).await?;
        let sam = clinic.signed_in(PersonId::random()?);
        signed_all(&clinic, sam, group).await?;
        clinic.pass(Span::days(365));
        assert_eq!(due_for(&clinic, sam, group).await?, []);
        clinic.pass(Span(1));
        let due = due_for(&clinic, sam, group).await?;
        assert_eq!(due.iter().map(|(edition, why)| (edition.agreement, *why)).collect::<Vec<_>>(), [(Agreement::GroupAgreement, Why::NewSeason)]);
        Ok(())
    }

    async fn a_support_group_never_asks_for_consent_to_treatment(clinic: TestClinic) {
        let ines = clinic.clinician().await?;
        let group = clinic.group(ines, Charter::support(), Format::Open, 12).await?;
        let sam = clinic.signed_in(PersonId::random()?);
        let due = due_for(&clinic, sam, group).await?;
        assert_eq!(names(&due), [Agreement::PrivacyNotice, Agreement::Participation]);
        signed(&clinic, sam, group, Agreement::InformedConsent, 1).await?;
        assert_eq!(own(&clinic, sam).await?.len(), 0, "what is not asked for cannot be signed");
        Ok(())
    }

    async fn one_groups_promises_do_not_cover_another_group(clinic: TestClinic) {
        let (one, other) = (therapy_group(&clinic).await?, therapy_group(&clinic).await?);
        let sam = clinic.signed_in(PersonId::random()?);
        signed_all(&clinic, sam, one).await?;
        let due = due_for(&clinic, sam, other).await?;
        assert_eq!(names(&due), [Agreement::InformedConsent, Agreement::GroupAgreement]);
        Ok(())
    }

    async fn only_an_administrator_with_a_fresh_proof_publishes(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        let mara = clinic.clinician().await?;
        assert_eq!(published(&clinic, mara, 1, Renewal::Asked).await, Err(Error::NotFound));
        clinic.pass(Span::minutes(6));
        assert_eq!(published(&clinic, admin, 1, Renewal::Asked).await, Err(Error::StepUpNeeded));
        let admin = clinic.signed_in(who(admin));
        published(&clinic, admin, 1, Renewal::Asked).await?;
        let newer = published(&clinic, admin, 1, Renewal::Asked).await;
        assert_eq!(newer, Err(Error::Conflict("agreements-conflict-newer")));
        assert_eq!(published(&clinic, admin, 2, Renewal::Asked).await, Err(Error::invalid("wording", "agreements-fault-same")));
        let bare = clinic.write(admin, async |work| publish(work, Agreement::GroupAgreement, 2, "No title", Renewal::Asked).await).await;
        assert_eq!(bare, Err(Error::invalid("wording", "agreements-fault-title")));
        let force = clinic.read(admin, async |work| in_force(work, Agreement::GroupAgreement).await).await?;
        assert_eq!((force.number, force.wording.as_str()), (2, OWN));
        Ok(())
    }
}
