//! What a member does and is told: a call for help, who knows of it, a plan for bad days, numbers to call.

use super::*;
use crate::Error;
use crate::access::{About, Deed, Standing};
use crate::groups::take_seat;
use crate::identity::add_person;
use crate::practice::Role;
use crate::safety::{
    Contact, LinesCheck, Need, SafetyPlan, add_line, assurance, assurances, can_invite_members, change_line,
    check_line, check_of, countries, crisis_lines, need_help, observe, plan_versions, see_help, take, take_country,
    write_plan,
};
use crate::scenarios;
use crate::testing::staff::profile;
use crate::work::Work;

/// Somebody with a name who does not work here.
async fn member(clinic: &TestClinic, called: &str) -> Result<Actor> {
    let profile = profile(called);
    let adding = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::InviteStaff, Standing::NONE, About::NOTHING)?;
        add_person(work, &grant, &profile).await
    };
    Ok(clinic.signed_in(clinic.write(clinic.system(), adding).await?))
}

async fn seated(clinic: &TestClinic, leader: Actor, group: GroupId, member: Actor) -> Result<()> {
    let person = who(member);
    let seating = async move |work: &mut Work<'_>| {
        let grant = crate::groups::may_run(work, group).await?;
        let about = work.about(&grant, person);
        take_seat(work, &about, group, person, "Kim").await.map(|_| ())
    };
    clinic.write(leader, seating).await
}

fn plan() -> SafetyPlan {
    SafetyPlan {
        warning_signs: vec!["I stop answering messages".to_owned()],
        people: vec![Contact { name: "Lou".to_owned(), phone: "+353 1 555 0100".to_owned() }],
        confidence: Some(7),
        ..SafetyPlan::default()
    }
}

