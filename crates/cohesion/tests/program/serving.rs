//! A server at work: health, log, clients that leave, and the way it stops.

use std::io::{Read, Write};

use super::harness::Home;

#[test]
fn a_first_start_makes_a_root_key_and_says_so() {
    let home = Home::new();
    let server = home.serve(&[]);
    assert!(server.said.starts_with("A root key was made: "), "{}", server.said);
    assert!(home.config().root_key.exists());
    let again = {
        server.stop().went_well();
        home.serve(&[])
    };
    assert!(!again.said.contains("root key"), "{}", again.said);
}

#[test]
fn the_link_that_sets_up_names_the_port_that_was_given() {
    let home = Home::new();
    let server = home.serve(&[]);
    let address = server.address;
    let ran = server.stop().went_well();
    assert!(ran.said.contains(&format!(": http://{address}/set-up/")), "{}", ran.said);
    let ran = home.serve(&["--public-url", "https://commons.example"]).stop().went_well();
    assert!(ran.said.contains(": https://commons.example/set-up/"), "{}", ran.said);
}

#[test]
fn health_is_plain_text_before_anything_is_set_up() {
    let home = Home::new();
    let server = home.serve(&[]);
    let (status, answer) = server.get("/healthz");
    assert_eq!((status, answer.split_once("\r\n\r\n").map(|(_, body)| body)), (200, Some("ok\n")), "{answer}");
    let (status, answer) = server.get("/readyz");
    assert_eq!(status, 200, "{answer}");
    assert!(answer.contains("content-type: text/plain"), "{answer}");
    for line in ["database ok\n", "schema ok\n", "disk ok\n", "worker ok\n"] {
        assert!(answer.contains(line), "{answer}");
    }
}

#[test]
fn a_stop_finishes_what_is_under_way_and_folds_the_log_into_the_file() {
    let home = Home::new();
    let server = home.serve(&[]);
    let mut slow = server.connect();
    let head = "POST /sign-in HTTP/1.1\r\nHost: here\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 4\r\n";
    write!(slow, "{head}Content-Type: application/x-www-form-urlencoded\r\n\r\na=").expect("half is sent");
    std::thread::sleep(std::time::Duration::from_millis(200));
    let stopping = std::thread::spawn(move || server.stop());
    std::thread::sleep(std::time::Duration::from_millis(200));
    slow.write_all(b"b1").expect("the rest is sent");
    let mut answer = String::new();
    slow.read_to_string(&mut answer).expect("it is answered");
    assert!(answer.starts_with("HTTP/1.1 "), "{answer}");
    let ran = stopping.join().expect("it stops").went_well();
    assert!(ran.said.ends_with("Stopped.\n"), "{}", ran.said);
    assert!(!home.data().join("cohesion.db-wal").exists(), "everything is in the file");
}

#[test]
fn a_client_that_leaves_in_mid_request_harms_nobody() {
    let home = Home::new();
    let server = home.serve(&[]);
    for part in
        ["GET /hea", "POST /sign-in HTTP/1.1\r\nHost: here\r\nContent-Length: 900\r\n\r\nemail=ad", "\u{0}\u{1}"]
    {
        server.connect().write_all(part.as_bytes()).expect("a part is sent");
    }
    assert_eq!(server.get("/readyz").0, 200);
    let ran = server.stop().went_well();
    assert!(!ran.complained.contains("ERROR"), "{}", ran.complained);
}

#[test]
fn the_log_names_routes_and_never_what_stands_in_an_address() {
    let home = Home::new();
    let server = home.serve(&["--log-format", "json", "--log", "debug"]);
    server.get("/healthz?said=canary-in-the-query");
    server.get("/no/such/canary-in-the-path");
    server.ask("CANARY-METHOD / HTTP/1.1\r\nHost: canary.example\r\nConnection: close\r\n\r\n");
    let ran = server.stop().went_well();
    let lines: Vec<serde_json::Value> =
        ran.complained.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let answers: Vec<_> = lines.iter().filter(|line| line["message"] == "answered").collect();
    let seen: Vec<_> = answers.iter().map(|line| (&line["method"], &line["route"], &line["status"])).collect();
    assert_eq!(answers.len(), 3, "{}", ran.complained);
    assert_eq!(seen[0], (&"GET".into(), &"/healthz".into(), &200.into()));
    assert_eq!(seen[1], (&"GET".into(), &"(none)".into(), &404.into()));
    assert_eq!(seen[2].0, "other");
    assert!(answers.iter().all(|line| line["request"].as_str().is_some_and(|id| id.len() == 26)), "{}", ran.complained);
    assert!(!ran.complained.to_lowercase().contains("canary"), "{}", ran.complained);
}
