//! A session is prepared: its blocks on one form without script, what the last one left, and what its leaders go into it with.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Agenda, Basis, Prepared, deeds, edit, prepared};
use super::{block, left, session_page, sheet};
use crate::app::App;
use crate::error::Fault;
use crate::groups::on_the_clock_of;
use crate::id::SessionId;
use crate::identity::Who;
use crate::web::parts::{Button, Column, Tone, actions, callout, empty, facts, fold, saved, table};
use crate::web::{Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// What a form that was sent came to, where the page must be shown again.
#[derive(Default)]
struct News {
    typed: Option<Form>,
    faults: Vec<Fault>,
    conflict: Option<&'static str>,
}

/// The plan.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| prepared(work, id).await).await?;
    Ok(page(&who.view, &shown, News::default()).into_response())
}

/// Keeps what was typed, then does what the button says.
pub(super) async fn change(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    let sent = form.clone();
    let changing = app.write(who.actor, async move |work| {
        deeds::may_prepare_at(work, id).await?;
        edit(work, id, &sheet::read(&sent)?).await
    });
    let (status, news) = match changing.await {
        Ok(()) => return Ok(go(&format!("/care/sessions/{id}/prepare"))),
        Err(Error::Invalid(faults)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, News { typed: Some(form), faults, conflict: None })
        }
        Err(Error::Conflict(words)) => {
            (StatusCode::CONFLICT, News { typed: Some(form), faults: Vec::new(), conflict: Some(words) })
        }
        Err(other) => return Err(other),
    };
    let shown = app.read(who.actor, async move |work| prepared(work, id).await).await?;
    Ok(page(&who.view, &shown, news).status(status).into_response())
}

fn page(view: &View, shown: &Prepared, news: News) -> Page {
    let view = &on_the_clock_of(view, &shown.group);
    let words = view.words;
    let is_kept = news.typed.is_none();
    let body = html! {
        @if let Some(key) = news.conflict { (conflict(view, shown, key)) }
        @match &shown.agenda {
            None => (empty(say!(words, "plans-none"))),
            Some(agenda) => div.split {
                @if shown.may_prepare { (form(view, shown, agenda, news)) } @else { (read_only(view, shown, agenda)) }
                (aside(view, shown, agenda))
            }
        }
    };
    let kept = shown.written_at.filter(|_| is_kept);
    session_page(view, &shown.session, &shown.group, shown.standing, "plans-title-prepare")
        .tools(html! { @if let Some(at) = kept { (saved(say!(words, "plans-kept", time = view.moment(at)))) } })
        .body(body)
}

/// What is kept now stands above what was typed.
fn conflict(view: &View, shown: &Prepared, key: &'static str) -> Markup {
    let words = view.words;
    callout(
        Tone::Note,
        html! {
            p { strong { (words.say(key, None)) } }
            @if let Some(agenda) = &shown.agenda { (fold(say!(words, "plans-kept-now"), listed(view, shown, agenda))) }
        },
    )
}

fn form(view: &View, shown: &Prepared, agenda: &Agenda, news: News) -> Markup {
    let words = view.words;
    let version = shown.version;
    let filled = match news.typed {
        Some(typed) if news.conflict.is_some() => sheet::typed_over(&typed, version),
        Some(typed) => typed,
        None => sheet::filled(agenda, version),
    };
    let ids: Vec<u32> = filled.values("block").filter_map(|id| id.parse().ok()).collect();
    let fields = Fields::again(view, filled, news.faults);
    let body = html! {
        (fields.hidden("seen", fields.value("seen")))
        // Enter in a field keeps; it is the form's first button.
        (actions(Button::submit(say!(words, "plans-keep")).outline().small().named("do", "keep")))
        @if !shown.offers.is_empty() { (left::offers(view, &shown.offers)) }
        (fields.text("topic", say!(words, "plans-topic")).hint(say!(words, "plans-topic-hint")))
        section.stack {
            h2 { (say!(words, "plans-agenda")) }
            (sum(view, shown, agenda))
            ol.stack { @for (at, id) in ids.iter().enumerate() { li { (block::draw(view, &fields, shown, agenda, (at, *id))) } } }
        }
        section.stack.stack--tight {
            h2 { (say!(words, "plans-add")) }
            (fields.text("new-name", say!(words, "plans-block-title")))
            (fields.number("new-minutes", say!(words, "plans-block-minutes")))
            (actions(Button::submit(say!(words, "plans-add-do")).outline().named("do", "add")))
        }
        (actions(html! {
            (Button::submit(say!(words, "plans-keep")).named("do", "keep"))
            @if !agenda.is_begun() { (Button::submit(say!(words, "plans-reset")).quiet().named("do", "reset")) }
        }))
        p.soft.small { (say!(words, "plans-keep-what")) }
    };
    html! { div.stack { (fields.form(&format!("/care/sessions/{}/prepare", shown.session.id), &body)) } }
}

