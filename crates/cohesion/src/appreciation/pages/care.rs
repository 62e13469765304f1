//! The page of those who lead: whether it is open, what waits to be read, and what was passed on.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    AppreciationId, Door, State as Stand, Verdict, Waiting, decide, deeds, is_open, set_door, store, waiting,
};
use super::mine::said;
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Group, group_page};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Tone, actions, empty, missing, post, seen, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Legible, Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    is_open: bool,
    words: Legible<Waiting>,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let words = waiting(work, id).await?;
        let grant = groups::may_see(work, id).await?;
        let group = groups::group(work, &grant, id).await?;
        Ok(Shown { group, standing: groups::standing(work, id).await?, is_open: is_open(work, id).await?, words })
    });
    reading.await
}

/// Opens or closes it.
pub(super) async fn open_or_close(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let door = check.choice::<Door>("door");
    let read_form = check.done(|| door);
    let acting = app.write(who.actor, async move |work| {
        deeds::may_lead(work, id).await?;
        set_door(work, id, *read_form.as_ref().map_err(Error::clone)?).await?;
        Ok(id)
    });
    let done = acting.await;
    answer(&app, &who, id, form, done.map(|_| ())).await
}

/// Passes a word on, or gives it back.
pub(super) async fn decide_about(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AppreciationId>,
    form: Form,
) -> Result<Response> {
    let group = app.write(who.actor, async move |work| {
        let row = store::find(work, id).await?;
        deeds::may_lead(work, row.group).await.map(|_| row.group)
    });
    let group = group.await?;
    let verdict = verdict(&form, id);
    let deciding =
        app.write(who.actor, async move |work| decide(work, id, verdict.as_ref().map_err(Error::clone)?).await);
    let done = deciding.await;
    answer(&app, &who, group, form, done).await
}

fn verdict(form: &Form, id: AppreciationId) -> Result<Verdict> {
    if form.value("do") == "pass-on" {
        return Ok(Verdict::PassOn);
    }
    let mut check = Check::new(form);
    let words = check.area(&format!("words-{id}"), 1..=TEXT_CHARS_MAX);
    check.done(|| words.map(Verdict::GiveBack))
}

async fn answer(app: &App, who: &Who, id: GroupId, form: Form, done: Result<()>) -> Result<Response> {
    let (faults, status) = match done {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/between"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(app, who, id).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let (open, past): (Vec<&Waiting>, Vec<&Waiting>) =
        shown.words.readable.iter().partition(|word| word.state == Stand::Waiting);
    let cards = html! { @for word in &open { (one(view, shown, word, fields)) } };
    let may_lead = shown.standing.allows(Deed::LeadMemberWords);
    group_page(view, &shown.group, shown.standing, "appreciation-title-group")
        .lead(say!(words, "appreciation-care-lead"))
        .body(html! {
            (fields.summary())
            section.stack {
                h2 { (say!(words, "appreciation-door")) " " (door_tag(view, shown)) }
                p.soft { (say!(words, "appreciation-door-what")) }
                @if may_lead { (door(view, shown)) }
            }
            section.stack {
                h2 { (say!(words, "appreciation-to-read")) " " span.count { (open.len()) } }
                (missing(view, shown.words.damaged))
                (seen(say!(words, "appreciation-care-seen")))
                @if open.is_empty() { (empty(say!(words, "appreciation-nothing-waits"))) }
                (cards)
            }
            @if !past.is_empty() {
                section.stack {
                    h2 { (say!(words, "appreciation-past")) }
                    @for word in &past { (one(view, shown, word, fields)) }
                }
            }
        })
}

fn door_tag(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    if shown.is_open {
        tag(Tone::Brand, None, say!(words, "appreciation-is-open"))
    } else {
        tag(Tone::Plain, None, say!(words, "appreciation-is-closed"))
    }
}

fn door(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let action = format!("/care/groups/{}/between", shown.group.id);
    if shown.is_open {
        post(&action, &[("door", "closed")], &Button::submit(say!(words, "appreciation-close")).outline())
    } else {
        post(&action, &[("door", "open")], &Button::submit(say!(words, "appreciation-open")))
    }
}

fn one(view: &View, shown: &Shown, word: &Waiting, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let action = format!("/care/between/{}", word.id);
    let pass_on = Button::submit(say!(words, "appreciation-pass-on", name = word.to.as_str())).small();
    let (from, to) = (word.from.as_str(), word.to.as_str());
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (say!(words, "appreciation-from-to", from = from, to = to)) }
                (tag(Tone::Plain, None, words.say(word.kind.name_key(), None)))
            }
            p.soft { (view.moment_alone(word.at)) ", " (words.say(word.state.name_key(), None)) }
            (said(view, &word.said))
            @if let Some(answer) = word.answer {
                p { (say!(words, "appreciation-they-answered", answer = words.say(answer.name_key(), None))) }
            }
            @if word.state == Stand::Waiting && shown.standing.allows(Deed::LeadMemberWords) {
                (post(&action, &[("do", "pass-on")], &pass_on))
                form.stack.stack--tight method="post" action=(action) novalidate {
                    (fields.area(&format!("words-{}", word.id), say!(words, "appreciation-back-words")).hint(say!(words, "appreciation-back-hint")))
                    (actions(Button::submit(say!(words, "appreciation-give-back", name = from)).outline().small().named("do", "give-back")))
                }
            }
        }
    }
}
