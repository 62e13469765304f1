//! A member's own steps into a group: an answer to an offer, a name, a place, then the texts.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Answer, Cover, Joining, Stage, answer_offer, choose_name, own_enrolment, say_where};
use super::alone;
use super::words::Worded;
use crate::app::App;
use crate::groups::charter::ShownIdentity;
use crate::id::EnrolmentId;
use crate::identity::Who;
use crate::limits::SHOWN_NAME_CHARS_MAX;
use crate::practice::Jurisdiction;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Item, State as How, actions, card, checklist, post, seen};
use crate::web::words::COUNTRIES;
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

/// Where one is: an offer to answer, or the list of one's own steps.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let joining = read(&app, &who, id).await?;
    let body = match joining.enrolment.stage {
        Stage::Offered => offer(&who.view, &joining),
        Stage::Enquiry if joining.begins_alone => alone::form(&who.view, &joining, &Fields::blank(&who.view)),
        Stage::Accepted | Stage::Prepared | Stage::Seated | Stage::OnHold => own_steps(&who.view, &joining),
        _ => html! { p.lead { (say!(who.view.words, "enrolment-joining-wait")) } },
    };
    Ok(page(&who.view, &joining, "enrolment-title-joining").body(body).into_response())
}

/// The answer to an offer.
pub(super) async fn answer(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    read(&app, &who, id).await?;
    let mut check = Check::new(&form);
    let answer = check.choice::<Answer>("answer");
    let answer = check.done(|| answer)?;
    app.write(who.actor, async move |work| answer_offer(work, id, answer).await).await?;
    Ok(go(&if answer == Answer::Take { format!("/me/joining/{id}") } else { "/me/group".to_owned() }))
}

/// The name for the group.
pub(super) async fn show_name(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let joining = read(&app, &who, id).await?;
    let form = Form::of(joining.called.iter().map(|called| ("called", called.as_str())));
    Ok(name_page(&who.view, &joining, &Fields::filled(&who.view, form)).into_response())
}

/// The name is chosen.
pub(super) async fn take_name(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let called = check.text("called", 1..=SHOWN_NAME_CHARS_MAX);
    let done = match check.done(|| called) {
        Ok(called) => app.write(who.actor, async move |work| choose_name(work, id, &called).await).await,
        Err(faults) => Err(faults),
    };
    let joining = read(&app, &who, id).await?;
    match done {
        Ok(()) => Ok(go(&next_step(&joining))),
        Err(error) => mend(error, |faults| name_page(&who.view, &joining, &Fields::again(&who.view, form, faults))),
    }
}

/// Where one takes part from.
pub(super) async fn show_place(State(app): State<App>, who: Who, Path(id): Path<EnrolmentId>) -> Result<Response> {
    let joining = read(&app, &who, id).await?;
    let place = joining.place_of_own.as_ref();
    let form = Form::of([
        ("country", place.map_or("", Jurisdiction::country)),
        ("region", place.and_then(Jurisdiction::region).unwrap_or_default()),
    ]);
    Ok(place_page(&who.view, &joining, &Fields::filled(&who.view, form)).into_response())
}

/// The place is said.
pub(super) async fn take_place(
    State(app): State<App>,
    who: Who,
    Path(id): Path<EnrolmentId>,
    form: Form,
) -> Result<Response> {
    let done = match read_place(&form) {
        Ok(place) => app.write(who.actor, async move |work| say_where(work, id, &place).await).await,
        Err(faults) => Err(faults),
    };
    let joining = read(&app, &who, id).await?;
    match done {
        Ok(()) => Ok(go(&next_step(&joining))),
        Err(error) => mend(error, |faults| place_page(&who.view, &joining, &Fields::again(&who.view, form, faults))),
    }
}

/// The page of the first step that is still open; the group's page once there is none.
pub(super) fn next_step(joining: &Joining) -> String {
    let at = format!("/me/joining/{}", joining.enrolment.id);
    match joining.due.first() {
        _ if joining.called.is_none() => format!("{at}/name"),
        _ if joining.asks_where() => format!("{at}/place"),
        Some(due) => format!("{at}/sign/{}", due.edition.agreement.slug()),
        None if joining.enrolment.stage.is_member() => "/me/group".to_owned(),
        None => at,
    }
}

pub(super) async fn read(app: &App, who: &Who, id: EnrolmentId) -> Result<Joining> {
    app.read(who.actor, async move |work| own_enrolment(work, id).await).await
}

/// The frame of a step: the group's neutral name, and the way back to the list.
pub(super) fn page(view: &View, joining: &Joining, title_key: &'static str) -> Page {
    Page::new(view, title_key).back("/me/group", say!(view.words, "place-group")).lead(&joining.group)
}

fn read_place(form: &Form) -> Result<Jurisdiction> {
    let mut check = Check::new(form);
    let (country, region) = (check.text("country", 2..=2), check.text("region", 0..=3));
    let (country, region) = check.done(|| Some((country?, region?)))?;
    let code = if region.is_empty() { country } else { format!("{country}-{}", region.to_ascii_uppercase()) };
    let place: Jurisdiction = code.parse().map_err(|_| Error::invalid("region", "practice-fault-place"))?;
    if place.licenses() { Ok(place) } else { Err(Error::invalid("region", "practice-fault-region")) }
}

