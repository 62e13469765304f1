//! The form in which somebody writes, and how it is read.

use maud::{Markup, html};

use super::super::{Audience, Finding, Kind, PostId, Sending, Side, Sort, Writing};
use crate::limits::{POST_CHARS_MAX, TITLE_CHARS_MAX};
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, actions, callout, seen};
use crate::web::{Check, Fields, Form, View};
use crate::{Error, Result, say};

/// What was sent. `answers` is the post that is answered.
pub fn read(form: &Form, answers: Option<PostId>) -> Result<Writing> {
    let mut check = Check::new(form);
    let (kind, audience) = (check.choice::<Kind>("kind"), check.choice::<Audience>("audience"));
    let text = check.area("text", 1..=POST_CHARS_MAX);
    let note = check.optional("note", |check| check.text("note", 1..=TITLE_CHARS_MAX));
    let sending = if form.value("do") == "as-it-is" { Sending::AsItIs } else { Sending::First };
    check
        .done(|| Some(Writing { kind: kind?, audience: audience?, text: text?, note: note?, answers, sending }))
        .map_err(too_long)
}

/// What is too long is told with its own sentence: the whole of it is still there.
fn too_long(error: Error) -> Error {
    let Error::Invalid(mut faults) = error else { return error };
    for fault in faults.iter_mut().filter(|fault| fault.field == "text" && fault.words == "fault-long") {
        fault.words = "sharing-fault-long";
    }
    Error::Invalid(faults)
}

/// What the form is for.
pub struct Ask<'a> {
    /// Where it is sent.
    pub action: &'a str,
    /// From which side.
    pub side: Side,
    /// The kinds to choose from.
    pub kinds: &'a [Kind],
    /// The kind of the post that is answered.
    pub answered: Option<Kind>,
    /// Who leads the group, by name.
    pub readers: &'a str,
    /// What the lists found in what was sent.
    pub found: &'a [Finding],
}

/// The form.
pub fn draw(view: &View, fields: &Fields<'_>, ask: &Ask<'_>) -> Markup {
    let words = view.words;
    let kinds = ask.kinds.iter().map(|kind| {
        Choice::new(kind.word(), words.say(kind.name_key(), None)).small(words.say(about_key(*kind), None))
    });
    let audience = |one: &Audience| {
        Choice::new(one.word(), words.say(one.name_key(), None)).small(words.say(audience_about(*one), None))
    };
    let audiences = Audience::ALL.iter().map(audience).collect();
    let body = html! {
        @if ask.answered == Some(Kind::Listen) { (callout(Tone::Note, html! { p { (say!(words, "sharing-listen-only")) } })) }
        (fields.radios("kind", say!(words, "sharing-kind"), kinds.collect()))
        (fields.area("text", say!(words, "sharing-text")).hint(say!(words, "sharing-text-hint")).voice())
        (fields.text("note", say!(words, "sharing-note")).hint(say!(words, "sharing-note-hint")))
        @match ask.side {
            Side::Member => (fields.radios("audience", say!(words, "sharing-audience"), audiences)),
            // What those who lead write is for the whole group: there is nothing to choose.
            Side::Leading => (fields.hidden("audience", Audience::Named.word())),
        }
        @if !ask.found.is_empty() { (held(view, ask.found)) }
        (actions(Button::submit(say!(words, "sharing-send"))))
    };
    html! {
        @match ask.side {
            Side::Member => (seen(say!(words, "sharing-seen", names = ask.readers))),
            Side::Leading => (seen(say!(words, "sharing-seen-leading"))),
        }
        (fields.form(ask.action, body))
    }
}

/// A blank form has its first choices made.
pub fn blank(kinds: &[Kind]) -> Form {
    Form::of([("kind", kinds.first().map_or("", |kind| kind.word())), ("audience", Audience::Named.word())])
}

/// What the lists found, why it is held back, and the way to send it all the same.
fn held(view: &View, found: &[Finding]) -> Markup {
    let words = view.words;
    callout(
        Tone::Note,
        html! {
            p { strong { (say!(words, "sharing-found")) } }
            ul {
                @for finding in found {
                    li { (words.say(finding.sort.name_key(), None)) ": " q { (finding.words) } ". " (words.say(why_key(finding.sort), None)) }
                }
            }
            p { (say!(words, "sharing-found-next")) }
            (actions(Button::submit(say!(words, "sharing-as-it-is")).outline().small().named("do", "as-it-is")))
        },
    )
}

const fn why_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Risk => "sharing-why-risk",
        Sort::Method => "sharing-why-method",
        Sort::Dose => "sharing-why-dose",
        Sort::Contact => "sharing-why-contact",
        Sort::Selling => "sharing-why-selling",
    }
}

const fn about_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Give => "sharing-kind-give-about",
        Kind::Ask => "sharing-kind-ask-about",
        Kind::Listen => "sharing-kind-listen-about",
        Kind::Helped => "sharing-kind-helped-about",
        Kind::Heard => "sharing-kind-heard-about",
    }
}

const fn audience_about(audience: Audience) -> &'static str {
    match audience {
        Audience::Named => "sharing-audience-named-about",
        Audience::Nameless => "sharing-audience-nameless-about",
        Audience::Leaders => "sharing-audience-leaders-about",
    }
}
