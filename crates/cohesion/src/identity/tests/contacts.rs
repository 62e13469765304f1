//! One's own names and contacts: after a fresh proof, with the look-up value of the address moving along.

use super::{PASSPHRASE, Somebody, colleague, invited, known, somebody, yes};
use crate::clock::Span;
use crate::identity::{
    AccountKind, Correction, Profile, change_own_contacts, change_profile, invite, own_contacts, profile,
};
use crate::testing::{Answer, Tab, TestClinic};
use crate::work::Work;
use crate::{Error, Result, limits, scenarios};

const FORM: &str = "/settings/contacts";

const SAM: [(&str, &str); 5] =
    [("called", "Sami"), ("legal", "Sam Quill"), ("email", "sami@example.net"), ("phone", ""), ("version", "1")];

fn with<'a>(name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    SAM.iter().map(|field| if field.0 == name { (name, value) } else { *field }).collect()
}

async fn sign_in(clinic: &TestClinic, email: &str) -> Answer {
    clinic.tab().post("/sign-in", &[("email", email), ("passphrase", PASSPHRASE)]).await
}

async fn kept(clinic: &TestClinic, sam: &Somebody) -> Result<Profile> {
    let person = sam.id;
    let reading = async move |work: &mut Work<'_>| {
        let grant = yes(work, person)?;
        profile(work, &grant, person).await
    };
    clinic.read(clinic.system(), reading).await
}

async fn to(clinic: &TestClinic, sam: &Somebody, email: &str) -> Result<()> {
    let actor = sam.actor(clinic);
    let now = clinic.read(actor, async |work| own_contacts(work).await).await?;
    let profile = Profile { email: email.to_owned(), ..now.profile };
    change_own_contacts(&clinic.app, actor, Correction { version: now.version, profile }).await
}

async fn letters(clinic: &TestClinic) -> Result<Vec<(String, String)>> {
    clinic.run_jobs().await?;
    let outbox = clinic.outbox().await?.into_iter();
    Ok(outbox.map(|sent| (sent.mail.to.clone(), sent.mail.body("https://commons.example"))).collect())
}

async fn page_of(clinic: &TestClinic, sam: &Somebody) -> Result<Tab> {
    clinic.tab_of(sam.id).await
}

