//! A meeting on three devices in a real browser: a desk that leads, a board in the room, and two phones.

use browser::{Outcome, Site, Tab};

#[tokio::test(flavor = "multi_thread")]
async fn a_round_goes_from_the_desk_to_the_board_and_the_phone() -> Outcome {
    let site = Site::demo()?;
    let (desk, board, phone) = (Tab::open(1280, 900).await?, Tab::open(1920, 1080).await?, Tab::open(390, 844).await?);
    desk.becomes(&site, "facilitator").await?;
    phone.becomes(&site, "participant").await?;

    let floor = floor_of(&site, &desk).await?;
    let links = desk.links().await?;
    let code = links.iter().find(|link| link.starts_with("/board/")).ok_or("there is no board")?;
    board.go(&site.page(code)).await?;
    board.sees("Conor has the turn.").await?;
    board.is_well().await?;

    phone.go(&site.page("/me/group")).await?;
    phone.press("The meeting is on now").await?;
    phone.sees("You are next.").await?;
    phone.is_well().await?;

    desk.press("End the turn").await?;
    phone.sees("It is your turn.").await?;
    board.sees("Ewa has the turn.").await?;
    phone.press("I pass").await?;
    phone.sees("Sive has the turn.").await?;
    board.sees("Sive has the turn.").await?;

    desk.go(&floor).await?;
    desk.press("Take it down").await?;
    board.sees("This meeting is over").await?;
    desk.press("Make a board").await?;
    desk.choose("purpose", "closing").await?;
    desk.press("Begin the round").await?;
    desk.sees("Closing round").await?;
    desk.is_well().await?;
    phone.sees("Closing round").await?;
    phone.press("I would like to say something").await?;
    desk.sees("Lower the hand of Ewa").await?;
    phone.press("I am going now").await?;
    phone.sees("I am here").await
}

/// The desk of the meeting that is open; its address.
async fn floor_of(site: &Site, desk: &Tab) -> Outcome<String> {
    desk.go(&site.page("/care")).await?;
    let links = desk.links().await?;
    let sessions = links.iter().filter(|link| link.starts_with("/care/sessions/"));
    for link in sessions {
        let floor = site.page(&format!("{}/floor", link.split('?').next().unwrap_or_default()));
        desk.go(&floor).await?;
        if desk.text().await.contains("Conor has the turn.") {
            return Ok(floor);
        }
    }
    Err("no meeting is open".into())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_without_script_takes_part_too() -> Outcome {
    let site = Site::demo()?;
    let phone = Tab::open(390, 844).await?;
    phone.without_script().await?;
    phone.becomes(&site, "participant").await?;
    phone.go(&site.page("/me/group")).await?;
    phone.press("The meeting is on now").await?;
    phone.sees("Conor has the turn.").await?;
    phone.press("I pass").await?;
    phone.press("Look again").await?;
    phone.sees("Sive is next.").await?;
    phone.press("Get help now").await?;
    phone.sees("If you are in danger now").await
}
