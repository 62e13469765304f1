//! The closed loop of one occasion: answered, looked at by the member, talked about as whoever leads has it, confirmed by the
//! member, and the next score beside it. Where a result is not talked about, measuring changes nothing (anchors.md 3, row 1).

use std::collections::BTreeMap;

use super::store::{self, TalkRow};
use super::{deeds, discuss};
use crate::access::{Deed, Grant};
use crate::assessments::{AssignmentId, Course, Overview, Point, courses_of, overview};
use crate::audit::{OwnReading, own_readings};
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::work::{Scope, Work};
use crate::{Result, unless_damaged};

/// How far an occasion has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It was answered.
    Measured,
    /// The member has looked at what it came to.
    Shown,
    /// Whoever leads says that it was talked about.
    Discussed,
    /// The member says whether it was.
    Confirmed,
    /// The next score stands beside it.
    Closed,
}

impl Stage {
    /// Every stage.
    pub const ALL: [Self; 5] = [Self::Measured, Self::Shown, Self::Discussed, Self::Confirmed, Self::Closed];

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Measured => "feedback-stage-measured",
            Self::Shown => "feedback-stage-shown",
            Self::Discussed => "feedback-stage-discussed",
            Self::Confirmed => "feedback-stage-confirmed",
            Self::Closed => "feedback-stage-closed",
        }
    }
}

/// One time that a member answered, and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion {
    /// What was answered.
    pub assignment: AssignmentId,
    /// When.
    pub at: Timestamp,
    /// What it came to, in points.
    pub total: f64,
    /// When the member first looked at it.
    pub shown: Option<Timestamp>,
    /// When whoever leads said that it was talked about.
    pub discussed: Option<Timestamp>,
    /// What they noted about it; may be empty.
    pub note: String,
    /// Whether it was talked about as the member has it, and when they said so.
    pub confirmed: Option<(bool, Timestamp)>,
    /// The member's words to it; may be empty.
    pub words: String,
    /// The next score of the same questionnaire, and when.
    pub next: Option<(f64, Timestamp)>,
}

impl Occasion {
    /// How far it has come: the loop is closed once both sides have spoken and the next score is there.
    pub fn stage(&self) -> Stage {
        match (self.discussed, self.confirmed, self.next) {
            (Some(_), Some(_), Some(_)) => Stage::Closed,
            (_, Some(_), _) => Stage::Confirmed,
            (Some(_), None, _) => Stage::Discussed,
            (None, None, _) if self.shown.is_some() => Stage::Shown,
            (None, None, _) => Stage::Measured,
        }
    }
}

/// How many occasions there are, and of how many each side says that they were talked about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Occasions.
    pub all: usize,
    /// Talked about, by the account of those who lead.
    pub by_leaders: usize,
    /// Talked about, by the members' account.
    pub by_members: usize,
}

impl Counted {
    fn of<'o>(occasions: impl Iterator<Item = &'o Occasion>) -> Self {
        let mut counted = Self::default();
        for occasion in occasions {
            counted.all += 1;
            counted.by_leaders += usize::from(occasion.discussed.is_some());
            counted.by_members += usize::from(occasion.confirmed.is_some_and(|(talked, _)| talked));
        }
        counted
    }
}

/// Everyone's occasions on one questionnaire.
#[derive(Clone, Debug)]
pub struct Loops {
    /// The questionnaire, the others, and everyone by name.
    pub overview: Overview,
    /// The occasions of each line of the overview, the newest first.
    pub of_each: Vec<Vec<Occasion>>,
    /// How many were talked about.
    pub counted: Counted,
}

