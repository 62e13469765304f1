//! What is known of a person whatever their part: names and ways to reach them. All of it is sealed.

use serde::{Deserialize, Serialize};

/// Names and ways to reach a person.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// What the person wants to be called on their own pages and by staff.
    pub called: String,
    /// The name on their papers, for the record.
    pub legal: String,
    /// Where mail goes, as the person wrote it.
    pub email: String,
    /// A number to call, with its country code.
    pub phone: Option<String>,
}

/// A profile as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptProfile {
    /// What it says.
    pub profile: Profile,
    /// Which version of it this is, from 1.
    pub version: u32,
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Profile([sealed])")
    }
}
