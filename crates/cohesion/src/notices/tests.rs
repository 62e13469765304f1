//! Scenarios of what people are told, here and by mail, on both engines.

use jiff::civil::date;

use super::{Envelope, Kind, NUDGE, Notice, forget, notices, outbox, post, read_all, tell};
use crate::access::{About, Actor, Deed, Standing};
use crate::clock::Span;
use crate::id::{Bytes, PersonId};
use crate::identity::{AccountKind, invite};
use crate::limits::{JOB_TRIES_MAX, MAIL_KEPT, NOTICES_KEPT};
use crate::practice::{
    Admission, Practises, Qualification, Role, admit, change_roles, end_work, record, roles, verify, withdraw,
};
use crate::testing::TestClinic;
use crate::testing::staff::{paper, profile};
use crate::work::{Job, Work};
use crate::{Error, Result, scenarios};

const THING: Bytes = [7; 16];

fn person(actor: Actor) -> PersonId {
    actor.person().expect("a person")
}

async fn told(clinic: &TestClinic, actor: Actor) -> Result<Vec<Notice>> {
    let fresh = clinic.signed_in(person(actor));
    clinic.read(fresh, async |work| notices(work).await).await
}

async fn kinds(clinic: &TestClinic, actor: Actor) -> Result<Vec<Kind>> {
    Ok(told(clinic, actor).await?.into_iter().map(|notice| notice.kind).collect())
}

async fn telling(clinic: &TestClinic, to: Actor, round: i64) -> Result<()> {
    clinic.write(clinic.system(), async move |work| tell(work, person(to), Kind::JobSetAside, THING, round).await).await
}

/// A licence for Ireland that ends in 67 days.
fn licence() -> Qualification {
    let place = "IE".parse().expect("a place");
    Qualification::Licence { place, last_day: date(2027, 1, 30), practises: Practises::Alone }
}

