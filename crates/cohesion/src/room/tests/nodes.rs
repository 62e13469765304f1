//! A live room where two servers share the records: one of them has it, and when that one goes, the other.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use futures_util::StreamExt;
use keyring::RootKey;
use serde_json::json;
use store::Engine;
use store::testing::TestDatabase;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio::sync::Notify;
use tokio_tungstenite::connect_async;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tower::ServiceExt;

use super::super::online::Face;
use super::super::{Allows, Node, allow, forget_doors, keep_there, store as rows};
use super::Evening;
use super::online::{House, Line, SOON, answers, login};
use crate::app::App;
use crate::clock::{Clock, Span};
use crate::config::Config;
use crate::id::PracticeId;
use crate::identity::{AccountKind, Token, end_all_logins};
use crate::safety::open_alerts;
use crate::testing::{START, TestClinic, who};
use crate::work::{Vault, Work};
use crate::{Error, Result, migrations};

/// Longer than a server stays in a room for which it can give no sign of life.
const LET_GO: Duration = Duration::from_secs(13);
/// As long as from one sign of life to the next, or a little longer.
const A_SIGN: Duration = Duration::from_millis(4_500);
/// How long after its end a login may still be served where no notice of it came through.
const A_SECOND: Duration = Duration::from_millis(2_500);
/// The address that people type: neither server's own.
const SITE: &str = "http://127.0.0.1:8080";

/// Two servers of one practice, and the logins of whoever leads and of Robin.
struct Pair {
    clinic: TestClinic,
    other: App,
    evening: Evening,
    a: House,
    b: House,
    leader: Token,
    robin: Token,
    folder: TempDir,
}

/// The server of that name, for pages that reach it where it listens.
fn named(config: Config, node: &str, address: SocketAddr) -> Config {
    Config { node: node.to_owned(), node_url: format!("http://{address}"), ..config }
}

async fn somewhere() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("its address");
    (listener, address)
}

impl Pair {
    async fn on(engine: Engine) -> Result<Self> {
        let folder = tempfile::tempdir().map_err(|cause| Error::bug(cause.to_string()))?;
        let path = folder.path().join("root.key");
        RootKey::generate()?.write_file(&path)?;
        let (first, second) = (RootKey::read_file(&path)?, RootKey::read_file(&path)?);
        let database = TestDatabase::open(engine, migrations::ALL).await?;
        let ((at_a, a), (at_b, b)) = (somewhere().await, somewhere().await);
        let settle = |config: &mut Config| *config = named(config.clone(), "a", a);
        let clinic = TestClinic::around(database, first, PracticeId::random()?, START, settle).await?;
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        evening.answers(&clinic, evening.robin, answers()).await?;
        let leader = login(&clinic, evening.leader, AccountKind::Staff).await?;
        let robin = login(&clinic, evening.robin, AccountKind::Member).await?;
        let other = beside(&clinic, second, "b", b).await?;
        let (a, b) = (House::serving(clinic.app.clone(), at_a), House::serving(other.clone(), at_b));
        Ok(Self { clinic, other, evening, a, b, leader, robin, folder })
    }

    /// Where the root key is that both have.
    fn root(&self) -> PathBuf {
        self.folder.path().join("root.key")
    }

    /// A ticket that this server issues, and the address at which it says the room is.
    async fn ticket(&self, house: &House, token: &Token, face: Face) -> (String, String) {
        let (status, text) = house.ticket(token, &self.evening, face).await;
        assert_eq!(status, StatusCode::OK, "{text}");
        let (ticket, address) = text.split_once('\n').expect("it names the server that has the room");
        (ticket.to_owned(), address.to_owned())
    }

    /// Opens a socket as a browser does to which this server's address is another host than its page's: without a cookie.
    async fn socket(&self, house: &House, ticket: &str) -> Line {
        let mut line = self.without_cookie(house, SITE).await.expect("it opens");
        line.send(json!({ "v": 1, "t": "hello", "ticket": ticket })).await;
        line
    }

    async fn without_cookie(&self, house: &House, origin: &str) -> Option<Line> {
        let address = format!("ws://{}/room/{}/socket", house.address, self.evening.session.id);
        let mut request = address.into_client_request().expect("an address");
        request.headers_mut().insert("origin", origin.parse().expect("a value"));
        connect_async(request).await.ok().map(|(socket, _)| Line(socket))
    }

