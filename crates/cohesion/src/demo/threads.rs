//! What is written between meetings: by those who have lost somebody, with what Finn has to look after, and by the group about low
//! mood, for which Mara has opened a thread until its next evening.

use jiff::civil::{Time, time};

use super::past::Past;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::access::Actor;
use crate::clock::Span;
use crate::id::GroupId;
use crate::sharing::{
    Audience, Done, Kind, Opening, PostId, Quiet, Reaction, Reading, Reason, Sending, Side, Space, ThreadId, Writing,
    appeal, ask_contact, begin, react, report, settle, take_out, write,
};
use crate::work::Work;
use crate::{Error, Result};

/// A post, as it is told.
struct Told {
    by: &'static str,
    kind: Kind,
    audience: Audience,
    text: &'static str,
    note: &'static str,
    /// The place of the post that it answers, in the same thread.
    answers: Option<usize>,
    /// Days before the demo's present, and at what hour.
    ago: i64,
    hour: Time,
    /// Who sends which word to it.
    words: &'static [(&'static str, Reaction)],
}

const EVENINGS: [Told; 7] = [
    Told {
        by: "Brid",
        kind: Kind::Listen,
        audience: Audience::Named,
        text: "It is Sunday, and I have laid two places again. I sat down at his and ate there. I do not want anything said to it.",
        note: "",
        answers: None,
        ago: 9,
        hour: time(20, 40, 0, 0),
        words: &[("Ewa", Reaction::Strength), ("Conor", Reaction::MeToo)],
    },
    Told {
        by: "Conor",
        kind: Kind::Heard,
        audience: Audience::Named,
        text: "I have read it, @Brid. I am here.",
        note: "",
        answers: Some(0),
        ago: 9,
        hour: time(21, 15, 0, 0),
        words: &[],
    },
    Told {
        by: "Malik",
        kind: Kind::Ask,
        audience: Audience::Named,
        text: "What do you do with the evenings? The days I can fill. At six it gets quiet, and then it is long until eleven.",
        note: "",
        answers: None,
        ago: 6,
        hour: time(18, 20, 0, 0),
        words: &[("Sive", Reaction::MeToo), ("Brid", Reaction::MeToo)],
    },
    Told {
        by: "Sive",
        kind: Kind::Helped,
        audience: Audience::Named,
        text: "The radio, from the moment I come in, and somebody talking on it rather than music. I also moved the chair. It looks at \
               the window now, and not at hers.",
        note: "",
        answers: Some(2),
        ago: 6,
        hour: time(22, 5, 0, 0),
        words: &[("Malik", Reaction::ThankYou)],
    },
    Told {
        by: "Ewa",
        kind: Kind::Helped,
        audience: Audience::Nameless,
        text: "I ring my sister at seven, whether there is anything to say or not. We have agreed that either of us may hang up after two \
               minutes. We never do.",
        note: "",
        answers: Some(2),
        ago: 5,
        hour: time(19, 30, 0, 0),
        words: &[("Malik", Reaction::ThankYou), ("Brid", Reaction::ThankYou)],
    },
    Told {
        by: "Ewa",
        kind: Kind::Give,
        audience: Audience::Named,
        text: "I went back to the ward with a cake for the nurses. One of them remembered that he whistled. I did not know that he \
               whistled there.",
        note: "about a hospital, and a young man’s last weeks",
        answers: None,
        ago: 3,
        hour: time(16, 45, 0, 0),
        words: &[("Brid", Reaction::Strength), ("Sive", Reaction::ThankYou)],
    },
    Told {
        by: "Malik",
        kind: Kind::Listen,
        audience: Audience::Leaders,
        text: "Finn, I may not manage the first half hour next time. It is her birthday. I would rather come late than not at all.",
        note: "",
        answers: None,
        ago: 2,
        hour: time(8, 10, 0, 0),
        words: &[],
    },
];

