//! Every word of a technique that its reader sees, with the place it stands at.

use crate::agenda::Task;
use crate::curriculum::Definition;
use crate::field::{Field, Kind};
use crate::form::Form;
use crate::skill::SkillSet;

/// A text and the place it stands at.
type Text<'t> = (String, &'t str);

impl Form {
    /// Every text of the form that a member reads; for searching, translating and proof-reading.
    pub fn member_texts(&self) -> Vec<Text<'_>> {
        let mut texts = vec![
            ("title".to_owned(), self.title.as_str()),
            ("short_title".to_owned(), self.short_title.as_str()),
            ("purpose".to_owned(), self.purpose.as_str()),
        ];
        texts.extend(self.helps_when.iter().map(|text| ("helps_when".to_owned(), text.as_str())));
        texts.extend(self.cautions.iter().map(|text| ("cautions".to_owned(), text.as_str())));
        texts.extend(self.warning.iter().map(|text| ("warning".to_owned(), text.as_str())));
        for step in &self.steps {
            let place = format!("steps, \"{}\"", step.id);
            texts.push((place.clone(), &step.title));
            texts.extend(step.words.iter().map(|text| (place.clone(), text.as_str())));
            step.fields.iter().for_each(|field| of_field(field, &place, &mut texts));
        }
        for rule in &self.figures {
            let place = format!("figures, \"{}\"", rule.id);
            texts.extend([(place.clone(), rule.label.as_str()), (place, rule.words.as_str())]);
        }
        texts
    }
}

impl SkillSet {
    /// Every text of the set that a member reads; for searching, translating and proof-reading.
    pub fn member_texts(&self) -> Vec<Text<'_>> {
        let mut texts = vec![("title".to_owned(), self.title.as_str()), ("purpose".to_owned(), self.purpose.as_str())];
        for skill in &self.skills {
            let lists = [&skill.helps_when, &skill.steps, &skill.cautions].into_iter().flatten();
            let all = [&skill.title, &skill.about].into_iter().chain(lists);
            texts.extend(all.map(|text| (format!("skills, \"{}\"", skill.id), text.as_str())));
        }
        texts
    }
}

impl Definition {
    /// Every text of the curriculum that a member reads; for searching, translating and proof-reading.
    pub fn member_texts(&self) -> Vec<Text<'_>> {
        let mut texts = vec![("title".to_owned(), self.title.as_str()), ("summary".to_owned(), self.summary.as_str())];
        let said = [&self.content_notice, &self.crisis_reminder, &self.private_step].into_iter().flatten();
        let lists = self.opening_reading.iter().chain(&self.guidelines);
        let question = self.check_in.iter().map(|check_in| &check_in.question);
        texts.extend(said.chain(lists).chain(question).map(|text| ("head".to_owned(), text.as_str())));
        for session in &self.agenda {
            let place = format!("session, {}", session.number);
            let all = [&session.title, &session.aim].into_iter().chain(&session.hand_out);
            texts.extend(all.chain(of_tasks(&session.homework)).map(|text| (place.clone(), text.as_str())));
        }
        for extra in &self.extras {
            let place = format!("extra, \"{}\"", extra.title);
            let all = [&extra.title, &extra.aim].into_iter().chain(&extra.hand_out);
            texts.extend(all.chain(of_tasks(&extra.homework)).map(|text| (place.clone(), text.as_str())));
        }
        texts
    }
}

fn of_tasks(homework: &[Task]) -> impl Iterator<Item = &String> {
    homework.iter().flat_map(|task| [&task.instruction, &task.obstacle])
}

fn of_field<'t>(field: &'t Field, place: &str, texts: &mut Vec<Text<'t>>) {
    let place = format!("{place}, \"{}\"", field.id);
    let mut say = |text: &'t str| texts.push((place.clone(), text));
    say(&field.label);
    field.hint.iter().for_each(|hint| say(hint));
    for option in field.kind.options() {
        say(&option.label);
        option.hint.iter().for_each(|hint| say(hint));
    }
    match &field.kind {
        Kind::Scale { low, high, .. } => [low, high].into_iter().for_each(|text| say(text)),
        Kind::Matrix { rows, .. } => rows.iter().for_each(|row| say(&row.label)),
        Kind::List { row_name, .. } => say(row_name),
        Kind::Number { unit, .. } => say(unit),
        _ => {}
    }
    field.kind.columns().iter().for_each(|column| of_field(column, &place, texts));
}
