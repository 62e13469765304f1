//! One invented group, told from its founding to today.

use futures_util::future::try_join_all;
use jiff::civil::time;

use super::past::{Past, ZONE};
use super::plan::{Plan, Which};
use super::staff::Staff;
use super::{agendas, answering, notes, sessions, way_in};
use crate::Result;
use crate::access::Actor;
use crate::assessments::{Template, set_battery};
use crate::groups::{
    Founding, GroupState, GroupWords, LeaderRole, Series, Session, advance, appoint, found, plan_series, relieve,
};
use crate::id::GroupId;
use crate::work::Work;

/// How many days before its first session a group is founded.
const FOUNDED_BEFORE: i64 = 30;

/// A group that is being told.
#[derive(Clone, Copy)]
pub(super) struct Circle<'a> {
    pub past: &'a Past,
    pub staff: &'a Staff,
    pub plan: &'a Plan,
    pub group: GroupId,
}

impl Circle<'_> {
    /// Whoever leads it, who has just proved who they are.
    pub fn leader(&self) -> Actor {
        self.past.signed_in(self.plan.leader(self.staff))
    }
}

/// Tells the whole group: who comes in, and week after week what they answer and who is there.
pub(super) async fn tell(past: &Past, staff: &Staff, plan: &Plan) -> Result<()> {
    past.until(past.at(plan.day(1) - FOUNDED_BEFORE, time(10, 0, 0, 0))?).await;
    let group = begin(past, staff, plan).await?;
    past.founded(plan.which, group);
    let circle = Circle { past, staff, plan, group };
    let planned = plan_sessions(&circle).await?;
    let ways = plan.members.iter().enumerate();
    try_join_all(ways.map(|(place, member)| way_in::come_in(&circle, place, member, &planned))).await?;
    past.until(past.at(plan.day(1) - 3, time(9, 0, 0, 0))?).await;
    past.act(circle.leader(), async move |work| advance(work, group, GroupState::Running).await).await?;
    for session in planned.iter().take_while(|session| session.number <= plan.held + 1) {
        answering::before(&circle, session).await?;
        sessions::hold(&circle, session).await?;
        answering::after(&circle, session).await?;
        agendas::look_back(&circle, session).await?;
        notes::after(&circle, session).await?;
    }
    Ok(())
}

/// Only a clinician founds groups, so Mara founds the support group too, and leaves it to Finn.
async fn begin(past: &Past, staff: &Staff, plan: &Plan) -> Result<GroupId> {
    let founding = founding(past, plan)?;
    let battery = plan.template.map(Template::battery);
    let (leader, co_leader, mara) = (plan.leader(staff), plan.co_leader(staff), staff.mara);
    let supervisor = (plan.which != Which::Loss).then_some(staff.ines);
    let beginning = async move |work: &mut Work<'_>| {
        let group = found(work, &founding).await?;
        if leader != mara {
            appoint(work, group, leader, LeaderRole::Facilitator).await?;
        }
        if let Some(second) = co_leader {
            appoint(work, group, second, LeaderRole::CoLeader).await?;
        }
        if let Some(supervisor) = supervisor {
            appoint(work, group, supervisor, LeaderRole::Supervisor).await?;
        }
        if let Some(battery) = &battery {
            set_battery(work, group, battery).await?;
        }
        advance(work, group, GroupState::Recruiting).await?;
        if leader != mara {
            relieve(work, group, mara).await?;
        }
        Ok(group)
    };
    past.act(past.signed_in(mara), beginning).await
}

fn founding(past: &Past, plan: &Plan) -> Result<Founding> {
    let weekday = past.date(plan.next)?.strftime("%A").to_string();
    let words = GroupWords {
        name: if plan.which == Which::Loss { format!("{weekday} circle") } else { format!("{weekday} group") },
        focus: plan.focus.to_owned(),
        approach: plan.approach.to_owned(),
        place: plan.place.to_owned(),
    };
    let Plan { charter, format, capacity, .. } = *plan;
    Ok(Founding { charter, format, capacity, zone: ZONE.to_owned(), words })
}

async fn plan_sessions(circle: &Circle<'_>) -> Result<Vec<Session>> {
    let Circle { past, plan, group, .. } = *circle;
    let first = past.date(plan.day(1))?.to_datetime(plan.time);
    let series = Series { first, minutes: 90, count: plan.count, every_weeks: 1 };
    past.act(circle.leader(), async move |work| plan_series(work, group, series).await).await
}
