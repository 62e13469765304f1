//! HKDF-SHA256 (RFC 5869): one secret becomes many keys that say nothing about each other.

use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use zeroize::Zeroizing;

use crate::{Error, frame::frame};

/// Sets our keys apart from those of any other program that is given the same secret.
const SALT: &[u8] = b"cohesion keyring 1";

/// 32 bytes for the use that `labels` name.
pub(crate) fn derive(secret: &[u8; 32], labels: &[&[u8]]) -> Result<Zeroizing<[u8; 32]>, Error> {
    let mut key = Zeroizing::new([0; 32]);
    hkdf(SALT, secret, &frame(labels), key.as_mut_slice())?;
    Ok(key)
}

/// Extract and expand, filling the whole of `out`.
pub(crate) fn hkdf(salt: &[u8], secret: &[u8], info: &[u8], out: &mut [u8]) -> Result<(), Error> {
    let key = Salt::new(HKDF_SHA256, salt).extract(secret);
    Ok(key.expand(&[info], LengthBytes(out.len()))?.fill(out)?)
}

struct LengthBytes(usize);

impl KeyType for LengthBytes {
    fn len(&self) -> usize {
        self.0
    }
}
