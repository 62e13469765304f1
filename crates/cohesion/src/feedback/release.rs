//! A letter is given to the member: what stands in the way, decided in one pure place, and the seal.

use measures::change::Trend;

use super::{Body, Letter, LetterId, Part, deeds, letter, store};
use crate::access::Grant;
use crate::assessments::{Course, courses_of};
use crate::hub::Change;
use crate::notes::{Found, Place, names_in};
use crate::notices::{Kind, tell};
use crate::work::Work;
use crate::{Error, Result, groups, identity};

/// Whether bad news was spoken about before it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    /// Therapist and member have spoken about it.
    Yes,
    /// Nobody says so.
    NotYet,
}

/// What stands in the way of giving a letter out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Nothing stands under "what I noticed": that part is the therapist's own.
    Unnoticed,
    /// Something is to be tried, and no day says until when.
    NoDay,
    /// It names another member.
    Names(Vec<Found>),
    /// A score is reliably worse, and nobody says that it was spoken about.
    Unspoken,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Released {
    /// The member has it.
    Done,
    /// Nothing was sent; these stand in the way.
    Not(Vec<Obstacle>),
}

/// What of a draft's case is known when it is judged.
struct Case {
    names: Vec<Found>,
    is_worse: bool,
}

/// What stands in the way of this draft now.
pub async fn obstacles(work: &mut Work<'_>, letter: &Letter, spoken: Spoken) -> Result<Vec<Obstacle>> {
    let row = store::find_letter(work, letter.id).await?;
    let grant = deeds::may_write_on(work, &row).await?;
    let case = case(work, &grant, letter).await?;
    Ok(judge(&letter.body, case, spoken))
}

/// Gives the version that was read through to the member, who is told without a word of what it says.
pub async fn release(work: &mut Work<'_>, id: LetterId, seen: u32, spoken: Spoken) -> Result<Released> {
    let row = store::find_letter(work, id).await?;
    let grant = deeds::may_release(work, &row).await?;
    row.while_draft()?;
    let (group, person) = (row.group, row.person);
    if !groups::is_seated(work, group, person).await? {
        return Err(Error::Conflict("feedback-conflict-left"));
    }
    if row.version != seen {
        return Err(Error::Conflict("feedback-conflict-changed"));
    }
    let again = store::find_letter(work, id).await?;
    let draft = letter::open(work, &grant, again).await?;
    let case = case(work, &grant, &draft).await?;
    let obstacles = judge(&draft.body, case, spoken);
    if !obstacles.is_empty() {
        return Ok(Released::Not(obstacles));
    }
    let by = work.actor().person().ok_or(Error::SignInNeeded)?;
    let about = work.about(&grant, by);
    let from = identity::called(work, &about, by).await?;
    let seats = groups::seats_of(work, &grant, person).await?;
    let to = seats.into_iter().find(|seat| seat.group == group).map(|seat| seat.called).unwrap_or_default();
    let body = Body { to, from, ..draft.body };
    let sealed = letter::seal(work, &row, seen, &body).await?;
    if !store::save_release(work, &grant, (id, seen), sealed, by).await? {
        return Err(Error::Conflict("feedback-conflict-changed"));
    }
    tell(work, person, Kind::LetterCame, id.0, 0).await?;
    work.announce(Change::Group(group));
    work.announce(Change::Person(person));
    Ok(Released::Done)
}

async fn case(work: &mut Work<'_>, grant: &Grant, letter: &Letter) -> Result<Case> {
    let place = (letter.group, Place::Of(letter.person));
    let names = names_in(work, grant, place, &letter.body.parts, &letter.body.plain).await?;
    let courses = courses_of(work, letter.group, letter.person).await?;
    Ok(Case { names, is_worse: courses.iter().any(is_worse) })
}

/// Whether the latest score is worse than the first by more than the questionnaire's own error.
pub(super) fn is_worse(course: &Course) -> bool {
    course.trend == Some(Trend::Worse)
}

fn judge(body: &Body, case: Case, spoken: Spoken) -> Vec<Obstacle> {
    let mut obstacles = Vec::new();
    if body.part(Part::Noticed).trim().is_empty() {
        obstacles.push(Obstacle::Unnoticed);
    }
    if !body.part(Part::Experiment).trim().is_empty() && body.until.is_none() {
        obstacles.push(Obstacle::NoDay);
    }
    if !case.names.is_empty() {
        obstacles.push(Obstacle::Names(case.names));
    }
    if case.is_worse && spoken == Spoken::NotYet {
        obstacles.push(Obstacle::Unspoken);
    }
    obstacles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(noticed: &str, experiment: &str, until: Option<i32>) -> Body {
        let mut parts = vec![String::new(); 8];
        parts[Part::Noticed.place()] = noticed.to_owned();
        parts[Part::Experiment.place()] = experiment.to_owned();
        Body { parts, until, ..Body::default() }
    }

    #[test]
    fn a_letter_needs_the_therapists_own_words_and_a_day_for_what_is_tried() {
        let quiet = || Case { names: Vec::new(), is_worse: false };
        let judged = |body: &Body| judge(body, quiet(), Spoken::NotYet);
        assert_eq!(judged(&body(" ", "", None)), [Obstacle::Unnoticed]);
        assert_eq!(judged(&body("You asked.", "Walk", None)), [Obstacle::NoDay]);
        assert_eq!(judged(&body("You asked.", "Walk", Some(20_000))), []);
    }

    #[test]
    fn bad_news_is_spoken_first() {
        let worse = || Case { names: Vec::new(), is_worse: true };
        let letter = body("You asked.", "", None);
        assert_eq!(judge(&letter, worse(), Spoken::NotYet), [Obstacle::Unspoken]);
        assert_eq!(judge(&letter, worse(), Spoken::Yes), []);
    }
}
