//! How the demo's sessions are planned, run and looked back at. The last evening of the group that meets next did not reach its end,
//! and what was left stands on top of the plan for the coming one.

use futures_util::future::try_join_all;
use jiff::civil::time;

use super::group::Circle;
use super::past::Past;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::Result;
use crate::clock::Span;
use crate::groups::{Session, sessions};
use crate::id::SessionId;
use crate::plans::{
    Audience, Check, Delivered, Draft, Edit, Element, Fidelity, Moment, Prepared, Rating, Step, Usual, Wish, debrief,
    edit, jot, keep_debrief, prepared, rate, rating, steer, write_brief,
};
use crate::work::Work;

/// How long after a session it is looked back at.
const AFTER: Span = Span::minutes(12);

/// What was otherwise, evening by evening.
const OTHERWISE: [&str; 6] = [
    "",
    "We began five minutes late; the door was locked.",
    "The round of homework took longer. It was worth it, and the pair work was short.",
    "",
    "A fresh loss was told in the first round. We stayed with it, and left the new skill for later.",
    "Nobody had the hand-out. We drew it on the wall.",
];

/// What facilitators answer, meeting by meeting.
const LOOKED_BACK: [[&str; 3]; 3] = [
    [
        "Nobody was in danger. The card with the telephone numbers lay on the table.",
        "Warm, and slow at first. Two long silences that did no harm.",
        "Ask for the larger room.",
    ],
    [
        "One moment of worry, talked through after the meeting with the duty contact.",
        "Lively. We reminded each other twice not to give advice.",
        "Ring the person who left early.",
    ],
    ["All safe.", "Gentle, with laughter towards the end.", "Print the guidelines in larger letters."],
];

/// Runs the agenda of a session that is open, up to its end.
pub(super) async fn run(circle: &Circle<'_>, session: &Session) -> Result<()> {
    let (past, id) = (circle.past, session.id);
    let shown = past.act(circle.leader(), async move |work| prepared(work, id).await).await?;
    let minutes = fitted(&shown);
    let editing = plan_of(&shown, &minutes);
    past.act(circle.leader(), async move |work| edit(work, id, &editing).await).await?;
    let is_cut_short = circle.plan.which == Which::LowMood && session.number == circle.plan.held;
    let reached = if is_cut_short { minutes.len().saturating_sub(2) } else { minutes.len() };
    let mut from = session.starts_at;
    for (seen, minutes) in (1..).zip(minutes.iter().take(reached)) {
        past.until(from).await;
        past.act(circle.leader(), async move |work| steer(work, id, seen, Step::Next).await).await?;
        from = from + Span::minutes(i64::from(*minutes));
    }
    if is_cut_short {
        let line = "Somebody looked at the door each time it creaked. Ask about the chair by the wall.";
        past.act(circle.leader(), async move |work| jot(work, id, line).await).await?;
    }
    Ok(())
}

/// The minutes of all blocks, so that they fit into the session.
fn fitted(shown: &Prepared) -> Vec<u32> {
    let Some(mut agenda) = shown.agenda.clone() else { return Vec::new() };
    agenda.fit(shown.session.minutes());
    agenda.blocks.iter().map(|block| block.minutes).collect()
}

fn plan_of(shown: &Prepared, minutes: &[u32]) -> Edit {
    let agenda = shown.agenda.as_ref();
    let blocks = agenda.into_iter().flat_map(|agenda| &agenda.blocks);
    let draft = |(block, minutes): (&crate::plans::Block, &u32)| Draft {
        id: block.id,
        title: block.title.clone(),
        minutes: *minutes,
        owner: block.owner,
        material: block.material.clone(),
        technique: block.technique.clone(),
        notes: block.notes.clone(),
    };
    let topic = agenda.map(|agenda| agenda.topic.clone()).unwrap_or_default();
    let wish = Wish::Keep;
    Edit { seen: shown.version, topic, blocks: blocks.zip(minutes).map(draft).collect(), new: None, wish }
}

