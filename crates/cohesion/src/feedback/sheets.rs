//! Worksheets of one member, turned into what the crate of patterns reckons with. Pure; whose sheets are read is decided before.

use ::techniques::answers::{Cells, Chosen};
use ::techniques::field::Field;
use ::techniques::{Kind, Value};
use jiff::tz::TimeZone;
use patterns::activity::Activity;
use patterns::exposure::{Exposure, Outcome};
use patterns::skills::Practice;
use patterns::thoughts::Record;
use patterns::{Day, Scale, daily, skills};

use super::calendar::{day_at, number};
use crate::say;
use crate::techniques::{DIARY_CARD, Sheet, SheetId};
use crate::web::words::Words;

/// A rating from which a skill counts as used: tried, or more.
const USED_FROM: f64 = 2.0;

/// Urges that belong to safety: they are asked about by a person, and no pattern is made of them.
const OF_SAFETY: [&str; 2] = ["self_harm", "suicide"];

/// The feeling that is wished for; a skill is held against what is heavy.
const LIGHT: &str = "joy";

/// Sheets with the clock by which their days are told.
pub(super) struct Sheets<'a> {
    pub all: &'a [Sheet],
    pub zone: &'a TimeZone,
}

impl Sheets<'_> {
    fn of<'s>(&'s self, forms: &'s [&str]) -> impl Iterator<Item = (&'s Sheet, Day)> {
        let mine = self.all.iter().filter(move |sheet| forms.contains(&sheet.form.id.as_str()));
        mine.map(|sheet| (sheet, self.day(sheet)))
    }

    /// The day that it belongs to, or else that on which it was finished.
    fn day(&self, sheet: &Sheet) -> Day {
        match sheet.date() {
            Some(date) => Day(number(date)),
            None => day_at(sheet.finished_at.unwrap_or(sheet.begun_at), self.zone),
        }
    }

    /// Feelings and urges of the diary, each by the id of its row.
    pub fn diaries(&self, words: Words) -> Vec<(String, daily::Diary)> {
        let mut diaries = Vec::new();
        for (field, is_urge) in [("emotions", false), ("urges", true)] {
            let Some((sheet, _)) = self.of(&[DIARY_CARD]).next() else { return diaries };
            for (row, label) in rows_of(sheet.form.field(field)) {
                if is_urge && OF_SAFETY.contains(&row) {
                    continue;
                }
                let rated = |(sheet, day): (&Sheet, Day)| {
                    Some(daily::Entry { day, value: amount(sheet, field, row, "strength")? })
                };
                let entries = self.of(&[DIARY_CARD]).filter_map(rated).collect();
                let what = if is_urge { urge(words, label) } else { label.to_owned() };
                diaries.push((row.to_owned(), daily::Diary { what, entries }));
            }
        }
        diaries
    }

    /// The skill used on most days beside the heaviest feeling: one pair only, so that nothing is found by looking everywhere.
    pub fn skill_and_mood(&self) -> Option<(String, skills::Diary)> {
        let (first, _) = self.of(&[DIARY_CARD]).next()?;
        let used =
            |row: &str, sheet: &Sheet| amount(sheet, "skills", row, "rating").is_some_and(|rating| rating >= USED_FROM);
        let days = |row: &str| self.of(&[DIARY_CARD]).filter(|(sheet, _)| used(row, sheet)).count();
        let known = rows_of(first.form.field("skills"));
        let (skill, skill_label) = known.into_iter().rev().max_by_key(|(row, _)| days(row))?;
        let feelings = rows_of(first.form.field("emotions"));
        let weight = |row: &str| -> f64 {
            self.of(&[DIARY_CARD]).filter_map(|(sheet, _)| amount(sheet, "emotions", row, "strength")).sum()
        };
        let heavy = feelings.into_iter().rev().filter(|(row, _)| *row != LIGHT);
        let (mood, mood_label) = heavy.max_by(|one, other| weight(one.0).total_cmp(&weight(other.0)))?;
        let entry = |(sheet, day): (&Sheet, Day)| {
            let practice = if used(skill, sheet) { Practice::Used } else { Practice::NotUsed };
            Some(skills::Entry { day, mood: amount(sheet, "emotions", mood, "strength")?, practice })
        };
        let entries = self.of(&[DIARY_CARD]).filter_map(entry).collect();
        let diary = skills::Diary { skill: skill_label.to_owned(), mood: lowered(mood_label), entries };
        Some((format!("{skill}:{mood}"), diary))
    }

    /// Thought records: the strongest belief at first, the belief at the end, and the habits that were named.
    pub fn records(&self) -> Vec<Record> {
        let record = |(sheet, day): (&Sheet, Day)| {
            let thoughts = rows(sheet, "thoughts");
            let believed = thoughts.iter().filter_map(|cells| cells.get("belief")?.amount());
            let before = believed.fold(None, |most: Option<f64>, belief| Some(most.map_or(belief, |m| m.max(belief))));
            let habits = chosen(sheet.form.field("distortions"), sheet.answers.values.get("distortions"));
            Record { day, before: before.and_then(scale), after: value(sheet, "belief_now").and_then(scale), habits }
        };
        self.of(&["thought-record"]).map(record).collect()
    }

    /// How hard a sheet was, from 0 to 10, as its author says at its end.
    pub fn difficulty(&self, id: SheetId) -> Option<Scale<10>> {
        let sheet = self.all.iter().find(|sheet| sheet.id == id)?;
        value(sheet, "difficulty").and_then(scale)
    }

    /// Activities that were rated, by the kind that the member gave them.
    pub fn activities(&self) -> Vec<Activity> {
        let mut activities = Vec::new();
        for (sheet, day) in self.of(&["activity-schedule"]) {
            let Some(Value::Table(slots)) = sheet.answers.values.get("week") else { continue };
            let column = sheet.form.field("week").and_then(|field| field.kind.column("category"));
            for cells in slots.values() {
                let Some(kind) = chosen(column, cells.get("category")).pop() else { continue };
                let rated = |name: &str| cells.get(name).and_then(Value::amount).and_then(scale);
                activities.push(Activity {
                    day,
                    kind: lowered(&kind),
                    mastery: rated("mastery"),
                    pleasure: rated("pleasure"),
                });
            }
        }
        activities
    }

    /// Exposures; what came true in part counts as having happened.
    pub fn exposures(&self) -> Vec<Exposure> {
        let exposure = |(sheet, day): (&Sheet, Day)| {
            let rated = |name: &str| value(sheet, name).and_then(scale);
            let outcome = match sheet.answers.values.get("came_true") {
                Some(answer) if answer.is("no") => Some(Outcome::DidNotHappen),
                Some(answer) if answer.is("yes") || answer.is("partly") => Some(Outcome::Happened),
                _ => None,
            };
            let distress = match (rated("distress_start"), rated("distress_peak"), rated("distress_end")) {
                (Some(start), Some(peak), Some(end)) => Some([start, peak, end]),
                _ => None,
            };
            let step = match sheet.answers.values.get("item") {
                Some(Value::Text(text)) => text.trim().to_owned(),
                _ => String::new(),
            };
            Exposure { day, step, expected: rated("likelihood_before"), outcome, distress }
        };
        self.of(&["exposure-log", "erp-log"]).map(exposure).collect()
    }
}

