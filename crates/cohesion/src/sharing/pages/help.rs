//! Help beside a member's own words, on a page where what is written calls nobody.

use maud::{Markup, html};

use crate::say;
use crate::sharing::tells_of_danger;
use crate::web::View;
use crate::web::parts::{Tone, callout};

/// The way to help, where the words may tell of danger; nothing where they do not.
pub(crate) fn help_beside(view: &View, words: &str) -> Markup {
    if !tells_of_danger(words) {
        return html! {};
    }
    callout(
        Tone::Help,
        html! {
            p { (say!(view.words, "sharing-words-of-danger")) }
            p { a href="/help" { (say!(view.words, "sharing-words-of-danger-help")) } }
        },
    )
}
