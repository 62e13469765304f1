//! Randomness, from the operating system by way of the cryptographic library.

use aws_lc_rs::rand;
use zeroize::Zeroizing;

use crate::Error;

/// 32 secret bytes at one address for their whole life, overwritten at its end.
pub(crate) type KeyBytes = Box<Zeroizing<[u8; 32]>>;

/// `N` unpredictable bytes, for tokens, ids and nonces.
pub fn random_token<const N: usize>() -> Result<[u8; N], Error> {
    let mut token = [0; N];
    fill(&mut token)?;
    Ok(token)
}

/// A new secret key.
pub(crate) fn random_key() -> Result<KeyBytes, Error> {
    let mut bytes = KeyBytes::default();
    fill(bytes.as_mut_slice())?;
    Ok(bytes)
}

fn fill(bytes: &mut [u8]) -> Result<(), Error> {
    rand::fill(bytes).map_err(|_| Error::NoRandomness)
}
