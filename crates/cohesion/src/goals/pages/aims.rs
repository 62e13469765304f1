//! A group's goals for those who lead it: what it is for, which of its members' goals wait, and everybody's.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Aim, AimId, AimMove, AimState, Goal, OfMember, aims, deeds, goals_in, keep_aim, set_aim};
use super::draw::{goal_rows, is_due, row};
use super::side::Side;
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Group, group_page};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::LINE_CHARS_MAX;
use crate::web::parts::{Button, Row, actions, empty, fold, missing, person, post, rows, seen};
use crate::web::{Check, Fields, Form, Page, Path, Said, View, go};
use crate::{Error, Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    aims: Vec<Aim>,
    members: Vec<OfMember>,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let (members, aims) = (goals_in(work, id).await?, aims(work, id).await?);
        let grant = groups::may_see(work, id).await?;
        let group = groups::group(work, &grant, id).await?;
        Ok(Shown { group, standing: groups::standing(work, id).await?, aims, members })
    });
    reading.await
}

/// One more thing that the group is for.
pub(super) async fn add(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let words = check.text("words", 1..=LINE_CHARS_MAX);
    let read = check.done(|| words);
    let adding = app.write(who.actor, async move |work| {
        deeds::may_set_aims(work, id).await?;
        set_aim(work, id, read.as_ref().map_err(Error::clone)?).await.map(|_| ())
    });
    let done = adding.await;
    answer(&app, &who, id, form, done).await
}

/// An aim changes its place, or is set aside.
pub(super) async fn move_on(
    State(app): State<App>,
    who: Who,
    Path((id, aim)): Path<(GroupId, AimId)>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let to = check.choice::<AimMove>("to");
    let read = check.done(|| to);
    let moving = app.write(who.actor, async move |work| {
        deeds::may_set_aims(work, id).await?;
        aims(work, id).await?.iter().find(|known| known.id == aim).map(|_| ()).ok_or(Error::NotFound)?;
        keep_aim(work, id, aim, *read.as_ref().map_err(Error::clone)?).await
    });
    let done = moving.await;
    answer(&app, &who, id, form, done).await
}

async fn answer(app: &App, who: &Who, id: GroupId, form: Form, done: Result<()>) -> Result<Response> {
    let (faults, status) = match done {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/goals"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(app, who, id).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    group_page(view, &shown.group, shown.standing, "goals-title-group").body(html! {
        div.split {
            div.stack.stack--loose { (waiting(view, shown)) (everybody(view, shown)) }
            div.stack.stack--loose { (what_for(view, shown, fields)) }
        }
    })
}

/// Goals to look at again, and those that wait for a yes of whoever leads.
fn waiting(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let is_waiting = |goal: &&Goal| {
        let for_us = goal.proposed().is_some_and(|version| version.author == goal.person);
        goal.is_open() && (for_us || is_due(view, goal))
    };
    let found: Vec<(&OfMember, &Goal)> = shown
        .members
        .iter()
        .flat_map(|member| member.goals.readable.iter().filter(is_waiting).map(move |goal| (member, goal)))
        .collect();
    let line = |(member, goal): &(&OfMember, &Goal)| row(view, goal, Side::Care).avatar(&member.called);
    html! {
        section.stack {
            h2 { (say!(words, "goals-to-look-at")) " " span.count { (found.len()) } }
            @if found.is_empty() { (empty(say!(words, "goals-nothing-waits"))) } @else { (rows(found.iter().map(line))) }
        }
    }
}

fn everybody(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let open = |member: &OfMember| member.goals.readable.iter().filter(|goal| goal.is_open()).count();
    html! {
        section.stack {
            h2 { (say!(words, "goals-everybody")) }
            @if shown.members.is_empty() { (empty(say!(words, "goals-nobody"))) }
            @for member in &shown.members {
                @let href = format!("/care/people/{}/goals", member.person);
                h3 { (person(&member.called, Some(&href))) }
                (missing(view, member.goals.damaged))
                @if open(member) == 0 {
                    p.soft { (say!(words, "goals-none")) }
                } @else {
                    (goal_rows(view, member.goals.readable.iter().filter(|goal| goal.is_open()), Side::Care))
                }
            }
        }
    }
}

/// The aims in their order, with what can be done about them.
fn what_for(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let (standing, closed): (Vec<&Aim>, Vec<&Aim>) = shown.aims.iter().partition(|aim| aim.state == AimState::Standing);
    let form = html! {
        (fields.text("words", say!(words, "goals-aim-new")).hint(say!(words, "goals-aim-hint")))
        (actions(Button::submit(say!(words, "goals-aim-add")).outline()))
    };
    let form = fields.form(&format!("/care/groups/{}/aims", shown.group.id), &form);
    html! {
        section.stack {
            h2 { (say!(words, "goals-what-for")) }
            (seen(say!(words, "goals-aims-seen")))
            @if standing.is_empty() { (empty(say!(words, "goals-no-aims"))) } @else {
                (rows(standing.iter().map(|aim| aim_row(view, shown, aim))))
            }
            @if shown.standing.allows(Deed::SetAims) { (form) }
            @if !closed.is_empty() {
                (fold(say!(words, "goals-set-aside"), rows(closed.iter().map(|aim| aim_row(view, shown, aim)))))
            }
        }
    }
}

fn aim_row(view: &View, shown: &Shown, aim: &Aim) -> Row {
    let words = view.words;
    let row = Row::plain(&aim.words);
    let row = match aim.closed_at {
        Some(at) => row.small(html! { (words.say(aim.state.name_key(), None)) " " (view.moment(at)) }),
        None => row,
    };
    if !shown.standing.allows(Deed::SetAims) {
        return row;
    }
    let action = format!("/care/groups/{}/aims/{}", shown.group.id, aim.id);
    let button = |to: AimMove, text: Said| post(&action, &[("to", to.word())], &Button::submit(text).quiet().small());
    row.end(html! {
        span.cluster {
            @if aim.state == AimState::Standing {
                @if !is_end(shown, aim, Place::First) { (button(AimMove::Up, say!(words, "goals-aim-up"))) }
                @if !is_end(shown, aim, Place::Last) { (button(AimMove::Down, say!(words, "goals-aim-down"))) }
                (button(AimMove::Met, say!(words, "goals-aim-met")))
                (button(AimMove::Dropped, say!(words, "goals-aim-drop")))
            } @else {
                (button(AimMove::Again, say!(words, "goals-aim-again")))
            }
        }
    })
}

/// One of the two ends of the list.
#[derive(Clone, Copy)]
enum Place {
    First,
    Last,
}

/// Whether an aim is the first or the last of those that stand.
fn is_end(shown: &Shown, aim: &Aim, place: Place) -> bool {
    let mut standing = shown.aims.iter().filter(|aim| aim.state == AimState::Standing);
    let end = match place {
        Place::First => standing.next(),
        Place::Last => standing.next_back(),
    };
    end.is_some_and(|end| end.id == aim.id)
}
