//! All goals of one person: their own page, and the page of those who lead their group.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Aim, AimState, Goals, aims, goals_of, my_goals};
use super::attained::attainment_shown;
use super::draw::goal_rows;
use super::side::Side;
use crate::access::Deed;
use crate::app::App;
use crate::enrolment::person_tabs;
use crate::groups::{self, Capability, Session, calendar};
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, actions, empty, fold, missing, seen};
use crate::web::{Page, Path, View, Width};
use crate::work::Work;
use crate::{Error, Result, say};

/// A person's goals in one group.
struct InGroup {
    /// The group's name; nothing where the reader belongs to it no more.
    group: Option<String>,
    goals: Goals,
    aims: Vec<Aim>,
    sessions: Vec<Session>,
    readers: Vec<String>,
}

/// One's own goals, and what the group is for.
pub(super) async fn mine(State(app): State<App>, who: Who) -> Result<Response> {
    let person = who.person;
    let reading = app.read(who.actor, async move |work| {
        let mut all = Vec::new();
        for (group, goals) in my_goals(work).await? {
            if groups::is_seated(work, group, person).await? {
                all.push(here(work, group, goals).await?);
            } else if !goals.readable.is_empty() || goals.damaged > 0 {
                let (aims, sessions, readers) = Default::default();
                all.push(InGroup { group: None, goals, aims, sessions, readers });
            }
        }
        Ok(all)
    });
    let all = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let new = Button::link("/me/goals/new", say!(words, "goals-new-mine")).icon(Icon::Plus);
    let is_member = all.iter().any(|in_group| in_group.group.is_some());
    let body = html! {
        @if all.is_empty() { (empty(say!(words, "goals-no-group"))) }
        @for in_group in &all {
            (purpose(view, in_group))
            (their_goals(view, in_group, Side::Own))
        }
        @if is_member { (actions(new)) }
    };
    let page = Page::new(view, "goals-title-mine").back("/me/progress", say!(words, "place-progress"));
    Ok(page.lead(say!(words, "goals-mine-lead")).body(body).into_response())
}

async fn here(work: &mut Work<'_>, group: crate::id::GroupId, goals: Goals) -> Result<InGroup> {
    let grant = groups::may_see(work, group).await?;
    let name = groups::group(work, &grant, group).await?.words.name;
    let readers = groups::named_readers(work, &grant, group).await?;
    let (aims, sessions) = (aims(work, group).await?, calendar(work, &grant, group).await?);
    Ok(InGroup { group: Some(name), goals, aims, sessions, readers })
}

/// A member's goals in the groups that the actor leads.
pub(super) async fn theirs(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let (mut all, mut called, mut may_add) = (Vec::new(), None, false);
        for group in groups::groups_led_by(work).await? {
            if group.charter.allow(Capability::TreatmentGoals).is_err() {
                continue;
            }
            let standing = groups::standing(work, group.id).await?;
            let Some(seat) = groups::seat_of(work, group.id, person).await? else { continue };
            may_add |= seat.until.is_none() && standing.allows(Deed::AgreeGoal);
            called = Some(seat.called);
            let goals = goals_of(work, group.id, person).await?;
            all.push(here(work, group.id, goals).await?);
        }
        Ok((all, called.ok_or(Error::NotFound)?, may_add, person_tabs(work, person).await?))
    });
    let (all, called, may_add, tabs) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let new = Button::link(format!("/care/people/{person}/goals/new"), say!(words, "goals-new")).icon(Icon::Plus);
    let body = html! { @for in_group in &all { (their_goals(view, in_group, Side::Care)) } };
    Ok(Page::new(view, "goals-title-person")
        .width(Width::Mid)
        .crumb("/care/people", say!(words, "place-people").to_string())
        .crumb(format!("/care/people/{person}"), called.clone())
        .heading(called)
        .tools(html! { @if may_add { (new) } })
        .tabs(tabs.draw(view))
        .body(body)
        .into_response())
}

/// What the group is for, as a member reads it.
fn purpose(view: &View, in_group: &InGroup) -> Markup {
    let words = view.words;
    let standing = in_group.aims.iter().filter(|aim| aim.state == AimState::Standing);
    let closed: Vec<&Aim> = in_group.aims.iter().filter(|aim| aim.state != AimState::Standing).collect();
    html! {
        @if !in_group.aims.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "goals-what-for")) }
                div.prose { ol { @for aim in standing { li { (aim.words) } } } }
                @if !closed.is_empty() {
                    (fold(say!(words, "goals-set-aside"), html! {
                        div.prose { ul { @for aim in closed { li { (aim.words) " " span.soft { (words.say(aim.state.name_key(), None)) } } } } }
                    }))
                }
            }
        }
    }
}

fn their_goals(view: &View, in_group: &InGroup, side: Side) -> Markup {
    let words = view.words;
    let (open, ended): (Vec<_>, Vec<_>) = in_group.goals.readable.iter().partition(|goal| goal.is_open());
    let heading = in_group.group.clone().unwrap_or_else(|| say!(words, "goals-left-group").into_owned());
    let readers = in_group.readers.join(", ");
    html! {
        section.stack.stack--tight {
            h2 { (heading) }
            (missing(view, in_group.goals.damaged))
            @if open.is_empty() { (empty(say!(words, "goals-none"))) } @else { (goal_rows(view, open, side)) }
            @if !ended.is_empty() { (fold(say!(words, "goals-ended-ones"), goal_rows(view, ended, side))) }
            @if side == Side::Own && !readers.is_empty() { (seen(say!(words, "goals-seen", names = readers))) }
        }
        (attainment_shown(view, &in_group.goals.readable, &in_group.sessions))
    }
}
