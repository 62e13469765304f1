//! A therapist's Today: what needs a look first, then the day's sessions, then what is still open.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use measures::change::Concern;

use super::super::day::{Day, day_of};
use super::me_today::greeting;
use super::reasons::reason;
use crate::app::App;
use crate::assessments::Line;
use crate::clock::Timestamp;
use crate::feedback::answer_rows;
use crate::groups::{Group, Session};
use crate::id::GroupId;
use crate::identity::{AccountKind, Who};
use crate::notes::IncidentId;
use crate::repairs::Strain;
use crate::sessions::absence_rows;
use crate::web::parts::{Alert, Button, Icon, Row, Tone, Weight, actions, callout, empty, rows, tag};
use crate::web::{Page, View, Width, go};
use crate::{Error, Result, breaches, say};

/// Today, for whoever leads groups. Whoever does nothing but facilitate has theirs elsewhere.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    if who.view.only_facilitates {
        return Ok(go("/lead"));
    }
    let person = who.person;
    let day = app.read(who.actor, async move |work| day_of(work, person).await).await?;
    let view = &who.view;
    let body = html! {
        (head(view, &day))
        (look_first(view, &day))
        (ahead(view, &day))
        (still_open(view, &day))
    };
    Ok(Page::new(view, "progress-title-today").width(Width::Wide).own_heading().body(body).into_response())
}

fn head(view: &View, day: &Day) -> Markup {
    let words = view.words;
    let news = || Button::link("/notices", say!(words, "progress-news", count = day.news)).outline().small();
    html! {
        header.pagehead {
            div { h1 { (greeting(view, &day.called)) } p { (view.day(view.now)) } }
            div.cluster {
                @if day.duty.is_some() {
                    (tag(Tone::Brand, Some(Icon::Shield), say!(words, "progress-on-duty")))
                    a href="/care/duty" { (say!(words, "progress-hand-over")) }
                }
                @if day.waiting_notes > 0 {
                    (Button::link("/care/supervision", say!(words, "progress-notes-wait", count = day.waiting_notes)).outline().small())
                } @else if day.supervises { a href="/care/supervision" { (say!(words, "progress-title-supervision")) } }
                @if day.news > 0 { (news()) }
                @if day.looks_after_site { a href="/admin" { (say!(words, "progress-the-site")) } }
            }
        }
    }
}

fn look_first(view: &View, day: &Day) -> Markup {
    let words = view.words;
    html! {
        section.stack {
            h2 { (say!(words, "progress-look-first")) }
            live-region src="/live/alerts" { (day.alerts.region(view)) }
            @for group in &day.unreadable {
                (callout(Tone::Note, html! { p { (say!(words, "progress-unreadable", group = group)) } }))
            }
            @if !day.watch.is_empty() { div.alerts { @for line in &day.watch { (to_look_at(view, line)) } } }
        }
    }
}

fn to_look_at(view: &View, line: &Line) -> Markup {
    let words = view.words;
    let Some(warning) = line.course.warnings.first() else { return Markup::default() };
    let label = match warning.concern {
        Concern::Red => say!(words, "progress-look-worse"),
        Concern::Amber => say!(words, "progress-worth-a-look"),
    };
    let href = format!("/care/people/{}/progress", line.person);
    let source =
        say!(words, "progress-from", title = &line.course.instrument.short_title, count = line.course.answered());
    let card = Alert {
        id: &format!("watch-{}", line.person),
        weight: Weight::Watch,
        name: &line.called,
        href: &href,
        label: &label,
        why: html! { (reason(view, &warning.reason)) },
        source: html! { (source) },
        actions: html! { (Button::link(&href, say!(words, "progress-open")).outline()) },
    };
    html! { (card) }
}

fn ahead(view: &View, day: &Day) -> Markup {
    let words = view.words;
    html! {
        section.stack {
            h2 { (say!(words, "progress-title-today")) }
            @if day.ahead.is_empty() { (empty(say!(words, "progress-no-session"))) } @else {
                div.card.card--flush { @for (group, session) in &day.ahead { (slot(view, group, session)) } }
            }
        }
    }
}

fn slot(view: &View, group: &Group, session: &Session) -> Markup {
    let words = view.words;
    let open = Button::link(format!("/care/sessions/{}", session.id), say!(words, "progress-open-session"));
    html! {
        div.slot {
            time { (view.time(session.starts_at)) }
            div.stack.stack--tight {
                h3 { a href={ "/care/groups/" (group.id) } { (group.words.name) } }
                p.soft { (say!(words, "progress-session-number", number = session.number)) " " (group.words.place) }
                (actions(open.outline().small()))
            }
        }
    }
}

fn still_open(view: &View, day: &Day) -> Markup {
    let words = view.words;
    let row = |(group, session): &(Group, Session)| {
        Row::link(format!("/care/sessions/{}", session.id), &group.words.name)
            .small(say!(words, "progress-unclosed", number = session.number, moment = view.moment(session.starts_at)))
            .icon(Icon::Pen)
    };
    let strain = |(group, strain): &(GroupId, Strain)| {
        Row::link(format!("/care/groups/{group}/repairs"), &strain.called).avatar(&strain.called).small(say!(
            words,
            "progress-strain",
            day = view.day(strain.at)
        ))
    };
    let ending = |(group, open): &(Group, usize)| {
        Row::link(format!("/care/groups/{}/ending", group.id), &group.words.name)
            .small(say!(words, "progress-ending-open", count = *open))
            .icon(Icon::Circle)
    };
    let incident = |(id, at): &(IncidentId, Timestamp)| {
        Row::link(format!("/care/incidents/{id}"), view.moment(*at)).icon(Icon::Flag)
    };
    html! {
        @if !day.incidents.is_empty() {
            section.stack { h2 { (say!(words, "progress-incidents")) } (rows(day.incidents.iter().map(incident))) }
        }
        (breaches::waiting_part(view, &day.breaches))
        @if !day.absences.is_empty() {
            section.stack { h2 { (say!(words, "progress-to-reach")) } (absence_rows(view, &day.absences)) }
        }
        @if !day.answers.is_empty() {
            section.stack { h2 { (say!(words, "progress-answers-wait")) } (answer_rows(view, &day.answers)) }
        }
        @if !day.strains.is_empty() {
            section.stack { h2 { (say!(words, "progress-strains")) } (rows(day.strains.iter().map(strain))) }
        }
        @if !day.endings.is_empty() {
            section.stack { h2 { (say!(words, "progress-endings")) } (rows(day.endings.iter().map(ending))) }
        }
        @if !day.unclosed.is_empty() {
            section.stack { h2 { (say!(words, "progress-still-open")) } (rows(day.unclosed.iter().map(row))) }
        }
    }
}
