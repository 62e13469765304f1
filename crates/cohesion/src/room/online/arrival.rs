//! Somebody opens the socket of a live room: from a page of ours, and by which ticket.
//!
//! On the page's own host their login's cookie comes with them, and the ticket has to be that login's. No cookie comes to a
//! server with another address; there the ticket alone says who they are, and is looked at like a login from then on.

use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade, close_code, rejection::WebSocketUpgradeRejection};
use axum::extract::{Extension, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};

use super::Rooms;
use super::look::may_come;
use super::socket::{PATIENCE, READ_BYTES, Visitor, close};
use super::strangers::Place;
use super::visit::Visit;
use super::wire::{FRAME_BYTES_MAX, READ_BYTES_MAX, Sent, Told, read};
use crate::access::{Actor, SignedIn};
use crate::app::App;
use crate::config::Config;
use crate::hub::Listener;
use crate::id::SessionId;
use crate::identity::{self, Who};
use crate::room::pages::ANY_PART;
use crate::web::{Path, View};
use crate::{Error, Result};

/// Who stands before a socket.
enum Caller {
    /// Whoever is signed in here, with an ear for what concerns them.
    Known(SignedIn, Listener),
    /// Whoever comes from a page on another host; the ticket will say who it is. Only so many may be without one.
    Stranger(Place),
}

