//! Lays the practice's own name, language and clock into each request, for every page behind it.

use std::future::Future;
use std::pin::Pin;

use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

use super::super::settings;
use crate::Result;
use crate::app::App;
use crate::id::PersonId;
use crate::identity::arrive_with;
use crate::web::{View, Words};
use crate::work::Work;

/// Whether all that a colleague does here is to facilitate, by the later subject that knows; `router.rs` hands it in.
pub type OnlyFacilitates =
    for<'a, 'tx> fn(&'a mut Work<'tx>, PersonId) -> Pin<Box<dyn Future<Output = Result<bool>> + 'a>>;

/// The layer. Before set-up, and while the store is away, pages keep the defaults. Who comes is read in the same look.
pub async fn dress(State((app, asks)): State<(App, OnlyFacilitates)>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if let Ok(Some(view)) = view(&app, asks, &mut parts).await {
        parts.extensions.insert(view);
    }
    next.run(Request::from_parts(parts, body)).await
}

async fn view(app: &App, asks: OnlyFacilitates, parts: &mut Parts) -> Result<Option<View>> {
    let looking = arrive_with(parts, app, async move |work, colleague| {
        let only_facilitates = match colleague {
            Some(person) => asks(work, person).await?,
            None => false,
        };
        Ok((settings(work).await?, only_facilitates))
    });
    let Some((settings, only_facilitates)) = looking.await? else { return Ok(None) };
    let view = View::public(parts.uri.path(), app.clock().now());
    let (words, zone) = (Words::of(&settings.language), settings.time_zone());
    Ok(Some(View { words, zone, only_facilitates, site: settings.site_name.into(), ..view }))
}
