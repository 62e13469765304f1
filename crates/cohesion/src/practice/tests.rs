//! Scenarios of a practice: who works here, what they may do, and whose papers hold, on both engines.

mod pages;

use jiff::civil::{Date, date};

use super::{
    Admission, Credential, CredentialState, CredentialWords, Jurisdiction, Licence, Practises, Qualification, Role,
    Settings, admit, change_roles, change_settings, colleague, credentials, end_work, location_of, record, roles,
    roles_of, settings, staff, standing_of_licence, state_location, supervisor_of, verify, withdraw,
};
use crate::access::{About, Actor, Deed, Standing};
use crate::clock::Span;
use crate::id::{CredentialId, PersonId};
use crate::testing::TestClinic;
use crate::testing::staff::{paper, profile};
use crate::{Error, Result, scenarios};

const LAST_DAY: Date = date(2027, 1, 31);

fn person(actor: Actor) -> PersonId {
    actor.person().expect("a person")
}

fn place(code: &str) -> Jurisdiction {
    code.parse().expect("a place")
}

fn licence(code: &str) -> Qualification {
    Qualification::Licence { place: place(code), last_day: LAST_DAY, practises: Practises::Alone }
}

fn fields(refused: Result<impl Sized>) -> Vec<String> {
    match refused {
        Err(Error::Invalid(faults)) => faults.into_iter().map(|fault| fault.field).collect(),
        _ => panic!("it was taken"),
    }
}

async fn recorded(clinic: &TestClinic, by: Actor, of: Actor, what: Qualification) -> Result<CredentialId> {
    clinic.write(by, async move |work| record(work, person(of), &what, &paper()).await).await
}

async fn standing(clinic: &TestClinic, of: Actor, code: &'static str, on: Date) -> Result<Licence> {
    clinic.read(clinic.system(), async move |work| standing_of_licence(work, person(of), &place(code), on).await).await
}

async fn papers(clinic: &TestClinic, admin: Actor, of: Actor) -> Result<Vec<Credential>> {
    let all = clinic.read(admin, async |work| credentials(work).await).await?;
    Ok(all.into_iter().find(|(who, _)| who.person == person(of)).map(|(_, papers)| papers).unwrap_or_default())
}