fn offer(view: &View, joining: &Joining) -> Markup {
    let (words, enrolment) = (view.words, &joining.enrolment);
    let until = enrolment.offer_until.unwrap_or(enrolment.since);
    let at = format!("/me/joining/{}/answer", enrolment.id);
    card(html! {
        p.lead { (say!(words, "enrolment-offer-lead", time = view.moment(until))) }
        p { (say!(words, "enrolment-offer-about")) }
        (actions(html! {
            @for (answer, word, _) in Answer::CHOICES {
                @let said = Button::submit(own_answer(view, *answer));
                @let said = if *answer == Answer::Take { said } else { said.outline() };
                (post(&at, &[("answer", word)], &said))
            }
        }))
    })
}

fn own_answer(view: &View, answer: Answer) -> crate::web::Said {
    match answer {
        Answer::Take => say!(view.words, "enrolment-offer-take"),
        Answer::Pass => say!(view.words, "enrolment-offer-pass"),
        Answer::TakeMeOff => say!(view.words, "enrolment-offer-off"),
    }
}

fn own_steps(view: &View, joining: &Joining) -> Markup {
    let words = view.words;
    let at = format!("/me/joining/{}", joining.enrolment.id);
    let item = |name: Markup, is_done: bool, text: String| Item {
        state: if is_done { How::Done } else { How::Open },
        name,
        text: html! { (text) },
        action: None,
    };
    let open = || say!(words, "enrolment-open").into_owned();
    let place = joining.place_of_own.as_ref().map(|place| words.place(place.code()).into_owned());
    let mut items = vec![item(
        html! { a href={ (at) "/name" } { (say!(words, "enrolment-own-name")) } },
        joining.called.is_some(),
        joining.called.clone().unwrap_or_else(open),
    )];
    if place.is_some() || joining.asks_where() {
        items.push(item(
            html! { a href={ (at) "/place" } { (say!(words, "enrolment-own-place")) } },
            place.is_some(),
            place.unwrap_or_else(open),
        ));
    }
    items.extend(joining.due.iter().map(|due| {
        let agreement = due.edition.agreement;
        let name = html! { a href={ (at) "/sign/" (agreement.slug()) } { (words.say(agreement.name_key(), None)) } };
        item(name, false, open())
    }));
    html! {
        @if !joining.place.is_empty() { p { (say!(words, "enrolment-joining-place", place = &joining.place)) } }
        p { (say!(words, "enrolment-joining-about")) }
        @if let Some(next) = joining.next_at { p { (say!(words, "enrolment-joining-next", time = view.moment(next))) } }
        h2 { (say!(words, "enrolment-joining-steps")) }
        (checklist(&items))
        @if joining.is_done() && !joining.enrolment.stage.is_member() {
            p.lead { (say!(words, "enrolment-joining-done")) }
        } @else {
            (actions(Button::link(next_step(joining), say!(words, "enrolment-joining-go-on"))))
        }
        p { a href={ (at) "/leave" } { (say!(words, "enrolment-leave-heading")) } }
    }
}

fn name_page(view: &View, joining: &Joining, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let hint = match joining.identity {
        ShownIdentity::FirstOrChosenName => say!(words, "enrolment-name-hint"),
        ShownIdentity::Pseudonym => say!(words, "enrolment-name-hint-pseudonym"),
    };
    let form = html! {
        (fields.text("called", say!(words, "enrolment-own-name")).hint(hint).autocomplete("off"))
        (seen(say!(words, "enrolment-name-seen")))
        (actions(Button::submit(say!(words, "enrolment-go-on"))))
    };
    page(view, joining, "enrolment-title-name")
        .body(fields.form(&format!("/me/joining/{}/name", joining.enrolment.id), &form))
}

fn place_page(view: &View, joining: &Joining, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let mut countries: Vec<(String, &str)> =
        COUNTRIES.iter().map(|code| (words.place(code).into_owned(), *code)).collect();
    countries.sort();
    let none = Choice::new("", say!(words, "enrolment-place-choose"));
    let countries = std::iter::once(none).chain(countries.into_iter().map(|(name, code)| Choice::new(code, name)));
    let form = html! {
        (fields.select("country", say!(words, "enrolment-place-country"), countries.collect()))
        (fields.text("region", say!(words, "enrolment-place-region")).hint(say!(words, "enrolment-place-region-hint")).short())
        (seen(say!(words, "enrolment-place-seen")))
        (actions(Button::submit(say!(words, "enrolment-go-on"))))
    };
    page(view, joining, "enrolment-title-place").body(html! {
        @if joining.cover == Cover::NotAsked {
            p { (say!(words, "enrolment-place-asked")) }
        } @else {
            p { (say!(words, "enrolment-place-about")) }
            @if joining.enrolment.stage.is_member() { p { (say!(words, "enrolment-place-elsewhere")) } }
        }
        (fields.form(&format!("/me/joining/{}/place", joining.enrolment.id), &form))
    })
}
