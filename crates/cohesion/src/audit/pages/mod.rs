//! Pages of the audit log: one's own record, and the site's.

mod log;
mod opened;

use maud::{Markup, html};

use super::opened::Opener;
use super::plain::{Reader, part};
use crate::access::Deed;
use crate::say;
use crate::web::{Needs, Routes, Said, View};

/// Every route of the audit log.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/me/record/opened", Needs::Deed(Deed::SeeOwnAccessReport), opened::show).get(
        "/admin/audit",
        Needs::Deed(Deed::SeeAuditLog),
        log::show,
    )
}

/// Who it was, with the part in which they acted.
fn who(view: &View, opener: &Opener, outcome: &str, reader: Reader) -> Markup {
    let words = view.words;
    let name: Said = match opener {
        Opener::Colleague { called: Some(called) } => called.clone().into(),
        Opener::Colleague { called: None } => say!(words, "audit-who-gone"),
        Opener::Member => say!(words, "audit-who-member"),
        Opener::Program => say!(words, "audit-who-program"),
        Opener::Visitor => say!(words, "audit-who-visitor"),
    };
    html! {
        span {
            strong { (name) }
            @if let Some(part) = part(outcome, reader) { ", " (words.say(part, None)) }
        }
    }
}
