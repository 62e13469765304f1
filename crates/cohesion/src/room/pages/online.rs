//! The page of a live room, and the pieces of it that its socket renews.

mod beside;
mod dock;
mod here;
mod lead;
mod more;
mod now;
mod rounds;
mod scene;
mod sheet;
mod stage;
mod talk;

use ::floor::hall::SeatKind;
use axum::extract::{Extension, RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::keep::heads_to_move;
use super::super::online::{Face, Ticket, addresses, door, listening, reaches};
use super::super::{Rooms, deeds};
use super::desk::closed;
use crate::access::Standing;
use crate::app::App;
use crate::groups::{self, Capability, Group, Session, SessionState, on_the_clock_of};
use crate::id::SessionId;
use crate::identity::Who;
use crate::plans::session_page;
use crate::web::guard::policy_with_sockets;
use crate::web::parts::{Button, Column, Tone, actions, callout, empty, table};
use crate::web::{Form, Page, Path, Region, View, Width, go};
use crate::{Error, Result, say};

pub(crate) use beside::agenda_region;
pub(in crate::room) use more::devices;
pub(in crate::room) use scene::{Scene, Talking, moved_key, named};
pub(in crate::room) use talk::{Log, log};

/// Camera and microphone are for our own page, where somebody turns them on; nothing else is.
const DEVICES: &str = "accelerometer=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
    microphone=(self), midi=(), payment=(), screen-wake-lock=(self), serial=(), usb=(), browsing-topics=()";

/// A page that may ask for camera and microphone.
pub(super) fn with_devices(page: Page) -> Response {
    let mut response = page.into_response();
    let name = HeaderName::from_static("permissions-policy");
    response.headers_mut().insert(name, HeaderValue::from_static(DEVICES));
    response
}

/// A page that may open sockets at every server that could have its room. Where each has the page's own address, it may already.
async fn with_sockets(mut page: Response, (app, rooms): (&App, &Rooms), who: &Who, id: SessionId) -> Result<Response> {
    if !rooms.may_be_elsewhere() {
        return Ok(page);
    }
    let mut addresses = app.read(who.actor, async move |work| addresses(work, id).await).await?;
    addresses.push(app.config().node_url.clone());
    page.headers_mut().insert(CONTENT_SECURITY_POLICY, policy_with_sockets(&addresses)?);
    Ok(page)
}

/// The room of a member, who has answered at the door.
pub(super) async fn show_member(
    State(app): State<App>,
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| door(work, id).await).await?;
    if shown.answers.is_none() || !shown.due.is_empty() {
        return Ok(go(&format!("/me/sessions/{id}/door")));
    }
    let page = page(&who.view, &shown.session, &shown.group, Face::Member);
    let is_here = shown.answers.is_some_and(|answers| answers.kind == SeatKind::InPerson);
    let page = if is_here { page.into_response() } else { with_devices(page) };
    with_sockets(page, (&app, &rooms), &who, id).await
}

/// The room of whoever leads. Their line makes the meeting's floor the room's, so where somebody is at it, that is said first.
pub(super) async fn show_leader(
    State(app): State<App>,
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| {
        let session = groups::session(work, id).await?;
        let grant = deeds::may_lead(work, &session).await?;
        let group = groups::group(work, &grant, session.group).await?;
        let (heads, standing) = (heads_to_move(work, &grant, &session).await?, groups::standing(work, group.id).await?);
        Ok((session, group, standing, heads))
    });
    let (session, group, standing, heads) = shown.await?;
    let goes_on = Form::parse(query.as_deref().unwrap_or_default()).ticked("move");
    if heads > 0 && !goes_on {
        return Ok(moving(&who.view, &session, (&group, standing), heads).into_response());
    }
    let page = with_devices(page(&who.view, &session, &group, Face::Leader));
    with_sockets(page, (&app, &rooms), &who, id).await
}

/// The room of whoever supervises; their door says what keeps it closed.
pub(super) async fn show_listener(
    State(app): State<App>,
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| listening(work, id).await).await?;
    if !shown.together.is_everybody() {
        return Ok(go(&format!("/care/sessions/{id}/sit-in")));
    }
    let page = page(&who.view, &shown.session, &shown.group, Face::Supervisor).into_response();
    with_sockets(page, (&app, &rooms), &who, id).await
}

/// A ticket for the socket, for a member.
pub(super) async fn ticket_member(
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
) -> Result<Response> {
    ticket(&rooms, &who, id, Face::Member).await
}

