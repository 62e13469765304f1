//! SHA-256, HMAC-SHA256, and the comparison that tells an attacker nothing by its duration.

use aws_lc_rs::{
    constant_time,
    digest::{SHA256, digest as sha},
    hmac::{HMAC_SHA256, Key, sign},
};

/// The SHA-256 digest (FIPS 180-4).
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    to_array(sha(&SHA256, bytes).as_ref())
}

/// Whether two byte strings are the same, in a time that depends on their lengths alone.
pub fn equal(one: &[u8], other: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(one, other).is_ok()
}

/// HMAC-SHA256 (RFC 2104).
pub(crate) fn hmac(key: &Key, message: &[u8]) -> [u8; 32] {
    to_array(sign(key, message).as_ref())
}

pub(crate) fn hmac_key(bytes: &[u8]) -> Key {
    Key::new(HMAC_SHA256, bytes)
}

/// Copies a digest, tag or signature whose length the algorithm fixes.
pub(crate) fn to_array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut array = [0; N];
    array.copy_from_slice(bytes);
    array
}
