//! An offer that somebody hears of, and a time away whose end somebody hears of.

use super::super::{Enquirer, Offering, Outcome, Stage, hold, offer_next, offer_to, screen, welcome_back};
use super::joining::help_lines;
use super::{asking, led_group, now, outcome, seated, talk, waiting};
use crate::access::{About, Actor, Deed, Standing};
use crate::clock::Span;
use crate::enrolment::{Risk, enquire};
use crate::groups::{LeaderRole, appoint};
use crate::id::{EnrolmentId, GroupId, PersonId};
use crate::identity::{AccountKind, Profile, open_account};
use crate::limits;
use crate::notices::{Kind, notices};
use crate::testing::staff::profile;
use crate::testing::{TestClinic, who};
use crate::work::Work;
use crate::{Result, scenarios};

/// What somebody has been told, the newest first.
async fn told(clinic: &TestClinic, actor: Actor) -> Result<Vec<Kind>> {
    let fresh = clinic.signed_in(who(actor));
    let told = clinic.read(fresh, async |work| notices(work).await).await?;
    Ok(told.into_iter().map(|notice| notice.kind).collect())
}

/// The program offers the next place, as it does when somebody let one pass.
async fn offered(clinic: &TestClinic, group: GroupId) -> Result<Offering> {
    clinic.write(clinic.system(), async move |work| offer_next(work, group).await).await
}

async fn waiting_without_address(clinic: &TestClinic, leader: Actor, group: GroupId) -> Result<EnrolmentId> {
    let enquirer = Enquirer::New(Profile { email: String::new(), ..profile("Sam") });
    let id = clinic.write(leader, async move |work| enquire(work, group, &enquirer, &asking()).await).await?;
    clinic.write(leader, async move |work| screen(work, id, &talk(Risk::default())).await).await?;
    outcome(clinic, leader, id, Outcome::Waitlist).await?;
    Ok(id)
}

async fn with_account(clinic: &TestClinic, person: PersonId) -> Result<()> {
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, AccountKind::Member, None).await
    };
    clinic.write(clinic.system(), opening).await
}

/// All mail so far: to whom, and what it says.
async fn letters(clinic: &TestClinic) -> Result<Vec<(String, String)>> {
    clinic.run_jobs().await?;
    let outbox = clinic.outbox().await?.into_iter();
    Ok(outbox.map(|sent| (sent.mail.to.clone(), sent.mail.body("https://commons.example"))).collect())
}

