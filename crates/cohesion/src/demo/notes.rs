//! What is written after the sessions: the record, a note for each who came, a trainee's that a supervisor signs beside, and
//! the log of the support group's meetings. Of the last evening one note waits, since it names somebody else.

use jiff::civil::time;

use super::group::Circle;
use super::plan::Which;
use crate::Result;
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::Session;
use crate::notes::{
    Format, MeetingLog, Section, Sheet, Signing, Typed, Waits, countersign, desk, keep, keep_log, read, sign, waiting,
    write_process_note,
};
use crate::work::Work;

/// How long after a session its notes are written.
const AFTER: Span = Span::minutes(25);

/// What the therapy groups did: topic, techniques, materials, plan.
const RECORDS: [[&str; 4]; 8] = [
    [
        "What brings each of us here",
        "Round of introductions, a first goal in one sentence",
        "Goal sheet",
        "Look at one goal more closely",
    ],
    [
        "What a day is made of",
        "Activity and mood side by side over the week",
        "Week plan",
        "Try one small thing on a bad day",
    ],
    [
        "Small steps when nothing moves",
        "Graded steps, planned in pairs for twenty minutes",
        "Ladder of steps",
        "Tell how the first step went",
    ],
    [
        "Worry and the facts",
        "Checking the facts, with the example of an unanswered message",
        "Sheet with two columns",
        "Bring one thought of the week",
    ],
    [
        "What sleep needs",
        "Times in bed looked at together, one rule chosen by each",
        "Sleep diary",
        "Keep the diary for seven nights",
    ],
    [
        "Saying no and asking",
        "A short scene in threes, then a round of what helped",
        "Card with five lines",
        "Ask for one thing before we meet",
    ],
    [
        "When a feeling comes",
        "Naming it, riding it out for ten minutes, telling what it was like",
        "Emotion wheel",
        "Notice one feeling a day",
    ],
    [
        "What holds after a setback",
        "Early signs collected, each with an answer",
        "Plan for a bad week",
        "Show the plan to somebody trusted",
    ],
];

/// What was seen of somebody.
const SEEN: [&str; 16] = [
    "Spoke early, in full sentences, and looked up while doing so.",
    "Was tired at the start and grew more awake after the break.",
    "Listened for a long time, then said one thing that many nodded to.",
    "Arrived tense, with the coat on, and took it off after half an hour.",
    "Laughed about the week, and let the sad part of it be there as well.",
    "Asked twice for an explanation and wrote it down.",
    "Left the circle for a glass of water and came back without being called.",
    "Told of an evening alone that was better than expected.",
    "Cried for a moment and stayed.",
    "Disagreed with the group, kindly, and gave a reason.",
    "Said little about the week and more about yesterday's walk.",
    "Brought the sheet filled in down to the last line.",
    "Came with a headache and took part with closed eyes for a while.",
    "Offered the chair by the window and sat in the draught.",
    "Spoke fast at first, noticed it without help, and slowed down.",
    "Mentioned the quarrel at work only when the round was nearly over.",
];

/// How somebody answered to what was done.
const ANSWERED: [&str; 16] = [
    "Found two facts against the thought and was surprised by the second.",
    "Chose the smallest step on the list and called it large enough.",
    "Could not find a goal for today, and could leave it at that.",
    "Tried the exercise in the pair and wants to do it again at home.",
    "Noticed that the worry had become quieter while speaking of it.",
    "Took praise without turning it round for the first time.",
    "Practised the sentence three times until it sounded like an own one.",
    "Compared this week with the first one and saw the difference alone.",
    "Stayed doubtful, and said what would have to happen to believe it.",
    "Explained the technique to the group in other words, and rightly.",
    "Rated the fear at eight before and at five afterwards.",
    "Let the silence be, where it had been filled with jokes before.",
    "Said that the form helps, and that the colours on it do not.",
    "Saw that the bad days come after short nights.",
    "Made a plan with times in it instead of wishes.",
    "Was glad to hear that not doing it counts as well, if it is told.",
];

/// What somebody takes along.
const PLANNED: [&str; 16] = [
    "Will go to the swimming bath on Thursday, whatever the weather.",
    "Keeps the diary by the bed, pencil tied to it.",
    "Writes the message that has been waiting since spring.",
    "Asks the sister for an hour with the children.",
    "Walks to the second bus stop instead of the first.",
    "Puts the telephone into the kitchen at ten.",
    "Tells the doctor about the new tablets.",
    "Cooks once for two, and freezes one half.",
    "Reads the sheet aloud before the talk at the office.",
    "Leaves one evening without a plan, on purpose.",
    "Rings the choir and asks when they rehearse.",
    "Notes three things on Sunday that were neither good nor bad.",
    "Sits in the garden for ten minutes before going in.",
    "Sets the alarm for seven on the free day too.",
    "Brings the question about work back into the next round.",
    "Shows the plan at home and lets it be contradicted.",
];

