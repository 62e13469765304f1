//! The algorithms agree with the examples printed in the documents that define them.

use data_encoding::HEXLOWER;

use crate::{
    SigningKey,
    cipher::Cipher,
    derive::hkdf,
    digest,
    digest::{hmac, hmac_key, to_array},
    verify_signature,
};

fn hex(digits: &str) -> Vec<u8> {
    HEXLOWER.decode(digits.as_bytes()).unwrap()
}

#[test]
fn sealing_agrees_with_rfc_8452_appendix_c_2() {
    for (key, nonce, aad, plain, result) in [
        (FIRST_KEY, FIRST_NONCE, "", "", "07f5f4169bbf55a8400cd47ea6fd400f"),
        (FIRST_KEY, FIRST_NONCE, "", "0100000000000000", "c2ef328e5c71c83b843122130f7364b761e0b97427e3df28"),
        (FIRST_KEY, FIRST_NONCE, "01", "0200000000000000", "1de22967237a813291213f267e3b452f02d01ae33e4ec854"),
        (
            "3c535de192eaed3822a2fbbe2ca9dfc88255e14a661b8aa82cc54236093bbc23",
            "688089e55540db1872504e1c",
            "734320ccc9d9bbbb19cb81b2af4ecbc3e72834321f7aa0f70b7282b4f33df23f167541",
            "ced532ce4159b035277d4dfbb7db62968b13cd4eec",
            "626660c26ea6612fb17ad91e8e767639edd6c9faee9d6c7029675b89eaf4ba1ded1a286594",
        ),
    ] {
        let cipher = Cipher::new(&to_array(&hex(key))).unwrap();
        let nonce = to_array(&hex(nonce));
        let sealed = cipher.seal_with(nonce, &[], &hex(aad), &hex(plain)).unwrap();
        assert_eq!(sealed, [&nonce[..], &hex(result)].concat());
        assert_eq!(*cipher.open(&hex(aad), &sealed).unwrap(), hex(plain));
    }
}

const FIRST_KEY: &str = "0100000000000000000000000000000000000000000000000000000000000000";
const FIRST_NONCE: &str = "030000000000000000000000";

#[test]
fn deriving_agrees_with_rfc_5869_test_case_1() {
    let mut key = [0; 42];
    hkdf(&hex("000102030405060708090a0b0c"), &[0x0b; 22], &hex("f0f1f2f3f4f5f6f7f8f9"), &mut key).unwrap();
    let expected = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865";
    assert_eq!(HEXLOWER.encode(&key), expected);
}

#[test]
fn authentication_agrees_with_rfc_4231_test_cases_1_and_2() {
    for (key, message, expected) in [
        (&[0x0b; 20][..], "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (b"Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    ] {
        assert_eq!(HEXLOWER.encode(&hmac(&hmac_key(key), message.as_bytes())), expected);
    }
}

#[test]
fn signing_agrees_with_rfc_8032_section_7_1() {
    for (seed, public, message, signature) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
    ] {
        let key = SigningKey::from_seed(&to_array(&hex(seed))).unwrap();
        assert_eq!(HEXLOWER.encode(&key.public()), public);
        assert_eq!(HEXLOWER.encode(&key.sign(&hex(message))), signature);
        assert!(verify_signature(&key.public(), &hex(message), &hex(signature)));
        assert!(!verify_signature(&key.public(), b"another message", &hex(signature)));
    }
}

#[test]
fn the_digest_agrees_with_fips_180() {
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(HEXLOWER.encode(&digest(b"abc")), expected);
}
