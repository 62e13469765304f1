//! By when who has to be told of a broken confidence, law by law. Pure: figures, and where they come from.
//!
//! A clock begins when the practice learns of it, and anew when a closed case is opened again. Days are days of 24 hours from that moment, so a clock is never later than the
//! law's own day. A figure can change: whoever handles a case says which laws hold, and an adviser has the last word.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

use crate::clock::{Span, Timestamp};
use crate::coded;
use crate::groups::charter::Confidentiality;
use crate::limits::BREACH_PEOPLE_WITHIN;
use crate::practice::Jurisdiction;

/// From so many people on, authorities and the public are told at once (45 CFR 164.406 and 164.408; 16 CFR 318.5).
const MANY: u32 = 500;

/// Countries where the GDPR holds, or what the United Kingdom made of it: the European Economic Area and GB.
const GDPR: [&str; 31] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
    "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

coded! {
    /// A law that sets clocks.
    Law "law about breaches" {
        /// Regulation (EU) 2016/679, articles 33 and 34, and the United Kingdom's own text of it.
        Gdpr = 1 "gdpr" "breaches-law-gdpr";
        /// The HIPAA Breach Notification Rule, 45 CFR 164.400 to 414; 42 CFR Part 2 follows it.
        Hipaa = 2 "hipaa" "breaches-law-hipaa";
        /// The FTC's Health Breach Notification Rule, 16 CFR 318, for whoever is no HIPAA entity.
        Ftc = 3 "ftc" "breaches-law-ftc";
        /// A state of the USA; 30 days, the shortest that is common (New York, Colorado, Florida).
        State = 4 "state" "breaches-law-state";
        /// California: Civil Code 1798.82, as SB 446 has it from 1 January 2026.
        California = 5 "california" "breaches-law-california";
        /// A licensed clinic in California: Health and Safety Code 1280.15.
        CaliforniaClinic = 6 "california-clinic" "breaches-law-california-clinic";
        /// Texas: Business and Commerce Code 521.053.
        Texas = 7 "texas" "breaches-law-texas";
    }
}

coded! {
    /// Somebody who has to be told.
    Telling "telling of a breach" {
        /// The data protection authority, within 72 hours.
        GdprAuthority = 1 "gdpr-authority" "breaches-telling-gdpr-authority";
        /// The people affected, without undue delay.
        GdprPeople = 2 "gdpr-people" "breaches-telling-gdpr-people";
        /// The people affected, within 60 days.
        HipaaPeople = 3 "hipaa-people" "breaches-telling-hipaa-people";
        /// The Department of Health: within 60 days, or for fewer than 500 people with the year's list.
        HipaaDepartment = 4 "hipaa-department" "breaches-telling-hipaa-department";
        /// The press, for 500 people and more.
        HipaaMedia = 5 "hipaa-media" "breaches-telling-hipaa-media";
        /// The people affected, within 60 days.
        FtcPeople = 6 "ftc-people" "breaches-telling-ftc-people";
        /// The Commission: together with the people, or for fewer than 500 with the year's list.
        FtcCommission = 7 "ftc-commission" "breaches-telling-ftc-commission";
        /// The press, for 500 people and more.
        FtcMedia = 8 "ftc-media" "breaches-telling-ftc-media";
        /// The people affected, within 30 days.
        StatePeople = 9 "state-people" "breaches-telling-state-people";
        /// The people affected, within 30 days.
        CaliforniaPeople = 10 "california-people" "breaches-telling-california-people";
        /// The Attorney General, within 15 days of telling more than 500 people.
        CaliforniaAttorney = 11 "california-attorney" "breaches-telling-california-attorney";
        /// The people affected and the Department of Public Health, within 15 business days.
        CaliforniaClinic = 12 "california-clinic" "breaches-telling-california-clinic";
        /// The people affected, within 60 days.
        TexasPeople = 13 "texas-people" "breaches-telling-texas-people";
        /// The Attorney General, within 30 days.
        TexasAttorney = 14 "texas-attorney" "breaches-telling-texas-attorney";
        /// The people affected, whatever the law says: what the practice itself owes them.
        Promise = 15 "promise" "breaches-telling-promise";
    }
}

/// Whom somebody tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whom {
    /// The people affected.
    People,
    /// An authority.
    Authority,
    /// The press.
    Public,
}

/// From what the clocks of a case follow.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// When the practice learned of it, or of what made it open the case again.
    pub discovered: Timestamp,
    /// How many people are affected, as far as is known.
    pub affected: u32,
    /// When the first of the people affected were told.
    pub people_told: Option<Timestamp>,
    /// The practice's own clock: business days and years are counted on it.
    pub zone: &'a TimeZone,
}

/// One clock of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Whom to tell.
    pub telling: Telling,
    /// By when.
    pub due: Timestamp,
}

