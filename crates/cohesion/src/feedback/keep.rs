//! A draft is kept: what was typed, and never over what somebody else has written meanwhile.

use jiff::civil::Date;

use super::store::LetterRow;
use super::{Body, Chart, LetterId, Part, calendar, deeds, letter, store};
use crate::access::Grant;
use crate::assessments::{Course, courses_of};
use crate::hub::Change;
use crate::limits::LETTER_PART_CHARS_MAX;
use crate::work::Work;
use crate::{Error, Fault, Result};

/// What was typed.
#[derive(Clone, PartialEq, Eq)]
pub struct Typed {
    /// The version that was looked at.
    pub seen: u32,
    /// The parts, by [`Part::place`].
    pub parts: Vec<String>,
    /// Words that somebody has said are nobody's name here.
    pub plain: Vec<String>,
    /// The day by which something is tried.
    pub until: Option<Date>,
    /// The questionnaire whose course stands in the letter.
    pub chart: Option<String>,
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Typed([sealed])")
    }
}

/// Keeps a draft.
pub async fn keep(work: &mut Work<'_>, id: LetterId, typed: &Typed) -> Result<()> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_write_on(work, &row).await?;
    row.while_draft()?;
    typed.check()?;
    let chart = match &typed.chart {
        Some(instrument) => Some(chart_of(work, &row, instrument).await?),
        None => None,
    };
    let until = typed.until.map(calendar::number);
    let (parts, plain) = (typed.parts.clone(), typed.plain.clone());
    let body = Body { parts, until, chart, plain, ..Body::default() };
    rewrite(work, &grant, &row, typed.seen, &body).await
}

/// Writes over the version that was looked at.
pub(super) async fn rewrite(work: &mut Work<'_>, grant: &Grant, row: &LetterRow, seen: u32, body: &Body) -> Result<()> {
    let author = work.actor().person().ok_or(Error::SignInNeeded)?;
    let sealed = letter::seal(work, row, seen, body).await?;
    if !store::save_letter(work, grant, (row.id, seen), sealed, author).await? {
        return Err(Error::Conflict("feedback-conflict-changed"));
    }
    work.announce(Change::Group(row.group));
    Ok(())
}

/// The course as it is now, of a questionnaire for which it is known what a change means.
pub(super) async fn chart_of(work: &mut Work<'_>, row: &LetterRow, instrument: &str) -> Result<Chart> {
    let courses = courses_of(work, row.group, row.person).await?;
    let course = courses.iter().find(|course| course.instrument.id == instrument && can_be_drawn(course));
    let course = course.ok_or(Error::invalid("chart", "fault-choose"))?;
    let points = course.points.iter().filter_map(|point| Some((point.at.0, point.total()?))).collect();
    Ok(Chart { instrument: instrument.to_owned(), points })
}

/// Whether a course can stand in a letter: there are two scores, and a yardstick.
pub(super) fn can_be_drawn(course: &Course) -> bool {
    course.has_yardstick() && course.scored() > 1
}

impl Typed {
    fn check(&self) -> Result<()> {
        if self.parts.len() != Part::ALL.len() {
            return Err(Error::bug("a letter with other parts than it has"));
        }
        let is_long = |text: &String| text.chars().count() > LETTER_PART_CHARS_MAX;
        let long = self.parts.iter().enumerate().filter(|(_, text)| is_long(text));
        let faults: Vec<Fault> = long.map(|(at, _)| Fault::new(format!("part-{at}"), "fault-long")).collect();
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}