scenarios! {
    async fn a_person_is_told_once_for_each_round_and_marks_it_as_read(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        for round in [1, 1, 2] {
            telling(&clinic, ada, round).await?;
        }
        assert_eq!(kinds(&clinic, ada).await?, [Kind::JobSetAside, Kind::JobSetAside]);
        let until = clinic.app.clock().now();
        clinic.pass(Span::minutes(1));
        telling(&clinic, ada, 3).await?;
        clinic.write(ada, async move |work| read_all(work, until).await).await?;
        let read: Vec<bool> = told(&clinic, ada).await?.iter().map(|notice| notice.read_at.is_some()).collect();
        assert_eq!(read, [false, true, true]);
        Ok(())
    }

    async fn nobody_sees_or_reads_away_what_another_was_told(clinic: TestClinic) {
        let (ada, bo) = (clinic.administrator().await?, clinic.colleague("Bo", &[Role::Administrator]).await?);
        telling(&clinic, ada, 1).await?;
        assert_eq!(kinds(&clinic, bo).await?, []);
        let until = clinic.app.clock().now();
        clinic.write(bo, async move |work| read_all(work, until).await).await?;
        assert_eq!(told(&clinic, ada).await?[0].read_at, None);
        let nobody = Actor::Nobody(clinic.practice);
        let peek = clinic.read(nobody, async |work| notices(work).await).await;
        assert_eq!(peek, Err(Error::SignInNeeded));
        Ok(())
    }

    async fn the_list_says_what_is_new_until_it_has_been_read(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        let mut tab = clinic.desk(ada).await?;
        assert!(tab.get("/notices").await.body.contains("Nothing new"));
        telling(&clinic, ada, 1).await?;
        let shown = tab.get("/notices").await;
        assert!(shown.body.contains("/admin/jobs"));
        assert!(shown.body.contains("I have read these"));
        assert_eq!(tab.post("/notices/read", &[("until", &shown.field("until"))]).await.location(), "/notices");
        assert!(!tab.get("/notices").await.body.contains("name=\"until\""));
        assert_eq!(tab.post("/notices/read", &[("until", "now")]).await.status, 422);
        Ok(())
    }

    async fn a_mail_only_says_that_something_waits_and_where_to_sign_in(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        clinic.settle_in_ireland().await?;
        telling(&clinic, ada, 1).await?;
        clinic.run_jobs().await?;
        let outbox = clinic.outbox().await?;
        let [only] = outbox.as_slice() else { panic!("{} mails", outbox.len()) };
        assert_eq!(only.mail.to, "ada@example.org");
        assert_eq!(only.mail.subject, "A message from Commons");
        let body = only.mail.body("https://commons.example");
        assert!(body.contains("https://commons.example/notices"), "{body}");
        for word in ["group", "therap", "session", "licence", "job", "Ada", "example.org"] {
            assert!(!body.contains(word), "{word} in\n{body}");
        }
        assert_eq!(clinic.jobs_waiting().await?, Vec::<String>::new());
        Ok(())
    }

    async fn what_has_been_read_by_then_needs_no_mail(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        telling(&clinic, ada, 1).await?;
        let until = clinic.app.clock().now();
        clinic.write(ada, async move |work| read_all(work, until).await).await?;
        clinic.run_jobs().await?;
        assert!(clinic.outbox().await?.is_empty());
        Ok(())
    }

    async fn only_the_program_itself_writes_mail_and_looks_into_the_outbox(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        let asked = clinic.write(ada, async move |work| {
            work.ask(Deed::SendMail, Standing::NONE, About::person(person(ada))).map(|_| ())
        });
        assert_eq!(asked.await, Err(Error::NotFound));
        let looked = clinic.read(ada, async |work| outbox(work).await.map(|_| ())).await;
        assert_eq!(looked, Err(Error::NotFound));
        Ok(())
    }

    async fn an_ending_licence_is_announced_sixty_days_ahead_to_its_holder_and_the_administrators(clinic: TestClinic) {
        let (ada, ben) = (clinic.administrator().await?, clinic.colleague("Ben", &[Role::Clinician]).await?);
        clinic.write(ada, async move |work| record(work, person(ben), &licence(), &paper()).await).await?;
        clinic.pass(Span::days(6));
        assert_eq!(clinic.run_jobs().await?, 0);
        clinic.pass(Span::days(1));
        clinic.run_jobs().await?;
        assert_eq!(kinds(&clinic, ben).await?, [Kind::OwnPaperEnding]);
        assert_eq!(kinds(&clinic, ada).await?, [Kind::PaperEnding]);
        let mut recipients: Vec<String> = clinic.outbox().await?.into_iter().map(|sent| sent.mail.to).collect();
        recipients.sort();
        assert_eq!(recipients, ["ada@example.org", "ben@example.org"]);
        clinic.pass(Span::days(46));
        clinic.run_jobs().await?;
        assert_eq!(kinds(&clinic, ben).await?.len(), 2);
        clinic.pass(Span::days(365));
        clinic.run_jobs().await?;
        assert_eq!(kinds(&clinic, ben).await?.len(), 3);
        Ok(())
    }

    async fn a_licence_that_ends_sooner_is_announced_at_once_and_once(clinic: TestClinic) {
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        clinic.pass(Span::days(30));
        clinic.write(clinic.system(), async move |work| record(work, person(ben), &licence(), &paper()).await).await?;
        clinic.run_jobs().await?;
        assert_eq!(kinds(&clinic, ben).await?, [Kind::OwnPaperEnding]);
        Ok(())
    }

    async fn a_licence_that_was_renewed_withdrawn_or_left_with_its_holder_ends_quietly(clinic: TestClinic) {
        let roles = &[Role::Clinician];
        let (renewed, withdrawn) = (clinic.colleague("Ren", roles).await?, clinic.colleague("Wil", roles).await?);
        let left = clinic.colleague("Lea", roles).await?;
        let records = async move |work: &mut Work<'_>| {
            record(work, person(renewed), &licence(), &paper()).await?;
            record(work, person(left), &licence(), &paper()).await?;
            record(work, person(withdrawn), &licence(), &paper()).await
        };
        let id = clinic.write(clinic.system(), records).await?;
        clinic.write(clinic.system(), async move |work| {
            let place = "IE".parse()?;
            let next = Qualification::Licence { place, last_day: date(2028, 1, 30), practises: Practises::Alone };
            let next = record(work, person(renewed), &next, &paper()).await?;
            verify(work, next).await?;
            withdraw(work, id).await?;
            end_work(work, person(left)).await
        }).await?;
        clinic.pass(Span::days(70));
        clinic.run_jobs().await?;
        for quiet in [renewed, withdrawn, left] {
            assert_eq!(kinds(&clinic, quiet).await?, []);
        }
        Ok(())
    }

    async fn a_job_that_was_set_aside_is_told_to_the_administrators(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        let queueing = async |work: &mut Work<'_>| {
            work.enqueue(Job::once(NUDGE, THING, work.now()));
            let nobody = PersonId([9; 16]);
            tell(work, nobody, Kind::OwnPaperEnding, THING, 1).await
        };
        clinic.write(clinic.system(), queueing).await?;
        for _ in 0..JOB_TRIES_MAX {
            clinic.try_jobs().await?;
            clinic.pass(Span::days(1));
        }
        assert_eq!(kinds(&clinic, ada).await?, [Kind::JobSetAside]);
        Ok(())
    }

    async fn a_mail_holds_what_was_written_for_its_recipient(clinic: TestClinic) {
        let ada = person(clinic.administrator().await?);
        let posting = async move |work: &mut Work<'_>| {
            let grant = work.ask(Deed::SendMail, Standing::NONE, About::person(ada))?;
            let envelope = Envelope { to: "ada@example.org", path: "/" };
            post(work, &grant, ada, envelope, |_, _| "wisteria".into()).await
        };
        clinic.write(clinic.system(), posting).await?;
        assert_eq!(clinic.outbox().await?[0].mail.text, "wisteria");
        Ok(())
    }

    async fn whoever_is_admitted_gets_one_mail_with_a_link_and_who_comes_back_another(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        let admission = Admission { profile: profile("Ben"), roles: vec![Role::Clinician] };
        let ben = clinic.write(ada, async move |work| admit(work, &admission).await).await?;
        clinic.run_jobs().await?;
        let outbox = clinic.outbox().await?;
        let [only] = outbox.as_slice() else { panic!("{} mails", outbox.len()) };
        assert_eq!((only.mail.to.as_str(), only.person), ("ben@example.org", ben));
        assert!(only.mail.path.starts_with("/join/"));
        for word in ["group", "therap", "licence", "@"] {
            assert!(!only.mail.body("https://commons.example").contains(word), "{word}");
        }
        clinic.write(ada, async move |work| end_work(work, ben).await).await?;
        clinic.write(ada, async move |work| change_roles(work, ben, &[Role::Scheduler]).await).await?;
        clinic.run_jobs().await?;
        assert_eq!(clinic.outbox().await?.len(), 2);
        Ok(())
    }

    async fn an_invitation_that_another_has_replaced_is_not_mailed(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        let admission = Admission { profile: profile("Ben"), roles: vec![Role::Clinician] };
        let ben = clinic.write(ada, async move |work| admit(work, &admission).await).await?;
        clinic.write(ada, async move |work| {
            let standing = roles(work).await?;
            let grant = work.ask(Deed::InviteStaff, standing, About::person(ben))?;
            invite(work, &grant, ben, AccountKind::Staff).await
        }).await?;
        clinic.run_jobs().await?;
        assert_eq!(clinic.outbox().await?.len(), 1);
        Ok(())
    }

    async fn what_is_old_is_forgotten_by_the_day(clinic: TestClinic) {
        let ada = clinic.administrator().await?;
        telling(&clinic, ada, 1).await?;
        clinic.run_jobs().await?;
        let forget = async |work: &mut Work<'_>| forget(work).await;
        clinic.pass(MAIL_KEPT);
        clinic.pass(Span(1));
        clinic.write(clinic.system(), forget).await?;
        assert!(clinic.outbox().await?.is_empty());
        assert_eq!(kinds(&clinic, ada).await?.len(), 1);
        clinic.pass(NOTICES_KEPT);
        clinic.write(clinic.system(), forget).await?;
        assert_eq!(kinds(&clinic, ada).await?, []);
        Ok(())
    }
}
