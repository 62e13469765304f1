//! Ways through the site: back, crumbs and tabs.

use maud::{Markup, Render, html};

use super::{Icon, icon};
use crate::say;
use crate::web::shell::{View, current_of};

/// One step back.
pub fn back(href: &str, text: impl Render) -> Markup {
    html! { a.back href=(href) { (icon(Icon::Prev)) (text) } }
}

/// The way here; the last step is the page itself and gets no link.
pub fn crumbs(view: &View, steps: &[(String, String)]) -> Markup {
    html! {
        @if let Some(((_, here), before)) = steps.split_last() {
            nav.crumbs aria-label=(say!(view.words, "parts-crumbs")) {
                ol {
                    @for (href, text) in before { li { a href=(href) { (text) } } }
                    li aria-current="page" { (here) }
                }
            }
        }
    }
}

/// Links between the pages of one thing, named by `label`; the current one follows from the view's path.
pub fn tabs(view: &View, label: &str, tabs: &[(&str, &str)]) -> Markup {
    let current = current_of(&view.path, tabs.iter().map(|(href, _)| *href));
    html! {
        nav.tabs aria-label=(label) {
            ul {
                @for (href, text) in tabs {
                    li { a href=(href) aria-current=[(current == Some(href)).then_some("page")] { (text) } }
                }
            }
        }
    }
}
