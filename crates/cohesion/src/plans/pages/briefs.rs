//! What a leader writes for themselves before and after a session, and what others who lead it wrote for them.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Audience, KeptBrief, Moment, OwnBriefs, SharedBrief, briefs, deeds, write_brief};
use super::session_page;
use crate::app::App;
use crate::error::Fault;
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, actions, callout, facts, own, saved, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| briefs(work, id).await).await?;
    Ok(page(&who.view, id, Some(&shown), &News::default()).into_response())
}

/// A form that is shown again.
#[derive(Default)]
struct News {
    typed: Option<(Moment, Form)>,
    faults: Vec<Fault>,
    conflict: Option<&'static str>,
}

/// Writes one of the two.
pub(super) async fn write(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let writing = app.write(who.actor, async move |work| {
        deeds::may_write_own_at(work, id).await?;
        let (moment, seen, audience, parts) = read(&sent)?;
        write_brief(work, id, moment, seen, (audience, &parts)).await
    });
    let typed = form.value("moment").parse().ok().map(|moment| (moment, form));
    let (status, news) = match writing.await {
        Ok(()) => return Ok(go(&format!("/care/sessions/{id}/briefs"))),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, News { typed, faults, conflict: None }),
        Err(Error::Conflict(words)) => {
            (StatusCode::CONFLICT, News { typed, faults: Vec::new(), conflict: Some(words) })
        }
        Err(other) => return Err(other),
    };
    // Before a fresh proof of who is there nothing that is kept is opened; what was typed stands there all the same.
    let shown = match app.read(who.actor, async move |work| briefs(work, id).await).await {
        Ok(shown) => Some(shown),
        Err(Error::StepUpNeeded) => None,
        Err(other) => return Err(other),
    };
    Ok(page(&who.view, id, shown.as_ref(), &news).status(status).into_response())
}

type Read = (Moment, u32, Audience, Vec<String>);

fn read(form: &Form) -> Result<Read> {
    let mut check = Check::new(form);
    let moment: Option<Moment> = check.choice("moment");
    let Some(moment) = moment else { return check.done(|| None) };
    let seen = check.number(&name(moment, "seen"), 0..=u32::MAX);
    let audience = check.choice(&name(moment, "audience"));
    let mut parts = Vec::new();
    for at in 0..moment.field_keys().len() {
        parts.extend(check.area(&field(moment, at), 0..=TEXT_CHARS_MAX));
    }
    check.done(|| Some((moment, seen?, audience?, parts)))
}

fn name(moment: Moment, field: &str) -> String {
    format!("{}-{field}", moment.word())
}

fn field(moment: Moment, at: usize) -> String {
    super::super::brief::field(moment, at)
}

fn page(view: &View, id: SessionId, shown: Option<&OwnBriefs>, news: &News) -> Page {
    let words = view.words;
    let body = html! {
        (seen(say!(words, "plans-briefs-seen")))
        @if let Some(key) = news.conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } })) }
        @if shown.is_none() { p { (say!(words, "plans-briefs-prove")) } }
        @for moment in Moment::ALL { (one(view, id, shown, moment, news)) }
        @if let Some(shown) = shown { (jottings(view, shown)) (shared(view, shown)) }
    };
    let page = match shown {
        Some(shown) => session_page(view, &shown.session, &shown.group, shown.standing, "plans-title-briefs"),
        None => Page::new(view, "plans-title-briefs")
            .crumb(format!("/care/sessions/{id}"), say!(words, "plans-the-session"))
            .crumb("", say!(words, "plans-title-briefs")),
    };
    page.width(Width::Mid).body(body)
}

