//! One case: what is still to do, its clocks, what was done, and the forms with which more is put on record.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Case, CaseId, Clock, Decided, Entry, Facts, Stage, case};
use super::{Leads, by_when, forms, late_tag, leads, placed, shown};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::parts::{
    Button, Column, Item, State as Tick, Tone, When, actions, callout, checklist, facts, fold, missing, own, seen,
    story, table, tag,
};
use crate::web::{Fields, Page, View, Width};
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
        (decided(view, shown, fields))
        (told(view, shown, fields))
        (learned(view, shown, fields))
        (closing(view, shown, fields))
        (history(view, case))
    };
    let about = match &case.group_name {
        Some(name) => html! { (name) ". " (say!(words, "breaches-opened", moment = view.moment(case.opened_at))) },
        None => html! { (shown::about(view, &case.led_by, case.opened_at)) },
    };
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
            @if shown.may_write() || (case.may_handle && case.group.is_some()) {
                (actions(html! {
                    @if shown.may_write() { (correct) }
                    @if case.may_handle && case.group.is_some() { (who) }
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

fn decided(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let decided = case.dossier.decided.as_ref();
    html! {
        section.stack {
            h2 { (say!(words, "breaches-stage-decide")) }
            @if let Some(decided) = decided { (decision(view, case, decided)) }
            @if shown.may_write() {
                @if let Some(waits) = decided.filter(|decided| !decided.stands()) {
                    @if waits.mark.by == shown.me {
                        (callout(Tone::Note, html! { p { (say!(words, "breaches-waits-for-second")) } }))
                    } @else {
                        (forms::second(view, case, fields))
                    }
                }
                (forms::decide(view, case, fields))
            }
        }
    }
}

fn decision(view: &View, case: &Case, decided: &Decided) -> Markup {
    let (words, assessment) = (view.words, decided.decision.assessment);
    let weighed = [
        (say!(words, "breaches-weigh-nature"), assessment.nature),
        (say!(words, "breaches-weigh-recipient"), assessment.recipient),
        (say!(words, "breaches-weigh-seen"), assessment.seen),
        (say!(words, "breaches-weigh-left"), assessment.left),
    ];
    let by = case.name_of(decided.mark.by).unwrap_or_default();
    html! {
        p {
            strong { (words.say(decided.decision.tells.name_key(), None)) } " "
            (say!(words, "breaches-decided-by", called = by, moment = view.moment(decided.mark.at)))
            @if let Some(agreed) = decided.agreed {
                " " (say!(words, "breaches-agreed-by", called = case.name_of(agreed.by).unwrap_or_default(), moment = view.moment(agreed.at)))
            }
        }
        (facts(weighed.map(|(name, weight)| (name, words.say(weight.name_key(), None)))))
        (own(&decided.decision.reasons))
    }
}

fn told(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let clocks = case.dossier.clocks(&case.zone);
    let (whom, due, how) = (say!(words, "breaches-whom"), say!(words, "breaches-by"), say!(words, "breaches-told"));
    let columns = [Column::Words(&whom), Column::Words(&due), Column::Words(&how)];
    let row = |clock: &Clock| {
        vec![
            html! { (words.say(clock.telling.name_key(), None)) },
            html! { (view.moment(clock.due)) },
            how_told(view, case, clock),
        ]
    };
    let letter =
        Button::link(format!("/breaches/cases/{}/letter", case.id), say!(words, "breaches-title-letter")).outline();
    html! {
        section.stack {
            h2 { (say!(words, "breaches-stage-tell")) }
            (table(say!(words, "breaches-clocks"), &columns, clocks.iter().map(row)))
            @if let Some(letter) = &case.dossier.letter {
                (fold(say!(words, "breaches-letter"), html! { p.lines { (letter) } }))
            }
            @if shown.may_write() {
                (actions(letter))
                (forms::tell(view, case, &clocks, fields))
            }
        }
    }
}

fn how_told(view: &View, case: &Case, clock: &Clock) -> Markup {
    let words = view.words;
    html! {
        @if let Some((told, mark)) = case.dossier.told_of(clock) {
            (say!(words, "breaches-told-by", called = case.name_of(mark.by).unwrap_or_default(), moment = view.moment(told.at)))
            " " span.soft { (told.words) }
        } @else if !case.dossier.is_demanded(clock) {
            (say!(words, "breaches-not-told"))
        } @else {
            (say!(words, "breaches-not-yet")) " " @if case.dossier.runs(clock) { (late_tag(view, clock.due)) }
        }
    }
}

fn learned(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    html! {
        section.stack {
            h2 { (say!(words, "breaches-stage-learn")) }
            @for (said, mark) in &case.dossier.learned {
                p.soft { (view.moment(mark.at)) @if let Some(by) = case.name_of(mark.by) { " · " (by) } }
                (own(said))
            }
            @if shown.may_write() { (forms::learn(view, case, fields)) }
        }
    }
}

fn closing(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let open = case.dossier.open_stages(&case.zone);
    html! {
        @if shown.may_write() {
            section.card.stack {
                h2 { (say!(words, "breaches-close")) }
                @if open.is_empty() { (forms::close(view, case, fields)) } @else { p { (say!(words, "breaches-close-how")) } }
            }
        }
    }
}

/// Every entry, the first first: what was written before stays beside what came after.
fn history(view: &View, case: &Case) -> Markup {
    let words = view.words;
    let lines = case.entries.iter().map(|(entry, mark, by)| {
        let what =
            html! { (words.say(entry.name_key(), None)) " · " (by) @if let Some(said) = text(entry) { (own(said)) } };
        (When::Done, view.moment(mark.at), what)
    });
    fold(say!(words, "breaches-history", count = case.entries.len()), story(lines))
}

fn text(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::Facts(facts) => Some(&facts.happened),
        Entry::Affected(affected) => Some(&affected.what),
        Entry::Contained(done) => Some(&done.words),
        Entry::Decided(decision) => Some(&decision.reasons),
        Entry::Told(told) => Some(&told.words),
        Entry::Letter(words) | Entry::Objected(words) | Entry::Learned(words) => Some(words),
        Entry::Agreed | Entry::Closed => None,
    }
}
