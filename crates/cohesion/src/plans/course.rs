//! How the fidelity of a group moves over its run: for those who lead it, and for whoever supervises them. Groups stand beside each
//! other by name, and nobody is compared with anybody.

use super::fidelity::drift;
use super::{deeds, rate, store};
use crate::access::Standing;
use crate::clock::Timestamp;
use crate::groups::{self, Group};
use crate::id::{GroupId, SessionId};
use crate::work::Work;
use crate::{Result, unless_damaged};

/// One session that was looked back at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The session.
    pub session: SessionId,
    /// Its place in the series.
    pub number: u32,
    /// When it began.
    pub at: Timestamp,
    /// The share of its plan that came about, in percent.
    pub percent: u32,
    /// Homework that was reviewed, and of how many.
    pub reviewed: (u32, u32),
    /// What was otherwise, in words.
    pub deviations: String,
}

/// A group's fidelity over its run.
#[derive(Clone, Debug)]
pub struct Course {
    /// The group.
    pub group: Group,
    /// Its sessions that were looked back at, the first one first.
    pub points: Vec<Point>,
    /// Reviews that cannot be read.
    pub damaged: usize,
    /// Percentage points by which it moves from session to session; nothing below four sessions.
    pub drift: Option<f64>,
    /// How the actor stands to the group.
    pub standing: Standing,
}

/// Reads it.
pub async fn course(work: &mut Work<'_>, id: GroupId) -> Result<Course> {
    let grant = deeds::may_see_fidelity(work, id).await?;
    let group = groups::group(work, &grant, id).await?;
    let sessions = groups::sessions(work, id).await?;
    let (mut points, mut damaged) = (Vec::new(), 0);
    for row in store::reviews_in(work, &grant, id).await? {
        let of = row.session;
        let Some(session) = sessions.iter().find(|session| session.id == of) else { continue };
        let read = rate::open(work, &grant, id, row).await;
        let Some(kept) = unless_damaged(read, "session_reviews", of.0)? else {
            damaged += 1;
            continue;
        };
        points.push(Point {
            session: of,
            number: session.number,
            at: session.starts_at,
            percent: kept.fidelity.percent(),
            reviewed: kept.fidelity.reviewed,
            deviations: kept.fidelity.deviations,
        });
    }
    points.sort_by_key(|point| point.at);
    let percents: Vec<u32> = points.iter().map(|point| point.percent).collect();
    let standing = groups::standing(work, id).await?;
    Ok(Course { group, points, damaged, drift: drift(&percents), standing })
}

/// Whether the actor supervises a group whose sessions are looked back at, for drawing the way there.
pub async fn supervises(work: &mut Work<'_>) -> Result<bool> {
    Ok(!deeds::supervised(work).await?.is_empty())
}

/// The courses of the groups that the actor supervises, by the groups' names.
pub async fn supervised(work: &mut Work<'_>) -> Result<Vec<Course>> {
    let (groups, _) = deeds::may_supervise(work).await?;
    let mut courses = Vec::new();
    for group in groups {
        courses.push(course(work, group).await?);
    }
    Ok(courses)
}
