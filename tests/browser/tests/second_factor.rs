//! A therapist proves who they are by two things from now on.

use browser::{Outcome, Site, Tab};

#[tokio::test(flavor = "multi_thread")]
async fn an_app_shows_the_code_and_recovery_codes_are_given() -> Outcome {
    let site = Site::demo()?;
    let therapist = Tab::open(390, 844).await?;
    therapist.becomes(&site, "therapist").await?;
    therapist.go(&site.page("/settings/second-factor")).await?;
    let code = therapist.code_of_app().await?;
    therapist.type_into("code", &code).await?;
    therapist.press("Save").await?;
    therapist.sees("recovery codes").await?;
    therapist.is_well().await?;
    therapist.go(&site.page("/settings/codes")).await?;
    therapist.sees("New recovery codes").await?;
    therapist.is_well().await
}
