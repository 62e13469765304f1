//! The clock of retention for whoever looks after the site: what is due to go and when, as counts and without a name.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Standing, Upcoming, upcoming};
use crate::app::App;
use crate::clock::Span;
use crate::groups::Charter;
use crate::identity::Who;
use crate::limits::{DUE_SHOWN_FOR, DUE_SHOWN_FROM};
use crate::web::parts::{Column, callout, empty, facts, table};
use crate::web::{Page, View, Width};
use crate::{Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let due = app.read(who.actor, async |work| upcoming(work).await).await?;
    let (view, words) = (&who.view, who.view.words);
    let days = |span: Span| span.0 / Span::days(1).0;
    let lead = say!(words, "rights-retention-lead", days = days(DUE_SHOWN_FOR));
    let page =
        Page::new(view, "rights-title-retention").width(Width::Mid).back("/admin/keys", say!(words, "place-keys"));
    Ok(page
        .lead(lead)
        .body(html! {
            section.stack {
                h2 { (say!(words, "rights-retention-due", days = days(DUE_SHOWN_FROM))) }
                @if due.is_empty() { (empty(say!(words, "rights-retention-none"))) } @else { (dues(view, &due)) }
                (callout(crate::web::parts::Tone::Plain, html! { p { (say!(words, "rights-retention-names")) } }))
            }
            section.stack { h2 { (say!(words, "rights-retention-rules")) } (rules(view)) }
        })
        .into_response())
}

fn dues(view: &View, due: &[Upcoming]) -> Markup {
    let words = view.words;
    let headings = [
        say!(words, "rights-retention-kind"),
        say!(words, "rights-retention-day"),
        say!(words, "rights-retention-goes"),
        say!(words, "rights-retention-count"),
    ];
    let columns = [
        Column::Words(&headings[0]),
        Column::Words(&headings[1]),
        Column::Words(&headings[2]),
        Column::Number(&headings[3]),
    ];
    let day = |moment| words.day_of_year(view.date(moment)).into_owned();
    let row = |one: &Upcoming| {
        let goes = match one.standing {
            Standing::Goes(at) => day(at),
            Standing::Held => say!(words, "rights-retention-held").into_owned(),
        };
        vec![words.say(one.kind_key, None).into_owned(), day(one.due_at), goes, one.count.to_string()]
    };
    table(say!(words, "rights-retention-table"), &columns, due.iter().map(row))
}

/// How long each kind of group keeps what it keeps.
fn rules(view: &View) -> Markup {
    let words = view.words;
    facts([Charter::therapy(), Charter::support()].map(|charter| {
        let months = charter.retention().log_months;
        (words.say(charter.name_key(), None), say!(words, "rights-retention-months", count = months))
    }))
}
