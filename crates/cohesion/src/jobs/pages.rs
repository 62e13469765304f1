//! How the jobs stand, and what a person decides about those that were set aside.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{Aside, Kind, Overview, let_go, overview, retry};
use crate::access::Deed;
use crate::app::App;
use crate::id::JobId;
use crate::identity::Who;
use crate::web::parts::{Button, Column, Tone, callout, card, empty, facts, post, table};
use crate::web::{Needs, Page, Path, Routes, Said, View, Width, go};
use crate::{Result, say};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let decide = Needs::Deed(Deed::DecideAboutJob);
    Routes::new()
        .get("/admin/jobs", Needs::Deed(Deed::SeeJobs), show)
        .post("/admin/jobs/{job}/retry", decide, try_again)
        .post("/admin/jobs/{job}/let-go", decide, drop_it)
}

async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let overview = app.read(who.actor, async |work| overview(work).await).await?;
    Ok(page(&who.view, &overview).into_response())
}

async fn try_again(State(app): State<App>, who: Who, Path(job): Path<JobId>) -> Result<Response> {
    app.write(who.actor, async move |work| retry(work, job).await).await?;
    Ok(go("/admin/jobs"))
}

async fn drop_it(State(app): State<App>, who: Who, Path(job): Path<JobId>) -> Result<Response> {
    app.write(who.actor, async move |work| let_go(work, job).await).await?;
    Ok(go("/admin/jobs"))
}

fn page(view: &View, overview: &Overview) -> Page {
    let words = view.words;
    Page::new(view, "jobs-title").width(Width::Mid).lead(say!(words, "jobs-lead")).body(html! {
        @if overview.late > 0 {
            (callout(Tone::Note, html! { p { (say!(words, "jobs-late", count = overview.late)) } }))
        }
        @if !overview.aside.is_empty() {
            section.stack {
                h2 { (say!(words, "jobs-aside")) }
                @for aside in &overview.aside { (set_aside(view, aside)) }
            }
        }
        section.stack {
            h2 { (say!(words, "jobs-waiting")) }
            @if overview.waiting.is_empty() { (empty(say!(words, "jobs-none"))) } @else { (waiting(view, &overview.waiting)) }
        }
    })
}

/// What a kind of job does, in words.
fn in_words(view: &View, kind: &str) -> Said {
    say!(view.words, "jobs-kind", kind = kind.replace('.', "-"))
}

fn set_aside(view: &View, aside: &Aside) -> Markup {
    let words = view.words;
    let here = format!("/admin/jobs/{}", aside.id);
    card(html! {
        h3 { (in_words(view, &aside.kind)) }
        (facts([
            (say!(words, "jobs-since"), view.moment(aside.since)),
            (say!(words, "jobs-trouble"), aside.trouble.clone().into()),
        ]))
        div.cluster {
            (post(&format!("{here}/retry"), &[], &Button::submit(say!(words, "jobs-retry")).outline().small()))
            (post(&format!("{here}/let-go"), &[], &Button::submit(say!(words, "jobs-let-go")).quiet().small()))
        }
    })
}

fn waiting(view: &View, kinds: &[Kind]) -> Markup {
    let words = view.words;
    let headings =
        [say!(words, "jobs-what"), say!(words, "jobs-count"), say!(words, "jobs-first"), say!(words, "jobs-tries")];
    let columns = [
        Column::Words(&headings[0]),
        Column::Number(&headings[1]),
        Column::Words(&headings[2]),
        Column::Number(&headings[3]),
    ];
    let row = |kind: &Kind| {
        vec![
            in_words(view, &kind.kind).into_owned(),
            kind.waiting.to_string(),
            view.moment(kind.first_due).into_owned(),
            kind.tries.to_string(),
        ]
    };
    table(say!(words, "jobs-waiting"), &columns, kinds.iter().map(row))
}
