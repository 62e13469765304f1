//! Private steps: nobody but their owner, and gone when they are deleted.

use super::*;
use crate::goals::{StepMove, own_steps, take_step, write_step};
use crate::groups::{Charter, Format, LeaderRole, appoint, may_run, take_seat};
use crate::id::GroupId;
use crate::identity::AccountKind;
use crate::limits::STEPS_MAX;
use crate::testing::who;

::store::statements! {
    COUNT_ALL_STEPS = "select count(*) from steps where practice_id = $1";
}

/// A support group with a facilitator and a participant.
async fn support(clinic: &TestClinic) -> Result<(GroupId, Actor, Actor)> {
    let (mara, finn) = (clinic.clinician().await?, clinic.facilitator().await?);
    let group = clinic.group(mara, Charter::support(), Format::Open, 8).await?;
    clinic.write(mara, async move |work| appoint(work, group, who(finn), LeaderRole::Facilitator).await).await?;
    let pat = clinic.somebody("Pat").await?;
    let seating = async move |work: &mut crate::work::Work<'_>| {
        let grant = may_run(work, group).await?;
        let about = work.about(&grant, who(pat));
        take_seat(work, &about, group, who(pat), "Pat").await.map(|_| ())
    };
    clinic.write(finn, seating).await?;
    Ok((group, finn, pat))
}

scenarios! {
    async fn a_step_is_ticked_off_set_aside_and_deleted_for_real(clinic: TestClinic) {
        let (group, _, pat) = support(&clinic).await?;
        let id = clinic.write(pat, async move |work| write_step(work, group, " Ring my sister ").await).await?;
        for (to, done, aside) in [(StepMove::Done, true, false), (StepMove::Aside, false, true), (StepMove::Again, false, false)] {
            clinic.write(pat, async move |work| take_step(work, id, to).await).await?;
            let steps = clinic.read(pat, async |work| own_steps(work).await).await?;
            let step = steps[0].1.as_ref().expect("it can be read");
            assert_eq!((step.words.as_str(), step.done_at.is_some(), step.aside_at.is_some()), ("Ring my sister", done, aside));
        }
        clinic.write(pat, async move |work| take_step(work, id, StepMove::Delete).await).await?;
        let practice = clinic.practice;
        let counting = async move |tx: &mut dyn ::store::Tx| {
            tx.one(&COUNT_ALL_STEPS, ::store::params![practice]).await?.take::<i64>()
        };
        assert_eq!(clinic.app.db().read(counting).await?, 0, "no row is left");
        let again = clinic.write(pat, async move |work| take_step(work, id, StepMove::Done).await).await;
        assert_eq!(again, Err(Error::NotFound));
        Ok(())
    }

    async fn nobody_else_reads_a_step(clinic: TestClinic) {
        let (group, finn, pat) = support(&clinic).await?;
        let id = clinic.write(pat, async move |work| write_step(work, group, "Ring my sister").await).await?;
        let administrator = clinic.administrator().await?;
        for other in [finn, administrator, clinic.clinician().await?, clinic.somebody("Quin").await?] {
            let moved = clinic.write(other, async move |work| take_step(work, id, StepMove::Delete).await).await;
            assert_eq!(moved, Err(Error::NotFound));
            assert!(clinic.read(other, async |work| own_steps(work).await).await?.is_empty());
        }
        let mut desk = clinic.desk(finn).await?;
        for page in ["/me/steps".to_owned(), format!("/care/groups/{group}"), format!("/care/people/{}", who(pat)), format!("/care/groups/{group}/people")] {
            assert!(!desk.get(&page).await.body.contains("Ring my sister"), "{page}");
        }
        assert_eq!(desk.post(&format!("/me/steps/{id}"), &[("to", "delete")]).await.status, 404);
        Ok(())
    }

    async fn a_step_is_written_on_a_page_and_what_is_wrong_is_shown_again(clinic: TestClinic) {
        let (_, _, pat) = support(&clinic).await?;
        let mut phone = clinic.tab_for(pat, AccountKind::Member).await?;
        let long = "a".repeat(100_000);
        for (typed, said) in [("", "Fill this in"), (long.as_str(), "longer than we can keep")] {
            let faulty = phone.post("/me/steps", &[("words", typed)]).await;
            assert_eq!(faulty.status, 422);
            assert!(faulty.body.contains(said) && faulty.body.contains(typed));
        }
        assert_eq!(phone.post("/me/steps", &[("words", "Sit in the garden")]).await.location(), "/me/steps");
        let page = phone.get("/me/steps").await;
        assert!(page.body.contains("Sit in the garden") && page.body.contains("Only you can read this"));
        Ok(())
    }

    async fn steps_belong_to_support_groups_and_have_a_bound(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let therapy = circle.group;
        let refused = clinic.write(circle.member, async move |work| write_step(work, therapy, "Walk").await.map(|_| ()));
        assert_eq!(refused.await, Err(Error::NotFound));
        let (group, finn, pat) = support(&clinic).await?;
        let not_seated = clinic.write(finn, async move |work| write_step(work, group, "Walk").await.map(|_| ())).await;
        assert_eq!(not_seated, Err(Error::NotFound));
        clinic.write(pat, async move |work| {
            for _ in 0..STEPS_MAX {
                write_step(work, group, "Walk").await?;
            }
            Ok(())
        }).await?;
        let more = clinic.write(pat, async move |work| write_step(work, group, "Walk").await.map(|_| ())).await;
        assert_eq!(more, Err(Error::Conflict("goals-conflict-steps")));
        Ok(())
    }
}
