//! Where a licence holds and where a person is: a country, or one of its regions.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::web::words::COUNTRIES;

/// Countries whose states or provinces license by themselves, so that a licence for the whole country does not exist.
const BY_REGION: [&str; 2] = ["CA", "US"];

/// A country (ISO 3166-1 alpha-2) or one of its regions (ISO 3166-2), such as `IE` or `US-CA`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Jurisdiction(String);

impl Jurisdiction {
    /// The place's code.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The code of the country alone.
    pub fn country(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The region's part of the code, where it is one.
    pub fn region(&self) -> Option<&str> {
        self.0.split_once('-').map(|(_, region)| region)
    }

    /// Whether licences are given for this place: not for the whole of a country whose regions do it.
    pub fn licenses(&self) -> bool {
        self.region().is_some() || !BY_REGION.contains(&self.country())
    }

    /// Whether what holds here holds in `place` too: it is the same place, or a region of this country.
    pub fn covers(&self, place: &Self) -> bool {
        self == place || (self.licenses() && self.region().is_none() && self.country() == place.country())
    }
}

impl FromStr for Jurisdiction {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let (country, region) = code.split_once('-').map_or((code, None), |(country, region)| (country, Some(region)));
        let stands = |region: &str| {
            (1..=3).contains(&region.len())
                && region.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit())
        };
        if COUNTRIES.binary_search(&country).is_ok() && region.is_none_or(stands) {
            Ok(Self(code.to_owned()))
        } else {
            Err(Error::invalid("place", "practice-fault-place"))
        }
    }
}

impl fmt::Display for Jurisdiction {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl TryFrom<String> for Jurisdiction {
    type Error = Error;

    fn try_from(code: String) -> Result<Self, Error> {
        code.parse()
    }
}

impl From<Jurisdiction> for String {
    fn from(place: Jurisdiction) -> Self {
        place.0
    }
}

#[cfg(test)]
mod tests {
    use super::Jurisdiction;

    fn place(code: &str) -> Jurisdiction {
        code.parse().expect("a place")
    }

    #[test]
    fn a_licence_for_a_country_holds_in_its_regions_but_not_the_other_way() {
        assert!(place("IE").covers(&place("IE-D")));
        assert!(!place("US-CA").covers(&place("US-NY")));
        assert!(!place("US-CA").covers(&place("US")));
        assert!(!place("GB").covers(&place("IE")));
    }

    #[test]
    fn no_licence_is_for_the_whole_of_a_country_whose_states_license() {
        assert!(!place("US").licenses());
        assert!(!place("US").covers(&place("US-CA")));
        assert!(place("US-CA").licenses());
    }

    #[test]
    fn what_is_no_iso_code_is_no_place() {
        for code in ["", "XX", "ie", "IE-", "US-CALI", "US-ca", "IRL", "US-C A"] {
            assert!(code.parse::<Jurisdiction>().is_err(), "{code}");
        }
    }
}
