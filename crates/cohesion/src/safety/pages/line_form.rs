//! One crisis line: adding it and changing it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Channel, LineId, LineTerms, Need, add_line, change_line};
use super::lines;
use crate::app::App;
use crate::identity::Who;
use crate::limits::LINE_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::{Error, Result, say};

/// Adds a line.
pub(super) async fn add(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let done = match read(&form) {
        Ok(terms) => app.write(who.actor, async move |work| add_line(work, &terms).await.map(|_| ())).await,
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(go("/admin/crisis-lines")),
        Err(error) => {
            let known = lines::read(&app, &who).await?;
            let blank = lines::page(&who.view, &known, &Fields::blank(&who.view))?;
            mend(error, |faults| {
                lines::page(&who.view, &known, &Fields::again(&who.view, form, faults)).unwrap_or(blank)
            })
        }
    }
}

/// One line.
pub(super) async fn ask(State(app): State<App>, who: Who, Path(id): Path<LineId>) -> Result<Response> {
    let known = lines::read(&app, &who).await?;
    let line = known.into_iter().find(|line| line.id == id).ok_or(Error::NotFound)?;
    let fields = Fields::filled(&who.view, to_form(&line.terms));
    Ok(page(&who.view, id, &fields).into_response())
}

/// Changes a line.
pub(super) async fn change(State(app): State<App>, who: Who, Path(id): Path<LineId>, form: Form) -> Result<Response> {
    let known = lines::read(&app, &who).await?;
    if !known.iter().any(|line| line.id == id) {
        return Err(Error::NotFound);
    }
    let done = match read(&form) {
        Ok(terms) => app.write(who.actor, async move |work| change_line(work, id, &terms).await).await,
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(go("/admin/crisis-lines")),
        Err(error) => mend(error, |faults| page(&who.view, id, &Fields::again(&who.view, form, faults))),
    }
}

/// The fields of a line, and the button.
pub(super) fn fields_of(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let needs = Need::ALL.iter().map(|need| Choice::new(need.word(), words.say(need_key(*need), None))).collect();
    let channels = Channel::ALL
        .iter()
        .map(|channel| Choice::new(channel.word(), words.say(channel_key(*channel), None)))
        .collect();
    html! {
        (fields.radios("need", say!(words, "safety-line-need"), needs))
        (fields.radios("channel", say!(words, "safety-line-channel"), channels))
        (fields.text("name", say!(words, "safety-line-name")))
        (fields.text("number", say!(words, "safety-line-number")).hint(say!(words, "safety-line-number-hint")))
        (fields.text("hours", say!(words, "safety-line-hours")))
        (fields.text("cost", say!(words, "safety-line-cost")))
        (fields.text("languages", say!(words, "safety-line-languages")))
        (fields.text("audience", say!(words, "safety-line-audience")))
        (fields.text("note", say!(words, "safety-line-note")))
        (fields.text("source", say!(words, "safety-line-source")))
        (actions(Button::submit(say!(words, "safety-line-keep"))))
    }
}

pub(super) const fn need_key(need: Need) -> &'static str {
    match need {
        Need::Danger => "safety-need-danger",
        Need::Talk => "safety-need-talk",
    }
}

pub(super) const fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "safety-channel-call",
        Channel::Text => "safety-channel-text",
        Channel::Chat => "safety-channel-chat",
    }
}

fn page(view: &View, id: LineId, fields: &Fields<'_>) -> Page {
    let words = view.words;
    Page::new(view, "safety-title-lines")
        .width(Width::Mid)
        .crumb("/admin/crisis-lines", say!(words, "safety-title-lines"))
        .lead(say!(words, "safety-line-change-lead"))
        .body(fields.form(&format!("/admin/crisis-lines/{id}"), fields_of(view, fields)))
}

fn to_form(terms: &LineTerms) -> Form {
    Form::of([
        ("need", terms.need.word()),
        ("channel", terms.channel.word()),
        ("name", &terms.name),
        ("number", &terms.number),
        ("hours", &terms.hours),
        ("cost", &terms.cost),
        ("languages", &terms.languages),
        ("audience", &terms.audience),
        ("note", &terms.note),
        ("source", &terms.source),
    ])
}

fn read(form: &Form) -> Result<LineTerms> {
    let mut check = Check::new(form);
    let (need, channel) = (check.choice::<Need>("need"), check.choice::<Channel>("channel"));
    let mut line = |field, least| check.text(field, least..=LINE_CHARS_MAX);
    let (name, number) = (line("name", 1), line("number", 1));
    let (hours, cost, languages) = (line("hours", 0), line("cost", 0), line("languages", 0));
    let (audience, note, source) = (line("audience", 0), line("note", 0), line("source", 0));
    check.done(|| {
        Some(LineTerms {
            need: need?,
            channel: channel?,
            name: name?,
            number: number?,
            hours: hours?,
            languages: languages?,
            cost: cost?,
            audience: audience?,
            note: note?,
            source: source?,
        })
    })
}