impl Law {
    /// Whom it makes tell.
    pub const fn tellings(self) -> &'static [Telling] {
        match self {
            Self::Gdpr => &[Telling::GdprAuthority, Telling::GdprPeople],
            Self::Hipaa => &[Telling::HipaaPeople, Telling::HipaaDepartment, Telling::HipaaMedia],
            Self::Ftc => &[Telling::FtcPeople, Telling::FtcCommission, Telling::FtcMedia],
            Self::State => &[Telling::StatePeople],
            Self::California => &[Telling::CaliforniaPeople, Telling::CaliforniaAttorney],
            Self::CaliforniaClinic => &[Telling::CaliforniaClinic],
            Self::Texas => &[Telling::TexasPeople, Telling::TexasAttorney],
        }
    }

    /// The laws that are proposed where a practice is, for what protects what is said in the group: in the USA a clinical record
    /// falls under HIPAA, and a promise among peers under the FTC's rule.
    pub fn proposed(home: Option<&Jurisdiction>, confidentiality: Confidentiality) -> Vec<Self> {
        let Some(home) = home else { return Vec::new() };
        if GDPR.contains(&home.country()) {
            return vec![Self::Gdpr];
        }
        if home.country() != "US" {
            return Vec::new();
        }
        let federal = match confidentiality {
            Confidentiality::ClinicalRecord => Self::Hipaa,
            Confidentiality::CommunityPromise => Self::Ftc,
        };
        match home.region() {
            Some("CA") => vec![federal, Self::California],
            Some("TX") => vec![federal, Self::State, Self::Texas],
            _ => vec![federal, Self::State],
        }
    }
}

impl Telling {
    /// Whom it tells.
    pub const fn whom(self) -> Whom {
        match self {
            Self::GdprAuthority
            | Self::HipaaDepartment
            | Self::FtcCommission
            | Self::CaliforniaAttorney
            | Self::TexasAttorney => Whom::Authority,
            Self::HipaaMedia | Self::FtcMedia => Whom::Public,
            Self::GdprPeople
            | Self::HipaaPeople
            | Self::FtcPeople
            | Self::StatePeople
            | Self::CaliforniaPeople
            | Self::CaliforniaClinic
            | Self::TexasPeople
            | Self::Promise => Whom::People,
        }
    }

    /// By when; nothing where so few are affected that nobody of this sort is told.
    pub fn due(self, basis: &Basis<'_>) -> Option<Timestamp> {
        let days = |count| basis.discovered + Span::days(count);
        let is_many = basis.affected >= MANY;
        match self {
            Self::GdprAuthority => Some(basis.discovered + Span::hours(72)),
            Self::GdprPeople | Self::Promise => Some(basis.discovered + BREACH_PEOPLE_WITHIN),
            Self::HipaaPeople | Self::FtcPeople | Self::TexasPeople => Some(days(60)),
            Self::HipaaDepartment | Self::FtcCommission if is_many => Some(days(60)),
            Self::HipaaDepartment | Self::FtcCommission => Some(end_of_yearly_list(basis)),
            Self::HipaaMedia | Self::FtcMedia => is_many.then(|| days(60)),
            Self::StatePeople | Self::CaliforniaPeople | Self::TexasAttorney => Some(days(30)),
            Self::CaliforniaAttorney => {
                (basis.affected > MANY).then(|| basis.people_told.unwrap_or_else(|| days(30)) + Span::days(15))
            }
            Self::CaliforniaClinic => Some(business_days(basis, 15)),
        }
    }
}

/// Every clock of a case, the first one first. Where no law makes tell the people affected, the practice's own promise does.
pub fn clocks(laws: &[Law], basis: &Basis<'_>) -> Vec<Clock> {
    let mut tellings: Vec<Telling> = laws.iter().flat_map(|law| law.tellings()).copied().collect();
    if !tellings.iter().any(|telling| telling.whom() == Whom::People) {
        tellings.push(Telling::Promise);
    }
    let clock = |telling: Telling| Some(Clock { telling, due: telling.due(basis)? });
    let mut clocks: Vec<Clock> = tellings.into_iter().filter_map(clock).collect();
    clocks.sort_by_key(|clock| clock.due);
    clocks
}

/// The end of the sixtieth day after the end of the year in which it was discovered (45 CFR 164.408(c), 16 CFR 318.5(c)).
fn end_of_yearly_list(basis: &Basis<'_>) -> Timestamp {
    let year = civil(basis).year();
    let last = Date::new(year, 12, 31).unwrap_or(Date::MAX).saturating_add(60.days());
    moment(basis, last.at(23, 59, 0, 0))
}

/// So many days later, Saturdays and Sundays not counted. Holidays are: they would only give more time.
fn business_days(basis: &Basis<'_>, count: u32) -> Timestamp {
    let start = civil(basis);
    let (mut day, mut left) = (start.date(), count);
    while left > 0 {
        day = day.saturating_add(1.day());
        left -= u32::from(!matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
    }
    moment(basis, day.to_datetime(start.time()))
}

fn civil(basis: &Basis<'_>) -> DateTime {
    basis.zone.to_datetime(jiff::Timestamp::from_millisecond(basis.discovered.0).unwrap_or_default())
}

fn moment(basis: &Basis<'_>, at: DateTime) -> Timestamp {
    basis.zone.to_timestamp(at).map_or(basis.discovered, |moment| Timestamp(moment.as_millisecond()))
}

#[cfg(test)]
mod tests;
