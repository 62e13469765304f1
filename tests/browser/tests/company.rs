//! Company in a real browser: a visitor finds a support group and takes part in it, and what they write there is looked after.

use browser::{Outcome, Site, Tab};

/// Who comes from outside, by the name that they choose.
const NEWCOMER: &str = "Juniper";
const EMAIL: &str = "juniper@commons.example";
const PASSPHRASE: &str = "eight slow barges pass the mill";
/// What the newcomer writes, and what others may want to know before.
const NOTE: &str = "about an empty house";
const SHARP: &str =
    "I went through his letters on my own. Those of you who still keep everything only fool yourselves.";
/// What is told of it, what its writer is told, and what they ask.
const TOLD: &str = "This stings. I do keep everything.";
const REASON: &str = "The first sentence is yours and welcome. The second one judges others here.";
const APPEAL: &str = "I meant myself. May I write it again without the second sentence?";

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_finds_a_group_meets_it_and_what_they_write_is_looked_after() -> Outcome {
    let site = Site::demo()?;
    let (phone, desk, board) = (Tab::open(390, 844).await?, Tab::open(1280, 900).await?, Tab::open(1920, 1080).await?);
    which_fits(&site, &phone).await?;
    join_from_outside(&site, &phone).await?;
    desk.becomes(&site, "facilitator").await?;
    meet(&site, &phone, &desk, &board).await?;
    let post = write(&site, &phone).await?;
    let (fellow, told) = (Tab::open(390, 844).await?, "Those who moderate have been told.");
    fellow.becomes(&site, "participant").await?;
    fellow.go(&site.page(&format!("/me/posts/{post}"))).await?;
    fellow.sees(NOTE).await?;
    fellow.choose("reason", "harassment").await?;
    fellow.type_into("words", TOLD).await?;
    fellow.press("Tell those who moderate").await?;
    fellow.sees(told).await?;
    fellow.is_well().await?;

    let matter = moderate(&site, &phone, &desk).await?;
    fellow.go(&site.page(&format!("/me/posts/{post}"))).await?;
    fellow.sees("Whoever moderates took it out").await?;
    fellow.says_nothing_of(&[SHARP, NOTE, NEWCOMER]).await?;
    appeal(&site, &phone, &post).await?;
    desk.go(&matter).await?;
    desk.sees(APPEAL).await
}

/// Four questions lead to a suggestion with its reasons, and to groups that peers lead.
async fn which_fits(site: &Site, phone: &Tab) -> Outcome {
    phone.go(&site.page("/welcome")).await?;
    phone.press("Which fits me?").await?;
    for (question, answer) in [("wish", "company"), ("now", "steady"), ("care", "alone")] {
        phone.choose(question, answer).await?;
        phone.press("Continue").await?;
    }
    phone.choose("rhythm", "open").await?;
    phone.is_well().await?;
    phone.press("See the suggestion").await?;
    phone.sees("A support group may suit you").await?;
    phone.sees("Grey days café").await?;
    phone.says_nothing_of(&["Less worry, more life", "After the group"]).await?;
    phone.is_well().await?;
    phone.press("An evening for those who grieve").await?;
    phone.sees("This group is company, and no treatment").await
}

/// From the group's public page by a letter to a seat.
async fn join_from_outside(site: &Site, phone: &Tab) -> Outcome {
    phone.press("Join this group").await?;
    phone.is_well().await?;
    phone.type_into("called", NEWCOMER).await?;
    phone.type_into("email", EMAIL).await?;
    phone.press("Send me the link").await?;
    phone.sees("A mail is on its way").await?;
    phone.opens_letter(site, EMAIL).await?;
    phone.type_into("email", EMAIL).await?;
    phone.type_into("passphrase", PASSPHRASE).await?;
    phone.type_into("again", PASSPHRASE).await?;
    phone.press("Begin").await?;
    phone.takes_a_seat(NEWCOMER).await?;
    phone.go(&site.page("/me/group")).await?;
    phone.sees("circle").await
}

