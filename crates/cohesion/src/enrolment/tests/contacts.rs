//! Names and contacts are corrected by those who lead, and an invitation says where it went or what it lacks.

use super::super::{Enquirer, Outcome, Risk, decide, depart, enquire, screen};
use super::joining::help_lines;
use super::{accepted, asking, decided, led_group, now, outcome, seated, talk};
use crate::access::{About, Actor, Deed, Standing};
use crate::enrolment::{Countersign, DecidedBy, Departure, Ending, Goodbye};
use crate::groups::{LeaderRole, appoint};
use crate::id::{EnrolmentId, GroupId, PersonId};
use crate::identity::{self, AccountKind, Profile, open_account};
use crate::practice::Role;
use crate::testing::staff::profile;
use crate::testing::{Answer, Tab, TestClinic, who};
use crate::work::Work;
use crate::{Result, scenarios};

const SAM: [(&str, &str); 4] =
    [("called", "Sam"), ("legal", "Samuel Example"), ("email", "sam@example.net"), ("phone", "+353 1 555 0100")];

/// Sends the form with what was typed, over the version that it was opened with.
async fn typed(tab: &mut Tab, path: &str, fields: &[(&str, &str)]) -> Answer {
    let version = tab.get(path).await.field("version");
    let fields: Vec<_> = fields.iter().copied().chain([("version", version.as_str())]).collect();
    tab.post(path, &fields).await
}

fn with<'a>(fields: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|field| if field.0 == name { (name, value) } else { *field }).collect()
}

/// Somebody who was accepted and of whom no address is known.
async fn without_address(clinic: &TestClinic, leader: Actor, group: GroupId) -> Result<EnrolmentId> {
    let enquirer = Enquirer::New(Profile { email: String::new(), ..profile("Sam") });
    let id = clinic.write(leader, async move |work| enquire(work, group, &enquirer, &asking()).await).await?;
    clinic.write(leader, async move |work| screen(work, id, &talk(Risk::default())).await).await?;
    outcome(clinic, leader, id, Outcome::Accept).await?;
    Ok(id)
}

async fn kept(clinic: &TestClinic, person: PersonId) -> Result<Profile> {
    let reading = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
        identity::profile(work, &grant, person).await
    };
    clinic.read(clinic.system(), reading).await
}

async fn with_account(clinic: &TestClinic, person: PersonId) -> Result<()> {
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, AccountKind::Member, None).await
    };
    clinic.write(clinic.system(), opening).await
}

