//! A member's group: who is in the room, the promises, the dates.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Cover, Joining, own_enrolments};
use super::GroupPart;
use super::joining::next_step;
use crate::agreements::{Agreement, Edition, draw, in_force};
use crate::app::App;
use crate::groups::{self, Capability, Fellow, Group, Leader, LeaderRole, Session, SessionState};
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, fold, person, rows};
use crate::web::{Page, View};
use crate::{Result, say};

/// Dates shown ahead.
const DATES: usize = 6;

struct Belonging {
    joining: Joining,
    group: Group,
    leaders: Vec<(Leader, String)>,
    fellows: Vec<Fellow>,
    dates: Vec<Session>,
    promises: Option<Edition>,
    more: Vec<Markup>,
}

/// Every group that the signed-in person belongs to, and those they are on the way into.
pub(super) async fn show(State(app): State<App>, who: Who, parts: &'static [GroupPart]) -> Result<Response> {
    let view = who.view.clone();
    let reading = app.read(who.actor, async move |work| {
        let (mut coming, mut mine) = (Vec::new(), Vec::new());
        for joining in own_enrolments(work).await? {
            if !joining.enrolment.stage.is_member() {
                coming.push(joining);
                continue;
            }
            let id = joining.enrolment.group;
            let grant = groups::may_see(work, id).await?;
            let group = groups::group(work, &grant, id).await?;
            let now = work.now();
            let mut dates = groups::sessions(work, id).await?;
            dates.retain(|session| session.ends_at > now && session.state != SessionState::Held);
            dates.sort_by_key(|session| session.starts_at);
            dates.truncate(DATES);
            let promise =
                Agreement::asked_by(group.charter.consent()).iter().find(|text| text.is_a_promise_of_silence());
            let promises = match promise {
                Some(agreement) => Some(in_force(work, *agreement).await?),
                None => None,
            };
            let (leaders, fellows) = (groups::named_leaders(work, &grant, id).await?, groups::fellows(work, id).await?);
            let mut more = Vec::new();
            for part in parts {
                more.push(part(work, &view, id).await?);
            }
            mine.push(Belonging { joining, group, leaders, fellows, dates, promises, more });
        }
        Ok((coming, mine))
    });
    let (coming, mine) = reading.await?;
    let words = who.view.words;
    let body = html! {
        @for joining in &coming { (on_the_way(&who.view, joining)) }
        @for belonging in &mine { (in_group(&who.view, belonging)) }
        @if coming.is_empty() && mine.is_empty() { (empty(say!(words, "enrolment-no-group"))) }
        (rows([
            Row::link("/me/safety-plan", say!(words, "enrolment-my-plan")).icon(Icon::Shield),
            Row::link("/me/consents", say!(words, "agreements-title-own")).icon(Icon::Pen),
            Row::link("/me/onward", say!(words, "enrolment-onward")).icon(Icon::Circle),
        ]))
    };
    Ok(Page::new(&who.view, "enrolment-title-mine").body(body).into_response())
}

fn on_the_way(view: &View, joining: &Joining) -> Markup {
    callout(
        Tone::Brand,
        html! {
            p { strong { (joining.group) } " " (say!(view.words, "enrolment-coming")) }
            (actions(Button::link(format!("/me/joining/{}", joining.enrolment.id), say!(view.words, "enrolment-joining-go-on"))))
        },
    )
}

fn in_group(view: &View, belonging: &Belonging) -> Markup {
    let words = view.words;
    let view = &groups::on_the_clock_of(view, &belonging.group);
    html! {
        section.stack {
            h2 { (belonging.group.words.name) }
            @if !belonging.joining.due.is_empty() { (to_sign(view, &belonging.joining)) }
            (dates(view, belonging))
            @for part in &belonging.more { (part) }
            (people(view, belonging))
            (own_pages(view, &belonging.group))
            (place(view, &belonging.joining))
            @if let Some(promises) = &belonging.promises {
                (fold(say!(words, "enrolment-promises"), draw(&promises.wording)))
            }
            p { a href={ "/me/joining/" (belonging.joining.enrolment.id) "/leave" } { (say!(words, "enrolment-leave-heading")) } }
        }
    }
}

/// What is one's own in this kind of group: goals, or a private step.
fn own_pages(view: &View, group: &Group) -> Markup {
    let has = |capability| group.charter.allow(capability).is_ok();
    let goals = has(Capability::TreatmentGoals)
        .then(|| Row::link("/me/goals", say!(view.words, "enrolment-my-goals")).icon(Icon::Flag));
    let steps = has(Capability::PrivateStep)
        .then(|| Row::link("/me/steps", say!(view.words, "enrolment-my-step")).icon(Icon::Lock));
    rows(goals.into_iter().chain(steps))
}

/// Where one takes part from, the way to change it, and what it means where no licence holds there.
fn place(view: &View, joining: &Joining) -> Markup {
    let words = view.words;
    let Some(place) = joining.place_of_own.as_ref().map(|place| words.place(place.code())) else {
        return Markup::default();
    };
    html! {
        p {
            (say!(words, "enrolment-take-part-from", place = &*place)) " "
            a href={ "/me/joining/" (joining.enrolment.id) "/place" } { (say!(words, "enrolment-place-change")) }
        }
        @if joining.cover == Cover::Missing {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "enrolment-place-uncovered", place = &*place)) } }
                p { (say!(words, "enrolment-place-uncovered-next")) }
            }))
        }
    }
}

fn to_sign(view: &View, joining: &Joining) -> Markup {
    callout(
        Tone::Note,
        html! {
            p { (say!(view.words, "enrolment-to-sign")) }
            (actions(Button::link(next_step(joining), say!(view.words, "enrolment-to-sign-open"))))
        },
    )
}

fn dates(view: &View, belonging: &Belonging) -> Markup {
    let words = view.words;
    let row = |session: &Session| {
        let row =
            Row::link(format!("/me/sessions/{}", session.id), view.moment(session.starts_at)).icon(Icon::Calendar);
        match session.state {
            SessionState::Cancelled => row.small(words.say(session.state.name_key(), None)),
            _ => row.small(say!(words, "groups-session-number", number = session.number)),
        }
    };
    html! {
        h3 { (say!(words, "enrolment-dates")) }
        @if belonging.dates.is_empty() {
            p.soft { (say!(words, "groups-no-session")) }
        } @else {
            (rows(belonging.dates.iter().map(row)))
        }
    }
}

/// Names alone, as the charter shows them. Whoever has gone is named without a reason.
fn people(view: &View, belonging: &Belonging) -> Markup {
    let words = view.words;
    let (here, gone): (Vec<&Fellow>, Vec<&Fellow>) = belonging.fellows.iter().partition(|fellow| fellow.is_here);
    let leading = belonging.leaders.iter().filter(|(leader, _)| leader.role != LeaderRole::Supervisor);
    html! {
        h3 { (say!(words, "enrolment-people")) }
        ul.plain {
            @for (leader, called) in leading {
                li { (person(called, None)) " " span.soft { (words.say(leader.role.name_key(), None)) } }
            }
            @if let Some(own) = &belonging.joining.called {
                li { (person(own, None)) " " span.soft { (say!(words, "enrolment-you")) } }
            }
            @for fellow in here { li { (person(&fellow.called, None)) } }
        }
        @for fellow in gone { p.soft { (say!(words, "enrolment-no-longer", name = &fellow.called)) } }
    }
}
