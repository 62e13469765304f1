//! Writing down that somebody asks for a place.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::super::{Clinical, Enquirer, Enquiry, enquire, person};
use super::words::Worded;
use crate::access::Deed;
use crate::app::App;
use crate::groups::{self, Capability, Group};
use crate::id::{GroupId, PersonId};
use crate::identity::{AccountKind, Profile, Who};
use crate::limits::{LINE_CHARS_MAX, NAME_CHARS_MAX, TEXT_CHARS_MAX};
use crate::web::forms::mend;
use crate::web::parts::{Button, Icon, Row, actions, empty, rows, seen};
use crate::web::{Check, Fields, Form, Page, Query, View, Width, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// Which group, and which person where they are known already.
#[derive(Deserialize)]
pub(super) struct Wanted {
    group: Option<GroupId>,
    person: Option<PersonId>,
}

struct Shown {
    groups: Vec<Group>,
    known: Option<(PersonId, String)>,
}

impl Shown {
    fn chosen(&self, group: Option<GroupId>) -> Option<&Group> {
        match (group, self.groups.as_slice()) {
            (Some(id), groups) => groups.iter().find(|group| group.id == id),
            (None, [only]) => Some(only),
            (None, _) => None,
        }
    }
}

/// The form for one group; without one, the groups to choose from.
pub(super) async fn show(State(app): State<App>, who: Who, Query(wanted): Query<Wanted>) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let shown = read(&app, &who, wanted.person).await?;
    let page = match (shown.chosen(wanted.group), wanted.group) {
        (Some(group), _) => page(&who.view, group, &shown, &Fields::blank(&who.view)),
        (None, None) => choose(&who.view, &shown),
        (None, Some(_)) => return Err(Error::NotFound),
    };
    Ok(page.into_response())
}

/// The enquiry is written down.
pub(super) async fn take(State(app): State<App>, who: Who, form: Form) -> Result<Response> {
    let known = form.value("known").parse::<PersonId>().ok();
    let shown = read(&app, &who, known).await?;
    let group = shown.chosen(form.value("group").parse().ok()).ok_or(Error::NotFound)?;
    let id = group.id;
    let taken = match read_form(&form, group, known) {
        Ok((enquirer, enquiry)) => {
            app.write(who.actor, async move |work| enquire(work, id, &enquirer, &enquiry).await).await
        }
        Err(faults) => Err(faults),
    };
    match taken {
        Ok(enrolment) => Ok(go(&format!("/care/enrolments/{enrolment}"))),
        Err(error) => mend(error, |faults| page(&who.view, group, &shown, &Fields::again(&who.view, form, faults))),
    }
}

async fn read(app: &App, who: &Who, known: Option<PersonId>) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let groups = open_to_enquiries(work).await?;
        let known = match known {
            Some(id) => Some((id, person(work, id).await?.0.called)),
            None => None,
        };
        Ok(Shown { groups, known })
    });
    reading.await
}

/// The groups for which the actor may write an enquiry down.
pub(super) async fn open_to_enquiries(work: &mut Work<'_>) -> Result<Vec<Group>> {
    let mut open = Vec::new();
    for group in groups::groups_led_by(work).await? {
        if !group.state.is_over() && groups::standing(work, group.id).await?.allows(Deed::TakeEnquiry) {
            open.push(group);
        }
    }
    Ok(open)
}

fn asks_clinical(group: &Group) -> bool {
    group.charter.allow(Capability::StructuredScreening).is_ok()
}

fn read_form(form: &Form, group: &Group, known: Option<PersonId>) -> Result<(Enquirer, Enquiry)> {
    let mut check = Check::new(form);
    let enquirer = match known {
        Some(person) => Some(Enquirer::Known(person)),
        None => newcomer(&mut check).map(Enquirer::New),
    };
    let clinical = if asks_clinical(group) { clinical(&mut check).map(Some) } else { Some(None) };
    let source = check.choice("source");
    let topic = check.area("topic", 0..=TEXT_CHARS_MAX);
    let (access, times) = (check.text("access", 0..=LINE_CHARS_MAX), check.text("times", 0..=LINE_CHARS_MAX));
    let told = check.area("told", 0..=TEXT_CHARS_MAX);
    check.done(|| {
        let (topic, access, times, told) = (topic?, access?, times?, told?);
        Some((enquirer?, Enquiry { source: source?, topic, access, times, told, clinical: clinical? }))
    })
}

