//! Writing a goal down, and revising it: the member for themself, or whoever leads together with them.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Goal, GoalId, Terms, goal, propose, revise};
use super::answer::may_agree;
use super::side::Side;
use super::terms_form::{begun, draw, filled, read};
use crate::access::{About, Deed, Standing};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::web::forms::Choice;
use crate::web::parts::{Button, actions, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// A group in which a goal can be written down, by name.
type Place = (GroupId, String);

/// A new goal of one's own.
pub(super) async fn ask_mine(State(app): State<App>, who: Who) -> Result<Response> {
    ask(&app, &who, who.person, Side::Own).await
}

/// A new goal of a member's.
pub(super) async fn ask_theirs(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    ask(&app, &who, person, Side::Care).await
}

/// Keeps a new goal of one's own.
pub(super) async fn take_mine(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    take(&app, &who, who.person, Side::Own, form).await
}

/// Keeps a new goal of a member's.
pub(super) async fn take_theirs(
    State(app): State<App>,
    who: Who,
    Path(person): Path<PersonId>,
    form: Form,
) -> Result<Response> {
    take(&app, &who, person, Side::Care, form).await
}

/// A change of one's own goal.
pub(super) async fn ask_change_of_mine(State(app): State<App>, who: Who, Path(id): Path<GoalId>) -> Result<Response> {
    ask_change(&app, &who, id, Side::Own).await
}

/// A change of a member's goal.
pub(super) async fn ask_change_of_theirs(State(app): State<App>, who: Who, Path(id): Path<GoalId>) -> Result<Response> {
    ask_change(&app, &who, id, Side::Care).await
}

/// Keeps a change of one's own goal.
pub(super) async fn change_mine(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GoalId>,
    form: Form,
) -> Result<Response> {
    take_change(&app, &who, id, Side::Own, form).await
}

/// Keeps a change of a member's goal.
pub(super) async fn change_theirs(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GoalId>,
    form: Form,
) -> Result<Response> {
    take_change(&app, &who, id, Side::Care, form).await
}

/// The groups in which the actor can propose a goal of this person: one's own, or those that the actor leads. None reads as
/// not there.
async fn places(work: &mut Work<'_>, person: PersonId, side: Side) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    let candidates: Vec<GroupId> = match side {
        Side::Own => groups::seated_in(work, person).await?,
        Side::Care => groups::groups_led_by(work).await?.into_iter().map(|group| group.id).collect(),
    };
    for group in candidates {
        let has_goals = groups::charter_of(work, group).await?.allow(Capability::TreatmentGoals).is_ok();
        let may = side == Side::Own || groups::standing(work, group).await?.allows(Deed::AgreeGoal);
        if has_goals && may && groups::is_seated(work, group, person).await? {
            let grant = groups::may_see(work, group).await?;
            places.push((group, groups::group(work, &grant, group).await?.words.name));
        }
    }
    if places.is_empty() {
        // On record as asked in vain.
        return match work.ask(Deed::AgreeGoal, Standing::NONE, About::NOTHING) {
            Err(refused) => Err(refused),
            Ok(_) => Err(Error::NotFound),
        };
    }
    Ok(places)
}

async fn ask(app: &App, who: &Who, person: PersonId, side: Side) -> Result<Response> {
    let reader = who.clone();
    let reading = app.read(who.actor, async move |work| {
        side.holds(&reader, person)?;
        places(work, person, side).await
    });
    let places = reading.await?;
    let fields = Fields::filled(&who.view, begun());
    Ok(page(&who.view, side, &side.list(person), &places, &fields).into_response())
}