/// A ticket for the socket, for whoever leads.
pub(super) async fn ticket_leader(
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
) -> Result<Response> {
    ticket(&rooms, &who, id, Face::Leader).await
}

/// A ticket for the socket, for whoever supervises.
pub(super) async fn ticket_listener(
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
) -> Result<Response> {
    ticket(&rooms, &who, id, Face::Supervisor).await
}

/// As plain text, and in a second line the address of the server that has the room, where it is not the page's own. What keeps
/// somebody out is said in a sentence that the page can show.
async fn ticket(rooms: &Rooms, who: &Who, id: SessionId, face: Face) -> Result<Response> {
    let (status, text) = match rooms.ticket(who, id, face).await {
        Ok(Ticket { token, address }) if address.is_empty() => (StatusCode::OK, token),
        Ok(Ticket { token, address }) => (StatusCode::OK, format!("{token}\n{address}")),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, who.view.words.say(words, None).into_owned()),
        Err(other) => return Err(other),
    };
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    Ok((status, [(CONTENT_TYPE, plain)], text).into_response())
}

/// Where those are who have come.
pub(super) async fn show_reaches(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let (group, people) = app.read(who.actor, async move |work| reaches(work, id).await).await?;
    let words = who.view.words;
    let headings = ["room-reach-name", "room-door-whereabouts", "room-door-call-back"].map(|key| words.say(key, None));
    let columns: Vec<_> = headings.iter().map(|heading| Column::Words(heading)).collect();
    let cells =
        people.iter().map(|one| vec![html! { (one.called) }, html! { (one.whereabouts) }, html! { (one.call_back) }]);
    let body = html! {
        p { (say!(words, "room-reach-about")) }
        @if people.is_empty() { (empty(say!(words, "room-reach-nobody"))) }
        @else { (table(say!(words, "room-title-reach"), &columns, cells)) }
    };
    let page = Page::new(&who.view, "room-title-reach")
        .width(Width::Mid)
        .back(&format!("/care/sessions/{id}/room"), say!(words, "room-title-online"))
        .lead(&group.words.name)
        .body(body);
    Ok(page.into_response())
}

/// What follows when the floor of a meeting becomes its room's, before anything has.
fn moving(view: &View, session: &Session, (group, standing): (&Group, Standing), heads: usize) -> Page {
    let (words, at) = (view.words, format!("/care/sessions/{}", session.id));
    let body = callout(
        Tone::Note,
        html! {
            p { strong { (say!(words, "room-move", count = heads)) } }
            p { (say!(words, "room-move-what")) }
            (actions(html! {
                (Button::link(format!("{at}/room?move=yes"), say!(words, "room-move-go")))
                (Button::link(format!("{at}/floor"), say!(words, "room-move-back")).outline())
            }))
        },
    );
    session_page(view, session, group, standing, "room-title-online").body(body)
}

fn page(view: &View, session: &Session, group: &Group, face: Face) -> Page {
    let view = &on_the_clock_of(view, group);
    let (words, id) = (view.words, session.id);
    let base = match face {
        Face::Member => format!("/me/sessions/{id}"),
        Face::Leader => format!("/care/sessions/{id}"),
        Face::Supervisor => format!("/care/sessions/{id}/sit-in"),
    };
    let is_open = match face {
        Face::Member | Face::Supervisor => matches!(session.state, SessionState::Open | SessionState::Planned),
        Face::Leader => session.state == SessionState::Open,
    };
    let reach = group.charter.allow(Capability::WhereaboutsAtDoor).is_ok();
    let ahead = if face == Face::Leader { ahead(view, session, group) } else { Markup::default() };
    let body = html! {
        @if is_open { (room(view, session, (&base, face), reach, &ahead)) }
        @else { (closed(view, session)) (ahead) }
    };
    let page = Page::new(view, "room-title-online").heading(&group.words.name).body(body);
    if is_open {
        let (start, end) = (view.time(session.starts_at), view.time(session.ends_at));
        return page.room(&base, say!(words, "room-when", start = start, end = end));
    }
    page.back(&base, say!(words, "room-the-session"))
}

