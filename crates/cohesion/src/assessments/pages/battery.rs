//! What a group asks: a template to begin from, the list as it stands, and asking once outside of it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use measures::{Catalogue, Instrument};

use super::super::wording::instruments_here;
use super::super::{Battery, Request, Template, When, assign, battery, deeds, set_battery};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::clock::Span;
use crate::groups::Group;
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, rows};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, groups, safety, say};

/// How long an answer is hoped for when a questionnaire is asked outside of a session.
const DUE_AFTER: Span = Span::days(3);

struct Shown {
    group: Group,
    standing: Standing,
    battery: Battery,
    members: Vec<(PersonId, String)>,
    /// The questionnaires that can be asked here.
    ready: Vec<&'static Instrument>,
    read_at_once: bool,
}

async fn shown(app: &App, who: &Who, group: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let battery = battery(work, group).await?;
        let seats = groups::seats(work, group).await?;
        let living = seats.into_iter().filter(|seat| seat.until.is_none());
        let members = living.map(|seat| (seat.person, seat.called)).collect();
        let read_at_once = safety::duty(work, Some(group)).await?.is_some();
        let grant = groups::may_see(work, group).await?;
        let (standing, group) = (groups::standing(work, group).await?, groups::group(work, &grant, group).await?);
        let mut ready = instruments_here(work).await?;
        ready.retain(|known| known.has_wording());
        Ok(Shown { group, standing, battery, members, ready, read_at_once })
    });
    reading.await
}

/// What the group asks now.
pub(super) async fn show(State(app): State<App>, who: Who, Path(group): Path<GroupId>) -> Result<Response> {
    let shown = shown(&app, &who, group).await?;
    Ok(page(&who.view, group, &shown, &Fields::blank(&who.view)).into_response())
}

/// Takes a template as the group's battery.
pub(super) async fn choose(
    State(app): State<App>,
    who: Who,
    Path(group): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let chosen = Template::ALL.into_iter().find(|template| template.word() == form.value("template"));
    let setting = app.write(who.actor, async move |work| {
        deeds::may_set_battery(work, group).await?;
        let template = chosen.ok_or_else(|| Error::invalid("template", "fault-choose"))?;
        set_battery(work, group, &template.battery()).await
    });
    let done = setting.await;
    answer(&app, &who, group, form, done).await
}

/// Asks one member, or all, once.
pub(super) async fn ask_now(
    State(app): State<App>,
    who: Who,
    Path(group): Path<GroupId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let (instrument, person) = (check.text("instrument", 1..=40), check.choice::<PersonId>("person"));
    let read = check.done(|| Some((instrument?, person?)));
    let asking = app.write(who.actor, async move |work| {
        deeds::may_time(work, group).await?;
        let (instrument, person) = read.as_ref().map_err(Error::clone)?;
        let (opens_at, due_at) = (work.now(), work.now() + DUE_AFTER);
        let request = Request { group, person: *person, session: None, instrument, opens_at, due_at };
        assign(work, &request).await.map(|_| ())
    });
    let asked = asking.await;
    answer(&app, &who, group, form, asked).await
}

async fn answer(app: &App, who: &Who, group: GroupId, form: Form, done: Result<()>) -> Result<Response> {
    match done {
        Ok(()) => Ok(go(&format!("/care/groups/{group}/questions"))),
        Err(error) => {
            let shown = shown(app, who, group).await?;
            mend(error, |faults| page(&who.view, group, &shown, &Fields::again(&who.view, form, faults)))
        }
    }
}

fn page(view: &View, group: GroupId, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let body = html! {
        @if !shown.read_at_once {
            (callout(Tone::Note, html! { p { (say!(words, "assessments-no-reader")) } }))
        }
        (asked_now(view, &shown.battery))
        @if shown.standing.allows(Deed::SetBattery) { (template_form(view, group, fields)) }
        @if shown.standing.allows(Deed::AssignQuestionnaire) && !shown.members.is_empty() {
            (ask_form(view, group, shown, fields))
        }
    };
    Page::new(view, "assessments-title-battery")
        .crumb("/care/groups", say!(words, "place-groups").to_string())
        .tabs(groups::tabs(view, &shown.group, shown.standing))
        .body(body)
}

fn asked_now(view: &View, battery: &Battery) -> Markup {
    if battery.entries.is_empty() {
        return empty(say!(view.words, "assessments-battery-empty"));
    }
    let known = battery.entries.iter().filter_map(|entry| {
        let instrument = Catalogue::built_in().get(&entry.instrument).ok()?;
        Some(
            Row::link(format!("/care/measures/{}", instrument.id), &instrument.short_title)
                .small(when(view, entry.when))
                .icon(Icon::Trend),
        )
    });
    rows(known)
}

fn when(view: &View, when: When) -> crate::web::Said {
    let words = view.words;
    match when {
        When::Intake => say!(words, "assessments-when-intake"),
        When::EachSession => say!(words, "assessments-when-each"),
        When::AfterSession => say!(words, "assessments-when-after"),
        When::EverySessions(every) => say!(words, "assessments-when-every", every = every),
        When::MidAndEnd => say!(words, "assessments-when-mid-and-end"),
    }
}

fn template_form(view: &View, group: GroupId, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let choice = |template: Template| Choice::new(template.word(), words.say(template.name_key(), None).to_string());
    let templates = Template::ALL.into_iter().map(choice).collect();
    let form = html! {
        (fields.radios("template", say!(words, "assessments-template").to_string(), templates))
        (actions(Button::submit(say!(words, "assessments-template-take"))))
    };
    html! {
        section.stack {
            h2 { (say!(words, "assessments-template-heading")) }
            (fields.form(&format!("/care/groups/{group}/questions"), &form))
        }
    }
}

fn ask_form(view: &View, group: GroupId, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let members = shown.members.iter().map(|(person, called)| Choice::new(person.to_string(), called)).collect();
    let instruments = shown.ready.iter().map(|known| Choice::new(&known.id, &known.short_title)).collect();
    let form = html! {
        (fields.select("instrument", say!(words, "assessments-ask-what").to_string(), instruments))
        (fields.select("person", say!(words, "assessments-ask-whom").to_string(), members))
        (actions(Button::submit(say!(words, "assessments-ask-send")).outline()))
    };
    html! {
        section.stack {
            h2 { (say!(words, "assessments-ask-heading")) }
            (fields.form(&format!("/care/groups/{group}/questions/ask"), &form))
        }
    }
}
