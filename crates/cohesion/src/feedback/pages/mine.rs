//! What one's own records show: each statement with how it was worked out, who reads it, and room for one's own word.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Mine, NewRemark, Opinion, Remark, my_patterns, remark};
use super::draw;
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::REMARK_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Tone, actions, callout, empty, fold, own, seen, tag};
use crate::web::{Check, Fields, Form, Page, View, go};
use crate::{Error, Result, say};

/// What a member's records show in one group.
struct InGroup {
    group: GroupId,
    readers: String,
    mine: Vec<Mine>,
}

/// The statements, group by group.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    again(&app, &who, (Form::default(), Vec::new(), None)).await
}

/// Takes a word about one of them.
pub(super) async fn take_remark(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let at = form.value("at").to_owned();
    let mut check = Check::new(&form);
    let group: Option<GroupId> = check.choice("group");
    let opinion: Option<Opinion> = check.choice(&format!("opinion-{at}"));
    let words = check.area(&format!("words-{at}"), 0..=REMARK_CHARS_MAX);
    let key = form.value("key").to_owned();
    let read = check.done(|| Some((group?, NewRemark { key, opinion: opinion?, words: words? })));
    let language = who.view.words;
    let saying = app.write(who.actor, async move |work| {
        let (group, new) = read.as_ref().map_err(Error::clone)?;
        remark(work, language, *group, new).await
    });
    match saying.await {
        Ok(()) => Ok(go("/me/patterns")),
        Err(Error::Invalid(faults)) => {
            let field = format!("words-{at}");
            let named = |fault: Fault| match fault.field.as_str() {
                "words" => Fault::new(field.clone(), fault.words),
                _ => fault,
            };
            again(&app, &who, (form, faults.into_iter().map(named).collect(), None)).await
        }
        Err(Error::Conflict(words)) => again(&app, &who, (form, Vec::new(), Some(words))).await,
        Err(other) => Err(other),
    }
}

async fn again(
    app: &App,
    who: &Who,
    (form, faults, conflict): (Form, Vec<Fault>, Option<&'static str>),
) -> Result<Response> {
    let (person, language) = (who.person, who.view.words);
    let reading = app.read(who.actor, async move |work| {
        let mut all = Vec::new();
        for group in groups::seated_in(work, person).await? {
            if groups::charter_of(work, group).await?.allow(Capability::TherapistFeedback).is_err() {
                continue;
            }
            let grant = groups::may_see(work, group).await?;
            let readers = groups::named_readers(work, &grant, group).await?.join(", ");
            all.push(InGroup { group, readers, mine: my_patterns(work, language, group).await? });
        }
        Ok(all)
    });
    let all = reading.await?;
    let status = match (conflict, faults.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let (view, words) = (&who.view, who.view.words);
    let typed = form.value(&format!("words-{}", form.value("at"))).to_owned();
    let fields = Fields::again(view, form, faults);
    let mut place = 0;
    let mut cards = Vec::new();
    for in_group in &all {
        for mine in &in_group.mine {
            cards.push(one(view, &fields, (in_group, mine, place)));
            place += 1;
        }
    }
    let body = html! {
        @if let Some(key) = conflict {
            (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } @if !typed.is_empty() { (own(&typed)) } }))
        }
        (fields.summary())
        @if cards.is_empty() { (empty(say!(words, "feedback-no-patterns"))) } @else {
            section.stack {
                h2 { (say!(words, "feedback-patterns")) }
                @for card in &cards { (card) }
            }
        }
        (fold(say!(words, "feedback-patterns-about"), html! { p { (say!(words, "feedback-patterns-about-text")) } }))
    };
    let page = Page::new(view, "feedback-title-patterns").back("/me/progress", say!(words, "place-progress"));
    Ok(page.lead(say!(words, "feedback-patterns-lead")).body(body).status(status).into_response())
}

fn one(view: &View, fields: &Fields<'_>, (in_group, mine, place): (&InGroup, &Mine, usize)) -> Markup {
    let words = view.words;
    let (opinion, said) = (format!("opinion-{place}"), format!("words-{place}"));
    let choice = |opinion: Opinion| Choice::new(opinion.word(), words.say(opinion.name_key(), None));
    let was_typed = !fields.value(&said).is_empty() || !fields.value(&opinion).is_empty();
    let form = html! {
        form.stack method="post" action="/me/patterns" novalidate {
            (fields.hidden("at", &place.to_string()))
            (fields.hidden("group", &in_group.group.to_string()))
            (fields.hidden("key", &mine.told.key))
            (fields.radios(&opinion, say!(words, "feedback-your-opinion"), Opinion::ALL.into_iter().map(choice).collect()))
            (fields.area(&said, say!(words, "feedback-your-words")).voice())
            (actions(Button::submit(say!(words, "feedback-say-it")).outline()))
        }
    };
    html! {
        article.card.stack {
            (statement_with_heading(view, mine))
            @if mine.is_shared { (seen(say!(words, "feedback-pattern-seen", names = in_group.readers.as_str()))) }
            @else { (seen(say!(words, "feedback-pattern-alone"))) }
            @if let Some(remark) = &mine.remark { (word_beside(view, remark)) }
            @if was_typed { (form) } @else { (fold(say!(words, "feedback-say-word"), form)) }
        }
    }
}

fn statement_with_heading(view: &View, mine: &Mine) -> Markup {
    html! { h3 { (draw::about(view, &mine.told)) } (draw::statement(view, &mine.told)) }
}

/// A member's word beside a statement.
pub(super) fn word_beside(view: &View, remark: &Remark) -> Markup {
    let tone = match remark.opinion {
        Opinion::Adds => Tone::Plain,
        Opinion::Disputes => Tone::Note,
    };
    html! {
        p { (tag(tone, Some(Icon::Speech), view.words.say(remark.opinion.name_key(), None))) " " span.soft { (view.moment(remark.at)) } }
        @if !remark.words.is_empty() { (own(&remark.words)) }
    }
}
