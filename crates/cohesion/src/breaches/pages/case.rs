//! One case: what is still to do, its clocks, what was done, and the forms with which more is put on record.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Case, CaseId, Facts, Stage, case};
use super::{Leads, by_when, forms, leads, outcome, placed, shown};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::parts::{
    Button, Item, State as Tick, Tone, When, actions, callout, checklist, facts, missing, own, seen, story, tag,
};
use crate::web::{Fields, Page, Path, View, Width};
use crate::{Result, say};

/// What the page shows.
pub(super) struct Shown {
    pub case: Case,
    pub leads: Leads,
    pub me: PersonId,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<CaseId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    let fields = Fields::filled(&who.view, forms::filled(&who.view, &shown.case, None));
    Ok(page(&who.view, &shown, &fields).into_response())
}

/// Reads it for the actor.
pub(super) async fn read(app: &App, who: &Who, id: CaseId) -> Result<Shown> {
    let me = who.person;
    let reading =
        app.read(who.actor, async move |work| Ok(Shown { case: case(work, id).await?, leads: leads(work).await?, me }));
    reading.await
}

/// The page, with what was typed.
pub(super) fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let view = &View { zone: shown.case.zone.clone(), ..placed(view, shown.leads) };
    let (words, case) = (view.words, &shown.case);
    let parts = html! {
        (happened(view, shown))
        (affected(view, shown, fields))
        (contained(view, shown, fields))
        (outcome::decided(view, shown, fields))
        (outcome::told(view, shown, fields))
        (outcome::learned(view, shown, fields))
        (outcome::closing(view, shown, fields))
        (outcome::history(view, case))
    };
    let opened = || say!(words, "breaches-opened", moment = view.moment(case.opened_at));
    let about = case.group_name.as_ref().map_or_else(
        || html! { (shown::about(view, &case.led_by, case.opened_at)) },
        |name| html! { (name) ". " (opened()) },
    );
    Page::new(view, "breaches-title-case")
        .width(Width::Mid)
        .back("/breaches/cases", say!(words, "breaches-title-cases"))
        .lead(about)
        .tools(state(view, case))
        .body(html! {
            (fields.summary())
            (seen(shown::who_reads(view, case.audience)))
            (missing(view, case.damaged + case.reports.damaged))
            (next(view, case))
            (steps(view, case))
            (parts)
        })
}

fn state(view: &View, case: &Case) -> Markup {
    let words = view.words;
    match case.dossier.closed {
        Some(_) => tag(Tone::Well, None, say!(words, "breaches-is-closed")),
        None => tag(Tone::Note, None, say!(words, "breaches-is-open")),
    }
}

/// The clock that is over first, or that all is answered.
fn next(view: &View, case: &Case) -> Markup {
    let words = view.words;
    if let Some(closed) = case.dossier.closed {
        return callout(
            Tone::Well,
            html! { p { strong { (say!(words, "breaches-closed-at", moment = view.moment(closed.at))) } } },
        );
    }
    let clocks = case.dossier.clocks(&case.zone);
    let Some(clock) = clocks.iter().find(|clock| case.dossier.runs(clock)) else {
        return callout(Tone::Plain, html! { p { strong { (say!(words, "breaches-no-clock")) } } });
    };
    let tone = if clock.due <= view.now { Tone::Note } else { Tone::Brand };
    callout(
        tone,
        html! { p { strong { (by_when(view, clock.due)) } } p { (words.say(clock.telling.name_key(), None)) } },
    )
}

fn steps(view: &View, case: &Case) -> Markup {
    let words = view.words;
    let open = case.dossier.open_stages(&case.zone);
    let items = Stage::ALL.map(|stage| {
        let (name, how) = stage.word_keys();
        let state = if open.contains(&stage) { Tick::Open } else { Tick::Done };
        let name = html! { (words.say(name, None)) };
        Item { state, name, text: html! { (words.say(how, None)) }, action: None }
    });
    html! { section.stack { h2 { (say!(words, "breaches-steps")) } (checklist(&items)) } }
}

fn happened(view: &View, shown: &Shown) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let correct =
        Button::link(format!("/breaches/cases/{}/facts", case.id), say!(words, "breaches-title-facts")).outline();
    let who = Button::link(format!("/breaches/cases/{}/who", case.id), say!(words, "breaches-title-who")).outline();
    html! {
        section.stack {
            h2 { (say!(words, "breaches-what-happened")) }
            @if let Some(facts) = &case.dossier.facts { (known(view, facts)) }
            (shown::reports(view, case))
            @if case.may_handle {
                (actions(html! {
                    @if shown.may_write() { (correct) }
                    (who)
                }))
            }
        }
    }
}

fn known(view: &View, known: &Facts) -> Markup {
    let words = view.words;
    let laws = known.laws.iter().map(|law| words.say(law.name_key(), None).into_owned()).collect::<Vec<_>>().join("; ");
    let laws = if laws.is_empty() { say!(words, "breaches-laws-none") } else { laws.into() };
    html! {
        (own(&known.happened))
        (facts([
            (say!(words, "breaches-cause"), words.say(known.cause.name_key(), None)),
            (say!(words, "breaches-discovered"), view.moment(known.discovered)),
            (say!(words, "breaches-laws"), laws),
        ]))
    }
}

impl Shown {
    /// Whether the reader may put more on record now.
    pub fn may_write(&self) -> bool {
        self.case.may_handle && self.case.dossier.closed.is_none()
    }
}

fn affected(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let known = case.dossier.affected.as_ref();
    let named = known.iter().flat_map(|affected| &affected.people);
    let named: Vec<&str> = named
        .filter_map(|person| case.members.iter().find(|(known, _)| known == person))
        .map(|(_, called)| called.as_str())
        .collect();
    html! {
        section.stack {
            h2 { (say!(words, "breaches-affected")) }
            @if let Some(affected) = known {
                p { (say!(words, "breaches-affected-count", count = case.dossier.count())) }
                @if !named.is_empty() { p { (named.join(", ")) } }
                (own(&affected.what))
            }
            @if shown.may_write() { (forms::affected(view, case, fields)) }
        }
    }
}

fn contained(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    html! {
        section.stack {
            h2 { (say!(words, "breaches-stage-contain")) }
            @if !case.dossier.contained.is_empty() {
                (story(case.dossier.contained.iter().map(|(done, mark)| {
                    let by = case.name_of(mark.by);
                    let what = html! {
                        (words.say(done.step.name_key(), None)) @if let Some(by) = by { " · " (by) }
                        (own(&done.words))
                    };
                    (When::Done, view.moment(done.at), what)
                })))
            }
            @if shown.may_write() { (forms::contain(view, shown, fields)) }
        }
    }
}