/// The rows that a form names, by id and label.
fn rows_of(field: Option<&Field>) -> Vec<(&str, &str)> {
    match field.map(|field| &field.kind) {
        Some(Kind::Matrix { rows, .. }) => rows.iter().map(|row| (row.id.as_str(), row.label.as_str())).collect(),
        _ => Vec::new(),
    }
}

fn amount(sheet: &Sheet, field: &str, row: &str, column: &str) -> Option<f64> {
    let Value::Table(table) = sheet.answers.values.get(field)? else { return None };
    table.get(row)?.get(column)?.amount()
}

fn value(sheet: &Sheet, field: &str) -> Option<f64> {
    sheet.answers.values.get(field)?.amount()
}

fn rows<'s>(sheet: &'s Sheet, field: &str) -> &'s [Cells] {
    match sheet.answers.values.get(field) {
        Some(Value::Rows(rows)) => rows,
        _ => &[],
    }
}

/// What was chosen, in the words of the form or the member's own.
fn chosen(field: Option<&Field>, answer: Option<&Value>) -> Vec<String> {
    let options = field.map(|field| field.kind.options()).unwrap_or_default();
    let word = |chosen: &Chosen| match chosen {
        Chosen::Own(words) => Some(words.clone()),
        Chosen::Option(id) => options.iter().find(|option| option.id == *id).map(|option| option.label.clone()),
    };
    match answer {
        Some(Value::Choice(one)) => word(one).into_iter().collect(),
        Some(Value::Choices(several)) => several.iter().filter_map(word).collect(),
        _ => Vec::new(),
    }
}

/// A rating as a whole number of its scale; nothing where it lies off it.
fn scale<const MAX: u8>(amount: f64) -> Option<Scale<MAX>> {
    (0..=MAX).find(|step| (f64::from(*step) - amount).abs() < 0.5).and_then(|step| Scale::new(step).ok())
}

/// A label inside a sentence.
fn lowered(label: &str) -> String {
    let mut signs = label.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}

fn urge(words: Words, label: &str) -> String {
    say!(words, "feedback-urge", what = lowered(label)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_is_a_step_of_its_scale() {
        assert_eq!(scale::<10>(7.0), Scale::new(7).ok());
        assert_eq!(scale::<10>(11.0), None);
        assert_eq!(scale::<100>(-1.0), None);
        assert_eq!(lowered("Fear or anxiety"), "fear or anxiety");
    }
}
