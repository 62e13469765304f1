//! What a group follows: the step that comes next, and choosing a curriculum.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    CurriculumId, Digest, NextStep, OwnCurriculum, Plan, Source, catalogue, deeds, digest, follow, next_step,
    own_curricula, plan_of,
};
use super::homework::look;
use super::programme::one;
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{Group, group_page};
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, actions, empty, facts, fold};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    plan: Option<Plan>,
    next: Option<NextStep>,
    own: Vec<OwnCurriculum>,
    digest: Option<Digest>,
}

/// The plan.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, Form::of([("first", "1")]), Vec::new()).into_response())
}

/// Chooses what the group follows.
pub(super) async fn choose(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let chosen = chosen(&form);
    let choosing = app.write(who.actor, async move |work| {
        deeds::may_follow(work, id).await?;
        let (source, first) = chosen.as_ref().map_err(Error::clone)?;
        follow(work, id, source, *first).await
    });
    match choosing.await {
        Ok(()) => Ok(go(&format!("/care/groups/{id}/plan"))),
        Err(error @ (Error::Invalid(_) | Error::Conflict(_))) => {
            let shown = read(&app, &who, id).await?;
            mend(error, |faults| page(&who.view, &shown, form, faults))
        }
        Err(other) => Err(other),
    }
}

fn chosen(form: &Form) -> Result<(Source, u32)> {
    let mut check = Check::new(form);
    let source = match form.value("curriculum").split_once(':') {
        Some(("library", id)) => Some(Source::Library(id.to_owned())),
        Some(("own", id)) => id.parse::<CurriculumId>().ok().map(Source::Own),
        _ => None,
    };
    let source = source.or_else(|| check.fault("curriculum", "fault-choose"));
    let first = check.number("first", 1..=999);
    check.done(|| Some((source?, first?)))
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let plan = plan_of(work, id).await?;
        let (group, standing) = look(work, id).await?;
        let next = next_step(work, id).await?;
        let digest = if standing.allows(Deed::SeeHomework) { digest(work, id).await? } else { None };
        Ok(Shown { group, standing, plan, next, own: own_curricula(work).await?, digest })
    });
    reading.await
}

fn page(view: &View, shown: &Shown, form: Form, faults: Vec<Fault>) -> Page {
    let words = view.words;
    let fields = Fields::again(view, form, faults);
    let body = html! {
        @match &shown.plan {
            None => (empty(say!(words, "techniques-plan-none"))),
            Some(plan) => (following(view, plan, shown.next.as_ref())),
        }
        @if let Some(digest) = &shown.digest { (skills_of_the_week(view, digest)) }
        @if shown.standing.allows(Deed::FollowCurriculum) { (choice(view, shown, &fields)) }
    };
    group_page(view, &shown.group, shown.standing, "techniques-title-plan").body(body)
}

fn following(view: &View, plan: &Plan, next: Option<&NextStep>) -> Markup {
    let (words, curriculum) = (view.words, &plan.curriculum);
    let version = plan.own_version.unwrap_or(curriculum.version);
    html! {
        (facts([
            (say!(words, "techniques-plan-follows"), html! { (curriculum.title) }),
            (say!(words, "techniques-version"), html! { (version) }),
            (say!(words, "techniques-plan-since"), html! { (view.day(plan.chosen_at)) }),
        ]))
        section.stack {
            @match next {
                Some(next) => {
                    h2 { (say!(words, "techniques-plan-next", number = next.session.number, of = next.of, title = next.session.title.as_str())) }
                    (one(view, &next.session))
                }
                None => { h2 { (say!(words, "techniques-plan-ended")) } }
            }
        }
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-sessions")) }
            @for session in &curriculum.agenda {
                (fold(say!(words, "techniques-session-title", number = session.number, title = session.title.as_str()), one(view, session)))
            }
        }
    }
}

/// What a group's cards say together about skills.
pub(super) fn skills_of_the_week(view: &View, digest: &Digest) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-digest")) }
            p.soft { (say!(words, "techniques-digest-lead", members = digest.members)) }
            ul { @for (skill, days, people) in &digest.skills { li { (say!(words, "techniques-digest-line", skill = skill.as_str(), days = *days, people = *people)) } } }
        }
    }
}

fn choice(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let kind = shown.group.charter.techniques_for();
    let none = std::iter::once(Choice::new("", say!(words, "techniques-choose")));
    let library = catalogue().curricula().filter(|one| one.kind == kind);
    let library = library.map(|one| Choice::new(format!("library:{}", one.id), &one.title));
    let own = shown.own.iter().filter(|own| own.curriculum.kind == kind).map(|own| {
        let title = say!(words, "techniques-own-version", title = own.curriculum.title.as_str(), version = own.version);
        Choice::new(format!("own:{}", own.id), title)
    });
    let inside = html! {
        (fields.select("curriculum", say!(words, "techniques-programme"), none.chain(library).chain(own).collect()))
        (fields.number("first", say!(words, "techniques-first")).hint(say!(words, "techniques-first-hint")))
        (actions(Button::submit(say!(words, "techniques-follow")).outline()))
    };
    html! {
        section.stack {
            h2 { (say!(words, "techniques-plan-choose")) }
            (fields.form(&format!("/care/groups/{}/plan", shown.group.id), inside))
        }
    }
}
