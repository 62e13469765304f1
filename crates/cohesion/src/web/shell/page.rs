//! A whole page: what stands between `<!doctype html>` and the last tag, and the response that carries it.

use axum::http::header::{HeaderName, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, Render, html};

use super::bars::{foot, topbar};
use super::places::places;
use super::view::{Area, View};
use crate::say;
use crate::web::assets;
use crate::web::parts::{Icon, back, crumbs, icon, mark};
use crate::web::words::Said;

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// How much room a page takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// One column to read.
    #[default]
    Read,
    /// Two columns.
    Mid,
    /// Tables and desks.
    Wide,
}

/// Whether search engines may list a page. Every page says no until it says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Listing {
    /// They are asked to leave it alone.
    #[default]
    Never,
    /// They may.
    Allowed,
}

/// A page being put together; it is also its own response.
#[must_use]
pub struct Page {
    view: View,
    title: Said,
    status: StatusCode,
    width: Width,
    crumbs: Vec<(String, String)>,
    back: Option<Markup>,
    heading: Option<Markup>,
    lead: Option<Markup>,
    tools: Option<Markup>,
    tabs: Option<Markup>,
    room: Option<(String, Markup)>,
    body: Markup,
    listing: Listing,
}

impl Page {
    /// A page whose browser title is the sentence `title_key`: a word without variables, so that no name and no
    /// topic ever stands in a history. It is the heading too, until [`Page::heading`] gives another.
    pub fn new(view: &View, title_key: &'static str) -> Self {
        let title = say!(view.words, title_key);
        Self {
            view: view.clone(),
            heading: Some(html! { (title) }),
            title,
            status: StatusCode::OK,
            width: Width::Read,
            crumbs: Vec::new(),
            back: None,
            lead: None,
            tools: None,
            tabs: None,
            room: None,
            body: Markup::default(),
            listing: Listing::Never,
        }
    }

    /// Lets search engines list it, where `listing` allows that.
    pub fn listing(self, listing: Listing) -> Self {
        Self { listing, ..self }
    }

    /// Takes more room than a column to read.
    pub fn width(self, width: Width) -> Self {
        Self { width, ..self }
    }

    /// Leaves out the places: for one thing to do, such as a question.
    pub fn without_places(mut self) -> Self {
        self.view.area = Area::Plain;
        self
    }

    /// One step of the way here; the last one is the page itself and gets no link.
    pub fn crumb(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.crumbs.push((href.into(), text.into()));
        self
    }

    /// A way back above the heading.
    pub fn back(self, href: &str, text: impl Render) -> Self {
        Self { back: Some(back(href, text)), ..self }
    }

    /// The heading, where it says more than the browser's title may.
    pub fn heading(self, text: impl Render) -> Self {
        Self { heading: Some(text.render()), ..self }
    }

    /// No heading from the shell: the body has its own `h1`.
    pub fn own_heading(self) -> Self {
        Self { heading: None, ..self }
    }

    /// One or two sentences under the heading.
    pub fn lead(self, text: impl Render) -> Self {
        Self { lead: Some(text.render()), ..self }
    }

    /// Buttons beside the heading.
    pub fn tools(self, tools: Markup) -> Self {
        Self { tools: Some(tools), ..self }
    }

    /// Tabs under the heading, from [`crate::web::parts::tabs`].
    pub fn tabs(self, tabs: Markup) -> Self {
        Self { tabs: Some(tabs), ..self }
    }

    /// Fills the window, as a live room does: no places, no foot. The heading stands in the bar, leads to `href`, and `aside`
    /// stands beside it.
    pub fn room(self, href: &str, aside: impl Render) -> Self {
        Self { room: Some((href.to_owned(), aside.render())), ..self }
    }

    /// What the page is about.
    pub fn body(self, body: Markup) -> Self {
        Self { body, ..self }
    }

