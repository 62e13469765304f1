//! A group's view of the closed loop: who is how far, and both accounts of what was talked about.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::super::{Loops, Occasion, Stage, deeds, loops_in};
use crate::access::Standing;
use crate::app::App;
use crate::groups::{self, Group};
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::charts::number;
use crate::web::parts::{Button, Column, Tone, actions, fold, missing, person, table, tag};
use crate::web::{Page, Path, Query, View, Width};
use crate::{Error, Result, say};

/// Which questionnaire to look at.
#[derive(Deserialize)]
pub(super) struct Wanted {
    of: Option<String>,
}

struct Shown {
    group: Group,
    standing: Standing,
    loops: Option<Loops>,
}

/// The table for one questionnaire, the one that tells most unless another is named.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GroupId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        deeds::may_see_all_talks(work, id).await?;
        let loops = match loops_in(work, id, wanted.of.clone()).await {
            Ok(loops) => Some(loops),
            // Nothing is asked here.
            Err(Error::Conflict(_)) => None,
            Err(error) => return Err(error),
        };
        let grant = groups::may_see(work, id).await?;
        let group = groups::group(work, &grant, id).await?;
        Ok(Shown { group, standing: groups::standing(work, id).await?, loops })
    });
    let shown = reading.await?;
    Ok(page(&who.view, &shown).into_response())
}

fn page(view: &View, shown: &Shown) -> Page {
    let (words, id) = (view.words, shown.group.id);
    let body = match &shown.loops {
        None => html! {
            p.lead { (say!(words, "feedback-no-battery")) }
            (actions(Button::link(format!("/care/groups/{id}/questions"), say!(words, "feedback-choose-battery"))))
        },
        Some(loops) => {
            html! { (missing(view, loops.overview.damaged())) (counted(view, loops)) (everyone(view, loops)) (about(view)) }
        }
    };
    Page::new(view, "feedback-title-talks")
        .width(Width::Wide)
        .crumb("/care/groups", say!(words, "place-groups").to_string())
        .crumb(format!("/care/groups/{id}"), shown.group.words.name.clone())
        .heading(&shown.group.words.name)
        .tabs(groups::tabs(view, &shown.group, shown.standing))
        .body(body)
}

fn counted(view: &View, loops: &Loops) -> Markup {
    let words = view.words;
    let (counted, title) = (loops.counted, &loops.overview.instrument.short_title);
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "feedback-counted-leaders", talked = counted.by_leaders, all = counted.all)) }
            p { (say!(words, "feedback-counted-members", talked = counted.by_members, all = counted.all)) }
            p.cluster {
                span.soft { (say!(words, "feedback-looking-at", title = title)) }
                @for other in &loops.overview.others { a href={ "?of=" (other.id) } { (other.short_title) } }
            }
        }
    }
}

fn everyone(view: &View, loops: &Loops) -> Markup {
    let words = view.words;
    let heads = [
        say!(words, "feedback-column-person"),
        say!(words, "feedback-column-answered"),
        say!(words, "feedback-column-shown"),
        say!(words, "feedback-column-discussed"),
        say!(words, "feedback-column-confirmed"),
        say!(words, "feedback-column-next"),
        say!(words, "feedback-column-stage"),
    ];
    let columns: Vec<Column<'_>> = heads.iter().map(|head| Column::Words(head)).collect();
    let row = |(line, occasions): (&crate::assessments::Line, &Vec<Occasion>)| {
        let href = format!("/care/people/{}/letters", line.person);
        let mut cells = vec![html! { (person(&line.called, Some(&href))) }];
        if let Some(occasion) = occasions.first() {
            cells.extend(of_one(view, occasion));
        } else {
            cells.push(html! { (say!(words, "feedback-not-answered")) });
            cells.extend((0..5).map(|_| html! { "–" }));
        }
        cells
    };
    table(say!(words, "feedback-talks-table"), &columns, loops.overview.lines.iter().zip(&loops.of_each).map(row))
}

/// The cells of one occasion, from the answer to the stage.
pub(super) fn of_one(view: &View, occasion: &Occasion) -> Vec<Markup> {
    let words = view.words;
    let or_open =
        |at: Option<crate::clock::Timestamp>| html! { @match at { Some(at) => (view.moment_alone(at)), None => "–" } };
    let confirmed = match occasion.confirmed {
        Some((true, _)) => say!(words, "feedback-talked-yes"),
        Some((false, _)) => say!(words, "feedback-talked-no"),
        None => "–".into(),
    };
    let next = html! {
        @match occasion.next { Some((total, at)) => { (number(total)) ", " (view.moment(at)) }, None => "–" }
    };
    vec![
        html! { (number(occasion.total)) ", " (view.moment(occasion.at)) },
        or_open(occasion.shown),
        or_open(occasion.discussed),
        html! { (confirmed) },
        next,
        stage(view, occasion.stage()),
    ]
}

fn stage(view: &View, stage: Stage) -> Markup {
    let tone = match stage {
        Stage::Closed => Tone::Well,
        Stage::Confirmed | Stage::Discussed => Tone::Brand,
        Stage::Measured | Stage::Shown => Tone::Plain,
    };
    tag(tone, None, view.words.say(stage.name_key(), None))
}

fn about(view: &View) -> Markup {
    fold(say!(view.words, "feedback-talks-why"), html! { p { (say!(view.words, "feedback-talks-why-text")) } })
}
