//! Looking back on one's own group, without a name.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Evaluation, QUESTIONS, SHOWN_FROM, deeds, evaluate, may_look_back};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::parts::{Button, Tone, actions, callout, saved, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// What stands on the page of a member's group: a way to look back, once it is time and until they have.
pub(crate) async fn group_part(work: &mut Work<'_>, view: &View, group: GroupId) -> Result<Markup> {
    let has_endings = groups::charter_of(work, group).await?.allow(Capability::PlannedEnding).is_ok();
    if !has_endings || !may_look_back(work, group).await? {
        return Ok(Markup::default());
    }
    let (words, href) = (view.words, format!("/me/groups/{group}/evaluation"));
    Ok(callout(
        Tone::Brand,
        html! {
            p { strong { (say!(words, "endings-back-ask")) } " " (say!(words, "endings-back-how")) }
            (actions(Button::link(href, say!(words, "endings-back-begin"))))
        },
    ))
}

/// The form, or that it is done, or not yet time.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let is_open = app.read(who.actor, async move |work| may_look_back(work, id).await).await?;
    Ok(page(&who.view, id, is_open.then(|| Fields::blank(&who.view)).as_ref()).into_response())
}

/// Keeps what was said.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let read = read(&form);
    let acting = app.write(who.actor, async move |work| {
        deeds::may_evaluate(work, id).await?;
        if !may_look_back(work, id).await? {
            return Err(Error::Conflict("endings-conflict-looked-back"));
        }
        evaluate(work, id, read.as_ref().map_err(Error::clone)?).await
    });
    let (faults, status) = match acting.await {
        Ok(()) => return Ok(go(&format!("/me/groups/{id}/evaluation"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, id, Some(&fields)).status(status).into_response())
}

fn read(form: &Form) -> Result<Evaluation> {
    let mut check = Check::new(form);
    let ratings: Option<Vec<u8>> =
        (0..QUESTIONS.len()).map(|at| rating(&mut check, at)).collect::<Vec<_>>().into_iter().collect();
    let (helped, better) = (check.area("helped", 0..=TEXT_CHARS_MAX), check.area("better", 0..=TEXT_CHARS_MAX));
    check.done(|| Some(Evaluation { ratings: ratings?, helped: helped?, better: better? }))
}

fn rating(check: &mut Check<'_>, at: usize) -> Option<u8> {
    let field = format!("question-{at}");
    match check.choice::<u8>(&field)? {
        rating @ 1..=5 => Some(rating),
        _ => check.fault(&field, "fault-choose"),
    }
}

fn page(view: &View, id: GroupId, fields: Option<&Fields<'_>>) -> Page {
    let words = view.words;
    let page = Page::new(view, "endings-title-back").back("/me/group", say!(words, "place-group"));
    let Some(fields) = fields else {
        return page
            .body(html! { (saved(say!(words, "endings-back-done"))) p { (say!(words, "endings-back-later")) } });
    };
    let (low, high) = (say!(words, "endings-back-low"), say!(words, "endings-back-high"));
    let form = html! {
        @for (at, key) in QUESTIONS.iter().enumerate() {
            (fields.numbers(&format!("question-{at}"), words.say(key, None), 1..=5, &low, &high))
        }
        (fields.area("helped", say!(words, "endings-evaluation-helped")).hint(say!(words, "endings-back-words")).voice())
        (fields.area("better", say!(words, "endings-evaluation-better")).voice())
        (actions(Button::submit(say!(words, "endings-back-send"))))
    };
    page.lead(say!(words, "endings-back-lead")).body(html! {
        (seen(say!(words, "endings-back-seen", from = SHOWN_FROM)))
        (fields.form(&format!("/me/groups/{id}/evaluation"), form))
    })
}
