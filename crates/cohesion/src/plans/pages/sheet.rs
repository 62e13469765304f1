//! The form of a plan, read into an edit and filled from an agenda.

use super::super::{Agenda, Draft, Edit, NewBlock, Wish};
use crate::limits::{AGENDA_BLOCKS_MAX, BLOCK_MINUTES_MAX, LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::techniques::Material;
use crate::web::{Check, Form};
use crate::{Error, Result};

/// Reads what was sent.
pub(super) fn read(form: &Form) -> Result<Edit> {
    let mut check = Check::new(form);
    let seen = check.number("seen", 0..=u32::MAX);
    let topic = check.text("topic", 0..=LINE_CHARS_MAX);
    let mut blocks = Vec::new();
    for id in form.values("block").take(AGENDA_BLOCKS_MAX + 1) {
        let id: u32 = id.parse().map_err(|_| Error::NotFound)?;
        blocks.extend(draft(&mut check, form, id));
    }
    let new = if adds(form) { new_block(&mut check).map(Some) } else { Some(None) };
    let wish = wish(form.value("do")).or_else(|| check.fault("do", "fault-choose"));
    check.done(|| Some(Edit { seen: seen?, topic: topic?, blocks, new: new?, wish: wish? }))
}

fn draft(check: &mut Check<'_>, form: &Form, id: u32) -> Option<Draft> {
    let name = |field: &str| format!("{field}-{id}");
    let title = check.text(&name("name"), 1..=LINE_CHARS_MAX);
    let minutes = check.number(&name("minutes"), 1..=BLOCK_MINUTES_MAX);
    let owner = check.optional(&name("owner"), |check| check.choice(&name("owner")));
    let material = check.text(&name("material"), 0..=LINE_CHARS_MAX);
    let notes = check.area(&name("notes"), 0..=TEXT_CHARS_MAX);
    let technique = match form.value(&name("technique")) {
        "" => Some(None),
        chosen => material_of(chosen).map(Some).or_else(|| check.fault(&name("technique"), "fault-choose")),
    };
    Some(Draft {
        id,
        title: title?,
        minutes: minutes?,
        owner: owner?,
        material: material?,
        technique: technique?,
        notes: notes?,
    })
}

fn new_block(check: &mut Check<'_>) -> Option<NewBlock> {
    let title = check.text("new-name", 1..=LINE_CHARS_MAX);
    let minutes = check.number("new-minutes", 1..=BLOCK_MINUTES_MAX);
    Some(NewBlock { title: title?, minutes: minutes? })
}

/// Whether one more block is meant: something was written there, or the button says so.
fn adds(form: &Form) -> bool {
    let is_written = |name| !form.value(name).trim().is_empty();
    is_written("new-name") || is_written("new-minutes") || form.value("do") == "add"
}

fn wish(word: &str) -> Option<Wish> {
    let (name, number) = word.split_once('-').unwrap_or((word, ""));
    let block = || number.parse().ok();
    Some(match name {
        "keep" | "add" => Wish::Keep,
        "fit" => Wish::Fit,
        "reset" => Wish::Reset,
        "up" => Wish::Up(block()?),
        "down" => Wish::Down(block()?),
        "remove" => Wish::Remove(block()?),
        "take" => Wish::Take(block()?),
        "let" => Wish::LetGo(block()?),
        _ => return None,
    })
}

fn material_of(chosen: &str) -> Option<Material> {
    match chosen.split_once(':')? {
        ("form", id) => Some(Material::Form(id.to_owned())),
        ("skill", id) => Some(Material::Skill(id.to_owned())),
        _ => None,
    }
}

/// The form's value of a technique.
pub(super) fn value_of(material: &Material) -> String {
    match material {
        Material::Form(id) => format!("form:{id}"),
        Material::Skill(id) => format!("skill:{id}"),
    }
}

/// The form as the agenda has it.
pub(super) fn filled(agenda: &Agenda, version: u32) -> Form {
    let mut pairs = vec![("seen".to_owned(), version.to_string()), ("topic".to_owned(), agenda.topic.clone())];
    for block in &agenda.blocks {
        let mut pair = |field: &str, value: String| pairs.push((format!("{field}-{}", block.id), value));
        pair("name", block.title.clone());
        pair("minutes", block.minutes.to_string());
        pair("owner", block.owner.map(|owner| owner.to_string()).unwrap_or_default());
        pair("material", block.material.clone());
        pair("technique", block.technique.as_ref().map(value_of).unwrap_or_default());
        pair("notes", block.notes.clone());
        pairs.push(("block".to_owned(), block.id.to_string()));
    }
    Form::of(pairs)
}

/// What was typed, looked at beside the version that is kept now: keeping it again is a choice.
pub(super) fn typed_over(form: &Form, version: u32) -> Form {
    let pairs = form.pairs().filter(|(name, _)| !matches!(*name, "seen" | "once" | "do"));
    let seen = ("seen".to_owned(), version.to_string());
    Form::of(std::iter::once(seen).chain(pairs.map(|(name, value)| (name.to_owned(), value.to_owned()))))
}
