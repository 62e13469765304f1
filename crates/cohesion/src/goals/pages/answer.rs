//! What is sent from a goal's page: a rating, an answer to a proposal, its end.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::super::{Ending, GoalId, NewRating, deeds, end, rate, reply, store};
use super::goal::{Forms, page, read};
use super::side::Side;
use crate::app::App;
use crate::error::Fault;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::{Check, Fields, Form, Path, go};
use crate::work::Work;
use crate::{Error, Result};

/// Which form of the page was sent.
#[derive(Clone, Copy)]
enum Sent {
    Rating,
    Reply,
    Ending,
}

pub(super) async fn rate_mine(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GoalId>,
    form: Form,
) -> Result<Response> {
    take_rating(&app, &who, id, Side::Own, form).await
}

pub(super) async fn rate_theirs(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GoalId>,
    form: Form,
) -> Result<Response> {
    take_rating(&app, &who, id, Side::Care, form).await
}

pub(super) async fn reply_mine(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GoalId>,
    form: Form,
) -> Result<Response> {
    take_reply(&app, &who, id, Side::Own, form).await
}

pub(super) async fn reply_to_theirs(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GoalId>,
    form: Form,
) -> Result<Response> {
    take_reply(&app, &who, id, Side::Care, form).await
}

pub(super) async fn end_mine(State(app): State<App>, who: Who, Path(id): Path<GoalId>, form: Form) -> Result<Response> {
    take_ending(&app, &who, id, Side::Own, form).await
}

pub(super) async fn end_theirs(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GoalId>,
    form: Form,
) -> Result<Response> {
    take_ending(&app, &who, id, Side::Care, form).await
}

async fn take_rating(app: &App, who: &Who, id: GoalId, side: Side, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let value = check.choice("value");
    let words = check.area("said", 0..=TEXT_CHARS_MAX);
    let session = check.optional("session", |check| check.choice("session"));
    let rating = check.done(|| Some(NewRating { value: value?, words: words?, session: session? }));
    let reader = who.clone();
    let rating_it = app.write(who.actor, async move |work| {
        let kept = store::find_goal(work, id).await?;
        deeds::may_rate(work, &kept).await?;
        side.holds(&reader, kept.person)?;
        rate(work, id, rating.as_ref().map_err(Error::clone)?).await
    });
    let done = rating_it.await;
    answer(app, who, (id, side, Sent::Rating), form, done).await
}

async fn take_reply(app: &App, who: &Who, id: GoalId, side: Side, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (version, said) = (check.choice("version"), check.choice("reply"));
    let read = check.done(|| Some((version?, said?)));
    let reader = who.clone();
    let replying = app.write(who.actor, async move |work| {
        may_agree(work, id, &reader, side).await?;
        let (version, said) = read.as_ref().map_err(Error::clone)?;
        reply(work, id, *version, *said).await
    });
    let done = replying.await;
    answer(app, who, (id, side, Sent::Reply), form, done).await
}

async fn take_ending(app: &App, who: &Who, id: GoalId, side: Side, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (how, words) = (check.choice("how"), check.area("last", 0..=TEXT_CHARS_MAX));
    let ending = check.done(|| Some(Ending { how: how?, words: words? }));
    let reader = who.clone();
    let putting_away = app.write(who.actor, async move |work| {
        may_agree(work, id, &reader, side).await?;
        end(work, id, ending.as_ref().map_err(Error::clone)?).await
    });
    let done = putting_away.await;
    answer(app, who, (id, side, Sent::Ending), form, done).await
}

/// Asked before the form is looked at, so that whoever may not hears nothing of the form either.
pub(super) async fn may_agree(work: &mut Work<'_>, id: GoalId, who: &Who, side: Side) -> Result<()> {
    let kept = store::find_goal(work, id).await?;
    deeds::may_agree(work, &kept).await?;
    side.holds(who, kept.person)
}

/// Back to the goal's page, or the page again with what was typed and what to mend.
async fn answer(
    app: &App,
    who: &Who,
    (id, side, sent): (GoalId, Side, Sent),
    form: Form,
    done: Result<()>,
) -> Result<Response> {
    let (faults, status) = match done {
        Ok(()) => return Ok(go(&side.address(id))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(app, who, id, side).await?;
    let unsent = form.value("said").trim().to_owned();
    let again = Fields::again(&who.view, form, faults);
    let blank = Forms::blank(&who.view);
    let forms = match sent {
        Sent::Rating => Forms { rate: again, unsent, ..blank },
        Sent::Reply => Forms { reply: again, ..blank },
        Sent::Ending => Forms { end: again, ..blank },
    };
    Ok(page(&who.view, &shown, &forms).status(status).into_response())
}
