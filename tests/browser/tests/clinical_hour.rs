//! The clinical hour in a real browser: a session is prepared, run and closed, its notes are signed in one pass, two letters are
//! given, and a score is talked about until the next one stands beside it.

use browser::{LOW_MOOD, Outcome, Site, Tab};

/// Members of the group, each of whom gets a note.
const MEMBERS: usize = 8;

/// What is thought of each member, every one in its own words. The third one names two members, so at least one is another.
const THOUGHTS: [&str; MEMBERS] = [
    "Caught the thought while it came, and laughed about how quickly it had come.",
    "Kept to facts today; anger at the landlord no longer carries the whole hour.",
    "Sat beside Ravi and Tess in the round of pairs and spoke first for once.",
    "Sleep is the lever. Fewer naps, and mornings are a little lighter for it.",
    "Doubts that a balanced sentence counts. Said so aloud, which is new.",
    "Walked three times. Expected nothing of it, and was wrong each time.",
    "Quiet, with clear answers when asked. Tired from the night shift, not away.",
    "Began to plan the weeks after the last session without being asked.",
];

/// Questions of a PHQ-9: the nine that count, and the one beside them.
const QUESTIONS: u32 = 10;

#[tokio::test(flavor = "multi_thread")]
async fn from_the_plan_of_a_session_to_the_score_after_it() -> Outcome {
    let site = Site::demo()?;
    let (therapist, member) = (Tab::open(1280, 900).await?, Tab::open(390, 844).await?);
    therapist.becomes(&site, "therapist").await?;
    member.becomes(&site, "member").await?;

    let session = prepare(&site, &therapist).await?;
    hand_in(&site, &member).await?;
    let others = hand_in_too(&site).await?;
    answer(&site, &member, "1").await?;
    handed_in(&therapist, &session, &others).await?;
    run(&therapist, &session).await?;
    write_up(&therapist, &session).await?;

    let sam = letter(&therapist, &session, "Sam").await?;
    letter(&therapist, &session, "Noor").await?;
    reply(&site, &member).await?;
    therapist.go(&site.page("/care")).await?;
    therapist.sees("Answers to your letters").await?;
    therapist.go(&sam).await?;
    therapist.press("I have looked after this").await?;
    therapist.sees("Looked after by").await?;
    close_the_loop(&site, &therapist, &member, &session).await
}

/// The fifth session of the programme is laid out and changed; the address of the session.
async fn prepare(site: &Site, therapist: &Tab) -> Outcome<String> {
    therapist.go(&site.page("/care/groups")).await?;
    therapist.press(LOW_MOOD).await?;
    let group = therapist.address().await;
    therapist.go(&format!("{group}/plan")).await?;
    therapist.select("curriculum", "CBT for depression").await?;
    therapist.type_into("first", "5").await?;
    therapist.press("Follow").await?;
    let session = therapist.session_ahead(site).await?;
    therapist.go(&format!("{session}/prepare")).await?;
    therapist.press("Lay it out anew").await?;
    therapist.sees("session 5 of 12").await?;
    therapist.type_into("new-name", "A minute of quiet").await?;
    therapist.type_into("new-minutes", "1").await?;
    therapist.press("Add it").await?;
    therapist.press("Up").await?;
    therapist.is_well().await?;
    Ok(session)
}

/// The member finishes the thought record that they began, and says how it went.
async fn hand_in(site: &Site, member: &Tab) -> Outcome {
    member.go(&site.page("/me/practice")).await?;
    member.press("Thought record").await?;
    let task = member.address().await;
    member.press("Open my sheet").await?;
    member.press("One step at a time").await?;
    member.type_into("evidence_for", "There were many red marks.").await?;
    member.press("Continue").await?;
    member.type_into("evidence_against", "She wrote that the idea is good.").await?;
    member.press("Stop here and keep it").await?;
    member.go(&task).await?;
    member.press("Open my sheet").await?;
    member.press("Finish it").await?;
    member.go(&task).await?;
    member.choose("state", "3").await?;
    member.press("Keep it").await
}

/// Two more write a thought record, each in a browser of their own; what they are called.
async fn hand_in_too(site: &Site) -> Outcome<[&'static str; 2]> {
    let others = [
        ("second-member", "Lee", "Team meeting. I had an idea and kept it to myself."),
        ("third-member", "Jo", "Her chair at the table, on a Sunday at noon."),
    ];
    for (persona, _, situation) in others {
        let tab = Tab::open(390, 844).await?;
        tab.becomes(site, persona).await?;
        tab.go(&site.page("/me/practice")).await?;
        tab.press("Thought record").await?;
        let task = tab.address().await;
        tab.press("Begin").await?;
        tab.press("One step at a time").await?;
        tab.type_into("situation", situation).await?;
        tab.press("Continue").await?;
        tab.press("Stop here and keep it").await?;
        tab.go(&task).await?;
        tab.press("Open my sheet").await?;
        tab.sees(situation).await?;
        tab.press("Finish it").await?;
        tab.go(&task).await?;
        tab.choose("state", "3").await?;
        tab.press("Keep it").await?;
    }
    Ok(others.map(|(_, called, _)| called))
}

/// Whoever leads sees on the running view how many are in, and on the page of the homework whose.
async fn handed_in(therapist: &Tab, session: &str, others: &[&str]) -> Outcome {
    therapist.go(&format!("{session}/run")).await?;
    therapist.sees(&format!("Homework in {} of ", others.len() + 1)).await?;
    therapist.press("All homework").await?;
    therapist.press("Thought record").await?;
    for called in others.iter().chain(&["Sam"]) {
        therapist.sees(&format!("{called} Done")).await?;
    }
    therapist.is_well().await
}

