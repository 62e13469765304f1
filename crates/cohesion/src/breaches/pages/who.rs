//! Who could see what, from when to when: for the whole group of a case, for one person in it, or group by group for a case about
//! the whole practice.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use maud::{Markup, html};

use super::super::see::{Founded, groups_of_case};
use super::super::{Asked, Case, CaseId, Could, Opened, Period, Sight, Whose, case, deeds, store, who_could_see};
use super::{Leads, leads, placed, to_mend};
use crate::access::{Deed, Tie};
use crate::app::App;
use crate::audit::{self, Opener};
use crate::clock::{Span, Timestamp};
use crate::groups::LeaderRole;
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::practice::Role;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Column, Tone, actions, callout, empty, fold, seen, table};
use crate::web::{Check, Fields, Form, Page, Path, Said, View, Width};
use crate::{Error, Result, say};

/// How far back is looked at first.
const FIRST_LOOK: Span = Span::days(30);

/// The word for the whole group in the form.
const GROUP: &str = "group";

struct Shown {
    case: Case,
    leads: Leads,
    /// The groups to choose from, in a case about the whole practice.
    groups: Vec<Founded>,
}

/// The page. Each look is on record. In a case about the whole practice nothing is looked at before a group is chosen.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path(id): Path<CaseId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    let view = &View { zone: shown.case.zone.clone(), ..placed(&who.view, shown.leads) };
    let form = match query.filter(|query| !query.is_empty()) {
        Some(query) => Form::parse(&query),
        None if shown.case.group.is_none() => {
            return Ok(page(view, &shown, &Fields::filled(view, first_form(view, &shown)), None).into_response());
        }
        None => first_form(view, &shown),
    };
    let asking = match typed(view, &shown, &form) {
        Ok(asked) => app.read(who.actor, async move |work| who_could_see(work, id, asked).await).await,
        Err(faults) => Err(faults),
    };
    match asking {
        Ok(sight) => Ok(page(view, &shown, &Fields::filled(view, form), Some(&sight)).into_response()),
        Err(error) => {
            let (faults, status) = to_mend(error)?;
            Ok(page(view, &shown, &Fields::again(view, form, faults), None).status(status).into_response())
        }
    }
}

async fn read(app: &App, who: &Who, id: CaseId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let row = store::find_case(work, id).await?;
        deeds::may_ask_who(work, &row, None).await?;
        let groups = groups_of_case(work, id).await?;
        Ok(Shown { case: case(work, id).await?, leads: leads(work).await?, groups })
    });
    reading.await
}

fn first_form(view: &View, shown: &Shown) -> Form {
    let case = &shown.case;
    let discovered = case.dossier.facts.as_ref().map_or(case.opened_at, |facts| facts.discovered);
    let day = |field: &str, date: Date| {
        [
            (format!("{field}-day"), date.day().to_string()),
            (format!("{field}-month"), date.month().to_string()),
            (format!("{field}-year"), date.year().to_string()),
        ]
    };
    let days = day("from", view.date(discovered - FIRST_LOOK)).into_iter().chain(day("until", view.today()));
    Form::of(days.chain(case.group.map(|_| ("of".to_owned(), GROUP.to_owned()))))
}

fn typed(view: &View, shown: &Shown, form: &Form) -> Result<Asked> {
    let mut check = Check::new(form);
    let whose = match form.value("of") {
        GROUP if shown.case.group.is_some() => Some(Whose::Group),
        _ if shown.case.group.is_none() => check.choice::<GroupId>("of").map(Whose::In),
        _ => check.choice::<PersonId>("of").map(Whose::Person),
    };
    let (from, until) = (check.date("from"), check.date("until"));
    let (whose, from, until) = check.done(|| Some((whose?, from?, until?)))?;
    let end = begins(view, until.saturating_add(1.day()), "until")?;
    let end = if until == view.today() { end.min(view.now) } else { end };
    Ok(Asked { whose, period: Period::new(begins(view, from, "from")?, end, view.now)? })
}

/// The moment at which a day begins on the view's clock.
fn begins(view: &View, date: Date, field: &str) -> Result<Timestamp> {
    let midnight = view.zone.to_timestamp(date.to_datetime(Time::midnight()));
    midnight.map(|at| Timestamp(at.as_millisecond())).map_err(|_| Error::invalid(field, "fault-date"))
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>, sight: Option<&Sight>) -> Page {
    let (words, case) = (view.words, &shown.case);
    let asking = asking(view, shown, fields);
    Page::new(view, "breaches-title-who")
        .width(Width::Wide)
        .back(&format!("/breaches/cases/{}", case.id), say!(words, "breaches-title-case"))
        .lead(say!(words, "breaches-who-lead"))
        .body(html! {
            (fields.summary())
            (seen(say!(words, "breaches-who-seen")))
            (asking)
            @if let Some(sight) = sight { (could(view, sight)) (opened(view, sight)) }
        })
}

