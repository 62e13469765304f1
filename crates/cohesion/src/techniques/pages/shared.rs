//! What members show to their group: on the group's page, and each by itself.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Look, Replies, ShareId, Shared, SharedSheet, shared, shared_in};
use super::own::taken_back;
use super::values::whole;
use crate::app::App;
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::parts::{Icon, Row, missing, rows, seen};
use crate::web::{Area, Page, Path, Said, View, Width};
use crate::work::Work;
use crate::{Result, say};

/// What members show, on the page of a member's group; nothing where nobody shows anything.
pub(crate) async fn group_part(work: &mut Work<'_>, view: &View, group: GroupId) -> Result<Markup> {
    let shown = shared_in(work, group).await?;
    let heading = html! { h3 { (say!(view.words, "techniques-shared")) } };
    Ok(html! { (missing(view, shown.damaged)) (section(view, &heading, &shown.readable)) })
}

/// The same for the page of those who lead.
pub(super) fn section(view: &View, heading: &Markup, shown: &[Shared]) -> Markup {
    let words = view.words;
    let row = |shared: &Shared| {
        let row = Row::link(format!("/me/group/shared/{}", shared.id), &shared.form.title).icon(Icon::Letter);
        row.small(say!(words, "techniques-shared-by", name = author(view, shared), day = view.day(shared.shared_at)))
    };
    html! {
        @if !shown.is_empty() {
            section.stack.stack--tight {
                (heading)
                p.soft { (say!(words, "techniques-shared-lead")) }
                (rows(shown.iter().map(row)))
            }
        }
    }
}

/// One of them. What was taken back says so from the next request on, and nothing of what it was.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<ShareId>) -> Result<Response> {
    let (sheet, look) = app.read(who.actor, async move |work| shared(work, id).await).await?;
    // One address for all whom it is shown to, and for each the places that they have.
    let area = match look {
        Look::Fellow => Area::Member,
        Look::Leading => who.view.area_of_groups(),
    };
    let (view, words) = (&who.view.clone().in_area(area), who.view.words);
    let page = Page::new(view, "techniques-title-shared").width(Width::Mid);
    let page = match look {
        Look::Fellow => page.back("/me/group", say!(words, "place-group")),
        Look::Leading => page.back("/care/groups", say!(words, "place-groups")),
    };
    let page = match &sheet {
        SharedSheet::TakenBack => page.body(taken_back(view)),
        SharedSheet::Open(shared) => page
            .heading(&shared.form.title)
            .lead(say!(words, "techniques-shared-by", name = author(view, shared), day = view.day(shared.shared_at)))
            .body(html! {
                (whole(view, shared.form, &shared.answers, &Replies::default()))
                (seen(say!(words, "techniques-shared-stays")))
            }),
    };
    Ok(page.into_response())
}

fn author(view: &View, shared: &Shared) -> Said {
    let name = shared.by.clone().map(Said::from);
    name.unwrap_or_else(|| say!(view.words, "techniques-somebody-of-group"))
}
