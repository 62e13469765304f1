//! A data key is had back only with its root key, its id and its scope.

use proptest::prelude::*;

use super::{ID, data_key, place, root_key};
use crate::{Error, KeyId, RootKey, cipher::Cipher, derive::derive, frame::frame, wrapped_under};

#[test]
fn a_wrapped_key_opens_what_it_sealed() {
    let (root, key) = (RootKey::generate().unwrap(), data_key(1));
    let sealed = key.seal(ID, &place(), b"words").unwrap();
    let wrapped = root.wrap(ID, b"person", &key).unwrap();
    assert_eq!(wrapped.len(), 102);
    assert_eq!(wrapped_under(&wrapped).unwrap(), root.fingerprint());
    let again = root.unwrap(ID, b"person", &wrapped).unwrap();
    assert_eq!(&**again.open(&place(), &sealed).unwrap(), b"words");
}

#[test]
fn a_wrapped_key_does_not_show_the_key() {
    let wrapped = root_key(1).wrap(ID, b"person", &data_key(0xAB)).unwrap();
    assert!(!wrapped.windows(4).any(|bytes| bytes == [0xAB; 4]));
}

#[test]
fn another_root_key_is_told_apart_by_both_fingerprints() {
    let (right, wrong) = (root_key(1), root_key(2));
    let wrapped = right.wrap(ID, b"person", &data_key(1)).unwrap();
    let refusal = wrong.unwrap(ID, b"person", &wrapped).unwrap_err();
    assert!(
        matches!(refusal, Error::WrongRoot { needed, given } if needed == right.fingerprint() && given == wrong.fingerprint())
    );
    assert!(refusal.to_string().starts_with("This is the wrong root key"));
}

#[test]
fn a_forged_fingerprint_does_not_help_another_root_key() {
    let mut wrapped = root_key(1).wrap(ID, b"person", &data_key(1)).unwrap();
    wrapped[2..10].copy_from_slice(&root_key(2).fingerprint());
    assert!(matches!(root_key(2).unwrap(ID, b"person", &wrapped), Err(Error::Refused)));
}

/// Only the holder of the root key can make such a record: the commitment holds even against a record of theirs.
#[test]
fn a_record_that_commits_to_another_key_is_refused() {
    let root = root_key(1);
    let wrapping = Cipher::new(&derive(&[1; 32], &[b"wrap"]).unwrap()).unwrap();
    let record = |head: &[u8]| wrapping.seal(head, &frame(&[head, &ID.0, b"person"]), &[2; 32]).unwrap();
    let honest = root.wrap(ID, b"person", &data_key(2)).unwrap();
    let other = root.wrap(ID, b"person", &data_key(3)).unwrap();
    assert!(root.unwrap(ID, b"person", &record(&honest[..42])).is_ok());
    assert!(matches!(root.unwrap(ID, b"person", &record(&other[..42])), Err(Error::Refused)));
}

#[test]
fn a_wrapped_key_belongs_to_its_id_and_scope() {
    let root = root_key(1);
    let wrapped = root.wrap(ID, b"person", &data_key(1)).unwrap();
    assert!(matches!(root.unwrap(KeyId([8; 16]), b"person", &wrapped), Err(Error::Refused)));
    assert!(matches!(root.unwrap(ID, b"group", &wrapped), Err(Error::Refused)));
    assert!(matches!(root.unwrap(ID, b"", &wrapped), Err(Error::Refused)));
}

#[test]
fn the_fingerprint_depends_on_the_key_alone() {
    assert_eq!(root_key(1).fingerprint(), root_key(1).fingerprint());
    assert_ne!(root_key(1).fingerprint(), root_key(2).fingerprint());
}

proptest! {
    #[test]
    fn an_altered_wrapped_key_is_noticed(at: prop::sample::Index, bit in 0..8_u8) {
        let root = root_key(1);
        let mut wrapped = root.wrap(ID, b"person", &data_key(1)).unwrap();
        let at = at.index(wrapped.len());
        wrapped[at] ^= 1_u8 << bit;
        prop_assert!(root.unwrap(ID, b"person", &wrapped).is_err());
    }

    #[test]
    fn a_wrapped_key_of_another_length_is_refused(cut: prop::sample::Index, more in prop::collection::vec(any::<u8>(), 1..40)) {
        let root = root_key(1);
        let wrapped = root.wrap(ID, b"person", &data_key(1)).unwrap();
        prop_assert!(root.unwrap(ID, b"person", &wrapped[..cut.index(wrapped.len())]).is_err());
        prop_assert!(root.unwrap(ID, b"person", &[wrapped, more].concat()).is_err());
    }

    #[test]
    fn arbitrary_bytes_do_not_unwrap(bytes: Vec<u8>) {
        let root = root_key(1);
        let head = [&[1, 1], &root.fingerprint()[..]].concat();
        prop_assert!(root.unwrap(ID, b"person", &bytes).is_err());
        prop_assert!(root.unwrap(ID, b"person", &[head, bytes].concat()).is_err());
    }
}
