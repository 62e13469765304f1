//! A live room where two servers share PostgreSQL: the one that has it is killed, and it goes on at the other.

use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use cohesion::access::{About, Actor, Deed, SignedIn, Standing};
use cohesion::agreements::{Signing, sign, unsigned};
use cohesion::app::App;
use cohesion::clock::Clock;
use cohesion::groups::{
    Charter, Format, Founding, GroupState, GroupWords, Series, advance, found, may_run, plan_series, take_seat,
};
use cohesion::id::{GroupId, LoginId, PersonId, SessionId};
use cohesion::identity::{AccountKind, Browser, Device, Profile, add_person, open_account, open_login};
use cohesion::migrations;
use cohesion::practice::{
    Admission, CredentialWords, Practises, Qualification, Role, Settings, change_settings, enter, record, verify,
};
use cohesion::room::{self, Answers, Counting};
use cohesion::sessions::open;
use cohesion::set_up::found_practice;
use cohesion::work::{Vault, Work};
use floor::hall::{Privacy, SeatKind};
use futures_util::{SinkExt, StreamExt};
use jiff::tz::TimeZone;
use keyring::RootKey;
use serde_json::{Value, json};
use store::testing::TestDatabase;
use store::{Engine, Row, Sql, Tx};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::harness::{Home, PRACTICE, Server};

/// The address that people type: neither server's own.
const SITE: &str = "http://127.0.0.1:8080";
const ZONE: &str = "Europe/Dublin";
/// How long a lease stands without a sign of life, and how much later whoever waited for it is in.
const LEASE: Duration = Duration::from_secs(15);
const SLACK: Duration = Duration::from_secs(5);
/// How often a page asks again.
const AGAIN: Duration = Duration::from_millis(500);
/// How long a test waits for what must come.
const SOON: Duration = Duration::from_secs(10);

static LEASES: Sql = Sql::new(
    "LEASES",
    "/* every practice: there is one */ select node, epoch, kept from room_leases order by session_id",
    None,
);

/// Whoever leads and Robin, in a session that is open, and their cookies.
struct Evening {
    session: SessionId,
    leader: String,
    robin: String,
}

/// The records, made by the product's own acts.
struct Teller(App);

impl Teller {
    async fn write<T: Send + 'static>(
        &self,
        actor: Actor,
        act: impl AsyncFn(&mut Work<'_>) -> cohesion::Result<T> + Send + 'static,
    ) -> T {
        self.0.write(actor, act).await.expect("it is done")
    }

    fn signed_in(&self, person: PersonId) -> Actor {
        let proven_at = self.0.clock().now();
        Actor::Person(SignedIn { practice: PRACTICE, person, login: LoginId(person.0), proven_at })
    }

    async fn tell(&self) -> Evening {
        let settings =
            Settings { home: Some("IE".parse().expect("a country")), zone: ZONE.into(), ..Settings::default() };
        self.write(Actor::System(PRACTICE), async move |work| {
            found_practice(work).await?;
            change_settings(work, &settings).await
        })
        .await;
        let leader = self.clinician().await;
        let (group, robin) = self.group(leader).await;
        let session = self.session(leader, group).await;
        let answers = Answers {
            kind: SeatKind::TextOnly,
            privacy: Privacy::Alone,
            whereabouts: "12 Mill Lane, Galway".to_owned(),
            call_back: "091 555 0100".to_owned(),
            counting: Counting::Refused,
        };
        self.write(self.signed_in(robin), async move |work| {
            signs(work, robin, group).await?;
            room::enter(work, session, &answers).await
        })
        .await;
        Evening { session, leader: self.login(leader).await, robin: self.login(robin).await }
    }

    async fn clinician(&self) -> PersonId {
        let admission = Admission { profile: profile("Mara"), roles: vec![Role::Clinician] };
        self.write(Actor::System(PRACTICE), async move |work| {
            let person = enter(work, &admission).await?;
            let (place, last_day) = ("IE".parse()?, jiff::civil::date(2099, 12, 31));
            let licence = Qualification::Licence { place, last_day, practises: Practises::Alone };
            for qualification in [licence, Qualification::Training { last_day: None }] {
                let id = record(work, person, &qualification, &paper()).await?;
                verify(work, id).await?;
            }
            let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
            open_account(work, &grant, person, AccountKind::Staff, None).await?;
            Ok(person)
        })
        .await
    }

