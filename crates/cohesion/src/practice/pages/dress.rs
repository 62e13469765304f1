//! Lays the practice's own name, language and clock into each request, for every page behind it.

use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

use super::super::{Role, roles_of, settings};
use crate::Result;
use crate::app::App;
use crate::identity::arrive_with;
use crate::web::{View, Words};

/// The layer. Before set-up, and while the store is away, pages keep the defaults. Who comes is read in the same look.
pub async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if let Ok(Some(view)) = view(&app, &mut parts).await {
        parts.extensions.insert(view);
    }
    next.run(Request::from_parts(parts, body)).await
}

async fn view(app: &App, parts: &mut Parts) -> Result<Option<View>> {
    let looking = arrive_with(parts, app, async |work, colleague| {
        let roles = match colleague {
            Some(person) => roles_of(work, person).await?,
            None => Vec::new(),
        };
        Ok((settings(work).await?, roles == [Role::Facilitator]))
    });
    let Some((settings, only_facilitates)) = looking.await? else { return Ok(None) };
    let view = View::public(parts.uri.path(), app.clock().now());
    let (words, zone) = (Words::of(&settings.language), settings.time_zone());
    Ok(Some(View { words, zone, only_facilitates, site: settings.site_name.into(), ..view }))
}