scenarios! {
    async fn somebody_without_an_address_gets_one_and_then_an_invitation(clinic: TestClinic) {
        help_lines(&clinic).await?;
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let id = without_address(&clinic, mara, group).await?;
        let person = now(&clinic, id).await?.person;
        let (way, form) = (format!("/care/enrolments/{id}"), format!("/care/people/{person}/contacts"));
        let page = desk.get(&way).await;
        assert!(page.body.contains("No e-mail address is on record") && page.body.contains(&form), "{}", page.body);
        assert!(!page.body.contains("/invite\""));
        let (invite, field) = (format!("{way}/invite"), person.to_string());
        let early = desk.post(&invite, &[("person", &field)]).await;
        assert_eq!(early.status, 422);
        assert!(early.body.contains(&form), "the page of the way, with the link that mends it");
        let summary = format!("/care/people/{person}");
        assert!(desk.get(&summary).await.body.contains(&form));
        assert_eq!(typed(&mut desk, &form, &SAM).await.location(), summary);
        assert!(desk.get(&summary).await.body.contains("sam@example.net"));
        assert!(desk.get(&way).await.body.contains("An invitation goes to sam@example.net"));
        assert_eq!(desk.post(&invite, &[("person", &field)]).await.location(), way);
        let sent = desk.get(&way).await.body;
        assert!(sent.contains("An invitation went to sam@example.net: today, 15:00") && sent.contains("Send another one"), "{sent}");
        assert!(!sent.contains("/demo/mail"), "this is no demo");
        clinic.run_jobs().await?;
        assert_eq!(clinic.outbox().await?.iter().map(|letter| letter.mail.to.as_str()).collect::<Vec<_>>(), ["sam@example.net"]);
        Ok(())
    }

    async fn what_cannot_be_kept_comes_back_with_every_word(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let kim = now(&clinic, seated(&clinic, mara, group, "Kim").await?).await?.person;
        with_account(&clinic, kim).await?;
        let sam = now(&clinic, accepted(&clinic, mara, group, "Sam").await?).await?.person;
        let form = format!("/care/people/{sam}/contacts");
        for (name, value, says) in [
            ("email", "sam@", "mail"),
            ("email", "kim@example.org", "somebody else’s here"),
            ("email", "KIM@example.org", "somebody else’s here"),
            ("called", "", "Sam"),
            ("phone", "1", "Telephone"),
        ] {
            let again = typed(&mut desk, &form, &with(&SAM, name, value)).await;
            assert_eq!(again.status, 422, "{name} {value}");
            assert!(again.body.contains(says) && again.body.contains(&format!("href=\"#{name}\"")), "{name} {value}");
            assert_eq!((again.field(name).as_str(), again.field("legal").as_str()), (value, "Samuel Example"));
        }
        assert_eq!(kept(&clinic, sam).await?, profile("Sam"));
        Ok(())
    }

    async fn what_somebody_else_corrected_is_not_lost_unseen(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let sam = now(&clinic, accepted(&clinic, mara, group, "Sam").await?).await?.person;
        let form = format!("/care/people/{sam}/contacts");
        let early: Vec<_> = SAM.into_iter().chain([("version", "1")]).collect();
        assert_eq!(desk.post(&form, &early).await.status, 303);
        let late = desk.post(&form, &with(&early, "phone", "+353 1 555 0199")).await;
        assert_eq!((late.status.as_u16(), late.field("phone").as_str()), (409, "+353 1 555 0199"));
        assert_eq!(kept(&clinic, sam).await?.phone.as_deref(), Some("+353 1 555 0100"));
        Ok(())
    }

    async fn an_invitation_to_an_address_that_was_wrong_is_worth_nothing(clinic: TestClinic) {
        help_lines(&clinic).await?;
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let id = accepted(&clinic, mara, group, "Sam").await?;
        let person = now(&clinic, id).await?.person;
        let (way, field) = (format!("/care/enrolments/{id}"), person.to_string());
        desk.post(&format!("{way}/invite"), &[("person", &field)]).await;
        clinic.run_jobs().await?;
        let link = clinic.outbox().await?[0].mail.path.clone();
        assert_eq!(clinic.tab().get(&link).await.status, 200);
        typed(&mut desk, &format!("/care/people/{person}/contacts"), &SAM).await;
        assert_eq!(clinic.tab().get(&link).await.status, 404);
        assert!(desk.get(&way).await.body.contains("An invitation goes to sam@example.net"), "it has to go out again");
        Ok(())
    }

    async fn a_member_with_pages_is_told_at_the_old_address(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let sam = now(&clinic, seated(&clinic, mara, group, "Sam").await?).await?.person;
        with_account(&clinic, sam).await?;
        clinic.run_jobs().await?;
        typed(&mut desk, &format!("/care/people/{sam}/contacts"), &SAM).await;
        clinic.run_jobs().await?;
        let outbox = clinic.outbox().await?;
        let letter = outbox.iter().find(|letter| letter.mail.to == "sam@example.org").expect("a letter");
        let body = letter.mail.body("https://commons.example");
        assert!(body.contains("has been changed"), "{body}");
        for word in ["group", "therap", "Sam", "Mara", "example.net"] {
            assert!(!body.contains(word), "{word} in\n{body}");
        }
        let blank = typed(&mut desk, &format!("/care/people/{sam}/contacts"), &with(&SAM, "email", "")).await;
        assert_eq!(blank.status, 422, "whoever signs in needs an address");
        Ok(())
    }

    async fn only_those_who_lead_a_group_that_somebody_is_in_correct_anything(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let ines = clinic.colleague("Ines", &[Role::Supervisor]).await?;
        clinic.write(mara, async move |work| appoint(work, group, who(ines), LeaderRole::Supervisor).await).await?;
        let omar = clinic.colleague("Omar", &[Role::Clinician]).await?;
        let id = seated(&clinic, mara, group, "Sam").await?;
        let sam = now(&clinic, id).await?.person;
        let form = format!("/care/people/{sam}/contacts");
        for actor in [ines, omar] {
            let mut tab = clinic.desk(actor).await?;
            assert_eq!(tab.get(&form).await.status, 404);
            assert_eq!(tab.post(&form, &SAM.into_iter().chain([("version", "1")]).collect::<Vec<_>>()).await.status, 404);
        }
        let mut desk = clinic.desk(mara).await?;
        assert_eq!(desk.get(&form).await.status, 200);
        let gone = Departure { ending: Ending::Planned, decided_by: DecidedBy::Together, goodbye: Goodbye::Said, reason: "Done".to_owned() };
        clinic.write(mara, async move |work| depart(work, id, &gone).await).await?;
        assert_eq!(desk.get(&form).await.status, 404, "their contacts are no longer hers to keep");
        let summary = desk.get(&format!("/care/people/{sam}")).await;
        assert!(summary.status == 200 && !summary.body.contains(&form));
        Ok(())
    }

    async fn what_stands_in_the_way_of_an_invitation_is_said_beside_the_person(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let mut desk = clinic.desk(mara).await?;
        let id = accepted(&clinic, mara, group, "Sam").await?;
        let way = format!("/care/enrolments/{id}");
        assert!(desk.get(&way).await.body.contains("while the site names no help lines"));
        help_lines(&clinic).await?;
        let kim = crate::enrolment::tests::screened(&clinic, mara, group, "Kim").await?;
        let first = async move |work: &mut Work<'_>| decide(work, kim, &decided(Outcome::AcceptAfterPreparation), Countersign::NotAsked).await;
        clinic.write(mara, first).await?;
        assert!(desk.get(&format!("/care/enrolments/{kim}")).await.body.contains("Something has to come first"));
        with_account(&clinic, now(&clinic, kim).await?.person).await?;
        let twin = Enquirer::New(Profile { called: "Kay".to_owned(), ..profile("Kim") });
        let twin = clinic.write(mara, async move |work| enquire(work, group, &twin, &asking()).await).await?;
        clinic.write(mara, async move |work| screen(work, twin, &talk(Risk::default())).await).await?;
        outcome(&clinic, mara, twin, Outcome::Accept).await?;
        assert!(desk.get(&format!("/care/enrolments/{twin}")).await.body.contains("is somebody else’s here"));
        Ok(())
    }
}
