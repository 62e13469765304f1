//! The demo's practice is built: its past is told, chapter by chapter, until the present is reached.

use futures_util::future::try_join_all;
use futures_util::try_join;

use super::past::Past;
use super::plan::Plan;
use super::{
    agendas, alerts, between, breaches, cards, door, ending, feedback, goals, group, meeting, parting, plans,
    practising, reading, rights, staff, threads, waiting,
};
use crate::Result;
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::PracticeId;

/// Builds the practice on an app whose clock can be moved, and leaves that clock at `now`. `passed` hears how many of how
/// many milliseconds have been told.
pub async fn build(app: &App, now: Timestamp, passed: impl Fn(u64, u64)) -> Result<()> {
    let practice = app.practice().map_or_else(PracticeId::random, Ok)?;
    let past = Past::until_now(app, practice, now);
    let start = past.at(staff::FOUNDED, jiff::civil::Time::MIN)?;
    past.set_clock(start);
    let told = |moment: Timestamp| {
        let share = |end: Timestamp| u64::try_from((end - start).0).unwrap_or_default();
        passed(share(moment), share(now));
    };
    // A future of many chapters is large, and would be moved with everything that awaits it.
    past.tell(Box::pin(tell(&past)), told).await
}

async fn tell(past: &Past) -> Result<()> {
    let staff = &staff::employ(past).await?;
    let plans = Plan::all(past)?;
    let [low_mood, anxiety, skills, loss, between] = &plans;
    try_join!(
        try_join_all(plans.iter().map(|plan| group::tell(past, staff, plan))),
        try_join_all(plans.iter().map(|plan| reading::groups(past, staff, plan))),
        waiting::tell(past, staff, &plans),
        parting::tell(past, staff, &plans),
        alerts::sam_at_the_start(past, staff, low_mood),
        alerts::nadia_calls(past, staff, skills),
        plans::tell(past, staff, low_mood),
        agendas::tell(past, staff, &plans),
        goals::tell(past, staff, low_mood, loss),
        meeting::tell(past, staff, loss),
        practising::tell(past, staff, &plans),
        cards::tell(past, staff, &plans),
        feedback::tell(past, staff, low_mood),
        ending::tell(past, staff, between, anxiety),
        between::tell(past, staff, between),
        door::tell(past, staff, anxiety, loss),
        breaches::tell(past, staff, anxiety),
        threads::tell(past, staff, low_mood, loss),
        rights::tell(past, staff, between, low_mood),
        reading::people(past, staff, low_mood),
        reading::notices(past, staff),
    )
    .map(|_| ())
}
