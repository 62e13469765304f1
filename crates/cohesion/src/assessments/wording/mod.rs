//! Wording that the practice has loaded into a shell, with the permission it recorded.
//!
//! A shell scores from the first day and can be asked once its words are here. Scores do not depend on them, so answers
//! given under one wording stay readable when it is withdrawn or replaced.

mod load;
mod store;
mod withdraw;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use measures::wording::{Permission, Wording};
use measures::{Catalogue, Instrument};
use serde::{Deserialize, Serialize};

use crate::access::{About, Deed, Standing};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

pub use load::{load_wording, may_load_wording};
pub(crate) use store::ALL as STATEMENTS;
pub use withdraw::withdraw_wording;

crate::ids! {
    /// One wording that was loaded.
    WordingId;
}

/// The words of a form as they were typed in, and the document that allows them here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadedWords {
    /// The id of the shell.
    pub instrument: String,
    /// The sentence above the items.
    pub instruction: String,
    /// One text for each item, in printed order.
    pub items: Vec<String>,
    /// One list of labels for each option set of the shell, in the shell's order.
    pub labels: Vec<Vec<String>>,
    /// The letter, licence or web page that allows it.
    pub document: String,
}

/// A shell with the wording that stands for it here.
#[derive(Clone, Copy, Debug)]
pub struct Loaded {
    /// The wording.
    pub id: WordingId,
    /// The questionnaire with its words.
    pub instrument: &'static Instrument,
    /// The document that allows it.
    pub document: &'static str,
    /// Who recorded the permission.
    pub recorded_by: PersonId,
    /// When.
    pub recorded_at: Timestamp,
}

