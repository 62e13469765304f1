//! Derived keys: message authentication, blind indexes and signatures, one key for each purpose.

use std::fmt;

use aws_lc_rs::hmac::Key;
use zeroize::Zeroizing;

use crate::{
    Error, SigningKey,
    derive::derive,
    digest::{equal, hmac, hmac_key},
    frame::frame,
};

/// What a derived key is for. Keys of different purposes are independent of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Tokens of browser logins.
    LoginTokens,
    /// The pepper of passphrases and recovery codes.
    Pepper,
    /// Looking up an address without storing it in the clear.
    BlindIndex,
    /// The head of a practice's audit chain.
    AuditHead,
    /// Signed checkpoints of the audit chain.
    AuditSigning,
    /// Links sent by mail: invitations and resets.
    MailLinks,
    /// Manifests of backups.
    Backup,
    /// The ledger of shredded data keys.
    Shreds,
}

impl Purpose {
    /// Every purpose, in the order of declaration.
    pub const ALL: [Self; 8] = [
        Self::LoginTokens,
        Self::Pepper,
        Self::BlindIndex,
        Self::AuditHead,
        Self::AuditSigning,
        Self::MailLinks,
        Self::Backup,
        Self::Shreds,
    ];

    /// Stored keys depend on these words: they never change.
    fn label(self) -> &'static str {
        match self {
            Self::LoginTokens => "login tokens",
            Self::Pepper => "pepper",
            Self::BlindIndex => "blind index",
            Self::AuditHead => "audit head",
            Self::AuditSigning => "audit signing",
            Self::MailLinks => "mail links",
            Self::Backup => "backup",
            Self::Shreds => "shreds",
        }
    }
}

/// A key derived for one [`Purpose`]. The library overwrites its bytes when it is dropped.
#[derive(Clone)]
pub struct SubKey {
    mac: Key,
    signing: SigningKey,
}

impl SubKey {
    pub(crate) fn derive(secret: &[u8; 32], purpose: Purpose) -> Result<Self, Error> {
        let label = purpose.label().as_bytes();
        Ok(Self {
            mac: hmac_key(derive(secret, &[label, b"mac"])?.as_slice()),
            signing: SigningKey::from_seed(&*derive(secret, &[label, b"sign"])?)?,
        })
    }

    /// HMAC-SHA256 over the parts, each after its length: `["ab", "c"]` and `["a", "bc"]` differ.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        hmac(&self.mac, &Zeroizing::new(frame(parts)))
    }

    /// Whether `tag` is the [`Self::mac`] of the parts, told in constant time.
    pub fn verify_mac(&self, parts: &[&[u8]], tag: &[u8]) -> bool {
        equal(&self.mac(parts), tag)
    }

    /// What stands in a unique column in place of a value that must be found but not read, such as an address.
    ///
    /// `kind` sets values of different meaning apart, for example `"email/v1"`. Equal values are seen to be equal;
    /// without the key nothing can be guessed and compared.
    pub fn blind_index(&self, kind: &str, normalised: &str) -> [u8; 32] {
        self.mac(&[kind.as_bytes(), normalised.as_bytes()])
    }

    /// The Ed25519 key of this purpose.
    pub fn signing(&self) -> SigningKey {
        self.signing.clone()
    }
}

impl fmt::Debug for SubKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubKey")
    }
}
