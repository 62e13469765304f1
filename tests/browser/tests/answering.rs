//! The first promise, in a real browser: a dangerous answer reaches a person at once.

use browser::{Outcome, Site, Tab};

async fn as_persona(site: &Site, tab: &Tab, name: &str) -> Outcome {
    tab.go(&site.page("/demo")).await?;
    tab.press(&format!("Go on as {name}")).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dangerous_answer_reaches_the_therapist_on_an_open_page() -> Outcome {
    let site = Site::demo()?;
    let (therapist, member) = (Tab::open(1280, 900).await?, Tab::open(390, 844).await?);
    as_persona(&site, &therapist, "Mara").await?;
    therapist.sees("Look here first").await?;

    as_persona(&site, &member, "Sam").await?;
    member.press("Check-in, 9 questions").await?;
    member.press("One question at a time").await?;
    for question in 1..=9 {
        member.sees(&format!("Question {question} of 9")).await?;
        member.choose(&format!("q{question}"), "1").await?;
        member.press("Continue").await?;
    }
    member.sees("Look it over").await?;
    member.press("Send my answers").await?;
    member.sees("Thank you for telling us").await?;

    therapist.sees("Sam").await
}
