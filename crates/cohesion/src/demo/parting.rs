//! Two who leave before the end, each with a reason and a goodbye.

use jiff::civil::{Time, time};

use super::group::Circle;
use super::past::Past;
use super::people::Member;
use super::plan::{Plan, Which};
use super::staff::Staff;
use crate::clock::Timestamp;
use crate::enrolment::{DecidedBy, Departure, Ending, Goodbye, depart};
use crate::{Error, Result};

/// A departure, as it is told.
pub(super) struct Parting {
    called: &'static str,
    which: Which,
    /// On the day of which session, and when.
    after: u32,
    at: Time,
    ending: Ending,
    decided_by: DecidedBy,
    goodbye: Goodbye,
    reason: &'static str,
}

const PARTINGS: &[Parting] = &[
    Parting {
        called: "Marek",
        which: Which::LowMood,
        after: 5,
        at: time(19, 45, 0, 0),
        ending: Ending::Unplanned,
        decided_by: DecidedBy::Member,
        goodbye: Goodbye::Told,
        reason: "Two jobs leave him no evening. He goes on with single sessions at the practice in the mornings. \
                 He did not want to come once more; we gave the group his greetings at the fifth session.",
    },
    Parting {
        called: "Rory",
        which: Which::Skills,
        after: 6,
        at: time(19, 0, 0, 0),
        ending: Ending::Unplanned,
        decided_by: DecidedBy::Together,
        goodbye: Goodbye::Said,
        reason: "His new shifts fall on every session. He said goodbye to the group in person. He has kept four weeks \
                 of evenings without a drink, and has the dates of the next course.",
    },
];

/// Tells of those who leave.
pub(super) async fn tell(past: &Past, staff: &Staff, plans: &[Plan]) -> Result<()> {
    for parting in PARTINGS {
        let plan = plans.iter().find(|plan| plan.which == parting.which);
        let plan = plan.ok_or_else(|| Error::bug("nobody leaves a group that is not told"))?;
        past.until(parting.moment(past, plan)?).await;
        let id = past.known(parting.called)?.enrolment;
        let departure = parting.departure();
        let leader = past.signed_in(plan.leader(staff));
        past.act(leader, async move |work| depart(work, id, &departure).await).await?;
    }
    Ok(())
}

impl Circle<'_> {
    /// Whether a member belongs to the group at this moment of the past.
    pub fn is_here(&self, member: &Member) -> bool {
        let parting = PARTINGS.iter().find(|parting| parting.called == member.called);
        let now = self.past.app.clock().now();
        parting.is_none_or(|parting| parting.moment(self.past, self.plan).is_ok_and(|moment| now < moment))
    }
}

impl Parting {
    fn moment(&self, past: &Past, plan: &Plan) -> Result<Timestamp> {
        past.at(plan.day(self.after), self.at)
    }

    fn departure(&self) -> Departure {
        let Self { ending, decided_by, goodbye, reason, .. } = *self;
        Departure { ending, decided_by, goodbye, reason: reason.to_owned() }
    }
}
