//! Fields that are chosen from: cards, lists, the scale from 0 to 10.

use maud::{Markup, Render, html};

use super::fields::Fields;

/// One thing to choose.
#[derive(Clone, Debug)]
#[must_use]
pub struct Choice {
    value: String,
    text: String,
    small: Option<String>,
}

impl Choice {
    /// The form's value and the words for it.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into(), small: None }
    }

    /// A second line, on cards.
    pub fn small(self, text: impl Into<String>) -> Self {
        Self { small: Some(text.into()), ..self }
    }
}

/// How many may be chosen, and how that looks.
pub enum Pick {
    /// One card.
    One,
    /// Any number of cards.
    Any,
    /// One of a closed list.
    List,
    /// One of a row of numbers, with the words at its two ends.
    Scale(String, String),
}

/// A field that is chosen from.
#[must_use]
pub struct Choices<'a> {
    fields: &'a Fields<'a>,
    name: String,
    label: String,
    pick: Pick,
    offered: Vec<Choice>,
    hint: Option<Markup>,
    class: &'static str,
}

impl<'a> Choices<'a> {
    pub(super) fn new(fields: &'a Fields<'a>, name: &str, label: String, pick: Pick, offered: Vec<Choice>) -> Self {
        Self { fields, name: name.to_owned(), label, pick, offered, hint: None, class: "field" }
    }

    /// What helps to choose; said before the choices, by screen readers too.
    pub fn hint(self, hint: impl Render) -> Self {
        Self { hint: Some(hint.render()), ..self }
    }

    /// One of many questions on a page: the answers stand in a row where there is room.
    pub fn question(self) -> Self {
        Self { class: "question field", ..self }
    }

    fn is_chosen(&self, choice: &Choice) -> bool {
        self.fields.form.values(&self.name).any(|value| value == choice.value)
    }

    /// The id of the choice at `at`; the first carries the field's own name, so that the summary's link leads to it.
    fn id(&self, at: usize) -> String {
        if at == 0 { self.name.clone() } else { format!("{}-{at}", self.name) }
    }

    fn described_with_ends(&self, described: Option<String>) -> Option<String> {
        let ends = matches!(self.pick, Pick::Scale(..)).then(|| format!("{}-ends", self.name));
        let ids: Vec<String> = described.into_iter().chain(ends).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn list(&self, described: Option<&String>, bad: bool) -> Markup {
        html! {
            select #(self.name) name=(self.name) aria-describedby=[described] aria-invalid=[bad.then_some("true")] {
                @for choice in &self.offered {
                    option value=(choice.value) selected[self.is_chosen(choice)] { (choice.text) }
                }
            }
        }
    }

    fn cards(&self, input: &str) -> Markup {
        html! {
            div.choices {
                @for (at, choice) in self.offered.iter().enumerate() {
                    label.choice {
                        input #(self.id(at)) type=(input) name=(self.name) value=(choice.value) checked[self.is_chosen(choice)];
                        span { (choice.text) @if let Some(small) = &choice.small { small { (small) } } }
                    }
                }
            }
        }
    }

    fn numbers(&self, low: &str, high: &str) -> Markup {
        html! {
            div.scale {
                @for (at, choice) in self.offered.iter().enumerate() {
                    label {
                        input #(self.id(at)) type="radio" name=(self.name) value=(choice.value) checked[self.is_chosen(choice)];
                        (choice.text)
                    }
                }
            }
            p.ends id={ (self.name) "-ends" } { span { (low) } span { (high) } }
        }
    }
}

impl Render for Choices<'_> {
    fn render(&self) -> Markup {
        let bad = self.fields.fault_of(&self.name).is_some();
        let described = self.fields.described(&self.name, self.hint.as_ref());
        let above = html! {
            @if let Some(hint) = &self.hint { p.hint id={ (self.name) "-hint" } { (hint) } }
            (self.fields.error(&self.name))
        };
        html! {
            @if let Pick::List = self.pick {
                div.field.bad[bad] { label for=(self.name) { (self.label) } (above) (self.list(described.as_ref(), bad)) }
            } @else {
                fieldset.(self.class).bad[bad] aria-describedby=[self.described_with_ends(described)] {
                    legend { (self.label) }
                    (above)
                    @match &self.pick {
                        Pick::Any => (self.cards("checkbox")),
                        Pick::Scale(low, high) => (self.numbers(low, high)),
                        Pick::One | Pick::List => (self.cards("radio")),
                    }
                }
            }
        }
    }
}
