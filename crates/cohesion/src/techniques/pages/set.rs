//! Setting homework: what, for whom, until when.

use ::techniques::Session as Step;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Assigning, Due, Gate, Material, assign, catalogue, deeds, is_open, skill_for, step_at_hand};
use super::homework::look;
use super::programme::homework;
use crate::access::Standing;
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability, Group, Seat, Session, SessionState, group_page, on_the_clock_of};
use crate::id::{GroupId, PersonId, SessionId};
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    seats: Vec<Seat>,
    sessions: Vec<Session>,
    step: Option<Step>,
}

/// The form; filled in where the address names a piece of homework of the step that is at hand, by its place.
pub(super) async fn ask(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GroupId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    let asked = Form::parse(query.as_deref().unwrap_or_default());
    let place = asked.value("task").parse().ok();
    let filled = shown.step.as_ref().zip(place).and_then(|(step, place)| filled(step, place)).unwrap_or_default();
    Ok(page(&who.view, &shown, filled, Vec::new()).into_response())
}

/// What the programme says of a piece of homework, in the fields of the form.
fn filled(step: &Step, place: usize) -> Option<Form> {
    let task = step.homework.get(place)?;
    let material = match (&task.form, &task.skill) {
        (Some(form), _) => format!("form:{form}"),
        (None, skill) => format!("skill:{}", skill.as_ref()?),
    };
    let is_built_on = step.gate.as_ref().is_some_and(|gate| task.form.as_ref() == Some(&gate.form));
    let mut pairs = vec![("material", material.as_str())];
    pairs.extend([("instruction", task.instruction.as_str()), ("obstacle", task.obstacle.as_str())]);
    pairs.extend(is_built_on.then_some(("gate", "yes")));
    Some(Form::of(pairs))
}

/// Sets it.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let assigning = assigning(&form);
    let setting = app.write(who.actor, async move |work| {
        deeds::may_assign(work, id).await?;
        groups::charter_of(work, id).await?.allow(Capability::HomeworkReview)?;
        assign(work, id, assigning.as_ref().map_err(crate::Error::clone)?).await
    });
    match setting.await {
        Ok(homework) => Ok(go(&format!("/care/groups/{id}/homework/{homework}"))),
        Err(error @ (crate::Error::Invalid(_) | crate::Error::Conflict(_))) => {
            let shown = read(&app, &who, id).await?;
            mend(error, |faults| page(&who.view, &shown, form, faults))
        }
        Err(other) => Err(other),
    }
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let grant = deeds::may_assign(work, id).await?;
        groups::charter_of(work, id).await?.allow(Capability::HomeworkReview)?;
        let (group, standing) = look(work, id).await?;
        let now = work.now();
        let mut sessions = groups::sessions(work, id).await?;
        sessions.retain(|session| session.state == SessionState::Planned && session.starts_at > now);
        let (seats, step) = (groups::seated(work, &grant, id).await?, step_at_hand(work, id).await?);
        Ok(Shown { group, standing, seats, sessions, step })
    });
    reading.await
}

fn assigning(form: &Form) -> Result<Assigning> {
    let mut check = Check::new(form);
    let material = match form.value("material").split_once(':') {
        Some(("form", id)) => Some(Material::Form(id.to_owned())),
        Some(("skill", id)) => Some(Material::Skill(id.to_owned())),
        _ => check.fault("material", "fault-choose"),
    };
    let instruction = check.area("instruction", 0..=TEXT_CHARS_MAX);
    let obstacle = check.area("obstacle", 0..=TEXT_CHARS_MAX);
    let person = check.optional("person", |check| check.choice::<PersonId>("person"));
    let session = check.optional("session", |check| check.choice::<SessionId>("session"));
    let gate = if form.ticked("gate") { Gate::Asked } else { Gate::None };
    check.done(|| {
        let due = session?.map_or(Due::NextSession, Due::Session);
        Some(Assigning {
            material: material?,
            instruction: instruction?,
            obstacle: obstacle?,
            person: person?,
            due,
            gate,
        })
    })
}

fn page(view: &View, shown: &Shown, form: Form, faults: Vec<Fault>) -> Page {
    let view = &on_the_clock_of(view, &shown.group);
    let (words, group) = (view.words, &shown.group);
    let fields = Fields::again(view, form, faults);
    let forms = catalogue().forms().filter(|form| is_open(&group.charter, form));
    let forms = forms.map(|form| Choice::new(format!("form:{}", form.id), &form.title));
    let skills = catalogue().skills().filter(|(_, skill)| skill_for(&group.charter, &skill.id).is_ok());
    let skills = skills.map(|(set, skill)| {
        let name = say!(words, "techniques-skill-of", skill = skill.title.as_str(), set = set.title.as_str());
        Choice::new(format!("skill:{}", skill.id), name)
    });
    let none = std::iter::once(Choice::new("", say!(words, "techniques-choose")));
    let people = std::iter::once(Choice::new("", say!(words, "techniques-for-all")))
        .chain(shown.seats.iter().map(|seat| Choice::new(seat.person.to_string(), &seat.called)));
    let sessions = std::iter::once(Choice::new("", say!(words, "techniques-next-session"))).chain(
        shown.sessions.iter().map(|session| Choice::new(session.id.to_string(), view.moment(session.starts_at))),
    );
    let inside = html! {
        (fields.select("material", say!(words, "techniques-material"), none.chain(forms).chain(skills).collect()))
        (fields.area("instruction", say!(words, "techniques-instruction")).hint(say!(words, "techniques-instruction-hint")))
        (fields.area("obstacle", say!(words, "techniques-obstacle")).hint(say!(words, "techniques-obstacle-hint")))
        (fields.select("person", say!(words, "techniques-for"), people.collect()))
        (fields.select("session", say!(words, "techniques-due"), sessions.collect()))
        (fields.tick("gate", say!(words, "techniques-gate")))
        (actions(Button::submit(say!(words, "techniques-set-homework"))))
    };
    group_page(view, group, shown.standing, "techniques-title-homework").body(html! {
        h2 { (say!(words, "techniques-set-homework")) }
        @if let Some(step) = shown.step.as_ref().filter(|step| !step.homework.is_empty()) { (of_the_step(view, group, step)) }
        (fields.form(&format!("/care/groups/{}/homework", group.id), inside))
    })
}

/// What the programme gives to take home, each with a way to fill the form with it.
fn of_the_step(view: &View, group: &Group, step: &Step) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h3 { (say!(words, "techniques-session-title", number = step.number, title = step.title.as_str())) }
            @for (place, task) in step.homework.iter().enumerate() {
                p { (homework(task)) }
                @let path = format!("/care/groups/{}/homework/new?task={place}", group.id);
                (actions(Button::link(path, say!(words, "techniques-fill-in")).outline().small()))
            }
        }
    }
}
