//! Reads a file of techniques and refuses, with file and place, what contradicts itself.

mod check;
mod curriculum;
mod field;
mod form;
mod skill;

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use crate::curriculum::Curriculum;
use crate::evidence::{Evidence, Licence};
use crate::form::Form;
use crate::problem::{Problem, Reason};
use crate::skill::SkillSet;

/// What one file holds.
pub(crate) enum Loaded {
    /// A file of `forms`.
    Form(Box<Form>),
    /// A file of `skills`.
    Skills(SkillSet),
    /// A file of `curricula`.
    Curriculum(Box<Curriculum>),
}

/// What is wrong and where, before the file's name is put in front.
pub(crate) type Checked<T = ()> = Result<T, (String, Reason)>;

/// Reads one file by the folder it stands in; `None` where nothing of it can be kept.
pub(crate) fn file(file: &str, text: &str, looking_back: &str, problems: &mut Vec<Problem>) -> Option<Loaded> {
    let mut refuse = |(place, reason)| problems.push(Problem { file: file.to_owned(), place, reason });
    let mut parts = file.rsplit('/');
    let (name, folder) = (parts.next().unwrap_or_default(), parts.next());
    let loaded = match folder {
        Some("forms") => form::read(name, text, looking_back).map(|form| Loaded::Form(Box::new(form))),
        Some("skills") => skill::read(name, text, &mut refuse).map(Loaded::Skills),
        Some("curricula") => curriculum::read(name, text).map(|found| Loaded::Curriculum(Box::new(found))),
        _ => Err(("path".to_owned(), Reason::WrongFolder)),
    };
    loaded.map_err(refuse).ok()
}

fn parse<T: DeserializeOwned>(text: &str) -> Checked<T> {
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = 1 + text.bytes().take(start).filter(|&byte| byte == b'\n').count();
        (format!("line {line}"), unreadable(&error))
    })
}

fn unreadable(error: &toml::de::Error) -> Reason {
    Reason::Unreadable(error.message().trim_end_matches('.').replace('`', "\""))
}

/// The file is called after its id, and the id fits into an address.
fn named(file_name: &str, id: &str) -> Checked {
    spelled("id", id, '-')?;
    if file_name == format!("{id}.toml") { Ok(()) } else { Err(("id".to_owned(), Reason::FileName(id.to_owned()))) }
}

/// Lower-case letters, digits and one joining sign.
fn spelled(place: &str, id: &str, joint: char) -> Checked {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == joint;
    if !id.is_empty() && id.chars().all(fits) {
        return Ok(());
    }
    let joints = if joint == '-' { "hyphens" } else { "underscores" };
    Err((place.to_owned(), Reason::BadId(id.to_owned(), joints)))
}

/// Refuses texts that say nothing.
fn said<'t>(texts: impl IntoIterator<Item = (&'t str, &'t str)>) -> Checked {
    match texts.into_iter().find(|(_, text)| text.trim().is_empty()) {
        Some((place, _)) => Err((place.to_owned(), Reason::Empty)),
        None => Ok(()),
    }
}

/// Refuses lists without entries and entries without words.
fn listed(place: &str, texts: &[String]) -> Checked {
    if texts.is_empty() {
        return Err((place.to_owned(), Reason::Empty));
    }
    said(texts.iter().map(|text| (place, text.as_str())))
}

/// Refuses a list in which a name stands twice.
fn unique<'n>(place: &str, names: impl Iterator<Item = &'n str>) -> Checked {
    let mut seen = HashSet::new();
    for name in names {
        if name.is_empty() {
            return Err((place.to_owned(), Reason::Empty));
        }
        if !seen.insert(name) {
            return Err((place.to_owned(), Reason::Twice(name.to_owned())));
        }
    }
    Ok(())
}

/// A figure has its author and year, and what has no figure says why.
fn evidence(all: &[Evidence]) -> Checked {
    let refuse = |reason| Err(("evidence".to_owned(), reason));
    if all.is_empty() {
        return refuse(Reason::Empty);
    }
    for one in all {
        let texts = [one.author.as_ref(), one.figure.as_ref(), one.note.as_ref(), Some(&one.source)];
        said(texts.into_iter().flatten().map(|text| ("evidence", text.as_str())))?;
        if one.author.is_some() != one.year.is_some() {
            return refuse(Reason::HalfCited);
        }
        if one.figure.is_some() && one.author.is_none() {
            return refuse(Reason::FigureWithoutAuthor);
        }
        if one.figure.is_none() && one.note.is_none() {
            return refuse(Reason::NoFigureNoNote);
        }
    }
    Ok(())
}

fn licence(licence: &Licence) -> Checked {
    said([("licence, note", licence.note.as_str()), ("licence, source", licence.source.as_str())])
}
