//! A group that meets in one room, with somebody from elsewhere: one order, on two phones, a desk and the board in the room.

use browser::{LOW_MOOD, Outcome, Site, Tab};

#[tokio::test(flavor = "multi_thread")]
async fn those_in_the_room_and_those_elsewhere_are_in_one_order() -> Outcome {
    let site = Site::demo()?;
    let (leader, board) = (Tab::open_with_devices(1280, 900).await?, Tab::open(1920, 1080).await?);
    let (sam, lee) = (Tab::open(390, 844).await?, Tab::open_with_devices(390, 844).await?);
    for (tab, persona) in [(&leader, "therapist"), (&sam, "member"), (&lee, "second-member")] {
        tab.becomes(&site, persona).await?;
    }
    let session = open_session(&site, &leader).await?;
    let own = session.replace("/care/", "/me/");
    leader.go(&format!("{session}/room")).await?;

    sam.go(&format!("{own}/meeting")).await?;
    sam.press("Come into the room").await?;
    come(&sam, "in-person").await?;
    come_from_elsewhere(&lee, &own).await?;
    leader.press("Let all in").await?;
    lee.sees("Turn microphone on").await?;
    sam.sees("in the room").await?;
    leader.press("Jo is here").await?;
    leader.press_beside("About Jo", "Jo has gone").await?;
    leader.press("Jo is here").await?;
    sam.is_well().await?;
    leader.is_well().await?;

    put_up(&leader, &board, &site).await?;
    leader.press("Begin the round").await?;
    sam.sees("It is your turn.").await?;
    board.sees("Sam has the turn.").await?;
    sam.press("I have finished").await?;
    lee.sees("It is your turn.").await?;
    board.sees("Lee has the turn.").await?;
    board.is_well().await?;
    lee.press("I have finished").await?;
    board.sees("Jo has the turn.").await?;
    leader.press("End it for everybody").await?;
    for tab in [&leader, &sam, &lee] {
        tab.sees("This room is over").await?;
    }
    board.sees("This meeting is over").await
}

/// The group meets in one room from now on, and its next session is open; its address.
async fn open_session(site: &Site, leader: &Tab) -> Outcome<String> {
    leader.go(&site.page("/care/groups")).await?;
    leader.press(LOW_MOOD).await?;
    let session = leader.session_ahead(site).await?;
    leader.go(&format!("{session}/room")).await?;
    leader.press("How the group meets").await?;
    leader.choose("meets", "in-person").await?;
    leader.press("Keep").await?;
    leader.go(&session).await?;
    leader.press("Open the session").await?;
    Ok(session)
}

/// Whoever is in the room is asked nothing about where they are.
async fn come(member: &Tab, kind: &str) -> Outcome {
    member.choose("kind", kind).await?;
    member.tick_first("agreed").await?;
    member.is_well().await?;
    member.press("I am ready").await
}

async fn come_from_elsewhere(member: &Tab, own: &str) -> Outcome {
    member.go(&format!("{own}/door")).await?;
    member.choose("place", "alone").await?;
    member.type_into("whereabouts", "At home, 4 Quay Street").await?;
    member.type_into("call-back", "091 555 0101").await?;
    come(member, "video").await?;
    member.sees("lets you in").await
}

async fn put_up(leader: &Tab, board: &Tab, site: &Site) -> Outcome {
    leader.press("Make a board").await?;
    leader.sees("Take it down").await?;
    let links = leader.links().await?;
    let code = links.iter().find(|link| link.starts_with("/board/")).ok_or("there is no board")?;
    board.go(&site.page(code)).await?;
    board.sees("Between rounds").await
}
