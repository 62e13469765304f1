//! Worksheets that a member can begin: the shelf of their groups, and each with what it is for.

use ::techniques::Form as Technique;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{begin, catalogue, is_open};
use crate::access::{About, Deed, Standing};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Charter};
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, rows};
use crate::web::{Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// The groups that a member sits in, with what each allows and how it is called.
pub(super) async fn own_groups(work: &mut Work<'_>) -> Result<Vec<(GroupId, Charter, String)>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
    let mut own = Vec::new();
    for id in groups::seated_in(work, person).await? {
        let grant = groups::may_see(work, id).await?;
        let group = groups::group(work, &grant, id).await?;
        own.push((id, group.charter, group.words.name));
    }
    Ok(own)
}

/// Every worksheet that one of the groups allows.
pub(super) async fn shelf(State(app): State<App>, who: Who) -> Result<Response> {
    let own = app.read(who.actor, async |work| own_groups(work).await).await?;
    let words = who.view.words;
    let open = catalogue().forms().filter(|form| own.iter().any(|(_, charter, _)| is_open(charter, form)));
    let open: Vec<&Technique> = open.collect();
    let row = |form: &&Technique| {
        Row::link(format!("/me/practice/forms/{}", form.id), &form.title)
            .small(say!(words, "techniques-about-minutes", minutes = form.minutes))
            .icon(Icon::Pen)
    };
    let body = html! {
        @if open.is_empty() { (empty(say!(words, "techniques-no-forms"))) } @else { (rows(open.iter().map(row))) }
    };
    Ok(Page::new(&who.view, "techniques-title-forms")
        .back("/me/practice", say!(words, "place-practice"))
        .lead(say!(words, "techniques-forms-lead"))
        .body(body)
        .into_response())
}

/// One worksheet: what it is for, when it helps, and the way to begin.
pub(super) async fn about(State(app): State<App>, who: Who, Path(id): Path<String>) -> Result<Response> {
    let (form, own) = look(&app, &who, &id).await?;
    Ok(page(&who.view, form, &own, Form::default(), Vec::new()).into_response())
}

/// Begins it.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<String>, typed: Form) -> Result<Response> {
    // The safety plan has a place of its own, which more people can open in need.
    if id == "safety-plan" {
        return Ok(go("/me/safety-plan"));
    }
    let (form, own) = look(&app, &who, &id).await?;
    let group = match typed.value("group") {
        "" => own.first().map(|(group, _)| *group),
        chosen => own.iter().map(|(group, _)| *group).find(|group| group.to_string() == chosen),
    };
    let day: Option<Date> = typed.value("day").parse().ok();
    let beginning = app.write(who.actor, async move |work| {
        let group = group.ok_or_else(|| Error::invalid("group", "fault-choose"))?;
        begin(work, group, &id, day).await
    });
    match beginning.await {
        // Who chose a day on the page of the week wants its card, begun or not.
        Ok(sheet) if day.is_some() => Ok(go(&format!("/me/practice/sheets/{sheet}/1"))),
        Ok(sheet) => Ok(go(&format!("/me/practice/sheets/{sheet}"))),
        Err(error) => mend(error, |faults| page(&who.view, form, &own, typed, faults)),
    }
}

/// The worksheet and the groups in which one may use it; without such a group there is none.
async fn look(app: &App, who: &Who, id: &str) -> Result<(&'static Technique, Vec<(GroupId, String)>)> {
    let form = catalogue().form(id).ok_or(Error::NotFound)?;
    let own = app.read(who.actor, async |work| own_groups(work).await).await?;
    let open = own.into_iter().filter(|(_, charter, _)| is_open(charter, form));
    let open: Vec<(GroupId, String)> = open.map(|(group, _, name)| (group, name)).collect();
    if open.is_empty() { Err(Error::NotFound) } else { Ok((form, open)) }
}

fn page(view: &View, form: &Technique, own: &[(GroupId, String)], typed: Form, faults: Vec<Fault>) -> Page {
    let words = view.words;
    let fields = Fields::again(view, typed, faults);
    let choices = own.iter().map(|(group, name)| Choice::new(group.to_string(), name)).collect();
    let inside = html! {
        @if own.len() > 1 { (fields.radios("group", say!(words, "techniques-for-group"), choices)) }
        (actions(Button::submit(say!(words, "techniques-begin"))))
    };
    let body = html! {
        p.lead { (form.purpose) }
        (said_before(view, form))
        (fields.form(&format!("/me/practice/forms/{}", form.id), inside))
        p.soft { (say!(words, "techniques-begin-how")) }
    };
    Page::new(view, "techniques-title-form")
        .back("/me/practice/forms", say!(words, "techniques-title-forms"))
        .heading(&form.title)
        .body(body)
}

fn said_before(view: &View, form: &Technique) -> Markup {
    let words = view.words;
    html! {
        p { (say!(words, "techniques-about-minutes", minutes = form.minutes)) }
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-helps-when")) }
            ul { @for line in &form.helps_when { li { (line) } } }
        }
        @if !form.cautions.is_empty() {
            (callout(Tone::Note, html! { @for line in &form.cautions { p { (line) } } }))
        }
        @if let Some(warning) = &form.warning { (callout(Tone::Note, html! { p { (warning) } })) }
    }
}
