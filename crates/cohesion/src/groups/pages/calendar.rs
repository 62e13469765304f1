//! A group's sessions: planning a series, moving one or all that follow, and calling one off.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::deeds::may_see_seats;
use super::super::{
    Group, Move, Series, Session, SessionState, calendar, cancel_session, deeds, group, move_session, plan_series,
    standing,
};
use super::{group_page, on_the_clock_of};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::id::{GroupId, SessionId};
use crate::identity::Who;
use crate::limits::SERIES_SESSIONS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Column, actions, empty, fold, post, table};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// The group's sessions, and how the actor stands to it.
struct Shown {
    group: Group,
    sessions: Vec<Session>,
    standing: Standing,
}

impl Shown {
    fn may_plan(&self) -> bool {
        self.standing.allows(Deed::PlanDates)
    }
}

/// All sessions, and the form that plans more for whoever may.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    let form = Form::of([("minutes", "90"), ("count", "12"), ("every_weeks", "1"), ("time", "18:00")]);
    let view = &on_the_clock_of(&who.view, &shown.group);
    Ok(page(view, &shown, &Fields::filled(view, form)).into_response())
}

/// A series is planned.
pub(super) async fn plan(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (date, time) = (check.date("date"), check.time("time"));
    let minutes = check.number("minutes", 15..=480);
    let count = check.number("count", 1..=SERIES_SESSIONS_MAX);
    let every_weeks = check.number("every_weeks", 1..=8);
    let series = check.done(|| {
        let first = date?.to_datetime(time?);
        Some(Series { first, minutes: minutes?, count: count?, every_weeks: every_weeks? })
    });
    let planning = app.write(who.actor, async move |work| {
        deeds::may_plan_dates(work, id).await?;
        plan_series(work, id, series.clone()?).await
    });
    let Err(error) = planning.await else { return Ok(go(&format!("/care/groups/{id}/sessions"))) };
    let shown = read(&app, &who, id).await?;
    let view = &on_the_clock_of(&who.view, &shown.group);
    mend(error, |faults| page(view, &shown, &Fields::again(view, form, faults)))
}

/// The form that moves a session, filled with when it is.
pub(super) async fn show_move(
    State(app): State<App>,
    who: Who,
    Path((id, session)): Path<(GroupId, SessionId)>,
) -> Result<Response> {
    let found = find(&app, &who, id, session).await?;
    let (view, session) = (&on_the_clock_of(&who.view, &found.group), found.session);
    let date = view.date(session.starts_at);
    let form = Form::of([
        ("date-day", date.day().to_string()),
        ("date-month", date.month().to_string()),
        ("date-year", date.year().to_string()),
        ("time", view.time(session.starts_at).into_owned()),
        ("which", "one".to_owned()),
    ]);
    Ok(move_page(view, &found, &Fields::filled(view, form)).into_response())
}

/// The session moves.
pub(super) async fn take_move(
    State(app): State<App>,
    who: Who,
    Path((id, session)): Path<(GroupId, SessionId)>,
    form: Form,
) -> Result<Response> {
    let found = find(&app, &who, id, session).await?;
    let mut check = Check::new(&form);
    let (date, time) = (check.date("date"), check.time("time"));
    let which = match form.value("which") {
        "one" => Some(Move::ThisOne),
        "rest" => Some(Move::ThisAndTheRest),
        _ => check.fault("which", "fault-choose"),
    };
    let moved = match check.done(|| Some((date?.to_datetime(time?), which?))) {
        Ok((to, which)) => {
            let moving = found.session.id;
            app.write(who.actor, async move |work| move_session(work, moving, to, which).await).await
        }
        Err(faults) => Err(faults),
    };
    let Err(error) = moved else { return Ok(go(&format!("/care/groups/{id}/sessions"))) };
    let view = &on_the_clock_of(&who.view, &found.group);
    mend(error, |faults| move_page(view, &found, &Fields::again(view, form, faults)))
}

/// The session will not take place.
pub(super) async fn cancel(
    State(app): State<App>,
    who: Who,
    Path((id, session)): Path<(GroupId, SessionId)>,
) -> Result<Response> {
    let session = find(&app, &who, id, session).await?.session;
    app.write(who.actor, async move |work| cancel_session(work, session.id).await).await?;
    Ok(go(&format!("/care/groups/{id}/sessions")))
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let grant = may_see_seats(work, id).await?;
        let (group, sessions) = (group(work, &grant, id).await?, calendar(work, &grant, id).await?);
        Ok(Shown { group, sessions, standing: standing(work, id).await? })
    });
    reading.await
}

