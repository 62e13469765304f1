//! The copy of what is one's own, as one file: a page to read, or data for a machine.

use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::super::{Export, export};
use crate::app::App;
use crate::clock::Timestamp;
use crate::identity::Who;
use crate::web::View;
use crate::{Error, Result, say};

/// As a page.
pub(super) async fn page(State(app): State<App>, who: Who) -> Result<Response> {
    let words = who.view.words;
    let copy = app.read(who.actor, async move |work| export(work, words).await).await?;
    let names =
        [(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"my-copy.html\"")];
    Ok((names, drawn(&who.view, &copy).into_string()).into_response())
}

/// As JSON.
pub(super) async fn json(State(app): State<App>, who: Who) -> Result<Response> {
    let words = who.view.words;
    let copy = app.read(who.actor, async move |work| export(work, words).await).await?;
    let text = serde_json::to_string_pretty(&copy).map_err(|cause| Error::bug(cause.to_string()))?;
    let names = [(CONTENT_TYPE, "application/json"), (CONTENT_DISPOSITION, "attachment; filename=\"my-copy.json\"")];
    Ok((names, text).into_response())
}

/// A page of its own, which needs nothing from anywhere.
pub(in crate::rights) fn drawn(view: &View, copy: &Export) -> Markup {
    let words = view.words;
    html! {
        (DOCTYPE)
        html lang=(words.tag()) dir=(words.direction()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (say!(words, "rights-copy-title")) }
            }
            body {
                main {
                    h1 { (say!(words, "rights-copy-title")) }
                    p { (say!(words, "rights-copy-made", moment = in_words(view, &copy.made_at))) }
                    p { (say!(words, "rights-copy-gaps")) }
                    @for chapter in &copy.chapters {
                        section {
                            h2 { (chapter.title) }
                            @for entry in &chapter.entries {
                                h3 { (entry.title) @if let Some(at) = &entry.at { " · " time datetime=(at) { (in_words(view, at)) } } }
                                @if !entry.lines.is_empty() {
                                    dl { @for (label, text) in &entry.lines { dt { (label) } dd { (in_words(view, text)) } } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A text of the copy as a person reads it: where it is a moment, with its day and time on the clock of the house.
fn in_words(view: &View, text: &str) -> String {
    let Ok(moment) = text.parse::<jiff::Timestamp>() else { return text.to_owned() };
    let at = Timestamp(moment.as_millisecond());
    let day = view.words.day_of_year(view.date(at));
    say!(view.words, "date-day-at", day = day, time = view.time(at)).into_owned()
}
