//! One member's part of the desk: the facts with where they come from, the note, and what stands in the way of signing it.

use maud::{Markup, html};

use super::super::{Alike, Body, Desk, Fact, Note, NoteState, Other, Outcome, Part, Section};
use super::desk::News;
use super::note::{self, text_of};
use super::shared::{hidden, mending, snippets};
use super::sheet;
use crate::say;
use crate::web::parts::{Button, Tone, actions, callout, facts, own, person, tag};
use crate::web::{Fields, View};

/// The part.
pub(super) fn draw(view: &View, fields: &Fields<'_>, desk: &Desk, section: &Section, news: &News) -> Markup {
    let (words, id) = (view.words, section.person);
    let is_stale = news.stale.contains(&Part::Of(id));
    html! {
        article.card.stack id={ "note-" (id) } aria-labelledby={ "who-" (id) } {
            div.spread {
                h3 id={ "who-" (id) } { (person(&section.called, Some(&format!("/care/people/{id}/notes")))) }
                (state(view, section))
            }
            @match (&section.note, section.is_open() && desk.may_write()) {
                (_, true) => (write(view, fields, desk, section, news)),
                (Some(kept), false) => {
                    (locked(view, desk, kept, news.outcome(id)))
                    @if is_stale { (typed(view, section, news)) }
                }
                (None, false) => {
                    (known(view, &section.facts))
                    p.soft { (say!(words, "notes-none-yet")) }
                }
            }
        }
    }
}

fn state(view: &View, section: &Section) -> Markup {
    let words = view.words;
    match section.note.as_ref().map(|note| note.state) {
        Some(NoteState::Signed) => tag(Tone::Well, None, say!(words, "notes-state-signed")),
        Some(NoteState::Waiting) => tag(Tone::Note, None, say!(words, "notes-state-waiting")),
        _ if !section.found.is_empty() => tag(Tone::Note, None, say!(words, "notes-state-look")),
        Some(NoteState::Draft) if section.is_written() => tag(Tone::Brand, None, say!(words, "notes-state-draft")),
        _ => tag(Tone::Plain, None, say!(words, "notes-state-to-write")),
    }
}

/// The facts, each with where it comes from.
pub(super) fn known(view: &View, known: &[Fact]) -> Markup {
    if known.is_empty() {
        return html! { p.soft { (say!(view.words, "notes-no-facts")) } };
    }
    facts(known.iter().map(|fact| {
        let from = say!(view.words, "notes-from", source = fact.from.as_str());
        (fact.what.clone(), html! { (fact.said) " " span.soft.small { (from) } })
    }))
}

fn write(view: &View, fields: &Fields<'_>, desk: &Desk, section: &Section, news: &News) -> Markup {
    let (words, id) = (view.words, section.person);
    let body = section.body(desk.format);
    html! {
        (known(view, &section.facts))
        @if let Some(said) = &section.sent_back {
            (callout(Tone::Note, html! { p { strong { (say!(words, "notes-sent-back")) } } (own(said)) }))
        }
        @if news.stale.contains(&Part::Of(id)) {
            (callout(Tone::Note, html! { p { strong { (say!(words, "notes-theirs")) } } (text_of(view, &body) ) }))
        }
        (fields.hidden("member", &id.to_string()))
        (fields.hidden(&format!("format-{id}"), body.format.word()))
        (hidden(fields, Part::Of(id)))
        @for (at, key) in body.format.fields().iter().enumerate() {
            (fields.area(&Part::Of(id).field(at), words.say(key, None)))
        }
        (in_the_way(view, desk, section, &body, news))
        (actions(Button::submit(say!(words, "notes-sign-one", name = section.called.as_str())).outline().small().named("do", format!("sign-{id}"))))
    }
}

/// Names of others, a likeness, and what else keeps the note from being signed.
fn in_the_way(view: &View, desk: &Desk, section: &Section, body: &Body, news: &News) -> Markup {
    let (words, id) = (view.words, section.person);
    let other = match news.outcome(id) {
        Some(Outcome::Unwritten) => Some(say!(words, "notes-unwritten")),
        Some(Outcome::SharedUnwritten) => Some(say!(words, "notes-shared-unwritten")),
        Some(Outcome::SharedNames) => Some(say!(words, "notes-shared-names-first")),
        _ => None,
    };
    html! {
        @if let Some(sentence) = other { (callout(Tone::Note, html! { p { strong { (sentence) } } })) }
        @if !section.found.is_empty() {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "notes-names")) } }
                (snippets(&body.parts, &section.found))
                p { (say!(words, "notes-names-why", name = section.called.as_str())) }
                (mending(view, &id.to_string(), &body.parts, &section.found))
            }))
        }
        @if let Some(alike) = section.alike {
            (callout(Tone::Note, html! { p { strong { (likeness(view, desk, section, alike)) } } p { (say!(words, "notes-alike-why")) } }))
            (fields_shown(&body.parts, id))
        }
    }
}

fn fields_shown(parts: &[String], id: crate::id::PersonId) -> Markup {
    html! { input type="hidden" name={ "shown-" (id) } value=(sheet::mark(parts)); }
}

fn likeness(view: &View, desk: &Desk, section: &Section, alike: Alike) -> String {
    let words = view.words;
    let said = match alike.to {
        Other::Before => say!(words, "notes-alike-before", percent = alike.percent, name = section.called.as_str()),
        Other::Member(other) => {
            let other = desk.sections.iter().find(|section| section.person == other);
            let called = other.map_or("", |other| other.called.as_str());
            say!(words, "notes-alike", percent = alike.percent, name = called)
        }
    };
    said.into_owned()
}

/// A note that cannot be changed any more, in short, with the way to it.
fn locked(view: &View, desk: &Desk, kept: &Note, outcome: Option<&Outcome>) -> Markup {
    let words = view.words;
    html! {
        @if outcome == Some(&Outcome::Already) { (callout(Tone::Note, html! { p { strong { (say!(words, "notes-already")) } } })) }
        (note::signatures(view, &desk.names, kept))
        @if kept.state == NoteState::Draft { (text_of(view, &kept.body)) }
        @else { (actions(Button::link(format!("/care/notes/{}", kept.id), say!(words, "notes-open")).outline().small())) }
    }
}

/// What was typed into a note that is signed by now.
fn typed(view: &View, section: &Section, news: &News) -> Markup {
    let texts = (0..4).map(|at| news.typed.value(&Part::Of(section.person).field(at)).to_owned());
    html! {
        p { strong { (say!(view.words, "notes-signed-meanwhile")) } }
        @for text in texts.filter(|text| !text.is_empty()) { (own(text)) }
    }
}
