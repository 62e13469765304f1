//! Days and times in words, each pattern a sentence of the language's own file.

use jiff::ZonedDateTime;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::{Said, Words};
use crate::clock::Timestamp;
use crate::say;

impl Words {
    /// "Tuesday 24 November".
    pub fn day(self, date: Date) -> Said {
        say!(self, "date-day", weekday = self.weekday(date), day = date.day(), month = self.month(date))
    }

    /// "24 November 2026": for what may lie in another year, such as a licence's last day.
    pub fn day_of_year(self, date: Date) -> Said {
        // The year as text: no language puts a separator into it.
        say!(self, "date-day-of-year", day = date.day(), month = self.month(date), year = date.year().to_string())
    }

    /// "24 Nov": for charts and narrow tables.
    pub fn day_short(self, date: Date) -> Said {
        say!(self, "date-day-short", day = date.day(), month = say!(self, "date-month-short", number = date.month()))
    }

    /// "18:00".
    pub fn time(self, time: Time) -> Said {
        let hour = format!("{:02}", time.hour());
        let minute = format!("{:02}", time.minute());
        say!(self, "date-time", hour = hour, minute = minute)
    }

    /// "today, 15:06", "tomorrow, 12:00", "Tuesday 24 November, 18:00", and with the year when it is another one.
    pub fn moment(self, moment: Timestamp, now: Timestamp, zone: &TimeZone) -> Said {
        let (then, today) = (local(moment, zone), local(now, zone).date());
        let time = self.time(then.time());
        let date = then.date();
        if date == today {
            say!(self, "date-today-at", time = time)
        } else if today.tomorrow().ok() == Some(date) {
            say!(self, "date-tomorrow-at", time = time)
        } else if today.yesterday().ok() == Some(date) {
            say!(self, "date-yesterday-at", time = time)
        } else {
            let day = if date.year() == today.year() { self.day(date) } else { self.day_of_year(date) };
            say!(self, "date-day-at", day = day, time = time)
        }
    }

    /// "Monday".
    pub fn weekday(self, date: Date) -> Said {
        say!(self, "date-weekday", number = date.weekday().to_monday_one_offset())
    }

    /// "November".
    pub fn month(self, date: Date) -> Said {
        say!(self, "date-month", number = date.month())
    }
}

/// `moment` as the clock on the wall shows it in `zone`.
pub(in crate::web) fn local(moment: Timestamp, zone: &TimeZone) -> ZonedDateTime {
    jiff::Timestamp::from_millisecond(moment.0).unwrap_or_default().to_zoned_datetime(zone.clone())
}
