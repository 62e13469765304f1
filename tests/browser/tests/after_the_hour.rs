//! What a therapist does around the hour: the notes of a session that is over, and a programme of the practice's own.

use browser::{LOW_MOOD, Outcome, Site, Tab};

#[tokio::test(flavor = "multi_thread")]
async fn a_note_that_names_another_member_is_mended_and_signed() -> Outcome {
    let site = Site::demo()?;
    let therapist = Tab::open(1280, 900).await?;
    therapist.becomes(&site, "therapist").await?;
    therapist.go(&site.page("/care/groups")).await?;
    for text in [LOW_MOOD, "Sessions", "Session 5", "Record and notes"] {
        therapist.press(text).await?;
    }
    therapist.sees("This note names another member").await?;
    therapist.is_well().await?;
    therapist.press("Write “another member”").await?;
    therapist.sees("Comforted another member when the talk came to the flat.").await?;
    therapist.press("Sign the note of Ana").await?;
    therapist.sees("7 of 7 written").await?;
    therapist.press("Write for yourself").await?;
    therapist.sees("Only you read this").await?;
    therapist.is_well().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_makes_a_programme_its_own() -> Outcome {
    let site = Site::demo()?;
    let therapist = Tab::open(390, 844).await?;
    therapist.becomes(&site, "therapist").await?;
    therapist.go(&site.page("/care/library/programmes/cbt-depression")).await?;
    therapist.press("Copy it and change the copy").await?;
    therapist.sees("of your practice’s own copy").await?;
    therapist.is_well().await?;
    therapist.press("1. ").await?;
    therapist.is_well().await
}
