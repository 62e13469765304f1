//! What no page of ours does at the socket of a live room: whoever does it is told so, and the others notice nothing.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use floor::hall::SeatKind;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use store::Engine;
use tokio::net::TcpSocket;
use tokio_tungstenite::client_async;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use super::super::Answers;
use super::super::online::Face;
use super::Evening;
use super::online::{House, Line, SOON, answers, hour, login};
use crate::clock::Span;
use crate::identity::{AccountKind, Token};
use crate::testing::TestClinic;
use crate::{Result, scenarios};

/// How soon what somebody writes is seen by the others, whatever else comes to the room.
const AT_ONCE: Duration = Duration::from_secs(1);
/// How long a line that takes nothing may stay: it answers no sign of life.
const GIVEN_UP: Duration = Duration::from_secs(25);

/// Whoever leads, Robin and Fern are in.
struct Gathered {
    house: House,
    evening: Evening,
    leader: Token,
    robin: Token,
    desk: Line,
    first: Line,
    other: Line,
}

impl Gathered {
    async fn of(clinic: &TestClinic, kind: SeatKind) -> Result<Self> {
        let (evening, house, [leader, robin]) = hour(clinic).await?;
        for member in [evening.robin, evening.fern] {
            evening.answers(clinic, member, Answers { kind, ..answers() }).await?;
        }
        let fern = login(clinic, evening.fern, AccountKind::Member).await?;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut lines = Vec::new();
        for (token, number) in [(&robin, 1), (&fern, 2)] {
            let mut line = house.comes(token, &evening, Face::Member).await;
            line.gets("regions", "").await;
            desk.asks("admit", number).await;
            line.gets("connect", "").await;
            lines.push(line);
        }
        let (other, first) = (lines.pop().expect("Fern"), lines.pop().expect("Robin"));
        Ok(Self { house, evening, leader, robin, desk, first, other })
    }

    /// Robin again, over another line: what was closed can be opened anew.
    async fn comes_back(&mut self) {
        self.first = self.house.comes(&self.robin, &self.evening, Face::Member).await;
        self.first.gets("connect", "").await;
    }

    /// Whoever leads and Fern notice nothing.
    async fn goes_on(&mut self, words: &str) {
        passes(&mut self.desk, &mut self.other, words).await;
    }
}

/// What one writes is seen by the other at once.
async fn passes(from: &mut Line, to: &mut Line, words: &str) {
    let began = Instant::now();
    writes(from, words).await;
    to.gets("regions", words).await;
    assert!(began.elapsed() < AT_ONCE, "{:?}", began.elapsed());
}

async fn writes(line: &mut Line, words: &str) {
    line.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": words })).await;
}

/// Why the line ended, and the sentence that its page shows.
async fn goodbye(line: &mut Line) -> (String, String) {
    let mut said = (String::new(), String::new());
    while let Some(frame) = line.next().await {
        if frame["t"] == "bye" {
            let text = |field: &str| frame[field].as_str().unwrap_or_default().to_owned();
            said = (text("why"), text("words"));
        }
    }
    said
}

impl Line {
    /// Whether this was on the page, in the time until those words are.
    async fn has_seen(&mut self, this: &str, until: &str) -> bool {
        let mut has_seen = false;
        loop {
            let frame = self.next().await.expect("it goes on").to_string();
            has_seen |= frame.contains(this);
            if frame.contains(until) {
                return has_seen;
            }
        }
    }
}

/// A line that reads nothing of what is sent to it, and has little room for it.
async fn deaf(address: SocketAddr, token: &Token, evening: &Evening, ticket: &str) -> impl Sized {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(2_048).expect("a small buffer");
    let stream = socket.connect(address).await.expect("it connects");
    let mut request =
        format!("ws://{address}/room/{}/socket", evening.session.id).into_client_request().expect("an address");
    let headers = request.headers_mut();
    headers.insert("cookie", format!("login={}", token.text()).parse().expect("a value"));
    headers.insert("origin", format!("http://{address}").parse().expect("a value"));
    let (mut socket, _) = client_async(request, stream).await.expect("it opens");
    let hello = json!({ "v": 1, "t": "hello", "ticket": ticket });
    socket.send(Message::text(hello.to_string())).await.expect("it is sent");
    socket
}

