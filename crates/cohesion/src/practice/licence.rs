//! Who may treat somebody who is in a place on a day, decided from what is on record; and what is missing where nobody may.

use jiff::civil::Date;

use super::{Jurisdiction, Practises, Qualification, store};
use crate::id::PersonId;
use crate::work::Work;
use crate::{Fact, Reason, Result};

/// How a person's right to treat somebody in a place stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Licence {
    /// They may, until the end of this day.
    Valid {
        /// The last day.
        until: Date,
    },
    /// A trainee's licence, and no supervisor whose own licence holds there.
    Unsupervised,
    /// A licence that nobody has checked.
    Unverified,
    /// A licence that has ended.
    Expired {
        /// Its last day.
        on: Date,
    },
    /// No licence for the place at all.
    Missing,
}

impl Licence {
    /// How near it is to a yes, for choosing the best of several; the later day wins.
    const fn nearness(self) -> (u8, Option<Date>) {
        match self {
            Self::Valid { until } => (4, Some(until)),
            Self::Unsupervised => (3, None),
            Self::Unverified => (2, None),
            Self::Expired { on } => (1, Some(on)),
            Self::Missing => (0, None),
        }
    }
}

/// Whether somebody has looked a licence up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// Somebody has.
    Verified,
    /// Nobody has yet.
    Open,
}

/// A licence, as far as the decision needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Who holds it.
    pub person: PersonId,
    /// Where it holds.
    pub place: Jurisdiction,
    /// Its last day.
    pub last_day: Date,
    /// Whether it was looked up.
    pub check: Check,
    /// Alone or under somebody.
    pub practises: Practises,
}

/// The licences of some people, and of those who supervise them.
#[derive(Clone, Debug, Default)]
pub struct Licences(Vec<Held>);

impl Licences {
    /// The right of `person` to treat somebody who is `here` on the day `on`.
    pub fn of(&self, person: PersonId, here: &Jurisdiction, on: Date) -> Licence {
        let judged = self.covering(person, here).map(|held| self.judge(held, here, on));
        judged.max_by_key(|licence| licence.nearness()).unwrap_or(Licence::Missing)
    }

    fn covering<'a>(&'a self, person: PersonId, here: &'a Jurisdiction) -> impl Iterator<Item = &'a Held> {
        self.0.iter().filter(move |held| held.person == person && held.place.covers(here))
    }

    fn judge(&self, held: &Held, here: &Jurisdiction, on: Date) -> Licence {
        match (held.check, held.practises) {
            _ if held.last_day < on => Licence::Expired { on: held.last_day },
            (Check::Open, _) => Licence::Unverified,
            (Check::Verified, Practises::Alone) => Licence::Valid { until: held.last_day },
            (Check::Verified, Practises::Under(supervisor)) => match self.supervises_until(supervisor, here, on) {
                Some(until) => Licence::Valid { until: until.min(held.last_day) },
                None => Licence::Unsupervised,
            },
        }
    }

    /// A trainee cannot supervise a trainee, so only licences to practise alone count.
    fn supervises_until(&self, supervisor: PersonId, here: &Jurisdiction, on: Date) -> Option<Date> {
        let counts =
            |held: &&Held| held.practises == Practises::Alone && held.check == Check::Verified && held.last_day >= on;
        self.covering(supervisor, here).filter(counts).map(|held| held.last_day).max()
    }
}

impl FromIterator<Held> for Licences {
    fn from_iter<I: IntoIterator<Item = Held>>(held: I) -> Self {
        Self(held.into_iter().collect())
    }
}

/// A place where members are and none of the leaders may treat them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The place.
    pub place: Jurisdiction,
    /// The standing, among the leaders, that is nearest to a yes.
    pub nearest: Licence,
}

impl Gap {
    /// The sentence that says what is missing.
    pub fn reason(&self) -> Reason {
        let at = |words| Reason::new(words).naming("place", Fact::Place(self.place.to_string()));
        match self.nearest {
            Licence::Expired { on } => at("practice-gap-expired").naming("day", Fact::Day(on)),
            Licence::Unverified => at("practice-gap-unverified"),
            Licence::Unsupervised => at("practice-gap-unsupervised"),
            Licence::Missing | Licence::Valid { .. } => at("practice-gap-missing"),
        }
    }
}

