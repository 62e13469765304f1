//! As whom to see the demo: a button for each persona.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::persona::Persona;
use crate::access::Actor;
use crate::app::App;
use crate::identity::{self, Device, Visitor, open_login, with_login};
use crate::web::parts::{Button, Row, Tone, callout, post, rows};
use crate::web::shell::Area;
use crate::web::{Page, Path, View, go};
use crate::{Error, Result, say};

/// The list of personas.
pub(super) async fn show(visitor: Visitor) -> Page {
    let view = visitor.view.in_area(Area::Plain);
    let words = view.words;
    let body = html! {
        (callout(Tone::Plain, html! {
            p { (say!(words, "demo-invented")) }
            p { a href="/welcome" { (say!(words, "demo-door")) } }
            p { (say!(words, "demo-mail-about")) " " a href="/demo/mail" { (say!(words, "demo-mail-read")) } }
        }))
        (rows(Persona::ALL.map(|persona| row(&view, persona))))
    };
    Page::new(&view, "demo-title").lead(say!(words, "demo-lead")).body(body)
}

fn row(view: &View, persona: Persona) -> Row {
    let words = view.words;
    let name = persona.name();
    let button = Button::submit(say!(words, "demo-see-as", name = name)).outline().small();
    Row::plain(name).avatar(name).small(words.say(persona.about_key(), None)).end(post(
        &format!("/demo/as/{}", persona.word()),
        &[],
        &button,
    ))
}

/// Signs in as somebody, without any proof: all of them are invented.
pub(super) async fn become_one(State(app): State<App>, visitor: Visitor, Path(word): Path<String>) -> Result<Response> {
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
