//! Who is in the group: the names that each member can be known by.

use std::collections::HashSet;

use serde::{Deserialize, Deserializer};

use crate::index::Index;

/// One member as the roster tells of them. Only `id` and `legal` are needed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// What hits call them by; once in a roster.
    pub id: String,
    /// Given names, then the surname; or `Surname, Given`.
    pub legal: String,
    /// The name a member wants to be called by.
    #[serde(default, deserialize_with = "or_empty")]
    pub preferred: String,
    /// The name that the group sees.
    #[serde(default, deserialize_with = "or_empty")]
    pub display: String,
    /// Other names they go by.
    #[serde(default, deserialize_with = "or_empty")]
    pub nicknames: Vec<String>,
    /// Their e-mail address.
    #[serde(default, deserialize_with = "or_empty")]
    pub email: String,
    /// Names of files that belong to them.
    #[serde(default, deserialize_with = "or_empty")]
    pub files: Vec<String>,
}

/// The members of one group, ready to be looked for.
#[derive(Debug, Clone)]
pub struct Roster {
    members: Vec<Member>,
    pub(crate) index: Index,
}

/// Why a roster cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RosterError {
    /// Not the JSON that is expected.
    #[error("The roster is not of the form {{\"members\":[{{\"id\":\"m1\",\"legal\":\"…\"}}]}}: {0}.")]
    Unreadable(String),
    /// An empty id.
    #[error("Member {0} of the roster has no id.")]
    WithoutId(usize),
    /// One id for two members.
    #[error("The roster has the id \"{0}\" more than once.")]
    Twice(String),
}

impl Roster {
    /// Takes members in any order.
    pub fn new(members: Vec<Member>) -> Result<Self, RosterError> {
        let mut ids = HashSet::new();
        for (place, member) in members.iter().enumerate() {
            if member.id.trim().is_empty() {
                return Err(RosterError::WithoutId(place + 1));
            }
            if !ids.insert(member.id.as_str()) {
                return Err(RosterError::Twice(member.id.clone()));
            }
        }
        let index = Index::of(&members);
        Ok(Self { members, index })
    }

    /// Reads `{"members":[{"id","legal","preferred","display","nicknames":[],"email","files":[]}]}`.
    pub fn parse(json: &str) -> Result<Self, RosterError> {
        let file: File = serde_json::from_str(json).map_err(|error| RosterError::Unreadable(error.to_string()))?;
        Self::new(file.members)
    }

    /// The members, in the order in which they were given.
    pub fn members(&self) -> &[Member] {
        &self.members
    }

    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.members.iter().position(|member| member.id == id)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    members: Vec<Member>,
}

/// What a member does not have may be left out, `null` or empty.
fn or_empty<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    Option::deserialize(from).map(Option::unwrap_or_default)
}
