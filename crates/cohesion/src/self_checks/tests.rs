//! Scenarios of self-checks, on both engines: they are their owner's alone.

use axum::http::StatusCode;

use super::{Answer, SelfCheck, delete_check, keep_check, own_checks};
use crate::access::Actor;
use crate::groups::{Charter, Format, may_run, take_seat};
use crate::identity::AccountKind;
use crate::safety::open_alerts;
use crate::testing::{Circle, TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// Somebody who takes part in a support group, and its facilitator.
async fn participant(clinic: &TestClinic) -> Result<(Actor, Actor)> {
    clinic.settle_in_ireland().await?;
    let finn = clinic.facilitator().await?;
    let group = clinic.group(finn, Charter::support(), Format::Open, 8).await?;
    let pat = clinic.somebody("Pat").await?;
    let seating = async move |work: &mut Work<'_>| {
        let grant = may_run(work, group).await?;
        let about = work.about(&grant, who(pat));
        take_seat(work, &about, group, who(pat), "Pat").await.map(drop)
    };
    clinic.write(finn, seating).await?;
    Ok((finn, pat))
}

fn check(safe: Answer) -> SelfCheck {
    let mut answers = [Some(Answer::Often); 5];
    answers[4] = Some(safe);
    SelfCheck { answers, words: "A long week".to_owned() }
}

scenarios! {
    async fn a_self_check_is_read_by_its_owner_and_deleted_for_good(clinic: TestClinic) {
        let (finn, pat) = participant(&clinic).await?;
        let id = clinic.write(pat, async |work| keep_check(work, &check(Answer::Often)).await).await?;
        let own = clinic.read(pat, async |work| own_checks(work).await).await?;
        assert_eq!(own.iter().map(|kept| kept.check.clone()).collect::<Vec<_>>(), [Some(check(Answer::Often))]);
        for other in [finn, clinic.administrator().await?, clinic.clinician().await?, clinic.somebody("Lee").await?, clinic.system()] {
            let tried = clinic.write(other, async move |work| delete_check(work, id).await).await;
            assert_eq!(tried, Err(Error::NotFound));
        }
        clinic.write(pat, async move |work| delete_check(work, id).await).await?;
        assert_eq!(clinic.read(pat, async |work| own_checks(work).await).await?.len(), 0);
        Ok(())
    }

    async fn a_therapy_group_knows_no_self_check(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let tried = clinic.write(circle.member, async |work| keep_check(work, &check(Answer::Often)).await).await;
        assert_eq!(tried.err(), Some(Error::NotFound));
        let mut phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
        assert_eq!(phone.post("/me/self-checks", &[("answer-0", "often")]).await.status, StatusCode::NOT_FOUND);
        Ok(())
    }

    async fn whoever_may_not_be_safe_sees_help_and_nobody_else_is_told(clinic: TestClinic) {
        let (finn, pat) = participant(&clinic).await?;
        let mut phone = clinic.tab_for(pat, AccountKind::Member).await?;
        assert_eq!(phone.get("/me/self-checks").await.status, StatusCode::OK);
        let calm = phone.post("/me/self-checks", &[("answer-0", "often"), ("answer-4", "often")]).await;
        assert_eq!(calm.location(), "/me/self-checks");
        let unsafe_days = phone.post("/me/self-checks", &[("answer-4", "never")]).await;
        assert_eq!(unsafe_days.location(), "/help");
        let alerts = clinic.read(finn, async |work| open_alerts(work).await).await?;
        assert!(alerts.opened.is_empty(), "a self-check raises nothing");
        Ok(())
    }

    async fn an_empty_or_odd_self_check_comes_back_with_what_was_typed(clinic: TestClinic) {
        let (_, pat) = participant(&clinic).await?;
        let mut phone = clinic.tab_for(pat, AccountKind::Member).await?;
        let empty = phone.post("/me/self-checks", &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "x".repeat(1_001);
        let odd = phone.post("/me/self-checks", &[("answer-0", "99"), ("words", &long)]).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(odd.body.contains(&long), "nothing is lost");
        Ok(())
    }
}
