//! One member's scores over time, and what they amount to.

use measures::change::{self, Outcome, Trend, Warning, Watch, Yardstick};
use measures::{Catalogue, Instrument};

use super::response::{Responses, read_in};
use super::{Response, deeds};
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Result, groups};

/// Milliseconds of a week.
const WEEK_MS: i64 = 7 * 24 * 60 * 60 * 1_000;

/// One instrument's scores of one member, in the order of time.
#[derive(Clone, Debug)]
pub struct Course {
    /// The instrument.
    pub instrument: &'static Instrument,
    /// The scores.
    pub points: Vec<Point>,
    /// The class of change with its explanation; `None` for an instrument without a total.
    pub outcome: Option<Outcome>,
    /// The direction since the start, for the member; `None` with fewer than two scores or no known threshold.
    pub trend: Option<Trend>,
    /// Rules that were met, the most pressing first; for the clinician.
    pub warnings: Vec<Warning>,
    /// Answers that cannot be read, and are in none of this.
    pub damaged: usize,
}

/// One score.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The session's number; 0 before the first or outside of one.
    pub session: u32,
    /// When it was answered.
    pub at: Timestamp,
    /// In points; `None` where too much was left open.
    pub total: Option<f64>,
    /// The published name of its band.
    pub band: Option<String>,
    /// Whether unanswered items were filled in.
    pub prorated: bool,
}

/// A member's courses in one group, in the order in which the instruments were first answered.
pub async fn courses_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<Course>> {
    let grant = deeds::may_see_course(work, group, person).await?;
    let Responses { opened, damaged } = read_in(work, &grant, group, person).await?;
    let sessions = groups::sessions(work, group).await?;
    let number = |response: &Response| {
        let held = sessions.iter().find(|session| Some(session.id) == response.session);
        held.map_or(0, |session| session.number)
    };
    let mut courses: Vec<(&'static Instrument, Vec<Point>)> = Vec::new();
    for response in &opened {
        let Some(instrument) = response.instrument() else { continue };
        let point = Point::of(response, number(response));
        match courses.iter_mut().find(|(known, _)| known.id == instrument.id) {
            Some((_, points)) => points.push(point),
            None => courses.push((instrument, vec![point])),
        }
    }
    let mut courses: Vec<_> = courses.into_iter().map(|(instrument, points)| Course::of(instrument, points)).collect();
    for instrument in damaged.iter().filter_map(|damaged| known_by(work, damaged.instrument_index)) {
        match courses.iter_mut().find(|course| course.instrument.id == instrument.id) {
            Some(course) => course.damaged += 1,
            None => courses.push(Course { damaged: 1, ..Course::of(instrument, Vec::new()) }),
        }
    }
    Ok(courses)
}

fn known_by(work: &Work<'_>, index: [u8; 32]) -> Option<&'static Instrument> {
    Catalogue::built_in().iter().find(|instrument| work.vault().instrument_index(&instrument.id) == index)
}

impl Point {
    pub(super) fn of(response: &Response, session: u32) -> Self {
        let score = &response.record.score;
        Self {
            session,
            at: response.answered_at,
            total: score.total,
            band: score.band.clone(),
            prorated: score.prorated,
        }
    }
}

impl Course {
    /// Judges scores that stand in the order of time.
    pub fn of(instrument: &'static Instrument, points: Vec<Point>) -> Self {
        let totals: Vec<f64> = points.iter().filter_map(|point| point.total).collect();
        let yardstick = Yardstick::of(instrument);
        Self {
            outcome: yardstick.as_ref().map(|yardstick| change::judge(yardstick, &totals)),
            trend: yardstick.as_ref().and_then(|yardstick| change::trend(yardstick, &totals)),
            warnings: Watch::of(instrument).map(|rules| change::watch(&rules, &in_weeks(&points))).unwrap_or_default(),
            instrument,
            points,
            damaged: 0,
        }
    }

    /// The first and the latest total.
    pub fn ends(&self) -> Option<(f64, f64)> {
        let mut totals = self.points.iter().filter_map(|point| point.total);
        let first = totals.next()?;
        Some((first, totals.next_back().unwrap_or(first)))
    }
}

fn in_weeks(points: &[Point]) -> Vec<change::Point> {
    let Some(start) = points.first().map(|point| point.at) else { return Vec::new() };
    let week = |at: Timestamp| u32::try_from((at - start).0 / WEEK_MS).unwrap_or(0);
    let judged =
        |point: &Point| Some(change::Point { session: point.session, week: week(point.at), total: point.total? });
    points.iter().filter_map(judged).collect()
}
