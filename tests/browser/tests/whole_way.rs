//! The main job in a real browser: a group is founded, somebody comes in, answers, and is in danger; a person sees to it.

use browser::{Outcome, Site, Tab};

const NEWCOMER: &str = "Robin";
const EMAIL: &str = "robin@commons.example";
const PASSPHRASE: &str = "seven quiet herons cross the lake";
/// The nine that count, and the one beside them about how hard it all is.
const QUESTIONS: u32 = 10;

#[tokio::test(flavor = "multi_thread")]
async fn from_founding_a_group_to_closing_the_alert_of_somebody_new_in_it() -> Outcome {
    let site = Site::demo()?;
    let (therapist, member) = (Tab::open(1280, 900).await?, Tab::open(390, 844).await?);
    therapist.becomes(&site, "therapist").await?;
    let group = found_a_group(&site, &therapist).await?;
    let way = take_in(&site, &therapist).await?;
    join(&site, &member).await?;
    // Both sides have done their part, so the seat is given by itself.
    therapist.go(&way).await?;
    therapist.sees("Took the seat").await?;
    ask(&therapist, &group).await?;

    therapist.go(&site.page("/care")).await?;
    therapist.sees("Look here first").await?;
    answer(&site, &member).await?;
    // Nothing was pressed in the therapist's tab since: the alert came by itself.
    therapist.sees(NEWCOMER).await?;

    see_to_it(&therapist).await?;
    therapist.go(&format!("{group}/measures")).await?;
    therapist.sees(NEWCOMER).await?;
    member.go(&site.page("/me/progress")).await?;
    member.sees("PHQ-9").await
}

/// Founded, opened to members, with a set of questionnaires and its first dates; the address of its page.
async fn found_a_group(site: &Site, therapist: &Tab) -> Outcome<String> {
    therapist.go(&site.page("/care/groups")).await?;
    therapist.press("Found a group").await?;
    therapist.choose("charter", "1").await?;
    for (field, text) in [("name", "Harbour group"), ("focus", "Low mood"), ("approach", "CBT"), ("capacity", "8")] {
        therapist.type_into(field, text).await?;
    }
    therapist.choose("format", "1").await?;
    therapist.type_into("zone", "Europe/Dublin").await?;
    therapist.press("Found a group").await?;
    therapist.sees("Open it to members").await?;
    let group = therapist.address().await;
    therapist.press("Open it to members").await?;
    therapist.sees("Open to members").await?;
    therapist.go(&format!("{group}/questions")).await?;
    therapist.choose("template", "low-mood").await?;
    therapist.press("Ask this from the next session on").await?;
    therapist.sees("Before each session").await?;
    Ok(group)
}

/// From the enquiry to the invitation; the address of the page of this person's way.
async fn take_in(site: &Site, therapist: &Tab) -> Outcome<String> {
    therapist.go(&site.page("/care/people/new")).await?;
    therapist.press("Harbour group").await?;
    therapist.type_into("called", NEWCOMER).await?;
    therapist.type_into("legal", "Robin Salo").await?;
    therapist.type_into("email", EMAIL).await?;
    therapist.choose("source", "oneself").await?;
    therapist.press("Write it down").await?;
    therapist.sees("What comes next").await?;
    let way = therapist.address().await;
    therapist.press("Write down the first talk").await?;
    therapist.type_into("problem", "Low for months").await?;
    for scale in ["help", "speaks_up", "private", "listens", "argues", "helps", "steps_back"] {
        therapist.choose(scale, "5").await?;
    }
    for danger in ["suicidal", "self_harm", "violence", "unusual"] {
        therapist.choose(danger, "never").await?;
    }
    therapist.press("Keep it").await?;
    therapist.press("Decide").await?;
    for question in ["group_for_person", "person_for_group"] {
        therapist.choose(question, "yes").await?;
        therapist.type_into(&format!("{question}_reason"), "It fits").await?;
    }
    therapist.choose("outcome", "accept").await?;
    therapist.press("Decide").await?;
    therapist.press("Tick off the preparation").await?;
    therapist.tick_all("done").await?;
    therapist.press("Tick these off").await?;
    therapist.press("Invite them").await?;
    therapist.sees("What comes next").await?;
    Ok(way)
}

/// The newcomer opens the letter, chooses a passphrase, and takes their own steps.
async fn join(site: &Site, member: &Tab) -> Outcome {
    member.go(&site.page("/demo/mail")).await?;
    member.press("/join/").await?;
    member.is_well().await?;
    member.type_into("email", EMAIL).await?;
    member.type_into("passphrase", PASSPHRASE).await?;
    member.type_into("again", PASSPHRASE).await?;
    member.press("Begin").await?;
    member.is_well().await?;
    member.press("Go on").await?;
    member.sees("Your name in the group").await?;
    member.is_well().await?;
    member.type_into("called", NEWCOMER).await?;
    member.press("Go on").await?;
    member.select("country", "Ireland").await?;
    member.press("Go on").await?;
    for _ in 0..4 {
        member.choose("read", "yes").await?;
        member.type_into("name", "Robin Salo").await?;
        member.press("I sign").await?;
    }
    member.sees("Harbour group").await
}

async fn ask(therapist: &Tab, group: &str) -> Outcome {
    therapist.go(&format!("{group}/questions")).await?;
    therapist.select("instrument", "PHQ-9").await?;
    therapist.select("person", NEWCOMER).await?;
    therapist.press("Ask now").await
}

/// One question a page, each answered above zero, and what the member sees then.
async fn answer(site: &Site, member: &Tab) -> Outcome {
    member.go(&site.page("/me")).await?;
    member.press("Check-in, 10 questions").await?;
    member.press("One question at a time").await?;
    for question in 1..QUESTIONS {
        member.sees(&format!("Question {question} of {QUESTIONS}")).await?;
        member.choose(&format!("q{question}"), "1").await?;
        member.press("Continue").await?;
    }
    member.press("Skip this question").await?;
    member.sees("Look it over").await?;
    member.press("Send my answers").await?;
    member.sees("Thank you for telling us").await?;
    member.sees("Call").await?;
    member.is_well().await
}

/// Taken, judged, done, closed: each by a person, with words.
async fn see_to_it(therapist: &Tab) -> Outcome {
    therapist.press(NEWCOMER).await?;
    therapist.press("I take this").await?;
    therapist.choose("level", "noted").await?;
    therapist.type_into("rationale", "Asked on the phone. No plan, no wish to act.").await?;
    therapist.press("Set the level").await?;
    therapist.sees("It is now: Noted").await?;
    therapist.press_each("Done", 8).await?;
    therapist.type_into("closing", "Called and talked it through. Next talk on Tuesday.").await?;
    therapist.press("Close").await?;
    therapist.sees("closed it").await
}