    /// Somebody gets a ticket at one server, and comes to the other with it.
    async fn comes(&self, asked: &House, to: &House, token: &Token, face: Face) -> Line {
        let (ticket, address) = self.ticket(asked, token, face).await;
        assert_eq!(address, format!("http://{}", to.address));
        self.socket(to, &ticket).await
    }

    /// Whoever leads and Robin are in, at the first server.
    async fn gathered(&self) -> (Line, Line) {
        let mut desk = self.comes(&self.a, &self.a, &self.leader, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut member = self.comes(&self.b, &self.a, &self.robin, Face::Member).await;
        desk.gets("regions", "Let Robin in").await;
        desk.asks("admit", 1).await;
        member.gets("connect", "").await;
        (desk, member)
    }

    /// Who is in is written with the next sign of life.
    async fn is_kept(&self) {
        let session = self.evening.session.id;
        let until = tokio::time::Instant::now() + SOON;
        loop {
            let reading =
                self.clinic.read(self.clinic.system(), async move |work| rows::find_lease(work, session).await);
            if reading.await.expect("it reads").is_some_and(|lease| lease.kept.is_some()) {
                return;
            }
            assert!(tokio::time::Instant::now() < until, "nothing is kept");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    async fn lease(&self) -> Result<Option<rows::LeaseRow>> {
        let session = self.evening.session.id;
        self.clinic.read(self.clinic.system(), async move |work| rows::find_lease(work, session).await).await
    }

    /// The second server takes the lease, as it does once the first was silent for long enough.
    async fn taken_over_by_b(&self) -> Result<()> {
        let (session, at) = (self.evening.session.id, format!("http://{}", self.b.address));
        let taking = async move |work: &mut Work<'_>| {
            let epoch = rows::find_lease(work, session).await?.map_or(0, |lease| lease.epoch);
            rows::take_lease(work, session, ("b", &at), epoch).await
        };
        assert!(self.other.write(self.clinic.system(), taking).await?);
        Ok(())
    }

    /// Robin comes back to the second server, and is in as soon as somebody leads there.
    async fn goes_on_at_b(&self) -> (Line, Line) {
        let mut member = self.comes(&self.b, &self.b, &self.robin, Face::Member).await;
        member.gets("regions", "Nobody who leads is here yet").await;
        let mut desk = self.comes(&self.b, &self.b, &self.leader, Face::Leader).await;
        desk.gets("welcome", "").await;
        member.gets("connect", "").await;
        (desk, member)
    }
}

/// Waits, however long, until a line is closed.
async fn until_closed(line: &mut Line) {
    while let Some(Ok(message)) = line.0.next().await {
        if message.is_close() {
            return;
        }
    }
}

/// Another server on the same records.
async fn beside(clinic: &TestClinic, root: RootKey, node: &str, address: SocketAddr) -> Result<App> {
    let (db, now) = (clinic.app.db().clone(), clinic.app.clock().now());
    let vault = Vault::open(&db, root).await?;
    let config = named(clinic.app.config().clone(), node, address);
    let app = App::new(db, vault, Clock::standing_at(now), config);
    app.settle(clinic.practice);
    Ok(app)
}

/// Each on both engines, with two servers of its own.
macro_rules! with_two_servers {
    ($(async fn $name:ident($pair:ident: Pair) $body:block)+) => {$(
        mod $name {
            use super::*;

            async fn scenario($pair: Pair) -> Result<()> $body

            #[tokio::test]
            async fn sqlite() -> Result<()> {
                scenario(Pair::on(Engine::Sqlite).await?).await
            }

            #[tokio::test]
            async fn postgres() -> Result<()> {
                scenario(Pair::on(Engine::Postgres).await?).await
            }
        }
    )+};
}

with_two_servers! {
    async fn one_server_has_a_room_whoever_asks_where(pair: Pair) {
        let asking = (pair.a.ticket(&pair.leader, &pair.evening, Face::Leader), pair.b.ticket(&pair.robin, &pair.evening, Face::Member));
        let ((one, _), (other, _)) = tokio::join!(asking.0, asking.1);
        assert!([one, other].iter().all(|status| [StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE].contains(status)));
        let [one, other] = [
            pair.ticket(&pair.a, &pair.leader, Face::Leader).await.1,
            pair.ticket(&pair.b, &pair.robin, Face::Member).await.1,
        ];
        assert_eq!(one, other);
        Ok(())
    }

    async fn a_ticket_of_one_server_opens_one_socket_at_the_other(pair: Pair) {
        let mut desk = pair.comes(&pair.a, &pair.a, &pair.leader, Face::Leader).await;
        desk.gets("welcome", "").await;
        let (ticket, _) = pair.ticket(&pair.b, &pair.robin, Face::Member).await;
        let mut member = pair.socket(&pair.a, &ticket).await;
        member.gets("regions", "sees that you are here").await;
        assert_eq!(pair.socket(&pair.a, &ticket).await.ends().await, "ticket", "it is used once");

        let (ticket, _) = pair.ticket(&pair.b, &pair.robin, Face::Member).await;
        assert_eq!(pair.socket(&pair.b, &ticket).await.ends().await, "", "the page asks again");
        assert_eq!(pair.socket(&pair.a, &ticket).await.ends().await, "ticket");

        let (stolen, _) = pair.ticket(&pair.b, &pair.robin, Face::Member).await;
        let mut line = pair.a.socket(&pair.leader, &pair.evening, SITE).await.expect("it opens");
        line.send(json!({ "v": 1, "t": "hello", "ticket": stolen })).await;
        assert_eq!(line.ends().await, "ticket", "it is another login's");

        for origin in ["https://evil.example", "null", &format!("http://{}", pair.b.address)] {
            assert!(pair.without_cookie(&pair.a, origin).await.is_none(), "{origin}");
        }
        assert_eq!(pair.socket(&pair.a, "aaaaaaaaaaaaaaaaaaaaaaaaaa").await.ends().await, "ticket");
        Ok(())
    }

    async fn a_ticket_holds_where_the_other_clock_is_a_little_off(pair: Pair) {
        let mut desk = pair.comes(&pair.a, &pair.a, &pair.leader, Face::Leader).await;
        desk.gets("welcome", "").await;
        for apart in [-50, 100] {
            pair.other.clock().advance(Span::seconds(apart));
            tokio::time::sleep(A_SIGN).await;
            let mut member = pair.comes(&pair.b, &pair.a, &pair.robin, Face::Member).await;
            member.gets("welcome", "").await;
        }
        pair.other.clock().advance(Span::seconds(-50));
        let (ticket, _) = pair.ticket(&pair.b, &pair.robin, Face::Member).await;
        pair.clinic.pass(Span::seconds(91));
        assert_eq!(pair.socket(&pair.a, &ticket).await.ends().await, "ticket");
        Ok(())
    }

    async fn whoever_signs_out_at_one_server_gets_no_further_frame_of_the_other(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        let (late, _) = pair.ticket(&pair.b, &pair.robin, Face::Member).await;
        pair.other.write(pair.evening.robin, async |work| end_all_logins(work).await).await?;
        tokio::time::timeout(A_SECOND, member.ends()).await.expect("it ends within a second");
        assert_eq!(pair.socket(&pair.a, &late).await.ends().await, "ticket", "their login has ended");
        desk.send(json!({ "v": 1, "t": "wish", "do": "write", "choice": "all", "words": "Are you still there?" })).await;
        desk.gets("regions", "still there?").await;
        Ok(())
    }

    async fn a_yes_that_is_taken_back_at_one_server_closes_the_supervisors_line_at_the_other(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        let evening = &pair.evening;
        let vera = evening.supervisor(&pair.clinic).await?;
        for one in [evening.robin, evening.fern, evening.gil] {
            evening.allows(&pair.clinic, one, Allows::Yes).await?;
        }
        let token = login(&pair.clinic, vera, AccountKind::Staff).await?;
        let mut listener = pair.comes(&pair.b, &pair.a, &token, Face::Supervisor).await;
        desk.gets("regions", "Let Vera in").await;
        desk.asks("admit", 2).await;
        listener.gets("regions", "You listen.").await;
        let (gil, group) = (evening.gil, evening.group);
        pair.other.write(gil, async move |work| allow(work, group, Allows::No).await).await?;
        let why = tokio::time::timeout(A_SECOND, listener.ends()).await.expect("it ends within a second");
        assert_eq!(why, "no-consent");
        member.gets("said", "Vera does not listen any more.").await;
        Ok(())
    }

    async fn a_room_whose_server_is_silent_goes_on_at_another_and_everybody_has_their_seat(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        pair.is_kept().await;
        let (_, address) = pair.ticket(&pair.b, &pair.robin, Face::Member).await;
        assert_eq!(address, format!("http://{}", pair.a.address), "its sign of life has been seen once");
        pair.taken_over_by_b().await?;
        pair.goes_on_at_b().await;
        for line in [&mut desk, &mut member] {
            assert_eq!(line.ends().await, "", "the old room lets go at once, and its pages come back by themselves");
        }
        let (_, address) = pair.ticket(&pair.a, &pair.robin, Face::Member).await;
        assert_eq!(address, format!("http://{}", pair.b.address));
        Ok(())
    }

    async fn whoever_was_not_in_waits_at_the_next_server_too_and_whoever_is_out_stays_out(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        desk.asks("remove", 1).await;
        assert_eq!(member.ends().await, "removed");
        pair.clinic.app.life().end();
        assert_eq!(desk.ends().await, "");
        assert!(pair.clinic.app.life().is_finished_within(SOON).await);
        let mut desk = pair.comes(&pair.b, &pair.b, &pair.leader, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut again = pair.comes(&pair.b, &pair.b, &pair.robin, Face::Member).await;
        assert_eq!(again.ends().await, "removed");
        pair.evening.answers(&pair.clinic, pair.evening.fern, answers()).await?;
        let fern = login(&pair.clinic, pair.evening.fern, AccountKind::Member).await?;
        let mut fern = pair.comes(&pair.b, &pair.b, &fern, Face::Member).await;
        fern.gets("regions", "sees that you are here").await;
        desk.gets("regions", "Let Fern in").await;
        Ok(())
    }

    async fn a_server_that_stops_gives_its_rooms_back_at_once(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        pair.clinic.app.life().end();
        assert!(pair.clinic.app.life().is_finished_within(SOON).await);
        for line in [&mut desk, &mut member] {
            assert_eq!(line.ends().await, "");
        }
        let (status, _) = pair.a.ticket(&pair.robin, &pair.evening, Face::Member).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "it takes no room any more");
        let (mut desk, mut member) = pair.goes_on_at_b().await;
        desk.asks("end", 0).await;
        assert_eq!((desk.ends().await.as_str(), member.ends().await.as_str()), ("ended", "ended"));
        assert!(pair.other.life().is_finished_within(SOON).await);
        let lease = pair.lease().await?.expect("its row stays, so that no epoch comes twice");
        assert!(lease.node.is_empty() && lease.epoch > 1);
        Ok(())
    }

    async fn whoever_is_out_stays_out_though_the_room_was_over_in_between(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        let before = pair.lease().await?.expect("it is there").epoch;
        desk.asks("remove", 1).await;
        assert_eq!(member.ends().await, "removed");
        desk.asks("end", 0).await;
        assert_eq!(desk.ends().await, "ended");
        assert!(pair.clinic.app.life().is_finished_within(SOON).await);
        let (ticket, at) = pair.ticket(&pair.b, &pair.leader, Face::Leader).await;
        assert_eq!(at, format!("http://{}", pair.b.address));
        let mut desk = pair.socket(&pair.b, &ticket).await;
        desk.gets("welcome", "").await;
        let mut again = pair.comes(&pair.a, &pair.b, &pair.robin, Face::Member).await;
        assert_eq!(again.ends().await, "removed");
        assert!(pair.lease().await?.expect("it is there").epoch > before);
        Ok(())
    }

    async fn whoever_is_taken_out_is_so_at_once_for_the_next_server_too(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        pair.is_kept().await;
        let before = pair.lease().await?.and_then(|lease| lease.kept);
        desk.asks("remove", 1).await;
        assert_eq!(member.ends().await, "removed");
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_ne!(pair.lease().await?.and_then(|lease| lease.kept), before, "nobody waits for the next sign of life");
        Ok(())
    }

    async fn what_outlasts_a_room_and_cannot_be_read_keeps_nobody_out(pair: Pair) {
        let (desk, member) = pair.gathered().await;
        drop((desk, member));
        pair.clinic.app.life().end();
        assert!(pair.clinic.app.life().is_finished_within(SOON).await);
        pair.taken_over_by_b().await?;
        let session = pair.evening.session.id;
        let epoch = pair.lease().await?.expect("it is there").epoch;
        let spoiling = async move |work: &mut Work<'_>| rows::save_kept(work, session, ("b", epoch), vec![7; 90]).await;
        pair.other.write(pair.clinic.system(), spoiling).await?;
        let mut desk = pair.comes(&pair.b, &pair.b, &pair.leader, Face::Leader).await;
        desk.gets("welcome", "").await;
        let mut member = pair.comes(&pair.b, &pair.b, &pair.robin, Face::Member).await;
        member.gets("regions", "sees that you are here").await;
        Ok(())
    }

    async fn a_room_whose_records_hang_lets_its_pages_go_and_no_call_for_help_is_lost(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        pair.is_kept().await;
        let (free, session, runtime) = (Arc::new(Notify::new()), pair.evening.session.id, Handle::current());
        let (app, system, until) = (pair.other.clone(), pair.clinic.system(), Arc::clone(&free));
        let hanging = tokio::spawn(async move {
            let hold = async move |work: &mut Work<'_>| {
                rows::forget_kept(work, session).await?;
                match Handle::try_current() {
                    Ok(_) => until.notified().await,
                    // SQLite writes on a thread of its own, where nothing is awaited.
                    Err(_) => runtime.block_on(until.notified()),
                }
                Ok(())
            };
            app.write(system, hold).await
        });
        tokio::time::sleep(Duration::from_millis(300)).await;
        member.asks("unsafe", 0).await;
        let gone = async { (until_closed(&mut desk).await, until_closed(&mut member).await) };
        tokio::time::timeout(LET_GO, gone).await.expect("they can go on elsewhere");
        free.notify_one();
        hanging.await.expect("it ends")?;
        let until = tokio::time::Instant::now() + SOON;
        loop {
            let alerts = pair.clinic.read(pair.evening.leader, async |work| open_alerts(work).await).await?;
            if alerts.opened.iter().any(|alert| alert.cause.person == who(pair.evening.robin)) {
                return Ok(());
            }
            assert!(tokio::time::Instant::now() < until, "the call for help is lost");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    async fn a_server_that_begins_anew_under_its_name_has_its_rooms_at_once(pair: Pair) {
        let (mut desk, mut member) = pair.gathered().await;
        pair.is_kept().await;
        let (listener, address) = somewhere().await;
        let again = beside(&pair.clinic, RootKey::read_file(&pair.root())?, "a", address).await?;
        let again = House::serving(again, listener);
        let mut back = pair.socket(&again, &pair.ticket(&again, &pair.robin, Face::Member).await.0).await;
        back.gets("regions", "Nobody who leads is here yet").await;
        for line in [&mut desk, &mut member] {
            assert_eq!(line.ends().await, "", "there is no such room twice");
        }
        Ok(())
    }

    async fn pages_may_open_sockets_at_every_server_that_is_there(pair: Pair) {
        let policy = async |house: &House| {
            let path = format!("/me/sessions/{}/room", pair.evening.session.id);
            let request = Request::get(path).header("cookie", format!("login={}", pair.robin.text()));
            let request = request.body(Body::empty()).expect("a valid request");
            let response = house.router.clone().oneshot(request).await.expect("a router always answers");
            response.headers()["content-security-policy"].to_str().expect("it is text").to_owned()
        };
        let [a, b] = [&pair.a, &pair.b].map(|house| format!("ws://{}", house.address));
        assert!(policy(&pair.a).await.contains(&format!("connect-src 'self' {a};")));
        let ending = pair.other.life().ending();
        let there = tokio::spawn(keep_there(pair.other.clone(), Node::of(pair.other.config())?, ending));
        let until = tokio::time::Instant::now() + SOON;
        while !policy(&pair.a).await.contains(&b) {
            assert!(tokio::time::Instant::now() < until, "the first server does not learn of the second");
        }
        pair.other.life().end();
        there.await.expect("it ends");
        assert!(!policy(&pair.a).await.contains(&b), "it has taken its leave");
        Ok(())
    }

    async fn what_nobody_has_touched_for_a_day_is_forgotten(pair: Pair) {
        let (_, _) = pair.ticket(&pair.a, &pair.leader, Face::Leader).await;
        let (session, system) = (pair.evening.session.id, pair.clinic.system());
        let lease = async || pair.clinic.read(system, async move |work| rows::find_lease(work, session).await).await;
        let forget = async || pair.clinic.write(system, async |work| forget_doors(work).await).await;
        forget().await?;
        assert!(lease().await?.is_some());
        pair.clinic.pass(Span::hours(25));
        forget().await?;
        assert!(lease().await?.is_none());
        Ok(())
    }
}
