//! Whether the practice has public pages, and whether others may list them.

use std::str::FromStr;

use super::{deeds, store};
use crate::work::Work;
use crate::{Error, Result};

/// How the front door stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// There are no public pages.
    Closed,
    /// There are, and search engines are asked to leave them alone.
    Open,
    /// There are, and search engines may list them.
    Listed,
}

impl Door {
    /// Every way in which it can stand.
    pub const ALL: [Self; 3] = [Self::Closed, Self::Open, Self::Listed];

    /// The number that is stored.
    pub const fn code(self) -> i64 {
        self as i64
    }

    /// How a door stands by its stored number.
    pub fn from_code(code: i64) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|door| door.code() == code)
            .ok_or_else(|| Error::bug(format!("no door has the number {code}")))
    }

    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Open => "open",
            Self::Listed => "listed",
        }
    }

    /// The Fluent keys of its name and of what it means.
    pub const fn word_keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Closed => ("door-closed", "door-closed-about"),
            Self::Open => ("door-open", "door-open-about"),
            Self::Listed => ("door-listed", "door-listed-about"),
        }
    }
}

impl FromStr for Door {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        Self::ALL.into_iter().find(|door| door.word() == word).ok_or(())
    }
}

/// How the door stands. Every visitor finds out by trying.
pub async fn door(work: &mut Work<'_>) -> Result<Door> {
    store::find_door(work).await
}

/// Goes on while the door is open; a closed one does not exist.
pub(super) async fn while_open(work: &mut Work<'_>) -> Result<Door> {
    match store::find_door(work).await? {
        Door::Closed => Err(Error::NotFound),
        door => Ok(door),
    }
}

/// Opens or closes the door.
pub async fn open_door(work: &mut Work<'_>, door: Door) -> Result<()> {
    let grant = deeds::may_open(work).await?;
    store::save_door(work, &grant, door).await
}
