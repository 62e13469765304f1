//! Each call as LiveKit's protocol documents it, and each way in which it can go wrong.

use std::time::Duration;

use livekit::{Fault, Grants, Participant, Permission, RoomService, State};
use serde_json::json;

use super::fake::{Fake, Mood, client};
use super::tokens::SECRET;

const SOUND: Grants = Grants { microphone: true, camera: false };

#[tokio::test]
async fn each_call_is_one_that_the_published_protocol_knows() {
    let (fake, grants) = (Fake::start().await, Grants { microphone: true, camera: true });
    let calls = fake.client();
    calls.create_room("a-room").await.expect("it is made");
    fake.joins(calls.join_token("a-room", "a-seat", grants).expect("a token").expose());
    calls.list_participants("a-room").await.expect("a list");
    calls.update_participant("a-room", "a-seat", SOUND).await.expect("it is granted");
    assert_eq!(fake.finds("a-seat"), Some(("a-room".to_owned(), vec!["MICROPHONE"])));
    calls.remove_participant("a-room", "a-seat").await.expect("they are let out");
    assert_eq!(fake.finds("a-seat"), None);
    calls.delete_room("a-room").await.expect("it is ended");
    let permission = json!({
        "can_subscribe": true, "can_publish": true, "can_publish_data": false,
        "can_publish_sources": ["MICROPHONE"], "hidden": false, "can_update_metadata": false,
    });
    let asked = [
        (
            "CreateRoom",
            json!({ "name": "a-room", "empty_timeout": 300, "departure_timeout": 60, "max_participants": sfu::SEATS_MAX }),
        ),
        ("ListParticipants", json!({ "room": "a-room" })),
        ("UpdateParticipant", json!({ "room": "a-room", "identity": "a-seat", "permission": permission })),
        ("RemoveParticipant", json!({ "room": "a-room", "identity": "a-seat" })),
        ("DeleteRoom", json!({ "room": "a-room" })),
    ];
    assert_eq!(fake.world().asked, asked.map(|(call, body)| (call.to_owned(), body)));
}

#[tokio::test]
async fn a_list_is_read_by_either_kind_of_names() {
    let fake = Fake::start().await;
    let calls = fake.client();
    fake.joins(calls.join_token("a-room", "a-seat", SOUND).expect("a token").expose());
    let permission = Some(Permission::from(SOUND));
    let there = Participant { identity: "a-seat".to_owned(), state: State::Active, permission };
    for mood in [Mood::Well, Mood::Camel] {
        fake.in_a_mood(mood);
        assert_eq!(calls.list_participants("a-room").await, Ok(vec![there.clone()]), "{mood:?}");
        assert_eq!(calls.list_participants("another").await, Ok(Vec::new()), "{mood:?}");
    }
}

/// As a Twirp server in Go writes it: fields that say nothing too, and some that no call of ours needs.
#[tokio::test]
async fn a_list_with_everything_in_it_is_read() {
    let fake = Fake::start().await;
    fake.in_a_mood(Mood::Says(
        200,
        r#"{"participants":[{"sid":"PA_4DsH7iXUoWSt","identity":"a-seat","state":"JOINED","tracks":[],"metadata":"",
        "joined_at":"1741869679","name":"","version":2,"permission":{"can_subscribe":true,"can_publish":false,
        "can_publish_data":false,"can_publish_sources":[],"hidden":false,"recorder":false,"can_update_metadata":false,
        "agent":false,"can_subscribe_metrics":false},"region":"","is_publisher":false,"kind":"STANDARD","attributes":{}},
        {"sid":"PA_2","identity":"b-seat","state":"JOINING","permission":null}]}"#,
    ));
    let found = fake.client().list_participants("a-room").await.expect("it reads");
    let permission = Some(Permission::from(Grants::default()));
    let first = Participant { identity: "a-seat".to_owned(), state: State::Joined, permission };
    let second = Participant { identity: "b-seat".to_owned(), state: State::Joining, permission: None };
    assert_eq!(found, [first, second]);
}

async fn of_list(calls: &RoomService) -> Fault {
    calls.list_participants("a-room").await.expect_err("it goes wrong")
}

#[tokio::test]
async fn a_refusal_is_told_with_its_status_and_code_and_nothing_of_its_words() {
    let fake = Fake::start().await;
    let calls = fake.client();
    let gone = calls.remove_participant("a-room", "nobody").await.expect_err("nobody is there");
    assert!(gone.is_gone_already() && !gone.is_outage());
    assert_eq!(gone.to_string(), "LiveKit refused RemoveParticipant: 404 not_found");
    let call = "ListParticipants";
    for (status, body, code) in [
        (401, r#"{"code":"unauthenticated","msg":"permissions denied"}"#, "unauthenticated"),
        (429, r#"{"code":"resource_exhausted","msg":"","meta":{}}"#, "resource_exhausted"),
        (500, "invalid token: eyJhbGciOiJIUzI1NiJ9.secret", ""),
        (502, "<html>bad gateway</html>", ""),
        (503, r#"{"code":"EVIL\nline"}"#, "line"),
        (204, "", ""),
    ] {
        fake.in_a_mood(Mood::Says(status, body));
        assert_eq!(of_list(&calls).await, Fault::Refused { call, status, code: code.to_owned() }, "{body}");
    }
}

#[tokio::test]
async fn a_wrong_secret_is_refused_and_the_answer_that_repeats_the_token_is_not() {
    let fake = Fake::start().await;
    let calls = client(fake.address, "another secret", Duration::from_secs(5));
    let refused = Fault::Refused { call: "CreateRoom", status: 401, code: String::new() };
    assert_eq!(calls.create_room("a-room").await, Err(refused.clone()));
    assert_eq!(refused.to_string(), "LiveKit refused CreateRoom: 401 ");
}

#[tokio::test]
async fn what_is_no_answer_of_the_protocol_or_too_long_is_not_read() {
    let fake = Fake::start().await;
    let calls = fake.client();
    let endless: &'static str = Box::leak(format!(r#"{{"participants":[{}"#, " ".repeat(300 * 1_024)).into_boxed_str());
    for body in ["", "[", "{\"participants\":7}", "{\"participants\":[{\"state\":\"ACTIVE\"}]}", endless] {
        fake.in_a_mood(Mood::Says(200, body));
        assert_eq!(of_list(&calls).await, Fault::Unreadable("ListParticipants"), "{} bytes", body.len());
    }
}

#[tokio::test]
async fn a_server_that_hangs_is_not_waited_for_for_ever() {
    let fake = Fake::start().await;
    fake.in_a_mood(Mood::Hangs);
    let patience = Duration::from_millis(50);
    let fault = of_list(&client(fake.address, SECRET, patience)).await;
    assert_eq!(fault, Fault::Silent(patience));
    assert!(fault.is_outage());
}

#[tokio::test]
async fn a_server_that_is_gone_cannot_be_reached() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its address");
    let fault = of_list(&client(gone, SECRET, Duration::from_secs(5))).await;
    assert_eq!(fault, Fault::Unreachable(gone.to_string()));
    assert!(fault.is_outage());
}
