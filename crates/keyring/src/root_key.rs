//! The root key: it wraps data keys and derives the keys that need no storage.
//!
//! A wrapped key is `version (1) | algorithm (1) | root fingerprint (8) | commitment (32) | nonce (12) | ciphertext (32) | tag (16)`.
//! AES-GCM-SIV alone lets one ciphertext open under two keys that were made for it; the commitment, an HMAC by the data key,
//! allows only one.

use std::fmt;

use crate::{
    DataKey, Error, KeyId, Purpose, SubKey,
    cipher::{Cipher, OVERHEAD_BYTES},
    derive::derive,
    digest::{equal, hmac, hmac_key, to_array},
    frame::frame,
    random::{KeyBytes, random_key},
};

/// 8 bytes by which a root key is recognised. They say nothing about the key and may be stored beside what it wraps.
pub type Fingerprint = [u8; 8];

/// Version 1 of the wrapping with algorithm 1, AES-256-GCM-SIV.
const FORMAT: [u8; 2] = [1, 1];
const COMMITMENT_START: usize = FORMAT.len() + size_of::<Fingerprint>();
const HEAD_BYTES: usize = COMMITMENT_START + 32;
const WRAPPED_BYTES: usize = HEAD_BYTES + 32 + OVERHEAD_BYTES;

/// The key from which every other is had. Its bytes are overwritten when it is dropped.
///
/// The derived keys are made with it: whatever can go amiss does so then, and [`Self::derive`] always answers.
pub struct RootKey {
    bytes: KeyBytes,
    wrapping: Cipher,
    fingerprint: Fingerprint,
    sub_keys: Vec<SubKey>,
}

impl RootKey {
    /// A new random key.
    pub fn generate() -> Result<Self, Error> {
        Self::from_bytes(random_key()?)
    }

    pub(crate) fn from_bytes(bytes: KeyBytes) -> Result<Self, Error> {
        let fingerprint = derive(&bytes, &[b"fingerprint"])?;
        Ok(Self {
            wrapping: Cipher::new(&*derive(&bytes, &[b"wrap"])?)?,
            fingerprint: to_array(&fingerprint[..size_of::<Fingerprint>()]),
            sub_keys: Purpose::ALL.iter().map(|purpose| SubKey::derive(&bytes, *purpose)).collect::<Result<_, _>>()?,
            bytes,
        })
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }

    /// By what this key is recognised.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// Wraps a data key for storage, 102 bytes. It unwraps only under this root key with the same id and scope.
    pub fn wrap(&self, id: KeyId, scope: &[u8], key: &DataKey) -> Result<Vec<u8>, Error> {
        let head = [&FORMAT[..], &self.fingerprint, &commitment(key)].concat();
        self.wrapping.seal(&head, &frame(&[&head, &id.0, scope]), key.bytes())
    }

    /// The data key in `wrapped`. Under another root key this is [`Error::WrongRoot`]; altered or moved, [`Error::Refused`].
    pub fn unwrap(&self, id: KeyId, scope: &[u8], wrapped: &[u8]) -> Result<DataKey, Error> {
        let needed = wrapped_under(wrapped)?;
        if needed != self.fingerprint {
            return Err(Error::WrongRoot { needed, given: self.fingerprint });
        }
        let (head, body) = wrapped.split_at(HEAD_BYTES);
        let mut bytes = KeyBytes::default();
        bytes.copy_from_slice(&self.wrapping.open(&frame(&[head, &id.0, scope]), body)?);
        let key = DataKey::from_bytes(bytes)?;
        if equal(&commitment(&key), &head[COMMITMENT_START..]) { Ok(key) } else { Err(Error::Refused) }
    }

    /// The key for one purpose. It changes with the root key: what must outlive that is derived by [`DataKey::derive`].
    pub fn derive(&self, purpose: Purpose) -> SubKey {
        self.sub_keys[purpose as usize].clone()
    }
}

impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RootKey")
    }
}

/// The fingerprint of the root key under which a data key is wrapped.
pub fn wrapped_under(wrapped: &[u8]) -> Result<Fingerprint, Error> {
    match wrapped.strip_prefix(&FORMAT) {
        Some(rest) if wrapped.len() == WRAPPED_BYTES => Ok(to_array(&rest[..size_of::<Fingerprint>()])),
        _ => Err(Error::Malformed),
    }
}

fn commitment(key: &DataKey) -> [u8; 32] {
    hmac(&hmac_key(key.bytes()), b"commit")
}
