//! What happened, when it was learned, and which laws hold: the form that opens a case, and that corrects it later.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Case, CaseId, Cause, Entry, Facts, Law, add, case, deeds, store};
use super::{Leads, leads, moment, moment_pairs, placed};
use crate::app::App;
use crate::clock::Timestamp;
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// The fields.
pub(super) fn fields_of(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let causes = Cause::ALL.iter().map(|one| Choice::new(one.word(), words.say(one.name_key(), None)));
    let laws = Law::ALL.iter().map(|one| Choice::new(one.word(), words.say(one.name_key(), None)));
    html! {
        (fields.area("happened", say!(words, "breaches-happened")).hint(say!(words, "breaches-happened-hint")))
        (fields.radios("cause", say!(words, "breaches-cause"), causes.collect()))
        (fields.date("discovered-on", say!(words, "breaches-discovered-on")).hint(say!(words, "breaches-discovered-hint")))
        (fields.time("discovered-at", say!(words, "breaches-discovered-at")))
        (fields.checks("laws", say!(words, "breaches-laws"), laws.collect()).hint(say!(words, "breaches-laws-hint")))
    }
}

/// What was typed.
pub(super) fn typed(view: &View, form: &Form) -> Result<Facts> {
    let mut check = Check::new(form);
    let (happened, cause) = (check.area("happened", 1..=TEXT_CHARS_MAX), check.choice::<Cause>("cause"));
    let (discovered, laws) = (moment(&mut check, view, "discovered"), check.choices::<Law>("laws"));
    check.done(|| Some(Facts { happened: happened?, cause: cause?, discovered: discovered?, laws: laws? }))
}

/// The fields of a new case: when it was learned, and the laws that are proposed.
pub(super) fn proposed(view: &View, learned: Timestamp, laws: &[Law]) -> Form {
    let laws = laws.iter().map(|law| ("laws".to_owned(), law.word().to_owned()));
    Form::of(moment_pairs(view, "discovered", learned).into_iter().chain(laws))
}

fn kept(view: &View, facts: &Facts) -> Form {
    let mut pairs = moment_pairs(view, "discovered", facts.discovered);
    pairs.push(("happened".to_owned(), facts.happened.clone()));
    pairs.push(("cause".to_owned(), facts.cause.word().to_owned()));
    pairs.extend(facts.laws.iter().map(|law| ("laws".to_owned(), law.word().to_owned())));
    Form::of(pairs)
}

/// The form with what is known so far.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<CaseId>) -> Result<Response> {
    let (case, leads) = read(&app, &who, id).await?;
    let form = case.dossier.facts.as_ref().map(|facts| kept(&who.view, facts)).unwrap_or_default();
    Ok(page(&who.view, leads, id, &Fields::filled(&who.view, form)).into_response())
}

async fn read(app: &App, who: &Who, id: CaseId) -> Result<(Case, Leads)> {
    let reading = app.read(who.actor, async move |work| {
        let row = store::find_case(work, id).await?;
        deeds::may_handle(work, &row).await?;
        Ok((case(work, id).await?, leads(work).await?))
    });
    reading.await
}

/// Puts on record what is known now; what was written before stays beside it.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    let (_, leads) = read(&app, &who, id).await?;
    let typed = typed(&who.view, &form).map(Entry::Facts);
    let adding = app.write(who.actor, async move |work| add(work, id, typed.as_ref().map_err(Error::clone)?).await);
    match adding.await {
        Ok(()) => Ok(go(&format!("/breaches/cases/{id}"))),
        Err(error) => mend(error, |faults| page(&who.view, leads, id, &Fields::again(&who.view, form, faults))),
    }
}

fn page(view: &View, leads: Leads, id: CaseId, fields: &Fields<'_>) -> Page {
    let view = &placed(view, leads);
    let words = view.words;
    let form = html! {
        (fields_of(view, fields))
        (actions(Button::submit(say!(words, "breaches-facts-keep"))))
    };
    Page::new(view, "breaches-title-facts")
        .width(Width::Mid)
        .back(&format!("/breaches/cases/{id}"), say!(words, "breaches-title-case"))
        .lead(say!(words, "breaches-facts-lead"))
        .body(html! {
            (seen(say!(words, "breaches-case-seen")))
            (fields.form(&format!("/breaches/cases/{id}/facts"), form))
        })
}