scenarios! {
    async fn whoever_sends_what_no_page_sends_is_told_and_the_others_go_on(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        let deep = "[".repeat(30_000);
        let odd = [
            (Message::text("{"), "unreadable"),
            (Message::text("[]"), "unreadable"),
            (Message::text(format!(r#"{{"v":1,"t":"wish","do":{deep}"#)), "unreadable"),
            (Message::text(r#"{"v":1,"t":"shout"}"#), "unreadable"),
            (Message::text(r#"{"v":1,"t":"hello","ticket":"a"}"#), "unreadable"),
            (Message::text(r#"{"v":1,"t":"wish","do":"admit","seat":70000}"#), "unreadable"),
            (Message::binary(vec![0; 64]), "unreadable"),
            (Message::text(r#"{"v":2,"t":"wish","do":"raise"}"#), "old-page"),
            (Message::text("x".repeat(33_000)), "too-long"),
        ];
        for (number, (message, wanted)) in odd.into_iter().enumerate() {
            here.first.0.send(message).await.expect("it is sent");
            let (why, words) = goodbye(&mut here.first).await;
            assert_eq!(why, wanted, "{number}");
            assert!(words.ends_with('.') && words.len() > 20, "{words}");
            if number % 4 == 0 {
                here.goes_on(&format!("after {number}")).await;
            }
            here.comes_back().await;
        }
        Ok(())
    }

    async fn a_frame_of_a_megabyte_ends_its_own_line(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        let _ = here.first.0.send(Message::text("x".repeat(1_000_000))).await;
        goodbye(&mut here.first).await;
        here.goes_on("Nobody noticed.").await;
        here.comes_back().await;
        Ok(())
    }

    async fn a_wish_that_nobody_knows_is_answered_and_the_line_stays(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        for odd in [
            json!({ "v": 1, "t": "wish", "do": "shout" }),
            json!({ "v": 1, "t": "wish", "do": "admit", "seat": 900 }),
            json!({ "v": 1, "t": "wish", "do": "write", "choice": "everybody", "words": "x" }),
            json!({ "v": 1, "t": "wish", "do": "remove", "seat": 2 }),
            json!({ "v": 1, "t": "wish", "do": "end" }),
            json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": "x".repeat(2_000) }),
        ] {
            here.first.send(odd).await;
            let told = here.first.gets("error", "").await;
            assert!(told["words"].as_str().is_some_and(|words| words.ends_with('.')), "{told}");
        }
        here.goes_on("And we go on.").await;
        Ok(())
    }

    async fn twenty_thousand_messages_end_their_own_line_and_nobody_waits_for_them(clinic: TestClinic) {
        let Gathered { first, mut desk, mut other, .. } = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        let (mut sink, mut stream) = first.0.split();
        tokio::spawn(async move {
            let raise = json!({ "v": 1, "t": "wish", "do": "raise" }).to_string();
            for _ in 0..20_000 {
                if sink.send(Message::text(raise.clone())).await.is_err() {
                    break;
                }
            }
        });
        let hearing = tokio::spawn(async move {
            let mut told = Vec::new();
            while let Some(Ok(message)) = stream.next().await {
                let Message::Text(text) = message else { continue };
                let frame: Value = serde_json::from_str(&text).expect("a frame is JSON");
                told.extend(frame["code"].as_str().or(frame["why"].as_str()).map(str::to_owned));
            }
            told
        });
        for number in 0..3 {
            passes(&mut desk, &mut other, &format!("number {number}")).await;
        }
        let told = tokio::time::timeout(SOON, hearing).await.expect("it ends soon").expect("it is heard");
        assert_eq!(told.iter().filter(|code| *code == "too-fast").count(), 1, "{told:?}");
        assert_eq!(told.last().map(String::as_str), Some("flood"));
        Ok(())
    }

    async fn a_burst_is_answered_once_and_the_line_stays(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        for _ in 0..60 {
            here.first.asks("raise", 0).await;
        }
        let told = here.first.gets("error", "too-fast").await;
        assert!(told.to_string().contains("a lot in a short time"), "{told}");
        here.goes_on("One after the other.").await;
        here.first.gets("regions", "One after the other.").await;
        Ok(())
    }

    async fn whoever_comes_without_a_ticket_is_told(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        let ours = format!("http://{}", here.house.address);
        for (first, why) in [
            (json!({ "v": 1, "t": "wish", "do": "raise" }), "no-ticket"),
            (json!({ "v": 1, "t": "hello" }), "no-ticket"),
            (json!({ "v": 1, "t": "hello", "ticket": "" }), "ticket"),
            (json!({ "v": 1, "t": "hello", "ticket": "x".repeat(20_000) }), "ticket"),
        ] {
            let mut line = here.house.socket(&here.robin, &here.evening, &ours).await.expect("it opens");
            line.send(first).await;
            let (said, words) = goodbye(&mut line).await;
            assert_eq!(said, why);
            assert!(words.contains("Load it again"), "{words}");
        }
        let (_, old) = here.house.ticket(&here.robin, &here.evening, Face::Member).await;
        clinic.pass(Span::seconds(31));
        for used in [&old, &old] {
            let mut line = here.house.socket(&here.robin, &here.evening, &ours).await.expect("it opens");
            line.send(json!({ "v": 1, "t": "hello", "ticket": used })).await;
            assert_eq!(goodbye(&mut line).await.0, "ticket");
        }
        here.goes_on("Robin sits where they sat.").await;
        here.first.gets("regions", "sat.").await;
        Ok(())
    }

    async fn one_who_joins_with_two_devices_has_one_seat_and_the_first_is_told(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        let mut second = here.house.comes(&here.robin, &here.evening, Face::Member).await;
        second.gets("connect", "").await;
        let (why, words) = goodbye(&mut here.first).await;
        assert_eq!((why.as_str(), words.as_str()), ("taken-over", "Your seat is on another device now."));
        here.goes_on("There is one Robin.").await;
        second.gets("regions", "one Robin").await;
        Ok(())
    }

    async fn a_line_that_takes_nothing_is_given_up_and_nobody_waits_for_it(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        let (_, ticket) = here.house.ticket(&here.robin, &here.evening, Face::Member).await;
        let deaf = deaf(here.house.address, &here.robin, &here.evening, &ticket).await;
        assert_eq!(here.first.ends().await, "taken-over");
        let began = Instant::now();
        let (mut number, mut is_away) = (0, false);
        while !is_away {
            assert!(began.elapsed() < GIVEN_UP, "it is not given up");
            clinic.pass(Span::seconds(2));
            number += 1;
            let words = format!("{number}. {}", "a long line ".repeat(60));
            let written = Instant::now();
            writes(&mut here.desk, &words).await;
            here.other.gets("regions", &format!("{number}. a long line")).await;
            is_away = here.desk.has_seen("line broken", &format!("{number}. a long line")).await;
            assert!(written.elapsed() < AT_ONCE, "{:?}", written.elapsed());
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        drop(deaf);
        here.comes_back().await;
        Ok(())
    }

    async fn a_clock_that_is_put_back_a_little_or_forward_changes_nothing(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        for moved in [-50, 50, 20] {
            clinic.pass(Span::seconds(moved));
            here.goes_on(&format!("moved by {moved}")).await;
            here.comes_back().await;
        }
        Ok(())
    }

    async fn a_leader_who_drops_is_away_and_then_it_ends(clinic: TestClinic) {
        let mut here = Gathered::of(&clinic, SeatKind::TextOnly).await?;
        drop(here.desk);
        here.other.gets("said", "Whoever leads is away for a moment").await;
        writes(&mut here.first, "We are still here.").await;
        here.other.gets("regions", "still here").await;
        here.desk = here.house.comes(&here.leader, &here.evening, Face::Leader).await;
        here.other.gets("said", "Somebody who leads is here.").await;
        here.goes_on("Back again.").await;

        drop(here.desk);
        here.other.gets("said", "Whoever leads is away for a moment").await;
        clinic.pass(Span::minutes(11));
        for line in [&mut here.first, &mut here.other] {
            let ended = tokio::time::timeout(SOON, goodbye(line)).await.expect("it ends soon");
            assert_eq!(ended, ("ended".to_owned(), "This room is over. Thank you for coming.".to_owned()));
        }
        Ok(())
    }
}

/// Offers that no browser makes, where sound and pictures are carried.
async fn offers(engine: Engine) -> Result<()> {
    let anywhere = "127.0.0.1:0".parse().expect("an address");
    let clinic = TestClinic::with(engine, |config| config.media_udp = Some(anywhere)).await?;
    let mut here = Gathered::of(&clinic, SeatKind::Video).await?;
    let lines = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n".repeat(900);
    for sdp in [
        String::new(),
        "v=0".to_owned(),
        "\u{0}\u{ffff}".repeat(1_000),
        format!("v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n{lines}"),
        format!("v=0\r\ns={}", "x".repeat(30_000)),
        format!("v=0\r\na={}", "candidate:1 1 udp 1 999.999.999.999 99999 typ host\r\na=".repeat(500)),
    ] {
        // One after the other: each may offer a few times a minute.
        std::mem::swap(&mut here.first, &mut here.other);
        here.first.send(json!({ "v": 1, "t": "offer", "sdp": sdp })).await;
        let told = here.first.gets("error", "").await;
        assert_eq!(told["code"], "offer", "{told}");
        assert!(told["words"].as_str().is_some_and(|words| words.contains("You can write.")), "{told}");
    }
    here.goes_on("Nothing was heard of that.").await;
    writes(&mut here.first, "And I can write.").await;
    here.other.gets("regions", "I can write").await;
    here.first.send(json!({ "v": 1, "t": "offer", "sdp": "x".repeat(40_000) })).await;
    assert_eq!(goodbye(&mut here.first).await.0, "too-long");
    here.comes_back().await;
    Ok(())
}

async fn an_offer_that_no_browser_makes_is_answered_and_the_line_stays(engine: Engine) {
    offers(engine).await.expect("nobody is disturbed");
}

store::on_both_engines!(an_offer_that_no_browser_makes_is_answered_and_the_line_stays);
