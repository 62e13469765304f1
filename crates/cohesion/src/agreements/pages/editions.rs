//! The practice's texts: which edition is in use, and publishing the next one.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Agreement, Edition, Renewal, deeds, in_force, publish, title};
use super::draw;
use crate::app::App;
use crate::identity::Who;
use crate::limits::AGREEMENT_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, fold, rows};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Result, say};

/// Every text with its edition.
pub(super) async fn show_all(State(app): State<App>, who: Who) -> Result<Response> {
    let reading = app.read(who.actor, async |work| {
        deeds::may_see_texts(work).await?;
        let mut editions = Vec::new();
        for agreement in Agreement::ALL {
            editions.push(in_force(work, agreement).await?);
        }
        Ok(editions)
    });
    let editions = reading.await?;
    Ok(Page::new(&who.view, "agreements-title-texts")
        .lead(say!(who.view.words, "agreements-texts-lead"))
        .body(rows(editions.iter().map(|edition| row(&who.view, edition))))
        .into_response())
}

/// One text, and the form that publishes the next edition of it.
pub(super) async fn show(State(app): State<App>, who: Who, Path(slug): Path<String>) -> Result<Response> {
    let edition = read(&app, &who, slug.parse()?).await?;
    let form = Form::of([("wording", edition.wording.as_str()), ("renewal", "asked")]);
    Ok(page(&who.view, &edition, &Fields::filled(&who.view, form)).into_response())
}

/// The next edition is published.
pub(super) async fn take(State(app): State<App>, who: Who, Path(slug): Path<String>, form: Form) -> Result<Response> {
    let agreement: Agreement = slug.parse()?;
    let mut check = Check::new(&form);
    let seen = check.number("seen", 1..=u32::MAX);
    let wording = check.area("wording", 1..=AGREEMENT_CHARS_MAX);
    let renewal = match form.value("renewal") {
        "asked" => Some(Renewal::Asked),
        "not-asked" => Some(Renewal::NotAsked),
        _ => check.fault("renewal", "fault-choose"),
    };
    let published = match check.done(|| Some((seen?, wording?, renewal?))) {
        Ok((seen, wording, renewal)) => {
            let act =
                async move |work: &mut crate::work::Work<'_>| publish(work, agreement, seen, &wording, renewal).await;
            app.write(who.actor, act).await
        }
        Err(faults) => Err(faults),
    };
    let Err(error) = published else { return Ok(go("/admin/agreements")) };
    let edition = read(&app, &who, agreement).await?;
    mend(error, |faults| page(&who.view, &edition, &Fields::again(&who.view, form, faults)))
}

async fn read(app: &App, who: &Who, agreement: Agreement) -> Result<Edition> {
    let reading = app.read(who.actor, async move |work| {
        deeds::may_see_texts(work).await?;
        in_force(work, agreement).await
    });
    reading.await
}

fn row(view: &View, edition: &Edition) -> Row {
    let words = view.words;
    let since = match edition.published_at {
        Some(at) => say!(words, "agreements-published", number = edition.number, time = view.moment(at)),
        None => say!(words, "agreements-shipped"),
    };
    Row::link(format!("/admin/agreements/{}", edition.agreement.slug()), words.say(edition.agreement.name_key(), None))
        .icon(Icon::Letter)
        .small(since)
}

fn page(view: &View, edition: &Edition, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let renewals = vec![
        Choice::new("asked", say!(words, "agreements-renewal-asked"))
            .small(say!(words, "agreements-renewal-asked-about")),
        Choice::new("not-asked", say!(words, "agreements-renewal-not-asked"))
            .small(say!(words, "agreements-renewal-not-asked-about")),
    ];
    let form = html! {
        (fields.area("wording", say!(words, "agreements-wording")).hint(say!(words, "agreements-wording-hint")).voice())
        (fields.radios("renewal", say!(words, "agreements-renewal"), renewals))
        (fields.hidden("seen", &edition.number.to_string()))
        (callout(Tone::Note, html! { p { (say!(words, "agreements-publish-note")) } }))
        (actions(html! {
            (Button::submit(say!(words, "agreements-publish")))
            (Button::link("/admin/agreements", say!(words, "groups-cancel")).quiet())
        }))
    };
    Page::new(view, "agreements-title-edition")
        .width(Width::Mid)
        .back("/admin/agreements", say!(words, "agreements-title-texts"))
        .heading(words.say(edition.agreement.name_key(), None))
        .body(html! {
            (fold(say!(words, "agreements-in-use", number = edition.number), in_use(edition)))
            @if edition.wording != edition.agreement.shipped() {
                (fold(say!(words, "agreements-newer-shipped"), draw(edition.agreement.shipped())))
            }
            (fields.form(&format!("/admin/agreements/{}", edition.agreement.slug()), &form))
        })
}

fn in_use(edition: &Edition) -> Markup {
    html! { h2 { (title(&edition.wording).unwrap_or_default()) } (draw(&edition.wording)) }
}