/// One session of a group, for whoever may change its date.
struct Found {
    group: Group,
    session: Session,
    standing: Standing,
}

/// A session of this very group; one of another group reads as absent.
async fn find(app: &App, who: &Who, id: GroupId, session: SessionId) -> Result<Found> {
    let reading = app.read(who.actor, async move |work| {
        let grant = deeds::may_plan_dates(work, id).await?;
        let group = group(work, &grant, id).await?;
        let found = calendar(work, &grant, id).await?.into_iter().find(|planned| planned.id == session);
        Ok(Found { group, session: found.ok_or(Error::NotFound)?, standing: standing(work, id).await? })
    });
    reading.await
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    group_page(view, &shown.group, shown.standing, "groups-title-sessions").body(html! {
        @if shown.sessions.is_empty() { (empty(say!(words, "groups-no-session"))) } @else { (list(view, shown)) }
        @if shown.may_plan() {
            section.stack { h2 { (say!(words, "groups-plan-heading")) } (plan_form(view, &shown.group, fields)) }
        }
    })
}

fn plan_form(view: &View, group: &Group, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let form = html! {
        (fields.date("date", say!(words, "groups-plan-first")).hint(say!(words, "groups-plan-first-hint", zone = &group.zone)))
        (fields.time("time", say!(words, "groups-plan-time")))
        (fields.number("minutes", say!(words, "groups-plan-minutes")))
        (fields.number("count", say!(words, "groups-plan-count")))
        (fields.number("every_weeks", say!(words, "groups-plan-every-weeks")))
        (actions(Button::submit(say!(words, "groups-plan"))))
    };
    fields.form(&format!("/care/groups/{}/sessions", group.id), &form)
}

/// Number, date and state; and for whoever plans, what can still be changed.
fn list(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let columns = ["groups-column-session", "groups-column-when", "groups-column-state", "groups-column-change"];
    let count = if shown.may_plan() { columns.len() } else { columns.len() - 1 };
    let columns = columns.map(|key| words.say(key, None));
    let columns: Vec<Column<'_>> = columns.iter().take(count).map(|column| Column::Words(column)).collect();
    let cells = |session: &Session| {
        let mut cells = vec![
            html! { a href={ "/care/sessions/" (session.id) } { (say!(words, "groups-session-number", number = session.number)) } },
            html! { (view.moment_alone(session.starts_at)) " – " (view.time(session.ends_at)) },
            html! { (words.say(session.state.name_key(), None)) },
        ];
        cells.extend(shown.may_plan().then(|| changes(view, &shown.group, session)));
        cells
    };
    table(say!(words, "groups-title-sessions"), &columns, shown.sessions.iter().map(cells))
}

/// Moving and calling off, while a session is still to come.
fn changes(view: &View, group: &Group, session: &Session) -> Markup {
    let (words, at) = (view.words, format!("/care/groups/{}/sessions/{}", group.id, session.id));
    html! {
        @if session.state == SessionState::Planned {
            div.stack.stack--tight {
                (Button::link(format!("{at}/move"), say!(words, "groups-move")).outline().small())
                (fold(say!(words, "sessions-call-off"), html! {
                    p { (say!(words, "sessions-call-off-what")) }
                    (actions(post(&format!("{at}/cancel"), &[], &Button::submit(say!(words, "sessions-call-off-do")).danger().small())))
                }))
            }
        }
    }
}

fn move_page(view: &View, found: &Found, fields: &Fields<'_>) -> Page {
    let Found { group, session, standing } = found;
    let (words, at) = (view.words, format!("/care/groups/{}/sessions", group.id));
    let which = vec![
        Choice::new("one", say!(words, "groups-move-one")),
        Choice::new("rest", say!(words, "groups-move-rest")).small(say!(words, "groups-move-rest-hint")),
    ];
    let form = html! {
        (fields.date("date", say!(words, "groups-move-date")))
        (fields.time("time", say!(words, "groups-plan-time")))
        (fields.radios("which", say!(words, "groups-move-which"), which))
        (actions(html! {
            (Button::submit(say!(words, "groups-move")))
            (Button::link(&at, say!(words, "groups-cancel")).quiet())
        }))
    };
    group_page(view, group, *standing, "groups-title-move").width(Width::Read).body(html! {
        p.lead { (say!(words, "groups-move-lead", number = session.number, time = view.moment(session.starts_at))) }
        (fields.form(&format!("{at}/{}/move", session.id), &form))
    })
}
