//! What a member did: when they came, what they answered, and what they tried.

use std::collections::BTreeSet;

use super::{Entry, moment};
use crate::access::Grant;
use crate::assessments::{self, Aside, Cursor, Response};
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::limits::PAGE_ROWS_MAX;
use crate::web::Words;
use crate::work::Work;
use crate::{Result, say, sessions, techniques};

/// When they came, with their own words about it.
pub async fn attendance(work: &mut Work<'_>, words: Words, grant: &Grant, person: PersonId) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for group in own_groups(work, grant, person).await? {
        if groups::charter_of(work, group).await?.allow(Capability::MemberAttendance).is_err() {
            continue;
        }
        let calendar = groups::calendar(work, grant, group).await?;
        for one in sessions::attendance_of(work, group, person).await? {
            let at = calendar.iter().find(|session| session.id == one.session).map(|session| session.starts_at);
            let entry = Entry::new(words.say(one.mark.presence.name_key(), None), at)
                .line(say!(words, "rights-label-minutes"), one.mark.minutes.to_string())
                .line(say!(words, "rights-label-own-words"), one.mark.words.unwrap_or_default());
            entries.push(entry);
        }
    }
    Ok(entries)
}

/// Each group once.
pub async fn own_groups(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<BTreeSet<GroupId>> {
    Ok(groups::stays_of(work, grant, person).await?.into_iter().map(|stay| stay.group).collect())
}

/// Every questionnaire that was answered, with each answer and what it came to.
pub async fn answers(work: &mut Work<'_>, words: Words) -> Result<Vec<Entry>> {
    let (mut entries, mut after) = (Vec::new(), None);
    loop {
        let page = assessments::my_answers(work, after).await?;
        entries.extend(page.iter().map(|given| answered(words, given)));
        match page.last() {
            Some(last) if page.len() == PAGE_ROWS_MAX as usize => {
                after = Some(Cursor { at: last.answered_at, assignment: last.assignment });
            }
            _ => return Ok(entries),
        }
    }
}

fn answered(words: Words, given: &Response) -> Entry {
    let record = &given.record;
    let Some(instrument) = record.instrument() else {
        return Entry::new(record.score.instrument.clone(), Some(given.answered_at));
    };
    let total = record.score.total.map(|total| total.to_string()).unwrap_or_default();
    let mut entry =
        Entry::new(&instrument.short_title, Some(given.answered_at)).line(say!(words, "rights-label-total"), total);
    for (place, item) in instrument.items.iter().enumerate() {
        let chosen = record.positions.get(place).copied().flatten();
        let option = chosen.and_then(|chosen| instrument.options(item).get(chosen).map(|option| (chosen, option)));
        let said = option.map(|(chosen, option)| option.label.clone().unwrap_or_else(|| chosen.to_string()));
        entry = entry.line(item.text.as_deref().unwrap_or(&item.id), said.unwrap_or_default());
    }
    for (question, aside) in &record.asides {
        if let Aside::Written(text) = aside {
            entry = entry.line(question, text);
        }
    }
    entry
}

/// Every worksheet and diary page, answer by answer.
pub async fn sheets(work: &mut Work<'_>) -> Result<Vec<Entry>> {
    let listed = techniques::own_sheets(work).await?.into_iter().filter_map(|one| one.sheet);
    let entry = |sheet: techniques::Sheet| {
        let blank = Entry::new(&sheet.form.title, Some(sheet.begun_at));
        sheet.answers.typed().into_iter().fold(blank, |entry, (name, text)| {
            let field = name.split('.').next().and_then(|id| sheet.form.field(id));
            let label = field.map_or_else(|| name.clone(), |field| field.label.clone());
            entry.line(label, text)
        })
    };
    Ok(listed.map(entry).collect())
}

/// Homework, and how it went.
pub async fn tasks(work: &mut Work<'_>, words: Words) -> Result<Vec<Entry>> {
    let tasks = techniques::my_tasks(work).await?.readable.into_iter();
    let entry = |task: techniques::MyTask| {
        Entry::new(task.homework.material.title().unwrap_or_default(), Some(task.homework.set_at))
            .line(say!(words, "rights-label-until"), moment(task.homework.due_at))
            .line(say!(words, "rights-label-in-the-way"), task.words)
    };
    Ok(tasks.map(entry).collect())
}
