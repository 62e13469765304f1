//! How the practice presents itself and what holds for all its groups. Every visitor may read it.

use http::Uri;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Jurisdiction, deeds, store};
use crate::clock::Timestamp;
use crate::limits::{LINE_CHARS_MAX, NAME_CHARS_MAX};
use crate::work::Work;
use crate::{Error, Fault, Result};

/// The practice's settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The neutral name that pages and letters carry.
    pub site_name: String,
    /// Where the practice is; none until somebody has said so.
    pub home: Option<Jurisdiction>,
    /// The zone of its clock, such as `Europe/Dublin`.
    pub zone: String,
    /// The language of letters and of visitors who have not chosen one (BCP 47).
    pub language: String,
    /// The harmless page that *Leave this page* goes to.
    pub leave_url: String,
    /// How members reach the team, in one line.
    pub contact: String,
    /// When somebody reads what members write, in words, such as "Monday to Friday, 9 to 17".
    pub duty_hours: String,
    /// Members who must be there for a group to meet (domain.md A5: 3 in therapy).
    pub members_to_run: u32,
    /// Whether nobody facilitates before their background was checked.
    pub asks_background_check: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            site_name: "Commons".to_owned(),
            home: None,
            zone: "UTC".to_owned(),
            language: "en".to_owned(),
            leave_url: "https://www.wikipedia.org/".to_owned(),
            contact: String::new(),
            duty_hours: String::new(),
            members_to_run: 3,
            asks_background_check: false,
        }
    }
}

impl Settings {
    /// The zone of the practice's clock.
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// The civil day of `now` where the practice is.
    pub fn day_of(&self, now: Timestamp) -> Date {
        jiff::Timestamp::from_millisecond(now.0).unwrap_or_default().to_zoned_datetime(self.time_zone()).date()
    }

    fn check(&self) -> Result<()> {
        let mut faults = Vec::new();
        let lines = [
            ("site-name", &self.site_name, 1, NAME_CHARS_MAX),
            ("contact", &self.contact, 0, LINE_CHARS_MAX),
            ("duty-hours", &self.duty_hours, 0, LINE_CHARS_MAX),
        ];
        for (field, line, min, max) in lines {
            if !(min..=max).contains(&line.trim().chars().count()) || line.contains(char::is_control) {
                faults.push(Fault::new(field, "practice-fault-line"));
            }
        }
        if TimeZone::get(&self.zone).is_err() {
            faults.push(Fault::new("zone", "practice-fault-zone"));
        }
        if !is_web_page(&self.leave_url) {
            faults.push(Fault::new("leave-url", "practice-fault-leave"));
        }
        if !(1..=20).contains(&self.members_to_run) {
            faults.push(Fault::new("members-to-run", "practice-fault-members-to-run"));
        }
        if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
    }
}

/// The settings; a practice that has not set any has the defaults.
pub async fn settings(work: &mut Work<'_>) -> Result<Settings> {
    Ok(store::find_settings(work).await?.unwrap_or_default())
}

/// The civil day of this act where the practice is.
pub async fn today(work: &mut Work<'_>) -> Result<Date> {
    Ok(settings(work).await?.day_of(work.now()))
}

/// Replaces the settings.
pub async fn change_settings(work: &mut Work<'_>, settings: &Settings) -> Result<()> {
    let grant = deeds::may_change_settings(work).await?;
    settings.check()?;
    store::save_settings(work, &grant, settings).await
}

/// An https address with a host: what a browser may be sent to.
fn is_web_page(text: &str) -> bool {
    let page: Option<Uri> = text.parse().ok();
    page.is_some_and(|page| page.scheme_str() == Some("https") && page.host().is_some_and(|host| host.contains('.')))
}
