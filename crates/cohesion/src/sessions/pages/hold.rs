//! What the forms around a session's hour do: each turns what was sent into one act.

use axum::extract::State;
use axum::response::Response;

use super::super::{close, deeds, mark_all, open};
use super::roll;
use super::session::{Again, Part, show_again};
use crate::Result;
use crate::app::App;
use crate::groups;
use crate::id::SessionId;
use crate::identity::Who;
use crate::web::{Form, Path, go};

/// Opens the session; where somebody's licence is missing, the page says whose and where.
pub(super) async fn open_it(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let done = app.write(who.actor, async move |work| open(work, id).await).await;
    answer(&app, &who, id, Part::Hour, Form::default(), done).await
}

/// Calls the session off.
pub(super) async fn call_off(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let done = app.write(who.actor, async move |work| groups::cancel_session(work, id).await).await;
    answer(&app, &who, id, Part::Hour, Form::default(), done).await
}

/// Keeps all that is marked in one act, and closes the session in the same one where that was asked.
pub(super) async fn keep(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let keeping = app.write(who.actor, async move |work| {
        let session = groups::session(work, id).await?;
        deeds::may_hold(work, &session).await?;
        let marks = roll::read(&sent, session.minutes())?;
        mark_all(work, id, &marks).await?;
        if sent.ticked("close") { close(work, id).await } else { Ok(()) }
    });
    let done = keeping.await;
    answer(&app, &who, id, Part::Roll, form, done).await
}

async fn answer(app: &App, who: &Who, id: SessionId, part: Part, form: Form, done: Result<()>) -> Result<Response> {
    match done {
        Ok(()) => Ok(go(&format!("/care/sessions/{id}"))),
        Err(error) => show_again(app, who, id, Again { part, form, error }).await,
    }
}
