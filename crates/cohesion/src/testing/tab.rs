//! A browser's tab in a test: it keeps cookies, sends forms from our own pages, and goes where it is sent only when told to.

use std::collections::BTreeMap;
use std::net::IpAddr;

use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE, USER_AGENT};
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;

use super::{TestClinic, who};
use crate::access::{About, Actor, Deed, Standing};
use crate::app::App;
use crate::id::{PersonId, PracticeId};
use crate::identity::{AccountKind, Browser, Device, Peer, open_account, open_login};
use crate::work::Work;
use crate::{Result, room, router};

/// What a server of this app serves.
pub fn served(app: App) -> Router {
    let node = room::Node::of(app.config()).expect("it has a name");
    router::router(app, node)
}

/// A tab of one browser.
#[derive(Clone)]
pub struct Tab {
    router: Router,
    cookies: BTreeMap<String, String>,
    from: IpAddr,
    headers: Vec<(&'static str, String)>,
}

/// What the server answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The page.
    pub body: String,
}

impl Answer {
    /// Where the answer sends the browser; empty where nowhere.
    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default()
    }

    /// The value of the hidden or typed field `name`.
    pub fn field(&self, name: &str) -> String {
        let marked = format!("name=\"{name}\"");
        let after = self.body.split(&marked).nth(1).unwrap_or_default();
        let tag = after.split('>').next().unwrap_or_default();
        tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    }
}

impl Tab {
    /// A tab of a browser that was never here, at an address of its own.
    pub fn of(app: &App) -> Self {
        let from = crate::id::random().map_or([1; 4], |id| [198, 51, id[0], id[1]]);
        Self { router: served(app.clone()), cookies: BTreeMap::new(), from: from.into(), headers: Vec::new() }
    }

    /// The same tab, from another address.
    pub fn at(self, from: impl Into<IpAddr>) -> Self {
        Self { from: from.into(), ..self }
    }

    /// The same tab, with one more header in each request.
    pub fn saying(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// Reads a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).expect("a valid request")).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(body)).expect("a valid request")).await
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Sets a cookie by hand.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let pairs: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let headers = request.headers_mut();
        headers.insert(USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0".parse().expect("a header"));
        if !pairs.is_empty() {
            headers.insert(COOKIE, pairs.join("; ").parse().expect("a header"));
        }
        for (name, value) in &self.headers {
            headers.insert(*name, value.parse().expect("a header"));
        }
        request.extensions_mut().insert(Peer(self.from));
        let response = self.router.clone().oneshot(request).await.expect("a router always answers");
        let (parts, mut body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        let is_stream = parts.headers.get(CONTENT_TYPE).is_some_and(|media| media == "text/event-stream");
        let body = if is_stream {
            // It never ends; what comes first is what there is to see.
            body.frame().await.and_then(|frame| frame.expect("a whole frame").into_data().ok()).unwrap_or_default()
        } else {
            body.collect().await.expect("a whole body").to_bytes()
        };
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for cookie in headers.get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok()) {
            let (pair, bounds) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if bounds.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.set_cookie(name, value);
            }
        }
    }
}

impl TestClinic {
    /// A tab of a browser that was never here.
    pub fn tab(&self) -> Tab {
        Tab::of(&self.app)
    }

    /// A tab in which somebody who has an account is signed in, on a device of their own.
    pub async fn tab_of(&self, person: PersonId) -> Result<Tab> {
        let token = Self::login_at(&self.app, self.practice, person).await?;
        let mut tab = self.tab();
        tab.set_cookie("login", &token);
        Ok(tab)
    }

    /// The token of a new login of somebody who has an account, on a device of their own.
    pub async fn login_at(app: &App, practice: PracticeId, person: PersonId) -> Result<String> {
        let opening = async move |work: &mut Work<'_>| open_login(work, person, Device::Own, Browser::default()).await;
        Ok(app.write(Actor::Nobody(practice), opening).await?.text())
    }

    /// A tab in which somebody known here is signed in to an account that is opened for them.
    pub async fn tab_for(&self, actor: Actor, kind: AccountKind) -> Result<Tab> {
        let person = who(actor);
        let opening = async move |work: &mut Work<'_>| {
            let grant = work.ask(Deed::SetUp, Standing::NONE, About::person(person))?;
            open_account(work, &grant, person, kind, None).await
        };
        self.write(self.system(), opening).await?;
        self.tab_of(person).await
    }
}