/// One member's occasions by questionnaire, the newest first, for those who lead the group.
pub async fn loop_of(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<(Course, Vec<Occasion>)>> {
    let grant = deeds::may_see_talks(work, group, person).await?;
    let talks = store::talks_of(work, &grant, group, person).await?;
    let looks = looks_of(work, &grant, person).await?;
    let mut all = Vec::new();
    for course in courses_of(work, group, person).await?.into_iter().filter(Course::has_yardstick) {
        let occasions = occasions(work, &grant, (group, person), &course, (&talks, &looks)).await?;
        all.push((course, occasions));
    }
    Ok(all)
}

/// Everyone's occasions on `wanted`, or on the questionnaire that tells most. Without any, a conflict as of the scores.
pub async fn loops_in(work: &mut Work<'_>, group: GroupId, wanted: Option<String>) -> Result<Loops> {
    let grant = deeds::may_see_all_talks(work, group).await?;
    let overview = overview(work, group, wanted).await?;
    let mut talks: BTreeMap<PersonId, Vec<TalkRow>> = BTreeMap::new();
    for row in store::talks_in(work, &grant, group).await? {
        talks.entry(row.person).or_default().push(row);
    }
    let mut of_each = Vec::new();
    for line in &overview.lines {
        let about = work.about(&grant, line.person);
        let looks = looks_of(work, &about, line.person).await?;
        let rows = talks.remove(&line.person).unwrap_or_default();
        of_each.push(occasions(work, &about, (group, line.person), &line.course, (&rows, &looks)).await?);
    }
    let counted = Counted::of(of_each.iter().flatten());
    Ok(Loops { overview, of_each, counted })
}

/// When the person looked at a result, or at their progress.
async fn looks_of(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<OwnReading>> {
    own_readings(work, grant, person, [Deed::ReadAnswers, Deed::SeeCourse]).await
}

async fn occasions(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, person): (GroupId, PersonId),
    course: &Course,
    (talks, looks): (&[TalkRow], &[OwnReading]),
) -> Result<Vec<Occasion>> {
    let scored: Vec<(&Point, AssignmentId, f64)> = course
        .points
        .iter()
        .filter_map(|point| Some((point, point.answer.as_ref()?.assignment, point.total()?)))
        .collect();
    let mut occasions = Vec::new();
    for (at, (point, assignment, total)) in scored.iter().enumerate() {
        let talk = talks.iter().find(|talk| talk.assignment == *assignment);
        let next = scored.get(at + 1).map(|(next, _, total)| (*total, next.at));
        let (note, words) = match talk {
            Some(talk) => said(work, grant, (group, person), talk).await?,
            None => Default::default(),
        };
        occasions.push(Occasion {
            assignment: *assignment,
            at: point.at,
            total: *total,
            shown: first_look(looks, group, *assignment, point.at),
            discussed: talk.and_then(|talk| talk.discussed).map(|(_, at)| at),
            note,
            confirmed: talk.and_then(|talk| talk.confirmed).map(|(talked, at)| (talked == discuss::YES, at)),
            words,
            next,
        });
    }
    occasions.reverse();
    Ok(occasions)
}

/// The first look at this answer, or at the scores of the group, after it was given.
fn first_look(
    looks: &[OwnReading],
    group: GroupId,
    assignment: AssignmentId,
    answered_at: Timestamp,
) -> Option<Timestamp> {
    let is_of_it = |look: &&OwnReading| look.of == Some(assignment.0) || look.of == Some(group.0);
    looks.iter().filter(is_of_it).map(|look| look.at).filter(|at| *at >= answered_at).min()
}

/// What whoever leads noted, and what the member said; damaged words are missing, and logged.
async fn said(
    work: &mut Work<'_>,
    grant: &Grant,
    (group, person): (GroupId, PersonId),
    talk: &TalkRow,
) -> Result<(String, String)> {
    let scope = Scope::Membership(group, person);
    let id = talk.assignment.0;
    let mut opened = [String::new(), String::new()];
    let sealed =
        [(&talk.note, discuss::note_cell(talk.assignment)), (&talk.words, discuss::words_cell(talk.assignment))];
    for (into, (sealed, cell)) in opened.iter_mut().zip(sealed) {
        if let Some(sealed) = sealed {
            let read: Result<String> = work.open(grant, scope, cell, sealed).await;
            *into = unless_damaged(read, "talks", id)?.unwrap_or_default();
        }
    }
    let [note, words] = opened;
    Ok((note, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn occasion() -> Occasion {
        Occasion {
            assignment: AssignmentId([1; 16]),
            at: Timestamp(1_000),
            total: 12.0,
            shown: None,
            discussed: None,
            note: String::new(),
            confirmed: None,
            words: String::new(),
            next: None,
        }
    }

    #[test]
    fn an_occasion_comes_from_stage_to_stage_and_is_closed_by_the_next_score() {
        let at = Some(Timestamp(2_000));
        let next = Some((9.0, Timestamp(3_000)));
        let shown = Occasion { shown: at, ..occasion() };
        let discussed = Occasion { discussed: at, ..shown.clone() };
        let confirmed = Occasion { confirmed: Some((true, Timestamp(2_500))), ..discussed.clone() };
        let closed = Occasion { next, ..confirmed.clone() };
        let stages = [&occasion(), &shown, &discussed, &confirmed, &closed].map(Occasion::stage);
        assert_eq!(stages, Stage::ALL);
        assert_eq!(Occasion { next, ..discussed }.stage(), Stage::Discussed, "a later score alone closes nothing");
    }

    #[test]
    fn both_accounts_are_counted_apart() {
        let by_both = Occasion { discussed: Some(Timestamp(1)), confirmed: Some((true, Timestamp(2))), ..occasion() };
        let by_one = Occasion { discussed: Some(Timestamp(1)), confirmed: Some((false, Timestamp(2))), ..occasion() };
        let counted = Counted::of([by_both, by_one, occasion()].iter());
        assert_eq!(counted, Counted { all: 3, by_leaders: 2, by_members: 1 });
    }

    #[test]
    fn a_look_counts_from_the_answer_on_and_of_this_group_only() {
        let (group, assignment) = (GroupId([7; 16]), AssignmentId([1; 16]));
        let look = |at, of| OwnReading { at: Timestamp(at), of: Some(of) };
        let looks = [look(900, [7; 16]), look(4_000, [1; 16]), look(2_000, [9; 16]), look(3_000, [7; 16])];
        assert_eq!(first_look(&looks, group, assignment, Timestamp(1_000)), Some(Timestamp(3_000)));
        assert_eq!(first_look(&looks[2..3], group, assignment, Timestamp(1_000)), None);
    }
}
