//! The list of what a person has been told.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{Notice, notices, read_all};
use crate::app::App;
use crate::clock::Timestamp;
use crate::identity::Who;
use crate::web::parts::{Button, Row, Tone, empty, post, rows, tag};
use crate::web::{Check, Form, Needs, Page, Routes, View, go};
use crate::{Result, say};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/notices", Needs::Login, show).post("/notices/read", Needs::Login, read)
}

async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let told = app.read(who.actor, async |work| notices(work).await).await?;
    let words = who.view.words;
    let newest = told.first().map(|notice| notice.at.0.to_string());
    let has_new = told.iter().any(|notice| notice.read_at.is_none());
    let button = Button::submit(say!(words, "notices-read-all")).outline();
    let page = Page::new(&who.view, "notices-title").body(html! {
        @if told.is_empty() { (empty(say!(words, "notices-none"))) }
        (rows(told.iter().map(|notice| row(&who.view, notice))))
        @if let (true, Some(newest)) = (has_new, &newest) { (post("/notices/read", &[("until", newest)], &button)) }
    });
    Ok(page.into_response())
}

/// Marks as read what the page had shown; what came since stays new.
async fn read(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let until = check.number("until", 0..=i64::MAX).map(Timestamp);
    let until = check.done(|| until)?;
    app.write(who.actor, async move |work| read_all(work, until).await).await?;
    Ok(go("/notices"))
}

fn row(view: &View, notice: &Notice) -> Row {
    let words = view.words;
    let row = Row::link(notice.kind.leads_to(notice.about), words.say(notice.kind.words(), None))
        .small(view.moment_alone(notice.at));
    if notice.read_at.is_none() { row.end(new_tag(view)) } else { row }
}

fn new_tag(view: &View) -> Markup {
    tag(Tone::Brand, None, say!(view.words, "notices-new"))
}
