//! Ed25519 signatures (RFC 8032).

use std::fmt;

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair, VerificationAlgorithm};

use crate::{Error, digest::to_array};

/// A key that signs.
#[derive(Clone)]
pub struct SigningKey(Ed25519KeyPair);

impl SigningKey {
    pub(crate) fn from_seed(seed: &[u8; 32]) -> Result<Self, Error> {
        Ed25519KeyPair::from_seed_unchecked(seed).map(Self).map_err(|_| Error::Library)
    }

    /// The signature of `message`, 64 bytes; the same message always has the same one.
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        to_array(self.0.sign(message).as_ref())
    }

    /// The public half, which may be published.
    pub fn public(&self) -> [u8; 32] {
        to_array(self.0.public_key().as_ref())
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey")
    }
}

/// Whether `signature` was made over `message` by the owner of `public`.
pub fn verify_signature(public: &[u8; 32], message: &[u8], signature: &[u8]) -> bool {
    ED25519.verify_sig(public, message, signature).is_ok()
}