scenarios! {
    async fn an_offer_made_by_the_program_invites_whoever_has_no_pages(clinic: TestClinic) {
        help_lines(&clinic).await?;
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = waiting(&clinic, mara, group, "Sam").await?;
        assert!(matches!(offered(&clinic, group).await?, Offering::Offered(id, _) if id == sam));
        let sent = letters(&clinic).await?;
        let [(to, letter)] = sent.as_slice() else { panic!("{sent:?}") };
        assert_eq!(to, "sam@example.org");
        assert!(letter.contains("until Friday 27 November, 15:00") && letter.contains("/join/"), "{letter}");
        for word in ["group", "therap", "place", "offer", "waitlist"] {
            assert!(!letter.contains(word), "{word} in\n{letter}");
        }
        assert_eq!(told(&clinic, mara).await?, [Kind::OfferMade]);
        Ok(())
    }

    async fn an_offer_stands_on_the_pages_of_whoever_has_them(clinic: TestClinic) {
        help_lines(&clinic).await?;
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = now(&clinic, waiting(&clinic, mara, group, "Sam").await?).await?.person;
        with_account(&clinic, sam).await?;
        offered(&clinic, group).await?;
        assert_eq!(told(&clinic, clinic.signed_in(sam)).await?, [Kind::PlaceOffered]);
        assert_eq!(told(&clinic, mara).await?, [Kind::OfferMade]);
        let sent = letters(&clinic).await?;
        assert!(sent.len() == 1 && sent[0].1.contains("/notices"), "{sent:?}");
        Ok(())
    }

    async fn whoever_nothing_reaches_is_called_by_those_who_lead(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        waiting(&clinic, mara, group, "Kim").await?;
        assert!(matches!(offered(&clinic, group).await?, Offering::Offered(..)), "the site names no help lines yet");
        assert_eq!(told(&clinic, mara).await?, [Kind::OfferUnheard]);
        help_lines(&clinic).await?;
        clinic.pass(Span::minutes(1));
        let sam = waiting_without_address(&clinic, mara, group).await?;
        assert!(matches!(offered(&clinic, group).await?, Offering::Offered(id, _) if id == sam));
        assert_eq!(told(&clinic, mara).await?, [Kind::OfferUnheard, Kind::OfferUnheard]);
        let sent = letters(&clinic).await?;
        assert!(sent.iter().all(|(to, _)| to == "mara@example.org"), "{sent:?}");
        Ok(())
    }

    async fn whoever_offers_knows_it_and_the_others_who_lead_are_told(clinic: TestClinic) {
        help_lines(&clinic).await?;
        let (mara, group) = led_group(&clinic, 8).await?;
        let ben = clinic.colleague("Ben", &[crate::practice::Role::Clinician]).await?;
        clinic.write(mara, async move |work| appoint(work, group, who(ben), LeaderRole::CoLeader).await).await?;
        let sam = waiting(&clinic, mara, group, "Sam").await?;
        clinic.write(mara, async move |work| offer_to(work, sam).await.map(|_| ())).await?;
        assert_eq!((told(&clinic, mara).await?, told(&clinic, ben).await?), (vec![], vec![Kind::OfferMade]));
        Ok(())
    }

    async fn an_offer_that_nobody_answered_is_told_to_those_who_lead(clinic: TestClinic) {
        help_lines(&clinic).await?;
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = waiting(&clinic, mara, group, "Sam").await?;
        offered(&clinic, group).await?;
        clinic.run_jobs().await?;
        clinic.pass(limits::OFFER);
        clinic.run_jobs().await?;
        assert_eq!(now(&clinic, sam).await?.offers, 2, "nobody else waits, so it is theirs again");
        assert_eq!(told(&clinic, mara).await?.iter().filter(|kind| **kind == Kind::OfferOver).count(), 1);
        Ok(())
    }

    async fn the_end_of_a_time_away_is_told_to_those_who_lead(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let (sam, kim) = (seated(&clinic, mara, group, "Sam").await?, seated(&clinic, mara, group, "Kim").await?);
        let until = clinic.app.clock().now() + Span::days(7);
        for id in [sam, kim] {
            clinic.write(mara, async move |work| hold(work, id, until, "On a journey").await).await?;
        }
        clinic.pass(Span::days(6));
        let mara = clinic.signed_in(who(mara));
        clinic.write(mara, async move |work| welcome_back(work, kim).await).await?;
        clinic.run_jobs().await?;
        let holds = async || Ok::<_, crate::Error>(told(&clinic, mara).await?.into_iter().filter(|kind| *kind == Kind::HoldOver).count());
        assert_eq!(holds().await?, 0);
        clinic.pass(Span::days(1));
        clinic.run_jobs().await?;
        assert_eq!(holds().await?, 1, "of Sam alone: Kim is back");
        assert_eq!(now(&clinic, sam).await?.stage, Stage::OnHold, "what becomes of it is for people to say");
        Ok(())
    }

    async fn a_time_away_that_was_made_another_one_ends_once(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 8).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let now = clinic.app.clock().now();
        for days in [7, 14] {
            let until = now + Span::days(days);
            clinic.write(mara, async move |work| hold(work, sam, until, "On a journey").await).await?;
            if days == 7 {
                clinic.write(mara, async move |work| welcome_back(work, sam).await).await?;
            }
        }
        clinic.pass(Span::days(7));
        clinic.run_jobs().await?;
        assert!(!told(&clinic, mara).await?.contains(&Kind::HoldOver));
        clinic.pass(Span::days(7));
        clinic.run_jobs().await?;
        assert!(told(&clinic, mara).await?.contains(&Kind::HoldOver));
        Ok(())
    }
}
