//! A meeting of the support group that goes on while the demo is looked at: its second round is under way, and a board hangs in
//! the room. After the meeting before it something was put on record that waits for somebody to close it.

use ::floor::{Order, Plan as Round, Purpose, Request, Timer};
use futures_util::try_join;

use super::group::Circle;
use super::past::{Past, civil};
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::Result;
use crate::clock::{Span, Timestamp};
use crate::groups::{Series, Session, plan_series, sessions};
use crate::id::SessionId;
use crate::notes::{Incident, report};
use crate::plans::{Step, prepared, steer};
use crate::room::{Press, Readings, keep_readings, lead, make_board, pick_topic, press};
use crate::sessions::open;
use crate::work::Work;

/// How long the meeting has been going on, at least.
const BEGAN: Span = Span::minutes(25);
/// Meetings begin on a round minute.
const GRID_MS: i64 = 5 * 60_000;
/// What it is about.
const TOPIC: &str = "Anniversaries and hard dates";

/// What was put on record.
const HAPPENED: [&str; 4] = [
    "Somebody left the round in tears after a song was heard from the street, and sat on the stairs.",
    "One of us went out and stayed until the breath was calm. We read the card together. There was no danger.",
    "The duty contact, by telephone on the same evening.",
    "Ask for a room to the courtyard. Say at the next opening that one can step out at any time.",
];

/// Tells it, up to now.
pub(super) async fn tell(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    try_join!(goes_on(past, staff, plan), put_on_record(past, staff, plan)).map(|_| ())
}

async fn goes_on(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    let begins = Timestamp((past.now - BEGAN).0.div_euclid(GRID_MS) * GRID_MS);
    past.until(begins - Span::hours(20)).await;
    let circle = Circle { past, staff, plan, group: past.group(Which::Loss)? };
    let id = prepare(&circle, begins).await?.id;
    past.until(begins).await;
    past.act(circle.leader(), async move |work| open(work, id).await).await?;
    past.act(circle.leader(), async move |work| make_board(work, id).await).await?;
    for called in ["Brid", "Conor", "Ewa", "Malik"] {
        says(&circle, id, called, Press::Come).await?;
    }
    read_and_check_in(&circle, id, begins).await?;
    share(&circle, id).await
}

/// An evening more in the series, with the group's own words at its beginning.
async fn prepare(circle: &Circle<'_>, begins: Timestamp) -> Result<Session> {
    let (past, group) = (circle.past, circle.group);
    let series = Series { first: civil(begins), minutes: 90, count: 1, every_weeks: 1 };
    let usual = Readings::usual();
    let principles = format!("{}\nTonight we remember whom we love, each in our own way.", usual.principles);
    let readings = Readings { principles, ..usual };
    let preparing = async move |work: &mut Work<'_>| {
        let session = plan_series(work, group, series).await?[0];
        keep_readings(work, group, 0, &readings).await?;
        pick_topic(work, session.id, TOPIC).await?;
        Ok(session)
    };
    past.act(circle.leader(), preparing).await
}

/// Welcome and readings, then two minutes each; one passes.
async fn read_and_check_in(circle: &Circle<'_>, id: SessionId, begins: Timestamp) -> Result<()> {
    let past = circle.past;
    for minutes in [0, 3, 6, 9] {
        past.until(begins + Span::minutes(minutes)).await;
        go_on(circle, id).await?;
    }
    asks(circle, id, Request::Begin(round(Purpose::CheckIn, 120_000))).await?;
    let turns = [("Brid", Press::Finish), ("Conor", Press::Pass), ("Ewa", Press::Finish), ("Malik", Press::Finish)];
    for (minutes, (called, press)) in (11..).step_by(2).zip(turns) {
        past.until(begins + Span::minutes(minutes)).await;
        says(circle, id, called, press).await?;
    }
    past.until(begins + Span::minutes(18)).await;
    go_on(circle, id).await
}

/// The round that is under way: one has spoken, one speaks, one is next, one needs a moment.
async fn share(circle: &Circle<'_>, id: SessionId) -> Result<()> {
    let past = circle.past;
    past.until(past.now - Span::minutes(5)).await;
    asks(circle, id, Request::Begin(round(Purpose::Sharing, 300_000))).await?;
    past.until(past.now - Span::minutes(3)).await;
    says(circle, id, "Malik", Press::StepAside).await?;
    says(circle, id, "Sive", Press::Come).await?;
    past.until(past.now - Span::minutes(1)).await;
    says(circle, id, "Brid", Press::Finish).await?;
    says(circle, id, "Sive", Press::Raise).await
}

const fn round(purpose: Purpose, turn_ms: u64) -> Round {
    Round { purpose, order: Order::Seats, turn_ms: Some(turn_ms), timer: Timer::Everybody }
}

async fn says(circle: &Circle<'_>, id: SessionId, called: &str, pressed: Press) -> Result<()> {
    let actor = circle.past.signed_in(circle.past.known(called)?.person);
    circle.past.act(actor, async move |work| press(work, id, pressed).await).await
}

async fn asks(circle: &Circle<'_>, id: SessionId, request: Request) -> Result<()> {
    circle.past.act(circle.leader(), async move |work| lead(work, id, request).await).await
}

async fn go_on(circle: &Circle<'_>, id: SessionId) -> Result<()> {
    let going = async move |work: &mut Work<'_>| {
        let seen = prepared(work, id).await?.version;
        steer(work, id, seen, Step::Next).await
    };
    circle.past.act(circle.leader(), going).await
}

async fn put_on_record(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    past.until(past.at(plan.day(plan.held), jiff::civil::time(21, 5, 0, 0))?).await;
    let circle = Circle { past, staff, plan, group: past.group(Which::Loss)? };
    let (group, number) = (circle.group, plan.held);
    let reporting = async move |work: &mut Work<'_>| {
        let held = sessions(work, group).await?.into_iter().find(|session| session.number == number);
        if let Some(session) = held {
            report(work, session.id, &Incident::of(HAPPENED.map(str::to_owned))).await?;
        }
        Ok(())
    };
    past.act(circle.leader(), reporting).await
}
