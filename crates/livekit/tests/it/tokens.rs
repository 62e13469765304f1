//! Tokens, looked at as LiveKit looks at them: the signature by another library than the one that made it.

use std::time::{SystemTime, UNIX_EPOCH};

use aws_lc_rs::hmac::{HMAC_SHA256, Key as Hmac, verify};
use data_encoding::BASE64URL_NOPAD;
use keyring::Secret;
use livekit::{Fault, Grants, Key, RoomService};
use serde_json::{Value, json};

pub const KEY: &str = "myapikey";
pub const SECRET: &str = "thiskeyistotallyunsafe";

/// A token that LiveKit's Python SDK made, as it is published with the crate `livekit-token`.
const PUBLISHED: &str = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJuYW1lIjoibmFtZSIsInZpZGVvIjp7InJvb21Kb2luIjp0cnVlLCJyb29tIjoibXktcm9vbSIsImNhblB1Ymxpc2giOnRydWUsImNhblN1YnNjcmliZSI6dHJ1ZSwiY2FuUHVibGlzaERhdGEiOnRydWV9LCJyb29tQ29uZmlnIjp7ImFnZW50cyI6W3siYWdlbnROYW1lIjoidGVzdC1hZ2VudCIsIm1ldGFkYXRhIjoidGVzdC1tZXRhZGF0YSJ9XX0sInN1YiI6ImlkZW50aXR5IiwiaXNzIjoibXlhcGlrZXkiLCJuYmYiOjE3NDE4Njk2NzksImV4cCI6NDEwMjQ0NDgwMH0.hmKovgw6sDbQUFZxAQ9Xjb9-VUzeBw1A6URTXFuCLMU";

/// What a token claims, if LiveKit would believe it now.
pub fn believed(token: &str) -> Option<Value> {
    let (signed, signature) = token.rsplit_once('.')?;
    let (head, claims) = signed.split_once('.')?;
    let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).ok()?;
    verify(&Hmac::new(HMAC_SHA256, SECRET.as_bytes()), signed.as_bytes(), &signature).ok()?;
    let read = |part: &str| serde_json::from_slice::<Value>(&BASE64URL_NOPAD.decode(part.as_bytes()).ok()?).ok();
    let (head, claims) = (read(head)?, read(claims)?);
    let is_timely = claims["nbf"].as_u64()? <= now_s() && now_s() < claims["exp"].as_u64()?;
    (head["alg"] == "HS256" && claims["iss"] == KEY && is_timely).then_some(claims)
}

fn now_s() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a time after 1970").as_secs()
}

fn service() -> RoomService {
    let key = Key::new(KEY.to_owned(), Secret::new(SECRET.to_owned()));
    RoomService::new("ws://127.0.0.1:1".parse().expect("an address"), key).expect("a client")
}

#[test]
fn a_published_token_is_believed_and_a_changed_one_is_not() {
    let claims = believed(PUBLISHED).expect("it is LiveKit's own");
    assert_eq!((&claims["sub"], &claims["video"]["room"]), (&json!("identity"), &json!("my-room")));
    let (signed, signature) = PUBLISHED.rsplit_once('.').expect("a signature");
    assert_eq!(believed(&format!("{}A.{signature}", &signed[..signed.len() - 1])), None);
}

#[test]
fn a_join_token_says_what_may_be_sent_and_can_neither_record_nor_hide() {
    for (microphone, camera, sources) in [
        (true, true, json!(["microphone", "camera"])),
        (true, false, json!(["microphone"])),
        (false, true, json!(["camera"])),
    ] {
        let token = service().join_token("a-room", "a-seat", Grants { microphone, camera }).expect("a token");
        let claims = believed(token.expose()).expect("LiveKit believes it");
        let video = json!({
            "roomJoin": true, "room": "a-room", "canPublish": true, "canPublishSources": sources,
            "canSubscribe": true, "canPublishData": false, "canUpdateOwnMetadata": false,
        });
        let (nbf, exp) = (claims["nbf"].as_u64().expect("a time"), claims["exp"].as_u64().expect("a time"));
        assert!((120..=121).contains(&(exp - nbf)), "{nbf} to {exp}");
        assert_eq!(claims, json!({ "iss": KEY, "sub": "a-seat", "nbf": nbf, "exp": exp, "video": video }));
    }
}

#[test]
fn whoever_may_send_nothing_may_still_see() {
    let token = service().join_token("a-room", "a-seat", Grants::default()).expect("a token");
    let video = &believed(token.expose()).expect("LiveKit believes it")["video"];
    assert_eq!((&video["canPublish"], &video["canSubscribe"]), (&json!(false), &json!(true)));
    // An empty list would mean every source.
    assert_eq!(video.get("canPublishSources"), None);
}

#[test]
fn livekits_own_library_believes_it_too() {
    let token = service().join_token("a-room", "a-seat", Grants { microphone: true, camera: false }).expect("a token");
    let claims = livekit_token::TokenVerifier::with_api_key(KEY, SECRET).verify(token.expose()).expect("it is good");
    assert_eq!((claims.sub.as_str(), claims.video.room.as_str()), ("a-seat", "a-room"));
    assert!(claims.video.room_join && !claims.video.room_admin && !claims.video.room_record && !claims.video.hidden);
    assert!(livekit_token::TokenVerifier::with_api_key(KEY, "another").verify(token.expose()).is_err());
}

#[test]
fn without_a_key_there_is_no_token_and_a_key_is_never_printed() {
    let key = Key::new(KEY.to_owned(), Secret::new(SECRET.to_owned()));
    assert_eq!(format!("{key:?}"), "Key([sealed])");
    let empty = Key::new(String::new(), Secret::new(String::new()));
    let service = RoomService::new("ws://127.0.0.1:1".parse().expect("an address"), empty).expect("a client");
    assert_eq!(service.join_token("a-room", "a-seat", Grants::default()), Err(Fault::NoToken));
}
