//! What has to be known of somebody who facilitates, beside a training: who they are, what they agreed to, who recommends
//! them, and a background check where the practice asks for one.
//!
//! No paper lies here: an administrator who has seen it vouches for it, with the last day on which it counts.

use std::str::FromStr;

use jiff::civil::Date;

use super::{administrators, deeds, settings, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::work::Work;
use crate::{Error, Reason, Result};

/// Something that is vouched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vetting {
    /// Somebody has seen who they are.
    Identity,
    /// They have agreed to the code of conduct.
    CodeOfConduct,
    /// Two people have recommended them.
    References,
    /// Their background was checked.
    Background,
}

/// What somebody has vouched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// What.
    pub vetting: Vetting,
    /// The last day on which it counts, where it ends.
    pub last_day: Option<Date>,
    /// Who; none for the program itself.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}

impl Vetting {
    /// Everything that can be vouched for, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Identity, Self::CodeOfConduct, Self::References, Self::Background];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// What a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|vetting| vetting.code() == code)
            .ok_or_else(|| Error::bug(format!("nothing to vouch for has the number {code}")))
    }

    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::CodeOfConduct => "conduct",
            Self::References => "references",
            Self::Background => "background",
        }
    }

    /// The Fluent keys of its name and of what has to be seen.
    pub const fn word_keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Identity => ("practice-vetting-identity", "practice-vetting-identity-about"),
            Self::CodeOfConduct => ("practice-vetting-conduct", "practice-vetting-conduct-about"),
            Self::References => ("practice-vetting-references", "practice-vetting-references-about"),
            Self::Background => ("practice-vetting-background", "practice-vetting-background-about"),
        }
    }

    /// The Fluent key of the sentence that says it is missing.
    const fn gap_key(self) -> &'static str {
        match self {
            Self::Identity => "practice-gap-vetting-identity",
            Self::CodeOfConduct => "practice-gap-vetting-conduct",
            Self::References => "practice-gap-vetting-references",
            Self::Background => "practice-gap-vetting-background",
        }
    }
}

impl FromStr for Vetting {
    type Err = Error;

    fn from_str(word: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|vetting| vetting.word() == word).ok_or(Error::NotFound)
    }
}

/// Whether a practice asks for a background check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackgroundCheck {
    /// It does.
    Asked,
    /// It does not.
    NotAsked,
}

/// What is missing on the day `on` before somebody may facilitate, in the order of the page.
pub fn lacking(vouched: &[Vouched], background: BackgroundCheck, on: Date) -> Vec<Vetting> {
    let is_there = |vetting: &Vetting| {
        let counts = |one: &Vouched| one.vetting == *vetting && one.last_day.is_none_or(|last| last >= on);
        vouched.iter().any(counts)
    };
    let is_asked = |vetting: &Vetting| *vetting != Vetting::Background || background == BackgroundCheck::Asked;
    Vetting::ALL.into_iter().filter(|vetting| is_asked(vetting) && !is_there(vetting)).collect()
}

/// [`lacking`], in sentences, by what is on record of a person.
pub async fn missing_vettings(work: &mut Work<'_>, person: PersonId, on: Date) -> Result<Vec<Reason>> {
    let vouched = store::vettings_of(work, person).await?;
    let background =
        if settings(work).await?.asks_background_check { BackgroundCheck::Asked } else { BackgroundCheck::NotAsked };
    Ok(lacking(&vouched, background, on).into_iter().map(|vetting| Reason::new(vetting.gap_key())).collect())
}

/// What was vouched for. The grant must be about this person.
pub async fn vettings_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<Vouched>> {
    store::vettings_of(work, person).await
}

/// Vouches for something, until a last day where it ends. Nobody vouches for themself where somebody else runs the site too.
pub async fn vouch(work: &mut Work<'_>, person: PersonId, vetting: Vetting, last_day: Option<Date>) -> Result<()> {
    let grant = deeds::may_vouch(work, person).await?;
    if !store::has_ever_worked_here(work, &grant, person).await? {
        return Err(Error::NotFound);
    }
    if work.actor().person() == Some(person) && administrators(work).await?.len() > 1 {
        return Err(Error::Forbidden("practice-forbidden-own-credential"));
    }
    store::save_vetting(work, &grant, person, vetting, last_day).await
}

/// Takes it back: it was a mistake, or holds no more.
pub async fn take_vetting_back(work: &mut Work<'_>, person: PersonId, vetting: Vetting) -> Result<()> {
    let grant = deeds::may_vouch(work, person).await?;
    store::delete_vetting(work, &grant, person, vetting).await
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};

    use super::{BackgroundCheck, Vetting, Vouched, lacking};
    use crate::clock::Timestamp;

    const TODAY: Date = date(2026, 11, 24);

    fn vouched(vetting: Vetting, last_day: Option<Date>) -> Vouched {
        Vouched { vetting, last_day, by: None, at: Timestamp(0) }
    }

    #[test]
    fn nothing_is_taken_on_trust_and_a_background_check_only_where_it_is_asked_for() {
        assert_eq!(
            lacking(&[], BackgroundCheck::NotAsked, TODAY),
            [Vetting::Identity, Vetting::CodeOfConduct, Vetting::References]
        );
        let most = [Vetting::Identity, Vetting::CodeOfConduct, Vetting::References].map(|one| vouched(one, None));
        assert_eq!(lacking(&most, BackgroundCheck::NotAsked, TODAY), []);
        assert_eq!(lacking(&most, BackgroundCheck::Asked, TODAY), [Vetting::Background]);
    }

    #[test]
    fn what_ended_yesterday_counts_no_more_and_what_ends_today_does() {
        let at = |last_day| {
            let all = Vetting::ALL.map(|one| vouched(one, Some(last_day)));
            lacking(&all, BackgroundCheck::Asked, TODAY).len()
        };
        assert_eq!((at(date(2026, 11, 23)), at(TODAY)), (4, 0));
    }
}
