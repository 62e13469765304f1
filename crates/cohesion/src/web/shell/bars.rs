//! The bar over every page, and the quiet line at its foot.

use maud::{Markup, html};

use super::view::{Area, Mode, View};
use crate::say;
use crate::web::parts::{Icon, icon};

/// Help comes first, then the fast way out; `place` is where one is.
pub(super) fn topbar(view: &View, place: &Markup) -> Markup {
    let words = view.words;
    let rest = |key| html! { span.more { " " (say!(words, key)) } };
    html! {
        header.topbar {
            a.help href="/help" { (icon(Icon::Help)) span { (say!(words, "shell-help")) (rest("shell-help-rest")) } }
            a.leave href="/leave" data-once=(say!(words, "shell-leave-once")) data-twice=(say!(words, "shell-leave-twice")) {
                (icon(Icon::Leave)) span { (say!(words, "shell-leave")) (rest("shell-leave-rest")) }
            }
            (place)
        }
    }
}

pub(super) fn foot(view: &View) -> Markup {
    let words = view.words;
    html! {
        footer.foot {
            @if view.mode == Mode::Demo {
                span { (say!(words, "shell-demo")) " " a href="/demo" { (say!(words, "shell-demo-change")) } }
            }
            @match view.area.settings() {
                Some(settings) => {
                    a href="/notices" { (say!(words, "notices-title")) }
                    a href=(settings) { (say!(words, "shell-settings")) }
                    form method="post" action="/sign-out" { button { (say!(words, "shell-sign-out")) } }
                }
                None => @if view.area == Area::Public { a href="/sign-in" { (say!(words, "shell-sign-in")) } },
            }
            a href="/privacy" { (say!(words, "shell-privacy")) }
        }
    }
}
