//! What gives a person of the staff the right to lead: licences and trainings, each checked by somebody.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Colleague, Jurisdiction, deeds, staff, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{CredentialId, PersonId};
use crate::limits::LICENCE_WARNING_DAYS;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

/// What a credential is, as far as decisions need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Qualification {
    /// The right to practise a profession in one place.
    Licence {
        /// Where it holds.
        place: Jurisdiction,
        /// The last day on which it holds.
        last_day: Date,
        /// Alone, or under somebody.
        practises: Practises,
    },
    /// A training in leading groups.
    Training {
        /// The last day on which it counts, where it ends at all.
        last_day: Option<Date>,
    },
}

/// Whether whoever holds a licence practises on their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Practises {
    /// On their own.
    Alone,
    /// As a trainee, under this person's licence.
    Under(PersonId),
}

/// What stands on the paper; sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CredentialWords {
    /// The profession or the training, such as "Clinical psychologist".
    pub title: String,
    /// The number of the licence or certificate.
    pub number: String,
    /// Who gave it.
    pub issuer: String,
}

impl std::fmt::Debug for CredentialWords {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("CredentialWords([sealed])")
    }
}

/// Who looked a credential up, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verification {
    /// Who; none where the program itself put it on record, as the demo does.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

/// A licence or training on record.
#[derive(Clone, Debug)]
pub struct Credential {
    /// Its id.
    pub id: CredentialId,
    /// Whose it is.
    pub person: PersonId,
    /// What it is.
    pub qualification: Qualification,
    /// What stands on the paper.
    pub words: CredentialWords,
    /// Who checked it.
    pub verified: Option<Verification>,
}

/// How a credential stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CredentialState {
    /// Its last day is over.
    Ended,
    /// Nobody has checked it.
    Unverified,
    /// It ends within the time of the first warning.
    EndingSoon,
    /// It holds.
    Valid,
}

impl Qualification {
    /// The number that is stored.
    pub const fn code(&self) -> i64 {
        match self {
            Self::Licence { .. } => 1,
            Self::Training { .. } => 2,
        }
    }

    /// The last day on which it counts, where it ends at all.
    pub const fn last_day(&self) -> Option<Date> {
        match self {
            Self::Licence { last_day, .. } => Some(*last_day),
            Self::Training { last_day } => *last_day,
        }
    }
}

impl Credential {
    /// How it stands on the day `today`.
    pub fn state(&self, today: Date) -> CredentialState {
        let days_left = self.qualification.last_day().map(|last| day_number(last) - day_number(today));
        match days_left {
            Some(days) if days < 0 => CredentialState::Ended,
            _ if self.verified.is_none() => CredentialState::Unverified,
            Some(days) if days <= i64::from(LICENCE_WARNING_DAYS[0]) => CredentialState::EndingSoon,
            _ => CredentialState::Valid,
        }
    }
}

/// The licences and trainings of one person, what ends first at the front. The grant must be about this person.
pub async fn credentials_of(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<Credential>> {
    let mut credentials = Vec::new();
    for kept in store::credentials_of(work, grant, person).await? {
        let store::KeptCredential { id, person, qualification, words, verified } = kept;
        let words = work.open(grant, Scope::Person(person), words_cell(id), &words).await?;
        credentials.push(Credential { id, person, qualification, words, verified });
    }
    Ok(credentials)
}

/// Everyone who works here with what is on record of them, those whose papers need a look first.
pub async fn credentials(work: &mut Work<'_>) -> Result<Vec<(Colleague, Vec<Credential>)>> {
    let today = super::today(work).await?;
    let mut all = Vec::new();
    for colleague in staff(work).await?.into_iter().filter(|colleague| colleague.ended.is_none()) {
        let grant = deeds::may_see_colleague(work, colleague.person).await?;
        let credentials = credentials_of(work, &grant, colleague.person).await?;
        all.push((colleague, credentials));
    }
    all.sort_by_key(|(_, credentials)| credentials.iter().map(|credential| credential.state(today)).min());
    Ok(all)
}

/// Days since 1 January 1970, as a day is stored.
pub(super) fn day_number(day: Date) -> i64 {
    i64::from((day - Date::constant(1970, 1, 1)).get_days())
}

/// The day that a stored number stands for.
pub(super) fn day_of_number(number: i64) -> Result<Date> {
    Date::constant(1970, 1, 1)
        .checked_add(jiff::Span::new().try_days(number).map_err(|cause| Error::bug(cause.to_string()))?)
        .map_err(|cause| Error::bug(cause.to_string()))
}

pub(super) const fn words_cell(id: CredentialId) -> Cell {
    Cell::of("credentials", "words", id.0)
}
