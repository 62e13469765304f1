//! Dates and times of day as people write them, without a time zone and without a clock.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Minutes of a day.
pub const DAY_MINUTES: u16 = 24 * 60;

/// A time of day to the minute; written `17:30`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time {
    minutes: u16,
}

/// A day of the calendar; written `2026-11-24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Time {
    /// Reads `7:30`, `07:30` or `07:30:00`; seconds are dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(':');
        let (hour, minute) = (digits(parts.next()?, 1..=2)?, digits(parts.next()?, 2..=2)?);
        let seconds_fit = parts.next().is_none_or(|part| digits(part, 2..=2).is_some_and(|second| second < 60));
        let fits = hour < 24 && minute < 60 && seconds_fit && parts.next().is_none();
        fits.then_some(Self { minutes: hour * 60 + minute })
    }

    /// Minutes since midnight, 0 to 1439.
    pub fn minutes(self) -> u16 {
        self.minutes
    }

    /// Minutes from this time to the next occurrence of another, 0 to 1439: over midnight where it is earlier.
    pub fn minutes_until(self, later: Self) -> u16 {
        (later.minutes + DAY_MINUTES - self.minutes) % DAY_MINUTES
    }
}

impl Date {
    /// Reads `2026-11-24`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let (year, month, day) =
            (digits(parts.next()?, 4..=4)?, digits(parts.next()?, 1..=2)?, digits(parts.next()?, 1..=2)?);
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let fits = (1..=days_in(year, month)?).contains(&day) && parts.next().is_none();
        fits.then_some(Self { year, month, day })
    }

    /// Year, month from 1 and day from 1.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:02}:{:02}", self.minutes / 60, self.minutes % 60)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Time {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("\"{text}\" is not a time like 17:30."))
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("\"{text}\" is not a date like 2026-11-24."))
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.to_string()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

fn digits(part: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<u16> {
    let fits = lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    part.parse().ok().filter(|_| fits)
}

fn days_in(year: u16, month: u8) -> Option<u8> {
    let leaps = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 if leaps => Some(29),
        2 => Some(28),
        _ => None,
    }
}