/// What the support group spoke about.
const MEETINGS: [(u32, &str, &str); 6] = [
    (7, "The first birthday without them", ""),
    (9, "What other people say, and what helps instead", ""),
    (6, "Things that are kept, things that are given away", "The radiator dripped again. The caretaker knows."),
    (8, "Sleeping, and lying awake", ""),
    (8, "Anger", "One person left early and was rung up later in the evening. All is well."),
    (10, "A day off from grief", ""),
];

/// Writes what follows a session that lies behind.
pub(super) async fn after(circle: &Circle<'_>, session: &Session) -> Result<()> {
    if session.number > circle.plan.held {
        return Ok(());
    }
    circle.past.until(session.ends_at + AFTER).await;
    match circle.plan.which {
        Which::Loss => log(circle, session).await,
        Which::Skills => {
            write(circle, session, circle.past.signed_in(circle.staff.noah)).await?;
            sign_beside(circle, session).await
        }
        Which::LowMood | Which::Anxiety | Which::Between => write(circle, session, circle.leader()).await,
    }
}

async fn write(circle: &Circle<'_>, session: &Session, writer: Actor) -> Result<()> {
    let (id, number) = (session.id, session.number as usize);
    let is_last = circle.plan.which == Which::LowMood && session.number == circle.plan.held;
    circle
        .past
        .act(writer, async move |work: &mut Work<'_>| {
            let sections = desk(work, id).await?.sections;
            let blocked = if is_last { naming(&sections) } else { None };
            let of_one = |(place, section): (usize, &Section)| {
                let mut parts = parts(place, number, &section.filled());
                if let (0, Some(named), Some(response)) = (place, &blocked, parts.get_mut(2)) {
                    response.clone_from(named);
                }
                (section.person, Format::Birp, Typed { seen: 0, parts, ..Typed::default() })
            };
            let notes = sections.iter().enumerate().map(of_one).collect();
            let shared = Some(Typed {
                seen: 0,
                parts: RECORDS[number % RECORDS.len()].map(str::to_owned).to_vec(),
                ..Typed::default()
            });
            keep(work, id, &Sheet { shared, notes }).await?;
            sign(work, id, &Signing::default()).await?;
            if is_last {
                let own = "Check my hurry when somebody pauses. Ask Ben what he saw on the left side of the circle.";
                write_process_note(work, id, 0, own).await?;
            }
            Ok(())
        })
        .await
}

/// A sentence that belongs into two records and may stand in neither as it is.
fn naming(sections: &[Section]) -> Option<String> {
    let other = &sections.get(1)?.called;
    Some(format!("Used the skill on a fresh example. Comforted {other} when the talk came to the flat."))
}

/// Facts and a sentence, what the group did with it, how it was answered, what comes next.
fn parts(place: usize, number: usize, facts: &str) -> Vec<String> {
    let of = |from: &[&str; 16], at: usize| from[at % 16].to_owned();
    vec![
        format!("{facts}\n{}", of(&SEEN, place + 3 * number)),
        String::new(),
        of(&ANSWERED, 3 * place + number),
        of(&PLANNED, 5 * place + 7 * number),
    ]
}

/// On the next day Ines signs beside Noah; what he wrote last still waits for her.
async fn sign_beside(circle: &Circle<'_>, session: &Session) -> Result<()> {
    if session.number == circle.plan.held {
        return Ok(());
    }
    let past = circle.past;
    past.until(past.at(circle.plan.day(session.number) + 1, time(12, 40, 0, 0))?).await;
    let signing = async move |work: &mut Work<'_>| {
        for one in waiting(work, Waits::Nothing).await? {
            let (note, _) = read(work, one.id).await?;
            countersign(work, note.id, note.version).await?;
        }
        Ok(())
    };
    past.act(past.signed_in(circle.staff.ines), signing).await
}

async fn log(circle: &Circle<'_>, session: &Session) -> Result<()> {
    let id = session.id;
    let (heads, topic, incidents) = MEETINGS[session.number as usize % MEETINGS.len()];
    let log = MeetingLog { heads, topic: topic.to_owned(), incidents: incidents.to_owned() };
    circle.past.act(circle.leader(), async move |work| keep_log(work, id, 0, &log).await).await
}
