//! Passwords for a TURN server that hold for one session: coturn's `use-auth-secret`, which is the "TURN REST API"
//! (draft-uberti-behave-turn-rest-00). The server shares a secret with this program and asks it nothing.

use aws_lc_rs::hmac;
use data_encoding::{BASE64, HEXLOWER};
use keyring::Secret;

use super::online::Relay;
use crate::clock::{Span, Timestamp};
use crate::config::Turn;
use crate::{Result, id};

/// How much longer than its session a password holds: an hour may run over, and a line may have to be made anew in it.
const LONGER: Span = Span::hours(1);

/// A name and password for one seat, by a number that is nobody's and another each time.
pub(super) fn relay(turn: &Turn, ends_at: Timestamp, now: Timestamp) -> Result<Relay> {
    let until = ends_at.max(now) + LONGER;
    let username = format!("{}:{}", until.0 / 1_000, HEXLOWER.encode(&id::random()?));
    let credential = Secret::new(password(turn.secret.expose(), &username));
    Ok(Relay { urls: turn.urls.clone(), username, credential })
}

/// `base64(hmac-sha1(secret, username))`, as the draft has it. SHA-1 is what its servers ask for.
fn password(secret: &str, username: &str) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret.as_bytes());
    BASE64.encode(hmac::sign(&key, username.as_bytes()).as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_795_536_000_000);

    fn turn() -> Turn {
        Turn { urls: vec!["turn:turn.example.org".to_owned()], secret: Secret::new("north".to_owned()) }
    }

    /// The name is the draft's example, the secret that of coturn's manual; the password is what
    /// `openssl dgst -sha1 -hmac north` makes of them.
    #[test]
    fn a_password_is_what_coturn_makes_of_its_secret_and_the_name() {
        assert_eq!(password("north", "12334939:mbzrxpgjys"), "Iq7YXkRon8YXJfdN1Ke9EZOw1UE=");
    }

    #[test]
    fn a_password_holds_for_its_session_and_names_nobody() {
        let ends_at = NOW + Span::minutes(90);
        let [one, other] = [(); 2].map(|()| relay(&turn(), ends_at, NOW).expect("there is randomness"));
        let (until, number) = one.username.split_once(':').expect("two parts");
        assert_eq!(until.parse(), Ok((ends_at + LONGER).0 / 1_000));
        assert_eq!(number.len(), 32);
        assert_ne!(one.username, other.username);
        assert_eq!(*one.credential.expose(), password("north", &one.username));
        let late = relay(&turn(), ends_at, ends_at + Span::hours(2)).expect("there is randomness");
        assert!(
            late.username.starts_with(&((ends_at + Span::hours(3)).0 / 1_000).to_string()),
            "a room that runs over"
        );
    }
}
