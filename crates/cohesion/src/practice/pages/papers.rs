//! All licences and trainings on record, what needs a look first.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{Colleague, Credential, CredentialState, Qualification, credentials, today};
use crate::app::App;
use crate::identity::Who;
use crate::web::parts::{Column, Tone, empty, table, tag};
use crate::web::{Page, View, Width, Words};
use crate::{Result, say};

/// The table.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let reading = app.read(who.actor, async |work| Ok((credentials(work).await?, today(work).await?)));
    let (staff, today) = reading.await?;
    let mut papers: Vec<(&Colleague, &Credential)> =
        staff.iter().flat_map(|(colleague, papers)| papers.iter().map(move |paper| (colleague, paper))).collect();
    papers.sort_by_key(|(_, paper)| (paper.state(today), paper.qualification.last_day()));
    let body = html! {
        @if papers.is_empty() {
            (empty(say!(who.view.words, "practice-papers-none-here")))
        } @else {
            (list(&who.view, &papers, today))
        }
    };
    let lead = say!(who.view.words, "practice-papers-lead");
    Ok(Page::new(&who.view, "practice-title-papers").width(Width::Wide).lead(lead).body(body).into_response())
}

/// How a paper stands, in a word or two.
pub(super) fn state_tag(words: Words, state: CredentialState) -> Markup {
    match state {
        CredentialState::Ended => tag(Tone::Note, None, say!(words, "practice-paper-ended")),
        CredentialState::Unverified => tag(Tone::Note, None, say!(words, "practice-paper-unverified")),
        CredentialState::EndingSoon => tag(Tone::Note, None, say!(words, "practice-paper-ending")),
        CredentialState::Valid => tag(Tone::Well, None, say!(words, "practice-paper-valid")),
    }
}

fn list(view: &View, papers: &[(&Colleague, &Credential)], today: Date) -> Markup {
    let words = view.words;
    let headings = [
        say!(words, "practice-called"),
        say!(words, "practice-paper"),
        say!(words, "practice-place"),
        say!(words, "practice-last-day"),
        say!(words, "practice-paper-state"),
    ];
    let columns: Vec<Column<'_>> = headings.iter().map(|heading| Column::Words(heading)).collect();
    let row = |(colleague, paper): &(&Colleague, &Credential)| {
        let place = match &paper.qualification {
            Qualification::Licence { place, .. } => words.place(place.code()),
            Qualification::Training { .. } => say!(words, "practice-everywhere"),
        };
        let last_day = paper.qualification.last_day();
        vec![
            html! { a href={ "/admin/people/" (colleague.person) } { (colleague.profile.called) } },
            html! { (paper.words.title) },
            html! { (place) },
            html! { @if let Some(day) = last_day { (words.day_of_year(day)) } @else { (say!(words, "practice-no-end")) } },
            state_tag(words, paper.state(today)),
        ]
    };
    table(say!(words, "practice-title-papers"), &columns, papers.iter().map(row))
}