scenarios! {
    async fn who_is_past_the_last_day_of_their_own_licence_is_in_training_again(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let noah = clinic.colleague("Noah", &[Role::Clinician]).await?;
        let (ines, vera) = (clinic.clinician().await?, clinic.clinician().await?);
        let licence = |practises, last_day| Ok::<_, Error>(Qualification::Licence { place: "IE".parse()?, last_day, practises });
        let over = async || clinic.read(noah, async move |work| supervisor_of(work, person(noah)).await).await;
        assert_eq!(over().await?, None);
        clinic.give_paper(noah, licence(Practises::Under(person(ines)), date(2027, 12, 31))?).await?;
        assert_eq!(over().await?, ines.person());
        clinic.give_paper(noah, licence(Practises::Alone, date(2026, 11, 24))?).await?;
        assert_eq!(over().await?, None, "to the end of the last day");
        clinic.pass(Span::days(1));
        assert_eq!(over().await?, ines.person());
        clinic.give_paper(noah, licence(Practises::Under(person(vera)), date(2028, 12, 31))?).await?;
        assert_eq!(over().await?, vera.person(), "of two it is the one that lasts longest");
        clinic.give_paper(noah, licence(Practises::Alone, date(2029, 12, 31))?).await?;
        assert_eq!(over().await?, None);
        Ok(())
    }

    async fn an_administrator_admits_a_colleague_who_then_has_a_part(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        let admission = Admission { profile: profile("Ben"), roles: vec![Role::Scheduler, Role::Clinician] };
        let ben = clinic.write(admin, async move |work| admit(work, &admission).await).await?;
        let found = clinic.read(admin, async move |work| colleague(work, ben).await).await?;
        assert_eq!(found.profile.called, "Ben");
        assert_eq!(found.roles, [Role::Clinician, Role::Scheduler]);
        assert_eq!(found.ended, None);
        Ok(())
    }

    async fn only_administrators_see_the_staff_or_change_it(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        assert_eq!(clinic.read(mara, async |work| staff(work).await).await.err(), Some(Error::NotFound));
        let admission = Admission { profile: profile("Ben"), roles: vec![Role::Administrator] };
        let admitted = clinic.write(mara, async move |work| admit(work, &admission).await).await;
        assert_eq!(admitted, Err(Error::NotFound));
        let promoted = clinic.write(mara, async move |work| change_roles(work, person(mara), &Role::ALL).await).await;
        assert_eq!(promoted, Err(Error::NotFound));
        Ok(())
    }

    async fn an_admission_with_gaps_says_every_field_to_mend(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        let admission = Admission { profile: profile(" "), roles: Vec::new() };
        let refused = clinic.write(admin, async move |work| admit(work, &admission).await).await;
        assert_eq!(fields(refused), ["called", "roles"]);
        Ok(())
    }

    async fn changing_roles_asks_for_a_fresh_proof_of_identity(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        let ben = person(clinic.colleague("Ben", &[Role::Clinician]).await?);
        clinic.pass(Span::minutes(6));
        let change = async move |work: &mut crate::work::Work<'_>| change_roles(work, ben, &[Role::Scheduler]).await;
        assert_eq!(clinic.write(admin, change).await, Err(Error::StepUpNeeded));
        let proven = clinic.signed_in(person(admin));
        clinic.write(proven, change).await?;
        clinic.write(proven, change).await?;
        let held = clinic.read(admin, async move |work| roles_of(work, ben).await).await?;
        assert_eq!(held, [Role::Scheduler]);
        Ok(())
    }

    async fn somebody_always_looks_after_the_site(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        let alone = person(admin);
        let last = Err(Error::Conflict("practice-conflict-last-administrator"));
        let step_down = async move |work: &mut crate::work::Work<'_>| change_roles(work, alone, &[Role::Clinician]).await;
        assert_eq!(clinic.write(admin, step_down).await, last);
        assert_eq!(clinic.write(admin, async move |work| end_work(work, alone).await).await, last);
        clinic.colleague("Bo", &[Role::Administrator]).await?;
        clinic.write(admin, step_down).await
    }

    async fn whoever_leaves_loses_every_part_at_once_and_can_come_back(clinic: TestClinic) {
        let (admin, mara) = (clinic.administrator().await?, clinic.clinician().await?);
        let who = person(mara);
        clinic.write(admin, async move |work| end_work(work, who).await).await?;
        let again = clinic.write(admin, async move |work| end_work(work, who).await).await;
        assert_eq!(again, Err(Error::NotFound));
        let held = clinic.read(mara, async |work| roles(work).await).await?;
        assert_eq!(held, Standing::NONE);
        let left = clinic.read(admin, async move |work| colleague(work, who).await).await?;
        assert!(left.ended.is_some());
        clinic.pass(Span::minutes(1));
        clinic.write(admin, async move |work| change_roles(work, who, &[Role::Clinician]).await).await?;
        let back = clinic.read(admin, async move |work| colleague(work, who).await).await?;
        assert_eq!((back.ended, back.roles), (None, vec![Role::Clinician]));
        Ok(())
    }

    async fn a_member_is_no_person_of_the_staff(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        let member = PersonId::random()?;
        let change = clinic.write(admin, async move |work| change_roles(work, member, &[Role::Clinician]).await).await;
        assert_eq!(change, Err(Error::NotFound));
        let paper = recorded(&clinic, admin, clinic.signed_in(member), licence("IE")).await;
        assert_eq!(paper, Err(Error::NotFound));
        Ok(())
    }

    async fn settings_are_kept_and_read_by_everybody(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        let nobody = Actor::Nobody(clinic.practice);
        assert_eq!(clinic.read(nobody, async |work| settings(work).await).await?, Settings::default());
        clinic.settle_in_ireland().await?;
        let wanted = Settings { site_name: "Harbour".to_owned(), home: Some(place("GB")), ..Settings::default() };
        let kept = wanted.clone();
        clinic.write(admin, async move |work| change_settings(work, &kept).await).await?;
        assert_eq!(clinic.read(nobody, async |work| settings(work).await).await?, wanted);
        let strange = clinic.write(nobody, async |work| change_settings(work, &Settings::default()).await).await;
        assert_eq!(strange, Err(Error::SignInNeeded));
        Ok(())
    }

    async fn faulty_settings_say_every_field_to_mend(clinic: TestClinic) {
        let admin = clinic.administrator().await?;
        let refused = clinic.write(admin, async |work| {
            let faulty = Settings {
                site_name: "Two\nlines".to_owned(),
                zone: "Nowhere/Land".to_owned(),
                leave_url: "javascript:alert(1)".to_owned(),
                members_to_run: 0,
                ..Settings::default()
            };
            change_settings(work, &faulty).await
        });
        assert_eq!(fields(refused.await), ["site-name", "zone", "leave-url", "members-to-run"]);
        Ok(())
    }

    async fn a_licence_counts_once_somebody_has_verified_it_and_until_it_ends(clinic: TestClinic) {
        let (admin, ben) = (clinic.administrator().await?, clinic.colleague("Ben", &[Role::Clinician]).await?);
        let today = date(2026, 11, 24);
        assert_eq!(standing(&clinic, ben, "IE", today).await?, Licence::Missing);
        let id = recorded(&clinic, admin, ben, licence("IE")).await?;
        assert_eq!(standing(&clinic, ben, "IE", today).await?, Licence::Unverified);
        clinic.write(admin, async move |work| verify(work, id).await).await?;
        clinic.write(admin, async move |work| verify(work, id).await).await?;
        assert_eq!(standing(&clinic, ben, "IE", LAST_DAY).await?, Licence::Valid { until: LAST_DAY });
        assert_eq!(standing(&clinic, ben, "GB", today).await?, Licence::Missing);
        let after = date(2027, 2, 1);
        assert_eq!(standing(&clinic, ben, "IE", after).await?, Licence::Expired { on: LAST_DAY });
        clinic.write(admin, async move |work| withdraw(work, id).await).await?;
        assert_eq!(standing(&clinic, ben, "IE", today).await?, Licence::Missing);
        Ok(())
    }

    async fn who_verified_a_licence_and_how_it_stands_are_shown_to_administrators(clinic: TestClinic) {
        let (admin, ben) = (clinic.administrator().await?, clinic.colleague("Ben", &[Role::Clinician]).await?);
        let id = recorded(&clinic, admin, ben, licence("IE")).await?;
        clinic.write(admin, async move |work| verify(work, id).await).await?;
        let kept = papers(&clinic, admin, ben).await?.remove(0);
        assert_eq!(kept.verified.and_then(|verified| verified.by), admin.person());
        assert_eq!(kept.words, paper());
        assert_eq!(kept.state(date(2026, 12, 1)), CredentialState::Valid);
        assert_eq!(kept.state(date(2026, 12, 2)), CredentialState::EndingSoon);
        assert_eq!(kept.state(date(2027, 2, 1)), CredentialState::Ended);
        Ok(())
    }

    async fn nobody_vouches_for_themself_where_somebody_else_can(clinic: TestClinic) {
        let solo = clinic.colleague("Solo", &[Role::Administrator, Role::Clinician]).await?;
        let first = recorded(&clinic, solo, solo, licence("IE")).await?;
        clinic.write(solo, async move |work| verify(work, first).await).await?;
        let other = clinic.administrator().await?;
        let second = recorded(&clinic, solo, solo, licence("GB")).await?;
        let own = clinic.write(solo, async move |work| verify(work, second).await).await;
        assert_eq!(own, Err(Error::Forbidden("practice-forbidden-own-credential")));
        clinic.write(other, async move |work| verify(work, second).await).await
    }

    async fn a_licence_with_gaps_says_every_field_to_mend(clinic: TestClinic) {
        let (admin, ben) = (clinic.administrator().await?, clinic.colleague("Ben", &[Role::Clinician]).await?);
        let who = person(ben);
        let refused = clinic.write(admin, async move |work| {
            let words = CredentialWords { title: " ".to_owned(), number: String::new(), ..paper() };
            let practises = Practises::Under(who);
            let all_america = Qualification::Licence { place: place("US"), last_day: LAST_DAY, practises };
            record(work, who, &all_america, &words).await
        });
        assert_eq!(fields(refused.await), ["title", "number", "region", "supervisor"]);
        let stranger = PersonId::random()?;
        let under = Qualification::Licence { place: place("IE"), last_day: LAST_DAY, practises: Practises::Under(stranger) };
        assert_eq!(fields(recorded(&clinic, admin, ben, under).await), ["supervisor"]);
        Ok(())
    }

    async fn a_stated_location_replaces_the_one_before(clinic: TestClinic) {
        let member = PersonId::random()?;
        let ask = async move |work: &mut crate::work::Work<'_>| {
            work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(member))
        };
        let read = async move |work: &mut crate::work::Work<'_>| {
            let grant = ask(work).await?;
            location_of(work, &grant, member).await
        };
        let actor = clinic.signed_in(member);
        assert_eq!(clinic.read(actor, read).await?, None);
        for code in ["US-CA", "US-NY"] {
            clinic.write(actor, async move |work| {
                let grant = ask(work).await?;
                state_location(work, &grant, member, &place(code)).await
            }).await?;
        }
        assert_eq!(clinic.read(actor, read).await?, Some(place("US-NY")));
        Ok(())
    }
}
