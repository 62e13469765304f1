//! Derived keys are independent of each other, and what they authenticate cannot be shifted.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{data_key, root_key};
use crate::{Purpose, digest, equal, random_token, verify_signature};

#[test]
fn every_purpose_of_every_root_key_has_a_key_of_its_own() {
    let roots = [root_key(1), root_key(2)];
    let sub_keys: Vec<_> = roots.iter().flat_map(|root| Purpose::ALL.map(|purpose| root.derive(purpose))).collect();
    let macs: HashSet<_> = sub_keys.iter().map(|key| key.mac(&[b"token"])).collect();
    let publics: HashSet<_> = sub_keys.iter().map(|key| key.signing().public()).collect();
    assert_eq!((macs.len(), publics.len()), (2 * Purpose::ALL.len(), 2 * Purpose::ALL.len()));
}

#[test]
fn the_keys_that_a_root_key_holds_ready_are_those_of_their_purposes() {
    for purpose in Purpose::ALL {
        let ready = root_key(1).derive(purpose);
        assert_eq!(ready.mac(&[]), data_key(1).derive(purpose).unwrap().mac(&[]), "{purpose:?}");
    }
}

#[test]
fn a_derived_key_is_the_same_after_a_restart() {
    assert_eq!(root_key(1).derive(Purpose::Backup).mac(&[b"a"]), root_key(1).derive(Purpose::Backup).mac(&[b"a"]));
}

#[test]
fn what_is_derived_from_a_data_key_outlives_the_root_key() {
    let (old, new, key) = (root_key(1), root_key(2), data_key(3));
    let id = super::ID;
    let before = key.derive(Purpose::BlindIndex).unwrap().blind_index("email/v1", "ada@example.org");
    let under_old = old.wrap(id, b"", &key).unwrap();
    let under_new = new.wrap(id, b"", &old.unwrap(id, b"", &under_old).unwrap()).unwrap();
    let moved = new.unwrap(id, b"", &under_new).unwrap();
    assert_eq!(moved.derive(Purpose::BlindIndex).unwrap().blind_index("email/v1", "ada@example.org"), before);
}

#[test]
fn parts_cannot_be_shifted_into_each_other() {
    let key = root_key(1).derive(Purpose::LoginTokens);
    let shapes: [&[&[u8]]; 6] = [&[b"ab", b"c"], &[b"a", b"bc"], &[b"abc"], &[b"abc", b""], &[b"", b"abc"], &[]];
    let macs: HashSet<_> = shapes.iter().map(|parts| key.mac(parts)).collect();
    assert_eq!(macs.len(), shapes.len());
}

#[test]
fn a_mac_is_verified_whole() {
    let key = root_key(1).derive(Purpose::MailLinks);
    let tag = key.mac(&[b"invite", b"ada"]);
    assert!(key.verify_mac(&[b"invite", b"ada"], &tag));
    assert!(!key.verify_mac(&[b"invite", b"bob"], &tag));
    assert!(!key.verify_mac(&[b"invite", b"ada"], &tag[..31]));
    assert!(!key.verify_mac(&[b"invite", b"ada"], &[]));
}

#[test]
fn a_blind_index_cannot_be_guessed_without_the_key() {
    let index = |root| root_key(root).derive(Purpose::BlindIndex).blind_index("email/v1", "ada@example.org");
    assert_eq!(index(1), index(1));
    assert_ne!(index(1), index(2));
    assert_ne!(index(1), digest(b"ada@example.org"));
}

#[test]
fn a_blind_index_keeps_kinds_apart() {
    let key = root_key(1).derive(Purpose::BlindIndex);
    assert_ne!(key.blind_index("email/v1", "7"), key.blind_index("phone/v1", "7"));
}

#[test]
fn a_signature_of_any_other_length_or_key_is_refused() {
    let key = root_key(1).derive(Purpose::AuditSigning).signing();
    let signature = key.sign(b"checkpoint 7");
    assert!(verify_signature(&key.public(), b"checkpoint 7", &signature));
    assert!(!verify_signature(&key.public(), b"checkpoint 7", &signature[..63]));
    let other = root_key(2).derive(Purpose::AuditSigning).signing();
    assert!(!verify_signature(&other.public(), b"checkpoint 7", &signature));
    assert!(!verify_signature(&[0xFF; 32], b"checkpoint 7", &signature));
}

#[test]
fn tokens_do_not_repeat() {
    let tokens: HashSet<[u8; 16]> = (0..1_000).map(|_| random_token().unwrap()).collect();
    assert_eq!(tokens.len(), 1_000);
}

proptest! {
    #[test]
    fn two_lists_of_parts_have_one_mac_only_if_they_are_equal(one: Vec<Vec<u8>>, other: Vec<Vec<u8>>) {
        let key = root_key(1).derive(Purpose::AuditHead);
        let mac = |parts: &[Vec<u8>]| key.mac(&parts.iter().map(Vec::as_slice).collect::<Vec<_>>());
        prop_assert_eq!(mac(&one) == mac(&other), one == other);
    }

    #[test]
    fn equality_is_that_of_the_bytes(one: Vec<u8>, other: Vec<u8>) {
        prop_assert!(equal(&one, &one));
        prop_assert_eq!(equal(&one, &other), one == other);
    }
}