fn asking(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let first = match case.group {
        Some(_) => Choice::new(GROUP, say!(words, "breaches-who-group")),
        None => Choice::new("", say!(words, "breaches-who-choose")),
    };
    let members = case.members.iter().map(|(person, called)| Choice::new(person.to_string(), called));
    let groups = shown.groups.iter().zip(1_u32..).map(|(group, number)| {
        let founded = view.date(group.at);
        let (month, year) = (words.month(founded), founded.year().to_string());
        let name = match group.led_by.as_slice() {
            [] => say!(words, "breaches-who-in-unled", number = number, month = month, year = year),
            some => {
                say!(words, "breaches-who-in", number = number, month = month, year = year, leaders = some.join(", "))
            }
        };
        Choice::new(group.id.to_string(), name)
    });
    html! {
        form.card.stack method="get" action={ "/breaches/cases/" (case.id) "/who" } novalidate {
            (fields.select("of", say!(words, "breaches-who-of"), std::iter::once(first).chain(members).chain(groups).collect()))
            (fields.date("from", say!(words, "breaches-who-from")))
            (fields.date("until", say!(words, "breaches-who-until")))
            (actions(Button::submit(say!(words, "breaches-who-show")).outline()))
        }
    }
}

fn could(view: &View, sight: &Sight) -> Markup {
    let words = view.words;
    let (name, time, what) =
        (say!(words, "breaches-who-name"), say!(words, "breaches-who-time"), say!(words, "breaches-who-reach"));
    let columns = [Column::Words(&name), Column::Words(&time), Column::Words(&what)];
    let row = |one: &Could| {
        let time = say!(words, "breaches-who-span", from = view.day(one.since), until = view.day(one.until));
        vec![named(view, &one.who, one.tie.code()), html! { (time) }, reach(view, &one.reach)]
    };
    html! {
        section.stack {
            h2 { (say!(words, "breaches-who-could")) }
            (table(say!(words, "breaches-who-could-caption"), &columns, sight.could.iter().map(row)))
            @if sight.members > 0 {
                p { (say!(words, "breaches-who-members", count = sight.members)) }
                (reach(view, &sight.members_reach))
            }
        }
    }
}

/// Who it was, with the part in which they acted.
fn named(view: &View, opener: &Opener, outcome: &str) -> Markup {
    let words = view.words;
    let name: Said = match opener {
        Opener::Colleague { called: Some(called) } => called.clone().into(),
        Opener::Colleague { called: None } => say!(words, "audit-who-gone"),
        Opener::Member => say!(words, "audit-who-member"),
        Opener::Program => say!(words, "audit-who-program"),
        Opener::Visitor => say!(words, "audit-who-visitor"),
    };
    html! { strong { (name) } @if let Some(part) = part(outcome) { ", " (words.say(part, None)) } }
}

/// The Fluent key of the part that a word of the log names, where it says more than the name.
fn part(outcome: &str) -> Option<&'static str> {
    let tie = Tie::ALL.into_iter().find(|tie| tie.code() == outcome)?;
    if let Some(role) = LeaderRole::ALL.into_iter().find(|role| role.tie() == tie) {
        return Some(role.name_key());
    }
    Role::ALL.into_iter().find(|role| role.tie() == Some(tie)).map(Role::name_key)
}

fn reach(view: &View, deeds: &[Deed]) -> Markup {
    let words = view.words;
    if deeds.is_empty() {
        return html! { (say!(words, "breaches-who-nothing")) };
    }
    fold(
        say!(words, "breaches-who-kinds", count = deeds.len()),
        html! { ul.prose { @for deed in deeds { li { (audit::deed_name(words, deed.code())) } } } },
    )
}

fn opened(view: &View, sight: &Sight) -> Markup {
    let words = view.words;
    let (name, what) = (say!(words, "breaches-who-name"), say!(words, "breaches-who-what"));
    let (often, first, last) =
        (say!(words, "breaches-who-often"), say!(words, "breaches-who-first"), say!(words, "breaches-who-last"));
    let columns = [
        Column::Words(&name),
        Column::Words(&what),
        Column::Number(&often),
        Column::Words(&first),
        Column::Words(&last),
    ];
    let row = |(who, one): &(Opener, Opened)| {
        let refused = one.outcome == "refused";
        vec![
            named(view, who, &one.outcome),
            html! { (audit::deed_name(words, &one.deed)) @if refused { " " (say!(words, "breaches-who-refused")) } },
            html! { (one.count) },
            html! { (view.moment_alone(one.first)) },
            html! { (view.moment_alone(one.last)) },
        ]
    };
    html! {
        section.stack {
            h2 { (say!(words, "breaches-who-opened")) }
            @if sight.is_cut { (callout(Tone::Note, html! { p { (say!(words, "breaches-who-cut")) } })) }
            @if sight.opened.is_empty() { (empty(say!(words, "breaches-who-none"))) } @else {
                (table(say!(words, "breaches-who-opened-caption"), &columns, sight.opened.iter().map(row)))
            }
        }
    }
}
