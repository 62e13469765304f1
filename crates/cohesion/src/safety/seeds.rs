//! The lines that come with the program: one file a country under `crisis-lines/`, copied into a practice's own list.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::{Channel, LineTerms, Need};
use crate::clock::Timestamp;
use crate::{Error, Result};

macro_rules! files {
    ($($country:literal)+) => {
        const FILES: &[(&str, &str)] =
            &[$(($country, include_str!(concat!("../../../../crisis-lines/", $country, ".toml"))),)+];
    };
}

files! { "au" "ca" "eu" "gb" "ie" "nz" "us" }

/// A country and its lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166, or `EU` for what holds in every member state.
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// Its lines, in the order in which a person should see them.
    pub lines: Vec<SeedLine>,
}

/// A line as it comes with the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedLine {
    /// What is said of it.
    pub terms: LineTerms,
    /// The day it was last compared with a published source, at noon UTC.
    pub checked_at: Option<Timestamp>,
}

/// Every country that comes with the program, by name.
pub fn countries() -> Result<Vec<Country>> {
    let mut countries = Vec::new();
    for (file, text) in FILES {
        let read: File = toml::from_str(text)
            .map_err(|cause| Error::bug(format!("crisis-lines/{file}.toml does not read: {cause}")))?;
        countries.push(read.into_country()?);
    }
    countries.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(countries)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: String,
    name: String,
    line: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    kind: Need,
    channel: Channel,
    name: String,
    number: String,
    hours: String,
    languages: Vec<String>,
    cost: String,
    audience: String,
    #[serde(default)]
    note: String,
    source: String,
    last_checked: Option<String>,
}

impl File {
    fn into_country(self) -> Result<Country> {
        let lines = self.line.into_iter().map(Line::into_seed).collect::<Result<_>>()?;
        Ok(Country { code: self.country, name: self.name, lines })
    }
}

impl Line {
    fn into_seed(self) -> Result<SeedLine> {
        let checked_at = self.last_checked.as_deref().map(noon).transpose()?;
        let terms = LineTerms {
            need: self.kind,
            channel: self.channel,
            name: self.name,
            number: self.number,
            hours: self.hours,
            languages: self.languages.join(" "),
            cost: self.cost,
            audience: self.audience,
            note: self.note,
            source: self.source,
        };
        Ok(SeedLine { terms, checked_at })
    }
}

fn noon(day: &str) -> Result<Timestamp> {
    let unread = |_| Error::bug(format!("`{day}` in a file of crisis lines is not a day"));
    let day: Date = day.parse().map_err(unread)?;
    let noon = TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).map_err(unread)?;
    Ok(Timestamp(noon.as_millisecond()))
}