scenarios! {
    async fn a_new_address_is_what_one_signs_in_with_and_the_old_one_is_told(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = page_of(&clinic, &sam).await?;
        assert!(tab.get("/me/settings").await.body.contains(FORM));
        let form = tab.get(FORM).await;
        assert_eq!((form.field("email").as_str(), form.field("version").as_str()), ("sam@example.org", "1"));
        assert_eq!(tab.post(FORM, &SAM).await.location(), "/me/settings?done=contacts");
        let settings = tab.get("/me/settings?done=contacts").await.body;
        assert!(settings.contains("sami@example.net") && settings.contains("Sami"), "{settings}");
        assert_eq!(sign_in(&clinic, "SAMI@example.net").await.status, 303);
        assert_eq!(sign_in(&clinic, "sam@example.org").await.status, 422);
        let sent = letters(&clinic).await?;
        let [(to, letter)] = sent.as_slice() else { panic!("{sent:?}") };
        assert!(to == "sam@example.org" && letter.contains("has been changed"), "{letter}");
        for word in ["Sam", "example.net", "group", "therap"] {
            assert!(!letter.contains(word), "{word} in\n{letter}");
        }
        assert_eq!(letters(&clinic).await?.len(), 1, "and once");
        Ok(())
    }

    async fn two_changes_in_a_row_are_told_at_both_old_addresses(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        to(&clinic, &sam, "second@example.org").await?;
        to(&clinic, &sam, "third@example.org").await?;
        let mut told: Vec<_> = letters(&clinic).await?.into_iter().map(|(to, _)| to).collect();
        told.sort();
        assert_eq!(told, ["sam@example.org", "second@example.org"]);
        Ok(())
    }

    async fn another_spelling_of_an_address_is_no_other_address(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        to(&clinic, &sam, "Sam@Example.org").await?;
        assert_eq!(kept(&clinic, &sam).await?.email, "Sam@Example.org");
        assert_eq!(letters(&clinic).await?, []);
        assert_eq!(sign_in(&clinic, "sam@example.org").await.status, 303);
        Ok(())
    }

    async fn contacts_ask_for_a_fresh_proof_before_anything_is_typed(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let mut tab = page_of(&clinic, &sam).await?;
        clinic.pass(Span(limits::STEP_UP.0 + 1));
        assert!(tab.get(FORM).await.location().starts_with("/sign-in/again"));
        assert_eq!(tab.post(FORM, &SAM).await.status, 403);
        assert_eq!(kept(&clinic, &sam).await?.email, "sam@example.org");
        Ok(())
    }

    async fn what_cannot_be_kept_comes_back_and_says_nothing_of_others(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        somebody(&clinic, "Kim", AccountKind::Member).await?;
        let mut tab = page_of(&clinic, &sam).await?;
        for (name, value) in [("email", "kim@example.org"), ("email", "sam@"), ("email", ""), ("called", " ")] {
            let again = tab.post(FORM, &with(name, value)).await;
            assert_eq!(again.status, 422, "{name} {value}");
            assert_eq!((again.field(name).as_str(), again.field("legal").as_str()), (value, "Sam Quill"));
            assert!(!again.body.contains("somebody else"), "{}", again.body);
        }
        assert_eq!(tab.post(FORM, &with("version", "7")).await.status, 409);
        assert_eq!(kept(&clinic, &sam).await?.email, "sam@example.org");
        assert_eq!(sign_in(&clinic, "kim@example.org").await.status, 303, "Kim's account is Kim's");
        Ok(())
    }

    async fn nobody_finds_out_by_trying_who_else_is_here(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        somebody(&clinic, "Kim", AccountKind::Member).await?;
        for _ in 0..limits::MISSES_FREE {
            assert!(matches!(to(&clinic, &sam, "kim@example.org").await, Err(Error::Invalid(_))));
        }
        let waits = to(&clinic, &sam, "kim@example.org").await;
        assert!(matches!(waits, Err(Error::TooMany { .. })), "{waits:?}");
        Ok(())
    }

    async fn an_invitation_that_is_out_does_not_bring_the_old_address_back(clinic: TestClinic) {
        let sam = somebody(&clinic, "Sam", AccountKind::Member).await?;
        let link = invited(&clinic, sam.id, AccountKind::Member).await?;
        to(&clinic, &sam, "sami@example.net").await?;
        assert_eq!(clinic.tab().get(&link).await.status, 404);
        Ok(())
    }

    async fn who_works_here_keeps_a_name_on_papers(clinic: TestClinic) {
        let mut mara = colleague(&clinic, "Mara").await?;
        let blank = [("called", "Mara"), ("legal", ""), ("email", "mara@example.org"), ("phone", ""), ("version", "1")];
        let again = mara.tab.post(FORM, &blank).await;
        assert!(again.status == 422 && again.body.contains("href=\"#legal\""), "{}", again.body);
        let moved = blank.map(|field| if field.0 == "legal" { ("legal", "Mara Quill") } else { field });
        assert_eq!(mara.tab.post(FORM, &moved).await.location(), "/settings?done=contacts");
        Ok(())
    }

    async fn an_address_cannot_become_that_of_another_account(clinic: TestClinic) {
        let sam = known(&clinic, "Sam").await?;
        somebody(&clinic, "Kim", AccountKind::Member).await?;
        let person = sam.id;
        let taken = async move |work: &mut Work<'_>| {
            let grant = yes(work, person)?;
            let profile = Profile { email: "kim@example.org".to_owned(), ..profile(work, &grant, person).await? };
            change_profile(work, &grant, person, &Correction { version: 1, profile }).await
        };
        let refused = clinic.write(clinic.system(), taken).await;
        assert_eq!(refused, Err(Error::invalid("email", "identity-fault-address-taken")));
        let inviting = async move |work: &mut Work<'_>| {
            let grant = yes(work, person)?;
            invite(work, &grant, person, AccountKind::Member).await.map(|_| ())
        };
        clinic.write(clinic.system(), inviting).await
    }
}
