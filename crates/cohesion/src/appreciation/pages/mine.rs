//! A member's page: a prompt card and a form while it is open, what they were given, and what they wrote.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Answer, AppreciationId, Given, Giving, Kind, Outcome, Received, Said, State as Stand, answer, deeds, give, given,
    is_open, received, receivers, store, take_back,
};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability, Seat};
use crate::id::{GroupId, SeatId};
use crate::identity::Who;
use crate::limits::MEMBER_WORD_CHARS_MAX;
use crate::notes::{Found, replaced, snippets};
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, card, empty, missing, own, post, rows, seen, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Error, Legible, Result, say};

/// What the page shows.
struct Shown {
    group: GroupId,
    is_open: bool,
    fellows: Vec<Seat>,
    readers: Vec<String>,
    given: Legible<Given>,
    received: Legible<Received>,
}

/// What stands on the page of a member's group: the way here, while it is open or there is something to read.
pub(crate) async fn group_part(work: &mut Work<'_>, view: &View, group: GroupId) -> Result<Markup> {
    if groups::charter_of(work, group).await?.allow(Capability::MemberWords).is_err() {
        return Ok(Markup::default());
    }
    let (person, grant) = deeds::may_receive(work, group).await?;
    let unread = store::received_by(work, &grant, group, person).await?.into_iter().filter(|row| row.answer.is_none());
    let unread = unread.count();
    let has_any = !store::received_by(work, &grant, group, person).await?.is_empty()
        || !store::given_by(work, &grant, group, person).await?.is_empty();
    if !has_any && !is_open(work, group).await? {
        return Ok(Markup::default());
    }
    let row = Row::link(format!("/me/groups/{group}/between"), say!(view.words, "appreciation-title-mine"))
        .icon(Icon::Letter)
        .small(say!(view.words, "appreciation-unread", count = unread));
    Ok(rows([row]))
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view), &[]).into_response())
}

async fn read(app: &App, who: &Who, group: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let fellows = receivers(work, group).await?;
        let grant = groups::may_see(work, group).await?;
        Ok(Shown {
            group,
            is_open: is_open(work, group).await?,
            fellows,
            readers: groups::named_readers(work, &grant, group).await?,
            given: given(work, group).await?,
            received: received(work, group).await?,
        })
    });
    reading.await
}

/// Keeps what was written, or writes "another member" first.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (to, kind) = (check.choice::<SeatId>("to"), check.choice::<Kind>("kind"));
    let (when, felt) = (check.area("when", 1..=MEMBER_WORD_CHARS_MAX), check.area("felt", 1..=MEMBER_WORD_CHARS_MAX));
    let read_form = check.done(|| Some(Giving { to: to?, kind: kind?, said: Said { when: when?, felt: felt? } }));
    let is_mending = form.value("do") == "mend";
    let giving = app.write(who.actor, async move |work| {
        deeds::may_give(work, id).await?;
        let mut giving = read_form.as_ref().map_err(Error::clone)?.clone();
        match give(work, id, &giving).await? {
            Outcome::Names(found) if is_mending => {
                giving.said = without_names(&giving.said, &found);
                give(work, id, &giving).await
            }
            other => Ok(other),
        }
    });
    let (faults, names, status) = match giving.await {
        Ok(Outcome::Given(_)) => return Ok(go(&format!("/me/groups/{id}/between"))),
        Ok(Outcome::Names(names)) => (Vec::new(), names, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Invalid(faults)) => (faults, Vec::new(), StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], Vec::new(), StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(&app, &who, id).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields, &names).status(status).into_response())
}

fn without_names(said: &Said, found: &[Found]) -> Said {
    let mut texts = said.texts();
    for one in found {
        if let Some(text) = texts.get_mut(one.field) {
            *text = replaced(text, &one.hits);
        }
    }
    let [when, felt] = texts;
    Said { when, felt }
}

/// Answers a word.
pub(super) async fn reply(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AppreciationId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let chosen = check.choice::<Answer>("answer");
    let read_form = check.done(|| chosen);
    let answering = app.write(who.actor, async move |work| {
        let row = store::find(work, id).await?;
        deeds::may_answer(work, &row).await?;
        answer(work, id, *read_form.as_ref().map_err(Error::clone)?).await?;
        Ok(row.group)
    });
    Ok(go(&format!("/me/groups/{}/between", answering.await?)))
}

