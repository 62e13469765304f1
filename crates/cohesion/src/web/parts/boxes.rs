//! Boxes around words: cards, callouts, tags, and the short lines that say who sees this and what is kept.

use maud::{Markup, Render, html};

use super::{Icon, icon};
use crate::say;
use crate::web::View;

/// What a callout or a tag means; its icon says it too, colour only repeats it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    Plain,
    /// Now, current.
    Brand,
    /// In order.
    Well,
    /// Waits for somebody, worth a look.
    Note,
    /// Safety.
    Help,
}

impl Tone {
    const fn icon(self) -> Icon {
        match self {
            Self::Plain | Self::Brand => Icon::Info,
            Self::Well => Icon::Check,
            Self::Note | Self::Help => Icon::Alert,
        }
    }

    const fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "quiet",
            Self::Brand => "brand",
            Self::Well => "well",
            Self::Note => "note",
            Self::Help => "help",
        }
    }
}

/// A framed box.
pub fn card(body: impl Render) -> Markup {
    html! { div.card.stack { (body) } }
}

/// A word or two about how something is. With a picture of its own where the tone's does not fit.
pub fn tag(tone: Tone, picture: Option<Icon>, text: impl Render) -> Markup {
    html! { span class={ "tag tag--" (tone.suffix()) } { (icon(picture.unwrap_or(tone.icon()))) " " (text) } }
}

/// Something to know before going on; begin the body with a `strong`.
pub fn callout(tone: Tone, body: impl Render) -> Markup {
    let picture = if tone == Tone::Help { Icon::Help } else { tone.icon() };
    html! { div class={ "callout callout--" (tone.suffix()) } { (icon(picture)) div { (body) } } }
}

/// How many things of a list cannot be read; nothing where all can.
pub fn missing(view: &View, count: usize) -> Markup {
    html! { @if count > 0 { (callout(Tone::Note, html! { p { (say!(view.words, "missing-here", count = count)) } })) } }
}

/// Who sees what is written here; stands before the question, not after it.
pub fn seen(text: impl Render) -> Markup {
    html! { p.seen { (icon(Icon::Eye)) " " span { (text) } } }
}

/// Words that a person wrote, in the book face.
pub fn own(text: impl Render) -> Markup {
    html! { blockquote.own { p { (text) } } }
}

/// What has been done, as a status line that a screen reader says.
pub fn saved(text: impl Render) -> Markup {
    html! { p.toast role="status" { (icon(Icon::Check)) " " span { (text) } } }
}

/// What will be here, while nothing is.
pub fn empty(text: impl Render) -> Markup {
    html! { div.empty { p { (text) } } }
}

/// Something that opens on demand, without script.
pub fn fold(summary: impl Render, body: impl Render) -> Markup {
    html! { details.fold { summary { (summary) } div.stack.stack--tight { (body) } } }
}

/// A form that is kept while it is written: its body goes to `address`, the answer's text says when it was kept.
/// `offline` is said while the server cannot be reached.
pub fn draft(address: &str, offline: &str, form: impl Render) -> Markup {
    html! {
        form-draft data-draft=(address) data-offline=(offline) {
            (form)
            p.soft.small role="status" {}
        }
    }
}
