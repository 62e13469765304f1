//! The practice loads the words of a form for which it has a permission.

use measures::{Catalogue, Instrument};

use super::{LoadedWords, WordingId, cell, store, wordings};
use crate::access::{About, Deed, Grant};
use crate::error::Fault;
use crate::work::{Scope, Work};
use crate::{Error, Result, practice};

/// May the actor load wording, or take it off?
pub async fn may_load_wording(work: &mut Work<'_>) -> Result<Grant> {
    let standing = practice::roles(work).await?;
    work.ask(Deed::LoadWording, standing, About::NOTHING)
}

/// Keeps the words with the permission; earlier ones of the same questionnaire no longer stand.
pub async fn load_wording(work: &mut Work<'_>, words: &LoadedWords) -> Result<WordingId> {
    let grant = may_load_wording(work).await?;
    let shell = Catalogue::built_in().get(&words.instrument).map_err(|_| Error::NotFound)?;
    if shell.has_wording() {
        return Err(Error::Conflict("assessments-conflict-worded"));
    }
    check(shell, words)?;
    words.fill("somebody who works here")?;
    for earlier in wordings(work).await?.into_iter().filter(|earlier| earlier.instrument.id == shell.id) {
        store::withdraw(work, &grant, earlier.id).await?;
    }
    let id = WordingId::random()?;
    let sealed = work.seal(Scope::Practice, cell(id), words).await?;
    store::insert(work, &grant, id, sealed).await?;
    Ok(id)
}

/// As many texts as the form has places, and a document that allows them.
fn check(shell: &Instrument, words: &LoadedWords) -> Result<()> {
    let mut faults = Vec::new();
    if words.items.len() != shell.items.len() {
        faults.push(Fault::new("items", "assessments-fault-items"));
    }
    for (number, set) in shell.option_sets.iter().enumerate() {
        if words.labels.get(number).map(Vec::len) != Some(set.options.len()) {
            faults.push(Fault::new(format!("labels-{}", number + 1), "assessments-fault-labels"));
        }
    }
    for (field, text) in [("instruction", &words.instruction), ("document", &words.document)] {
        if text.trim().is_empty() {
            faults.push(Fault::new(field, "fault-empty"));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}
