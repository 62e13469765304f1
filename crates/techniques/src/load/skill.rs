//! The file of a set of skills as it is written; a skill that contradicts itself is left out alone.

use serde::Deserialize;

use super::{Checked, evidence, licence, listed, named, parse, said, spelled, unreadable};
use crate::evidence::{Evidence, Licence};
use crate::form::Family;
use crate::problem::Reason;
use crate::skill::{Skill, SkillSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSet {
    id: String,
    version: u32,
    title: String,
    family: Family,
    purpose: String,
    licence: Licence,
    evidence: Vec<Evidence>,
    skills: Vec<toml::Table>,
}

/// Reads a set; `refuse` is told of each skill that is left out.
pub(super) fn read(file_name: &str, text: &str, refuse: &mut impl FnMut((String, Reason))) -> Checked<SkillSet> {
    let raw: RawSet = parse(text)?;
    named(file_name, &raw.id)?;
    said([("title", raw.title.as_str()), ("purpose", raw.purpose.as_str())])?;
    let counts = [("version", raw.version as usize), ("skills", raw.skills.len())];
    if let Some((place, _)) = counts.into_iter().find(|(_, count)| *count == 0) {
        return Err((place.to_owned(), Reason::Empty));
    }
    evidence(&raw.evidence)?;
    licence(&raw.licence)?;
    let mut skills = Vec::new();
    for (at, table) in raw.skills.into_iter().enumerate() {
        match skill(at, table) {
            Ok(skill) => skills.push(skill),
            Err(found) => refuse(found),
        }
    }
    let (family, purpose) = (raw.family, raw.purpose);
    Ok(SkillSet {
        id: raw.id,
        version: raw.version,
        title: raw.title,
        family,
        purpose,
        licence: raw.licence,
        evidence: raw.evidence,
        skills,
    })
}

fn skill(at: usize, table: toml::Table) -> Checked<Skill> {
    let name = table.get("id").and_then(toml::Value::as_str).map(str::to_owned);
    let place = name.map_or_else(|| format!("skills, number {}", at + 1), |id| format!("skills, \"{id}\""));
    let inside = |(inner, reason): (String, Reason)| {
        let place = if inner.is_empty() { place.clone() } else { format!("{place}, {inner}") };
        (place, reason)
    };
    let skill: Skill = table.try_into().map_err(|error| inside((String::new(), unreadable(&error))))?;
    let check = || {
        spelled("id", &skill.id, '-')?;
        said([("title", skill.title.as_str()), ("about", skill.about.as_str())])?;
        listed("helps_when", &skill.helps_when)?;
        listed("steps", &skill.steps)?;
        said(skill.cautions.iter().map(|text| ("cautions", text.as_str())))?;
        if skill.groups.is_empty() {
            return Err(("groups".to_owned(), Reason::Empty));
        }
        if skill.evidence.is_empty() { Ok(()) } else { evidence(&skill.evidence) }
    };
    check().map_err(inside)?;
    Ok(skill)
}
