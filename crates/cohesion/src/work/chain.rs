//! The audit log's chain, pure: what an entry is, how its bytes are hashed, and how one link follows another.
//!
//! Each link's hash covers the hash before it, so an edit, insertion, deletion or new order breaks the chain; the head is
//! kept with a keyed hash and signed checkpoints live outside the database, so a cut tail shows too.

use crate::access::{About, Actor, Deed, Grant, Tie};
use crate::clock::Timestamp;
use crate::id::{Bytes, LoginId, PersonId, PracticeId};

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The table said yes, because of this tie.
    Granted(Tie),
    /// The table said no.
    Refused,
}

/// One deed, as it is put on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What was asked.
    pub deed: Deed,
    /// What it was about.
    pub about: About,
    /// How it ended.
    pub outcome: Outcome,
}

impl Entry {
    /// A yes.
    pub const fn granted(grant: &Grant) -> Self {
        Self { deed: grant.deed(), about: grant.about(), outcome: Outcome::Granted(grant.tie()) }
    }

    /// A no.
    pub const fn refused(deed: Deed, about: About) -> Self {
        Self { deed, about, outcome: Outcome::Refused }
    }
}

/// The end of a practice's chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many links there are; the last one's number.
    pub seq: i64,
    /// The last link's hash; zeros before the first.
    pub hash: [u8; 32],
}

impl Head {
    /// A chain without links.
    pub const EMPTY: Self = Self { seq: 0, hash: [0; 32] };

    /// What the head's keyed hash covers.
    pub fn mac_parts<'a>(&'a self, practice: &'a PracticeId, seq: &'a [u8; 8]) -> [&'a [u8]; 3] {
        [&practice.0, seq, &self.hash]
    }
}

/// One row of the audit log, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The practice's running number, from 1, without gaps.
    pub seq: i64,
    /// When; never before the link it follows.
    pub at: Timestamp,
    /// The person who acted; none for the program itself or a visitor.
    pub actor: Option<PersonId>,
    /// The login it was done with.
    pub login: Option<LoginId>,
    /// The person whose record it touched.
    pub subject: Option<PersonId>,
    /// The thing it touched.
    pub object: Option<Bytes>,
    /// The deed's word.
    pub deed: String,
    /// The tie's word, or "refused".
    pub outcome: String,
}

impl Link {
    /// The link that follows `head`.
    pub fn after(head: &Head, at: Timestamp, actor: &Actor, entry: &Entry) -> Self {
        Self {
            seq: head.seq + 1,
            at,
            actor: actor.person(),
            login: if let Actor::Person(who) = actor { Some(who.login) } else { None },
            subject: entry.about.subject,
            object: entry.about.object,
            deed: entry.deed.code().to_owned(),
            outcome: match entry.outcome {
                Outcome::Granted(tie) => tie.code().to_owned(),
                Outcome::Refused => "refused".to_owned(),
            },
        }
    }

    /// This link's hash: the hash before it, then every field with its length.
    pub fn hash(&self, practice: PracticeId, before: &[u8; 32]) -> [u8; 32] {
        let mut bytes = Vec::with_capacity(256);
        let optional = |id: Option<Bytes>| id.map(Vec::from).unwrap_or_default();
        let fields: [&[u8]; 10] = [
            before,
            &practice.0,
            &self.seq.to_be_bytes(),
            &self.at.0.to_be_bytes(),
            &optional(self.actor.map(|id| id.0)),
            &optional(self.login.map(|id| id.0)),
            &optional(self.subject.map(|id| id.0)),
            &optional(self.object),
            self.deed.as_bytes(),
            self.outcome.as_bytes(),
        ];
        for field in fields {
            bytes.extend_from_slice(&u32::try_from(field.len()).unwrap_or(u32::MAX).to_be_bytes());
            bytes.extend_from_slice(field);
        }
        keyring::digest(&bytes)
    }
}
