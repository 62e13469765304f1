//! What is put on record of a case by its forms.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::super::{
    Affected, Assessment, Case, CaseId, Contained, Decision, Entry, Step, Telling, Tells, Told, Weight, add,
    case as whole, deeds, store,
};
use super::{case, forms, moment, to_mend};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::limits::{BREACH_OTHERS_MAX, TEXT_CHARS_MAX};
use crate::web::{Check, Fields, Form, Path, View, go};
use crate::{Error, Result};

/// Puts an entry on record, or shows the case again with what was typed.
async fn put(
    app: &App,
    who: &Who,
    id: CaseId,
    form: Form,
    read: impl Fn(&View, &Case, &Form) -> Result<Entry> + Send + Sync + 'static,
) -> Result<Response> {
    let (view, sent) = (who.view.clone(), form.clone());
    let adding = app.write(who.actor, async move |work| {
        let row = store::find_case(work, id).await?;
        deeds::may_handle(work, &row).await?;
        let kept = whole(work, id).await?;
        let view = View { zone: kept.zone.clone(), ..view.clone() };
        add(work, id, &read(&view, &kept, &sent)?).await
    });
    let error = match adding.await {
        Ok(()) => return Ok(go(&format!("/breaches/cases/{id}"))),
        Err(error) => error,
    };
    let (faults, status) = to_mend(error)?;
    let shown = case::read(app, who, id).await?;
    let fields = Fields::again(&who.view, forms::filled(&who.view, &shown.case, Some(&form)), faults);
    Ok(case::page(&who.view, &shown, &fields).status(status).into_response())
}

/// Whom it affects. Whoever does not see who sits in the group leaves those as they are who were named.
pub(super) async fn affected(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    put(&app, &who, id, form, |_, case, form| {
        let mut check = Check::new(form);
        let (people, others) = (check.choices::<PersonId>("people"), check.number("others", 0..=BREACH_OTHERS_MAX));
        let what = check.area("what", 1..=TEXT_CHARS_MAX);
        let named = case.dossier.affected.as_ref().map(|known| known.people.clone()).unwrap_or_default();
        let people = if case.members.is_empty() { Some(named) } else { people };
        check.done(|| Some(Entry::Affected(Affected { people: people?, others: others?, what: what? })))
    })
    .await
}

/// Something that was done.
pub(super) async fn contain(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    put(&app, &who, id, form, |view, _, form| {
        let mut check = Check::new(form);
        let (step, words) = (check.choice::<Step>("step"), check.area("done", 1..=TEXT_CHARS_MAX));
        let at = moment(&mut check, view, "done");
        check.done(|| Some(Entry::Contained(Contained { step: step?, words: words?, at: at? })))
    })
    .await
}

/// Who is told.
pub(super) async fn decide(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    put(&app, &who, id, form, |_, _, form| {
        let mut check = Check::new(form);
        let [nature, recipient, seen, left] =
            ["nature", "recipient", "seen", "left"].map(|factor| check.choice::<Weight>(factor));
        let (tells, reasons) = (check.choice::<Tells>("tells"), check.area("reasons", 1..=TEXT_CHARS_MAX));
        check.done(|| {
            let assessment = Assessment { nature: nature?, recipient: recipient?, seen: seen?, left: left? };
            Some(Entry::Decided(Decision { tells: tells?, assessment, reasons: reasons? }))
        })
    })
    .await
}

/// The second person's word.
pub(super) async fn second(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    put(&app, &who, id, form, |_, _, form| match form.value("do") {
        "agree" => Ok(Entry::Agreed),
        "object" => {
            let mut check = Check::new(form);
            let words = check.area("objection", 1..=TEXT_CHARS_MAX);
            check.done(|| words.map(Entry::Objected))
        }
        _ => Err(Error::invalid("objection", "fault-choose")),
    })
    .await
}

/// Somebody was told.
pub(super) async fn tell(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    put(&app, &who, id, form, |view, _, form| {
        let mut check = Check::new(form);
        let (telling, words) = (check.choice::<Telling>("telling"), check.area("told", 1..=TEXT_CHARS_MAX));
        let at = moment(&mut check, view, "told");
        check.done(|| Some(Entry::Told(Told { telling: telling?, at: at?, words: words? })))
    })
    .await
}

/// What will be done otherwise.
pub(super) async fn learn(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    put(&app, &who, id, form, |_, _, form| {
        let mut check = Check::new(form);
        let words = check.area("lessons", 1..=TEXT_CHARS_MAX);
        check.done(|| words.map(Entry::Learned))
    })
    .await
}

/// Something more came to light.
pub(super) async fn reopen(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    put(&app, &who, id, form, |_, _, form| {
        let mut check = Check::new(form);
        let words = check.area("reopened", 1..=TEXT_CHARS_MAX);
        check.done(|| words.map(Entry::Reopened))
    })
    .await
}

/// Every step is answered.
pub(super) async fn close(State(app): State<App>, who: Who, Path(id): Path<CaseId>, form: Form) -> Result<Response> {
    put(&app, &who, id, form, |_, _, _| Ok(Entry::Closed)).await
}
