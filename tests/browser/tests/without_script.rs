//! The same first promise where no script runs: on an old phone, in a strict browser, on a bad line.

use browser::{Outcome, Site, Tab};

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_and_help_need_no_script() -> Outcome {
    let site = Site::demo()?;
    let member = Tab::open(390, 844).await?;
    member.without_script().await?;
    member.becomes(&site, "member").await?;
    member.press("Check-in, 10 questions").await?;
    member.press("All on one page").await?;
    for question in 1..=9 {
        member.choose(&format!("q{question}"), "1").await?;
    }
    member.press("Look it over").await?;
    member.press("Send my answers").await?;
    member.sees("Thank you for telling us").await?;
    member.press("Get help").await?;
    member.sees("If you are in danger now").await
}
