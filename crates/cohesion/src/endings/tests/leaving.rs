//! Somebody leaves before it was planned.

use super::super::{LeaverStep, leavers, take_leaver_step};
use crate::clock::Span;
use crate::enrolment::{DecidedBy, Departure, Ending, Goodbye, depart, leave, led_group, member_of, seated};
use crate::limits::LEAVERS_SHOWN_FOR;
use crate::testing::who;
use crate::{Error, scenarios};

scenarios! {
    async fn whoever_left_early_is_reached_step_by_step_until_it_is_closed(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 4).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let member = member_of(&clinic, sam).await?;
        clinic.write(member, async move |work| leave(work, sam, "").await).await?;
        let left = async || clinic.read(mara, async move |work| leavers(work, group).await).await;
        let found = left().await?;
        assert_eq!(found.iter().map(|leaver| (leaver.person, leaver.is_open())).collect::<Vec<_>>(), [(who(member), true)]);
        let taking = async |step, words: &'static str| clinic.write(mara, async move |work| take_leaver_step(work, group, sam, step, words).await).await;
        assert_eq!(taking(LeaverStep::Call, "  ").await, Err(Error::invalid(format!("words-{sam}"), "fault-empty")));
        taking(LeaverStep::Call, "Nobody answered.").await?;
        assert_eq!(taking(LeaverStep::Call, "Again.").await, Err(Error::Conflict("endings-conflict-step-done")));
        taking(LeaverStep::Closure, "A card, with the door left open.").await?;
        let found = left().await?.remove(0);
        assert!(!found.is_open() && found.to_do().next().is_none());
        let done: Vec<_> = found.done.iter().map(|(step, _, words)| (*step, words.as_deref())).collect();
        assert_eq!(done, [(LeaverStep::Call, Some("Nobody answered.")), (LeaverStep::Closure, Some("A card, with the door left open."))]);
        assert_eq!(taking(LeaverStep::Letter, "One more.").await, Err(Error::Conflict("endings-conflict-step-done")));
        Ok(())
    }

    async fn whoever_left_as_planned_is_left_in_peace(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 4).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let departure = Departure { ending: Ending::Planned, decided_by: DecidedBy::Together, goodbye: Goodbye::Said, reason: "Done".to_owned() };
        clinic.write(mara, async move |work| depart(work, sam, &departure).await).await?;
        assert!(clinic.read(mara, async move |work| leavers(work, group).await).await?.is_empty());
        let step = clinic.write(mara, async move |work| take_leaver_step(work, group, sam, LeaverStep::Call, "Hello.").await).await;
        assert_eq!(step, Err(Error::NotFound));
        Ok(())
    }

    async fn after_a_season_nobody_is_asked_about_it_any_more(clinic: TestClinic) {
        let (mara, group) = led_group(&clinic, 4).await?;
        let sam = seated(&clinic, mara, group, "Sam").await?;
        let member = member_of(&clinic, sam).await?;
        clinic.write(member, async move |work| leave(work, sam, "").await).await?;
        clinic.pass(Span(LEAVERS_SHOWN_FOR.0 + 1));
        assert!(clinic.read(mara, async move |work| leavers(work, group).await).await?.is_empty());
        Ok(())
    }
}