/// Opens the socket, for a page of ours and somebody who may be in the room.
pub(in crate::room) async fn open(
    State(app): State<App>,
    Extension(rooms): Extension<Rooms>,
    who: std::result::Result<Who, Response>,
    visitor: identity::Visitor,
    Path(session): Path<SessionId>,
    headers: HeaderMap,
    upgrade: std::result::Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response> {
    let (caller, view) = match who {
        Ok(who) => {
            let Actor::Person(signed_in) = who.actor else { return Err(Error::SignInNeeded) };
            app.read(who.actor, async move |work| may_come(work, session, ANY_PART).await).await?;
            if !is_from_here(&headers) && !is_from_our_site(&headers, app.config()) {
                return Ok(StatusCode::FORBIDDEN.into_response());
            }
            let listener = app.hub().listen_for(who.person).ok_or(Error::TooMany { after_s: 30 })?;
            (Caller::Known(signed_in, listener), who.view)
        }
        Err(_) if is_stranger(&headers, app.config()) => {
            let place = rooms.0.strangers.place(visitor.client).ok_or(Error::TooMany { after_s: 30 })?;
            (Caller::Stranger(place), visitor.view)
        }
        Err(refusal) => return Ok(refusal),
    };
    let upgrade = match upgrade {
        Ok(upgrade) => {
            upgrade.read_buffer_size(READ_BYTES).max_message_size(READ_BYTES_MAX).max_frame_size(READ_BYTES_MAX)
        }
        Err(rejection) => return Ok(rejection.into_response()),
    };
    let arrival = Arrival { app, rooms, session, view };
    Ok(upgrade.on_upgrade(move |socket| arrival.enter(socket, caller)))
}

/// Browsers say where a socket's page is from. Another site's page gets none (ATK-46).
fn is_from_here(headers: &HeaderMap) -> bool {
    let from = said(headers, ORIGIN).and_then(|origin| origin.split_once("://"));
    from.zip(said(headers, HOST)).is_some_and(|((_, from), host)| from.eq_ignore_ascii_case(host))
}

/// Whether a page of our site is from the address that people type, where this server has another one.
fn is_from_our_site(headers: &HeaderMap, config: &Config) -> bool {
    let site = config.site();
    !config.node_url.is_empty() && said(headers, ORIGIN).is_some_and(|origin| origin.eq_ignore_ascii_case(site))
}

/// Whether a browser comes from there to this server's own address, to which no login of theirs comes. One that brings a login
/// is no stranger, whether or not it stands.
fn is_stranger(headers: &HeaderMap, config: &Config) -> bool {
    let own = config.node_url.split_once("://").map_or("", |(_, host)| host);
    let is_here = said(headers, HOST).is_some_and(|host| host.eq_ignore_ascii_case(own));
    is_here && is_from_our_site(headers, config) && !identity::brings_login(headers, config)
}

fn said(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

struct Arrival {
    app: App,
    rooms: Rooms,
    session: SessionId,
    view: View,
}

impl Arrival {
    async fn enter(self, mut socket: WebSocket, caller: Caller) {
        let Some((ticket, resume)) = hello(&mut socket).await else {
            return self.turn_away(socket, "no-ticket", "room-bye-no-ticket").await;
        };
        let shown_by = match &caller {
            Caller::Known(who, _) => Some(*who),
            Caller::Stranger(_) => None,
        };
        let visit = match self.rooms.admit(&ticket, shown_by, self.session, self.view.clone()).await {
            Ok(Some(visit)) => visit,
            Ok(None) => return self.turn_away(socket, "ticket", "room-bye-ticket").await,
            // What has changed meanwhile is said to the page when it asks for another ticket.
            Err(cause) => {
                tracing::debug!(%cause, "somebody with a ticket did not come in");
                return close(socket, close_code::AGAIN, "ask again").await;
            }
        };
        let listener = match caller {
            Caller::Known(_, listener) => Some(listener),
            Caller::Stranger(place) => {
                drop(place);
                self.app.hub().listen_for(visit.who.person)
            }
        };
        let Some(listener) = listener else {
            return self.turn_away(socket, "too-many", "room-bye-too-many").await;
        };
        self.bring_in(socket, listener, (visit, resume)).await;
    }

    async fn bring_in(self, socket: WebSocket, listener: Listener, (visit, resume): (Visit, String)) {
        match self.rooms.way_in(&visit).await {
            Ok(Some(way)) => {
                let Self { app, rooms, view, .. } = self;
                let visitor = Visitor { app, rooms, who: visit.who, session: visit.session, view };
                visitor.stay(socket, listener, way, (visit, resume)).await;
            }
            Ok(None) => close(socket, close_code::AGAIN, "another server has it").await,
            Err(cause) => {
                tracing::error!(%cause, "a live room did not begin");
                close(socket, close_code::AGAIN, "ask again").await;
            }
        }
    }

    /// Says why, and closes.
    async fn turn_away(&self, mut socket: WebSocket, why: &'static str, key: &'static str) {
        let words = self.view.words.say(key, None).into_owned();
        let _ = tokio::time::timeout(PATIENCE, socket.send(Told::Bye { why, words }.frame().into())).await;
        close(socket, close_code::POLICY, why).await;
    }
}

/// The ticket, which must be the first thing and come soon.
async fn hello(socket: &mut WebSocket) -> Option<(String, String)> {
    let first = tokio::time::timeout(PATIENCE, socket.recv()).await.ok()??.ok()?;
    let Message::Text(text) = first else { return None };
    match read(&text) {
        Ok(Sent::Hello { ticket, resume }) if text.len() <= FRAME_BYTES_MAX => Some((ticket, resume)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::header::COOKIE;

    fn headers(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().expect("a value"))).collect()
    }

    #[test]
    fn only_our_own_pages_open_a_socket() {
        assert!(is_from_here(&headers(&[(ORIGIN, "https://group.example"), (HOST, "group.example")])));
        for refused in [
            &[(HOST, "group.example")][..],
            &[(ORIGIN, "null"), (HOST, "group.example")],
            &[(ORIGIN, "https://evil.example"), (HOST, "group.example")],
            &[(ORIGIN, "https://group.example.evil.example"), (HOST, "group.example")],
        ] {
            assert!(!is_from_here(&headers(refused)), "{refused:?}");
        }
    }

    #[test]
    fn a_server_with_an_address_of_its_own_takes_pages_of_the_address_that_people_type() {
        let public_url = "https://group.example/with/a/path".to_owned();
        let node = Config { public_url, node_url: "https://b.group.example".to_owned(), ..Config::for_tests() };
        let alone = Config { node_url: String::new(), ..node.clone() };
        let from = |origin: &str| headers(&[(ORIGIN, origin), (HOST, "b.group.example")]);
        assert!(is_from_our_site(&from("https://group.example"), &node));
        assert!(!is_from_our_site(&from("https://group.example"), &alone));
        for other in ["http://group.example", "https://b.group.example", "https://evil.example", "null", ""] {
            assert!(!is_from_our_site(&from(other), &node), "{other}");
        }
        assert!(!is_from_our_site(&headers(&[(HOST, "b.group.example")]), &node));
    }

    #[test]
    fn a_stranger_is_whoever_brings_no_login_to_the_address_that_none_comes_to() {
        let public_url = "https://group.example".to_owned();
        let node = Config { public_url, node_url: "https://b.group.example".to_owned(), ..Config::for_tests() };
        let comes = |origin: &str, host: &str, cookie: &str| {
            is_stranger(&headers(&[(ORIGIN, origin), (HOST, host), (COOKIE, cookie)]), &node)
        };
        let (ours, own) = ("https://group.example", "b.group.example");
        assert!(comes(ours, own, "a=b"));
        assert!(!comes(ours, "group.example", "a=b") && !comes("https://evil.example", own, "a=b"));
        assert!(!comes(ours, own, "a=b; __Host-login=of-another-day"));
    }
}
