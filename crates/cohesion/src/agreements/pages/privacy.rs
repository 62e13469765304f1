//! The privacy notice, for everybody.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::super::{Agreement, in_force, title};
use super::draw;
use crate::Result;
use crate::app::App;
use crate::identity::Visitor;
use crate::web::Page;

/// The notice that is in force.
pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let notice = app.read(visitor.actor, async |work| in_force(work, Agreement::PrivacyNotice).await).await?;
    Ok(Page::new(&visitor.view, "agreements-title-privacy")
        .heading(title(&notice.wording).unwrap_or_default())
        .body(draw(&notice.wording))
        .into_response())
}