const BETWEEN_EVENINGS: [Told; 4] = [
    Told {
        by: "Sam",
        kind: Kind::Give,
        audience: Audience::Named,
        text: "Three of five. The walk before breakfast works; the one after work does not happen.",
        note: "",
        answers: None,
        ago: 4,
        hour: time(7, 50, 0, 0),
        words: &[("Ana", Reaction::MeToo)],
    },
    Told {
        by: "Noor",
        kind: Kind::Ask,
        audience: Audience::Named,
        text: "What do you write down when the day had nothing in it? I sit over the sheet and it stays white.",
        note: "",
        answers: None,
        ago: 3,
        hour: time(21, 30, 0, 0),
        words: &[("Sam", Reaction::MeToo)],
    },
    Told {
        by: "Ana",
        kind: Kind::Give,
        audience: Audience::Named,
        text: "I put down that I got up, and a 2 for how it was. On some days that is the line, and it counts.",
        note: "",
        answers: Some(1),
        ago: 3,
        hour: time(22, 10, 0, 0),
        words: &[("Noor", Reaction::ThankYou)],
    },
    Told {
        by: "Ravi",
        kind: Kind::Listen,
        audience: Audience::Nameless,
        text: "A letter came with a no. I have put it under the sheets for the next evening and gone for a walk.",
        note: "about looking for work",
        answers: None,
        ago: 1,
        hour: time(12, 25, 0, 0),
        words: &[("Sam", Reaction::Strength)],
    },
];

/// Both groups' threads.
pub(super) async fn tell(past: &Past, staff: &Staff, low_mood: &Plan, loss: &Plan) -> Result<()> {
    futures_util::try_join!(evenings(past, staff, loss), between_evenings(past, staff, low_mood)).map(|_| ())
}

/// Finn switches the space on after the second meeting; Brid opens the thread.
async fn evenings(past: &Past, staff: &Staff, loss: &Plan) -> Result<()> {
    past.until(past.at(loss.day(2) + 1, time(11, 0, 0, 0))?.min(past.at(-11, time(11, 0, 0, 0))?)).await;
    let (group, finn) = (past.group(Which::Loss)?, past.signed_in(staff.finn));
    let quiet = Some(Quiet { from: 23 * 60, until: 7 * 60 });
    let space = Space { is_open: true, reading: Reading::After, slow_minutes: 5, quiet };
    past.act(finn, async move |work| settle(work, group, &space).await).await?;
    past.until(past.at(-9, time(20, 30, 0, 0))?).await;
    let brid = past.signed_in(past.known("Brid")?.person);
    let thread = opened(past, brid, group, Side::Member, "Evenings, and other long hours", None).await?;
    let posts = told(past, thread, &EVENINGS).await?;
    one_is_taken_out(past, staff, thread).await?;
    two_wait(past, thread, &posts).await?;
    one_asks_another(past, &posts).await
}

/// Sive asks Malik to exchange contacts, and he has not answered.
async fn one_asks_another(past: &Past, posts: &[PostId]) -> Result<()> {
    past.until(past.now - Span::hours(1)).await;
    let Some(of_malik) = posts.get(2).copied() else { return Ok(()) };
    let asking = async move |work: &mut Work<'_>| ask_contact(work, of_malik, "sive.foley@example.org").await;
    past.act(past.signed_in(past.known("Sive")?.person), asking).await.map(|_| ())
}

/// A post that hurts somebody is taken out; its writer asks for another look, which waits.
async fn one_is_taken_out(past: &Past, staff: &Staff, thread: ThreadId) -> Result<()> {
    past.until(past.now - Span::hours(20)).await;
    let conor = past.signed_in(past.known("Conor")?.person);
    let sharp = "Some of us have been at this for years. It does not get better by moving chairs.";
    let id = written(past, conor, thread, writing(Kind::Give, Audience::Named, sharp)).await?;
    past.until(past.now - Span::hours(18)).await;
    let why = "I know that it comes from a bad week. Sive read it as meant for her. Say how it is with you, and leave the chair out.";
    let taking = async move |work: &mut Work<'_>| take_out(work, id, Reason::Harassment, why).await;
    past.act(past.signed_in(staff.finn), taking).await?;
    past.until(past.now - Span::hours(6)).await;
    let asking = async move |work: &mut Work<'_>| {
        appeal(work, id, "I did not mean Sive, I meant myself. Could it stand without the second sentence?").await
    };
    past.act(past.signed_in(past.known("Conor")?.person), asking).await
}

