//! A therapist's Today: what needs a look first, then the day's sessions.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use measures::change::Concern;

use super::me_today::greeting;
use crate::access::{About, Deed, Standing};
use crate::app::App;
use crate::assessments::{Line, overview};
use crate::clock::Span;
use crate::groups::{self, Group, Session, SessionState};
use crate::identity::{self, AccountKind, Who};
use crate::safety::OpenAlerts;
use crate::web::parts::{Alert, Button, Weight, actions, empty};
use crate::web::{Page, View, Width};
use crate::{Error, Result, safety, say};

/// How far ahead the day looks.
const AHEAD: Span = Span::hours(24);

/// What a therapist's day holds.
struct Today {
    called: String,
    sessions: Vec<(Group, Session)>,
    watch: Vec<Line>,
    alerts: OpenAlerts,
}

/// Today, for whoever leads groups.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let person = who.person;
    let reading = app.read(who.actor, async move |work| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        let called = identity::called(work, &grant, person).await?;
        let (mut sessions, mut watch) = (Vec::new(), Vec::new());
        for group in groups::groups_led_by(work).await? {
            let id = group.id;
            let until = work.now() + AHEAD;
            let (now, all) = (work.now(), groups::sessions(work, id).await?);
            let soon = all.into_iter().filter(|session| {
                session.ends_at > now && session.starts_at < until && session.state != SessionState::Cancelled
            });
            sessions.extend(soon.map(|session| (group.clone(), session)));
            if let Ok(seen) = overview(work, id, None).await {
                watch.extend(seen.lines.into_iter().filter(|line| !line.course.warnings.is_empty()));
            }
        }
        sessions.sort_by_key(|(_, session)| session.starts_at);
        watch.sort_by_key(|line| line.course.warnings.first().map(|warning| std::cmp::Reverse(warning.concern)));
        let alerts = safety::shown_alerts(work).await?;
        Ok(Today { called, sessions, watch, alerts })
    });
    let today = reading.await?;
    let alerts = today.alerts.region(&who.view);
    let words = who.view.words;
    let body = html! {
        header { h1 { (greeting(&who.view, &today.called)) } p.soft { (who.view.day(who.view.now)) } }
        section.stack {
            h2 { (say!(words, "progress-look-first")) }
            live-region src="/live/alerts" { (alerts) }
            @if today.watch.is_empty() && alerts.is_empty() { (empty(say!(words, "progress-nobody-waits"))) }
            @for line in &today.watch { (to_look_at(&who.view, line)) }
        }
        section.stack {
            h2 { (say!(words, "progress-title-today")) }
            @if today.sessions.is_empty() { (empty(say!(words, "progress-no-session"))) } @else {
                div.card.card--flush { @for (group, session) in &today.sessions { (slot(&who.view, group, session)) } }
            }
        }
    };
    Ok(Page::new(&who.view, "progress-title-today").width(Width::Wide).own_heading().body(body).into_response())
}

fn to_look_at(view: &View, line: &Line) -> Markup {
    let words = view.words;
    let Some(warning) = line.course.warnings.first() else { return Markup::default() };
    let label = match warning.concern {
        Concern::Red => say!(words, "progress-clearly-worse"),
        Concern::Amber => say!(words, "progress-worth-a-look"),
    };
    let href = format!("/care/people/{}/progress", line.person);
    let source =
        say!(words, "progress-from", title = &line.course.instrument.short_title, count = line.course.points.len());
    let card = Alert {
        id: &format!("watch-{}", line.person),
        weight: Weight::Watch,
        name: &line.called,
        href: &href,
        label: &label,
        why: html! { (warning.reason.sentence()) },
        source: html! { (source) },
        actions: html! { (Button::link(&href, say!(words, "progress-open")).outline()) },
    };
    html! { (card) }
}

fn slot(view: &View, group: &Group, session: &Session) -> Markup {
    let words = view.words;
    html! {
        div.slot {
            p.when { (view.time(session.starts_at)) }
            div.stack.stack--tight {
                h3 { a href={ "/care/groups/" (group.id) } { (group.words.name) } }
                p.soft { (say!(words, "progress-session-number", number = session.number)) " " (group.words.place) }
                (actions(Button::link(format!("/care/sessions/{}", session.id), say!(words, "progress-open-session")).outline().small()))
            }
        }
    }
}
