//! The file of a form as it is written, and the form it becomes.

use serde::Deserialize;

use super::field::{Lists, RawField};
use super::{Checked, check, evidence, licence, listed, named, parse, said, spelled, unique};
use crate::evidence::{Evidence, Licence};
use crate::field::Choice;
use crate::figure::FigureRule;
use crate::form::{Family, Form, GroupKind, Handling, Rhythm, Sharing, Step};
use crate::problem::Reason;
use crate::signal::SignalRule;

/// The most pages a form may have.
const STEPS_MAX: usize = 20;

/// The most fields on a page: more do not fit on a phone.
const FIELDS_MAX: usize = 12;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawForm {
    id: String,
    version: u32,
    title: String,
    short_title: String,
    family: Family,
    groups: Vec<GroupKind>,
    #[serde(default)]
    handles: Vec<Handling>,
    minutes: u32,
    rhythm: Rhythm,
    purpose: String,
    helps_when: Vec<String>,
    #[serde(default)]
    cautions: Vec<String>,
    warning: Option<String>,
    sharing: Sharing,
    #[serde(default)]
    looking_back: LookingBack,
    #[serde(default)]
    lists: Vec<RawList>,
    steps: Vec<RawStep>,
    #[serde(default)]
    figures: Vec<FigureRule>,
    #[serde(default)]
    orders: Vec<Vec<String>>,
    #[serde(default)]
    signals: Vec<SignalRule>,
    licence: Licence,
    evidence: Vec<Evidence>,
}

/// Whether the page that asks how it went closes the form.
#[derive(Deserialize, Default, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum LookingBack {
    /// It does.
    #[default]
    Asked,
    /// It would take longer than the sheet itself, or does not fit.
    LeftOut,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawList {
    id: String,
    options: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawStep {
    id: String,
    title: String,
    words: Option<String>,
    fields: Vec<RawField>,
}

/// Reads a form, and appends the page that looks back on it.
pub(super) fn read(file_name: &str, text: &str, looking_back: &str) -> Checked<Form> {
    let mut raw: RawForm = parse(text)?;
    named(file_name, &raw.id)?;
    if raw.looking_back == LookingBack::Asked {
        let step = parse(looking_back).map_err(|(place, reason)| (format!("looking-back.toml, {place}"), reason))?;
        raw.steps.push(step);
    }
    words(&raw)?;
    let lists: Lists = raw.lists.into_iter().map(|list| (list.id, list.options)).collect();
    let form = Form {
        steps: raw.steps.into_iter().map(|step| self::step(step, &lists)).collect::<Result<_, _>>()?,
        id: raw.id,
        version: raw.version,
        title: raw.title,
        short_title: raw.short_title,
        family: raw.family,
        groups: raw.groups,
        handles: raw.handles,
        minutes: raw.minutes,
        rhythm: raw.rhythm,
        purpose: raw.purpose,
        helps_when: raw.helps_when,
        cautions: raw.cautions,
        warning: raw.warning,
        sharing: raw.sharing,
        figures: raw.figures,
        orders: raw.orders,
        signals: raw.signals,
        licence: raw.licence,
        evidence: raw.evidence,
    };
    check::form(&form)?;
    Ok(form)
}

fn words(raw: &RawForm) -> Checked {
    said([
        ("title", raw.title.as_str()),
        ("short_title", raw.short_title.as_str()),
        ("purpose", raw.purpose.as_str()),
        ("warning", raw.warning.as_deref().unwrap_or("none")),
    ])?;
    listed("helps_when", &raw.helps_when)?;
    said(raw.cautions.iter().map(|text| ("cautions", text.as_str())))?;
    let numbers = [("version", raw.version as usize), ("minutes", raw.minutes as usize)];
    let counts = [("groups", raw.groups.len()), ("steps", raw.steps.len())];
    if let Some((place, _)) = numbers.into_iter().chain(counts).find(|(_, count)| *count == 0) {
        return Err((place.to_owned(), Reason::Empty));
    }
    if raw.steps.len() > STEPS_MAX {
        return Err(("steps".to_owned(), Reason::TooMany { found: raw.steps.len(), most: STEPS_MAX }));
    }
    unique("steps", raw.steps.iter().map(|step| step.id.as_str()))?;
    unique("lists", raw.lists.iter().map(|list| list.id.as_str()))?;
    evidence(&raw.evidence)?;
    licence(&raw.licence)
}

fn step(raw: RawStep, lists: &Lists) -> Checked<Step> {
    let place = format!("steps, \"{}\"", raw.id);
    spelled(&place, &raw.id, '_')?;
    said([(place.as_str(), raw.title.as_str()), (place.as_str(), raw.words.as_deref().unwrap_or("none"))])?;
    if raw.fields.is_empty() {
        return Err((place, Reason::Empty));
    }
    if raw.fields.len() > FIELDS_MAX {
        return Err((place, Reason::TooMany { found: raw.fields.len(), most: FIELDS_MAX }));
    }
    let fields = raw.fields.into_iter().map(|field| field.field(&place, lists)).collect::<Result<_, _>>()?;
    Ok(Step { id: raw.id, title: raw.title, words: raw.words, fields })
}
