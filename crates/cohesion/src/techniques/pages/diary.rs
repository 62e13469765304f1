//! A week of diary cards: the table, the days to fill in, and the targets with their days.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::week::{Band, DAYS, Week};
use super::super::{DIARY_CARD, Diary, Target, TargetId, deeds, diary_of, end_target, form_for, own_diary, set_target};
use super::start::own_groups;
use crate::app::App;
use crate::enrolment::person_tabs;
use crate::error::Fault;
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::limits::TARGET_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::Tone;
use crate::web::parts::{Button, Icon, actions, callout, empty, fold, missing, post, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::work::Work;
use crate::{Error, Result, identity, say};

/// One's own week.
pub(super) async fn own(State(app): State<App>, who: Who, RawQuery(query): RawQuery) -> Result<Response> {
    let last = asked(query.as_deref());
    let diary = app.read(who.actor, async move |work| mine(work, last).await).await?;
    Ok(page(&who.view, &diary, Form::default(), Vec::new()).into_response())
}

/// Agrees on a target of one's own.
pub(super) async fn set_own(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let diary = app.read(who.actor, async move |work| mine(work, None).await).await?;
    let (group, person) = (diary.group, diary.person);
    match set(&app, &who, group, person, &form).await {
        Ok(()) => Ok(go("/me/practice/diary")),
        Err(error) => mend(error, |faults| page(&who.view, &diary, form, faults)),
    }
}

/// Ends a target of one's own.
pub(super) async fn end_own(State(app): State<App>, who: Who, Path(id): Path<TargetId>) -> Result<Response> {
    app.write(who.actor, async move |work| end_target(work, id).await).await?;
    Ok(go("/me/practice/diary"))
}

/// A member's week, for those who lead.
pub(super) async fn theirs(
    State(app): State<App>,
    who: Who,
    Path(person): Path<PersonId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let last = asked(query.as_deref());
    their_page(&app, &who, person, last, Form::default(), None).await
}

/// Agrees on a target with a member.
pub(super) async fn set_theirs(
    State(app): State<App>,
    who: Who,
    Path(person): Path<PersonId>,
    form: Form,
) -> Result<Response> {
    let diary = app.read(who.actor, async move |work| diary_of(work, person, None).await).await?;
    match set(&app, &who, diary.group, person, &form).await {
        Ok(()) => Ok(go(&format!("/care/people/{person}/diary"))),
        Err(error) => their_page(&app, &who, person, None, form, Some(error)).await,
    }
}

/// Ends a target together with a member.
pub(super) async fn end_theirs(
    State(app): State<App>,
    who: Who,
    Path((person, id)): Path<(PersonId, TargetId)>,
) -> Result<Response> {
    app.write(who.actor, async move |work| {
        diary_of(work, person, None).await?;
        end_target(work, id).await
    })
    .await?;
    Ok(go(&format!("/care/people/{person}/diary")))
}

/// The actor's diary in the first of their groups that has cards.
async fn mine(work: &mut Work<'_>, last: Option<Date>) -> Result<Diary> {
    let own = own_groups(work).await?;
    let group = own.into_iter().find(|(_, charter, _)| form_for(charter, DIARY_CARD).is_ok());
    own_diary(work, group.ok_or(Error::NotFound)?.0, last).await
}

async fn set(app: &App, who: &Who, group: GroupId, person: PersonId, form: &Form) -> Result<()> {
    let mut check = Check::new(form);
    let target = check.text("target", 1..=TARGET_CHARS_MAX);
    let target = check.done(|| target);
    let setting = app.write(who.actor, async move |work| {
        deeds::may_set_target(work, group, person).await?;
        set_target(work, group, person, target.as_ref().map_err(Error::clone)?).await.map(drop)
    });
    setting.await
}

fn asked(query: Option<&str>) -> Option<Date> {
    Form::parse(query.unwrap_or_default()).value("until").parse().ok()
}

async fn their_page(
    app: &App,
    who: &Who,
    person: PersonId,
    last: Option<Date>,
    form: Form,
    error: Option<Error>,
) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let diary = diary_of(work, person, last).await?;
        let standing = crate::groups::standing(work, diary.group).await?;
        let grant = work.ask(crate::access::Deed::ReadSheet, standing, crate::access::About::person(person))?;
        let called = identity::called(work, &grant, person).await?;
        Ok((diary, called, person_tabs(work, person).await?, standing.allows(crate::access::Deed::SetTarget)))
    });
    let (diary, called, tabs, may_set) = reading.await?;
    let view = &who.view;
    let draw = |faults: Vec<Fault>| {
        let at = format!("/care/people/{person}/diary");
        let body = html! {
            h2 { (say!(view.words, "techniques-diary")) }
            (missing(view, diary.damaged))
            (week(view, &diary, &at))
            @if may_set {
                (targets(view, &diary, &Fields::again(view, form, faults), &at, |target| format!("{at}/targets/{}/end", target.id)))
            }
            (seen(say!(view.words, "techniques-read-seen")))
        };
        Page::new(view, "techniques-title-person")
            .width(Width::Mid)
            .crumb("/care/people", say!(view.words, "place-people"))
            .crumb(format!("/care/people/{person}"), called.clone())
            .heading(&called)
            .tabs(tabs.draw(view))
            .body(body)
    };
    match error {
        Some(error) => mend(error, draw),
        None => Ok(draw(Vec::new()).into_response()),
    }
}

