//! From a request to who asks: [`Who`] for pages of somebody signed in, [`Visitor`] for pages that anybody may see.

use axum::extract::FromRequestParts;
use axum::http::header::{ACCEPT, COOKIE, USER_AGENT};
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use axum::response::{IntoResponse, Response};

use super::account::AccountKind;
use super::client::{ClientAddress, Peer};
use super::cookie::{self, Jar};
use super::device::{Browser, Device};
use super::login::{Login, LoginState};
use super::store::logins as store;
use super::token::Token;
use crate::access::Actor;
use crate::app::App;
use crate::config::Config;
use crate::id::{LoginId, PersonId, PracticeId};
use crate::web::guard::RequestId;
use crate::web::shell::{Area, Mode};
use crate::web::{Next, Page, View, go};
use crate::work::Work;
use crate::{Error, Result};

/// Somebody who is signed in. Where nobody is, the answer is the way to the sign-in page; where the login is locked, to the
/// page that unlocks it.
#[derive(Clone, Debug)]
pub struct Who {
    /// Who acts.
    pub actor: Actor,
    /// The frame of the page.
    pub view: View,
    /// The person.
    pub person: PersonId,
    /// Their login in this browser.
    pub login: LoginId,
    /// Whether they work here.
    pub kind: AccountKind,
    /// Whose device this is.
    pub device: Device,
}

/// Anybody, signed in or not.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// Who acts: nobody while a login is locked.
    pub actor: Actor,
    /// The frame of the page.
    pub view: View,
    /// Where the request comes from.
    pub client: ClientAddress,
    /// What the browser says it is.
    pub browser: Browser,
}

/// Somebody whose login stands, locked or not: for the pages that unlock, prove and sign out. Where none stands, the answer
/// is the way to the sign-in page.
#[derive(Clone, Debug)]
pub(super) struct Returning {
    pub practice: PracticeId,
    pub login: Login,
    pub view: View,
}

/// Who came with a request, read once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrival {
    pub practice: PracticeId,
    pub login: Option<(Login, LoginState)>,
}

impl FromRequestParts<App> for Who {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Self, Response> {
        let arrival = arrive(parts, app).await?;
        match arrival.login {
            Some((login, LoginState::Living)) => Ok(Self {
                actor: Actor::Person(login.signed_in(arrival.practice)),
                view: frame(parts, app, Some(&login)),
                person: login.person,
                login: login.id,
                kind: login.kind,
                device: login.device,
            }),
            Some((_, LoginState::Locked)) => Err(go(&next(parts).behind("/sign-in/again"))),
            _ => Err(Error::SignInNeeded.into_response()),
        }
    }
}

