//! The texts that can be agreed to, and which of them a kind of group asks for.

use std::str::FromStr;

use crate::groups::charter::Consent;
use crate::{Error, Result};

/// A text that people agree to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agreement {
    /// What is kept about a person, why, and who sees it.
    PrivacyNotice,
    /// What the treatment is, what it can do and cost, and what else there is.
    InformedConsent,
    /// What the members of a therapy group promise each other.
    GroupAgreement,
    /// What is different when a group meets online.
    Telehealth,
    /// The house rules of a support group.
    Participation,
}

/// What one signature covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The person's whole time with the practice.
    Practice,
    /// One group.
    Group,
}

impl Agreement {
    /// Every text.
    pub const ALL: [Self; 5] =
        [Self::PrivacyNotice, Self::InformedConsent, Self::GroupAgreement, Self::Telehealth, Self::Participation];

    /// The texts that a charter asks every member to sign, in the order in which they are read.
    pub const fn asked_by(consent: Consent) -> &'static [Self] {
        match consent {
            Consent::InformedConsentAndAgreement => {
                &[Self::PrivacyNotice, Self::InformedConsent, Self::GroupAgreement, Self::Telehealth]
            }
            Consent::ParticipationAgreement => &[Self::PrivacyNotice, Self::Participation],
        }
    }

    /// What one signature under it covers.
    pub const fn reach(self) -> Reach {
        match self {
            Self::PrivacyNotice | Self::Telehealth => Reach::Practice,
            Self::InformedConsent | Self::GroupAgreement | Self::Participation => Reach::Group,
        }
    }

    /// Whether it holds the limits of confidentiality, which are shown again each season and when somebody new comes in.
    pub const fn is_a_promise_of_silence(self) -> bool {
        matches!(self, Self::GroupAgreement | Self::Participation)
    }

    /// The word in web addresses and file names.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::PrivacyNotice => "privacy-notice",
            Self::InformedConsent => "informed-consent",
            Self::GroupAgreement => "group-agreement",
            Self::Telehealth => "telehealth",
            Self::Participation => "participation-agreement",
        }
    }

    /// The Fluent key of its name.
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::PrivacyNotice => "agreements-name-privacy-notice",
            Self::InformedConsent => "agreements-name-informed-consent",
            Self::GroupAgreement => "agreements-name-group-agreement",
            Self::Telehealth => "agreements-name-telehealth",
            Self::Participation => "agreements-name-participation",
        }
    }

    /// The wording that comes with the program.
    pub const fn shipped(self) -> &'static str {
        match self {
            Self::PrivacyNotice => include_str!("../../../../agreements/privacy-notice.md"),
            Self::InformedConsent => include_str!("../../../../agreements/informed-consent.md"),
            Self::GroupAgreement => include_str!("../../../../agreements/group-agreement.md"),
            Self::Telehealth => include_str!("../../../../agreements/telehealth.md"),
            Self::Participation => include_str!("../../../../agreements/participation-agreement.md"),
        }
    }

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64 + 1
    }

    /// The text that a stored number stands for.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|agreement| agreement.code() == code)
            .ok_or_else(|| Error::bug(format!("no agreement has the number {code}")))
    }
}

impl FromStr for Agreement {
    type Err = Error;

    fn from_str(slug: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|agreement| agreement.slug() == slug).ok_or(Error::NotFound)
    }
}
