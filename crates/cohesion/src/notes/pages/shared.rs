//! The record of the group: written once, without a name.

use std::collections::BTreeMap;

use maud::{Markup, html};
use notelint::Hit;

use super::super::lint::plain_word;
use super::super::{Desk, Found, KeptRecord, Part, Shared};
use super::desk::News;
use super::sheet;
use crate::say;
use crate::web::parts::{Button, Tone, actions, callout, facts, fold, own, story, tag};
use crate::web::{Fields, View};

/// The record, as a form while it can be written and the actor may.
pub(super) fn draw(view: &View, fields: &Fields<'_>, desk: &Desk, news: &News) -> Markup {
    let words = view.words;
    let signed = desk.record.as_ref().and_then(|record| record.signed);
    html! {
        section.card.stack aria-labelledby="shared" {
            div.spread {
                h2 #shared { (say!(words, "notes-shared")) }
                @if signed.is_some() { (tag(Tone::Well, None, say!(words, "notes-state-signed"))) }
            }
            @match &desk.record {
                Some(record) if signed.is_some() || !desk.may_write() => {
                    @if let Some(signed) = signed { p.soft { (super::note::by(view, &desk.names, Some(signed.by), signed.at)) } }
                    (words_of(view, &record.shared))
                    @if !record.added.is_empty() { (story(record.added.iter().map(|said| super::note::line(view, &desk.names, said)))) }
                    @if news.stale.contains(&Part::Shared) { (typed(view, news)) }
                    @if desk.may_sign() { (append(view, fields, news)) }
                }
                None if !desk.may_write() => p.soft { (say!(words, "notes-shared-none")) },
                _ => {
                    p.soft { (say!(words, "notes-shared-what")) }
                    @if news.stale.contains(&Part::Shared) { (theirs(view, desk)) }
                    (hidden(fields, Part::Shared))
                    @for (at, key) in Shared::FIELDS.iter().enumerate() {
                        (fields.area(&Part::Shared.field(at), words.say(key, None)))
                    }
                    @if !desk.found.is_empty() { (names(view, desk)) }
                }
            }
        }
    }
}

/// The record to read.
pub(super) fn words_of(view: &View, shared: &Shared) -> Markup {
    let parts = Shared::FIELDS.iter().zip(shared.parts()).filter(|(_, text)| !text.is_empty());
    facts(parts.map(|(key, text)| (view.words.say(key, None), html! { span.lines { (text) } })))
}

/// What somebody else has written meanwhile.
fn theirs(view: &View, desk: &Desk) -> Markup {
    let record: Option<&KeptRecord> = desk.record.as_ref();
    callout(
        Tone::Note,
        html! {
            p { strong { (say!(view.words, "notes-theirs")) } }
            @if let Some(record) = record { (words_of(view, &record.shared)) }
        },
    )
}

/// The form that adds to a signed record; it stands in the form of the desk.
fn append(view: &View, fields: &Fields<'_>, news: &News) -> Markup {
    let (words, typed) = (view.words, fields.value("words"));
    html! {
        @if !news.names.is_empty() {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "notes-names-shared")) } }
                (snippets(&[typed], &news.names))
                p { (say!(words, "notes-names-added-why")) }
            }))
        }
        (fold(say!(words, "notes-add"), html! {
            (fields.area("words", say!(words, "notes-add-words")).hint(say!(words, "notes-add-record-hint")))
            (actions(Button::submit(say!(words, "notes-add-do")).outline().named("do", "append")))
        }))
    }
}

/// What was typed into a record that is signed by now.
fn typed(view: &View, news: &News) -> Markup {
    let parts: Vec<String> =
        (0..4).map(|at| news.typed.value(&Part::Shared.field(at)).to_owned()).filter(|text| !text.is_empty()).collect();
    html! {
        p { strong { (say!(view.words, "notes-signed-meanwhile")) } }
        @for text in &parts { (own(text)) }
    }
}

fn names(view: &View, desk: &Desk) -> Markup {
    let shared = desk.record.as_ref().map(|record| record.shared.clone()).unwrap_or_default();
    let words = view.words;
    callout(
        Tone::Note,
        html! {
            p { strong { (say!(words, "notes-names-shared")) } }
            (snippets(&shared.parts(), &desk.found))
            p { (say!(words, "notes-names-shared-why")) }
            (mending(view, "shared", &shared.parts(), &desk.found))
        },
    )
}

/// Each place with a name, in its surroundings.
pub fn snippets<T: AsRef<str>>(parts: &[T], found: &[Found]) -> Markup {
    const AROUND: usize = 40;
    html! {
        @for one in found {
            @let letters: Vec<char> = parts.get(one.field).map(|part| part.as_ref().chars().collect()).unwrap_or_default();
            @let cut = |from: usize, to: usize| letters.get(from..to).map(|part| part.iter().collect::<String>()).unwrap_or_default();
            @for hit in &one.hits {
                @let (from, to) = (hit.start.saturating_sub(AROUND), letters.len().min(hit.end + AROUND));
                p {
                    @if from > 0 { "… " }
                    (cut(from, hit.start)) mark.lint { (cut(hit.start, hit.end)) } (cut(hit.end, to))
                    @if to < letters.len() { " …" }
                }
            }
        }
    }
}

/// The buttons that mend names in a part of a form: "another member" for all places, and for each where there are several,
/// and for each word that it is nobody's name here.
pub fn mending<T: AsRef<str>>(view: &View, part: &str, parts: &[T], found: &[Found]) -> Markup {
    let words = view.words;
    let places: Vec<_> = found.iter().flat_map(|one| one.hits.iter().map(move |hit| (one.field, hit))).collect();
    let word = |field: usize, start: usize, end: usize| -> String {
        let text = parts.get(field).map(AsRef::as_ref).unwrap_or_default();
        text.chars().skip(start).take(end - start).collect()
    };
    let changing = actions(html! {
        (Button::submit(say!(words, "notes-mend-all", count = places.len())).outline().small().named("do", format!("mend-{part}")))
        @if places.len() > 1 {
            @for (field, hit) in &places {
                @let value = format!("mend-{part}-{field}-{}-{}", hit.start, hit.end);
                (Button::submit(say!(words, "notes-mend-one", word = word(*field, hit.start, hit.end))).quiet().small().named("do", value))
            }
        }
    });
    html! { (changing) (plain_words(view, part, parts, found)) }
}

/// One button for each word, at the first place where it stands.
fn plain_words<T: AsRef<str>>(view: &View, part: &str, parts: &[T], found: &[Found]) -> Markup {
    let text = |field: usize| parts.get(field).map(AsRef::as_ref).unwrap_or_default();
    let places = found.iter().flat_map(|one| one.hits.iter().map(move |hit| (one.field, hit)));
    let words = places.filter_map(|(field, hit)| Some((plain_word(text(field), hit)?, (field, hit))));
    let words: BTreeMap<String, (usize, &Hit)> = words.collect::<Vec<_>>().into_iter().rev().collect();
    actions(html! {
        @for (word, (field, hit)) in words {
            @let value = format!("plain-{part}-{field}-{}-{}", hit.start, hit.end);
            (Button::submit(say!(view.words, "notes-mend-plain", word = word)).quiet().small().named("do", value))
        }
    })
}

/// The hidden fields of one part.
pub(super) fn hidden(fields: &Fields<'_>, part: Part) -> Markup {
    let hide = |name: String| fields.hidden(&name, fields.value(&name));
    html! { (hide(sheet::seen(part))) (hide(sheet::was(part))) (hide(sheet::plain(part))) }
}
