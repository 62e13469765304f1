//! The group at a glance, for those who lead it: everyone's start, scores and change on one instrument.

use std::collections::BTreeMap;

use measures::change::{Concern, Trend};
use measures::{Catalogue, Instrument};

use super::course::{Course, Dates, Point, has_yardstick};
use super::response::responses_on;
use super::{Response, battery, deeds, store};
use crate::access::Grant;
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
    /// The others that the group asks, or has asked and somebody may have answered.
    pub others: Vec<&'static Instrument>,
    /// One line a member: who needs a look first, then by name.
    pub lines: Vec<Line>,
    /// What can be said of the group, if enough have two scores.
    pub summary: Option<Summary>,
    /// How many have fewer than two scores, and are not counted.
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

/// Everyone's scores on `wanted`, or on the questionnaire that tells most: one that is answered and has a yardstick before
/// others.
pub async fn overview(work: &mut Work<'_>, group: GroupId, wanted: Option<String>) -> Result<Overview> {
    let grant = deeds::may_see_scores(work, group).await?;
    let choices = choices(work, &grant, group).await?;
    let chosen = match wanted {
        Some(id) => choices.iter().position(|choice| choice.instrument.id == id).ok_or(Error::NotFound)?,
        None => telling_most(&choices).ok_or(Error::Conflict("assessments-conflict-no-battery"))?,
    };
    let mut others: Vec<_> = choices.iter().map(|choice| choice.instrument).collect();
    let instrument = others.remove(chosen);
    let seats = groups::seated(work, &grant, group).await?;
    let mut points = points_of(work, &grant, group, instrument, &seats).await?;
    let line = |seat: groups::Seat| Line {
        course: Course::of(instrument, points.remove(&seat.person).unwrap_or_default()),
        person: seat.person,
        called: seat.called,
    };
    let mut lines: Vec<Line> = seats.into_iter().map(line).collect();
    lines.sort_by_key(|line| (line.pressing(), line.called.to_lowercase()));
    let (summary, uncounted) = summarise(&lines);
    Ok(Overview { instrument, others, lines, summary, uncounted })
}

/// One questionnaire to look at.
#[derive(Clone, Copy)]
struct Choice {
    instrument: &'static Instrument,
    is_answered: bool,
}

/// What the battery asks, then what else was asked: in place of it while nobody was on duty, or once outside of it.
async fn choices(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Vec<Choice>> {
    let battery = battery(work, group).await?;
    let asked = store::asked_in(work, grant, group).await?;
    let vault = work.vault();
    let found = |instrument: &Instrument, answered: &[bool]| {
        let index = vault.instrument_index(&instrument.id);
        asked.iter().any(|(other, is_answered)| *other == index && answered.contains(is_answered))
    };
    let mut instruments: Vec<&'static Instrument> = Vec::new();
    let chosen = battery.entries.iter().filter_map(|entry| Catalogue::built_in().get(&entry.instrument).ok());
    for instrument in chosen.chain(Catalogue::built_in().iter().filter(|known| found(known, &[true, false]))) {
        if !instruments.iter().any(|known| known.id == instrument.id) {
            instruments.push(instrument);
        }
    }
    let choice = |instrument| Choice { instrument, is_answered: found(instrument, &[true]) };
    Ok(instruments.into_iter().map(choice).collect())
}

fn telling_most(choices: &[Choice]) -> Option<usize> {
    let first = |wanted: fn(&Choice) -> bool| choices.iter().position(wanted);
    first(|choice| choice.is_answered && has_yardstick(choice.instrument))
        .or_else(|| first(|choice| choice.is_answered && choice.instrument.total.is_some()))
        .or_else(|| first(|choice| has_yardstick(choice.instrument)))
        .or_else(|| first(|_| true))
}

async fn points_of(
    work: &mut Work<'_>,
    grant: &Grant,
    group: GroupId,
    instrument: &'static Instrument,
    seats: &[groups::Seat],
) -> Result<BTreeMap<PersonId, Vec<Point>>> {
    let dates = Dates(groups::sessions(work, group).await?);
    let mut found: BTreeMap<PersonId, (Vec<Response>, Vec<Point>)> = BTreeMap::new();
    let is_seated = |person| seats.iter().any(|seat| seat.person == person);
    for response in responses_on(work, grant, group, &instrument.id, is_seated).await? {
        found.entry(response.person).or_default().0.push(response);
    }
    let index = work.vault().instrument_index(&instrument.id);
    for kept in store::unanswered_on(work, grant, group, index).await? {
        let gap = dates.gap(kept.session, kept.due_at);
        found.entry(kept.person).or_default().1.extend(gap);
    }
    let in_order = |(person, (responses, gaps))| (person, dates.points(instrument, responses, gaps));
    Ok(found.into_iter().map(in_order).collect())
}

impl Overview {
    /// How often it was answered, and how often it was to be answered by now, by those who sit in the group.
    pub fn answered_of(&self) -> (usize, usize) {
        let courses = || self.lines.iter().map(|line| &line.course);
        (courses().map(Course::answered).sum(), courses().map(Course::asked).sum())
    }
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
    let uncounted = lines.iter().filter(|line| line.course.scored() < 2).count();
    ((trends.len() >= SAID_OF_AT_LEAST).then_some(summary), uncounted)
}
