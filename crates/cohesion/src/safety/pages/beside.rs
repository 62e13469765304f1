//! Help beside a member's own words, on a page where what is written calls nobody.

use maud::{Markup, html};

use crate::safety::tells_of_danger;
use crate::say;
use crate::web::View;
use crate::web::parts::{Tone, callout};

/// The way to help, where the words may tell of danger; nothing where they do not.
pub fn help_beside(view: &View, words: &str) -> Markup {
    if !tells_of_danger(words) {
        return html! {};
    }
    callout(
        Tone::Help,
        html! {
            p { (say!(view.words, "safety-words-of-danger")) }
            p { a href="/help" { (say!(view.words, "safety-words-of-danger-help")) } }
        },
    )
}