/// One of the two briefs, as a form.
fn one(view: &View, id: SessionId, shown: Option<&OwnBriefs>, moment: Moment, news: &News) -> Markup {
    let words = view.words;
    let kept = shown.and_then(|shown| shown.own.iter().find(|brief| brief.moment == moment));
    let typed = news.typed.as_ref().filter(|(of, _)| *of == moment).map(|(_, form)| form);
    if shown.is_none() && typed.is_none() {
        return Markup::default();
    }
    let faults = if typed.is_some() { news.faults.clone() } else { Vec::new() };
    let fields = Fields::again(view, filled(moment, kept, typed), faults);
    // What another window has kept is looked at now, so that keeping this over it is a choice.
    let is_behind = news.conflict.is_some() && kept.is_some();
    let version = match typed.filter(|_| !is_behind) {
        Some(typed) => typed.value(&name(moment, "seen")).to_owned(),
        None => kept.map_or(0, |brief| brief.version).to_string(),
    };
    let inside = html! {
        (fields.hidden("moment", moment.word()))
        (fields.hidden(&name(moment, "seen"), &version))
        @for (at, key) in moment.field_keys().iter().enumerate() {
            (fields.area(&field(moment, at), words.say(key, None)).voice())
        }
        (fields.radios(&name(moment, "audience"), say!(words, "plans-brief-audience"), audiences(view, shown)))
        (actions(Button::submit(say!(words, "plans-brief-keep")).outline()))
    };
    html! {
        section.stack {
            h2 { (words.say(moment.name_key(), None)) }
            @if let Some(kept) = kept.filter(|_| typed.is_none()) { (saved(say!(words, "plans-kept", time = view.moment(kept.written_at)))) }
            @if let Some(kept) = kept.filter(|_| typed.is_some() && news.conflict.is_some()) { (words_of(view, kept)) }
            (fields.form(&format!("/care/sessions/{id}/briefs"), &inside))
        }
    }
}

fn audiences(view: &View, shown: Option<&OwnBriefs>) -> Vec<Choice> {
    let words = view.words;
    let named = shown.map(|shown| {
        let name =
            |called: &Option<String>| called.clone().unwrap_or_else(|| say!(words, "sessions-somebody").into_owned());
        shown.co_leaders.iter().map(name).collect::<Vec<_>>().join(", ")
    });
    let co_leaders = match named.as_deref() {
        Some("") => say!(words, "plans-brief-for-nobody-yet"),
        Some(all) => say!(words, "plans-brief-for-names", names = all),
        None => say!(words, "plans-brief-for-those"),
    };
    vec![
        Choice::new(Audience::OnlyMe.word(), say!(words, "plans-brief-only-me")),
        Choice::new(Audience::CoLeaders.word(), say!(words, "plans-brief-co-leaders")).small(co_leaders),
    ]
}

fn filled(moment: Moment, kept: Option<&KeptBrief>, typed: Option<&Form>) -> Form {
    if let Some(typed) = typed {
        return typed.clone();
    }
    let audience = kept.map_or(Audience::OnlyMe, |brief| brief.audience);
    let parts = kept.map(|brief| brief.parts.clone()).unwrap_or_default();
    let fields = parts.into_iter().enumerate().map(|(at, text)| (field(moment, at), text));
    Form::of(fields.chain([(name(moment, "audience"), audience.word().to_owned())]))
}

fn words_of(view: &View, brief: &KeptBrief) -> Markup {
    let parts = brief.moment.field_keys().iter().zip(&brief.parts).filter(|(_, text)| !text.trim().is_empty());
    facts(parts.map(|(key, text)| (view.words.say(key, None), html! { span.lines { (text) } })))
}

fn jottings(view: &View, shown: &OwnBriefs) -> Markup {
    let words = view.words;
    html! {
        @if !shown.jottings.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "plans-jottings")) }
                @for jotting in &shown.jottings {
                    p.soft.small { (view.moment_alone(jotting.written_at)) }
                    (own(html! { span.lines { (jotting.words) } }))
                }
            }
        }
    }
}

fn shared(view: &View, shown: &OwnBriefs) -> Markup {
    let words = view.words;
    let name = |one: &SharedBrief| one.called.clone().unwrap_or_else(|| say!(words, "sessions-somebody").into_owned());
    html! {
        @for one in &shown.shared {
            section.stack.stack--tight {
                h2 { (say!(words, "plans-brief-of", name = name(one), moment = words.say(one.brief.moment.name_key(), None))) }
                p.soft.small { (view.moment_alone(one.brief.written_at)) }
                (words_of(view, &one.brief))
            }
        }
    }
}
