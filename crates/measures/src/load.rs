//! Reads an instrument file and refuses it, with file and place, where it contradicts itself.

use std::collections::HashSet;

use crate::check;
use crate::instrument::{Class, Definition, Instrument, Item};
use crate::problem::{LoadError, Problem};

/// The most items an instrument may have: twice the longest questionnaire in common use in groups.
pub const ITEMS_MAX: usize = 120;

/// The most options an item may have: a slider of 0 to 100.
pub const OPTIONS_MAX: usize = 101;

/// The largest value of an option and the largest multiplier, either way: sums of them never overflow.
pub const VALUE_MAX: i32 = 1000;

/// What is wrong and where, before the file's name is put in front.
pub(crate) type Checked = Result<(), (String, Problem)>;

impl Instrument {
    /// Reads one file. `file` is only used to name it in the refusal, and must end in `<id>.toml`.
    pub fn parse(file: &str, text: &str) -> Result<Self, LoadError> {
        let refuse = |(place, problem)| LoadError { file: file.to_owned(), place, problem };
        let definition: Definition = toml::from_str(text).map_err(|error| refuse(unreadable(text, &error)))?;
        if file.rsplit('/').next() != Some(&format!("{}.toml", definition.id)) {
            return Err(refuse(("id".to_owned(), Problem::FileName(definition.id))));
        }
        wording(&definition).and_then(|()| rules(&definition)).map_err(refuse)?;
        Ok(Self(definition))
    }
}

/// Everything that must hold, but for the licence of the words; also asked of a shell that was given its wording.
pub(crate) fn rules(definition: &Definition) -> Checked {
    named(definition)?;
    options(definition)?;
    items(definition)?;
    check::loinc(definition)?;
    check::skips(definition)?;
    check::scales(definition)?;
    check::criteria(definition)?;
    check::cutoffs(definition)?;
    check::signals(definition)?;
    check::change(definition)
}

fn unreadable(text: &str, error: &toml::de::Error) -> (String, Problem) {
    let start = error.span().map_or(0, |span| span.start);
    let line = 1 + text.bytes().take(start).filter(|&byte| byte == b'\n').count();
    let message = error.message().trim_end_matches('.');
    (format!("line {line}"), Problem::Unreadable(message.replace('`', "\"")))
}

fn named(definition: &Definition) -> Checked {
    let id = &definition.id;
    if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
        return Err(("id".to_owned(), Problem::BadId(id.clone())));
    }
    let texts = [
        ("title", &definition.title),
        ("short_title", &definition.short_title),
        ("canonical", &definition.canonical),
        ("measures", &definition.measures),
        ("recall", &definition.recall),
        ("cadence", &definition.cadence.words),
        ("licence, attribution", &definition.licence.attribution),
        ("licence, source", &definition.licence.source),
    ];
    match texts.iter().find(|(_, text)| text.trim().is_empty()) {
        Some((place, _)) => Err(((*place).to_owned(), Problem::Empty)),
        None => Ok(()),
    }
}

fn options(definition: &Definition) -> Checked {
    unique("option_sets", definition.option_sets.iter().map(|set| set.id.as_str()))?;
    for set in &definition.option_sets {
        let place = format!("option_sets, \"{}\"", set.id);
        let found = set.options.len();
        if found < 2 {
            return Err((place, Problem::TooFewOptions));
        }
        if found > OPTIONS_MAX {
            return Err((place, Problem::TooMany { found, most: OPTIONS_MAX }));
        }
        if let Some(option) = set.options.iter().find(|option| option.value.unsigned_abs() > VALUE_MAX.unsigned_abs()) {
            let value = option.value.to_string();
            return Err((place, Problem::OutOfRange { value, lowest: -VALUE_MAX, highest: VALUE_MAX }));
        }
        let mut seen = HashSet::new();
        if let Some(twin) = set.options.iter().find(|option| !seen.insert(option.value)) {
            return Err((place, Problem::SameValue(twin.value)));
        }
    }
    Ok(())
}

fn items(definition: &Definition) -> Checked {
    let found = definition.items.len();
    if found == 0 {
        return Err(("items".to_owned(), Problem::Empty));
    }
    if found > ITEMS_MAX {
        return Err(("items".to_owned(), Problem::TooMany { found, most: ITEMS_MAX }));
    }
    unique("items", definition.items.iter().map(|item| item.id.as_str()))?;
    for item in &definition.items {
        option_set(definition, format!("items, \"{}\"", item.id), &item.options)?;
    }
    for extra in &definition.extras {
        if let Some(options) = &extra.options {
            option_set(definition, format!("extras, \"{}\"", extra.id), options)?;
        }
    }
    unique("reversed", definition.reversed.iter().map(String::as_str))?;
    known_items(definition, "reversed", &definition.reversed)
}

fn option_set(definition: &Definition, place: String, name: &str) -> Checked {
    if definition.option_sets.iter().any(|set| set.id == name) {
        return Ok(());
    }
    Err((place, Problem::Unknown { kind: "option set", name: name.to_owned() }))
}

fn wording(definition: &Definition) -> Checked {
    let labels = definition.option_sets.iter().flat_map(|set| &set.options).map(|option| &option.label);
    let words: Vec<bool> = definition
        .items
        .iter()
        .map(|item: &Item| &item.text)
        .chain(labels)
        .chain([&definition.instruction])
        .map(|text| text.as_ref().is_some_and(|text| !text.trim().is_empty()))
        .collect();
    let some = words.contains(&true) || !definition.extras.is_empty();
    if some && definition.licence.class == Class::Load {
        return Err(("licence".to_owned(), Problem::WordingForbidden));
    }
    if some && words.contains(&false) {
        return Err(("items".to_owned(), Problem::HalfWorded));
    }
    if definition.licence.class == Class::EmbedWithConditions && definition.licence.conditions.is_empty() {
        return Err(("licence".to_owned(), Problem::NoConditions));
    }
    Ok(())
}

/// Refuses a list in which a name stands twice.
pub(crate) fn unique<'n>(place: &str, names: impl Iterator<Item = &'n str>) -> Checked {
    let mut seen = HashSet::new();
    for name in names {
        if name.is_empty() {
            return Err((place.to_owned(), Problem::Empty));
        }
        if !seen.insert(name) {
            return Err((place.to_owned(), Problem::Twice(name.to_owned())));
        }
    }
    Ok(())
}

/// Refuses a list that names an item the file does not have.
pub(crate) fn known_items(definition: &Definition, place: &str, names: &[String]) -> Checked {
    match names.iter().find(|name| definition.position(name).is_none()) {
        Some(name) => Err((place.to_owned(), Problem::Unknown { kind: "item", name: name.clone() })),
        None => Ok(()),
    }
}
