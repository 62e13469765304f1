//! What the people of the group for low mood set out to do, how far they are from week to week, and a step of somebody else's.

use futures_util::future::try_join_all;
use jiff::civil::time;

use super::past::Past;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::Result;
use crate::goals::{
    AimMove, Ending, GoalId, How, NewRating, Rater, Reply, Scale, StepMove, Terms, end, keep_aim, propose, rate, reply,
    revise, set_aim, take_step, write_step,
};
use crate::groups::sessions;
use crate::id::PersonId;
use crate::work::Work;

/// A goal as it is told: the words, how it is measured, and what was said to it after which session.
struct Aimed {
    called: &'static str,
    words: &'static str,
    why: &'static str,
    measured: Measured,
    rater: Rater,
    /// The session by which it is looked at again.
    review: u32,
    technique: &'static str,
    ratings: &'static [(u32, i8, &'static str)],
}

enum Measured {
    Levels([&'static str; 5], u8, i8),
    Number(u8),
}

const AIMS: [&str; 4] = [
    "To understand what keeps low days going",
    "To do one thing more each week that gives strength",
    "To find words for it, and to hear those of others",
    "To know everybody by name",
];

const AIMED: &[Aimed] = &[
    Aimed {
        called: "Sam",
        words: "Be up and dressed by nine on weekdays",
        why: "When I stay in bed the day is gone, and I am angry with myself until the evening.",
        measured: Measured::Levels(
            ["On no day", "On one day of the week", "On three days", "On four days", "On all five, without the alarm"],
            2,
            -2,
        ),
        rater: Rater::Member,
        review: 8,
        technique: "activity-schedule",
        ratings: &[
            (2, -1, "Once, on the day of our meeting."),
            (3, 0, "Three times. The walk helps."),
            (4, 0, ""),
            (5, 1, "Only Friday was hard."),
        ],
    },
    Aimed {
        called: "Sam",
        words: "Answer Rita’s messages on the same day",
        why: "She is my sister, and she worries.",
        measured: Measured::Number(2),
        rater: Rater::Member,
        review: 5,
        technique: "",
        ratings: &[(2, 4, ""), (3, 5, "One word counts too, she says."), (4, 7, ""), (5, 8, "She came by on Sunday.")],
    },
    Aimed {
        called: "Kim",
        words: "Draw for half an hour, twice a week",
        why: "It used to be the one thing that was mine.",
        measured: Measured::Number(3),
        rater: Rater::Member,
        review: 7,
        technique: "activity-hierarchy",
        ratings: &[(2, 4, "A cup. It looks like a cup."), (3, 5, ""), (4, 2, "Nothing came."), (5, 1, "")],
    },
    Aimed {
        called: "Jo",
        words: "Speak of my mother and stay in the room",
        why: "I leave whenever somebody says her name. I would like to hear it again.",
        measured: Measured::Levels(
            [
                "I stay away when it may come up",
                "I come, and leave when it does",
                "I stay, without saying anything",
                "I say a sentence about her",
                "I tell something that she would have laughed at",
            ],
            3,
            -1,
        ),
        rater: Rater::Leader,
        review: 9,
        technique: "",
        ratings: &[
            (2, -1, "Went out for ten minutes, and came back by herself."),
            (4, 0, "Stayed through Ana’s story."),
            (5, 1, "One sentence, about the garden."),
        ],
    },
    Aimed {
        called: "Tess",
        words: "Half an hour for myself after the children are asleep",
        why: "There is nothing left of me in the evening.",
        measured: Measured::Number(1),
        rater: Rater::Member,
        review: 8,
        technique: "activity-schedule",
        ratings: &[(2, 1, ""), (3, 3, "In the bath, with the door shut."), (4, 3, ""), (5, 5, "Three evenings.")],
    },
    Aimed {
        called: "Ravi",
        words: "Leave the house before noon on three days a week",
        why: "Without work no day has a beginning.",
        measured: Measured::Levels(
            ["On no day", "On one day", "On three days", "On four days", "Every day, with a plan for it"],
            1,
            -2,
        ),
        rater: Rater::Member,
        review: 6,
        technique: "activity-schedule",
        ratings: &[(2, 0, "The library opens at ten."), (3, 1, ""), (4, 2, "I have a place there by now.")],
    },
];

/// The group's aims, everybody's goals, and a step in the group for people who have lost somebody.
pub(super) async fn tell(past: &Past, staff: &Staff, low_mood: &Plan, loss: &Plan) -> Result<()> {
    let goals = AIMED.iter().map(|aimed| of_one(past, staff, low_mood, aimed));
    futures_util::try_join!(
        aims(past, staff, low_mood),
        try_join_all(goals),
        lee_waits(past, low_mood),
        a_private_step(past, loss),
    )
    .map(|_| ())
}

async fn aims(past: &Past, staff: &Staff, low_mood: &Plan) -> Result<()> {
    past.until(past.at_work(low_mood.day(1) - 1, time(9, 40, 0, 0))?).await;
    let (mara, group) = (staff.mara, past.group(Which::LowMood)?);
    let setting = async move |work: &mut Work<'_>| {
        let mut last = None;
        for words in AIMS {
            last = Some(set_aim(work, group, words).await?);
        }
        Ok(last)
    };
    let names = past.act(past.signed_in(mara), setting).await?;
    past.until(past.at(low_mood.day(3), time(20, 0, 0, 0))?).await;
    let Some(names) = names else { return Ok(()) };
    past.act(past.signed_in(mara), async move |work| keep_aim(work, group, names, AimMove::Met).await).await
}

/// Written down with Mara after the first session, agreed on the same evening, and rated after the sessions.
async fn of_one(past: &Past, staff: &Staff, low_mood: &Plan, aimed: &'static Aimed) -> Result<()> {
    let day = past.work_day_from(low_mood.day(1) + 1)?;
    past.until(past.at(day, time(11, 15, 0, 0))?).await;
    let (group, person) = (past.group(Which::LowMood)?, past.known(aimed.called)?.person);
    let terms = terms(past, low_mood, aimed)?;
    let proposing = async move |work: &mut Work<'_>| propose(work, group, person, &terms).await;
    let id = past.act(past.signed_in(staff.mara), proposing).await?;
    past.until(past.at(day, time(20, 10, 0, 0))?).await;
    past.act(past.signed_in(person), async move |work| reply(work, id, 1, Reply::Agree).await).await?;
    for (number, value, words) in aimed.ratings {
        past.until(past.at(low_mood.day(*number), time(21, 10, 0, 0))?).await;
        let by = if aimed.rater == Rater::Member { person } else { staff.mara };
        let rating = async move |work: &mut Work<'_>| {
            let session = sessions(work, group).await?.into_iter().find(|session| session.number == *number);
            let session = session.map(|session| session.id);
            rate(work, id, &NewRating { value: *value, words: (*words).to_owned(), session }).await
        };
        past.act(past.signed_in(by), rating).await?;
    }
    match aimed.called {
        "Ravi" => met(past, low_mood, person, id).await,
        "Tess" => changed(past, low_mood, staff.mara, (id, aimed)).await,
        _ => Ok(()),
    }
}

