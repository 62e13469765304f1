//! One person's pages: their tabs, concerns and plan, each for whoever may see it.

use super::{accepted, led_group, now, seated};
use crate::access::Actor;
use crate::groups::{LeaderRole, appoint};
use crate::id::{self, GroupId, PersonId};
use crate::practice::Role;
use crate::safety::{SafetyPlan, Written, close, need_help, observe, take, write_plan};
use crate::testing::{TestClinic, who};
use crate::{Result, scenarios};

async fn in_danger(clinic: &TestClinic, leader: Actor, group: GroupId, person: PersonId) -> Result<()> {
    let call = id::random()?;
    clinic.write(clinic.signed_in(person), async move |work| need_help(work, call, None).await).await?;
    let (once, seen) = (id::random()?, Written::new("words", "He gave his things away.")?);
    clinic.write(leader, async move |work| observe(work, group, person, once, seen.clone()).await).await?;
    Ok(())
}

scenarios! {
    async fn a_leader_finds_concerns_and_plan_beside_the_summary_and_the_scores(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = now(&clinic, seated(&clinic, mara, group, "Sam").await?).await?.person;
        let mut desk = clinic.desk(mara).await?;
        let base = format!("/care/people/{sam}");
        let risk = format!("{base}/risk");
        for path in [base.clone(), format!("{base}/progress"), risk.clone()] {
            let page = desk.get(&path).await;
            assert_eq!(page.status, 200, "{path}");
            for tab in [&base, &format!("{base}/progress"), &risk] {
                assert!(page.body.contains(&format!("href=\"{tab}\"")), "{tab} on {path}");
            }
            assert!(page.body.contains("Risk and plan"), "{path}");
        }
        let before = desk.get(&risk).await.body;
        assert!(before.contains("Nothing is open") && before.contains("Write one together"), "{before}");
        in_danger(&clinic, mara, group, sam).await?;
        let plan = SafetyPlan { warning_signs: vec!["I stop answering".to_owned()], ..SafetyPlan::default() };
        clinic.write(clinic.signed_in(sam), async move |work| write_plan(work, sam, 0, &plan).await).await?;
        let page = desk.get(&risk).await.body;
        for there in ["Pressed “I need help”", "He gave his things away.", "I take this", "I stop answering", "Change the plan"] {
            assert!(page.contains(there), "{there}");
        }
        assert!(desk.get(&format!("{base}/safety-plan")).await.body.contains(&risk), "a way back");
        Ok(())
    }

    async fn a_concern_that_was_closed_stays_on_the_persons_page(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = clinic.group(mara, crate::groups::Charter::support(), crate::groups::Format::Open, 8).await?;
        let circle = clinic.somebody("Sam").await?;
        let sam = who(circle);
        let seating = async move |work: &mut crate::work::Work<'_>| {
            let grant = crate::groups::may_run(work, group).await?;
            let about = work.about(&grant, sam);
            crate::groups::take_seat(work, &about, group, sam, "Sam").await.map(|_| ())
        };
        clinic.write(mara, seating).await?;
        let (once, seen) = (id::random()?, Written::new("words", "She was very quiet.")?);
        let alert = clinic.write(mara, async move |work| observe(work, group, sam, once, seen.clone()).await).await?;
        clinic.write(mara, async move |work| take(work, alert).await).await?;
        let ended = Written::new("words", "We talked, and she is well.")?;
        clinic.write(mara, async move |work| close(work, alert, ended.clone()).await).await?;
        let mut desk = clinic.desk(mara).await?;
        let page = desk.get(&format!("/care/people/{sam}/risk")).await;
        assert_eq!(page.status, 200, "somebody who sits in the group is found without a way into it");
        assert!(page.body.contains("Closed with a note") && page.body.contains(&format!("/care/risk/{alert}")));
        assert!(!page.body.contains("safety-plan") && !page.body.contains("/progress"), "a support group has neither");
        Ok(())
    }

    async fn a_supervisor_reads_a_persons_pages_and_changes_nothing_there(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let ines = clinic.colleague("Ines", &[Role::Supervisor]).await?;
        clinic.write(mara, async move |work| appoint(work, group, who(ines), LeaderRole::Supervisor).await).await?;
        let sam = now(&clinic, seated(&clinic, mara, group, "Sam").await?).await?.person;
        in_danger(&clinic, mara, group, sam).await?;
        let mut desk = clinic.desk(ines).await?;
        let page = desk.get(&format!("/care/people/{sam}/risk")).await.body;
        assert!(page.contains("He gave his things away.") && page.contains("There is no safety plan yet."), "{page}");
        for absent in ["I take this", "Write one together", "/take\""] {
            assert!(!page.contains(absent), "{absent}");
        }
        let summary = desk.get(&format!("/care/people/{sam}")).await.body;
        assert!(!summary.contains("/contacts") && !summary.contains("For another group"), "{summary}");
        Ok(())
    }

    async fn a_person_reads_as_absent_to_whoever_does_not_work_with_them(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = now(&clinic, accepted(&clinic, mara, group, "Sam").await?).await?.person;
        let omar = clinic.colleague("Omar", &[Role::Clinician]).await?;
        let mut desk = clinic.desk(omar).await?;
        let absent = desk.get(&format!("/care/people/{}/risk", PersonId::random()?)).await;
        for page in ["", "/risk", "/progress", "/contacts", "/safety-plan"] {
            let found = desk.get(&format!("/care/people/{sam}{page}")).await;
            assert_eq!((found.status.as_u16(), &found.body), (404, &absent.body), "{page}");
        }
        let mut desk = clinic.desk(mara).await?;
        let risk = desk.get(&format!("/care/people/{sam}/risk")).await;
        assert!(risk.status == 200 && !risk.body.contains("safety-plan"), "there is no plan before there is a seat");
        Ok(())
    }
}
