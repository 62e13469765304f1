//! How a question looks: alone on a page, or one of many.

use maud::{Markup, html};
use measures::Instrument;
use measures::instrument::{Choice as Printed, Item};

use super::super::aside::behind;
use super::super::{Aside, AsideQuestion};
use super::sheet::{aside_field, field};
use crate::say;
use crate::web::forms::Choice;
use crate::web::parts::{own, seen};
use crate::web::{Fields, Form, View};

/// The item's exact words; an item of a shell has none and is never asked.
pub(super) fn wording(item: &Item) -> &str {
    item.text.as_deref().unwrap_or_default()
}

/// The option's exact words.
pub(super) fn label(option: &Printed) -> &str {
    option.label.as_deref().unwrap_or_default()
}

/// One question with its answers as cards, and what the form asks behind it.
pub(super) fn alone(
    view: &View,
    instrument: &'static Instrument,
    place: usize,
    form: &Form,
    fields: &Fields<'_>,
) -> Markup {
    let Some(item) = instrument.items.get(place) else { return Markup::default() };
    let lead = instrument.lead(place).or(instrument.instruction.as_deref());
    html! {
        (cards(&field(place), lead, wording(item), instrument.options(item), form))
        @if let Some(asked) = behind(instrument, place) { (words(view, fields, &asked)) }
    }
}

/// One of the questions at the end of the form, by itself.
pub(super) fn aside_alone(view: &View, asked: &AsideQuestion, form: &Form, fields: &Fields<'_>) -> Markup {
    if let Some(options) = asked.options {
        return cards(&aside_field(asked), None, asked.text, options, form);
    }
    html! {
        h1 { (say!(view.words, "assessments-one-more")) }
        (words(view, fields, asked))
    }
}

/// One of many questions: its answers stand in a row where there is room.
pub(super) fn among(view: &View, fields: &Fields<'_>, instrument: &'static Instrument, place: usize) -> Markup {
    let Some(item) = instrument.items.get(place) else { return Markup::default() };
    let label = format!("{}. {}", place + 1, wording(item));
    html! {
        (fields.radios(&field(place), label, choices(instrument.options(item))).question())
        @if let Some(asked) = behind(instrument, place) { (words(view, fields, &asked)) }
    }
}

/// One of the questions at the end of the form, among others.
pub(super) fn aside_among(view: &View, fields: &Fields<'_>, asked: &AsideQuestion) -> Markup {
    match asked.options {
        Some(options) => html! { (fields.radios(&aside_field(asked), asked.text, choices(options)).question()) },
        None => words(view, fields, asked),
    }
}

/// The attribution that goes with the wording wherever it is shown.
pub(super) fn attribution(view: &View, instrument: &Instrument) -> Markup {
    html! { p.soft.small { (say!(view.words, "assessments-attribution", text = &instrument.licence.attribution)) } }
}

fn cards(name: &str, lead: Option<&str>, text: &str, options: &[Printed], form: &Form) -> Markup {
    html! {
        fieldset.stack {
            legend {
                @if let Some(lead) = lead { span.soft { (lead) } }
                h1 { (text) }
            }
            div.choices {
                @for (position, option) in options.iter().enumerate() {
                    @let value = position.to_string();
                    label.choice {
                        input type="radio" name=(name) value=(value) checked[form.value(name) == value];
                        span { (label(option)) }
                    }
                }
            }
        }
    }
}

fn choices(options: &[Printed]) -> Vec<Choice> {
    options.iter().enumerate().map(|(position, option)| Choice::new(position.to_string(), label(option))).collect()
}

/// Room for somebody's own words; who reads them stands before it.
fn words(view: &View, fields: &Fields<'_>, asked: &AsideQuestion) -> Markup {
    html! {
        @if asked.leader_only { (seen(say!(view.words, "assessments-leader-only"))) }
        (fields.area(&aside_field(asked), asked.text).hint(say!(view.words, "assessments-own-words")).voice())
    }
}

/// What was answered to a question that no score uses.
pub(super) fn said(options: Option<&[Printed]>, answer: &Aside) -> Markup {
    match answer {
        Aside::Written(words) => own(words),
        Aside::Chosen(position) => {
            html! { (options.and_then(|options| options.get(*position)).map_or("", label)) }
        }
    }
}
