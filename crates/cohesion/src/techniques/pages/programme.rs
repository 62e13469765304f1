//! One curriculum, session by session, for those who lead.

use ::techniques::agenda::Owner;
use ::techniques::{Block, Curriculum, Session, Task};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Material, catalogue};
use super::evidence::{cautions, evidence, licence};
use super::library::{for_whom, frame, staff_only};
use crate::access::Deed;
use crate::app::App;
use crate::identity::Who;
use crate::web::parts::{Button, Column, Tone, callout, facts, fold, post, table};
use crate::web::{Path, View};
use crate::{Error, Result, practice, say};

/// The curriculum.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<String>) -> Result<Response> {
    staff_only(&who)?;
    let curriculum = catalogue().curriculum(&id).ok_or(Error::NotFound)?;
    let roles = app.read(who.actor, async |work| practice::roles(work).await).await?;
    let copy = Button::submit(say!(who.view.words, "techniques-own-copy")).outline().small();
    let body = html! {
        @if roles.allows(Deed::ChangeCurriculum) { (post(&format!("/care/library/programmes/{id}"), &[], &copy)) }
        (whole(&who.view, curriculum))
    };
    Ok(frame(&who.view, &curriculum.title).body(body).into_response())
}

/// All of it: what it is, for whom not, every session, what is known.
pub(super) fn whole(view: &View, curriculum: &Curriculum) -> Markup {
    let words = view.words;
    html! {
        p.lead { (curriculum.summary) }
        (facts([
            (say!(words, "techniques-for"), for_whom(view, &[curriculum.kind])),
            (say!(words, "techniques-sessions"), html! { (say!(words, "techniques-sessions-of", count = curriculum.sessions, minutes = curriculum.minutes)) }),
            (say!(words, "techniques-group-size"), html! { (say!(words, "techniques-from-to", from = curriculum.group_size.least, to = curriculum.group_size.most)) }),
            (say!(words, "techniques-version"), html! { (curriculum.version) }),
        ]))
        (cautions(view, &curriculum.cautions))
        @if !curriculum.contraindications.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-not-for")) }
                ul { @for line in &curriculum.contraindications { li { (line) } } }
            }
        }
        section.stack.stack--tight {
            h2 { (say!(words, "techniques-sessions")) }
            @for session in &curriculum.agenda { (fold(title(view, session), one(view, session))) }
        }
        @if !curriculum.fidelity.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-fidelity")) }
                ul { @for line in &curriculum.fidelity { li { (line) } } }
            }
        }
        (evidence(view, &curriculum.evidence))
        (licence(view, &curriculum.licence))
    }
}

fn title(view: &View, session: &Session) -> Markup {
    html! { (say!(view.words, "techniques-session-title", number = session.number, title = session.title.as_str())) }
}

/// One session: aim, agenda, practice, homework, what is ticked afterwards.
pub(super) fn one(view: &View, session: &Session) -> Markup {
    let words = view.words;
    html! {
        p { strong { (say!(words, "techniques-aim")) } " " (session.aim) }
        (agenda(view, &session.blocks))
        p { strong { (say!(words, "techniques-in-the-room")) } " " (session.practice) }
        @if !session.homework.is_empty() {
            p { strong { (say!(words, "techniques-homework")) } }
            ul { @for task in &session.homework { li { (homework(task)) } } }
        }
        @if let Some(gate) = &session.gate { (callout(Tone::Note, html! { p { (gate.words) } })) }
        @if !session.fidelity.is_empty() {
            p { strong { (say!(words, "techniques-fidelity")) } }
            ul { @for line in &session.fidelity { li { (line) } } }
        }
        @if !session.hand_out.is_empty() {
            p { strong { (say!(words, "techniques-hand-out")) } }
            @for line in &session.hand_out { p { (line) } }
        }
    }
}

fn agenda(view: &View, blocks: &[Block]) -> Markup {
    let words = view.words;
    let heads = [
        say!(words, "techniques-block"),
        say!(words, "techniques-block-minutes"),
        say!(words, "techniques-block-owner"),
        say!(words, "techniques-block-notes"),
    ];
    let columns =
        [Column::Words(&heads[0]), Column::Number(&heads[1]), Column::Words(&heads[2]), Column::Words(&heads[3])];
    let owner = |owner: Owner| match owner {
        Owner::Leader => say!(words, "techniques-owner-leader"),
        Owner::CoLeader => say!(words, "techniques-owner-co-leader"),
        Owner::All => say!(words, "techniques-owner-all"),
    };
    let row = |block: &Block| {
        vec![block.title.clone(), block.minutes.to_string(), owner(block.owner).into_owned(), block.notes.clone()]
    };
    table(say!(words, "techniques-agenda"), &columns, blocks.iter().map(row))
}

/// What members try until next time, in words.
pub(super) fn homework(task: &Task) -> Markup {
    let material = match (&task.form, &task.skill) {
        (Some(form), _) => Some(Material::Form(form.clone())),
        (None, skill) => skill.clone().map(Material::Skill),
    };
    html! {
        @if let Some(title) = material.as_ref().and_then(Material::title) { strong { (title) } ": " }
        (task.instruction) " " span.soft { (task.obstacle) }
    }
}
