//! The strains in a group, for those who lead it: what fell, ways to mend it, what was done, and the next rating beside it.

use axum::extract::State as Held;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use patterns::climate::SessionMean;

use super::{Climate, Mending, State, Strain, Way, climate, deeds, mend, see, strains};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::assessments::AssignmentId;
use crate::clock::Timestamp;
use crate::error::Fault;
use crate::groups::{self, Group, group_page, on_the_clock_of};
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::charts::number;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Column, Tone, When, actions, empty, fold, own, person, seen, story, table, tag};
use crate::web::{Check, Fields, Form, Needs, Page, Path, Routes, View, go};
use crate::{Error, Result, feedback, say};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    Routes::new().get("/care/groups/{group}/repairs", Needs::Deed(Deed::SeeRepairs), show).post(
        "/care/groups/{group}/repairs/{person}",
        Needs::Deed(Deed::MendStrain),
        take,
    )
}

struct Shown {
    group: Group,
    standing: Standing,
    strains: Vec<Strain>,
    climate: Climate,
}

/// The page.
async fn show(Held(app): Held<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let strains = strains(work, id).await?;
        let grant = groups::may_see(work, id).await?;
        let group = groups::group(work, &grant, id).await?;
        let climate = climate(work, id).await?;
        Ok(Shown { group, standing: groups::standing(work, id).await?, strains, climate })
    });
    reading.await
}

/// Puts on record what was done.
async fn take(
    Held(app): Held<App>,
    who: Who,
    Path((id, person)): Path<(GroupId, PersonId)>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let rating = check.choice::<AssignmentId>("rating");
    let field = |name: &str| rating.map_or_else(|| name.to_owned(), |rating| format!("{name}-{rating}"));
    let (way, words) = (check.choice::<Way>(&field("way")), check.area(&field("words"), 1..=TEXT_CHARS_MAX));
    let read_form = check.done(|| Some(Mending { rating: rating?, way: way?, words: words? }));
    let mending = app.write(who.actor, async move |work| {
        deeds::may_mend(work, id, person).await?;
        if let Some(rating) = rating {
            see::strain_of(work, id, person, rating).await?.ok_or(Error::NotFound)?;
        }
        mend(work, id, person, read_form.as_ref().map_err(Error::clone)?).await
    });
    let (faults, status) = match mending.await {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/repairs"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(&app, &who, id).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let (view, words) = (&on_the_clock_of(view, &shown.group), view.words);
    let (open, past): (Vec<&Strain>, Vec<&Strain>) = shown
        .strains
        .iter()
        .partition(|strain| matches!(strain.rupture.state, State::Open | State::Again | State::Waiting));
    let cards = html! { @for strain in &open { (card(view, shown, strain, fields)) } };
    group_page(view, &shown.group, shown.standing, "repairs-title").lead(say!(words, "repairs-lead")).body(html! {
        (fields.summary())
        (seen(say!(words, "repairs-seen")))
        section.stack {
            h2 { (say!(words, "repairs-open")) " " span.count { (open.len()) } }
            @if open.is_empty() { (empty(say!(words, "repairs-none"))) }
            (cards)
        }
        @if !past.is_empty() {
            section.stack {
                h2 { (say!(words, "repairs-past")) }
                @for strain in &past { (card(view, shown, strain, fields)) }
            }
        }
        p.soft { (say!(words, "repairs-evidence")) }
        (on_the_whole(view, &shown.climate))
    })
}

/// How sessions were rated on the whole.
fn on_the_whole(view: &View, climate: &Climate) -> Markup {
    let words = view.words;
    let (day, mean, raters) =
        (say!(words, "repairs-col-session"), say!(words, "repairs-col-mean"), say!(words, "repairs-col-raters"));
    let columns = [Column::Words(&day), Column::Number(&mean), Column::Number(&raters)];
    let row = |(at, mean): &(Timestamp, SessionMean)| {
        vec![html! { (view.day(*at)) }, html! { (number(mean.mean)) }, html! { (mean.raters) }]
    };
    html! {
        section.stack {
            h2 { (say!(words, "repairs-climate")) }
            @match &climate.statement {
                None => (empty(say!(words, "repairs-climate-none"))),
                Some(statement) => {
                    p { (feedback::sentence(words, statement)) }
                    (fold(say!(words, "feedback-worked-out"), html! { p { (feedback::worked_out(words, statement)) } }))
                    (table(say!(words, "repairs-climate-caption"), &columns, climate.means.iter().map(row)))
                }
            }
        }
    }
}

fn card(view: &View, shown: &Shown, strain: &Strain, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let (tone, state) = match strain.rupture.state {
        State::Open => (Tone::Note, "repairs-state-open"),
        State::Again => (Tone::Note, "repairs-state-again"),
        State::Waiting => (Tone::Brand, "repairs-state-waiting"),
        State::Mended => (Tone::Well, "repairs-state-mended"),
        State::Passed => (Tone::Plain, "repairs-state-passed"),
    };
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (person(&strain.called, Some(&format!("/care/people/{}/progress", strain.person)))) }
                (tag(tone, None, words.say(state, None)))
            }
            p { (fell(view, strain)) }
            @if strain.course.len() > 1 {
                p.soft { (say!(words, "repairs-course", values = course(view, strain))) }
            }
            @if !strain.done.is_empty() { (story(strain.done.iter().map(|done| {
                let what = html! {
                    (words.say(done.way.word_keys().0, None))
                    @match &done.words { Some(said) => (own(said)), None => p.soft { (say!(words, "endings-unreadable")) } }
                };
                (When::Done, view.moment(done.at), what)
            }))) }
            @if strain.rupture.state.is_open() && shown.standing.allows(Deed::MendStrain) { (form(view, shown, strain, fields)) }
        }
    }
}

/// What fell, with the figures.
fn fell(view: &View, strain: &Strain) -> Markup {
    let (words, fall) = (view.words, &strain.rupture.fall);
    let what = words.say(
        match fall.item {
            None => "repairs-fell-bond",
            Some("safe") => "repairs-fell-safe",
            Some("understood_by_members") => "repairs-fell-members",
            Some(_) => "repairs-fell-leader",
        },
        None,
    );
    let (now, mean) = (number(fall.now), number(fall.own_mean));
    html! { (say!(words, "repairs-fell", day = view.day(strain.at), what = what, now = now, mean = mean)) }
}

/// "8, 8, 5, 7": the bond on average, time after time.
fn course(view: &View, strain: &Strain) -> String {
    let value = |(at, bond): &(Timestamp, f64)| format!("{} ({})", number(*bond), view.day(*at));
    strain.course.iter().map(value).collect::<Vec<_>>().join(", ")
}

fn form(view: &View, shown: &Shown, strain: &Strain, fields: &Fields<'_>) -> Markup {
    let (words, rating) = (view.words, strain.rupture.rating);
    let ways = Way::ALL.into_iter().map(|way| {
        let (name, how) = way.word_keys();
        Choice::new(way.code().to_string(), words.say(name, None)).small(words.say(how, None))
    });
    html! {
        form.stack.stack--tight method="post" action={ "/care/groups/" (shown.group.id) "/repairs/" (strain.person) } novalidate {
            (fields.hidden("rating", &rating.to_string()))
            (fields.radios(&format!("way-{rating}"), say!(words, "repairs-way"), ways.collect()))
            (fields.area(&format!("words-{rating}"), say!(words, "repairs-words")).hint(say!(words, "repairs-words-hint")))
            (actions(Button::submit(say!(words, "repairs-done")).outline()))
        }
    }
}
