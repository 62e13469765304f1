//! A copy of what is one's own: one's answers, goals, sheets, steps, letters and words, and never another member's name or words.
//!
//! What belongs to somebody else in the same place is left out, or stands as a neutral gap (GR-03). It is gathered by the
//! acts that show a member their own pages, so that nothing can come in here that could not be read there.

mod doing;
mod writing;

use serde::Serialize;

use super::{deeds, see};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::web::{Said, Words};
use crate::work::Work;
use crate::{Result, agreements, groups, identity, safety, say};

/// A copy of what is one's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Export {
    /// When it was made, in UTC.
    pub made_at: String,
    /// What there is, subject by subject; those without anything are left out.
    pub chapters: Vec<Chapter>,
}

/// What one subject keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chapter {
    /// Its heading.
    pub title: String,
    /// What stands there, in its order.
    pub entries: Vec<Entry>,
}

/// One thing that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What it is.
    pub title: String,
    /// When, in UTC; nothing where no moment belongs to it.
    pub at: Option<String>,
    /// What it says: a label, and the text.
    pub lines: Vec<(String, String)>,
}

impl Entry {
    pub(super) fn new(title: impl Into<String>, at: Option<Timestamp>) -> Self {
        Self { title: title.into(), at: at.map(moment), lines: Vec::new() }
    }

    /// One line more; one without a text is left out.
    pub(super) fn line(mut self, label: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.trim().is_empty() {
            self.lines.push((label.into(), text));
        }
        self
    }
}

/// Gathers the actor's own, in the words of `words`. It is made at once, and kept nowhere.
pub async fn export(work: &mut Work<'_>, words: Words) -> Result<Export> {
    let (person, grant) = deeds::may_own(work, Deed::ExportOwn)?;
    let all = [
        (say!(words, "rights-chapter-profile"), profile(work, words, &grant, person).await?),
        (say!(words, "rights-chapter-groups"), memberships(work, words, &grant, person).await?),
        (say!(words, "rights-chapter-signatures"), signatures(work, words, &grant, person).await?),
        (say!(words, "rights-chapter-attendance"), doing::attendance(work, words, &grant, person).await?),
        (say!(words, "rights-chapter-answers"), doing::answers(work, words).await?),
        (say!(words, "rights-chapter-goals"), writing::goals(work, words, person).await?),
        (say!(words, "rights-chapter-steps"), writing::steps(work).await?),
        (say!(words, "rights-chapter-sheets"), doing::sheets(work).await?),
        (say!(words, "rights-chapter-tasks"), doing::tasks(work, words).await?),
        (say!(words, "rights-chapter-letters"), writing::letters(work, words).await?),
        (say!(words, "rights-chapter-summaries"), writing::summaries(work, words).await?),
        (say!(words, "rights-chapter-between"), writing::between(work, words, &grant, person).await?),
        (say!(words, "rights-chapter-plan"), plan(work, words, person).await?),
        (say!(words, "rights-chapter-corrections"), writing::corrections(work, words).await?),
    ];
    let made_at = moment(work.now());
    let chapter = |(title, entries): (Said, Vec<Entry>)| Chapter { title: title.into_owned(), entries };
    let chapters = all.into_iter().filter(|(_, entries)| !entries.is_empty()).map(chapter).collect();
    Ok(Export { made_at, chapters })
}

async fn profile(work: &mut Work<'_>, words: Words, grant: &Grant, person: PersonId) -> Result<Vec<Entry>> {
    let profile = identity::profile(work, grant, person).await?;
    let entry = Entry::new(say!(words, "rights-entry-profile"), None)
        .line(say!(words, "rights-label-called"), profile.called)
        .line(say!(words, "rights-label-legal"), profile.legal)
        .line(say!(words, "rights-label-email"), profile.email)
        .line(say!(words, "rights-label-phone"), profile.phone.unwrap_or_default());
    Ok(vec![entry])
}

async fn memberships(work: &mut Work<'_>, words: Words, grant: &Grant, person: PersonId) -> Result<Vec<Entry>> {
    let called = groups::seats_of(work, grant, person).await?;
    let mut entries = Vec::new();
    for one in see::memberships(work, grant, person).await? {
        let name = groups::group(work, grant, one.group).await?.words.name;
        let seat = called.iter().find(|seat| seat.group == one.group);
        let entry = Entry::new(name, Some(one.since))
            .line(say!(words, "rights-label-kind"), words.say(one.charter.name_key(), None))
            .line(say!(words, "rights-label-shown"), seat.map_or("", |seat| seat.called.as_str()))
            .line(say!(words, "rights-label-until"), one.until.map(moment).unwrap_or_default());
        entries.push(entry);
    }
    Ok(entries)
}

async fn signatures(work: &mut Work<'_>, words: Words, grant: &Grant, person: PersonId) -> Result<Vec<Entry>> {
    let signed = agreements::signatures_of(work, grant, person).await?.into_iter();
    let entry = |one: agreements::Signature| {
        Entry::new(words.say(one.agreement.name_key(), None), Some(one.signed_at))
            .line(say!(words, "rights-label-signed-as"), one.name)
            .line(say!(words, "rights-label-edition"), one.edition.to_string())
            .line(say!(words, "rights-label-taken-back"), one.withdrawn_at.map(moment).unwrap_or_default())
    };
    Ok(signed.map(entry).collect())
}

async fn plan(work: &mut Work<'_>, words: Words, person: PersonId) -> Result<Vec<Entry>> {
    let Some(kept) = safety::safety_plan(work, person).await? else { return Ok(Vec::new()) };
    let (at, plan) = (kept.written_at, kept.plan);
    let people = |contacts: Vec<safety::Contact>| {
        contacts.into_iter().map(|one| format!("{} {}", one.name, one.phone).trim().to_owned()).collect::<Vec<_>>()
    };
    let lists = [
        ("rights-plan-signs", plan.warning_signs),
        ("rights-plan-own-ways", plan.own_ways),
        ("rights-plan-places", plan.places),
        ("rights-plan-people", people(plan.people)),
        ("rights-plan-professionals", people(plan.professionals)),
        ("rights-plan-surroundings", plan.surroundings),
        ("rights-plan-reasons", plan.reasons),
    ];
    let entry = Entry::new(say!(words, "rights-chapter-plan"), Some(at));
    let entry = lists.into_iter().fold(entry, |entry, (key, lines)| entry.line(words.say(key, None), lines.join("\n")));
    Ok(vec![entry.line(say!(words, "rights-plan-kept-at"), plan.kept_at)])
}

/// A moment as it is written down for machines and people alike.
pub(super) fn moment(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_string()
}
