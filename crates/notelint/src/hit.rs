//! A place in a note where another member can be recognised.

use serde::{Deserialize, Serialize};

/// Characters `start..end` of the text name a member. A possessive ending and a title before the name stand outside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hit {
    /// First character, counted from 0 in Unicode scalar values.
    pub start: usize,
    /// One past the last character.
    pub end: usize,
    /// The id of the member who is named.
    pub member: String,
    /// By what.
    pub kind: Kind,
}

/// What gives a member away. Where one word is several of these, the first in this order is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An e-mail address, or the part before its `@`.
    Email,
    /// The name of a file.
    File,
    /// The legal name, or a given name in it.
    Legal,
    /// The name a member wants to be called by.
    Preferred,
    /// The name that the group sees.
    Display,
    /// Another name they go by.
    Nickname,
    /// The last part of the legal name, alone.
    Surname,
    /// First letters of names.
    Initials,
    /// A surname with one letter dropped or two neighbours swapped.
    Misspelt,
}