/// Every question gets the same answer, the one about dying none above zero.
async fn answer(site: &Site, member: &Tab, each: &str) -> Outcome {
    member.go(&site.page("/me")).await?;
    member.press("Check-in, 10 questions").await?;
    member.press("One question at a time").await?;
    for question in 1..QUESTIONS {
        member.sees(&format!("Question {question} of {QUESTIONS}")).await?;
        member.choose(&format!("q{question}"), if question == 9 { "0" } else { each }).await?;
        member.press("Continue").await?;
    }
    member.press("Skip this question").await?;
    member.press("Send my answers").await?;
    member.sees("Thank you").await
}

/// The session is opened, everybody is marked, the agenda goes two parts on, and the session is closed.
async fn run(therapist: &Tab, session: &str) -> Outcome {
    therapist.go(session).await?;
    therapist.press("Open the session").await?;
    therapist.go(&format!("{session}/run")).await?;
    for _ in 0..MEMBERS {
        therapist.press_at("li:not(:has([aria-pressed=true])) button[aria-pressed=false]").await?;
    }
    therapist.sees(&format!("{MEMBERS} of {MEMBERS}")).await?;
    therapist.press("is away without word").await?;
    therapist.sees(&format!("{} of {MEMBERS}", MEMBERS - 1)).await?;
    therapist.press("is here").await?;
    therapist.sees(&format!("{MEMBERS} of {MEMBERS}")).await?;
    therapist.press("Begin").await?;
    therapist.press("Next part").await?;
    therapist.press("Leave it out").await?;
    therapist.is_well().await?;
    therapist.press("Close the session").await?;
    therapist.sees("The session is over").await
}

/// The record and eight notes on one page; the one that names another member is not signed until it is mended.
async fn write_up(therapist: &Tab, session: &str) -> Outcome {
    therapist.go(&format!("{session}/notes")).await?;
    therapist.type_into("shared-0", "Thoughts and facts").await?;
    therapist.type_into("shared-1", "Thought record in pairs").await?;
    let fields = therapist.fields("part-").await?;
    let each: Vec<&String> = fields.iter().filter(|name| name.ends_with("-1")).collect();
    if each.len() != MEMBERS {
        return Err(format!("there are {} notes: {fields:?}", each.len()));
    }
    for (field, words) in each.into_iter().zip(THOUGHTS) {
        therapist.type_into(field, words).await?;
    }
    therapist.press("Sign all that are ready").await?;
    therapist.sees("This note names another member.").await?;
    therapist.is_well().await?;
    therapist.press("Write “another member”").await?;
    therapist.press("Sign all that are ready").await?;
    therapist.sees(&format!("{MEMBERS} of {MEMBERS} written")).await?;
    match therapist.fields("part-").await?.as_slice() {
        [] => Ok(()),
        open => Err(format!("not all notes are signed: {open:?}")),
    }
}

/// A letter from what the records show and what was seen, read through and given; the address of the letter.
async fn letter(therapist: &Tab, session: &str, to: &str) -> Outcome<String> {
    therapist.go(&format!("{session}/notes")).await?;
    therapist.press(to).await?;
    therapist.press("Letters").await?;
    therapist.press("Write a letter").await?;
    let letter = therapist.address().await;
    therapist.tick_first("take").await?;
    therapist.press("Put what is ticked into the letter").await?;
    therapist.type_into("part-1", "In the last session you asked for time before anybody asked you.").await?;
    therapist.press("Keep it and read it through").await?;
    therapist.is_well().await?;
    therapist.press(&format!("Give it to {to}")).await?;
    therapist.sees("It stays as it is.").await?;
    Ok(letter)
}

/// The member reads the newest letter and answers it.
async fn reply(site: &Site, member: &Tab) -> Outcome {
    member.go(&site.page("/me/progress")).await?;
    member.press("A letter from Mara").await?;
    member.sees("before anybody asked you").await?;
    member.is_well().await?;
    member.choose("fits", "yes").await?;
    member.type_into("words", "It helped to read that.").await?;
    member.press("Send to Mara").await?;
    member.sees("has your answer").await
}

/// Talked about by both accounts, and then the next score.
async fn close_the_loop(site: &Site, therapist: &Tab, member: &Tab, session: &str) -> Outcome {
    therapist.go(&format!("{session}/notes")).await?;
    therapist.press("Sam").await?;
    therapist.press("Letters").await?;
    let person = therapist.address().await;
    therapist.press("It was talked about").await?;
    therapist.sees("Talked about").await?;
    member.go(&site.page("/me/talks")).await?;
    let asked = member.fields("talked-").await?;
    let first = asked.first().ok_or("nothing is asked of the member")?;
    member.choose(first, "yes").await?;
    member.press("Send it").await?;

    therapist.go(&site.page("/care/groups")).await?;
    therapist.press(LOW_MOOD).await?;
    let group = therapist.address().await;
    therapist.go(&format!("{group}/questions")).await?;
    therapist.select("instrument", "PHQ-9").await?;
    therapist.select("person", "Sam").await?;
    therapist.press("Ask now").await?;
    answer(site, member, "0").await?;
    therapist.go(&person).await?;
    therapist.sees("Closed").await?;
    therapist.is_well().await
}