fn page(view: &View, diary: &Diary, form: Form, faults: Vec<Fault>) -> Page {
    let words = view.words;
    let at = "/me/practice/diary";
    let open: Vec<Date> =
        diary.week.days().zip(diary.week.filled).filter_map(|(day, is_filled)| (!is_filled).then_some(day)).collect();
    let fill = |day: &Date| {
        let label = if *day == diary.today {
            say!(words, "techniques-fill-today")
        } else {
            say!(words, "techniques-fill-day", day = words.day(*day))
        };
        let button = Button::submit(label);
        let button = if *day == diary.today { button.icon(Icon::Pen) } else { button.outline().small() };
        let (group, day) = (diary.group.to_string(), day.to_string());
        post(&format!("/me/practice/forms/{DIARY_CARD}"), &[("group", &group), ("day", &day)], &button)
    };
    let body = html! {
        (callout(Tone::Note, html! { p { (say!(words, "techniques-danger-read")) " " a href="/help" { (say!(words, "techniques-help")) } } }))
        div.cluster { @for day in open.iter().rev().filter(|day| **day <= diary.today) { (fill(day)) } }
        (missing(view, diary.damaged))
        (week(view, diary, at))
        (targets(view, diary, &Fields::again(view, form, faults), at, |target| format!("/me/practice/targets/{}/end", target.id)))
    };
    Page::new(view, "techniques-title-diary")
        .width(Width::Mid)
        .back("/me/practice", say!(words, "place-practice"))
        .lead(say!(words, "techniques-diary-lead", count = diary.week.filled.iter().filter(|filled| **filled).count()))
        .body(body)
}

fn week(view: &View, diary: &Diary, at: &str) -> Markup {
    let (words, week) = (view.words, &diary.week);
    let before = week.first.yesterday().ok().filter(|before| *before >= diary.since);
    let after = week.days().last().and_then(|last| last.checked_add(jiff::Span::new().days(7)).ok());
    html! {
        nav.cluster aria-label=(say!(words, "techniques-weeks")) {
            @if let Some(before) = before { (Button::link(format!("{at}?until={before}"), say!(words, "techniques-week-before")).outline().small().icon(Icon::Prev)) }
            @if let Some(after) = after.filter(|_| week.days().last().is_some_and(|last| last < diary.today)) {
                (Button::link(format!("{at}?until={after}"), say!(words, "techniques-week-after")).outline().small())
            }
        }
        @if week.bands.is_empty() { (empty(say!(words, "techniques-week-empty"))) } @else {
            div.scroll tabindex="0" role="region" aria-label=(say!(words, "techniques-week-table")) { (table(view, week)) }
            p.soft.small { (say!(words, "techniques-week-key")) }
        }
    }
}

fn table(view: &View, week: &Week) -> Markup {
    let words = view.words;
    html! {
        table.diary {
            caption.unseen { (say!(words, "techniques-week-table")) }
            thead { tr { td {} @for day in week.days() { th scope="col" { (words.day_short(day)) } } } }
            tbody { @for band in &week.bands { (band_rows(view, band)) } }
        }
    }
}

fn band_rows(view: &View, band: &Band) -> Markup {
    html! {
        tr.band { th scope="rowgroup" colspan=(DAYS + 1) { (band.title) } }
        @for line in &band.lines {
            tr {
                th scope="row" { (line.label) }
                @for cell in &line.cells {
                    td { @match cell {
                        Some(mark) => (mark),
                        None => { span.open aria-hidden="true" { "–" } span.unseen { (say!(view.words, "techniques-left-open")) } }
                    } }
                }
            }
        }
    }
}

fn targets(view: &View, diary: &Diary, fields: &Fields<'_>, at: &str, end: impl Fn(&Target) -> String) -> Markup {
    let words = view.words;
    let (open, over): (Vec<&Target>, Vec<&Target>) = diary.targets.iter().partition(|target| target.until.is_none());
    let inside = html! {
        (fields.text("target", say!(words, "techniques-target-new")).hint(say!(words, "techniques-target-hint")))
        (actions(Button::submit(say!(words, "techniques-target-set")).outline()))
    };
    html! {
        section.stack {
            h2 { (say!(words, "techniques-targets")) }
            @for target in open {
                div.spread {
                    span { (target.words) " " small.soft { (say!(words, "techniques-target-since", day = view.day(target.from))) } }
                    (post(&end(target), &[], &Button::submit(say!(words, "techniques-target-end")).quiet().small()))
                }
            }
            (fields.form(&format!("{at}/targets"), inside))
            @if !over.is_empty() {
                (fold(say!(words, "techniques-targets-before"), html! {
                    ul { @for target in over { li {
                        (target.words) " "
                        small.soft { (say!(words, "techniques-target-days", from = view.day(target.from), until = view.day(target.until.unwrap_or(target.from)))) }
                    } } }
                }))
            }
        }
    }
}
