//! A live room over real sockets: who comes in, by which ticket, and whose line ends when.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use floor::hall::{Privacy, SeatKind};
use futures_util::{SinkExt, StreamExt};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};
use tower::ServiceExt;

use super::super::online::{Face, door, reaches};
use super::super::{Answers, Counting, enter};
use super::Evening;
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;
use crate::clock::Span;
use crate::groups::{give_up_seat, may_run, seat_of};
use crate::id::PersonId;
use crate::identity::{AccountKind, Browser, Device, Token, end_all_logins, open_account, open_login};
use crate::server::{Patience, serve};
use crate::sessions::{Mark, Presence, attendance_at, mark_all};
use crate::testing::{TestClinic, served, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// How long a test waits for what must come.
pub(super) const SOON: Duration = Duration::from_secs(5);
/// How long after its end a login or membership may still be served (ATK-13).
pub(super) const A_SECOND: Duration = Duration::from_millis(1_500);

pub(super) fn answers() -> Answers {
    Answers {
        kind: SeatKind::TextOnly,
        privacy: Privacy::Alone,
        whereabouts: "12 Mill Lane, Galway".to_owned(),
        call_back: "091 555 0100".to_owned(),
        counting: Counting::Refused,
    }
}

/// The program, listening on a port of the system's choice.
pub(super) struct House {
    pub router: Router,
    pub address: SocketAddr,
}

impl House {
    pub async fn open(clinic: &TestClinic) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        Self::serving(clinic.app.clone(), listener)
    }

    /// A program that listens there.
    pub fn serving(app: App, listener: TcpListener) -> Self {
        let router = served(app);
        let address = listener.local_addr().expect("its address");
        let served = router.clone();
        tokio::spawn(async move { serve(served, listener, &[], Patience::default(), std::future::pending()).await });
        Self { router, address }
    }

    /// A ticket, or what is answered instead.
    pub async fn ticket(&self, token: &Token, evening: &Evening, face: Face) -> (StatusCode, String) {
        let id = evening.session.id;
        let path = match face {
            Face::Member => format!("/me/sessions/{id}/room/ticket"),
            Face::Leader => format!("/care/sessions/{id}/room/ticket"),
            Face::Supervisor => format!("/care/sessions/{id}/sit-in/room/ticket"),
        };
        let request = Request::post(path).header("cookie", format!("login={}", token.text()));
        let request = request.header("sec-fetch-site", "same-origin").body(Body::empty()).expect("a valid request");
        let response = self.router.clone().oneshot(request).await.expect("a router always answers");
        let status = response.status();
        let body = response.into_body().collect().await.expect("a whole body").to_bytes();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    /// A socket without a ticket yet; nothing where it is refused.
    pub async fn socket(&self, token: &Token, evening: &Evening, origin: &str) -> Option<Line> {
        let address = format!("ws://{}/room/{}/socket", self.address, evening.session.id);
        let mut request = address.into_client_request().expect("an address");
        let headers = request.headers_mut();
        headers.insert("cookie", format!("login={}", token.text()).parse().expect("a value"));
        headers.insert("origin", origin.parse().expect("a value"));
        connect_async(request).await.ok().map(|(socket, _)| Line(socket))
    }

    /// Somebody with a ticket comes.
    pub async fn comes(&self, token: &Token, evening: &Evening, face: Face) -> Line {
        let (status, ticket) = self.ticket(token, evening, face).await;
        assert_eq!(status, StatusCode::OK, "{ticket}");
        let mut line = self.socket(token, evening, &format!("http://{}", self.address)).await.expect("it opens");
        line.send(json!({ "v": 1, "t": "hello", "ticket": ticket })).await;
        line
    }
}

pub(super) struct Line(pub WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Line {
    pub async fn send(&mut self, frame: Value) {
        let _ = self.0.send(Message::text(frame.to_string())).await;
    }

    pub async fn asks(&mut self, what: &str, seat: u64) {
        self.send(json!({ "v": 1, "t": "wish", "do": what, "seat": seat })).await;
    }

    /// The next frame; nothing once it has ended.
    pub async fn next(&mut self) -> Option<Value> {
        loop {
            let message = tokio::time::timeout(SOON, self.0.next()).await.expect("something comes soon")?;
            match message {
                Ok(Message::Text(text)) => return Some(serde_json::from_str(&text).expect("a frame is JSON")),
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    }

    /// Waits for a frame of this kind that holds these words.
    pub async fn gets(&mut self, kind: &str, words: &str) -> Value {
        loop {
            let frame = self.next().await.unwrap_or_else(|| panic!("it ended before {kind} with {words}"));
            if frame["t"] == kind && frame.to_string().contains(words) {
                return frame;
            }
        }
    }

    /// Waits for its end; why, where that is said.
    pub async fn ends(&mut self) -> String {
        let mut why = String::new();
        while let Some(frame) = self.next().await {
            if frame["t"] == "bye" {
                why = frame["why"].as_str().unwrap_or_default().to_owned();
            }
        }
        why
    }
}

impl Evening {
    pub(super) async fn answers(&self, clinic: &TestClinic, actor: Actor, answers: Answers) -> Result<()> {
        let id = self.session.id;
        clinic.write(actor, async move |work| enter(work, id, &answers).await).await
    }
}

pub(super) async fn login(clinic: &TestClinic, actor: Actor, kind: AccountKind) -> Result<Token> {
    let person = who(actor);
    let opening = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
        open_account(work, &grant, person, kind, None).await
    };
    clinic.write(clinic.system(), opening).await?;
    let nobody = Actor::Nobody(clinic.practice);
    clinic.write(nobody, async move |work| open_login(work, person, Device::Own, Browser::default()).await).await
}

/// An open session with Robin, who has answered at the door, and the logins of whoever leads and of Robin.
pub(super) async fn hour(clinic: &TestClinic) -> Result<(Evening, House, [Token; 2])> {
    let evening = Evening::of_therapy(clinic, "CBT").await?;
    evening.answers(clinic, evening.robin, answers()).await?;
    let leader = login(clinic, evening.leader, AccountKind::Staff).await?;
    let robin = login(clinic, evening.robin, AccountKind::Member).await?;
    let house = House::open(clinic).await;
    Ok((evening, house, [leader, robin]))
}

/// How members are marked once the room has put down what stays.
pub(super) async fn proposed(clinic: &TestClinic, evening: &Evening) -> Result<Vec<(PersonId, Presence)>> {
    let session = evening.session;
    let until = tokio::time::Instant::now() + SOON;
    loop {
        let reading = clinic.read(evening.leader, async move |work| attendance_at(work, &session).await);
        let marks: Vec<_> = reading.await?.into_iter().map(|kept| (kept.mark.person, kept.mark.presence)).collect();
        if !marks.is_empty() || tokio::time::Instant::now() > until {
            return Ok(marks);
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

scenarios! {
    async fn nobody_is_in_before_somebody_leads_and_whoever_waits_is_let_in(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let mut member = house.comes(&robin, &evening, Face::Member).await;
        member.gets("regions", "Nobody who leads is here yet").await;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        let waits = desk.gets("regions", "Let Robin in").await;
        assert!(!waits.to_string().contains("Mill Lane"), "where somebody is stands on no page but its own");
        member.gets("regions", "sees that you are here").await;
        member.asks("raise", 0).await;
        member.gets("error", "not in the room").await;
        desk.asks("admit", 0).await;
        member.gets("connect", "").await;
        member.gets("regions", "writes only").await;
        desk.gets("regions", "About Robin").await;
        member.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": "Hello <all>" })).await;
        desk.gets("regions", "Hello &lt;all&gt;").await;
        desk.asks("remove", 0).await;
        assert_eq!(member.ends().await, "removed");
        let mut again = house.comes(&robin, &evening, Face::Member).await;
        assert_eq!(again.ends().await, "removed");
        desk.asks("end", 0).await;
        assert_eq!(desk.ends().await, "ended");
        assert_eq!(proposed(&clinic, &evening).await?, [(who(evening.robin), Presence::Removed)]);
        Ok(())
    }

    async fn a_ticket_is_for_one_login_one_use_and_half_a_minute(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let ours = format!("http://{}", house.address);
        let (_, ticket) = house.ticket(&robin, &evening, Face::Member).await;
        let hello = json!({ "v": 1, "t": "hello", "ticket": ticket });
        let mut first = house.socket(&robin, &evening, &ours).await.expect("it opens");
        first.send(hello.clone()).await;
        first.gets("welcome", "").await;
        let mut replayed = house.socket(&robin, &evening, &ours).await.expect("it opens");
        replayed.send(hello).await;
        assert_eq!(replayed.ends().await, "ticket");

        let (_, stolen) = house.ticket(&robin, &evening, Face::Member).await;
        for token in [&leader, &robin] {
            let mut line = house.socket(token, &evening, &ours).await.expect("it opens");
            line.send(json!({ "v": 1, "t": "hello", "ticket": stolen })).await;
            assert_eq!(line.ends().await, "ticket", "it is lost with the first who shows it");
        }

        let (_, old) = house.ticket(&robin, &evening, Face::Member).await;
        clinic.pass(Span::seconds(31));
        let mut late = house.socket(&robin, &evening, &ours).await.expect("it opens");
        late.send(json!({ "v": 1, "t": "hello", "ticket": old })).await;
        assert_eq!(late.ends().await, "ticket");
        Ok(())
    }

    async fn only_those_who_may_be_there_get_a_ticket_or_a_socket(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let ours = format!("http://{}", house.address);
        let lee = login(&clinic, clinic.somebody("Lee").await?, AccountKind::Member).await?;
        for face in [Face::Member, Face::Leader] {
            assert_eq!(house.ticket(&lee, &evening, face).await.0, StatusCode::NOT_FOUND);
        }
        assert_eq!(house.ticket(&robin, &evening, Face::Leader).await.0, StatusCode::NOT_FOUND);
        assert_eq!(house.ticket(&leader, &evening, Face::Member).await.0, StatusCode::NOT_FOUND);
        assert!(house.socket(&lee, &evening, &ours).await.is_none());
        assert!(house.socket(&robin, &evening, "https://evil.example").await.is_none());
        let fern = login(&clinic, evening.fern, AccountKind::Member).await?;
        let (status, words) = house.ticket(&fern, &evening, Face::Member).await;
        assert_eq!((status, words.as_str()), (StatusCode::CONFLICT, "Please answer the questions at the door first."));
        Ok(())
    }

    async fn a_second_device_takes_the_seat_over(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut first = house.comes(&robin, &evening, Face::Member).await;
        first.gets("regions", "").await;
        desk.asks("admit", 1).await;
        first.gets("connect", "").await;
        let mut second = house.comes(&robin, &evening, Face::Member).await;
        second.gets("connect", "").await;
        assert_eq!(first.ends().await, "taken-over");
        Ok(())
    }

    async fn how_much_of_pictures_a_page_asked_for_stays_with_the_page(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut first = house.comes(&robin, &evening, Face::Member).await;
        let welcome = first.gets("welcome", "").await;
        assert_eq!(welcome["stands"], "no", "there is no connection yet");
        first.gets("regions", "").await;
        desk.asks("admit", 1).await;
        first.gets("regions", "data-pictures=\\\"all").await;
        first.send(json!({ "v": 1, "t": "wish", "do": "pictures", "choice": "many" })).await;
        first.gets("error", "Load the page again").await;
        first.send(json!({ "v": 1, "t": "wish", "do": "pictures", "choice": "small" })).await;
        first.gets("regions", "data-pictures=\\\"small").await;

        let (_, ticket) = house.ticket(&robin, &evening, Face::Member).await;
        let mut again = house.socket(&robin, &evening, &format!("http://{}", house.address)).await.expect("it opens");
        again.send(json!({ "v": 1, "t": "hello", "ticket": ticket, "resume": welcome["resume"] })).await;
        again.gets("regions", "data-pictures=\\\"small").await;
        let mut another = house.comes(&robin, &evening, Face::Member).await;
        another.gets("regions", "data-pictures=\\\"all").await;
        Ok(())
    }

    async fn whoever_leaves_the_group_or_signs_out_gets_no_further_frame(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        evening.answers(&clinic, evening.fern, answers()).await?;
        let fern_login = login(&clinic, evening.fern, AccountKind::Member).await?;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut lines = Vec::new();
        for (token, number) in [(&robin, 1), (&fern_login, 2)] {
            let mut line = house.comes(token, &evening, Face::Member).await;
            line.gets("regions", "").await;
            desk.asks("admit", number).await;
            line.gets("connect", "").await;
            lines.push(line);
        }
        let (group, person) = (evening.group, who(evening.robin));
        clinic.write(evening.leader, async move |work| {
            let seat = seat_of(work, group, person).await?.expect("they sit there");
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, person);
            give_up_seat(work, &about, seat.id, group).await
        }).await?;
        clinic.write(evening.fern, async |work| end_all_logins(work).await).await?;
        for line in &mut lines {
            tokio::time::timeout(A_SECOND, line.ends()).await.expect("it ends within a second");
        }
        desk.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": "Are you still there?" })).await;
        desk.gets("regions", "still there?").await;
        Ok(())
    }

    async fn what_no_page_sends_ends_its_own_line_and_no_other(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        desk.gets("welcome", "").await;
        let large = json!({ "v": 1, "t": "offer", "sdp": "x".repeat(33_000) });
        for odd in [large, json!({ "v": 2, "t": "offer", "sdp": "" }), json!({ "v": 1, "t": "shout" }), json!([])] {
            let mut line = house.comes(&robin, &evening, Face::Member).await;
            line.gets("regions", "").await;
            line.send(odd).await;
            line.ends().await;
        }
        let mut flood = house.comes(&robin, &evening, Face::Member).await;
        flood.gets("regions", "").await;
        for _ in 0..600 {
            flood.asks("raise", 0).await;
        }
        flood.ends().await;
        desk.send(json!({ "v": 1, "t": "offer", "sdp": "v=0" })).await;
        desk.gets("error", "out of order").await;
        desk.asks("shout", 0).await;
        desk.gets("error", "Load the page again").await;
        Ok(())
    }

    async fn what_was_said_at_the_door_is_for_those_who_lead_and_goes_with_the_session(clinic: TestClinic) {
        let (evening, _, _) = hour(&clinic).await?;
        let id = evening.session.id;
        let reach = clinic.read(evening.leader, async move |work| reaches(work, id).await).await?;
        let places: Vec<_> = reach.1.iter().map(|one| (one.called.as_str(), one.whereabouts.as_str())).collect();
        assert_eq!(places, [("Robin", "12 Mill Lane, Galway")]);
        for other in [evening.fern, clinic.somebody("Lee").await?, clinic.administrator().await?] {
            let read = clinic.read(other, async move |work| reaches(work, id).await.map(drop)).await;
            assert_eq!(read, Err(Error::NotFound));
        }
        let marks = [evening.robin, evening.fern, evening.gil].map(|member| Mark {
            person: who(member),
            presence: Presence::Remote,
            minutes: 90,
            words: None,
        });
        clinic.write(evening.leader, async move |work| mark_all(work, id, &marks).await).await?;
        evening.close(&clinic).await?;
        let kept = clinic.read(evening.robin, async move |work| door(work, id).await.map(|door| door.answers)).await?;
        assert_eq!(kept, None);
        Ok(())
    }

    async fn a_door_says_what_is_missing(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let overheard = Answers { privacy: Privacy::Overheard, kind: SeatKind::Video, ..answers() };
        let refused = evening.answers(&clinic, evening.robin, overheard).await;
        assert_eq!(refused, Err(Error::invalid("kind", "room-fault-overheard")));
        let nowhere = Answers { whereabouts: " ".to_owned(), ..answers() };
        assert_eq!(evening.answers(&clinic, evening.robin, nowhere).await, Err(Error::invalid("whereabouts", "fault-empty")));
        let long = Answers { call_back: "1".repeat(121), ..answers() };
        assert_eq!(evening.answers(&clinic, evening.robin, long).await, Err(Error::invalid("call-back", "fault-long")));
        assert_eq!(evening.answers(&clinic, evening.leader, answers()).await, Err(Error::NotFound));
        let support = Evening::of_support(&clinic).await?;
        let anonymous = Answers { whereabouts: String::new(), call_back: String::new(), ..answers() };
        support.answers(&clinic, support.robin, anonymous).await
    }
}
