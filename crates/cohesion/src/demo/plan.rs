//! What is told of each group: whom it is for, who leads it, and when it meets.

use jiff::civil::{Time, time};

use super::past::Past;
use super::people::{ANXIETY, BETWEEN, LOSS, LOW_MOOD, Member, SKILLS};
use super::staff::Staff;
use crate::Result;
use crate::assessments::Template;
use crate::groups::{Charter, Format};
use crate::id::PersonId;

/// When the group for low mood meets.
const LOW_MOOD_AT: Time = time(18, 0, 0, 0);

/// The demo's groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Which {
    /// Depression: the group that meets next.
    LowMood,
    /// Anxiety.
    Anxiety,
    /// DBT skills.
    Skills,
    /// A support group.
    Loss,
    /// A short group about being with others, which has ended.
    Between,
}

/// What is told of one group.
pub(super) struct Plan {
    pub which: Which,
    pub members: &'static [Member],
    pub charter: Charter,
    pub format: Format,
    pub capacity: u32,
    /// What it asks, where it asks anything.
    pub template: Option<Template>,
    pub focus: &'static str,
    pub approach: &'static str,
    pub place: &'static str,
    /// The day of the next session, counted from today.
    pub next: i64,
    pub time: Time,
    /// Sessions that lie behind.
    pub held: u32,
    /// Sessions in the series.
    pub count: u32,
}

impl Plan {
    /// All five. Four meet, on four days of the week: the one that meets next does so today or tomorrow, never more than a day
    /// ahead, so that it can be opened; another one met on the last day of work. The fifth has ended.
    pub fn all(past: &Past) -> Result<[Self; 5]> {
        let next = i64::from(past.hour() >= LOW_MOOD_AT.hour());
        let anxious = past.work_day_from(2)?;
        let grieving = past.work_day_from(anxious + 1)?;
        let last = past.work_day_by(-1)?;
        let ended = past.work_day_by(-2)?;
        Ok([low_mood(next), anxiety(anxious), skills(last + 7), loss(grieving), between(ended)])
    }

    /// The day of a session, counted from today.
    pub fn day(&self, number: u32) -> i64 {
        self.next - 7 * (i64::from(self.held) + 1 - i64::from(number))
    }

    /// Who leads it.
    pub fn leader(&self, staff: &Staff) -> PersonId {
        if self.which == Which::Loss { staff.finn } else { staff.mara }
    }

    /// Who leads it as the second one.
    pub fn co_leader(&self, staff: &Staff) -> Option<PersonId> {
        match self.which {
            Which::LowMood | Which::Anxiety | Which::Between => Some(staff.ben),
            Which::Skills => Some(staff.noah),
            Which::Loss => None,
        }
    }
}

fn low_mood(next: i64) -> Plan {
    Plan {
        which: Which::LowMood,
        members: LOW_MOOD,
        charter: Charter::therapy(),
        format: Format::Closed,
        capacity: 10,
        template: Some(Template::LowMood),
        focus: "Low mood",
        approach: "CBT",
        place: "Room 2, first floor",
        next,
        time: LOW_MOOD_AT,
        held: 5,
        count: 12,
    }
}

fn anxiety(next: i64) -> Plan {
    Plan {
        which: Which::Anxiety,
        members: ANXIETY,
        charter: Charter::therapy(),
        format: Format::SlowOpen,
        capacity: 10,
        template: Some(Template::Anxiety),
        focus: "Worry and fear",
        approach: "CBT",
        place: "Room 2, first floor",
        next,
        time: time(17, 30, 0, 0),
        held: 5,
        count: 12,
    }
}

fn skills(next: i64) -> Plan {
    Plan {
        which: Which::Skills,
        members: SKILLS,
        charter: Charter::therapy(),
        format: Format::SlowOpen,
        capacity: 10,
        template: Some(Template::Skills),
        focus: "Strong feelings",
        approach: "DBT skills",
        place: "The large room",
        next,
        time: time(17, 0, 0, 0),
        held: 6,
        count: 24,
    }
}

fn loss(next: i64) -> Plan {
    Plan {
        which: Which::Loss,
        members: LOSS,
        charter: Charter::support(),
        format: Format::Open,
        capacity: 12,
        template: None,
        focus: "Living with loss",
        approach: "Shared experience",
        place: "The large room",
        next,
        time: time(19, 0, 0, 0),
        held: 3,
        count: 12,
    }
}

/// A week after its last session.
fn between(next: i64) -> Plan {
    Plan {
        which: Which::Between,
        members: BETWEEN,
        charter: Charter::therapy(),
        format: Format::Closed,
        capacity: 8,
        template: Some(Template::Skills),
        focus: "Being with others",
        approach: "Interpersonal process",
        place: "Room 2, first floor",
        next,
        time: time(19, 30, 0, 0),
        held: 5,
        count: 5,
    }
}
