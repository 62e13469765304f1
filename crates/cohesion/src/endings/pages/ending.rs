//! How a group's ending stands, and what can be done about it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Ending, Item, Leaver, LeaverStep, Phase, Subject, announce, assign_relapse_plan, deeds, ending, leavers,
    repeat_measures, take_leaver_step, tick,
};
use super::{boosters, leavers as leaving, members};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{group_page, on_the_clock_of};
use crate::id::{Bytes, EnrolmentId, GroupId, PersonId, SessionId};
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Item as Line, State as Stand, Tone, callout, checklist, post};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let (ending, leavers) = read(&app, &who, id).await?;
    Ok(page(&who.view, &ending, &leavers, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<(Ending, Vec<Leaver>)> {
    app.read(who.actor, async move |work| Ok((ending(work, id).await?, leavers(work, id).await?))).await
}

/// An item is ticked off or opened again, or the act that it stands for is done.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (item, member) = (check.choice::<Item>("item"), check.optional("member", |check| check.choice("member")));
    let read = check.done(|| Some((item?, member?.map_or(Subject::Group, Subject::Member))));
    let acting = app.write(who.actor, async move |work| {
        deeds::may_run(work, id).await?;
        let (item, subject) = *read.as_ref().map_err(Error::clone)?;
        match item {
            Item::Measures => repeat_measures(work, id, subject).await.map(|_| ()),
            Item::RelapsePlan => assign_relapse_plan(work, id, subject).await,
            other => tick(work, id, subject, other).await,
        }
    });
    let done = acting.await;
    answer(&app, &who, id, form, done).await
}

/// The end of one membership is announced.
pub(super) async fn announce_one(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let (member, session) = (check.choice::<PersonId>("member"), check.choice::<SessionId>("session"));
    let read = check.done(|| Some((member?, session?)));
    let acting = app.write(who.actor, async move |work| {
        deeds::may_run(work, id).await?;
        let (member, session) = *read.as_ref().map_err(Error::clone)?;
        announce(work, id, member, session).await
    });
    let done = acting.await;
    answer(&app, &who, id, form, done).await
}

/// A step towards somebody who left early was done.
pub(super) async fn reach(
    State(app): State<App>,
    who: Who,
    Path((id, enrolment)): Path<(GroupId, EnrolmentId)>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let step = check.choice::<LeaverStep>(&format!("step-{enrolment}"));
    let words = check.area(&format!("words-{enrolment}"), 1..=TEXT_CHARS_MAX);
    let read = check.done(|| Some((step?, words?)));
    let acting = app.write(who.actor, async move |work| {
        deeds::may_run(work, id).await?;
        leavers(work, id).await?.iter().find(|leaver| leaver.enrolment == enrolment).ok_or(Error::NotFound)?;
        let (step, words) = read.as_ref().map_err(Error::clone)?;
        take_leaver_step(work, id, enrolment, *step, words).await
    });
    let done = acting.await;
    answer(&app, &who, id, form, done).await
}

async fn answer(app: &App, who: &Who, id: GroupId, form: Form, done: Result<()>) -> Result<Response> {
    let (faults, status) = match done {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/ending"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let (ending, leavers) = read(app, who, id).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &ending, &leavers, &fields).status(status).into_response())
}

fn page(view: &View, ending: &Ending, leavers: &[Leaver], fields: &Fields<'_>) -> Page {
    let view = &on_the_clock_of(view, &ending.group);
    let (people, leaving) = (members::section(view, ending, fields), leaving::section(view, ending, leavers, fields));
    group_page(view, &ending.group, ending.standing, "endings-title-ending").lead(lead(view, ending)).body(html! {
        (fields.summary())
        div.split {
            div.stack.stack--loose {
                @if ending.phase != Phase::Before { (of_group(view, ending)) }
                (people)
                (leaving)
            }
            div.stack.stack--loose { (boosters::looking(view, ending)) (boosters::section(view, ending)) }
        }
    })
}

/// Where the group is on the way to its end.
fn lead(view: &View, ending: &Ending) -> Markup {
    let (words, (held, all)) = (view.words, ending.sessions);
    html! {
        @match ending.phase {
            Phase::Before if ending.begins_by_itself() => (say!(words, "endings-before-closed", held = held, all = all)),
            Phase::Before => (say!(words, "endings-before-open")),
            Phase::Ending => (say!(words, "endings-begun", held = held, all = all)),
            Phase::Over => (say!(words, "endings-over")),
        }
    }
}

/// What the ending asks of the group as a whole.
fn of_group(view: &View, ending: &Ending) -> Markup {
    let lines: Vec<Line> = Item::OF_GROUP.into_iter().map(|item| line(view, ending, Subject::Group, item)).collect();
    html! {
        section.stack {
            h2 { (say!(view.words, "endings-of-group")) }
            (checklist(&lines))
            @if ending.phase == Phase::Over { (callout(Tone::Plain, html! { p { (say!(view.words, "endings-over-hint")) } })) }
        }
    }
}

/// One item with what can be done about it.
pub(super) fn line(view: &View, ending: &Ending, subject: Subject, item: Item) -> Line {
    let words = view.words;
    let id: Bytes = match subject {
        Subject::Group => ending.group.id.0,
        Subject::Member(person) => person.0,
    };
    let tick = ending.ticks.iter().find(|tick| tick.subject == id && tick.item == item);
    let text = match tick {
        None => words.say(hint_key(item), None),
        Some(tick) => {
            let by = ending.names.iter().find(|(known, _)| Some(*known) == tick.by).map(|(_, name)| name.as_str());
            let by = by.map_or_else(|| say!(words, "sessions-somebody").into_owned(), str::to_owned);
            say!(words, "endings-done-by", name = by, moment = view.moment(tick.at))
        }
    };
    let member = match subject {
        Subject::Group => String::new(),
        Subject::Member(person) => person.to_string(),
    };
    let button = match (tick, item) {
        (None, Item::Measures) => Some(Button::submit(say!(words, "endings-ask-again")).outline()),
        (None, Item::RelapsePlan) => Some(Button::submit(say!(words, "endings-set-plan")).outline()),
        (Some(_), Item::Measures | Item::RelapsePlan) => None,
        (None, _) => Some(Button::submit(say!(words, "endings-tick")).outline()),
        (Some(_), _) => Some(Button::submit(say!(words, "endings-untick")).quiet()),
    };
    let action = format!("/care/groups/{}/ending", ending.group.id);
    let action = button
        .filter(|_| ending.may_run())
        .map(|button| post(&action, &[("item", item.word()), ("member", &member)], &button.small()));
    Line {
        state: if tick.is_some() { Stand::Done } else { Stand::Open },
        name: html! { (words.say(item.name_key(), None)) },
        text: html! { (text) },
        action,
    }
}

const fn hint_key(item: Item) -> &'static str {
    match item {
        Item::Named => "endings-hint-named",
        Item::Measures => "endings-hint-measures",
        Item::RelapsePlan => "endings-hint-relapse-plan",
        Item::Goals => "endings-hint-goals",
        Item::Goodbye => "endings-hint-goodbye",
        Item::Letter => "endings-hint-letter",
    }
}
