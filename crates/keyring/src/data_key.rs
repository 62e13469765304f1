//! Data keys, and the sealed envelope: `version (1) | algorithm (1) | key id (16) | nonce (12) | ciphertext | tag (16)`.

use std::fmt;

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use crate::{
    Error, Purpose, SubKey,
    cipher::Cipher,
    frame::frame,
    random::{KeyBytes, random_key},
};

/// Version 1 of the envelope with algorithm 1, AES-256-GCM-SIV. Another cipher would be another number here.
const FORMAT: [u8; 2] = [1, 1];
const HEAD_BYTES: usize = FORMAT.len() + 16;

/// 16 random bytes that name a data key. They are no secret.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyId(pub [u8; 16]);

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&HEXLOWER.encode(&self.0))
    }
}

/// Where a sealed value lives. A value opens only at the very place for which it was sealed.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The table's name.
    pub table: &'static str,
    /// The column's name.
    pub column: &'static str,
    /// The id of the row.
    pub row: &'a [u8; 16],
    /// Whose the value is: the digest of a scope such as a person, or a person in a group.
    pub owner: &'a [u8; 32],
    /// The version of the row, so that an older value of the same row cannot be put back.
    pub version: u32,
}

impl Place<'_> {
    fn authenticated(&self, head: &[u8; HEAD_BYTES]) -> Vec<u8> {
        frame(&[head, self.table.as_bytes(), self.column.as_bytes(), self.row, self.owner, &self.version.to_be_bytes()])
    }
}

/// A key that seals the values of one scope. Share it in an `Arc`; its bytes are overwritten when it is dropped.
pub struct DataKey {
    bytes: KeyBytes,
    cipher: Cipher,
}

impl DataKey {
    /// A new random key.
    pub fn generate() -> Result<Self, Error> {
        Self::from_bytes(random_key()?)
    }

    pub(crate) fn from_bytes(bytes: KeyBytes) -> Result<Self, Error> {
        let cipher = Cipher::new(&bytes)?;
        Ok(Self { bytes, cipher })
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// Seals `plain` for `place`, naming this key as `id`. The result is 46 bytes longer than `plain`.
    pub fn seal(&self, id: KeyId, place: &Place<'_>, plain: &[u8]) -> Result<Vec<u8>, Error> {
        let mut head = [0; HEAD_BYTES];
        head[..FORMAT.len()].copy_from_slice(&FORMAT);
        head[FORMAT.len()..].copy_from_slice(&id.0);
        self.cipher.seal(&head, &place.authenticated(&head), plain)
    }

    /// Opens what was sealed with this key for this place; anything else is [`Error::Malformed`] or [`Error::Refused`].
    pub fn open(&self, place: &Place<'_>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let (head, body) = split_head(sealed)?;
        self.cipher.open(&place.authenticated(head), body)
    }

    /// A key for one purpose that outlives the root key: the pepper, the blind index and the audit's signature
    /// are derived from a data key, so that rotating the root key leaves them as they are.
    pub fn derive(&self, purpose: Purpose) -> Result<SubKey, Error> {
        SubKey::derive(&self.bytes, purpose)
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey")
    }
}

/// Which data key a value was sealed with, read from its envelope without opening it.
pub fn key_id(sealed: &[u8]) -> Result<KeyId, Error> {
    let (head, _) = split_head(sealed)?;
    let (_, id) = head.split_last_chunk().ok_or(Error::Malformed)?;
    Ok(KeyId(*id))
}

fn split_head(sealed: &[u8]) -> Result<(&[u8; HEAD_BYTES], &[u8]), Error> {
    let (head, body) = sealed.split_first_chunk().ok_or(Error::Malformed)?;
    if !head.starts_with(&FORMAT) {
        return Err(Error::Malformed);
    }
    Ok((head, body))
}
