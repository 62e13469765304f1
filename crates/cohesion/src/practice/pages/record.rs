//! A licence or training is put on record.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{CredentialWords, Practises, Qualification, deeds, record, staff};
use super::settings::{place, place_fields};
use crate::app::App;
use crate::id::PersonId;
use crate::identity::Who;
use crate::limits::LINE_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// What kind of paper the form is for.
#[derive(Clone, Copy)]
enum Paper {
    Licence,
    Training,
}

impl Paper {
    fn of(word: &str) -> Result<Self> {
        [Self::Licence, Self::Training].into_iter().find(|paper| paper.word() == word).ok_or(Error::NotFound)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Licence => "licence",
            Self::Training => "training",
        }
    }
}

/// The empty form.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path((person, kind)): Path<(PersonId, String)>,
) -> Result<Response> {
    let kind = Paper::of(&kind)?;
    let others = others(&app, &who, person).await?;
    Ok(page(&who.view, person, kind, others, &Fields::blank(&who.view)).into_response())
}

/// Puts the paper on record.
pub(super) async fn send(
    State(app): State<App>,
    who: Who,
    Path((person, kind)): Path<(PersonId, String)>,
    form: Form,
) -> Result<Response> {
    let kind = Paper::of(&kind)?;
    let recorded = match read(kind, &form) {
        Ok((what, words)) => app.write(who.actor, async move |work| record(work, person, &what, &words).await).await,
        Err(faults) => Err(faults),
    };
    match recorded {
        Ok(_) => Ok(go(&format!("/admin/people/{person}"))),
        Err(error) => {
            let others = others(&app, &who, person).await?;
            mend(error, |faults| page(&who.view, person, kind, others, &Fields::again(&who.view, form, faults)))
        }
    }
}

/// Who could supervise: everyone else who works here.
async fn others(app: &App, who: &Who, person: PersonId) -> Result<Vec<Choice>> {
    let reading = app.read(who.actor, async move |work| {
        deeds::may_record(work, person).await?;
        staff(work).await
    });
    let staff = reading.await?;
    if !staff.iter().any(|colleague| colleague.person == person) {
        return Err(Error::NotFound);
    }
    let at_work = staff.into_iter().filter(|other| other.ended.is_none() && other.person != person);
    Ok(at_work.map(|other| Choice::new(other.person.to_string(), other.profile.called)).collect())
}

fn read(kind: Paper, form: &Form) -> Result<(Qualification, CredentialWords)> {
    let mut check = Check::new(form);
    let title = check.text("title", 1..=LINE_CHARS_MAX);
    let (number, issuer) = (check.text("number", 0..=LINE_CHARS_MAX), check.text("issuer", 0..=LINE_CHARS_MAX));
    let qualification = match kind {
        Paper::Licence => {
            let place = place(&mut check, form);
            let last_day = check.date("last-day");
            let supervisor = check.optional("supervisor", |check| check.choice("supervisor"));
            let practises = supervisor.map(|who| who.map_or(Practises::Alone, Practises::Under));
            place.zip(last_day).zip(practises).map(|((place, last_day), practises)| Qualification::Licence {
                place,
                last_day,
                practises,
            })
        }
        Paper::Training => check
            .optional("last-day", |check| check.date("last-day"))
            .map(|last_day| Qualification::Training { last_day }),
    };
    check.done(|| {
        let words = CredentialWords { title: title?, number: number?, issuer: issuer? };
        Some((qualification?, words))
    })
}

fn page(view: &View, person: PersonId, kind: Paper, others: Vec<Choice>, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let here = format!("/admin/people/{person}/papers/{}", kind.word());
    let (title, body) = match kind {
        Paper::Licence => ("practice-title-licence", licence_fields(view, others, fields)),
        Paper::Training => ("practice-title-training", training_fields(view, fields)),
    };
    let body = html! { (body) (actions(Button::submit(say!(words, "practice-save")))) };
    Page::new(view, title)
        .back(&format!("/admin/people/{person}"), say!(words, "practice-title-person"))
        .lead(say!(words, "practice-record-lead"))
        .body(fields.form(&here, &body))
}

fn licence_fields(view: &View, others: Vec<Choice>, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let alone = Choice::new("", say!(words, "practice-alone"));
    let supervisors = std::iter::once(alone).chain(others).collect();
    html! {
        (fields.text("title", say!(words, "practice-profession")).hint(say!(words, "practice-profession-hint")))
        (fields.text("number", say!(words, "practice-number")))
        (fields.text("issuer", say!(words, "practice-issuer")).hint(say!(words, "practice-issuer-hint")))
        (place_fields(words, fields, &say!(words, "practice-place")))
        (fields.date("last-day", say!(words, "practice-last-day")).hint(say!(words, "practice-last-day-hint")))
        (fields.select("supervisor", say!(words, "practice-supervisor"), supervisors).hint(say!(words, "practice-supervisor-hint")))
    }
}

fn training_fields(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        (fields.text("title", say!(words, "practice-training")).hint(say!(words, "practice-training-hint")))
        (fields.text("issuer", say!(words, "practice-issuer")).hint(say!(words, "practice-optional")))
        (fields.text("number", say!(words, "practice-number")).hint(say!(words, "practice-optional")))
        (fields.date("last-day", say!(words, "practice-last-day")).hint(say!(words, "practice-last-day-none")))
    }
}
