//! The demo's own pages: as whom to see it, and the mail that would have been sent.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::persona::Persona;
use crate::access::Actor;
use crate::app::App;
use crate::identity::{self, Device, Visitor, open_login, with_login};
use crate::web::parts::{Button, Tone, avatar, callout, post};
use crate::web::shell::Area;
use crate::web::{Needs, Page, Routes, View, go};
use crate::{Error, Result, say};

/// The demo's routes; they are added in demo mode only.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/demo", Needs::Nobody, list).post("/demo/as/{persona}", Needs::Nobody, become_persona)
}

async fn list(visitor: Visitor) -> Page {
    let view = visitor.view.in_area(Area::Plain);
    let words = view.words;
    let body = html! {
        (callout(Tone::Plain, html! { p { (say!(words, "demo-invented")) } }))
        div.stack { @for persona in Persona::ALL { (card(&view, persona)) } }
    };
    Page::new(&view, "demo-title").lead(say!(words, "demo-lead")).body(body)
}

fn card(view: &View, persona: Persona) -> Markup {
    let words = view.words;
    let name = persona.name();
    let button = Button::submit(say!(words, "demo-see-as", name = name)).outline();
    html! {
        article.card.spread {
            div.cluster { (avatar(name)) p { strong { (name) } br; (words.say(persona.about_key(), None)) } }
            (post(&format!("/demo/as/{}", persona.word()), &[], &button))
        }
    }
}

async fn become_persona(State(app): State<App>, visitor: Visitor, Path(word): Path<String>) -> Result<Response> {
    let persona = Persona::ALL.into_iter().find(|persona| persona.word() == word).ok_or(Error::NotFound)?;
    let browser = visitor.browser;
    let system = Actor::System(visitor.actor.practice());
    let opening = app.write(system, async move |work| {
        let person = identity::person_at(work, &persona.address()).await?.ok_or(Error::NotFound)?;
        open_login(work, person, Device::Own, browser).await
    });
    let token = opening.await?;
    with_login(&app, go(persona.home()).into_response(), &token, Device::Own)
}