/// The first meeting: the newcomer comes while a round goes on, passes in it, and shares in the one after.
async fn meet(site: &Site, phone: &Tab, desk: &Tab, board: &Tab) -> Outcome {
    phone.press("The meeting is on now").await?;
    phone.sees("The others who are here, and a screen in the room, show you as Juniper.").await?;
    phone.press("I am here").await?;
    phone.sees("Conor has the turn.").await?;
    phone.is_well().await?;
    let floor = phone.address().await.replace("/me/", "/care/").replace("/meeting", "/floor");
    desk.go(&floor).await?;
    desk.sees("Conor has the turn.").await?;
    let links = desk.links().await?;
    let code = links.iter().find(|link| link.starts_with("/board/")).ok_or("there is no board")?;
    board.go(&site.page(code)).await?;
    board.sees("Conor has the turn.").await?;

    give_the_turn(desk).await?;
    board.sees("Juniper has the turn.").await?;
    phone.sees("It is your turn.").await?;
    phone.press("I pass").await?;
    end_the_round(desk).await?;

    desk.choose("purpose", "closing").await?;
    desk.press("Begin the round").await?;
    desk.sees("Closing round").await?;
    give_the_turn(desk).await?;
    phone.sees("It is your turn.").await?;
    board.sees("Juniper has the turn.").await?;
    board.is_well().await?;
    phone.press("I have finished").await?;
    end_the_round(desk).await?;
    board.sees("Between rounds").await
}

/// One of them needs a moment, so that the round waits for them until whoever leads ends it.
async fn end_the_round(desk: &Tab) -> Outcome {
    desk.press("End this round").await?;
    desk.sees("Between rounds").await
}

/// Turns end one after the other until the newcomer has theirs.
async fn give_the_turn(desk: &Tab) -> Outcome {
    for _ in 0..8 {
        if desk.text().await.contains("Juniper has the turn.") {
            return Ok(());
        }
        desk.press("End the turn").await?;
    }
    Err("the turn does not come to the newcomer".into())
}

/// A post with a content note, in the thread that is open; its id.
async fn write(site: &Site, phone: &Tab) -> Outcome<String> {
    phone.go(&site.page("/me/group")).await?;
    phone.press("Threads").await?;
    phone.press("Evenings, and other long hours").await?;
    phone.is_well().await?;
    phone.choose("kind", "give").await?;
    phone.type_into("text", SHARP).await?;
    phone.type_into("note", NOTE).await?;
    phone.choose("audience", "named").await?;
    phone.press("Send").await?;
    phone.sees("Before you read: about an empty house").await?;
    let address = phone.address().await;
    let (_, post) = address.split_once("#post-").ok_or("the thread does not lead to what was written")?;
    Ok(post.to_owned())
}

/// Whoever moderates reads what was told, and not by whom, and takes the post out; the address of the matter.
async fn moderate(site: &Site, phone: &Tab, desk: &Tab) -> Outcome<String> {
    let links = phone.links().await?;
    let threads = links.iter().find(|link| link.starts_with("/me/groups/") && link.ends_with("/threads"));
    let threads = threads.ok_or("the thread leads back to no group")?;
    desk.go(&site.page(&format!("{}/moderation", threads.replace("/me/", "/care/").trim_end_matches("/threads"))))
        .await?;
    desk.is_well().await?;
    desk.press(NEWCOMER).await?;
    desk.sees(TOLD).await?;
    desk.sees(NOTE).await?;
    desk.says_nothing_of(&["Ewa"]).await?;
    desk.is_well().await?;
    let matter = desk.address().await;
    desk.choose("reason", "harassment").await?;
    desk.type_into("words", REASON).await?;
    desk.press("Take it out").await?;
    desk.sees("It was taken out").await?;
    Ok(matter)
}

/// The writer reads why, and asks for another look.
async fn appeal(site: &Site, phone: &Tab, post: &str) -> Outcome {
    phone.go(&site.page(&format!("/me/posts/{post}"))).await?;
    phone.sees("Why it was taken out").await?;
    phone.sees(REASON).await?;
    phone.sees(SHARP).await?;
    phone.says_nothing_of(&[TOLD, "Ewa"]).await?;
    phone.is_well().await?;
    phone.type_into("words", APPEAL).await?;
    phone.press("Ask for another look").await?;
    phone.sees("You asked for another look:").await
}
