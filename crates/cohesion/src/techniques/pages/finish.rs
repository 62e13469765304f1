//! What the forms around a worksheet's end do: finish it, open it again, throw it away.

use axum::extract::State;
use axum::response::Response;

use super::super::{SheetId, discard, finish, reopen};
use super::own::{lacking, moved_on};
use crate::app::App;
use crate::identity::Who;
use crate::web::{Path, go};
use crate::{Error, Result};

/// Finishes the sheet. What tells of danger leads to help.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<SheetId>) -> Result<Response> {
    match app.write(who.actor, async move |work| finish(work, id).await).await {
        Ok(kept) if !kept.faults.is_empty() => lacking(&app, &who, id, &kept.faults).await,
        Ok(kept) => Ok(match kept.alert {
            Some(alert) => go(&format!("/me/alerts/{alert}")),
            None => go(&format!("/me/practice/sheets/{id}")),
        }),
        Err(error @ Error::Conflict(_)) => moved_on(&app, &who, id, error).await,
        Err(other) => Err(other),
    }
}

/// Opens it again.
pub(super) async fn open_again(State(app): State<App>, who: Who, Path(id): Path<SheetId>) -> Result<Response> {
    match app.write(who.actor, async move |work| reopen(work, id).await).await {
        Ok(()) => Ok(go(&format!("/me/practice/sheets/{id}"))),
        Err(error @ Error::Conflict(_)) => moved_on(&app, &who, id, error).await,
        Err(other) => Err(other),
    }
}

/// Throws a draft away.
pub(super) async fn throw_away(State(app): State<App>, who: Who, Path(id): Path<SheetId>) -> Result<Response> {
    match app.write(who.actor, async move |work| discard(work, id).await).await {
        Ok(()) => Ok(go("/me/practice")),
        Err(error @ Error::Conflict(_)) => moved_on(&app, &who, id, error).await,
        Err(other) => Err(other),
    }
}
