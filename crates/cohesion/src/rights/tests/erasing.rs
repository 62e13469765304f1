//! Erasing: what goes, what stays, and that nothing of what went can be read anywhere.

use super::super::{Fate, On, deeds, erase, lift, months_after, own_kept};
use super::{COUNT_LIVING_KEYS, COUNT_PEOPLE, COUNT_SEATS, House, count, erased};
use crate::clock::Span;
use crate::goals::write_step;
use crate::groups::{seat_of, seats};
use crate::id;
use crate::identity::AccountKind;
use crate::practice::Role;
use crate::safety::{Days, Duty, Hours, arrange_duty, need_help};
use crate::testing::who;
use crate::work::{Cell, Scope};
use crate::{Error, scenarios};

scenarios! {
    async fn a_participant_of_a_support_group_is_gone_at_once(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        let (person, group) = (who(pat), house.support);
        let mut phone = clinic.tab_for(pat, AccountKind::Member).await?;
        clinic.write(pat, async move |work| write_step(work, group, "Call my sister on Sunday").await).await?;
        let erased = erased(&clinic, person).await?;
        assert_eq!(erased.plan.0, [(group, Fate::Goes)]);
        for sql in [&COUNT_SEATS, &COUNT_PEOPLE, &COUNT_LIVING_KEYS] {
            assert_eq!(count(&clinic, sql, person).await?, 0, "{}", sql.name);
        }
        assert!(phone.get("/me").await.location().starts_with("/sign-in"), "every login is over");
        let left = clinic.read(house.mara, async move |work| seats(work, group).await).await?;
        assert!(left.is_empty(), "the group's pages know nobody of that name");
        let again = clinic.write(clinic.signed_in(person), async |work| erase(work).await).await?;
        assert!(again.plan.0.is_empty(), "there is nothing left to erase");
        Ok(())
    }

    async fn a_therapy_record_stays_for_as_long_as_the_law_asks(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy, house.support]).await?;
        let (person, therapy, support) = (who(sam), house.therapy, house.support);
        let mut phone = clinic.tab_for(sam, AccountKind::Member).await?;
        let mut plan = erased(&clinic, person).await?.plan.0;
        plan.sort_by_key(|(group, _)| *group != therapy);
        let until = months_after(clinic.app.clock().now(), 120);
        assert_eq!(plan, [(therapy, Fate::Stays(until)), (support, Fate::Goes)]);
        assert!(phone.get("/me").await.location().starts_with("/sign-in"));
        assert_eq!(count(&clinic, &COUNT_SEATS, person).await?, 1);
        let seat = clinic.read(house.mara, async move |work| seat_of(work, therapy, person).await).await?;
        assert!(seat.is_some_and(|seat| seat.called == "Sam" && seat.until.is_some()), "it can be read, and has ended");
        Ok(())
    }

    async fn what_was_sealed_under_an_erased_key_does_not_open(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        let (person, scope) = (who(pat), Scope::Membership(house.support, who(pat)));
        let cell = Cell::of("seats", "called", [7; 16]);
        let sealing = async move |work: &mut crate::work::Work<'_>| work.seal(scope, cell, "a word").await;
        let sealed = clinic.write(clinic.system(), sealing).await?;
        erased(&clinic, person).await?;
        let opening = clinic.read(clinic.signed_in(person), async move |work| {
            let (_, grant) = deeds::may_own(work, crate::access::Deed::SeeOwnRights)?;
            work.open::<String>(&grant, scope, cell, &sealed).await
        });
        assert_eq!(opening.await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_hold_stands_against_erasing_until_it_is_lifted(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let sam = house.member(&clinic, "Sam", &[house.therapy]).await?;
        let (person, therapy) = (who(sam), house.therapy);
        for on in [On::Person(person), On::Group(therapy)] {
            house.hold(&clinic, on).await?;
            assert_eq!(erased(&clinic, person).await, Err(Error::Conflict("rights-conflict-held")));
            assert_eq!(count(&clinic, &COUNT_SEATS, person).await?, 1, "nothing has happened");
            clinic.write(house.mara, async move |work| lift(work, on).await).await?;
        }
        let kept = clinic.read(sam, async |work| own_kept(work).await).await?;
        assert!(kept.iter().all(|one| one.membership.held_since.is_none()));
        assert!(erased(&clinic, person).await.is_ok());
        Ok(())
    }

    async fn nothing_is_erased_while_somebody_answers_for_a_danger(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        let omar = clinic.colleague("Omar", &[Role::Clinician]).await?;
        let hours = Hours { days: Days::WORKING, from_minute: 540, until_minute: 1_020, zone: "Europe/Dublin".to_owned() };
        let (acknowledge_within, decide_within) = (Span::minutes(30), Span::hours(24));
        let duty = Duty { reader: who(omar), backup: who(house.mara), hours, acknowledge_within, decide_within };
        clinic.write(clinic.system(), async move |work| arrange_duty(work, None, &duty).await).await?;
        let call = id::random()?;
        clinic.write(pat, async move |work| need_help(work, call, None).await).await?;
        assert_eq!(erased(&clinic, who(pat)).await, Err(Error::Conflict("rights-conflict-concern")));
        Ok(())
    }

    async fn who_works_here_or_has_not_proved_who_they_are_erases_nothing(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        assert_eq!(erased(&clinic, who(house.mara)).await, Err(Error::Conflict("rights-conflict-works-here")));
        let pat = house.member(&clinic, "Pat", &[house.support]).await?;
        clinic.pass(Span::minutes(6));
        let stale = clinic.write(pat, async |work| erase(work).await).await;
        assert_eq!(stale, Err(Error::StepUpNeeded));
        Ok(())
    }
}
