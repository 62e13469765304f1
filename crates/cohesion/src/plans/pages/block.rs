//! One block of a plan: its fields, and the buttons that move it without a mouse being held down.

use std::borrow::Cow;

use maud::{Markup, html};

use super::super::{Agenda, Block, Prepared, Progress};
use super::sheet::value_of;
use crate::groups::SessionState;
use crate::id::PersonId;
use crate::say;
use crate::techniques::{Material, catalogue, is_open};
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Tone, actions, fold, tag};
use crate::web::words::Said;
use crate::web::{Fields, View};

/// The fields of the block at a place of the form.
pub(super) fn draw(
    view: &View,
    fields: &Fields<'_>,
    shown: &Prepared,
    agenda: &Agenda,
    (at, id): (usize, u32),
) -> Markup {
    let words = view.words;
    let block = agenda.block(id);
    let name = |field: &str| format!("{field}-{id}");
    let number = at + 1;
    html! {
        div.card.stack.stack--tight {
            div.spread {
                h3 { (say!(words, "plans-block-number", number = number)) }
                @if let Some(block) = block { (marks(view, block)) }
            }
            (fields.hidden("block", &id.to_string()))
            (fields.text(&name("name"), say!(words, "plans-block-title")))
            (fields.number(&name("minutes"), say!(words, "plans-block-minutes")))
            (fields.select(&name("owner"), say!(words, "plans-block-owner"), owners(view, shown)))
            (fold(say!(words, "plans-block-more"), html! {
                (fields.text(&name("material"), say!(words, "plans-block-material")).hint(say!(words, "plans-block-material-hint")))
                (fields.select(&name("technique"), say!(words, "plans-block-technique"), techniques(view, shown)))
                (fields.area(&name("notes"), say!(words, "plans-block-notes")))
            }))
            @if block.is_none_or(Block::is_open) { (moves(view, id)) }
        }
    }
}

/// Where it comes from, and how far it is.
fn marks(view: &View, block: &Block) -> Markup {
    let words = view.words;
    html! {
        span.cluster {
            @if let Some(carried) = &block.carried {
                (tag(Tone::Note, Some(Icon::Calendar), say!(words, "plans-carried", day = view.day(carried.at))))
            }
            @match block.progress {
                Progress::Open => {}
                Progress::Now(_) => (tag(Tone::Brand, Some(Icon::Clock), say!(words, "plans-progress-now"))),
                Progress::Done => (tag(Tone::Well, None, say!(words, "plans-progress-done"))),
                Progress::Skipped => (tag(Tone::Plain, None, say!(words, "plans-progress-skipped"))),
            }
        }
    }
}

fn moves(view: &View, id: u32) -> Markup {
    let words = view.words;
    let button = |text: Said, word: &str| Button::submit(text).quiet().small().named("do", format!("{word}-{id}"));
    actions(html! {
        (button(say!(words, "plans-up"), "up").icon(Icon::Up))
        (button(say!(words, "plans-down"), "down").icon(Icon::Down))
        (button(say!(words, "plans-remove"), "remove"))
    })
}

fn owners(view: &View, shown: &Prepared) -> Vec<Choice> {
    let nobody = std::iter::once(Choice::new("", say!(view.words, "plans-owner-nobody")));
    let leader = |(person, called): &(PersonId, Option<String>)| {
        Choice::new(person.to_string(), name(view, called.as_deref()).into_owned())
    };
    nobody.chain(shown.leaders.iter().map(leader)).collect()
}

fn name<'a>(view: &View, called: Option<&'a str>) -> Cow<'a, str> {
    called.map_or_else(|| say!(view.words, "sessions-somebody"), Cow::Borrowed)
}

/// Who leads a block, in words.
pub(super) fn owner_of(view: &View, shown: &Prepared, owner: Option<PersonId>) -> String {
    let Some(owner) = owner else { return say!(view.words, "plans-owner-nobody").into_owned() };
    let known = shown.leaders.iter().find(|(person, _)| *person == owner);
    name(view, known.and_then(|(_, called)| called.as_deref())).into_owned()
}

/// What is needed for a block, and what to do in it.
pub(super) fn more(block: &Block) -> Markup {
    html! {
        @if !block.material.is_empty() { p { (block.material) } }
        @if let Some(title) = block.technique.as_ref().and_then(Material::title) { p { (title) } }
        @if !block.notes.is_empty() { p.lines { (block.notes) } }
    }
}

/// How far a block is, in words.
pub(super) fn how(view: &View, block: &Block, state: SessionState) -> Said {
    let words = view.words;
    let minutes = block.used_minutes_at(view.now);
    match block.progress {
        Progress::Open if state == SessionState::Held => say!(words, "plans-progress-left"),
        Progress::Open => say!(words, "plans-progress-open"),
        Progress::Now(_) => say!(words, "plans-progress-now"),
        Progress::Done => say!(words, "plans-progress-took", minutes = minutes),
        Progress::Skipped => say!(words, "plans-progress-skipped"),
    }
}

/// The worksheets and skills that the group may use, by title.
fn techniques(view: &View, shown: &Prepared) -> Vec<Choice> {
    let charter = &shown.group.charter;
    let forms = catalogue().forms().filter(|form| is_open(charter, form));
    let forms = forms.map(|form| (form.title.as_str(), Material::Form(form.id.clone())));
    let skills = catalogue().skills().filter(|(_, skill)| skill.is_for(charter.techniques_for()));
    let skills = skills.map(|(_, skill)| (skill.title.as_str(), Material::Skill(skill.id.clone())));
    let mut all: Vec<(&str, Material)> = forms.chain(skills).collect();
    all.sort_by_key(|(title, _)| title.to_lowercase());
    let none = std::iter::once(Choice::new("", say!(view.words, "plans-technique-none")));
    none.chain(all.into_iter().map(|(title, material)| Choice::new(value_of(&material), title))).collect()
}