    async fn group(&self, leader: PersonId) -> (GroupId, PersonId) {
        let [name, focus, approach, place] = ["Evening", "Low mood", "CBT", "Online"].map(str::to_owned);
        let words = GroupWords { name, focus, approach, place };
        let (charter, zone) = (Charter::therapy(), ZONE.to_owned());
        let founding = Founding { charter, format: Format::Open, capacity: 8, zone, words };
        self.write(self.signed_in(leader), async move |work| {
            let group = found(work, &founding).await?;
            advance(work, group, GroupState::Recruiting).await?;
            let grant = may_run(work, group).await?;
            let robin = add_person(work, &grant, &profile("Robin")).await?;
            let about = work.about(&grant, robin);
            open_account(work, &about, robin, AccountKind::Member, None).await?;
            take_seat(work, &about, group, robin, "Robin").await?;
            Ok((group, robin))
        })
        .await
    }

    async fn session(&self, leader: PersonId, group: GroupId) -> SessionId {
        let now = jiff::Timestamp::from_millisecond(self.0.clock().now().0).expect("a time");
        let first = TimeZone::get(ZONE).expect("a zone").to_datetime(now);
        self.write(self.signed_in(leader), async move |work| {
            advance(work, group, GroupState::Running).await?;
            let planned = plan_series(work, group, Series { first, minutes: 90, count: 1, every_weeks: 1 }).await?;
            open(work, planned[0].id).await?;
            Ok(planned[0].id)
        })
        .await
    }

    async fn login(&self, person: PersonId) -> String {
        let opening = async move |work: &mut Work<'_>| open_login(work, person, Device::Own, Browser::default()).await;
        format!("login={}", self.write(Actor::Nobody(PRACTICE), opening).await.text())
    }
}

/// A member signs all that their group asks for: the door is closed before that.
async fn signs(work: &mut Work<'_>, person: PersonId, group: GroupId) -> cohesion::Result<()> {
    let grant = work.ask(Deed::SeeOwnAgreements, Standing::NONE, About::person(person))?;
    for due in unsigned(work, &grant, person, group).await? {
        let (agreement, edition) = (due.edition.agreement, due.edition.number);
        sign(work, person, &Signing { group, agreement, edition, name: "Robin".to_owned() }).await?;
    }
    Ok(())
}

fn profile(called: &str) -> Profile {
    let email = format!("{}@example.org", called.to_lowercase());
    Profile { called: called.to_owned(), legal: format!("{called} Example"), email, phone: None }
}

fn paper() -> CredentialWords {
    let [title, number, issuer] = ["Clinical psychologist", "PSI-4711", "Psychological Society"].map(str::to_owned);
    CredentialWords { title, number, issuer }
}

/// The records that two servers share, and what each of them needs.
struct Shared {
    database: TestDatabase,
    homes: [Home; 2],
    evening: Evening,
}

impl Shared {
    async fn open() -> Self {
        let database = TestDatabase::open(Engine::Postgres, migrations::ALL).await.expect("a database");
        let homes = [Home::new(), Home::new()];
        let key = root_key(&homes);
        RootKey::generate().expect("a key").write_file(&key).expect("it is written");
        let root = RootKey::read_file(&key).expect("the root key");
        let vault = Vault::open(database.db(), root).await.expect("the root key fits");
        let app = App::new(database.db().clone(), vault, Clock::machine(), homes[0].config());
        let evening = Teller(app).tell().await;
        Self { database, homes, evening }
    }

    /// Starts the server of that name, at an address that pages reach.
    fn serve(&self, node: &str) -> Server {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a port");
        let (home, address) = (&self.homes[usize::from(node == "b")], free.to_string());
        let key = root_key(&self.homes).display().to_string();
        let url = format!("http://{address}");
        Server::start(home.program(&[
            "serve",
            "--listen",
            &address,
            "--database",
            self.database.url(),
            "--root-key",
            &key,
            "--public-url",
            SITE,
            "--node",
            node,
            "--node-url",
            &url,
        ]))
    }

    /// Which server has the room, in which epoch, and whether it is kept who is in.
    async fn lease(&self) -> (String, i64, bool) {
        let reading = self.database.db().read(async |tx: &mut dyn Tx| {
            let rows = tx.rows(&LEASES, Vec::new()).await?;
            let read = |mut row: Row| Ok((row.take()?, row.take()?, row.take::<Option<Vec<u8>>>()?.is_some()));
            rows.into_iter().map(read).collect::<Result<Vec<(String, i64, bool)>, store::Error>>()
        });
        let mut leases = reading.await.expect("it reads");
        assert_eq!(leases.len(), 1, "there is one room");
        leases.remove(0)
    }

