//! What a page must know before it can be drawn: whose words, which area, what time it is and where.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jiff::tz::TimeZone;

use crate::clock::{Clock, Timestamp};
use crate::web::words::{Said, Words, local};

/// The site's name until the practice sets its own.
const SITE: &str = "Commons";

/// Which part of the house a page belongs to; it decides bars and places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Signed out: front door, sign-in, help.
    Public,
    /// A member or participant.
    Member,
    /// Somebody who leads, supervises or plans groups.
    Care,
    /// Somebody who facilitates support groups.
    Lead,
    /// Somebody who looks after the site.
    Admin,
    /// No places at all: what is wrong, or one thing to do.
    Plain,
}

/// Light or dark, where a person has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the device says.
    #[default]
    Device,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Scheme {
    /// The value of `data-scheme`; nothing where the device decides.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Device => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// Whether the people on the page are real.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// A practice at work.
    #[default]
    Real,
    /// The demo: all people are invented.
    Demo,
}

/// The frame of one request, handed to every page.
#[derive(Clone, Debug)]
pub struct View {
    /// The language.
    pub words: Words,
    /// The site's own, neutral name.
    pub site: Arc<str>,
    /// Light or dark.
    pub scheme: Scheme,
    /// The part of the house.
    pub area: Area,
    /// Whether all that the viewer does here is to facilitate: they have the places of [`Area::Lead`] wherever they are.
    pub only_facilitates: bool,
    /// The path that was asked for; the current place and tab follow from it.
    pub path: String,
    /// The zone that times are shown in.
    pub zone: TimeZone,
    /// The moment of the request.
    pub now: Timestamp,
    /// Real or demo.
    pub mode: Mode,
    /// The request's id, by which a log line can be found.
    pub reference: String,
}

impl View {
    /// A signed-out visitor's view of `path`: English, UTC.
    pub fn public(path: impl Into<String>, now: Timestamp) -> Self {
        Self {
            words: Words::english(),
            site: SITE.into(),
            scheme: Scheme::Device,
            area: Area::Public,
            only_facilitates: false,
            path: path.into(),
            zone: TimeZone::UTC,
            now,
            mode: Mode::Real,
            reference: String::new(),
        }
    }

    /// The same view in another area.
    #[must_use]
    pub fn in_area(self, area: Area) -> Self {
        Self { area, ..self }
    }

    /// The area of whoever works with groups.
    pub fn area_of_groups(&self) -> Area {
        if self.only_facilitates { Area::Lead } else { Area::Care }
    }

    /// "today, 15:06", in the view's zone, within a sentence.
    pub fn moment(&self, moment: Timestamp) -> Said {
        self.words.moment(moment, self.now, &self.zone)
    }

    /// "Today, 15:06", in the view's zone, where it stands alone or comes first.
    pub fn moment_alone(&self, moment: Timestamp) -> Said {
        let said = self.moment(moment);
        let mut letters = said.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect::<String>().into()
    }

    /// "Tuesday 24 November", in the view's zone.
    pub fn day(&self, moment: Timestamp) -> Said {
        self.words.day(local(moment, &self.zone).date())
    }

    /// "15:06", in the view's zone.
    pub fn time(&self, moment: Timestamp) -> Said {
        self.words.time(local(moment, &self.zone).time())
    }

    /// The civil day of a moment, in the view's zone.
    pub fn date(&self, moment: Timestamp) -> jiff::civil::Date {
        local(moment, &self.zone).date()
    }

    /// The hour of the request, 0 to 23, in the view's zone.
    pub fn hour(&self) -> i8 {
        local(self.now, &self.zone).hour()
    }

    /// The civil day of the request, in the view's zone.
    pub fn today(&self) -> jiff::civil::Date {
        local(self.now, &self.zone).date()
    }
}

/// The view that a layer before has laid into the request; a signed-out visitor's where there is none.
impl<S: Sync> FromRequestParts<S> for View {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let laid = parts.extensions.get::<Self>().cloned();
        Ok(laid.unwrap_or_else(|| Self::public(parts.uri.path(), Clock::machine().now())))
    }
}
