//! The page of a summary by its own address, for whoever signs beside a trainee or sends it back with words.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::shown::{Shown, Which};
use super::super::{countersign, send_back};
use super::summary::{News, page, read, refused};
use crate::app::App;
use crate::id::SeatId;
use crate::identity::Who;
use crate::notes::{WaitingText, beside, named, seen_in, signed_beside, waits_for, words_in};
use crate::web::parts::{Button, Tone, callout, own, post, saved, seen, tag};
use crate::web::{Fields, Form, Path, View, go};
use crate::{Result, say};

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(seat): Path<SeatId>) -> Result<Response> {
    let shown = read(&app, &who, Which::At(seat)).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view), &News::default()).into_response())
}

/// Signs it beside a trainee.
pub(super) async fn sign_beside(
    State(app): State<App>,
    who: Who,
    Path(seat): Path<SeatId>,
    form: Form,
) -> Result<Response> {
    let seen = seen_in(&form);
    match app.write(who.actor, async move |work| countersign(work, seat, seen).await).await {
        Ok(()) => Ok(go(&format!("/care/summaries/{seat}"))),
        Err(error) => refused(&app, &who, Which::At(seat), form, error).await,
    }
}

/// Sends it back with words.
pub(super) async fn give_back(
    State(app): State<App>,
    who: Who,
    Path(seat): Path<SeatId>,
    form: Form,
) -> Result<Response> {
    let (seen, words) = (seen_in(&form), words_in(&form));
    match app.write(who.actor, async move |work| send_back(work, seat, seen, &words).await).await {
        Ok(()) => Ok(go("/care/supervision")),
        Err(error) => refused(&app, &who, Which::At(seat), form, error).await,
    }
}

/// What whoever supervises can do with it.
pub(super) fn acts(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let base = format!("/care/summaries/{}", shown.summary.seat);
    let (version, what, hint) = (shown.summary.version, "endings-countersign-what", "endings-return-hint");
    beside(view, fields, &WaitingText { base: &base, version, what, hint })
}

/// Where it is on its way, and who signed.
pub(super) fn signatures(view: &View, shown: &Shown) -> Markup {
    let (words, summary, names) = (view.words, &shown.summary, &shown.names);
    let action = format!("/care/groups/{}/summaries/{}", summary.group, summary.person);
    let give = Button::submit(say!(words, "endings-give-out"));
    html! {
        @if let Some(signed) = summary.signed {
            p {
                @if summary.is_waiting { (tag(Tone::Note, None, say!(words, "endings-summary-waits"))) }
                @else { (tag(Tone::Well, None, say!(words, "endings-summary-signed"))) }
            }
            p { (say!(words, "notes-signed-by", name = named(view, names, Some(signed.by)), moment = view.moment(signed.at))) }
            (signed_beside(view, names, summary.countersigned))
            @match summary.given_at {
                _ if summary.is_waiting => (waits_for(view, names, summary.waits_for)),
                Some(at) => (saved(say!(words, "endings-given-at", moment = view.moment(at)))),
                None if shown.may_write => {
                    p.soft { (say!(words, "endings-give-out-what", name = summary.called.as_str())) }
                    (post(&action, &[("do", "give-out")], &give))
                }
                None => {}
            }
        } @else {
            @if summary.concerns > 0 { (callout(Tone::Note, html! { p { (say!(words, "endings-concerns", count = summary.concerns)) } })) }
            (seen(say!(words, "endings-summary-seen")))
        }
    }
}

/// Why it was sent back, above the draft that it is again.
pub(super) fn sent_back(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    html! {
        @if let Some(returned) = &shown.summary.body.returned {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "notes-sent-back-by", name = named(view, &shown.names, Some(returned.by)))) } " " (view.moment(returned.at)) }
                (own(&returned.words))
            }))
        }
    }
}