/// Looks back at a session that lies behind: beside its plan, or without names.
pub(super) async fn look_back(circle: &Circle<'_>, session: &Session) -> Result<()> {
    if session.number > circle.plan.held {
        return Ok(());
    }
    let (past, id, number) = (circle.past, session.id, session.number);
    past.until(session.ends_at + AFTER).await;
    if circle.plan.which == Which::Loss {
        return answer(circle, session).await;
    }
    let shown = past.act(circle.leader(), async move |work| rating(work, id).await).await?;
    let fidelity = fidelity(&shown, number);
    past.act(circle.leader(), async move |work| rate(work, id, 0, &fidelity).await).await?;
    if number == circle.plan.held {
        let words = ["The round came alive when nobody answered for anybody.", "", "", "Begin with what was left."];
        brief(circle, id, (Moment::After, Audience::OnlyMe), &words).await?;
    }
    Ok(())
}

fn fidelity(shown: &Rating, number: u32) -> Fidelity {
    let at = number as usize;
    let element = |(place, known): (usize, &crate::plans::KnownElement)| {
        let is_short = (place + at) % 5 == 4;
        let delivered = match known.delivered {
            Some(Delivered::Full) if is_short => Delivered::Partly,
            other => other.unwrap_or(Delivered::No),
        };
        let reason = if delivered == Delivered::Full { "" } else { "The part before took longer" };
        let (title, planned, minutes) = (known.title.clone(), known.planned, known.minutes);
        Element { title, planned, delivered, minutes, reason: reason.to_owned() }
    };
    let check = |(place, words): (usize, &String)| Check { words: words.clone(), is_met: (place + at) % 4 != 3 };
    let usual = Usual::ALL.into_iter().enumerate().filter(|(place, _)| (place + at) % 6 != 5).map(|(_, usual)| usual);
    Fidelity {
        elements: shown.elements.iter().enumerate().map(element).collect(),
        checks: shown.checks.iter().enumerate().map(check).collect(),
        usual: usual.collect(),
        reviewed: shown.homework,
        deviations: OTHERWISE[at % OTHERWISE.len()].to_owned(),
    }
}

async fn answer(circle: &Circle<'_>, session: &Session) -> Result<()> {
    let (id, number) = (session.id, session.number as usize);
    let answering = async move |work: &mut Work<'_>| {
        let asked = debrief(work, id).await?.debrief.answers.len();
        let said = LOOKED_BACK[number % LOOKED_BACK.len()];
        let answers: Vec<String> = (0..asked).map(|at| said.get(at).map_or("", |said| *said).to_owned()).collect();
        keep_debrief(work, id, 0, &answers).await
    };
    circle.past.act(circle.leader(), answering).await
}

async fn brief(
    circle: &Circle<'_>,
    id: SessionId,
    (moment, audience): (Moment, Audience),
    words: &[&str],
) -> Result<()> {
    let parts: Vec<String> = words.iter().map(|words| (*words).to_owned()).collect();
    let writing = async move |work: &mut Work<'_>| write_brief(work, id, moment, 0, (audience, &parts)).await;
    circle.past.act(circle.leader(), writing).await
}

/// The coming sessions of the therapy groups are planned two days before; what was left stands on top.
pub(super) async fn tell(past: &Past, staff: &Staff, plans: &[Plan; 5]) -> Result<()> {
    try_join_all(plans.iter().map(|plan| prepare(past, staff, plan))).await.map(|_| ())
}

async fn prepare(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    if plan.which != Which::LowMood {
        return Ok(());
    }
    past.until(past.at(plan.next - 2, time(16, 10, 0, 0))?).await;
    let group = past.group(plan.which)?;
    let circle = Circle { past, staff, plan, group };
    let number = plan.held + 1;
    let id = past
        .act(circle.leader(), async move |work: &mut Work<'_>| {
            let coming = sessions(work, group).await?.into_iter().find(|session| session.number == number);
            Ok(coming.map(|session| session.id))
        })
        .await?;
    let Some(id) = id else { return Ok(()) };
    let shown = past.act(circle.leader(), async move |work| prepared(work, id).await).await?;
    let minutes = fitted(&shown);
    let mut editing = plan_of(&shown, &minutes);
    if let Some(offer) = shown.offers.first() {
        editing.wish = Wish::Take(offer.from.block);
    }
    past.act(circle.leader(), async move |work| edit(work, id, &editing).await).await?;
    let words = [
        "Somebody may be quiet after the phone call of this week. Leave room, and do not ask first.",
        "Mara opens and closes. Ben leads the round of homework and keeps an eye on the left side of the circle.",
    ];
    brief(&circle, id, (Moment::Before, Audience::CoLeaders), &words).await
}
