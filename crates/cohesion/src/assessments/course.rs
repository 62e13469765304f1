//! One member's scores over time, and what they amount to.

use measures::change::{self, Outcome, Trend, Warning, Watch, Yardstick};
use measures::glance::{self, Look};
use measures::{Instrument, Score};

use super::tally::{Tally, tallies_in};
use super::{AssignmentId, Record, Response, assignment, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{Session, SessionState};
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;
use crate::{Result, groups};

/// Milliseconds of a week.
const WEEK_MS: i64 = 7 * 24 * 60 * 60 * 1_000;

/// One instrument's scores of one member, in the order of time.
#[derive(Clone, Debug)]
pub struct Course {
    /// The instrument.
    pub instrument: &'static Instrument,
    /// Each time that it was asked and answered, or was to be answered by now.
    pub points: Vec<Point>,
    /// The class of change with its figures; `None` for an instrument without a total.
    pub outcome: Option<Outcome>,
    /// The direction since the start, for the member; `None` with fewer than two scores or no known threshold.
    pub trend: Option<Trend>,
    /// Rules that were met, the most pressing first; for the clinician.
    pub warnings: Vec<Warning>,
    /// Answers that cannot be read, and are in none of this.
    pub damaged: usize,
}

/// One time that it was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The session's number; 0 before the first or outside of one.
    pub session: u32,
    /// When it was answered, or until when an answer was hoped for.
    pub at: Timestamp,
    /// The answer; `None` where none was given.
    pub answer: Option<Answer>,
}

/// What an answer came to, in its latest version.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What it answers.
    pub assignment: AssignmentId,
    /// From 1; a correction is the next one.
    pub version: u32,
    /// Total, band, criteria.
    pub score: Score,
    /// Ratings of a session that the leader should look at.
    pub looks: Vec<Look>,
}

/// A member's courses in one group, in the order in which the instruments were first answered; what was asked and never
/// answered comes last.
pub async fn courses_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<Course>> {
    let grant = deeds::may_see_course(work, group, person).await?;
    let dates = Dates(groups::sessions(work, group).await?);
    let mut courses: Vec<(&'static Instrument, Tally, Vec<Point>)> = Vec::new();
    for (index, tally) in tallies_in(work, &grant, group, person).await? {
        courses.extend(work.vault().instrument(index).map(|instrument| (instrument, tally, Vec::new())));
    }
    courses.sort_by_key(|(_, tally, _)| tally.responses.first().map_or(Timestamp(i64::MAX), |first| first.answered_at));
    for (instrument, gap) in gaps_of(work, &grant, &dates, group, person).await? {
        match courses.iter_mut().find(|(known, ..)| known.id == instrument.id) {
            Some((.., gaps)) => gaps.push(gap),
            None => courses.push((instrument, Tally::default(), vec![gap])),
        }
    }
    Ok(courses.into_iter().map(|(instrument, tally, gaps)| dates.course(instrument, tally, gaps)).collect())
}

async fn gaps_of(
    work: &mut Work<'_>,
    grant: &Grant,
    dates: &Dates,
    group: GroupId,
    person: PersonId,
) -> Result<Vec<(&'static Instrument, Point)>> {
    let mut gaps = Vec::new();
    for kept in store::unanswered_in(work, grant, group, person).await? {
        if let Some(gap) = dates.gap(kept.session, kept.due_at) {
            gaps.push((assignment::open(work, grant, kept).await?.instrument, gap));
        }
    }
    Ok(gaps)
}

/// The sessions of a group, by which answers are put in order.
pub(super) struct Dates(pub(super) Vec<Session>);

impl Dates {
    fn session(&self, id: Option<SessionId>) -> Option<&Session> {
        self.0.iter().find(|session| Some(session.id) == id)
    }

    fn number(&self, id: Option<SessionId>) -> u32 {
        self.session(id).map_or(0, |session| session.number)
    }

    /// Something asked and not answered; what was asked for a session that was called off is missing to nobody.
    pub(super) fn gap(&self, session: Option<SessionId>, due_at: Timestamp) -> Option<Point> {
        let is_off = self.session(session).is_some_and(|session| session.state == SessionState::Cancelled);
        (!is_off).then(|| Point { session: self.number(session), at: due_at, answer: None })
    }

    /// Answers to one instrument and what was not answered.
    pub(super) fn course(&self, instrument: &'static Instrument, tally: Tally, gaps: Vec<Point>) -> Course {
        let Tally { responses, damaged } = tally;
        Course { damaged, ..Course::of(instrument, self.points(instrument, responses, gaps)) }
    }

    fn points(&self, instrument: &Instrument, responses: Vec<Response>, gaps: Vec<Point>) -> Vec<Point> {
        let mut points = gaps;
        let mut earlier: Vec<Record> = Vec::new();
        for response in responses {
            let Response { assignment, session, version, answered_at, record, .. } = response;
            let looks = looks(instrument, &record, &earlier);
            let answer = Answer { assignment, version, score: record.score.clone(), looks };
            points.push(Point { session: self.number(session), at: answered_at, answer: Some(answer) });
            earlier.push(record);
        }
        points.sort_by_key(|point| point.at);
        points
    }
}

fn looks(instrument: &Instrument, now: &Record, earlier: &[Record]) -> Vec<Look> {
    if instrument.glance.is_none() {
        return Vec::new();
    }
    let read = |record: &Record| instrument.answers(&record.positions).ok();
    let earlier: Vec<_> = earlier.iter().filter_map(read).collect();
    read(now).map(|now| glance::looks(&now, &earlier)).unwrap_or_default()
}

impl Point {
    /// In points; `None` where there is no answer or too much of it was left open.
    pub fn total(&self) -> Option<f64> {
        self.answer.as_ref()?.score.total
    }

    /// Whether unanswered items were filled in.
    pub fn is_prorated(&self) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.score.prorated)
    }
}

