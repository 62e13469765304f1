//! What members said about their group, for those who lead it: counts and words, without names and times.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::evaluation::counts;
use super::super::{Evaluation, Looking, QUESTIONS, SHOWN_FROM, evaluation};
use crate::app::App;
use crate::groups::{self, group_page};
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::parts::{Column, empty, own, seen, table};
use crate::web::{Path, View};
use crate::{Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let looking = evaluation(work, id).await?;
        let grant = groups::may_see(work, id).await?;
        Ok((looking, groups::group(work, &grant, id).await?, groups::standing(work, id).await?))
    });
    let (looking, group, standing) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let lead = say!(words, "endings-looking-count", answered = looking.answered, members = looking.members);
    let body = html! {
        (seen(say!(words, "endings-evaluation-seen")))
        @if looking.shown.is_empty() {
            (empty(say!(words, "endings-evaluation-few", from = SHOWN_FROM)))
        } @else {
            section.stack { h2 { (say!(words, "endings-evaluation-counts")) } (figures(view, &looking)) }
            (said(&say!(words, "endings-evaluation-helped"), &looking, |one| &one.helped))
            (said(&say!(words, "endings-evaluation-better"), &looking, |one| &one.better))
        }
    };
    Ok(group_page(view, &group, standing, "endings-title-evaluation").lead(lead).body(body).into_response())
}

/// How often each answer was given.
fn figures(view: &View, looking: &Looking) -> Markup {
    let words = view.words;
    let heads = [
        say!(words, "endings-evaluation-question").into_owned(),
        say!(words, "endings-evaluation-one").into_owned(),
        "2".to_owned(),
        "3".to_owned(),
        "4".to_owned(),
        say!(words, "endings-evaluation-five").into_owned(),
    ];
    let columns: Vec<Column<'_>> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| if at == 0 { Column::Words(head) } else { Column::Number(head) })
        .collect();
    let row = |(at, key): (usize, &&str)| {
        let counts = counts(&looking.shown, at);
        let cells = counts.into_iter().map(|count| html! { (count) });
        std::iter::once(html! { (words.say(key, None)) }).chain(cells).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<Markup>> = QUESTIONS.iter().enumerate().map(row).collect();
    table(say!(words, "endings-evaluation-counts"), &columns, rows)
}

/// What was written, in the order of its letters.
fn said(heading: &str, looking: &Looking, of: fn(&Evaluation) -> &String) -> Markup {
    let mut all: Vec<&String> = looking.shown.iter().map(of).filter(|text| !text.trim().is_empty()).collect();
    all.sort();
    html! {
        @if !all.is_empty() { section.stack { h2 { (heading) } @for text in all { (own(html! { span.lines { (text) } })) } } }
    }
}