/// The places, each once, where none of `leaders` may treat somebody on the day `on`. Nothing where all is well.
pub fn gap(leaders: &[PersonId], licences: &Licences, places: &[Jurisdiction], on: Date) -> Vec<Gap> {
    let mut places: Vec<&Jurisdiction> = places.iter().collect();
    places.sort();
    places.dedup();
    let nearest = |place| {
        let standings = leaders.iter().map(|leader| licences.of(*leader, place, on));
        standings.max_by_key(|licence| licence.nearness()).unwrap_or(Licence::Missing)
    };
    places
        .into_iter()
        .map(|place| Gap { place: place.clone(), nearest: nearest(place) })
        .filter(|gap| !matches!(gap.nearest, Licence::Valid { .. }))
        .collect()
}

/// [`gap`], with the leaders' licences and those of their supervisors as they are on record.
pub async fn gaps(work: &mut Work<'_>, leaders: &[PersonId], places: &[Jurisdiction], on: Date) -> Result<Vec<Gap>> {
    let licences = licences(work, leaders).await?;
    Ok(gap(leaders, &licences, places, on))
}

/// The right of `clinician` to treat somebody who is `here` on the day `on`.
pub async fn standing_of_licence(
    work: &mut Work<'_>,
    clinician: PersonId,
    here: &Jurisdiction,
    on: Date,
) -> Result<Licence> {
    Ok(licences(work, &[clinician]).await?.of(clinician, here, on))
}

/// How a person's training in leading groups stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Training {
    /// On record, checked, and not ended.
    Current,
    /// On record, and nobody has checked it.
    Unverified,
    /// On record, and ended.
    Ended,
    /// Not on record.
    Missing,
}

/// The best of a person's trainings on the day `on`.
pub async fn training_of(work: &mut Work<'_>, person: PersonId, on: Date) -> Result<Training> {
    let trainings = store::terms_of(work, person).await?.into_iter().filter_map(|terms| match terms.qualification {
        Qualification::Training { last_day } => Some((last_day, terms.check)),
        Qualification::Licence { .. } => None,
    });
    let standing = |(last_day, check): (Option<Date>, Check)| match check {
        _ if last_day.is_some_and(|last| last < on) => Training::Ended,
        Check::Open => Training::Unverified,
        Check::Verified => Training::Current,
    };
    Ok(trainings.map(standing).min_by_key(|training| *training as u8).unwrap_or(Training::Missing))
}

/// Under whose licence a trainee practises today; nobody, for whoever holds a licence of their own that somebody has verified
/// and that has not ended. Of several supervisors it is the one of the licence that lasts longest.
pub async fn supervisor_of(work: &mut Work<'_>, person: PersonId) -> Result<Option<PersonId>> {
    let today = super::today(work).await?;
    let mut supervisor = None;
    for terms in store::terms_of(work, person).await? {
        let Qualification::Licence { last_day, practises, .. } = terms.qualification else { continue };
        match (practises, terms.check) {
            (Practises::Alone, Check::Verified) if last_day >= today => return Ok(None),
            (Practises::Under(over), _) => supervisor = supervisor.max(Some((last_day, over))),
            (Practises::Alone, _) => {}
        }
    }
    Ok(supervisor.map(|(_, over)| over))
}

async fn licences(work: &mut Work<'_>, people: &[PersonId]) -> Result<Licences> {
    let mut loaded = Vec::new();
    let mut waiting = people.to_vec();
    let mut held = Vec::new();
    while let Some(person) = waiting.pop() {
        if loaded.contains(&person) {
            continue;
        }
        loaded.push(person);
        for terms in store::terms_of(work, person).await? {
            let Qualification::Licence { place, last_day, practises } = terms.qualification else { continue };
            if let Practises::Under(supervisor) = practises {
                waiting.push(supervisor);
            }
            held.push(Held { person, place, last_day, check: terms.check, practises });
        }
    }
    Ok(Licences(held))
}

#[cfg(test)]
mod tests;