scenarios! {
    async fn a_call_for_help_goes_to_the_group_that_has_a_clinician(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let support = group_of(&clinic, mara, Charter::support()).await?;
        let therapy = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = member(&clinic, "Kim").await?;
        seated(&clinic, mara, support, kim).await?;
        seated(&clinic, mara, therapy, kim).await?;
        let call = id::random()?;
        let id = clinic.write(kim, async move |work| need_help(work, call, None).await).await?;
        assert_eq!(look(&clinic, id).await?.cause.group, Some(therapy));
        Ok(())
    }

    async fn a_member_learns_truly_who_knows_and_what_comes_next(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let ines = clinic.colleague("Ines", &[Role::Clinician]).await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        on_duty(&clinic, Some(group), mara, ines).await?;
        let kim = member(&clinic, "Kim").await?;
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        let start = crate::testing::START;
        let known = clinic.read(kim, async move |work| assurance(work, id).await).await?;
        assert_eq!(known.told, [(Some("Mara".to_owned()), start)]);
        assert_eq!(known.next, Some((vec![Some("Ines".to_owned())], start + Span::minutes(30))));
        assert_eq!(known.decide_by, Some(start + Span::hours(24)));
        assert_eq!(known.hours.map(|hours| hours.from_minute), Some(9 * 60));
        clinic.write(kim, async move |work| see_help(work, id).await).await?;
        clinic.write(kim, async move |work| see_help(work, id).await).await?;
        clinic.write(mara, async move |work| take(work, id).await).await?;
        let known = clinic.read(kim, async |work| assurances(work).await).await?;
        let [Some(known)] = &known[..] else { panic!("one alert, readable: {known:?}") };
        assert_eq!((known.seen_at, &known.next), (Some(start), &None));
        assert_eq!(known.taken, Some((Some("Mara".to_owned()), start)));
        Ok(())
    }

    async fn nobody_else_is_told_about_a_members_alert(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let (kim, lee) = (member(&clinic, "Kim").await?, member(&clinic, "Lee").await?);
        let id = raised(&clinic, kim, item_nine(who(kim), group, id::random()?)).await?;
        let peek = clinic.read(lee, async move |work| assurance(work, id).await).await;
        assert_eq!(peek, Err(Error::NotFound));
        assert!(clinic.read(lee, async |work| assurances(work).await).await?.is_empty());
        Ok(())
    }

    async fn a_leader_observes_something_about_a_member(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = member(&clinic, "Kim").await?;
        seated(&clinic, mara, group, kim).await?;
        let (person, once) = (who(kim), id::random()?);
        let seen = crate::safety::Written::new("words", "He gave his things away.")?;
        let id = clinic
            .write(mara, async move |work| observe(work, group, person, once, seen.clone()).await)
            .await?;
        assert_eq!(look(&clinic, id).await?.told, [who(mara)]);
        Ok(())
    }

    async fn a_plan_is_the_members_and_their_leaders_and_keeps_every_version(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let kim = member(&clinic, "Kim").await?;
        seated(&clinic, mara, group, kim).await?;
        let person = who(kim);
        let first = clinic.write(kim, async move |work| write_plan(work, person, 0, &plan()).await).await?;
        let second = SafetyPlan { reasons: vec!["My sister".to_owned()], ..plan() };
        let second = clinic.write(mara, async move |work| write_plan(work, person, 1, &second).await).await?;
        assert_eq!((first, second), (1, 2));
        let versions = clinic.read(mara, async move |work| plan_versions(work, person).await).await?;
        assert_eq!(versions.iter().map(|kept| kept.author).collect::<Vec<_>>(), [who(mara), person]);
        assert_eq!(versions[1].plan, plan());
        Ok(())
    }

    async fn what_somebody_else_wrote_into_a_plan_is_not_lost_unseen(clinic: TestClinic) {
        let kim = member(&clinic, "Kim").await?;
        let person = who(kim);
        clinic.write(kim, async move |work| write_plan(work, person, 0, &plan()).await).await?;
        let late = clinic.write(kim, async move |work| write_plan(work, person, 0, &plan()).await).await;
        assert_eq!(late, Err(Error::Conflict("safety-conflict-plan")));
        Ok(())
    }

    async fn another_therapist_and_another_member_cannot_read_a_plan(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = group_of(&clinic, mara, Charter::therapy()).await?;
        let (kim, lee) = (member(&clinic, "Kim").await?, member(&clinic, "Lee").await?);
        seated(&clinic, mara, group, kim).await?;
        seated(&clinic, mara, group, lee).await?;
        let omar = clinic.colleague("Omar", &[Role::Clinician]).await?;
        let person = who(kim);
        clinic.write(kim, async move |work| write_plan(work, person, 0, &plan()).await).await?;
        for other in [lee, omar] {
            let peek = clinic.read(other, async move |work| plan_versions(work, person).await).await;
            assert_eq!(peek, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_blank_plan_is_not_kept(clinic: TestClinic) {
        let kim = member(&clinic, "Kim").await?;
        let person = who(kim);
        let blank = clinic.write(kim, async move |work| write_plan(work, person, 0, &SafetyPlan::default()).await).await;
        assert_eq!(blank, Err(Error::invalid("warning_signs", "safety-fault-plan-blank")));
        Ok(())
    }

    async fn members_cannot_be_invited_until_somebody_has_checked_the_numbers(clinic: TestClinic) {
        let ada = clinic.colleague("Ada", &[Role::Administrator]).await?;
        assert!(!clinic.read(ada, async |work| can_invite_members(work).await).await?);
        let taken = clinic.write(ada, async |work| take_country(work, "IE").await).await?;
        assert_eq!(taken, 2);
        assert!(!clinic.read(ada, async |work| can_invite_members(work).await).await?, "nobody has checked them");
        for line in clinic.read(ada, async |work| crisis_lines(work).await).await? {
            clinic.write(ada, async move |work| check_line(work, line.id).await).await?;
        }
        assert!(clinic.read(ada, async |work| can_invite_members(work).await).await?);
        clinic.pass(Span::days(181));
        let (lines, now) = clinic.read(ada, async |work| Ok((crisis_lines(work).await?, work.now()))).await?;
        assert_eq!(check_of(&lines, now), LinesCheck::Stale(2), "they stay in sight, and somebody is asked to look");
        Ok(())
    }

    async fn a_changed_line_has_to_be_checked_anew(clinic: TestClinic) {
        let ada = clinic.colleague("Ada", &[Role::Administrator]).await?;
        clinic.write(ada, async |work| take_country(work, "US").await).await?;
        assert!(clinic.read(ada, async |work| can_invite_members(work).await).await?);
        let lines = clinic.read(ada, async |work| crisis_lines(work).await).await?;
        let mut line = lines.into_iter().find(|line| line.terms.need == Need::Danger).expect("an emergency number");
        line.terms.number = "112".to_owned();
        clinic.write(ada, async move |work| change_line(work, line.id, &line.terms).await).await?;
        assert!(!clinic.read(ada, async |work| can_invite_members(work).await).await?);
        Ok(())
    }

    async fn taking_a_country_twice_copies_its_lines_once(clinic: TestClinic) {
        let ada = clinic.colleague("Ada", &[Role::Administrator]).await?;
        let first = clinic.write(ada, async |work| take_country(work, "GB").await).await?;
        let again = clinic.write(ada, async |work| take_country(work, "GB").await).await?;
        assert!(first > 0);
        assert_eq!(again, 0);
        Ok(())
    }

    async fn only_whoever_runs_the_practice_changes_its_lines(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let terms = countries()?[0].lines[0].terms.clone();
        let refused = clinic.write(mara, async move |work| add_line(work, &terms).await).await;
        assert_eq!(refused, Err(Error::NotFound));
        Ok(())
    }
}

#[test]
fn every_line_that_comes_with_the_program_can_be_reached() {
    let countries = countries().expect("they read");
    assert_eq!(countries.len(), 7);
    for country in countries {
        for need in Need::ALL {
            assert!(country.lines.iter().any(|line| line.terms.need == *need), "{}", country.code);
        }
        for line in country.lines {
            assert!(line.terms.link().is_some(), "{} {}", country.code, line.terms.name);
        }
    }
}
