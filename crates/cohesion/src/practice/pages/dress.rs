//! Lays the practice's own name, language and clock into each request, for every page behind it.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::super::settings;
use crate::Result;
use crate::access::Actor;
use crate::app::App;
use crate::identity::practice_here;
use crate::web::{View, Words};

/// The layer. Before set-up, and while the store is away, pages keep the defaults.
pub async fn dress(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if let Ok(Some(view)) = view(&app, request.uri().path()).await {
        request.extensions_mut().insert(view);
    }
    next.run(request).await
}

async fn view(app: &App, path: &str) -> Result<Option<View>> {
    let Some(practice) = practice_here(app).await? else { return Ok(None) };
    let settings = app.read(Actor::Nobody(practice), async |work| settings(work).await).await?;
    let view = View::public(path, app.clock().now());
    let (words, zone) = (Words::of(&settings.language), settings.time_zone());
    Ok(Some(View { words, zone, site: settings.site_name.into(), ..view }))
}
