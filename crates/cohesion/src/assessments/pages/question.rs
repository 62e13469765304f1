//! How a question looks: alone on a page, or one of many.

use maud::{Markup, html};
use measures::Instrument;
use measures::instrument::{Choice as Printed, Item};

use super::sheet::field;
use crate::say;
use crate::web::forms::Choice;
use crate::web::{Fields, Form, View};

/// The item's exact words; an item of a shell has none and is never asked.
pub(super) fn wording(item: &Item) -> &str {
    item.text.as_deref().unwrap_or_default()
}

/// The option's exact words.
pub(super) fn label(option: &Printed) -> &str {
    option.label.as_deref().unwrap_or_default()
}

/// One question with its answers as cards.
pub(super) fn alone(instrument: &Instrument, place: usize, form: &Form) -> Markup {
    let Some(item) = instrument.items.get(place) else { return Markup::default() };
    let name = field(place);
    html! {
        fieldset.stack {
            legend {
                @if let Some(lead) = instrument.lead(place).or(instrument.instruction.as_deref()) { span.soft { (lead) } }
                h1 { (wording(item)) }
            }
            div.choices {
                @for (position, option) in instrument.options(item).iter().enumerate() {
                    @let value = position.to_string();
                    label.choice {
                        input type="radio" name=(name) value=(value) checked[form.value(&name) == value];
                        span { (label(option)) }
                    }
                }
            }
        }
    }
}

/// One of many questions: its answers stand in a row where there is room.
pub(super) fn among(fields: &Fields<'_>, instrument: &Instrument, place: usize) -> Markup {
    let Some(item) = instrument.items.get(place) else { return Markup::default() };
    let options = instrument.options(item).iter().enumerate();
    let choices = options.map(|(position, option)| Choice::new(position.to_string(), label(option))).collect();
    let label = format!("{}. {}", place + 1, wording(item));
    html! { (fields.radios(&field(place), label, choices).question()) }
}

/// The attribution that goes with the wording wherever it is shown.
pub(super) fn attribution(view: &View, instrument: &Instrument) -> Markup {
    html! { p.soft.small { (say!(view.words, "assessments-attribution", text = &instrument.licence.attribution)) } }
}
