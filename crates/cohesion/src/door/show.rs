//! Whoever leads a group says in public what it is, and whether it is shown.

use super::{PublicWords, claims, deeds, store};
use crate::groups::{self, charter::Advertising};
use crate::hub::Change;
use crate::id::GroupId;
use crate::limits::{LINE_CHARS_MAX, NAME_CHARS_MAX, TEXT_CHARS_MAX};
use crate::work::Work;
use crate::{Error, Fault, Result};

/// Whether visitors see a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// They do, while the door is open.
    Shown,
    /// They do not. What was written is kept.
    Hidden,
}

/// What is said of a group in public, and whether it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Showing {
    /// What is said.
    pub words: PublicWords,
    /// Whether it is shown.
    pub visibility: Visibility,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is kept.
    Kept,
    /// The group's charter forbids to claim what these words claim; nothing was kept.
    Claims(Vec<String>),
}

/// What is said of the group now, for those who may change it; nothing where nobody has said anything yet.
pub async fn showing(work: &mut Work<'_>, group: GroupId) -> Result<Option<Showing>> {
    deeds::may_show(work, group).await?;
    let kept = store::find(work, group).await?;
    let visibility = |is_shown| if is_shown { Visibility::Shown } else { Visibility::Hidden };
    Ok(kept.map(|kept| Showing { words: kept.words, visibility: visibility(kept.is_shown) }))
}

/// Says what the group is in public. A support group never claims to treat or to cure: its charter forbids that.
pub async fn show_group(work: &mut Work<'_>, group: GroupId, showing: &Showing) -> Result<Outcome> {
    let grant = deeds::may_show(work, group).await?;
    check(&showing.words)?;
    if groups::charter_of(work, group).await?.advertising() == Advertising::NoClaimToTreat {
        let found = claims(&showing.words.texts());
        if !found.is_empty() {
            return Ok(Outcome::Claims(found));
        }
    }
    store::save(work, &grant, group, showing).await?;
    work.announce(Change::Group(group));
    Ok(Outcome::Kept)
}

impl PublicWords {
    /// Everything that is said, for looking through it.
    fn texts(&self) -> [&str; 5] {
        [&self.title, &self.about, &self.meets, &self.place, &self.cost]
    }
}

fn check(words: &PublicWords) -> Result<()> {
    let bounds = [
        ("title", &words.title, 1, NAME_CHARS_MAX),
        ("about", &words.about, 1, TEXT_CHARS_MAX),
        ("meets", &words.meets, 0, LINE_CHARS_MAX),
        ("place", &words.place, 0, LINE_CHARS_MAX),
        ("cost", &words.cost, 0, LINE_CHARS_MAX),
    ];
    let fault = |(field, text, least, most): (&str, &String, usize, usize)| match text.trim().chars().count() {
        count if count < least => Some(Fault::new(field, "fault-empty")),
        count if count > most => Some(Fault::new(field, "fault-long")),
        _ => None,
    };
    let faults: Vec<Fault> = bounds.into_iter().filter_map(fault).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}
