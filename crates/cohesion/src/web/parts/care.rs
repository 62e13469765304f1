//! Help at three levels of urgency, and the page that interrupts after an answer that suggests danger.

use maud::{Markup, Render, html};

use super::{Button, Icon, Tone, actions, callout};
use crate::say;
use crate::web::View;

/// How soon help is needed; the heading says it, the colour repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// In danger now.
    Now,
    /// Needs to talk now.
    Talk,
    /// Can wait.
    Wait,
}

/// A care card: what to do, what it costs, and the buttons that call.
pub fn care(urgency: Urgency, heading: &str, body: impl Render) -> Markup {
    let class = match urgency {
        Urgency::Now => "care care--now",
        Urgency::Talk => "care care--talk",
        Urgency::Wait => "care",
    };
    html! {
        section class=(class) aria-label=(heading) {
            h2 { (heading) }
            div.stack { (body) }
        }
    }
}

/// A button that calls `number`, which is shown as the site wrote it.
pub fn call(view: &View, number: &str) -> Button {
    let digits: String = number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect();
    Button::link(format!("tel:{digits}"), say!(view.words, "parts-call", number = number)).icon(Icon::Phone)
}

/// What follows the heading of the page after a risk answer: `cards` of help, `next` (a [`super::story`]: who has been told and what comes, true
/// to the minute), `hours` (when answers are read and that nobody reads them outside), and *I have seen this*, posted
/// to `seen`.
pub fn interruption(view: &View, cards: impl Render, next: impl Render, hours: impl Render, seen: &str) -> Markup {
    let words = view.words;
    html! {
        div.stack { (cards) }
        section.stack {
            h2 { (say!(words, "interruption-next")) }
            (next)
            (callout(Tone::Plain, html! { p { (hours) } }))
        }
        form method="post" action=(seen) {
            (actions(Button::submit(say!(words, "interruption-seen")).outline()))
        }
    }
}