fn terms(past: &Past, low_mood: &Plan, aimed: &Aimed) -> Result<Terms> {
    let scale = match aimed.measured {
        Measured::Levels(levels, weight, start) => {
            Scale::Attainment { levels: levels.map(str::to_owned), weight, start }
        }
        Measured::Number(start) => Scale::Outcome { start },
    };
    Ok(Terms {
        words: aimed.words.to_owned(),
        why: aimed.why.to_owned(),
        scale,
        rater: aimed.rater,
        review_on: past.date(low_mood.day(aimed.review))?,
        instrument: (aimed.called != "Jo").then(|| "urn:cohesion:instrument:phq-9".to_owned()),
        technique: (!aimed.technique.is_empty()).then(|| aimed.technique.to_owned()),
    })
}

async fn met(past: &Past, low_mood: &Plan, person: PersonId, id: GoalId) -> Result<()> {
    past.until(past.at(low_mood.day(5) + 1, time(10, 30, 0, 0))?).await;
    let words = "It has become ordinary. I go on with the courses at the library.".to_owned();
    let ending = Ending { how: How::Met, words };
    past.act(past.signed_in(person), async move |work| end(work, id, &ending).await).await
}

/// Mara proposes smaller words, which wait for Tess.
async fn changed(past: &Past, low_mood: &Plan, mara: PersonId, (id, aimed): (GoalId, &'static Aimed)) -> Result<()> {
    past.until(past.at_work(low_mood.day(5) + 2, time(9, 20, 0, 0))?).await;
    let words = "Half an hour for myself on three evenings a week".to_owned();
    let terms = Terms { words, ..terms(past, low_mood, aimed)? };
    past.act(past.signed_in(mara), async move |work| revise(work, id, 1, &terms).await.map(|_| ())).await
}

/// Lee has written one down himself, and nobody has said yes to it yet.
async fn lee_waits(past: &Past, low_mood: &Plan) -> Result<()> {
    past.until(past.at(low_mood.day(5) + 3, time(22, 5, 0, 0))?).await;
    let (group, person) = (past.group(Which::LowMood)?, past.known("Lee")?.person);
    let terms = Terms {
        words: "Go for a pint with Declan and Joe".to_owned(),
        why: "I have said no so often that they no longer ask.".to_owned(),
        scale: Scale::Outcome { start: 1 },
        rater: Rater::Member,
        review_on: past.date(low_mood.day(9))?,
        instrument: None,
        technique: None,
    };
    let proposing = async move |work: &mut Work<'_>| propose(work, group, person, &terms).await.map(|_| ());
    past.act(past.signed_in(person), proposing).await
}

/// Brid's steps are hers alone: no page of anybody else shows them, in the demo neither.
async fn a_private_step(past: &Past, loss: &Plan) -> Result<()> {
    past.until(past.at(loss.day(1), time(21, 30, 0, 0))?).await;
    let (group, brid) = (past.group(Which::Loss)?, past.known("Brid")?.person);
    let writing = async move |work: &mut Work<'_>| write_step(work, group, "Open the post that came in his name").await;
    let first = past.act(past.signed_in(brid), writing).await?;
    past.until(past.at(loss.day(2) - 1, time(18, 20, 0, 0))?).await;
    let ticking = async move |work: &mut Work<'_>| take_step(work, first, StepMove::Done).await;
    past.act(past.signed_in(brid), ticking).await?;
    past.until(past.at(loss.day(3), time(21, 45, 0, 0))?).await;
    let next = "Sit on his side of the table for one breakfast";
    let writing = async move |work: &mut Work<'_>| write_step(work, group, next).await.map(|_| ());
    past.act(past.signed_in(brid), writing).await
}