fn newcomer(check: &mut Check<'_>) -> Option<Profile> {
    let called = check.text("called", 1..=NAME_CHARS_MAX);
    let legal = check.text("legal", 0..=NAME_CHARS_MAX);
    let email = check.optional("email", |check| check.email("email"));
    let phone = check.text("phone", 0..=NAME_CHARS_MAX);
    let phone = phone.map(|phone| Some(phone).filter(|phone| !phone.is_empty()));
    Some(Profile { called: called?, legal: legal?, email: email?.unwrap_or_default(), phone: phone? })
}

fn clinical(check: &mut Check<'_>) -> Option<Clinical> {
    let mut area = |name| check.area(name, 0..=TEXT_CHARS_MAX);
    let (treatments, therapist, why_group, risk) =
        (area("treatments"), area("therapist"), area("why_group"), area("risk"));
    let (emergency, funding) = (check.text("emergency", 0..=LINE_CHARS_MAX), check.text("funding", 0..=LINE_CHARS_MAX));
    Some(Clinical {
        treatments: treatments?,
        therapist: therapist?,
        emergency: emergency?,
        why_group: why_group?,
        risk: risk?,
        funding: funding?,
    })
}

fn choose(view: &View, shown: &Shown) -> Page {
    let words = view.words;
    let person = shown.known.as_ref().map(|(id, _)| format!("&person={id}")).unwrap_or_default();
    let row = |group: &Group| {
        let at = format!("/care/people/new?group={}{person}", group.id);
        Row::link(at, &group.words.name).icon(Icon::Circle).small(&group.words.focus)
    };
    let body = match shown.groups.as_slice() {
        [] => empty(say!(words, "enrolment-no-open-group")),
        groups => rows(groups.iter().map(row)),
    };
    framed(view).lead(say!(words, "enrolment-which-group")).body(body)
}

fn page(view: &View, group: &Group, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let form = html! {
        @match &shown.known {
            Some((id, called)) => {
                p.lead { (say!(words, "enrolment-enquire-for", name = called)) }
                (fields.hidden("known", &id.to_string()))
            }
            None => (newcomer_fields(view, fields)),
        }
        (fields.radios("source", say!(words, "enrolment-source"), super::super::Source::offered(view)))
        (fields.area("topic", say!(words, "enrolment-topic")).hint(say!(words, "enrolment-topic-hint")))
        (fields.text("times", say!(words, "enrolment-times")))
        (fields.text("access", say!(words, "enrolment-access")).hint(say!(words, "enrolment-access-hint")))
        (fields.area("told", say!(words, "enrolment-told")))
        @if asks_clinical(group) { (clinical_fields(view, fields)) }
        (fields.hidden("group", &group.id.to_string()))
        (seen(say!(words, "enrolment-seen-by-leaders")))
        (actions(Button::submit(say!(words, "enrolment-enquire-save"))))
    };
    framed(view).lead(&group.words.name).body(fields.form("/care/people", &form))
}

fn framed(view: &View) -> Page {
    Page::new(view, "enrolment-title-enquire").width(Width::Read).back("/care/people", say!(view.words, "place-people"))
}

fn newcomer_fields(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        (fields.text("called", say!(words, "enrolment-called")).hint(say!(words, "enrolment-called-hint")))
        (fields.text("legal", say!(words, "enrolment-legal")))
        (fields.email("email", say!(words, "enrolment-email")).hint(say!(words, "enrolment-email-hint")))
        (fields.text("phone", say!(words, "enrolment-phone")))
    }
}

fn clinical_fields(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        (fields.area("why_group", say!(words, "enrolment-why-group")))
        (fields.area("treatments", say!(words, "enrolment-treatments")))
        (fields.area("therapist", say!(words, "enrolment-therapist")))
        (fields.area("risk", say!(words, "enrolment-risk")).hint(say!(words, "enrolment-risk-hint")))
        (fields.text("emergency", say!(words, "enrolment-emergency")))
        (fields.text("funding", say!(words, "enrolment-funding")))
    }
}
