//! The clinician's own notes on who must not meet: written and read by one person alone.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};

use super::super::{KeepApart, deeds, keep_apart, let_meet};
use super::circle::{self, Shown};
use crate::access::Deed;
use crate::app::App;
use crate::id::{GroupId, KeepApartId, PersonId};
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Row, actions, fold, post, rows, seen};
use crate::web::{Check, Fields, Form, Path, View, go};
use crate::{Error, Result, say};

/// A pair is written down.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let (one, other) = (check.choice::<PersonId>("one"), check.choice::<PersonId>("other"));
    let reason = check.area("reason", 1..=TEXT_CHARS_MAX);
    let read = check.done(|| Some(((one?, other?), reason?)));
    let keeping = app.write(who.actor, async move |work| {
        deeds::may_in(work, Deed::NoteComposition, id).await?;
        let (pair, reason) = read.as_ref().map_err(Error::clone)?;
        keep_apart(work, id, *pair, reason).await
    });
    let Err(error) = keeping.await else { return Ok(go(&format!("/care/groups/{id}/people"))) };
    let shown = circle::read(&app, &who, id).await?;
    mend(error, |faults| circle::page(&who.view, &shown, &Fields::again(&who.view, form, faults)))
}

/// A pair may meet again.
pub(super) async fn end(
    State(app): State<App>,
    who: Who,
    Path((id, pair)): Path<(GroupId, KeepApartId)>,
) -> Result<Response> {
    app.write(who.actor, async move |work| let_meet(work, id, pair).await).await?;
    Ok(go(&format!("/care/groups/{id}/people")))
}

/// The notes and the form for another one. It stands open where the form needs mending.
pub(super) fn notes(view: &View, shown: &Shown, pairs: &[KeepApart], fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let people = || -> Vec<Choice> {
        shown.listed.iter().map(|one| Choice::new(one.enrolment.person.to_string(), &one.called)).collect()
    };
    let form = html! {
        (fields.select("one", say!(words, "enrolment-apart-one"), people()))
        (fields.select("other", say!(words, "enrolment-apart-other"), people()))
        (fields.area("reason", say!(words, "enrolment-apart-reason")))
        (seen(say!(words, "enrolment-apart-seen")))
        (actions(Button::submit(say!(words, "enrolment-apart-save")).outline()))
    };
    let drawn = fields.form(&format!("/care/groups/{}/apart", shown.group.id), &form);
    let body = html! {
        @if !pairs.is_empty() { (rows(pairs.iter().map(|pair| row(view, shown, pair)))) }
        (drawn)
    };
    if fields.summary().into_string().is_empty() {
        fold(say!(words, "enrolment-apart"), body)
    } else {
        html! { section.stack { h2 { (say!(words, "enrolment-apart")) } (body) } }
    }
}

fn row(view: &View, shown: &Shown, pair: &KeepApart) -> Row {
    let called = |person| {
        let found = shown.listed.iter().find(|one| one.enrolment.person == person);
        found.map_or_else(|| say!(view.words, "enrolment-somebody").into_owned(), |one| one.called.clone())
    };
    let at = format!("/care/groups/{}/apart/{}/end", shown.group.id, pair.id);
    let end = post(&at, &[], &Button::submit(say!(view.words, "enrolment-apart-end")).quiet().small());
    Row::plain(say!(view.words, "enrolment-apart-pair", one = called(pair.one), other = called(pair.other)))
        .small(&pair.reason)
        .end(end)
}
