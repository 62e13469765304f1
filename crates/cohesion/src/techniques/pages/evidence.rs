//! What is known about a technique, and the terms of its words: the same for each kind.

use ::techniques::{Certainty, Evidence, Licence};
use maud::{Markup, html};

use crate::say;
use crate::web::View;
use crate::web::parts::{Tone, callout, tag};

/// Every finding with its figure, its source and how far it was checked.
pub(super) fn evidence(view: &View, all: &[Evidence]) -> Markup {
    html! {
        @if !all.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(view.words, "techniques-evidence")) }
                @for one in all { (finding(view, one)) }
            }
        }
    }
}

fn finding(view: &View, one: &Evidence) -> Markup {
    let words = view.words;
    let (tone, certainty) = match one.certainty {
        Certainty::Checked => (Tone::Well, say!(words, "techniques-checked")),
        Certainty::PartlyChecked => (Tone::Plain, say!(words, "techniques-partly-checked")),
        Certainty::Unverified => (Tone::Note, say!(words, "techniques-unverified")),
    };
    html! {
        div.card.stack.stack--tight {
            p {
                @if let (Some(author), Some(year)) = (&one.author, one.year) { strong { (author) " (" (year) ")" } " " }
                (tag(tone, None, certainty))
            }
            @if let Some(figure) = &one.figure { p { (figure) } }
            @if let Some(note) = &one.note { p { (note) } }
            p.soft.small { (say!(words, "techniques-source", source = one.source.as_str())) }
        }
    }
}

/// What is ours here and what belongs to others.
pub(super) fn licence(view: &View, licence: &Licence) -> Markup {
    html! {
        section.stack.stack--tight {
            h2 { (say!(view.words, "techniques-licence")) }
            p { (licence.note) }
            p.soft.small { (say!(view.words, "techniques-source", source = licence.source.as_str())) }
        }
    }
}

/// When to take care or leave it.
pub(super) fn cautions(view: &View, all: &[String]) -> Markup {
    html! {
        @if !all.is_empty() {
            (callout(Tone::Note, html! {
                p { strong { (say!(view.words, "techniques-cautions")) } }
                @for line in all { p { (line) } }
            }))
        }
    }
}
