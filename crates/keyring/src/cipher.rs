//! AES-256-GCM-SIV (RFC 8452) with a ready key.
//!
//! The SIV form is chosen because a restored backup or a copied virtual machine may repeat a nonce: that shows which
//! values are equal and nothing else.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroizing;

use crate::{Error, random_token};

const TAG_BYTES: usize = 16;
/// By how much nonce and tag are longer than the content.
pub(crate) const OVERHEAD_BYTES: usize = NONCE_LEN + TAG_BYTES;

/// A key that is ready for use: its schedule is computed once, which costs more than sealing a chat message.
pub(crate) struct Cipher(LessSafeKey);

impl Cipher {
    pub(crate) fn new(key: &[u8; 32]) -> Result<Self, Error> {
        Ok(Self(LessSafeKey::new(UnboundKey::new(&AES_256_GCM_SIV, key)?)))
    }

    /// `head | nonce | ciphertext | tag` with a random nonce. The head is authenticated only where `aad` names it.
    pub(crate) fn seal(&self, head: &[u8], aad: &[u8], plain: &[u8]) -> Result<Vec<u8>, Error> {
        self.seal_with(random_token()?, head, aad, plain)
    }

    /// As [`Self::seal`], with a nonce of the caller's.
    pub(crate) fn seal_with(
        &self,
        nonce: [u8; NONCE_LEN],
        head: &[u8],
        aad: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, Error> {
        let start = head.len() + NONCE_LEN;
        let mut sealed = vec![0; start + plain.len() + TAG_BYTES];
        sealed[..head.len()].copy_from_slice(head);
        sealed[head.len()..start].copy_from_slice(&nonce);
        let (ciphertext, tag) = sealed[start..].split_at_mut(plain.len());
        let nonce = Nonce::assume_unique_for_key(nonce);
        self.0.seal_out_of_place_scatter(nonce, Aad::from(aad), plain, ciphertext, &[], tag)?;
        Ok(sealed)
    }

    /// The content of `nonce | ciphertext | tag`.
    pub(crate) fn open(&self, aad: &[u8], body: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let (nonce, rest) = body.split_first_chunk().ok_or(Error::Malformed)?;
        let (ciphertext, tag) = rest.split_last_chunk::<TAG_BYTES>().ok_or(Error::Malformed)?;
        let mut plain = Zeroizing::new(vec![0; ciphertext.len()]);
        self.0
            .open_separate_gather(Nonce::assume_unique_for_key(*nonce), Aad::from(aad), ciphertext, tag, &mut plain)
            .map_err(|_| Error::Refused)?;
        Ok(plain)
    }
}
