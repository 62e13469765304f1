//! What the forms of a concern do: each turns what was sent into one act.

use axum::extract::State;
use axum::response::Response;

use super::super::record::to_answer;
use super::super::{Action, AlertId, Level, Mark, Written, add_words, close, decide, hand_over, mark, review, take};
use super::alert::{Again, Part, outcomes, show_again};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::web::{Check, Form, Path, go};
use crate::{Error, Result};

/// "I take this". Where somebody else was quicker, the page says who has it.
pub(super) async fn take_it(State(app): State<App>, who: Who, Path(id): Path<AlertId>) -> Result<Response> {
    match app.write(who.actor, async move |work| take(work, id).await).await {
        Ok(()) | Err(Error::Conflict("safety-conflict-taken")) => Ok(back(id)),
        Err(other) => Err(other),
    }
}

/// Hands it over, or takes it over.
pub(super) async fn hand_it_over(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AlertId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let to = check.choice::<PersonId>("to");
    let read = check.done(|| to).and_then(|to| Ok((to, Written::new("reason", form.value("reason"))?)));
    let done = match read {
        Ok((to, words)) => app.write(who.actor, async move |work| hand_over(work, id, to, words.clone()).await).await,
        Err(faults) => Err(faults),
    };
    answer(&app, &who, id, Part::HandOver, form, done).await
}

/// Sets the level, or shows first what would be typical.
pub(super) async fn set_level(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AlertId>,
    form: Form,
) -> Result<Response> {
    if form.value("do") == "propose" {
        return show_again(&app, &who, id, Again { part: Part::Level, form, error: None }).await;
    }
    let mut check = Check::new(&form);
    let level = check.choice::<Level>("level");
    let rationale = Written::new("rationale", form.value("rationale"));
    let read = match (check.done(|| level), rationale) {
        (Ok(level), Ok(rationale)) => Ok((level, rationale)),
        (Err(Error::Invalid(mut faults)), Err(Error::Invalid(more))) => {
            faults.extend(more);
            Err(Error::Invalid(faults))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    let outcomes = outcomes(&form);
    let done = match read {
        Ok((level, why)) => {
            app.write(who.actor, async move |work| decide(work, id, level, outcomes, why.clone()).await).await
        }
        Err(faults) => Err(faults),
    };
    answer(&app, &who, id, Part::Level, form, done).await
}

/// Marks one thing to do.
pub(super) async fn mark_one(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AlertId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let action = check.choice::<Action>("action");
    let what = match form.value("mark") {
        "done" => Some(Mark::Done),
        "not_needed" => Some(Mark::NotNeeded),
        "open" => Some(Mark::Open),
        _ => check.fault("mark", "fault-choose"),
    };
    let read = check.done(|| action.zip(what));
    let marking = app.write(who.actor, async move |work| {
        to_answer(work, id).await?;
        let (action, what) = read.clone()?;
        mark(work, id, action, what).await
    });
    marking.await?;
    Ok(back(id))
}

/// Puts a review on record.
pub(super) async fn look_again(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AlertId>,
    form: Form,
) -> Result<Response> {
    let done = match Written::new("review", form.value("review")) {
        Ok(words) => app.write(who.actor, async move |work| review(work, id, words.clone()).await).await,
        Err(fault) => Err(fault),
    };
    answer(&app, &who, id, Part::Review, form, done).await
}

/// Closes it, with words.
pub(super) async fn close_it(
    State(app): State<App>,
    who: Who,
    Path(id): Path<AlertId>,
    form: Form,
) -> Result<Response> {
    let done = match Written::new("closing", form.value("closing")) {
        Ok(words) => app.write(who.actor, async move |work| close(work, id, words.clone()).await).await,
        Err(fault) => Err(fault),
    };
    answer(&app, &who, id, Part::Close, form, done).await
}

/// Adds words.
pub(super) async fn add(State(app): State<App>, who: Who, Path(id): Path<AlertId>, form: Form) -> Result<Response> {
    let done = match Written::new("added", form.value("added")) {
        Ok(words) => app.write(who.actor, async move |work| add_words(work, id, words.clone()).await).await,
        Err(fault) => Err(fault),
    };
    answer(&app, &who, id, Part::Words, form, done).await
}

async fn answer(app: &App, who: &Who, id: AlertId, part: Part, form: Form, done: Result<()>) -> Result<Response> {
    match done {
        Ok(()) => Ok(back(id)),
        Err(error) => show_again(app, who, id, Again { part, form, error: Some(error) }).await,
    }
}

fn back(id: AlertId) -> Response {
    go(&format!("/care/risk/{id}"))
}