impl FromRequestParts<App> for Returning {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Self, Response> {
        let arrival = arrive(parts, app).await?;
        match arrival.login {
            Some((login, LoginState::Living | LoginState::Locked)) => {
                let view = frame(parts, app, Some(&login)).in_area(Area::Plain);
                Ok(Self { practice: arrival.practice, login, view })
            }
            _ => Err(go("/sign-in")),
        }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> std::result::Result<Self, Response> {
        let arrival = arrive(parts, app).await?;
        let login = arrival.login.filter(|(_, state)| *state == LoginState::Living).map(|(login, _)| login);
        let actor = match login {
            Some(login) => Actor::Person(login.signed_in(arrival.practice)),
            None => Actor::Nobody(arrival.practice),
        };
        let browser = Browser::read(said(parts, &USER_AGENT).unwrap_or_default());
        Ok(Self { actor, view: frame(parts, app, login.as_ref()), client: client(parts, app), browser })
    }
}

/// Reads the login that a request's cookie names, unless a layer has laid it into the request already.
pub(super) async fn arrive(parts: &mut Parts, app: &App) -> std::result::Result<Arrival, Response> {
    if let Some(arrival) = parts.extensions.get::<Arrival>() {
        return Ok(*arrival);
    }
    arrive_with(parts, app, async |_, _| Ok(())).await.map_err(IntoResponse::into_response)?;
    parts.extensions.get().copied().ok_or_else(|| not_open_yet(parts, app))
}

/// Reads the login that a request's cookie names, lays it into the request for whoever asks later, and notes that its
/// person was seen. What else must be known before any page, perhaps of whoever works here and is signed in, is read in the
/// same look at the records and answered; nothing before set-up.
pub(crate) async fn arrive_with<T, F>(parts: &mut Parts, app: &App, also: F) -> Result<Option<T>>
where
    T: Send + 'static,
    F: AsyncFn(&mut Work<'_>, Option<PersonId>) -> Result<T> + Send + 'static,
{
    let Some(practice) = practice_here(app).await? else { return Ok(None) };
    let hash = token(parts, app, Jar::Login).map(|token| app.vault().token_hash(token.bytes()));
    let looking = app.read(Actor::Nobody(practice), async move |work| {
        let found = match hash {
            Some(hash) => store::find_login(work, hash).await?,
            None => None,
        };
        let login = found.map(|login| (login, login.state(work.now())));
        let works_here = |login: &Login| login.kind == AccountKind::Staff;
        let colleague = login.filter(|(login, state)| *state == LoginState::Living && works_here(login));
        Ok((login, also(work, colleague.map(|(login, _)| login.person)).await?))
    });
    let (login, also) = looking.await?;
    if let Some((login, LoginState::Living)) = login.filter(|_| !is_stream(parts)) {
        note_seen(app, practice, login).await?;
    }
    parts.extensions.insert(Arrival { practice, login });
    Ok(Some(also))
}

/// Before set-up there is nothing to see, on any page.
fn not_open_yet(parts: &Parts, app: &App) -> Response {
    let view = frame(parts, app, None).in_area(Area::Plain);
    let lead = crate::say!(view.words, "identity-closed");
    Page::new(&view, "identity-title-closed").lead(lead).status(StatusCode::SERVICE_UNAVAILABLE).into_response()
}

/// The practice that this server is for; nothing before set-up.
pub async fn practice_here(app: &App) -> Result<Option<PracticeId>> {
    if let Some(practice) = app.practice() {
        return Ok(Some(practice));
    }
    let nobody = Actor::Nobody(PracticeId([0; 16]));
    let found = app.read(nobody, async |work| store::find_practice(work).await).await?;
    if let Some(practice) = found {
        app.settle(practice);
    }
    Ok(found)
}

/// The frame of a page: what a layer before has laid into the request, and what this login adds.
pub(super) fn frame(parts: &Parts, app: &App, login: Option<&Login>) -> View {
    let now = app.clock().now();
    let path = parts.uri.path();
    let mut view = parts.extensions.get::<View>().cloned().unwrap_or_else(|| View::public(path, now));
    view.now = now;
    view.mode = if app.config().demo { Mode::Demo } else { Mode::Real };
    if let Some(RequestId(id)) = parts.extensions.get() {
        view.reference.clone_from(id);
    }
    if let Some(login) = login {
        view.scheme = login.scheme;
        view.area = area_of(&view, login.kind);
    }
    view
}

/// The token that a request carries in one of our cookies.
pub(super) fn token(parts: &Parts, app: &App, jar: Jar) -> Option<Token> {
    cookie::read(app.config().transport(), jar, said(parts, &COOKIE)?)
}

/// Whether a browser sends the cookie of a login, even of one that does not stand.
pub(crate) fn brings_login(headers: &HeaderMap, config: &Config) -> bool {
    let mut all = headers.get_all(COOKIE).iter().filter_map(|header| header.to_str().ok());
    all.any(|header| cookie::brings(config.transport(), Jar::Login, header))
}

/// Where the request comes from. Several headers of one name are one list (RFC 9110, section 5.3).
fn client(parts: &Parts, app: &App) -> ClientAddress {
    let peer = parts.extensions.get().copied().unwrap_or(Peer::UNKNOWN);
    let hops: Vec<_> = parts.headers.get_all("x-forwarded-for").iter().filter_map(|hops| hops.to_str().ok()).collect();
    ClientAddress::behind(peer, &hops.join(","), |address| app.config().trusted_proxies.contains(&address))
}

async fn note_seen(app: &App, practice: PracticeId, login: Login) -> Result<()> {
    if !login.wants_to_be_seen(app.clock().now()) {
        return Ok(());
    }
    app.write(Actor::Nobody(practice), async move |work| store::save_seen(work, login.id).await).await
}

/// A stream that stays open says nothing about whether its person is still there.
fn is_stream(parts: &Parts) -> bool {
    said(parts, &ACCEPT).is_some_and(|accepted| accepted.starts_with("text/event-stream"))
}

/// The path to come back to; a form that was sent cannot be asked for again.
fn next(parts: &Parts) -> Next {
    let path = parts.uri.path_and_query().map_or("/", PathAndQuery::as_str);
    Next::read(if parts.method == Method::GET { path } else { "/" })
}

/// The part of the house follows from the address. Addresses that all share show a member their places, and staff none.
fn area_of(view: &View, kind: AccountKind) -> Area {
    match (view.path.split('/').nth(1), kind) {
        (Some("care"), _) => view.area_of_groups(),
        (Some("lead"), _) => Area::Lead,
        (Some("admin"), _) => Area::Admin,
        (Some("me"), _) | (_, AccountKind::Member) => Area::Member,
        (_, AccountKind::Staff) => Area::Plain,
    }
}

fn said<'a>(parts: &'a Parts, name: &HeaderName) -> Option<&'a str> {
    parts.headers.get(name)?.to_str().ok()
}