/// One post waits since it holds a number to call, and somebody has told of another.
async fn two_wait(past: &Past, thread: ThreadId, posts: &[PostId]) -> Result<()> {
    past.until(past.now - Span::hours(4)).await;
    let text = "If anybody wants to walk on Saturday, ring me: 01 555 0147.";
    let held = Writing { sending: Sending::AsItIs, ..writing(Kind::Give, Audience::Named, text) };
    let malik = past.signed_in(past.known("Malik")?.person);
    written(past, malik, thread, held).await?;
    past.until(past.now - Span::hours(2)).await;
    let Some(about) = posts.get(5).copied() else { return Ok(()) };
    let telling = async move |work: &mut Work<'_>| {
        report(
            work,
            about,
            Reason::Privacy,
            "Somebody could tell which hospital it was. Perhaps without the whistling?",
        )
        .await
    };
    past.act(past.signed_in(past.known("Sive")?.person), telling).await.map(|_| ())
}

/// Mara opens a thread on the morning after the last evening, until the next one begins.
async fn between_evenings(past: &Past, staff: &Staff, low_mood: &Plan) -> Result<()> {
    past.until(past.at(low_mood.day(low_mood.held) + 1, time(9, 40, 0, 0))?).await;
    let (group, mara) = (past.group(Which::LowMood)?, past.signed_in(staff.mara));
    let until = past.at(low_mood.next, low_mood.time)?;
    let thread = opened(past, mara, group, Side::Leading, "Until our next evening", Some(until)).await?;
    told(past, thread, &BETWEEN_EVENINGS).await.map(|_| ())
}

async fn opened(
    past: &Past,
    actor: Actor,
    group: GroupId,
    side: Side,
    title: &'static str,
    closes_at: Option<crate::clock::Timestamp>,
) -> Result<ThreadId> {
    let opening = async move |work: &mut Work<'_>| {
        let opening = Opening { title: title.to_owned(), opens_at: work.now(), closes_at };
        begin(work, group, side, &opening).await
    };
    past.act(actor, opening).await
}

/// Posts one after the other, each with the words that are sent to it.
async fn told(past: &Past, thread: ThreadId, posts: &'static [Told]) -> Result<Vec<PostId>> {
    let mut ids: Vec<PostId> = Vec::new();
    for one in posts {
        past.until(past.at(-one.ago, one.hour)?).await;
        let answers = one.answers.and_then(|place| ids.get(place).copied());
        let note = Some(one.note).filter(|note| !note.is_empty()).map(str::to_owned);
        let writing = Writing { note, answers, ..writing(one.kind, one.audience, one.text) };
        let writer = past.signed_in(past.known(one.by)?.person);
        let id = written(past, writer, thread, writing).await?;
        for (by, word) in one.words {
            let (sender, word) = (past.signed_in(past.known(by)?.person), *word);
            past.act(sender, async move |work| react(work, id, word).await).await?;
        }
        ids.push(id);
    }
    Ok(ids)
}

fn writing(kind: Kind, audience: Audience, text: &str) -> Writing {
    Writing { kind, audience, text: text.to_owned(), note: None, answers: None, sending: Sending::First }
}

async fn written(past: &Past, writer: Actor, thread: ThreadId, writing: Writing) -> Result<PostId> {
    let writing = async move |work: &mut Work<'_>| write(work, thread, Side::Member, &writing).await;
    match past.act(writer, writing).await? {
        Done::Posted(id) | Done::Waits(id) => Ok(id),
        Done::Told(_) | Done::Help(..) => Err(Error::bug("a post of the demo is held back")),
    }
}
