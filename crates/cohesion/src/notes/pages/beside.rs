//! The second signature on the page of a trainee's text: given beside the version that is shown, or the text sent back.

use maud::{Markup, html};

use super::super::{Names, Signature};
use crate::id::PersonId;
use crate::say;
use crate::web::parts::{Button, actions, post};
use crate::web::{Check, Fields, Form, View};

/// A text that waits, as its page says it.
#[derive(Clone, Copy, Debug)]
pub struct WaitingText<'a> {
    /// Its address. Signing and sending back have theirs below it.
    pub base: &'a str,
    /// The version that is shown.
    pub version: u32,
    /// The key of what a signature says.
    pub what: &'static str,
    /// The key of what becomes of the words.
    pub hint: &'static str,
}

/// What whoever supervises can do with it.
pub fn beside(view: &View, fields: &Fields<'_>, text: &WaitingText<'_>) -> Markup {
    let (words, seen) = (view.words, text.version.to_string());
    html! {
        section.stack {
            h2 { (say!(words, "notes-countersign")) }
            p.soft { (words.say(text.what, None)) }
            (post(&format!("{}/countersign", text.base), &[("seen", &seen)], &Button::submit(say!(words, "notes-countersign-do"))))
            (fields.form(&format!("{}/return", text.base), html! {
                (fields.hidden("seen", &seen))
                (fields.area("words", say!(words, "notes-return-words")).hint(words.say(text.hint, None)))
                (actions(Button::submit(say!(words, "notes-return-do")).outline()))
            }))
        }
    }
}

/// The version that was looked at; one that nothing has where the form does not say.
pub fn seen_in(form: &Form) -> u32 {
    Check::new(form).number("seen", 1..=u32::MAX).unwrap_or(0)
}

/// The words that were typed. The act says what is the matter with them, once it knows that they may be said.
pub fn words_in(form: &Form) -> String {
    Check::new(form).area("words", 0..=usize::MAX).unwrap_or_default()
}

/// "Signed beside by Ines, today at 19:52".
pub fn signed_beside(view: &View, names: &Names, signed: Option<Signature>) -> Markup {
    let said = |signed: Signature| {
        say!(
            view.words,
            "notes-countersigned-by",
            name = named(view, names, Some(signed.by)),
            moment = view.moment(signed.at)
        )
    };
    html! { @if let Some(signed) = signed { p { (said(signed)) } } }
}

/// Whose signature it waits for, or why there is nobody.
pub fn waits_for(view: &View, names: &Names, asked: Option<PersonId>) -> Markup {
    html! {
        @if asked.is_some() { p { (say!(view.words, "notes-waits-for", name = named(view, names, asked))) } }
        @else { p { (say!(view.words, "notes-waits-for-nobody")) } }
    }
}

/// The name of somebody of the staff.
pub fn named(view: &View, names: &Names, who: Option<PersonId>) -> String {
    names.get(who).map_or_else(|| say!(view.words, "sessions-somebody").into_owned(), str::to_owned)
}