/// Takes a word back.
pub(super) async fn undo(State(app): State<App>, who: Who, Path(id): Path<AppreciationId>) -> Result<Response> {
    let undoing = app.write(who.actor, async move |work| {
        let row = store::find(work, id).await?;
        take_back(work, id).await?;
        Ok(row.group)
    });
    Ok(go(&format!("/me/groups/{}/between", undoing.await?)))
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>, names: &[Found]) -> Page {
    let words = view.words;
    let form = (shown.is_open && !shown.fellows.is_empty()).then(|| writing(view, shown, fields, names));
    let body = html! {
        (missing(view, shown.received.damaged + shown.given.damaged))
        @if !shown.received.readable.is_empty() {
            section.stack {
                h2 { (say!(words, "appreciation-received")) }
                @for word in &shown.received.readable { (one_received(view, word)) }
            }
        }
        @match form {
            Some(form) => (form),
            None => {
                (fields.summary())
                @for typed in [fields.value("when"), fields.value("felt")].into_iter().filter(|typed| !typed.is_empty()) {
                    (own(html! { span.lines { (typed) } }))
                }
                (empty(say!(words, "appreciation-closed")))
            }
        }
        @if !shown.given.readable.is_empty() {
            section.stack {
                h2 { (say!(words, "appreciation-given")) }
                @for word in &shown.given.readable { (one_given(view, word)) }
            }
        }
    };
    let page = Page::new(view, "appreciation-title-mine").back("/me/group", say!(words, "place-group"));
    page.lead(say!(words, "appreciation-lead")).body(body)
}

/// The prompt card and the form.
fn writing(view: &View, shown: &Shown, fields: &Fields<'_>, names: &[Found]) -> Markup {
    let words = view.words;
    let to = shown.fellows.iter().map(|seat| Choice::new(seat.id.to_string(), &seat.called)).collect();
    let kinds = Kind::ALL.iter().map(|kind| Choice::new(kind.word(), words.say(kind.name_key(), None))).collect();
    let texts = [fields.value("when").to_owned(), fields.value("felt").to_owned()];
    let form = html! {
        (fields.select("to", say!(words, "appreciation-to"), to))
        (fields.radios("kind", say!(words, "appreciation-kind"), kinds))
        (fields.area("when", say!(words, "appreciation-when")).hint(say!(words, "appreciation-when-hint")).voice())
        (fields.area("felt", say!(words, "appreciation-felt")).hint(say!(words, "appreciation-felt-hint")).voice())
        @if !names.is_empty() {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "appreciation-names")) } }
                (snippets(&texts, names))
                p { (say!(words, "appreciation-names-why")) }
                (actions(Button::submit(say!(words, "appreciation-mend")).outline().small().named("do", "mend")))
            }))
        }
        (actions(Button::submit(say!(words, "appreciation-send"))))
    };
    html! {
        section.stack {
            h2 { (say!(words, "appreciation-write")) }
            (card(html! {
                h3 { (say!(words, "appreciation-card")) }
                ul.prose {
                    li { (say!(words, "appreciation-card-one")) }
                    li { (say!(words, "appreciation-card-own")) }
                    li { (say!(words, "appreciation-card-recent")) }
                    li { (say!(words, "appreciation-card-silent")) }
                }
            }))
            (seen(say!(words, "appreciation-seen", names = shown.readers.join(", "))))
            (fields.form(&format!("/me/groups/{}/between", shown.group), form))
        }
    }
}

/// What it says, in the words of whoever wrote it.
pub(super) fn said(view: &View, said: &Said) -> Markup {
    own(html! {
        span.lines { (say!(view.words, "appreciation-said-when", what = said.when.as_str())) }
        " "
        span.lines { (say!(view.words, "appreciation-said-felt", what = said.felt.as_str())) }
    })
}

fn one_received(view: &View, word: &Received) -> Markup {
    let words = view.words;
    let action = format!("/me/between/{}/answer", word.id);
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (say!(words, "appreciation-from", name = word.from.as_str())) }
                (tag(Tone::Plain, None, words.say(word.kind.name_key(), None)))
            }
            (said(view, &word.said))
            @if let Some(answer) = word.answer {
                p.soft { (say!(words, "appreciation-you-answered", answer = words.say(answer.name_key(), None))) }
            } @else {
                p.soft { (say!(words, "appreciation-answer-how")) }
                (actions(html! {
                    @for answer in Answer::ALL {
                        @let button = Button::submit(words.say(answer.name_key(), None)).outline().small();
                        (post(&action, &[("answer", answer.word())], &button))
                    }
                }))
            }
        }
    }
}

fn one_given(view: &View, word: &Given) -> Markup {
    let words = view.words;
    let undo = Button::submit(say!(words, "appreciation-take-back")).quiet().small();
    let to = word.to.clone().unwrap_or_else(|| say!(words, "appreciation-somebody").into_owned());
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (say!(words, "appreciation-for", name = to)) }
                (tag(Tone::Plain, None, words.say(word.state.name_key(), None)))
            }
            (said(view, &word.said))
            @if let Some(back) = &word.given_back { p { (say!(words, "appreciation-given-back")) } (own(html! { span.lines { (back) } })) }
            @if let Some(answer) = word.answer {
                p.soft { (say!(words, "appreciation-they-answered", answer = words.say(answer.name_key(), None))) }
            }
            @if word.state == Stand::Waiting { (post(&format!("/me/between/{}/take-back", word.id), &[], &undo)) }
        }
    }
}