async fn take(app: &App, who: &Who, person: PersonId, side: Side, form: Form) -> Result<Response> {
    let (terms, reader) = (read(&form), who.clone());
    let chosen = Check::new(&form).choice::<GroupId>("group");
    let proposing = app.write(who.actor, async move |work| {
        side.holds(&reader, person)?;
        let places = places(work, person, side).await?;
        let terms = terms.as_ref().map_err(Error::clone)?;
        let group = chosen.or_else(|| if let [(only, _)] = places[..] { Some(only) } else { None });
        let group = group.ok_or_else(|| Error::invalid("group", "fault-choose"))?;
        propose(work, group, person, terms).await
    });
    let (faults, status) = match proposing.await {
        Ok(id) => return Ok(go(&side.address(id))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let places = app.read(who.actor, async move |work| places(work, person, side).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, side, &side.list(person), &places, &fields).status(status).into_response())
}

/// The page of a new goal.
fn page(view: &View, side: Side, list: &str, places: &[Place], fields: &Fields<'_>) -> Page {
    let words = view.words;
    let choices = || places.iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
    let form = html! {
        @match places {
            [(only, _)] => (fields.hidden("group", &only.to_string())),
            _ => (fields.radios("group", say!(words, "goals-form-group"), choices())),
        }
        (draw(view, fields, side))
        (who_agrees(view, side))
        (actions(html! {
            (Button::submit(say!(words, "goals-propose")))
            (Button::link(list, say!(words, "goals-back")).quiet())
        }))
    };
    Page::new(view, "goals-title-new")
        .width(Width::Mid)
        .back(list, say!(words, "goals-back"))
        .lead(say!(words, "goals-new-lead"))
        .body(fields.form(list, &form))
}

/// Who says yes to it next.
fn who_agrees(view: &View, side: Side) -> maud::Markup {
    match side {
        Side::Own => seen(say!(view.words, "goals-leader-agrees")),
        Side::Care => seen(say!(view.words, "goals-member-agrees")),
    }
}

async fn ask_change(app: &App, who: &Who, id: GoalId, side: Side) -> Result<Response> {
    let goal = look(app, who, id, side).await?;
    let terms = goal.versions.last().map(|version| &version.terms);
    let fields = Fields::filled(&who.view, terms.map(filled).unwrap_or_default());
    Ok(change_page(&who.view, side, id, &goal.newest().to_string(), &fields).into_response())
}

async fn look(app: &App, who: &Who, id: GoalId, side: Side) -> Result<Goal> {
    let reader = who.clone();
    let reading = app.read(who.actor, async move |work| {
        may_agree(work, id, &reader, side).await?;
        goal(work, id).await
    });
    reading.await
}

async fn take_change(app: &App, who: &Who, id: GoalId, side: Side, form: Form) -> Result<Response> {
    let read: Result<(u32, Terms)> = read(&form).and_then(|terms| {
        let mut check = Check::new(&form);
        let based_on = check.choice("based_on");
        check.done(|| Some((based_on?, terms)))
    });
    let reader = who.clone();
    let revising = app.write(who.actor, async move |work| {
        may_agree(work, id, &reader, side).await?;
        let (based_on, terms) = read.as_ref().map_err(Error::clone)?;
        revise(work, id, *based_on, terms).await
    });
    let (faults, status) = match revising.await {
        Ok(_) => return Ok(go(&side.address(id))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let based_on = form.value("based_on").to_owned();
    let fields = Fields::again(&who.view, form, faults);
    Ok(change_page(&who.view, side, id, &based_on, &fields).status(status).into_response())
}

fn change_page(view: &View, side: Side, id: GoalId, based_on: &str, fields: &Fields<'_>) -> Page {
    let (words, address) = (view.words, side.address(id));
    let form = html! {
        (fields.hidden("based_on", based_on))
        (draw(view, fields, side))
        (who_agrees(view, side))
        (actions(html! {
            (Button::submit(say!(words, "goals-propose-change")))
            (Button::link(&address, say!(words, "goals-back")).quiet())
        }))
    };
    Page::new(view, "goals-title-revise")
        .width(Width::Mid)
        .back(&address, say!(words, "goals-back"))
        .lead(say!(words, "goals-revise-lead"))
        .body(fields.form(&format!("{address}/revise"), &form))
}
