//! Fields that are written in: lines, areas, secrets, days.

use maud::{Markup, Render, html};

use super::fields::Fields;
use crate::say;

pub(super) enum Kind {
    Line { input: &'static str, mode: Option<&'static str> },
    Area,
    Secret,
    Date,
}

/// A field that is written in, with its label, hint and error.
#[must_use]
pub struct Field<'a> {
    fields: &'a Fields<'a>,
    name: String,
    label: String,
    kind: Kind,
    hint: Option<Markup>,
    autocomplete: Option<&'static str>,
    class: Option<&'static str>,
}

impl<'a> Field<'a> {
    pub(super) fn new(fields: &'a Fields<'a>, name: &str, label: String, kind: Kind) -> Self {
        Self { fields, name: name.to_owned(), label, kind, hint: None, autocomplete: None, class: None }
    }

    /// What helps to fill it in; said before the field, by screen readers too.
    pub fn hint(self, hint: impl Render) -> Self {
        Self { hint: Some(hint.render()), ..self }
    }

    /// What the browser may fill in by itself (HTML, section 4.10.18.7).
    pub fn autocomplete(self, what: &'static str) -> Self {
        Self { autocomplete: Some(what), ..self }
    }

    /// For a few signs only.
    pub fn short(self) -> Self {
        Self { class: Some("input--short"), ..self }
    }

    /// In the book face, for a person's own words.
    pub fn voice(self) -> Self {
        Self { class: Some("voice"), ..self }
    }

    /// A one-time code: digits, filled in from where the code arrives.
    pub fn code(mut self) -> Self {
        self.kind = Kind::Line { input: "text", mode: Some("numeric") };
        self.autocomplete("one-time-code").short()
    }

    fn input(&self, described: Option<&String>, invalid: Option<&str>) -> Markup {
        let (name, value) = (&self.name, self.fields.form.value(&self.name));
        html! {
            @match self.kind {
                Kind::Line { input, mode } => {
                    input #(name) name=(name) type=(input) inputmode=[mode] value=(value) class=[self.class]
                        autocomplete=[self.autocomplete] aria-describedby=[described] aria-invalid=[invalid];
                }
                Kind::Secret => {
                    input #(name) name=(name) type="password" autocomplete=[self.autocomplete] aria-describedby=[described] aria-invalid=[invalid];
                }
                Kind::Area => {
                    // The parser drops one line break after the tag, so one is given to it.
                    textarea #(name) name=(name) class=[self.class] aria-describedby=[described] aria-invalid=[invalid] { "\n" (value) }
                }
                Kind::Date => (self.date_inputs(invalid)),
            }
        }
    }

    fn date_inputs(&self, invalid: Option<&str>) -> Markup {
        let words = self.fields.view.words;
        let parts = [
            ("day", say!(words, "form-day")),
            ("month", say!(words, "form-month")),
            ("year", say!(words, "form-year")),
        ];
        html! {
            div.date {
                @for (part, label) in parts {
                    @let name = format!("{}-{part}", self.name);
                    // The first one carries the field's own name, so that the summary's link leads to it.
                    @let id = if part == "day" { &self.name } else { &name };
                    label { span { (label) } input #(id) name=(name) inputmode="numeric" value=(self.fields.form.value(&name)) aria-invalid=[invalid]; }
                }
            }
        }
    }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let bad = self.fields.fault_of(&self.name).is_some();
        let described = self.fields.described(&self.name, self.hint.as_ref());
        let inside = html! {
            @if let Some(hint) = &self.hint { p.hint id={ (self.name) "-hint" } { (hint) } }
            (self.fields.error(&self.name))
            (self.input(described.as_ref(), bad.then_some("true")))
        };
        html! {
            @if matches!(self.kind, Kind::Date) {
                fieldset.field.bad[bad] aria-describedby=[described.as_ref()] { legend { (self.label) } (inside) }
            } @else {
                div.field.bad[bad] { label for=(self.name) { (self.label) } (inside) }
            }
        }
    }
}
