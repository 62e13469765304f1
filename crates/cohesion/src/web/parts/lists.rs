//! Lists: rows that lead on, facts, steps of a way, progress in words, and what happened in order.

use maud::{Markup, Render, html};

use super::{Icon, icon};
use crate::say;
use crate::web::View;

/// One line of a list: a picture, a name, a small second line, and something at the end.
#[must_use]
pub struct Row {
    name: Markup,
    small: Option<Markup>,
    first: Option<Markup>,
    end: Option<Markup>,
    href: Option<String>,
}

impl Row {
    /// A line that leads to `href`.
    pub fn link(href: impl Into<String>, name: impl Render) -> Self {
        Self { href: Some(href.into()), ..Self::plain(name) }
    }

    /// A line that leads nowhere.
    pub fn plain(name: impl Render) -> Self {
        Self { name: name.render(), small: None, first: None, end: None, href: None }
    }

    /// The second line.
    pub fn small(self, text: impl Render) -> Self {
        Self { small: Some(text.render()), ..self }
    }

    /// A picture at the front.
    pub fn icon(self, picture: Icon) -> Self {
        Self { first: Some(icon(picture)), ..self }
    }

    /// An avatar at the front.
    pub fn avatar(self, name: &str) -> Self {
        Self { first: Some(super::avatar(name)), ..self }
    }

    /// A tag or a button at the end; a line with buttons should lead nowhere itself.
    pub fn end(self, end: impl Render) -> Self {
        Self { end: Some(end.render()), ..self }
    }
}

impl Render for Row {
    fn render(&self) -> Markup {
        let inside = html! {
            @if let Some(first) = &self.first { (first) }
            span { b { (self.name) } @if let Some(small) = &self.small { small { (small) } } }
            @if let Some(end) = &self.end { (end) }
        };
        html! {
            @match &self.href {
                Some(href) => a.row href=(href) { (inside) (icon(Icon::Next)) },
                None => div.row { (inside) },
            }
        }
    }
}

/// Rows in one frame.
pub fn rows<R: Render>(rows: impl IntoIterator<Item = R>) -> Markup {
    html! { ul.rows { @for row in rows { li { (row) } } } }
}

/// Names and what they are.
pub fn facts<K: Render, V: Render>(facts: impl IntoIterator<Item = (K, V)>) -> Markup {
    html! { dl.facts { @for (name, value) in facts { dt { (name) } dd { (value) } } } }
}

/// The steps of a way, of which `current` (counted from 0) is where one stands; those before are done.
pub fn steps(view: &View, steps: &[&str], current: usize) -> Markup {
    html! {
        ol.steps aria-label=(say!(view.words, "parts-steps")) {
            @for (at, step) in steps.iter().enumerate() {
                li aria-current=[(at == current).then_some("step")] {
                    @if at < current {
                        (icon(Icon::Check)) span.unseen { (say!(view.words, "parts-step-done")) ": " }
                    } @else {
                        span.n { (at + 1) }
                    }
                    (step)
                }
            }
        }
    }
}

/// "Question 3 of 9" over a thin bar; `at` counts from 1, the bar shows what lies behind.
pub fn progress(back: impl Render, text: impl Render, at: usize, of: usize) -> Markup {
    html! {
        div.progress {
            div.spread { (back) span #progress { (text) } }
            progress max=(of) value=(at.saturating_sub(1)) aria-labelledby="progress" {}
        }
    }
}

/// Whether a line of a [`story`] lies behind or is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It has happened.
    Done,
    /// It will.
    ToCome,
}

/// What happened and what comes, in order: a time in a few signs, and a sentence.
pub fn story<T: Render, S: Render>(lines: impl IntoIterator<Item = (When, T, S)>) -> Markup {
    html! {
        ol.story {
            @for (when, time, sentence) in lines {
                li.todo[when == When::ToCome] { time { (time) } div { (sentence) } }
            }
        }
    }
}