impl Course {
    /// Judges what stands in the order of time.
    pub fn of(instrument: &'static Instrument, points: Vec<Point>) -> Self {
        let totals: Vec<f64> = points.iter().filter_map(Point::total).collect();
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
        let mut totals = self.points.iter().filter_map(Point::total);
        let first = totals.next()?;
        Some((first, totals.next_back().unwrap_or(first)))
    }

    /// How often it was asked and is answered, or was to be answered by now.
    pub fn asked(&self) -> usize {
        self.points.len()
    }

    /// How often it was answered.
    pub fn answered(&self) -> usize {
        self.points.iter().filter(|point| point.answer.is_some()).count()
    }

    /// How many answers came to a total.
    pub fn scored(&self) -> usize {
        self.points.iter().filter_map(Point::total).count()
    }

    /// The latest answer, with when it was given.
    pub fn latest(&self) -> Option<(&Answer, Timestamp)> {
        self.points.iter().rev().find_map(|point| Some((point.answer.as_ref()?, point.at)))
    }

    /// Whether it is known how large a difference must be to mean something.
    pub fn has_yardstick(&self) -> bool {
        has_yardstick(self.instrument)
    }
}

/// Whether it is known how large a difference between two totals must be to mean something.
pub(super) fn has_yardstick(instrument: &Instrument) -> bool {
    Yardstick::of(instrument).is_some_and(|yardstick| yardstick.reliable.is_some())
}

/// The scores by session and week; the first of them is the start.
fn in_weeks(points: &[Point]) -> Vec<change::Point> {
    let scored = || points.iter().filter_map(|point| Some((point, point.total()?)));
    let Some(start) = scored().next().map(|(point, _)| point.at) else { return Vec::new() };
    let week = |at: Timestamp| u32::try_from((at - start).0 / WEEK_MS).unwrap_or(0);
    scored().map(|(point, total)| change::Point { session: point.session, week: week(point.at), total }).collect()
}