    /// The status of the response, 200 until it is set.
    pub fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    fn head(&self) -> Markup {
        let site = &self.view.site;
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                @if self.listing == Listing::Allowed { meta name="robots" content="index"; }
                title { (self.title) " – " (site) }
                link rel="stylesheet" href=(assets::address("site.css"));
                // The sprite shows the mark when it is opened as a picture: one file, one request.
                link rel="icon" type="image/svg+xml" href=(assets::address("icons.svg"));
                link rel="modulepreload" href=(assets::address("js/leave.js"));
                script type="module" src=(assets::address("js/app.js")) {}
            }
        }
    }

    fn main(&self) -> Markup {
        let width = match self.width {
            Width::Read => None,
            Width::Mid => Some("page--mid"),
            Width::Wide => Some("page--wide"),
        };
        html! {
            main #main {
                div.page.(width.unwrap_or_default()) {
                    div.stack.stack--loose {
                        @if self.has_head() { (self.pagehead()) }
                        (self.body)
                    }
                    (foot(&self.view))
                }
            }
        }
    }

    /// The heading is in the bar for whoever sees it, and here for whoever hears it.
    fn main_of_room(&self) -> Markup {
        html! {
            main #main {
                @if let Some(heading) = &self.heading { h1.unseen { (heading) ", " (self.title) } }
                (self.body)
            }
        }
    }

    /// What stands in the bar: in a room its own name and the way out of it.
    fn place(&self) -> Markup {
        let view = &self.view;
        html! {
            @match (&self.room, &self.heading) {
                (Some((href, aside)), Some(heading)) => {
                    a.site href=(href) { (icon(Icon::Prev)) span { (heading) } }
                    span.aside { (aside) }
                }
                _ => a.site href=(view.area.home()) { (mark()) (view.site) },
            }
        }
    }

    fn has_head(&self) -> bool {
        self.heading.is_some() || self.back.is_some() || !self.crumbs.is_empty() || self.tabs.is_some()
    }

    fn pagehead(&self) -> Markup {
        html! {
            div.stack.stack--tight {
                (crumbs(&self.view, &self.crumbs))
                @if let Some(back) = &self.back { (back) }
                @if let Some(heading) = &self.heading {
                    header.pagehead {
                        div { h1 { (heading) } @if let Some(lead) = &self.lead { p { (lead) } } }
                        @if let Some(tools) = &self.tools { div.cluster { (tools) } }
                    }
                }
                @if let Some(tabs) = &self.tabs { (tabs) }
            }
        }
    }
}

impl Render for Page {
    fn render(&self) -> Markup {
        let view = &self.view;
        // A member's places follow the page, where the thumb is; a desk's come before it, as at the side.
        let (is_room, places_last) = (self.room.is_some(), view.area == Area::Member);
        html! {
            (DOCTYPE)
            html lang=(view.words.tag()) dir=(view.words.direction()) data-scheme=[view.scheme.attribute()] {
                (self.head())
                body.shell.(if is_room { "shell--room" } else { shell_class(view.area) }) data-worker=[wants_worker(view.area).then(assets::version)] {
                    a.skip href="#main" { (say!(view.words, "shell-skip")) }
                    (topbar(view, &self.place()))
                    @if is_room { (self.main_of_room()) }
                    @else {
                        @if !places_last { (places(view)) }
                        (self.main())
                        @if places_last { (places(view)) }
                    }
                    p #status.unseen role="status" {}
                }
            }
        }
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.render()).into_response();
        if self.listing == Listing::Allowed {
            // What no page says is said for it by the guard: noindex.
            response.headers_mut().insert(ROBOTS, HeaderValue::from_static("all"));
        }
        response
    }
}

/// Answers 303: the browser goes on to `path` with a GET.
pub fn go(path: &str) -> Response {
    let Ok(target) = HeaderValue::from_str(path) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    (StatusCode::SEE_OTHER, [(LOCATION, target)]).into_response()
}

/// Answers *Leave this page*: on to the neutral page `to`, and the browser is asked to forget what it kept.
pub fn leave(to: &str) -> Response {
    let mut response = go(to);
    let forget = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), forget);
    response
}

fn shell_class(area: Area) -> &'static str {
    match area {
        Area::Public | Area::Plain => "shell--plain",
        Area::Member => "shell--member",
        Area::Care | Area::Lead | Area::Admin => "shell--desk",
    }
}

/// Signed-out visitors get no worker: their first visit stays small.
fn wants_worker(area: Area) -> bool {
    !matches!(area, Area::Public | Area::Plain)
}
