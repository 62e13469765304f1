//! The fields of one form: what was typed, what needs mending, and the summary that names it.

use std::cell::RefCell;

use maud::{Markup, Render, html};

use super::Form;
use super::choices::{Choice, Choices, Pick};
use super::field::{Field, Kind};
use crate::error::Fault;
use crate::say;
use crate::web::View;
use crate::web::parts::{Icon, icon};

/// Draws fields. Each field notes its label, so that the summary of faults can name it.
pub struct Fields<'a> {
    pub(super) view: &'a View,
    pub(super) form: Form,
    faults: Vec<Fault>,
    labels: RefCell<Vec<(String, String)>>,
}

impl<'a> Fields<'a> {
    /// Empty fields.
    pub fn blank(view: &'a View) -> Self {
        Self::filled(view, Form::default())
    }

    /// Fields that hold `form`, for changing what there is.
    pub fn filled(view: &'a View, form: Form) -> Self {
        Self::again(view, form, Vec::new())
    }

    /// Fields that hold what was typed, with what needs mending.
    pub fn again(view: &'a View, form: Form, faults: Vec<Fault>) -> Self {
        Self { view, form, faults, labels: RefCell::default() }
    }

    /// One line.
    pub fn text(&self, name: &str, label: impl Into<String>) -> Field<'_> {
        self.field(name, label, Kind::Line { input: "text", mode: None })
    }

    /// Several lines.
    pub fn area(&self, name: &str, label: impl Into<String>) -> Field<'_> {
        self.field(name, label, Kind::Area)
    }

    /// A whole number.
    pub fn number(&self, name: &str, label: impl Into<String>) -> Field<'_> {
        self.field(name, label, Kind::Line { input: "text", mode: Some("numeric") }).short()
    }

    /// A time of day.
    pub fn time(&self, name: &str, label: impl Into<String>) -> Field<'_> {
        self.field(name, label, Kind::Line { input: "text", mode: None }).short()
    }

    /// An e-mail address.
    pub fn email(&self, name: &str, label: impl Into<String>) -> Field<'_> {
        self.field(name, label, Kind::Line { input: "email", mode: Some("email") }).autocomplete("email")
    }

    /// A passphrase: never sent back to the browser.
    pub fn secret(&self, name: &str, label: impl Into<String>) -> Field<'_> {
        self.field(name, label, Kind::Secret)
    }

    /// A day as three fields, `name-day`, `name-month` and `name-year`.
    pub fn date(&self, name: &str, label: impl Into<String>) -> Field<'_> {
        self.field(name, label, Kind::Date)
    }

    /// One of a list that would be too long for cards.
    pub fn select<'f>(&'f self, name: &str, label: impl Into<String>, choices: Vec<Choice>) -> Choices<'f> {
        self.choices(name, label, Pick::List, choices)
    }

    /// One of a few, as cards.
    pub fn radios<'f>(&'f self, name: &str, label: impl Into<String>, choices: Vec<Choice>) -> Choices<'f> {
        self.choices(name, label, Pick::One, choices)
    }

    /// Any of a few, as cards.
    pub fn checks<'f>(&'f self, name: &str, label: impl Into<String>, choices: Vec<Choice>) -> Choices<'f> {
        self.choices(name, label, Pick::Any, choices)
    }

    /// 0 to 10 with words at both ends.
    pub fn scale<'f>(&'f self, name: &str, label: impl Into<String>, low: &str, high: &str) -> Choices<'f> {
        let numbers = (0..=10).map(|number: u8| Choice::new(number.to_string(), number.to_string())).collect();
        let ends = (format!("0: {low}"), format!("10: {high}"));
        self.choices(name, label, Pick::Scale(ends.0, ends.1), numbers)
    }

    /// One of a row of numbers, with words at both ends.
    pub fn numbers<'f>(
        &'f self,
        name: &str,
        label: impl Into<String>,
        range: std::ops::RangeInclusive<i32>,
        low: &str,
        high: &str,
    ) -> Choices<'f> {
        let ends = (format!("{}: {low}", range.start()), format!("{}: {high}", range.end()));
        let numbers = range.map(|number| Choice::new(number.to_string(), number.to_string())).collect();
        self.choices(name, label, Pick::Scale(ends.0, ends.1), numbers)
    }

    /// A box to tick; its form value is `yes`.
    pub fn tick(&self, name: &str, label: impl Into<String>) -> Markup {
        let label = label.into();
        self.note(name, &label);
        let described = self.fault_of(name).is_some().then(|| format!("{name}-error"));
        html! {
            div.field.bad[described.is_some()] {
                (self.error(name))
                label.tick {
                    input #(name) type="checkbox" name=(name) value="yes" checked[self.form.ticked(name)] aria-describedby=[described];
                    span { (label) }
                }
            }
        }
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> &str {
        self.form.value(name)
    }

    /// A value that goes with the form unseen.
    pub fn hidden(&self, name: &str, value: &str) -> Markup {
        html! { input type="hidden" name=(name) value=(value); }
    }

    /// A key that is the same when one form is sent twice. Its field is `once`; acts that must never be doubled store it.
    pub(super) fn once(&self) -> Markup {
        let kept = self.form.value("once");
        let key =
            if kept.is_empty() { crate::id::random().map(crate::id::to_text).unwrap_or_default() } else { kept.into() };
        self.hidden("once", &key)
    }

    /// The form around fields that were drawn before, posted to `action`, under the summary of what needs mending.
    pub fn form(&self, action: &str, body: impl Render) -> Markup {
        html! {
            (self.summary())
            form.stack method="post" action=(action) novalidate { (self.once()) (body) }
        }
    }

    /// What needs mending, each with a link to its field; nothing where all is well. Draw it after the fields.
    pub fn summary(&self) -> Markup {
        let labels = self.labels.borrow();
        let label_of = |field: &str| labels.iter().find(|(name, _)| name == field).map(|(_, label)| label);
        html! {
            @if !self.faults.is_empty() {
                section.errors aria-labelledby="errors" tabindex="-1" autofocus {
                    h2 #errors { (say!(self.view.words, "form-mend", count = self.faults.len())) }
                    @for fault in &self.faults {
                        @let sentence = self.view.words.say(fault.words, None);
                        @match label_of(&fault.field) {
                            Some(label) => p { a href={ "#" (fault.field) } { (label) " – " (sentence) } },
                            None => p { (sentence) },
                        }
                    }
                }
            }
        }
    }

    pub(super) fn fault_of(&self, name: &str) -> Option<&Fault> {
        self.faults.iter().find(|fault| fault.field == name)
    }

    pub(super) fn error(&self, name: &str) -> Markup {
        html! {
            @if let Some(fault) = self.fault_of(name) {
                p.error id={ (name) "-error" } { (icon(Icon::Alert)) " " (self.view.words.say(fault.words, None)) }
            }
        }
    }

    /// The ids of what stands above a field, for `aria-describedby`.
    pub(super) fn described(&self, name: &str, has_hint: Option<&Markup>) -> Option<String> {
        let hint = has_hint.map(|_| format!("{name}-hint"));
        let error = self.fault_of(name).map(|_| format!("{name}-error"));
        let ids: Vec<String> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn field(&self, name: &str, label: impl Into<String>, kind: Kind) -> Field<'_> {
        let label = label.into();
        self.note(name, &label);
        Field::new(self, name, label, kind)
    }

    fn choices<'f>(&'f self, name: &str, label: impl Into<String>, pick: Pick, choices: Vec<Choice>) -> Choices<'f> {
        let label = label.into();
        self.note(name, &label);
        Choices::new(self, name, label, pick, choices)
    }

    fn note(&self, name: &str, label: &str) {
        self.labels.borrow_mut().push((name.to_owned(), label.to_owned()));
    }
}
