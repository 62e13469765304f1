//! What a member wrote, and what was written to them alone.

use super::Entry;
use super::doing::own_groups;
use crate::access::{Grant, Tie};
use crate::feedback::{self, Part};
use crate::groups::{self, Capability};
use crate::id::PersonId;
use crate::web::Words;
use crate::work::Work;
use crate::{Result, appreciation, endings, goals, say};

/// Goals with each wording, and each rating; words beside a rating where the member wrote them.
pub async fn goals(work: &mut Work<'_>, words: Words, person: PersonId) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for goal in goals::my_goals(work).await?.into_iter().flat_map(|(_, goals)| goals.readable) {
        let title = goal.shown().map_or_else(String::new, |shown| shown.terms.words.clone());
        let mut entry = Entry::new(title, Some(goal.begun_at));
        for version in &goal.versions {
            entry = entry
                .line(say!(words, "rights-label-wording", number = version.number), &version.terms.words)
                .line(say!(words, "rights-label-why"), &version.terms.why);
        }
        for rating in &goal.ratings {
            entry = entry.line(say!(words, "rights-label-rating"), rating.value.to_string());
            if rating.by == person {
                entry = entry.line(say!(words, "rights-label-own-words"), &rating.words);
            }
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// Private steps.
pub async fn steps(work: &mut Work<'_>) -> Result<Vec<Entry>> {
    let steps = goals::own_steps(work).await?.into_iter().filter_map(|(_, step)| step);
    Ok(steps.map(|step| Entry::new(step.words, Some(step.written_at))).collect())
}

/// Letters that were given to them, with what they answered.
pub async fn letters(work: &mut Work<'_>, words: Words) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for letter in feedback::my_letters(work).await?.readable {
        let mut entry = Entry::new(say!(words, "rights-entry-letter"), letter.released.map(|(_, at)| at));
        for part in Part::ALL {
            entry = entry.line(words.say(part.heading_key(), None), letter.body.part(part));
        }
        if let Some((reply, _)) = letter.reply {
            entry = entry
                .line(say!(words, "rights-label-fits"), words.say(reply.fits.name_key(), None))
                .line(say!(words, "rights-label-own-words"), reply.words);
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// Summaries that were given out to them.
pub async fn summaries(work: &mut Work<'_>, words: Words) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for (_, body) in endings::own_summaries(work).await?.readable {
        let blank = Entry::new(say!(words, "rights-entry-summary"), None);
        let parts = endings::Body::FIELDS.into_iter().zip(body.parts);
        entries.push(parts.fold(blank, |entry, (key, text)| entry.line(words.say(key, None), text)));
    }
    Ok(entries)
}

/// What they wrote to others in groups where they sit, without to whom; what was passed on to them stands as a gap.
pub async fn between(work: &mut Work<'_>, words: Words, grant: &Grant, person: PersonId) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for group in own_groups(work, grant, person).await? {
        let has_words = groups::charter_of(work, group).await?.allow(Capability::MemberWords).is_ok();
        if !has_words || !groups::standing(work, group).await?.has(Tie::Seated) {
            continue;
        }
        for given in appreciation::given(work, group).await?.readable {
            let entry = Entry::new(say!(words, "rights-entry-given"), Some(given.at))
                .line(say!(words, "appreciation-when"), given.said.when)
                .line(say!(words, "appreciation-felt"), given.said.felt);
            entries.push(entry);
        }
        for received in appreciation::received(work, group).await?.readable {
            entries.push(Entry::new(say!(words, "rights-entry-received"), Some(received.at)));
        }
    }
    Ok(entries)
}

/// What they asked to be corrected, with what was answered.
pub async fn corrections(work: &mut Work<'_>, words: Words) -> Result<Vec<Entry>> {
    let asked = super::super::own_corrections(work).await?.readable.into_iter();
    let entry = |one: super::super::Correction| {
        Entry::new(say!(words, "rights-entry-correction"), Some(one.asked_at))
            .line(say!(words, "rights-label-own-words"), one.words)
            .line(say!(words, "rights-label-answer"), one.answer.map(|(answer, _)| answer).unwrap_or_default())
    };
    Ok(asked.map(entry).collect())
}