/// What those who lead can choose before anybody comes; how the group meets also when it is over, for the next time.
fn ahead(view: &View, session: &Session, group: &Group) -> Markup {
    let words = view.words;
    html! {
        div.actions {
            @if matches!(session.state, SessionState::Planned | SessionState::Open) {
                a href={ "/care/sessions/" (session.id) "/breakouts" } { (say!(words, "room-title-breakouts")) }
            }
            a href={ "/care/groups/" (group.id) "/room" } { (say!(words, "room-title-ways")) }
        }
    }
}

fn room(view: &View, session: &Session, (base, face): (&str, Face), reach: bool, ahead: &Markup) -> Markup {
    let (words, leads) = (view.words, face == Face::Leader);
    let floor = match face {
        Face::Member => format!("{base}/meeting"),
        Face::Leader => format!("{base}/floor"),
        Face::Supervisor => base.to_owned(),
    };
    html! {
        noscript {
            (callout(Tone::Note, html! { p { strong { (say!(words, "room-needs-script")) } }
                @if face != Face::Supervisor { p { (say!(words, "room-without-script")) " " a href=(floor) { (say!(words, "room-door-in-person")) } } } }))
        }
        live-room.live-room.live-room--lead[leads]
            data-socket={ "/room/" (session.id) "/socket" } data-ticket={ (base) "/room/ticket" }
            data-broken=(say!(words, "room-line-broken"))
            data-denied=(say!(words, "room-door-denied")) data-sound-only=(say!(words, "room-line-sound-only"))
            data-pictures-back=(say!(words, "room-line-pictures")) data-sound=(say!(words, "room-sound-on")) data-gone=(say!(words, "room-bye-refused"))
            data-mic-other=(say!(words, "room-mic-other")) data-mic-gone=(say!(words, "room-mic-gone"))
            data-refused=(say!(words, "room-form-refused")) data-cam-other=(say!(words, "room-cam-other")) data-cam-gone=(say!(words, "room-cam-gone")) data-again=(say!(words, "room-come-again")) {
            div.live-room__own data-own { p #room-line {} p #room-alert.unseen role="alert" {} div #room-sounds {} }
            (Region::new("room-stage", html! {}))
            (Region::new("room-now", html! { p.now.soft { (say!(words, "room-connecting")) } }))
            @if face == Face::Member { live-region.live-room__agenda src={ "/live/room-agenda." (session.id) } { (Region::new("room-agenda", html! {})) } }
            (Region::new("room-sheet", html! {}))
            @if leads { (Region::new("room-lead", html! {})) }
            (Region::new("room-talk", html! {}))
            @if leads {
                // What is planned, and what one does with it: the agenda has its place before the tools.
                div.live-room__left {
                    live-region src={ "/live/room-agenda." (session.id) } { (Region::new("room-agenda", html! {})) }
                    (ahead)
                    (Region::new("room-tools", html! {}))
                    @if reach { p.small { a href={ (base) "/room/reach" } { (say!(words, "room-title-reach")) } } }
                    p.small.soft { (say!(words, "room-never-recorded")) }
                }
            }
            (Region::new("room-dock", html! {}))
        }
    }
}

/// The pieces for somebody who is in, each by its name.
pub(in crate::room) fn regions(scene: &Scene<'_>) -> Vec<(&'static str, Region)> {
    let mut regions = vec![
        ("room-now", now::region(scene)),
        ("room-stage", stage::region(scene)),
        ("room-sheet", sheet::region(scene)),
        ("room-dock", dock::region(scene)),
        ("room-talk", talk::region(scene)),
    ];
    if let Some(lead) = &scene.inside.lead {
        regions.push(("room-lead", lead::region(scene, lead)));
        regions.push(("room-tools", lead::tools(scene)));
    }
    regions
}

/// For whoever waits: nothing of what is inside is on their page.
pub(in crate::room) fn waiting_regions(view: &View, heads: usize, key: &'static str) -> Vec<(&'static str, Region)> {
    let words = view.words;
    let sentence = words.say(key, None);
    let body = html! {
        section.waits.stack {
            h2 { (say!(words, "room-waiting")) }
            p.lead { (sentence) }
            p.soft { (say!(words, "room-waiting-heads", count = heads)) }
            p.small.soft { (say!(words, "room-never-recorded")) }
            div.actions { (scene::wish("leave", say!(words, "room-waiting-go"))) }
        }
    };
    let inside = ["room-stage", "room-sheet", "room-dock", "room-talk"];
    let mut regions = vec![("room-now", Region::new("room-now", body).announcing(sentence.into_owned()))];
    regions.extend(inside.map(|name| (name, Region::new(name, html! {}))));
    regions
}
