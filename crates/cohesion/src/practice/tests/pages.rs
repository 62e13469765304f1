//! Scenarios of the pages of whoever looks after the site, through the whole server.

use axum::http::StatusCode;

use super::{TestClinic, person, place};
use crate::clock::Span;
use crate::practice::{Role, Settings, roles_of, settings};
use crate::testing::{Answer, Tab};
use crate::{Result, scenarios};

const PAGES: [&str; 6] =
    ["/admin", "/admin/settings", "/admin/people", "/admin/people/new", "/admin/credentials", "/admin/jobs"];

const LICENCE: [(&str, &str); 8] = [
    ("title", "Clinical psychologist"),
    ("number", "PSI-4711"),
    ("issuer", "Psychological Society"),
    ("country", "IE"),
    ("region", ""),
    ("last-day-day", "31"),
    ("last-day-month", "1"),
    ("last-day-year", "2027"),
];

fn with<'a>(form: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = form.iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes).copied().collect()
}

/// The names of the fields that an answer asks to mend, by its summary.
fn to_mend(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
    let summary = answer.body.split("class=\"errors\"").nth(1).and_then(|rest| rest.split("</section>").next());
    let links = summary.unwrap_or_default().split("href=\"#").skip(1);
    links.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

async fn admin(clinic: &TestClinic) -> Result<Tab> {
    let ada = clinic.administrator().await?;
    clinic.desk(ada).await
}

scenarios! {
    async fn the_pages_of_the_site_are_there_for_administrators_alone(clinic: TestClinic) {
        let (mut ada, mut nobody) = (admin(&clinic).await?, clinic.tab());
        let mara = clinic.clinician().await?;
        let mut therapist = clinic.desk(mara).await?;
        let absent = therapist.get("/admin/nothing-here").await;
        for path in PAGES {
            assert_eq!(ada.get(path).await.status, StatusCode::OK, "{path}");
            let peek = therapist.get(path).await;
            assert_eq!((peek.status, &peek.body), (StatusCode::NOT_FOUND, &absent.body), "{path}");
            assert!(nobody.get(path).await.location().starts_with("/sign-in"), "{path}");
        }
        Ok(())
    }

    async fn a_new_site_says_what_is_still_to_do_and_what_was_done(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let before = ada.get("/admin").await.body;
        assert!(before.contains("Say in which country the practice is"), "{before}");
        clinic.clinician().await?;
        let after = ada.get("/admin").await.body;
        assert!(after.contains("Somebody holds a checked licence"), "{after}");
        assert!(after.contains("The emergency number and somebody to talk to must be filled in"), "{after}");
        Ok(())
    }

    async fn faulty_settings_come_back_with_what_was_typed(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let typed = [
            ("site-name", ""), ("country", "US"), ("region", "California"), ("zone", "Mars/Base"), ("language", "en"),
            ("contact", "The front desk"), ("duty-hours", ""), ("leave-url", "http://plain"), ("members-to-run", "none"),
        ];
        let answer = ada.post("/admin/settings", &typed).await;
        assert_eq!(to_mend(&answer), ["site-name", "country", "members-to-run"]);
        assert_eq!(answer.field("contact"), "The front desk");
        assert_eq!(answer.field("region"), "California");
        let mended = with(&typed, &[("site-name", "Harbour"), ("region", "ca"), ("members-to-run", "4")]);
        assert_eq!(to_mend(&ada.post("/admin/settings", &mended).await), ["zone", "leave-url"]);
        let unchanged = clinic.read(clinic.system(), async |work| settings(work).await).await?;
        assert_eq!(unchanged, Settings::default());
        Ok(())
    }

    async fn the_sites_name_and_place_are_set_and_every_page_carries_the_name(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let typed = [
            ("site-name", "Harbour"), ("country", "US"), ("region", "ca"), ("zone", "America/Los_Angeles"), ("language", "en"),
            ("contact", ""), ("duty-hours", ""), ("leave-url", "https://weather.example"), ("members-to-run", "4"),
        ];
        assert_eq!(ada.post("/admin/settings", &typed).await.location(), "/admin");
        let kept = clinic.read(clinic.system(), async |work| settings(work).await).await?;
        assert_eq!((kept.home, kept.members_to_run), (Some(place("US-CA")), 4));
        assert!(ada.get("/admin/people").await.body.contains("– Harbour</title>"));
        let shown = ada.get("/admin/settings").await;
        assert_eq!((shown.field("region"), shown.field("zone")), ("CA".to_owned(), "America/Los_Angeles".to_owned()));
        Ok(())
    }

    async fn a_colleague_is_admitted_through_the_form(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let typed = [("called", "Ben"), ("legal", "Benjamin Example"), ("email", "ben@"), ("phone", "")];
        let answer = ada.post("/admin/people/new", &typed).await;
        assert_eq!(to_mend(&answer), ["email"]);
        assert_eq!(answer.field("legal"), "Benjamin Example");
        let typed = with(&typed, &[("email", "ben@example.org")]);
        assert_eq!(to_mend(&ada.post("/admin/people/new", &typed).await), ["roles"]);
        let typed = with(&typed, &[("roles", "clinician")]);
        let page = ada.post("/admin/people/new", &typed).await.location().to_owned();
        let shown = ada.get(&page).await.body;
        for said in ["Ben", "Benjamin Example", "ben@example.org", "Therapist"] {
            assert!(shown.contains(said), "{said}");
        }
        assert!(ada.get("/admin/people").await.body.contains(&page));
        Ok(())
    }

    async fn roles_and_leaving_ask_for_a_fresh_proof_before_anything_is_typed(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let ben = person(clinic.colleague("Ben", &[Role::Clinician]).await?);
        let here = format!("/admin/people/{ben}");
        assert_eq!(ada.get(&format!("{here}/roles")).await.status, StatusCode::OK);
        clinic.pass(Span::minutes(6));
        for path in [format!("{here}/roles"), "/admin/people/new".to_owned()] {
            assert!(ada.get(&path).await.location().starts_with("/sign-in/again"), "{path}");
        }
        let change = ada.post(&format!("{here}/roles"), &[("roles", "administrator")]).await;
        assert_eq!(change.status, StatusCode::FORBIDDEN);
        assert_eq!(ada.post(&format!("{here}/end"), &[]).await.status, StatusCode::FORBIDDEN);
        let held = clinic.read(clinic.system(), async move |work| roles_of(work, ben).await).await?;
        assert_eq!(held, [Role::Clinician]);
        Ok(())
    }

    async fn roles_are_changed_and_work_is_ended_through_the_forms(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        let mut bens = clinic.desk(ben).await?;
        let here = format!("/admin/people/{}", person(ben));
        assert_eq!(to_mend(&ada.post(&format!("{here}/roles"), &[]).await), ["roles"]);
        let both = [("roles", "scheduler"), ("roles", "administrator")];
        assert_eq!(ada.post(&format!("{here}/roles"), &both).await.location(), here);
        assert_eq!(bens.get("/admin").await.status, StatusCode::OK);
        assert_eq!(ada.post(&format!("{here}/end"), &[]).await.location(), "/admin/people");
        assert!(bens.get("/admin").await.location().starts_with("/sign-in"));
        assert!(ada.get("/admin/people").await.body.contains("No longer here"));
        Ok(())
    }

    async fn a_licence_is_recorded_checked_and_taken_off_through_the_forms(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let ben = person(clinic.colleague("Ben", &[Role::Clinician]).await?);
        let here = format!("/admin/people/{ben}");
        let form = format!("{here}/papers/licence");
        assert_eq!(ada.get(&form).await.status, StatusCode::OK);
        let faulty = with(&LICENCE, &[("number", ""), ("country", "US"), ("last-day-month", "2")]);
        let answer = ada.post(&form, &faulty).await;
        assert_eq!(to_mend(&answer), ["last-day"]);
        assert_eq!(answer.field("title"), "Clinical psychologist");
        let faulty = with(&LICENCE, &[("number", ""), ("country", "US")]);
        assert_eq!(to_mend(&ada.post(&form, &faulty).await), ["number", "region"]);
        assert_eq!(ada.post(&form, &LICENCE).await.location(), here);
        let shown = ada.get(&here).await.body;
        for said in ["PSI-4711", "Ireland", "31 January 2027", "Not checked yet"] {
            assert!(shown.contains(said), "{said}");
        }
        let verify = shown.split("action=\"").filter_map(|rest| rest.split('"').next()).find(|path| path.ends_with("/verify"));
        let verify = verify.expect("a button to verify").to_owned();
        let finn = person(clinic.colleague("Finn", &[Role::Facilitator]).await?).to_string();
        for address in [verify.clone(), verify.replace("verify", "withdraw")] {
            let elsewhere = ada.post(&address.replace(&ben.to_string(), &finn), &[]).await;
            assert_eq!(elsewhere.status, StatusCode::NOT_FOUND, "the paper is not Finn's");
        }
        assert_eq!(ada.post(&verify, &[]).await.location(), here);
        assert!(ada.get(&here).await.body.contains("Ada"));
        assert!(ada.get("/admin/credentials").await.body.contains("Holds"));
        assert_eq!(ada.post(&verify.replace("verify", "withdraw"), &[]).await.location(), here);
        assert!(ada.get("/admin/credentials").await.body.contains("Nothing is on record yet"));
        assert_eq!(ada.get(&format!("{here}/papers/diploma")).await.status, StatusCode::NOT_FOUND);
        Ok(())
    }

    async fn a_trainee_is_recorded_with_a_supervisor_and_a_training_without_an_end(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let (mara, ben) = (clinic.clinician().await?, clinic.colleague("Ben", &[Role::Clinician]).await?);
        let (mara, here) = (person(mara).to_string(), format!("/admin/people/{}", person(ben)));
        let form = with(&LICENCE, &[("supervisor", mara.as_str())]);
        assert_eq!(ada.post(&format!("{here}/papers/licence"), &form).await.location(), here);
        let training = [("title", "Certified group psychotherapist"), ("issuer", ""), ("number", "")];
        assert_eq!(ada.post(&format!("{here}/papers/training"), &training).await.location(), here);
        let shown = ada.get(&here).await.body;
        assert!(shown.contains("Mara") && shown.contains("Certified group psychotherapist"));
        Ok(())
    }

    async fn the_contacts_of_a_colleague_are_corrected_through_the_form(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        let mut bens = clinic.desk(ben).await?;
        let here = format!("/admin/people/{}", person(ben));
        let form = format!("{here}/contacts");
        assert!(ada.get(&here).await.body.contains(&form));
        let typed = [("called", "Benno"), ("legal", ""), ("email", "benno@example.net"), ("phone", "1"), ("version", "1")];
        let answer = ada.post(&form, &typed).await;
        assert_eq!(to_mend(&answer), ["legal", "phone"]);
        assert_eq!(answer.field("email"), "benno@example.net");
        let taken = with(&typed, &[("legal", "Benjamin Example"), ("phone", ""), ("email", "ada@example.org")]);
        assert_eq!(to_mend(&ada.post(&form, &taken).await), ["email"]);
        let mended = with(&typed, &[("legal", "Benjamin Example"), ("phone", "")]);
        assert_eq!(ada.post(&form, &mended).await.location(), here);
        let shown = ada.get(&here).await.body;
        assert!(shown.contains("benno@example.net") && shown.contains("Benjamin Example"), "{shown}");
        clinic.run_jobs().await?;
        assert_eq!(clinic.outbox().await?.iter().map(|letter| letter.mail.to.as_str()).collect::<Vec<_>>(), ["ben@example.org"]);
        assert_eq!(bens.get(&form).await.status, StatusCode::NOT_FOUND);
        clinic.pass(Span::minutes(6));
        assert!(ada.get(&form).await.location().starts_with("/sign-in/again"));
        assert_eq!(ada.post(&form, &mended).await.status, StatusCode::FORBIDDEN);
        Ok(())
    }

    async fn somebody_who_does_not_work_here_is_not_among_the_staff_to_correct(clinic: TestClinic) {
        let mut ada = admin(&clinic).await?;
        let sam = person(clinic.somebody("Sam").await?);
        assert_eq!(ada.get(&format!("/admin/people/{sam}/contacts")).await.status, StatusCode::NOT_FOUND);
        let typed = [("called", "Sam"), ("legal", "Sam"), ("email", "sam@example.net"), ("version", "1")];
        assert_eq!(ada.post(&format!("/admin/people/{sam}/contacts"), &typed).await.status, StatusCode::NOT_FOUND);
        Ok(())
    }
}
