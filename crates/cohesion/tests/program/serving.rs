//! A server at work: health, log, clients that leave, and the way it stops.

use std::io::{Read, Write};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpSocket;

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
fn a_crash_leaves_no_memory_on_the_disk() {
    let home = Home::new();
    let server = home.serve(&[]);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", server.id())).expect("the system tells");
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).expect("it has a limit");
    assert!(core.split_whitespace().filter(|word| *word == "0").count() == 2, "{core}");
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
fn headers_have_a_bound() {
    let home = Home::new();
    let server = home.serve(&[]);
    let ask = |bytes: usize| {
        let padding = "x".repeat(bytes);
        server.ask(&format!("GET /healthz HTTP/1.1\r\nHost: here\r\nX: {padding}\r\nConnection: close\r\n\r\n"))
    };
    assert_eq!(ask(15_000).0, 200);
    assert_eq!(ask(20_000).0, 431);
    let many = (0..101).map(|at| format!("X-{at}: x")).collect::<Vec<_>>().join("\r\n") + "\r\n";
    let (status, _) = server.ask(&format!("GET /healthz HTTP/1.1\r\nHost: here\r\n{many}\r\n"));
    assert_eq!(status, 431);
    assert_eq!(server.get("/healthz").0, 200);
}

#[tokio::test]
async fn one_address_holds_64_connections_and_no_more() {
    let home = Home::new();
    let server = home.serve(&[]);
    let address = server.address;
    let from_elsewhere = async || {
        let socket = TcpSocket::new_v4().expect("a socket");
        // This machine's own address has no share: a proxy often stands there.
        socket.bind("127.0.0.2:0".parse().expect("an address")).expect("it is ours");
        let mut stream = socket.connect(address).await.expect("the server listens");
        let sent = stream.write_all(b"GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n").await;
        let mut answer = [0; 12];
        (sent.is_ok() && stream.read_exact(&mut answer).await.is_ok()).then_some(stream)
    };
    let mut held = Vec::new();
    for _ in 0..64 {
        held.push(from_elsewhere().await.expect("there is room"));
    }
    assert!(from_elsewhere().await.is_none(), "a 65th is not answered");
    assert_eq!(server.get("/healthz").0, 200, "others are");
    held.clear();
    let mut tries = 0..50;
    while from_elsewhere().await.is_none() {
        assert!(tries.next().is_some(), "places are given back");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
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
