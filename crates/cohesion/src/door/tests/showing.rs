//! What is said of a group in public: by whom, and what a support group never claims.

use axum::http::StatusCode;

use super::super::{Outcome, PublicWords, Showing, show_group, showing};
use super::{circle, open, said, show, therapy};
use crate::enrolment::{WhoJoins, open_joining, who_joins};
use crate::groups::{Charter, Format};
use crate::{Error, scenarios};

fn about(words: &str) -> Showing {
    let showing = said("An evening for those who grieve");
    Showing { words: PublicWords { about: words.to_owned(), ..showing.words }, ..showing }
}

scenarios! {
    async fn a_support_group_that_claims_to_treat_is_told_which_word_does(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        let claiming = about("We treat grief together, and cure loneliness.");
        let told = clinic.write(finn, async move |work| show_group(work, group, &claiming).await).await?;
        assert_eq!(told, Outcome::Claims(vec!["treat".to_owned(), "cure".to_owned()]));
        let kept = clinic.read(finn, async move |work| showing(work, group).await).await?;
        assert_eq!(kept, Some(said("An evening for those who grieve")), "nothing was kept of it");
        let honest = about("This is no treatment. We treat each other kindly.");
        assert_eq!(clinic.write(finn, async move |work| show_group(work, group, &honest).await).await?, Outcome::Kept);
        Ok(())
    }

    async fn the_page_names_the_word_and_loses_nothing(clinic: TestClinic) {
        let (finn, group) = circle(&clinic, 8).await?;
        let mut desk = clinic.desk(finn).await?;
        let at = format!("/care/groups/{group}/door");
        assert_eq!(desk.get(&at).await.status, StatusCode::OK);
        let typed = [("title", "Healing evenings"), ("about", "Come as you are."), ("meets", "Tuesdays"), ("place", ""), ("cost", "")];
        let answer = desk.post(&at, &typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains("treats or cures: Healing"), "{}", answer.body);
        assert_eq!(answer.field("title"), "Healing evenings");
        let empty = desk.post(&at, &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        Ok(())
    }

    async fn a_therapy_group_may_name_its_treatment(clinic: TestClinic) {
        open(&clinic).await?;
        let (mara, group) = therapy(&clinic).await?;
        let treating = about("Cognitive therapy: we treat low mood.");
        assert_eq!(clinic.write(mara, async move |work| show_group(work, group, &treating).await).await?, Outcome::Kept);
        Ok(())
    }

    async fn whoever_does_not_lead_a_group_says_nothing_of_it(clinic: TestClinic) {
        let (_, group) = circle(&clinic, 8).await?;
        for actor in [clinic.clinician().await?, clinic.administrator().await?, clinic.somebody("Sam").await?] {
            assert_eq!(show(&clinic, actor, group, "Mine").await, Err(Error::NotFound));
            let opening = clinic.write(actor, async move |work| open_joining(work, group, WhoJoins::Nobody).await).await;
            assert_eq!(opening, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn nobody_joins_a_therapy_group_alone_whoever_opens_it(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = clinic.group(mara, Charter::therapy(), Format::SlowOpen, 8).await?;
        for actor in [mara, clinic.system()] {
            let opening = clinic.write(actor, async move |work| open_joining(work, group, WhoJoins::Everybody).await).await;
            assert_eq!(opening, Err(Error::NotFound));
        }
        assert_eq!(clinic.read(mara, async move |work| who_joins(work, group).await).await?, WhoJoins::Nobody);
        Ok(())
    }
}
