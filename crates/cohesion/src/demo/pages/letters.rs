//! The letters that the demo shows and never sends, the newest first.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::access::Actor;
use crate::app::App;
use crate::identity::Visitor;
use crate::notices::{Outgoing, outbox};
use crate::web::parts::empty;
use crate::web::shell::Area;
use crate::web::{Page, View};
use crate::{Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let system = Actor::System(visitor.actor.practice());
    let letters = app.read(system, async |work| outbox(work).await).await?;
    let view = visitor.view.in_area(Area::Plain);
    let words = view.words;
    let page = Page::new(&view, "demo-title-mail")
        .back("/demo", say!(words, "demo-title"))
        .lead(say!(words, "demo-mail-lead"))
        .body(html! {
            @if letters.is_empty() { (empty(say!(words, "demo-mail-none"))) }
            @for letter in &letters { (sheet(&view, letter, &app.config().public_url)) }
        });
    Ok(page.into_response())
}

/// One letter, as its reader would find it.
fn sheet(view: &View, letter: &Outgoing, public_url: &str) -> Markup {
    let (words, mail) = (view.words, &letter.mail);
    let address = format!("{public_url}{}", mail.path);
    html! {
        article.card.stack {
            header.spread {
                div { h2 { (mail.subject) } p.soft.small { (say!(words, "demo-mail-to", address = &mail.to)) } }
                p.soft.small { (view.moment_alone(letter.written_at)) }
            }
            @for line in mail.text.lines() { p { (line) } }
            p { a href=(address) { (address) } }
            p.soft.small { @for line in mail.closing.lines() { (line) br; } }
        }
    }
}
