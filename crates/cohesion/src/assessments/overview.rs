//! The group at a glance, for those who lead it: everyone's start, scores and change on one instrument.

use std::collections::BTreeMap;

use measures::change::{Concern, Trend};
use measures::{Catalogue, Instrument};

use super::course::{Course, Point};
use super::response::responses_on;
use super::{battery, deeds};
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result, groups};

/// Fewer people with two scores than this, and nothing is said of the group as a whole.
pub const SAID_OF_AT_LEAST: usize = 4;

/// One instrument, everyone who sits in the group.
#[derive(Clone, Debug)]
pub struct Overview {
    /// The instrument looked at.
    pub instrument: &'static Instrument,
    /// The others that the group asks and that have a total.
    pub others: Vec<&'static Instrument>,
    /// One line a member: who needs a look first, then by name.
    pub lines: Vec<Line>,
    /// What can be said of the group, if enough have two scores.
    pub summary: Option<Summary>,
    /// How many have no or only one score, and are not counted.
    pub uncounted: usize,
}

/// One member's line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Who.
    pub person: PersonId,
    /// The name in the group.
    pub called: String,
    /// Scores and change.
    pub course: Course,
}

/// How many went which way, by reliable change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Clearly better than at the start.
    pub better: usize,
    /// No clear change.
    pub same: usize,
    /// Clearly worse.
    pub worse: usize,
}

/// Everyone's scores on `wanted`, or on the first instrument of the battery that has a total.
pub async fn overview(work: &mut Work<'_>, group: GroupId, wanted: Option<String>) -> Result<Overview> {
    let grant = deeds::may_see_scores(work, group).await?;
    let mut measured = measured(work, group).await?;
    let chosen =
        wanted.map_or(Some(0), |id| measured.iter().position(|known| known.id == id)).ok_or(Error::NotFound)?;
    if measured.is_empty() {
        return Err(Error::Conflict("assessments-conflict-no-battery"));
    }
    let instrument = measured.remove(chosen);
    let sessions = groups::sessions(work, group).await?;
    let seats = groups::seated(work, &grant, group).await?;
    let mut points: BTreeMap<PersonId, Vec<Point>> = BTreeMap::new();
    let is_seated = |person| seats.iter().any(|seat| seat.person == person);
    for response in responses_on(work, &grant, group, &instrument.id, is_seated).await? {
        let number = sessions.iter().find(|session| Some(session.id) == response.session);
        let point = Point::of(&response, number.map_or(0, |session| session.number));
        points.entry(response.person).or_default().push(point);
    }
    let line = |seat: groups::Seat| Line {
        course: Course::of(instrument, points.remove(&seat.person).unwrap_or_default()),
        person: seat.person,
        called: seat.called,
    };
    let mut lines: Vec<Line> = seats.into_iter().map(line).collect();
    lines.sort_by_key(|line| (line.pressing(), line.called.to_lowercase()));
    let (summary, uncounted) = summarise(&lines);
    Ok(Overview { instrument, others: measured, lines, summary, uncounted })
}

async fn measured(work: &mut Work<'_>, group: GroupId) -> Result<Vec<&'static Instrument>> {
    let battery = battery(work, group).await?;
    let known = battery.entries.iter().filter_map(|entry| Catalogue::built_in().get(&entry.instrument).ok());
    Ok(known.filter(|instrument| instrument.change.is_some()).collect())
}

impl Line {
    /// 0 looks first: clearly worse, then other warnings, then the rest.
    fn pressing(&self) -> u8 {
        match self.course.warnings.first().map(|warning| warning.concern) {
            Some(Concern::Red) => 0,
            Some(Concern::Amber) => 1,
            None => 2,
        }
    }
}

fn summarise(lines: &[Line]) -> (Option<Summary>, usize) {
    let trends: Vec<Trend> = lines.iter().filter_map(|line| line.course.trend).collect();
    let count = |wanted| trends.iter().filter(|trend| **trend == wanted).count();
    let summary = Summary { better: count(Trend::Better), same: count(Trend::Same), worse: count(Trend::Worse) };
    ((trends.len() >= SAID_OF_AT_LEAST).then_some(summary), lines.len() - trends.len())
}
