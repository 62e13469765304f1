//! The index of skills for members, in the words of the groups they sit in.

use ::techniques::{Skill, SkillSet};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{catalogue, form_for, skill_for};
use super::start::own_groups;
use crate::app::App;
use crate::groups::Charter;
use crate::identity::Who;
use crate::web::parts::{Icon, Row, Tone, callout, empty, rows};
use crate::web::{Page, Path};
use crate::{Error, Result, say};

/// All skills, a section for each set.
pub(super) async fn index(State(app): State<App>, who: Who) -> Result<Response> {
    let own = app.read(who.actor, async |work| own_groups(work).await).await?;
    let charters: Vec<Charter> = own.into_iter().map(|(_, charter, _)| charter).collect();
    let words = who.view.words;
    let open = |skill: &&Skill| charters.iter().any(|charter| skill_for(charter, &skill.id).is_ok());
    let sets: Vec<(&SkillSet, Vec<&Skill>)> =
        catalogue().skill_sets().map(|set| (set, set.skills.iter().filter(open).collect())).collect();
    let row = |skill: &&Skill| {
        Row::link(format!("/me/practice/skills/{}", skill.id), &skill.title).small(&skill.about).icon(Icon::Leaf)
    };
    let has_any = sets.iter().any(|(_, skills)| !skills.is_empty());
    let body = html! {
        @if !has_any { (empty(say!(words, "techniques-no-skills"))) }
        @for (set, skills) in sets.iter().filter(|(_, skills)| !skills.is_empty()) {
            section.stack.stack--tight {
                h2 { (set.title) }
                p.soft { (set.purpose) }
                (rows(skills.iter().map(row)))
            }
        }
    };
    Ok(Page::new(&who.view, "techniques-title-skills")
        .back("/me/practice", say!(words, "place-practice"))
        .lead(say!(words, "techniques-skills-lead"))
        .body(body)
        .into_response())
}

/// One skill: what it is, when it helps, how it is done, and when to take care.
pub(super) async fn one(State(app): State<App>, who: Who, Path(id): Path<String>) -> Result<Response> {
    let own = app.read(who.actor, async |work| own_groups(work).await).await?;
    let skill = own.iter().find_map(|(_, charter, _)| skill_for(charter, &id).ok()).ok_or(Error::NotFound)?;
    let may_begin = |form: &&String| own.iter().any(|(_, charter, _)| form_for(charter, form).is_ok());
    let forms: Vec<_> = skill.forms.iter().filter(may_begin).filter_map(|form| catalogue().form(form)).collect();
    let words = who.view.words;
    let body = html! {
        p.lead { (skill.about) }
        @if let Some(minutes) = skill.minutes { p { (say!(words, "techniques-about-minutes", minutes = minutes)) } }
        @if !skill.cautions.is_empty() {
            (callout(Tone::Note, html! { @for line in &skill.cautions { p { (line) } } }))
        }
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-how")) }
            ol.prose { @for step in &skill.steps { li { (step) } } }
        }
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-helps-when")) }
            ul { @for line in &skill.helps_when { li { (line) } } }
        }
        @if !forms.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-practise-with")) }
                (rows(forms.iter().map(|form| Row::link(format!("/me/practice/forms/{}", form.id), &form.title).icon(Icon::Pen))))
            }
        }
    };
    Ok(Page::new(&who.view, "techniques-title-skill")
        .back("/me/practice/skills", say!(words, "techniques-title-skills"))
        .heading(&skill.title)
        .body(body)
        .into_response())
}
