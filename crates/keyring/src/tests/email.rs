//! One mailbox has one form, however it is typed, and what cannot be an address has none.

use proptest::prelude::*;

use crate::normalise_email;

#[test]
fn the_ways_in_which_one_types_an_address_come_to_one() {
    for typed in
        ["ada@example.org", " ada@example.org\n", "Ada@Example.ORG", "\u{a0}ADA@example.org", "ａｄａ＠example.org"]
    {
        assert_eq!(normalise_email(typed).as_deref(), Some("ada@example.org"), "{typed:?}");
    }
}

#[test]
fn letters_composed_in_two_ways_come_to_one() {
    assert_eq!(normalise_email("Zoe\u{308}@example.org"), normalise_email("zo\u{eb}@example.org"));
    // Only the small letter has a composed form.
    assert_eq!(normalise_email("J\u{30c}@example.org"), normalise_email("\u{1f0}@example.org"));
}

#[test]
fn different_mailboxes_stay_different() {
    for address in [
        "ada+group@example.org",
        "a.da@example.org",
        "ada@example.com",
        "o'hara@example.org",
        "ada@localhost",
        "ada@xn--mller-kva.de",
    ] {
        assert_eq!(normalise_email(address).as_deref(), Some(address));
    }
}

#[test]
fn what_cannot_be_an_address_is_refused() {
    let (long_local, long_domain) = ("a".repeat(65), "example.".repeat(32));
    for typed in [
        "",
        "@",
        "ada",
        "ada@",
        "@example.org",
        "ada@@example.org",
        "ada@bob@example.org",
        "a da@example.org",
        "ada@exam ple.org",
        "ada@example..org",
        "ada@.org",
        "ada@example.org.",
        "ada@-example.org",
        "ada@example-.org",
        "ada@müller.de",
        "\"ada\"@example.org",
        "<ada@example.org>",
        "ada@[127.0.0.1]",
        "ada\0@example.org",
        "ada,bob@example.org",
        "ada\r\nBcc:bob@example.org",
        &format!("{long_local}@example.org"),
        &format!("ada@{long_domain}org"),
        &format!("ada@{long_local}.org"),
    ] {
        assert_eq!(normalise_email(typed), None, "{typed:?}");
    }
}

proptest! {
    #[test]
    fn the_form_of_a_form_is_itself(typed in "\\PC{1,20}@[A-Za-z0-9-]{1,10}\\.[A-Z]{2}") {
        if let Some(address) = normalise_email(&typed) {
            prop_assert_eq!(normalise_email(&address), Some(address));
        }
    }

    #[test]
    fn nothing_that_is_typed_stops_it(typed: String) {
        let _ = normalise_email(&typed);
    }
}