/// How the minutes of all blocks stand to those of the session.
fn sum(view: &View, shown: &Prepared, agenda: &Agenda) -> Markup {
    let (words, planned, length) = (view.words, agenda.minutes(), shown.session.minutes());
    let fit =
        || actions(Button::submit(say!(words, "plans-fit", minutes = length)).outline().small().named("do", "fit"));
    match planned.cmp(&length) {
        std::cmp::Ordering::Equal => html! { p.soft { (say!(words, "plans-sum-fits", minutes = length)) } },
        std::cmp::Ordering::Greater => callout(
            Tone::Note,
            html! { p { (say!(words, "plans-sum-over", planned = planned, minutes = length, over = planned - length)) } (fit()) },
        ),
        std::cmp::Ordering::Less => callout(
            Tone::Plain,
            html! { p { (say!(words, "plans-sum-under", planned = planned, minutes = length, left = length - planned)) } (fit()) },
        ),
    }
}

fn read_only(view: &View, shown: &Prepared, agenda: &Agenda) -> Markup {
    html! {
        section.stack {
            h2 { (say!(view.words, "plans-agenda")) }
            @if !agenda.topic.is_empty() { p.lead { (agenda.topic) } }
            (listed(view, shown, agenda))
        }
    }
}

/// The agenda to read.
fn listed(view: &View, shown: &Prepared, agenda: &Agenda) -> Markup {
    let words = view.words;
    let heads = [
        say!(words, "plans-block-title"),
        say!(words, "plans-block-minutes"),
        say!(words, "plans-block-owner"),
        say!(words, "plans-block-more"),
        say!(words, "plans-block-how"),
    ];
    let columns = [
        Column::Words(&heads[0]),
        Column::Number(&heads[1]),
        Column::Words(&heads[2]),
        Column::Words(&heads[3]),
        Column::Words(&heads[4]),
    ];
    let row = |block: &super::super::Block| {
        vec![
            html! { (block.title) @if let Some(carried) = &block.carried { " " span.soft.small { (say!(words, "plans-carried", day = view.day(carried.at))) } } },
            html! { (block.minutes) },
            html! { (block::owner_of(view, shown, block.owner)) },
            block::more(block),
            html! { (block::how(view, block, shown.session.state)) },
        ]
    };
    table(say!(words, "plans-agenda"), &columns, agenda.blocks.iter().map(row))
}

fn aside(view: &View, shown: &Prepared, agenda: &Agenda) -> Markup {
    let words = view.words;
    html! {
        div.stack.stack--loose {
            section.stack.stack--tight {
                h2 { (say!(words, "plans-from")) }
                @match &agenda.basis {
                    Basis::Step { programme, number, of } => {
                        p { (say!(words, "plans-from-step", programme = programme.as_str(), number = *number, of = *of)) }
                        (facts([
                            (say!(words, "plans-aim"), agenda.aim.as_str()),
                            (say!(words, "plans-practice"), agenda.practice.as_str()),
                        ]))
                    }
                    Basis::Clock(clock) => p { (say!(words, "plans-from-clock", clock = words.say(clock.name_key(), None))) },
                }
            }
            (left::before(view, shown))
        }
    }
}
