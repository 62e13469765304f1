//! A sealed value opens at its own place, whole and unaltered, and nowhere else.

use proptest::prelude::*;

use super::{ID, OWNER, ROW, data_key, place};
use crate::{DataKey, Error, KeyId, Place, cipher::Cipher, key_id};

#[test]
fn a_value_opens_where_it_was_sealed() {
    let key = DataKey::generate().unwrap();
    let sealed = key.seal(ID, &place(), b"0,1,3,2").unwrap();
    assert_eq!(sealed.len(), 7 + 46);
    assert_eq!(key_id(&sealed).unwrap(), ID);
    assert_eq!(&**key.open(&place(), &sealed).unwrap(), b"0,1,3,2");
}

#[test]
fn a_value_opens_at_no_other_table_column_row_owner_version_or_key() {
    let key = data_key(1);
    let sealed = key.seal(ID, &place(), b"0,1,3,2").unwrap();
    let (row, owner) = ([9; 16], [9; 32]);
    for elsewhere in [
        Place { table: "drafts", ..place() },
        Place { column: "scores", ..place() },
        Place { row: &row, ..place() },
        Place { owner: &owner, ..place() },
        Place { version: 2, ..place() },
        Place { version: 4, ..place() },
        // The same letters, cut elsewhere.
        Place { table: "responsesa", column: "nswers", ..place() },
    ] {
        assert!(matches!(key.open(&elsewhere, &sealed), Err(Error::Refused)), "{elsewhere:?}");
    }
    assert!(matches!(data_key(2).open(&place(), &sealed), Err(Error::Refused)));
}

#[test]
fn the_key_that_an_envelope_names_is_authenticated() {
    let key = data_key(1);
    let mut sealed = key.seal(ID, &place(), b"words").unwrap();
    sealed[2..18].fill(8);
    assert_eq!(key_id(&sealed).unwrap(), KeyId([8; 16]));
    assert!(matches!(key.open(&place(), &sealed), Err(Error::Refused)));
}

#[test]
fn another_version_or_algorithm_is_said_to_be_unknown() {
    let key = data_key(1);
    for at in [0, 1] {
        let mut sealed = key.seal(ID, &place(), b"words").unwrap();
        sealed[at] += 1;
        assert!(matches!(key.open(&place(), &sealed), Err(Error::Malformed)));
        assert!(matches!(key_id(&sealed), Err(Error::Malformed)));
    }
}

#[test]
fn sealing_twice_gives_different_bytes() {
    let key = data_key(1);
    assert_ne!(key.seal(ID, &place(), b"words").unwrap(), key.seal(ID, &place(), b"words").unwrap());
}

/// Two machines restored from one snapshot draw the same nonce. In a mode without SIV the exclusive or of the two
/// ciphertexts would be that of the two texts.
#[test]
fn a_repeated_nonce_shows_only_whether_two_values_are_equal() {
    let cipher = Cipher::new(&[1; 32]).unwrap();
    let seal = |plain: &[u8]| cipher.seal_with([5; 12], &[], b"place", plain).unwrap();
    assert_eq!(seal(b"I slept well"), seal(b"I slept well"));
    let (one, other) = (seal(b"I slept well"), seal(b"I slept ill!"));
    let difference = |a: &[u8], b: &[u8]| a.iter().zip(b).map(|(a, b)| a ^ b).collect::<Vec<_>>();
    assert_ne!(difference(&one[12..24], &other[12..24]), difference(b"I slept well", b"I slept ill!"));
}

#[test]
fn keys_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<DataKey>();
    shared::<crate::RootKey>();
    shared::<crate::SubKey>();
}

proptest! {
    #[test]
    fn every_content_comes_back(plain: Vec<u8>, version: u32, row: [u8; 16], owner: [u8; 32]) {
        let place = Place { row: &row, owner: &owner, version, ..place() };
        let key = data_key(1);
        let sealed = key.seal(ID, &place, &plain).unwrap();
        prop_assert_eq!(&*key.open(&place, &sealed).unwrap(), &plain);
    }

    #[test]
    fn a_flipped_bit_is_noticed_wherever_it_is(plain: Vec<u8>, at: prop::sample::Index, bit in 0..8_u8) {
        let key = data_key(1);
        let mut sealed = key.seal(ID, &place(), &plain).unwrap();
        let at = at.index(sealed.len());
        sealed[at] ^= 1_u8 << bit;
        prop_assert!(key.open(&place(), &sealed).is_err());
    }

    #[test]
    fn a_value_cut_short_or_made_longer_does_not_open(plain: Vec<u8>, cut: prop::sample::Index, more in prop::collection::vec(any::<u8>(), 1..40)) {
        let key = data_key(1);
        let sealed = key.seal(ID, &place(), &plain).unwrap();
        prop_assert!(key.open(&place(), &sealed[..cut.index(sealed.len())]).is_err());
        prop_assert!(key.open(&place(), &sealed[cut.index(sealed.len()) + 1..]).is_err());
        prop_assert!(key.open(&place(), &[sealed, more].concat()).is_err());
    }

    #[test]
    fn arbitrary_bytes_do_not_open(bytes: Vec<u8>) {
        let place = Place { table: "t", column: "c", row: &ROW, owner: &OWNER, version: 0 };
        prop_assert!(data_key(1).open(&place, &bytes).is_err());
        prop_assert!(data_key(1).open(&place, &[&[1, 1], &bytes[..]].concat()).is_err());
    }
}
