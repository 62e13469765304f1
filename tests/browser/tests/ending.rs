//! Where a group ends, and where its members write to each other: pages that no link of a persona's own group leads to.

use browser::{LOW_MOOD, Outcome, Site, Tab};

#[tokio::test(flavor = "multi_thread")]
async fn a_summary_is_read_and_words_between_members_have_their_page() -> Outcome {
    let site = Site::demo()?;
    let (therapist, member) = (Tab::open(1280, 900).await?, Tab::open(390, 844).await?);
    therapist.becomes(&site, "therapist").await?;
    member.becomes(&site, "member").await?;

    let summary = first_summary(&site, &therapist).await?;
    therapist.go(&site.page(&summary)).await?;
    therapist.sees("Summary").await?;
    therapist.is_well().await?;

    therapist.go(&site.page("/care/groups")).await?;
    therapist.press(LOW_MOOD).await?;
    let group = therapist.address().await;
    therapist.go(&format!("{group}/between")).await?;
    therapist.press("Open it for the group").await?;
    therapist.is_well().await?;
    let id = group.rsplit('/').next().unwrap_or_default();
    member.go(&site.page(&format!("/me/groups/{id}/between"))).await?;
    member.sees("felt").await?;
    member.is_well().await?;
    member.go(&site.page(&format!("/me/groups/{id}/evaluation"))).await?;
    member.is_well().await
}

/// The summary of a member of the first group that is coming to its end, or has.
async fn first_summary(site: &Site, therapist: &Tab) -> Outcome<String> {
    therapist.go(&site.page("/care/groups")).await?;
    let groups = therapist.links().await?.into_iter();
    for group in groups.filter(|link| link.starts_with("/care/groups/") && !link.ends_with("/new")) {
        therapist.go(&site.page(&format!("{group}/ending"))).await?;
        let links = therapist.links().await?;
        if let Some(summary) = links.into_iter().find(|link| link.contains("/summaries/")) {
            return Ok(summary);
        }
    }
    Err("no group of the demo leads to a summary".to_owned())
}