/// A questionnaire as this practice may ask it: embedded with its words, or a shell with those that were loaded. A shell
/// without words comes as it is.
pub async fn instrument_here(work: &mut Work<'_>, id: &str) -> Result<&'static Instrument> {
    let known = Catalogue::built_in().get(id).map_err(|_| Error::NotFound)?;
    if known.has_wording() {
        return Ok(known);
    }
    let loaded = wordings(work).await?.into_iter().find(|loaded| loaded.instrument.id == id);
    Ok(loaded.map_or(known, |loaded| loaded.instrument))
}

/// Every questionnaire, by id, each as this practice may ask it.
pub async fn instruments_here(work: &mut Work<'_>) -> Result<Vec<&'static Instrument>> {
    let loaded = wordings(work).await?;
    let here = |known: &'static Instrument| {
        loaded.iter().find(|one| one.instrument.id == known.id).map_or(known, |one| one.instrument)
    };
    Ok(Catalogue::built_in().iter().map(here).collect())
}

/// The wordings that stand now.
pub async fn wordings(work: &mut Work<'_>) -> Result<Vec<Loaded>> {
    let mut loaded = Vec::new();
    for kept in store::living(work).await? {
        loaded.push(open(work, kept).await?);
    }
    Ok(loaded)
}

/// Opened wordings stay in memory for as long as the program runs: there are few, and an instrument never changes.
static OPENED: Mutex<Option<HashMap<WordingId, Loaded>>> = Mutex::new(None);

async fn open(work: &mut Work<'_>, kept: store::KeptWording) -> Result<Loaded> {
    let known =
        OPENED.lock().unwrap_or_else(PoisonError::into_inner).as_ref().and_then(|opened| opened.get(&kept.id).copied());
    if let Some(loaded) = known {
        return Ok(loaded);
    }
    let grant = work.ask(Deed::ReadWording, Standing::NONE, About::thing(kept.id.0))?;
    let words: LoadedWords = work.open(&grant, Scope::Practice, cell(kept.id), &kept.content).await?;
    let instrument: &'static Instrument = Box::leak(Box::new(words.fill(&kept.recorded_by.to_string())?));
    let store::KeptWording { id, recorded_by, recorded_at, .. } = kept;
    let loaded =
        Loaded { id, instrument, document: Box::leak(words.document.into_boxed_str()), recorded_by, recorded_at };
    OPENED.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().insert(id, loaded);
    Ok(loaded)
}

impl LoadedWords {
    /// The shell with these words in it.
    fn fill(&self, recorded_by: &str) -> Result<Instrument> {
        let shell = Catalogue::built_in().get(&self.instrument).map_err(|_| Error::NotFound)?;
        let wording =
            Wording { instruction: self.instruction.clone(), items: self.items.clone(), labels: self.labels.clone() };
        let permission = Permission { recorded_by: recorded_by.to_owned(), document: self.document.clone() };
        let worded = shell.with_wording(&wording, permission);
        worded.map(|worded| worded.instrument).map_err(|_| Error::invalid("items", "assessments-fault-wording"))
    }
}

const fn cell(id: WordingId) -> Cell {
    Cell::of("wordings", "content", id.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::Role;
    use crate::scenarios;

    /// Words of our own, as many as the shell has places; no owner's wording is in this repository.
    fn words_for(id: &str) -> LoadedWords {
        let shell = Catalogue::built_in().get(id).expect("it is built in");
        LoadedWords {
            instrument: id.to_owned(),
            instruction: "Think of the last weeks.".to_owned(),
            items: (1..=shell.items.len()).map(|number| format!("Sentence {number}")).collect(),
            labels: shell
                .option_sets
                .iter()
                .map(|set| (1..=set.options.len()).map(|number| format!("Choice {number}")).collect())
                .collect(),
            document: "Letter of 3 May".to_owned(),
        }
    }

    scenarios! {
        async fn a_shell_can_be_asked_once_its_words_are_loaded_with_the_permission(clinic: TestClinic) {
            let mara = clinic.colleague("Mara", &[Role::Clinician]).await?;
            let before = clinic.read(mara, async |work| instrument_here(work, "core-10").await).await?;
            assert!(!before.has_wording());
            let words = words_for("core-10");
            clinic.write(mara, async move |work| load_wording(work, &words).await).await?;
            let here = clinic.read(mara, async |work| instrument_here(work, "core-10").await).await?;
            assert_eq!(here.items[0].text.as_deref(), Some("Sentence 1"));
            let kept = clinic.read(mara, async |work| wordings(work).await).await?;
            assert_eq!((kept[0].document, Some(kept[0].recorded_by)), ("Letter of 3 May", mara.person()));
            Ok(())
        }

        async fn new_words_take_the_place_of_the_old_and_withdrawn_ones_are_gone(clinic: TestClinic) {
            let mara = clinic.colleague("Mara", &[Role::Clinician]).await?;
            for instruction in ["The first.", "The second."] {
                let words = LoadedWords { instruction: instruction.to_owned(), ..words_for("who-5") };
                clinic.write(mara, async move |work| load_wording(work, &words).await).await?;
            }
            let kept = clinic.read(mara, async |work| wordings(work).await).await?;
            assert_eq!(kept.iter().map(|one| one.instrument.instruction.as_deref()).collect::<Vec<_>>(), [Some("The second.")]);
            let id = kept[0].id;
            clinic.write(mara, async move |work| withdraw_wording(work, id).await).await?;
            assert!(clinic.read(mara, async |work| wordings(work).await).await?.is_empty());
            Ok(())
        }

        async fn words_that_do_not_fit_are_refused_with_the_field_that_is_wrong(clinic: TestClinic) {
            let mara = clinic.colleague("Mara", &[Role::Clinician]).await?;
            let whole = words_for("isi");
            for (words, fault) in [
                (LoadedWords { items: whole.items[1..].to_vec(), ..whole.clone() }, Error::invalid("items", "assessments-fault-items")),
                (LoadedWords { labels: Vec::new(), ..whole.clone() }, Error::invalid("labels-1", "assessments-fault-labels")),
                (LoadedWords { document: String::new(), ..whole.clone() }, Error::invalid("document", "fault-empty")),
                (LoadedWords { instrument: "phq-9".to_owned(), ..whole.clone() }, Error::Conflict("assessments-conflict-worded")),
            ] {
                let refused = clinic.write(mara, async move |work| load_wording(work, &words).await).await;
                assert_eq!(refused.err(), Some(fault));
            }
            Ok(())
        }

        async fn only_a_clinician_or_an_administrator_loads_words(clinic: TestClinic) {
            let sofia = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
            let words = words_for("wsas");
            let refused = clinic.write(sofia, async move |work| load_wording(work, &words).await).await;
            assert_eq!(refused.err(), Some(Error::NotFound));
            Ok(())
        }
    }
}
