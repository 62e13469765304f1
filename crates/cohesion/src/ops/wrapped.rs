//! A data key as it is stored: wrapped under a root key, for one owner.

use keyring::{DataKey, Fingerprint, KeyId, RootKey, wrapped_under};

use crate::Result;
use crate::id::{Bytes, PracticeId};
use crate::work::{INSTALLATION, owner_of};

/// A wrapped key.
#[derive(Clone)]
pub(super) struct Wrapped {
    pub owner: Owner,
    pub id: Bytes,
    pub bytes: Vec<u8>,
}

/// Whose key it is.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    /// The installation itself.
    Installation,
    /// A person, a membership, a group or an author of notes.
    Scope { practice: PracticeId, kind: i64, a: Bytes, b: Bytes },
}

impl Wrapped {
    pub fn key_id(&self) -> KeyId {
        KeyId(self.id)
    }

    /// The root key that is needed to unwrap it.
    pub fn root(&self) -> Result<Fingerprint> {
        Ok(wrapped_under(&self.bytes)?)
    }

    pub fn unwrap(&self, root: &RootKey) -> Result<DataKey> {
        Ok(root.unwrap(self.key_id(), &self.scope(), &self.bytes)?)
    }

    /// The same key, wrapped under the other root key.
    pub fn rewrap(&self, from: &RootKey, to: &RootKey) -> Result<Vec<u8>> {
        Ok(to.wrap(self.key_id(), &self.scope(), &self.unwrap(from)?)?)
    }

    fn scope(&self) -> Vec<u8> {
        match self.owner {
            Owner::Installation => INSTALLATION.to_vec(),
            Owner::Scope { kind, a, b, .. } => owner_of(kind, a, b).to_vec(),
        }
    }
}
