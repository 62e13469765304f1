//! What follows from an absence: a task for those who lead, with a clock, done with words.

use super::{deeds, store};
use crate::access::Grant;
use crate::clock::{Span, Timestamp};
use crate::groups::Session;
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

crate::ids! {
    /// One task that follows from an absence.
    AbsenceId;
}

/// How soon somebody reaches a member who stayed away without a word: the absence can be the sign (domain.md A9).
pub const REACH_WITHIN: Span = Span::hours(24);
/// How soon a review meeting is arranged.
pub const REVIEW_WITHIN: Span = Span::days(7);
/// Of so many latest sessions …
const LATEST: usize = 5;
/// … so many absences ask for a review.
const ABSENCES_FOR_REVIEW: usize = 3;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsenceKind {
    /// Reach the member on the same day.
    Reach,
    /// Away twice in a row: talk about it.
    TwiceInARow,
    /// Away three times of five: meet to look at it together.
    Review,
}

impl AbsenceKind {
    /// The number that is stored.
    pub const fn code(self) -> i64 {
        match self {
            Self::Reach => 1,
            Self::TwiceInARow => 2,
            Self::Review => 3,
        }
    }

    /// The kind that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        match code {
            1 => Ok(Self::Reach),
            2 => Ok(Self::TwiceInARow),
            3 => Ok(Self::Review),
            other => Err(Error::bug(format!("no absence has the number {other}"))),
        }
    }

    /// The Fluent key of what is to be done.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Reach => "sessions-absence-reach",
            Self::TwiceInARow => "sessions-absence-twice",
            Self::Review => "sessions-absence-review",
        }
    }

    /// How long there is for it.
    const fn within(self) -> Span {
        match self {
            Self::Reach => REACH_WITHIN,
            Self::TwiceInARow | Self::Review => REVIEW_WITHIN,
        }
    }
}

/// One open task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Its id.
    pub id: AbsenceId,
    /// The session that was missed.
    pub session: SessionId,
    /// The group.
    pub group: GroupId,
    /// Who was away.
    pub person: PersonId,
    /// What is to be done.
    pub kind: AbsenceKind,
    /// Until when.
    pub due_at: Timestamp,
}

/// What an absence asks for. `latest` says of the latest sessions, this one last, whether the member was away.
pub(super) fn asked_for(silent: Silence, latest: &[bool]) -> Vec<AbsenceKind> {
    let twice = latest.len() >= 2 && latest[latest.len() - 2..].iter().all(|away| *away);
    let recent = &latest[latest.len().saturating_sub(LATEST)..];
    let often = recent.iter().filter(|away| **away).count() >= ABSENCES_FOR_REVIEW;
    let reach = (silent == Silence::WithoutWord).then_some(AbsenceKind::Reach);
    let talk = if often { Some(AbsenceKind::Review) } else { twice.then_some(AbsenceKind::TwiceInARow) };
    reach.into_iter().chain(talk).collect()
}

/// Whether word was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Silence {
    /// We were told.
    Told,
    /// Nobody knew.
    WithoutWord,
}

/// Writes down what an absence asks for.
pub(super) async fn after_absence(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    person: PersonId,
    asked: Vec<AbsenceKind>,
) -> Result<()> {
    let about = work.about(grant, person);
    for kind in asked {
        let due_at = work.now() + kind.within();
        store::insert_absence(work, &about, AbsenceId::random()?, session, person, kind, due_at).await?;
    }
    Ok(())
}

/// The open tasks of a group, the most urgent first.
pub async fn absences(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Absence>> {
    let grant = deeds::may_see_attendance(work, group).await?;
    store::open_absences(work, &grant, group).await
}

/// Says what was done about an absence; without words it stays open.
pub async fn reach_out(work: &mut Work<'_>, id: AbsenceId, words: &str) -> Result<()> {
    let absence = store::find_absence(work, id).await?;
    let grant = deeds::may_answer_absence(work, &absence).await?;
    if words.trim().is_empty() {
        return Err(Error::invalid(format!("words-{id}"), "sessions-fault-words"));
    }
    let scope = Scope::Membership(absence.group, absence.person);
    let sealed = work.seal(scope, Cell::of("absences", "words", id.0), words).await?;
    if !store::finish_absence(work, &grant, id, sealed).await? {
        return Err(Error::Conflict("sessions-conflict-absence-done"));
    }
    work.announce(Change::Group(absence.group));
    Ok(())
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn an_absence_asks_for_what_the_clinic_does() {
        use AbsenceKind::{Reach, Review, TwiceInARow};
        for (silent, latest, asked) in [
            (Silence::Told, &[true][..], &[][..]),
            (Silence::WithoutWord, &[true], &[Reach]),
            (Silence::Told, &[true, true], &[TwiceInARow]),
            (Silence::WithoutWord, &[false, true, true], &[Reach, TwiceInARow]),
            (Silence::Told, &[true, false, true, false, true], &[Review]),
            (Silence::Told, &[true, true, false, false, false, true], &[]),
        ] {
            assert_eq!(asked_for(silent, latest), asked, "{silent:?} {latest:?}");
        }
    }
}
