//! What a new member is told and shown before the first session: a list to tick off, each tick with its day.
//!
//! Preparing people for a group is the best-supported way of keeping them in it (domain.md A4).

use super::way::advance;
use super::{Outcome, Stage, Step, decide, deeds, join, store};
use crate::access::Deed;
use crate::clock::Timestamp;
use crate::groups::{self, LeaderRole};
use crate::id::{EnrolmentId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

macro_rules! topics {
    ($($(#[$doc:meta])* $name:ident = $code:literal $slug:literal $key:literal;)+) => {
        /// One thing to talk through before the first session.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Topic { $($(#[$doc])* $name,)+ }

        impl Topic {
            /// Every topic, in the order of a good talk.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The number that is stored.
            pub const fn code(self) -> i64 {
                match self { $(Self::$name => $code,)+ }
            }

            /// The word in forms.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug,)+ }
            }

            /// The Fluent key of its name.
            pub const fn name_key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }
        }
    };
}

topics! {
    /// What the group is for, and what it is not for.
    Purpose = 1 "purpose" "enrolment-topic-purpose";
    /// How change comes about in it.
    Change = 2 "change" "enrolment-topic-change";
    /// What the leader does.
    Leader = 3 "leader" "enrolment-topic-leader";
    /// What a member does: come, speak, give and take feedback, try things out.
    Member = 4 "member" "enrolment-topic-member";
    /// That the first weeks can be discouraging, and how long to stay before deciding.
    Discouragement = 5 "discouragement" "enrolment-topic-discouragement";
    /// Confidentiality and its limits.
    Confidentiality = 6 "confidentiality" "enrolment-topic-confidentiality";
    /// Contact outside the group.
    Contact = 7 "contact" "enrolment-topic-contact";
    /// Staying away, being late, fees.
    Absence = 8 "absence" "enrolment-topic-absence";
    /// How to leave.
    Leaving = 9 "leaving" "enrolment-topic-leaving";
    /// What to do on a very bad day.
    Crisis = 10 "crisis" "enrolment-topic-crisis";
    /// What holds online.
    Online = 11 "online" "enrolment-topic-online";
    /// Questionnaires: which, who reads them, when.
    Measures = 12 "measures" "enrolment-topic-measures";
    /// That nothing is recorded.
    Recording = 13 "recording" "enrolment-topic-recording";
    /// Meeting the second leader.
    CoLeader = 14 "co-leader" "enrolment-topic-co-leader";
    /// What the decision asked for first.
    First = 15 "first" "enrolment-topic-first";
}

impl Topic {
    /// The topic that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|topic| topic.code() == code)
            .ok_or_else(|| Error::bug(format!("no topic has the number {code}")))
    }
}

impl std::str::FromStr for Topic {
    type Err = Error;

    fn from_str(slug: &str) -> Result<Self> {
        Self::ALL.iter().copied().find(|topic| topic.slug() == slug).ok_or(Error::NotFound)
    }
}

/// One topic of one person's preparation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// What is talked through.
    pub topic: Topic,
    /// When it was, and by whom.
    pub ticked: Option<(Timestamp, Option<PersonId>)>,
}

/// The list for one person: all topics that this group and this decision ask for.
pub async fn preparation(work: &mut Work<'_>, id: EnrolmentId) -> Result<Vec<Prepared>> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::SeeEnrolment, &enrolment).await?;
    let asks_first = decide::latest(work, &grant, &enrolment)
        .await?
        .is_some_and(|decided| decided.decision.outcome == Outcome::AcceptAfterPreparation);
    let leaders = groups::leaders(work, enrolment.group).await?;
    let has_co_leader = leaders.iter().any(|leader| leader.role == LeaderRole::CoLeader);
    let ticks = store::ticks(work, &grant, id).await?;
    let asked = Topic::ALL.iter().copied().filter(|topic| match topic {
        Topic::CoLeader => has_co_leader,
        Topic::First => asks_first,
        _ => true,
    });
    let ticked = |topic| ticks.iter().find(|tick| tick.topic == topic).map(|tick| (tick.at, tick.by));
    Ok(asked.map(|topic| Prepared { topic, ticked: ticked(topic) }).collect())
}

/// Ticks off what was talked through; what was ticked before keeps its day. The last tick completes the preparation, and
/// gives the seat where everything else is done.
pub async fn prepare(work: &mut Work<'_>, id: EnrolmentId, done: &[Topic]) -> Result<()> {
    let enrolment = store::find(work, id).await?;
    let grant = deeds::may(work, Deed::PrepareEntry, &enrolment).await?;
    if enrolment.stage != Stage::Accepted {
        return Err(Error::Conflict("enrolment-conflict-stage"));
    }
    for topic in done {
        store::insert_tick(work, &grant, id, *topic).await?;
    }
    let list = preparation(work, id).await?;
    if list.iter().all(|prepared| prepared.ticked.is_some()) {
        let prepared = advance(work, &grant, &enrolment, Step::Prepare, None).await?;
        join::seat_if_ready(work, &grant, &prepared).await?;
    }
    Ok(())
}
