//! Turns a form into values that cannot be wrong, and collects what needs mending on the way.

use std::ops::RangeInclusive;
use std::str::FromStr;

use jiff::civil::{Date, Time};

use super::{Form, signs};
use crate::error::{Error, Fault, Result};

/// Characters of an e-mail address (RFC 5321, section 4.5.3.1.3, less the brackets).
const EMAIL_CHARS_MAX: usize = 254;

/// Reads a form field by field. Each reading answers `None` where there is a fault; [`Check::done`] puts the values together
/// only where there was none:
///
/// ```text
/// let mut check = Check::new(&form);
/// let name = check.text("name", 1..=NAME_CHARS_MAX);
/// let starts = check.date("starts");
/// check.done(|| Some(NewGroup { name: name?, starts: starts? }))
/// ```
pub struct Check<'a> {
    form: &'a Form,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    /// Begins to read `form`.
    pub fn new(form: &'a Form) -> Self {
        Self { form, faults: Vec::new() }
    }

    /// One line of `chars` characters, without the spaces around it.
    pub fn text(&mut self, field: &str, chars: RangeInclusive<usize>) -> Option<String> {
        let text = self.form.value(field).trim();
        if text.contains('\n') { self.fault(field, "fault-signs") } else { self.words(field, text, &chars) }
    }

    /// Several lines of `chars` characters together; a line ends in one line feed, whatever the browser sent.
    pub fn area(&mut self, field: &str, chars: RangeInclusive<usize>) -> Option<String> {
        let text = self.form.value(field).trim().replace("\r\n", "\n").replace('\t', "    ");
        self.words(field, &text, &chars)
    }

    /// A secret of `chars` characters, exactly as typed.
    pub fn secret(&mut self, field: &str, chars: RangeInclusive<usize>) -> Option<String> {
        let secret = self.form.value(field);
        let fault = length_fault(secret, &chars);
        self.or_fault(field, fault, || secret.to_owned())
    }

    /// A whole number within `range`.
    pub fn number<T: FromStr + PartialOrd>(&mut self, field: &str, range: RangeInclusive<T>) -> Option<T> {
        match self.form.value(field).trim().parse::<T>() {
            Ok(number) if range.contains(&number) => Some(number),
            Ok(_) => self.fault(field, "fault-range"),
            Err(_) => self.fault(field, "fault-number"),
        }
    }

    /// One of the choices that `T` can be read from; ids of things that were offered are read like this too.
    pub fn choice<T: FromStr>(&mut self, field: &str) -> Option<T> {
        let chosen = self.form.value(field).parse().ok();
        chosen.or_else(|| self.fault(field, "fault-choose"))
    }

    /// Any number of choices, also none.
    pub fn choices<T: FromStr>(&mut self, field: &str) -> Option<Vec<T>> {
        let chosen: Option<Vec<T>> = self.form.values(field).map(|value| value.parse().ok()).collect();
        chosen.or_else(|| self.fault(field, "fault-choose"))
    }

    /// A day from the three fields `field-day`, `field-month` and `field-year`.
    pub fn date(&mut self, field: &str) -> Option<Date> {
        let part = |name: &str| self.form.value(&format!("{field}-{name}")).trim();
        let year = part("year").parse().ok().filter(|year| (1900..=2200).contains(year));
        let date = year.zip(part("month").parse().ok()).zip(part("day").parse().ok());
        date.and_then(|((year, month), day)| Date::new(year, month, day).ok())
            .or_else(|| self.fault(field, "fault-date"))
    }

    /// A time of day such as 18:00, 9:30 or 9.30.
    pub fn time(&mut self, field: &str) -> Option<Time> {
        let text = self.form.value(field).trim();
        let parts = text.split_once([':', '.']).filter(|(_, minute)| minute.len() == 2);
        let time = parts.and_then(|(hour, minute)| Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok());
        time.or_else(|| self.fault(field, "fault-time"))
    }

    /// An e-mail address that a letter could be sent to.
    pub fn email(&mut self, field: &str) -> Option<String> {
        let text = self.form.value(field).trim();
        let fault = (!is_email(text)).then_some("fault-email");
        self.or_fault(field, fault, || text.to_owned())
    }

    /// A box that must be ticked, such as a consent.
    pub fn tick(&mut self, field: &str) -> Option<()> {
        let fault = (!self.form.ticked(field)).then_some("fault-tick");
        self.or_fault(field, fault, || ())
    }

    /// What `read` reads where the field (or the day's field of a date) is filled in at all.
    pub fn optional<T>(&mut self, field: &str, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        let blank = |name: &str| self.form.value(name).trim().is_empty();
        if blank(field) && blank(&format!("{field}-day")) { Some(None) } else { read(self).map(Some) }
    }

    /// Notes that `field` needs mending, as the sentence `words` says.
    pub fn fault<T>(&mut self, field: &str, words: &'static str) -> Option<T> {
        self.faults.push(Fault::new(field, words));
        None
    }

    /// The value that `build` makes of what was read, or all faults.
    pub fn done<T>(self, build: impl FnOnce() -> Option<T>) -> Result<T> {
        if !self.faults.is_empty() {
            return Err(Error::Invalid(self.faults));
        }
        build().ok_or_else(|| Error::bug("a form without faults gave no value"))
    }

    fn words(&mut self, field: &str, text: &str, chars: &RangeInclusive<usize>) -> Option<String> {
        let hidden = (!signs::are_plain(text)).then_some("fault-signs");
        self.or_fault(field, hidden.or_else(|| length_fault(text, chars)), || text.to_owned())
    }

    fn or_fault<T>(&mut self, field: &str, fault: Option<&'static str>, value: impl FnOnce() -> T) -> Option<T> {
        match fault {
            Some(words) => self.fault(field, words),
            None => Some(value()),
        }
    }
}

fn length_fault(text: &str, chars: &RangeInclusive<usize>) -> Option<&'static str> {
    match text.chars().count() {
        0 if *chars.start() > 0 => Some("fault-empty"),
        count if count < *chars.start() => Some("fault-short"),
        count if count > *chars.end() => Some("fault-long"),
        _ => None,
    }
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let labels_stand = domain.contains('.') && domain.split('.').all(|label| !label.is_empty());
    let plain =
        signs::are_plain(text) && !text.contains(|sign: char| sign.is_whitespace() || "<>()[],;:\\\"".contains(sign));
    !local.is_empty() && !local.contains('@') && labels_stand && plain && text.chars().count() <= EMAIL_CHARS_MAX
}
