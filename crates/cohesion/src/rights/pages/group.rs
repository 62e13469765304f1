//! A hold on all records of a group, for those who lead it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{Hold, On, deeds, holds};
use super::care::{Change, holding};
use crate::access::Standing;
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Group, group_page};
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::{Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    holds: Vec<Hold>,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let grant = deeds::may_hold_group(work, id).await?;
        Ok(Shown {
            group: groups::group(work, &grant, id).await?,
            standing: groups::standing(work, id).await?,
            holds: holds(work, On::Group(id)).await?,
        })
    });
    reading.await
}

/// Places a hold, or lifts it.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let change = Change::read(&form);
    let changing = app.write(who.actor, async move |work| {
        deeds::may_hold_group(work, id).await?;
        change.as_ref().map_err(Error::clone)?.make(work, On::Group(id)).await
    });
    let (faults, status) = match changing.await {
        Ok(()) => return Ok(go(&format!("/care/groups/{id}/hold"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::again(&who.view, form, faults)).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let action = format!("/care/groups/{}/hold", shown.group.id);
    let holding = holding(view, &shown.holds, &action, fields);
    group_page(view, &shown.group, shown.standing, "rights-title-hold").body(html! {
        (fields.summary())
        section.stack {
            h2 { (say!(view.words, "rights-hold")) }
            (holding)
        }
    })
}
