//! Letters that Mara writes to the people of the group for low mood and what they answer, what was talked about after each
//! session, and what Sam says to the sum of his own answers.

use futures_util::future::try_join_all;
use jiff::civil::{Time, time};

use super::past::Past;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::assessments::{AssignmentId, courses_of};
use crate::feedback::{
    Confirming, Fits, Helps, LetterId, NewRemark, Opinion, Part, Released, Reply, Spoken, Typed, answer, begin, close,
    confirm, discuss, keep, letter, my_patterns, own_occasions, release, remark, suggestions_for,
};
use crate::groups::is_seated;
use crate::id::{GroupId, PersonId};
use crate::web::words::Words;
use crate::work::Work;
use crate::{Error, Result};

/// The questionnaire that the group answers before each session.
const ASKED: &str = "phq-9";

/// A letter as it is told.
struct Written {
    called: &'static str,
    /// The session after which it was written, and so many days later.
    after: u32,
    days_later: i64,
    noticed: &'static str,
    helped: &'static str,
    pattern: &'static str,
    experiment: &'static str,
    strength: &'static str,
    becomes: Becomes,
}

/// What becomes of a letter.
enum Becomes {
    /// It is being written still.
    Draft,
    /// It was given.
    Given,
    /// It was answered: so many days later, how it fits, in these words.
    Answered(i64, Fits, &'static str),
    /// It was answered like this, and Mara has talked about it.
    LookedAfter(i64, Fits, &'static str),
}

const LETTERS: &[Written] = &[
    Written {
        called: "Sam",
        after: 4,
        days_later: 2,
        noticed: "In session 2 you said nothing about the week until the last round, and then told all of it in four sentences.\nIn session 4 you asked for time before the others had finished. You took it, and gave some back.",
        helped: "On the days on which you went out before noon, you wrote down a better evening. That is a hunch, from two weeks.",
        pattern: "Your low evenings come on Sundays. What is different about a Sunday?",
        experiment: "On one Sunday, plan something small for six o’clock, with a person or a place in it.",
        strength: "You say “I am not sure that is a fact” to yourself now, aloud. I enjoy that.",
        becomes: Becomes::LookedAfter(
            2,
            Fits::Partly,
            "Sundays, yes. But the first weeks were harder than the numbers look.",
        ),
    },
    Written {
        called: "Ravi",
        after: 5,
        days_later: 1,
        noticed: "In session 5 you read your sheet aloud, the crossed out lines too. It became quiet, in a good way.",
        helped: "Writing the first sentence of an application in the group, and the second one at home.",
        pattern: "You call a day lost by ten in the morning. What does the rest of such a day look like, hour by hour?",
        experiment: "Write one application with a timer set to twenty minutes, and stop when it rings.",
        strength: "You come back to a thing on the next day. Not many can.",
        becomes: Becomes::Answered(3, Fits::Yes, "I read it three times. The timer is a good idea."),
    },
    Written {
        called: "Tess",
        after: 5,
        days_later: 2,
        noticed: "In session 3 you passed your turn and said so. In session 5 you took it first.",
        helped: "Half an hour that belongs to nobody else, where you had one.",
        pattern: "",
        experiment: "Say at home which half hour is yours, before the day begins.",
        strength: "You notice when somebody wants to speak, and make room.",
        becomes: Becomes::Given,
    },
    Written {
        called: "Kim",
        after: 5,
        days_later: 3,
        noticed: "In session 5 you stayed, although it was a hard evening. You told us what the nights are like.",
        helped: "",
        pattern: "",
        experiment: "",
        strength: "You draw what you cannot say, and you brought it.",
        becomes: Becomes::Draft,
    },
];

/// What Mara notes, and what somebody says, about what was answered before a session.
struct Talk {
    called: &'static str,
    before: u32,
    /// Whether the member looked at their result.
    looks: bool,
    /// What Mara notes; nothing where it was not talked about.
    note: Option<&'static str>,
    /// What the member says: whether they did, and words.
    says: Option<(bool, &'static str)>,
}

const fn talk(
    called: &'static str,
    before: u32,
    looks: bool,
    note: Option<&'static str>,
    says: Option<(bool, &'static str)>,
) -> Talk {
    Talk { called, before, looks, note, says }
}

const TALKS: &[Talk] = &[
    talk("Sam", 2, true, Some("Looked at sleep first."), Some((true, "It helped to see the two weeks side by side."))),
    talk("Sam", 3, true, Some("Down for the second time. He was glad."), Some((true, ""))),
    talk("Sam", 4, true, Some(""), Some((true, "Only briefly, and that was enough."))),
    talk("Sam", 5, true, Some("What goes with the better mornings."), Some((true, ""))),
    talk(
        "Ravi",
        3,
        true,
        Some("About the same, and why that is fine."),
        Some((false, "I do not remember that we did.")),
    ),
    talk("Ravi", 5, true, Some("Wants to look at it every second week."), None),
    talk("Tess", 4, false, Some("Item by item, two of them moved."), None),
    talk("Tess", 5, true, None, None),
    talk("Kim", 4, true, None, Some((false, "There was no time. I would have liked to."))),
    talk("Kim", 5, false, Some("On the day after, with the plan beside it."), Some((true, ""))),
    talk("Lee", 5, true, None, None),
];

/// Everything that is told of feedback.
pub(super) async fn tell(past: &Past, staff: &Staff, low_mood: &Plan) -> Result<()> {
    futures_util::try_join!(
        try_join_all(LETTERS.iter().map(|written| write(past, staff, low_mood, written))),
        try_join_all(TALKS.iter().map(|talk| talk_about(past, staff, low_mood, talk))),
        sam_says_a_word(past, low_mood),
    )
    .map(|_| ())
}

async fn write(past: &Past, staff: &Staff, plan: &Plan, written: &'static Written) -> Result<()> {
    let day = plan.day(written.after) + written.days_later;
    past.until(past.at(day, time(12, 30, 0, 0))?).await;
    let (group, person) = (past.group(Which::LowMood)?, past.known(written.called)?.person);
    let until = past.date(day + 7)?;
    let begun =
        past.act(past.signed_in(staff.mara), async move |work| begin_one(work, group, person, written, until).await);
    let Some(id) = begun.await? else { return Ok(()) };
    let (later, fits, words, is_closed) = match written.becomes {
        Becomes::Draft => return Ok(()),
        Becomes::Given => return give(past, staff.mara, day, id).await,
        Becomes::Answered(later, fits, words) => (later, fits, words, false),
        Becomes::LookedAfter(later, fits, words) => (later, fits, words, true),
    };
    give(past, staff.mara, day, id).await?;
    past.until(past.at(day + later, time(20, 50, 0, 0))?).await;
    let reply = Reply { fits, words: words.to_owned() };
    past.act(past.signed_in(person), async move |work| answer(work, id, &reply).await).await?;
    if is_closed {
        past.until(past.at(plan.day(written.after + 1) + 1, time(9, 10, 0, 0))?).await;
        past.act(past.signed_in(staff.mara), async move |work| close(work, id).await).await?;
    }
    Ok(())
}

async fn begin_one(
    work: &mut Work<'_>,
    group: GroupId,
    person: PersonId,
    written: &Written,
    until: jiff::civil::Date,
) -> Result<Option<LetterId>> {
    if !is_seated(work, group, person).await? {
        return Ok(None);
    }
    let words = Words::english();
    let id = begin(work, words, group, person).await?;
    let draft = letter(work, id).await?;
    let helps = suggestions_for(work, words, &draft).await?;
    let part = |part: Part| match part {
        Part::Noticed => written.noticed.to_owned(),
        Part::Helped => written.helped.to_owned(),
        Part::Pattern => written.pattern.to_owned(),
        Part::Experiment => written.experiment.to_owned(),
        Part::Strength => written.strength.to_owned(),
        Part::Goal | Part::Numbers => suggested(&helps, part),
        Part::Turn => draft.body.part(part).to_owned(),
    };
    let parts = Part::ALL.map(part).to_vec();
    let chart = helps.charts.iter().map(|(id, _)| id.clone()).find(|id| id == ASKED);
    let until = (!written.experiment.is_empty()).then_some(until);
    keep(work, id, &Typed { seen: draft.version, parts, plain: Vec::new(), until, chart }).await?;
    Ok(Some(id))
}

/// The first suggestion for a part.
fn suggested(helps: &Helps, part: Part) -> String {
    let found = helps.suggestions.iter().find(|suggestion| suggestion.part == part);
    found.map(|suggestion| suggestion.text.clone()).unwrap_or_default()
}

/// In the afternoon Mara reads it through once more, and gives it.
async fn give(past: &Past, mara: PersonId, day: i64, id: LetterId) -> Result<()> {
    past.until(past.at(day, time(16, 5, 0, 0))?).await;
    let giving = async move |work: &mut Work<'_>| {
        let seen = letter(work, id).await?.version;
        match release(work, id, seen, Spoken::Yes).await? {
            Released::Done => Ok(()),
            Released::Not(obstacles) => Err(Error::bug(format!("a letter of the demo is not given: {obstacles:?}"))),
        }
    };
    past.act(past.signed_in(mara), giving).await
}

async fn talk_about(past: &Past, staff: &Staff, plan: &Plan, talk: &'static Talk) -> Result<()> {
    let at = |hour: i8| -> Result<_> { past.at(plan.day(talk.before) + 1, Time::constant(hour, 20, 0, 0)) };
    past.until(at(7)?).await;
    let (group, person) = (past.group(Which::LowMood)?, past.known(talk.called)?.person);
    if talk.looks {
        let look = async move |work: &mut Work<'_>| courses_of(work, group, person).await.map(drop);
        past.look(past.signed_in(person), look).await?;
    }
    let found = past
        .look(past.signed_in(staff.mara), async move |work| answered_before(work, group, person, talk.before).await)
        .await?;
    let Some(id) = found else { return Ok(()) };
    if let Some(note) = talk.note {
        past.until(at(10)?).await;
        past.act(past.signed_in(staff.mara), async move |work| discuss(work, person, id, note).await).await?;
    }
    if let Some((talked, words)) = talk.says {
        past.until(at(19)?).await;
        let saying = async move |work: &mut Work<'_>| {
            let is_theirs = own_occasions(work).await?.iter().any(|own| own.assignment == id && own.said.is_none());
            let confirming = Confirming { talked, words: words.to_owned() };
            if is_theirs { confirm(work, id, &confirming).await } else { Ok(()) }
        };
        past.act(past.signed_in(person), saying).await?;
    }
    Ok(())
}

async fn answered_before(
    work: &mut Work<'_>,
    group: GroupId,
    person: PersonId,
    number: u32,
) -> Result<Option<AssignmentId>> {
    if !is_seated(work, group, person).await? {
        return Ok(None);
    }
    let courses = courses_of(work, group, person).await?;
    let points = courses.iter().filter(|course| course.instrument.id == ASKED).flat_map(|course| &course.points);
    let answered = points.filter(|point| point.session == number).find_map(|point| point.answer.as_ref());
    Ok(answered.map(|answer| answer.assignment))
}

/// Sam reads the sum of his answers, and adds what it does not know.
async fn sam_says_a_word(past: &Past, plan: &Plan) -> Result<()> {
    past.until(past.at(plan.day(5) + 3, time(21, 40, 0, 0))?).await;
    let (group, person) = (past.group(Which::LowMood)?, past.known("Sam")?.person);
    let saying = async move |work: &mut Work<'_>| {
        let mine = my_patterns(work, Words::english(), group).await?;
        let Some(first) = mine.first() else { return Ok(()) };
        let new = NewRemark {
            key: first.told.key.clone(),
            opinion: Opinion::Adds,
            words: "True, and the third week was the one in which I nearly stayed at home. The sum does not know that."
                .to_owned(),
        };
        remark(work, Words::english(), group, &new).await
    };
    past.act(past.signed_in(person), saying).await
}
