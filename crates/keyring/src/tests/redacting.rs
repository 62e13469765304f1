//! Nothing that a log could print holds a secret.

use data_encoding::HEXLOWER;

use super::{data_key, root_key};
use crate::{DataKey, KeyId, Purpose, Secret, SigningKey};

#[test]
fn debug_prints_the_type_of_a_key_and_nothing_else() {
    let root = root_key(0xAB);
    let sub_key = root.derive(Purpose::Pepper);
    assert_eq!(format!("{root:?} {root:#?}"), "RootKey RootKey");
    assert_eq!(format!("{0:?} {0:#?}", data_key(0xAB)), "DataKey DataKey");
    assert_eq!(format!("{sub_key:?} {sub_key:#?}"), "SubKey SubKey");
    assert_eq!(format!("{0:?} {0:#?}", sub_key.signing()), "SigningKey SigningKey");
}

#[test]
fn debug_of_a_structure_with_secrets_prints_nothing_of_them() {
    #[derive(Debug)]
    #[expect(dead_code, reason = "only its Debug is looked at")]
    struct Member {
        name: Secret<&'static str>,
        answers: Option<Secret<Vec<u8>>>,
        key: Result<DataKey, SigningKey>,
    }
    let member =
        Member { name: Secret::new("Ada"), answers: Some(Secret::new(vec![0, 1, 3])), key: Ok(data_key(0xAB)) };
    assert_eq!(format!("{member:?}"), "Member { name: [sealed], answers: Some([sealed]), key: Ok(DataKey) }");
}

#[test]
fn a_refusal_says_nothing_of_the_content() {
    let key = data_key(0xAB);
    let sealed = key.seal(KeyId([7; 16]), &super::place(), b"I have not slept").unwrap();
    let refusal = data_key(1).open(&super::place(), &sealed).unwrap_err();
    let told = format!("{refusal} {refusal:?}");
    assert!(!told.contains("slept") && !told.contains(&HEXLOWER.encode(&sealed[30..34])));
}

#[test]
fn a_secret_is_shown_to_who_asks_for_it_by_name() {
    let secret = Secret::new(String::from("Ada"));
    assert_eq!(secret.expose(), "Ada");
    assert_eq!(secret.into_inner(), "Ada");
}

#[test]
fn the_name_of_a_key_is_no_secret() {
    assert_eq!(format!("{:?}", KeyId([0xAB; 16])), "ab".repeat(16));
}