    /// Who is in is written with the next sign of life.
    async fn is_kept(&self) {
        let until = Instant::now() + SOON;
        while !self.lease().await.2 {
            assert!(Instant::now() < until, "nothing is kept");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// A ticket that this server issues, and the server to which it sends; nothing where it says to ask again.
    fn ticket(&self, asked: &Server, area: &str) -> Option<(String, String)> {
        let cookie = if area == "care" { &self.evening.leader } else { &self.evening.robin };
        let path = format!("/{area}/sessions/{}/room/ticket", self.evening.session);
        let (status, answer) = asked.post_as(cookie, &path);
        assert!([200, 503].contains(&status), "{answer}");
        let (_, text) = answer.split_once("\r\n\r\n")?;
        let (ticket, address) = text.split_once('\n')?;
        Some((ticket.to_owned(), address.trim().to_owned()))
    }

    /// As a page comes: it asks again for as long as it takes, and goes where it is sent.
    async fn comes(&self, asked: &Server, area: &str) -> (Line, String) {
        let until = Instant::now() + LEASE + SLACK;
        loop {
            if let Some((ticket, address)) = self.ticket(asked, area)
                && let Some(line) = self.line(&address, &ticket).await
            {
                return (line, address);
            }
            assert!(Instant::now() < until, "nobody has the room");
            tokio::time::sleep(AGAIN).await;
        }
    }

    /// A line that was welcomed.
    async fn line(&self, address: &str, ticket: &str) -> Option<Line> {
        let address = format!("{}/room/{}/socket", address.replacen("http", "ws", 1), self.evening.session);
        let mut request = address.into_client_request().expect("an address");
        request.headers_mut().insert("origin", SITE.parse().expect("a value"));
        let mut line = Line(connect_async(request).await.ok()?.0);
        line.send(json!({ "v": 1, "t": "hello", "ticket": ticket })).await;
        (line.next().await?["t"] == "welcome").then_some(line)
    }
}

/// Both have the same.
fn root_key(homes: &[Home; 2]) -> PathBuf {
    homes[0].path("root.key")
}

fn url(server: &Server) -> String {
    let address: SocketAddr = server.address;
    format!("http://{address}")
}

struct Line(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Line {
    async fn send(&mut self, frame: Value) {
        let _ = self.0.send(Message::text(frame.to_string())).await;
    }

    async fn asks(&mut self, wish: Value) {
        let mut frame = json!({ "v": 1, "t": "wish" });
        frame.as_object_mut().expect("an object").extend(wish.as_object().expect("an object").clone());
        self.send(frame).await;
    }

    /// The next frame; nothing once it has ended.
    async fn next(&mut self) -> Option<Value> {
        loop {
            match tokio::time::timeout(SOON, self.0.next()).await.expect("something comes soon")? {
                Ok(Message::Text(text)) => return Some(serde_json::from_str(&text).expect("a frame is JSON")),
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    }

    /// Waits for a frame of this kind that holds these words.
    async fn gets(&mut self, kind: &str, words: &str) {
        loop {
            let frame = self.next().await.unwrap_or_else(|| panic!("it ended before {kind} with {words}"));
            if frame["t"] == kind && frame.to_string().contains(words) {
                return;
            }
        }
    }

    async fn ends(&mut self) {
        while self.next().await.is_some() {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_is_killed_leaves_everybody_their_seat_at_the_other() {
    let shared = Shared::open().await;
    let (a, b) = (shared.serve("a"), shared.serve("b"));
    let (mut desk, at) = shared.comes(&a, "care").await;
    assert_eq!(at, url(&a));
    let (mut member, at) = shared.comes(&b, "me").await;
    assert_eq!(at, url(&a), "the other server sends to the one that has the room");
    desk.gets("regions", "Let Robin in").await;
    desk.asks(json!({ "do": "admit", "seat": 1 })).await;
    member.gets("connect", "").await;
    shared.is_kept().await;
    let (node, epoch, _) = shared.lease().await;
    assert_eq!(node, "a");

    let killed = Instant::now();
    a.kill();
    tokio::join!(desk.ends(), member.ends());
    let ((mut desk, led_at), (mut member, at)) = tokio::join!(shared.comes(&b, "care"), shared.comes(&b, "me"));
    assert_eq!([led_at, at], [url(&b), url(&b)]);
    member.gets("connect", "").await;
    assert!(killed.elapsed() < LEASE + SLACK, "{:?}", killed.elapsed());
    desk.gets("regions", "About Robin").await;
    member.asks(json!({ "do": "write", "choice": "all", "words": "Here again." })).await;
    desk.gets("regions", "Here again.").await;
    let (node, later, _) = shared.lease().await;
    assert!(node == "b" && later > epoch, "{node} has epoch {later} after {epoch}");

    let a = shared.serve("a");
    let (_, at) = shared.ticket(&a, "me").expect("a ticket");
    assert_eq!(at, url(&b), "whoever begins anew under its old name takes no room that goes on elsewhere");
    assert_eq!(shared.lease().await.1, later);
    b.stop().went_well();
}
