//! Turns a sheet back into what was typed, so that a page can show it again and a reader can check it again.

use crate::answers::{Answers, Cells, Chosen, Value};
use crate::place::Place;

impl Answers {
    /// Names and texts as [`crate::Form::read`] takes them, in the order of the fields' ids.
    pub fn typed(&self) -> Vec<(String, String)> {
        let mut typed = Vec::new();
        for (field, value) in &self.values {
            match value {
                Value::Rows(rows) => {
                    let rows = rows.iter().enumerate();
                    rows.for_each(|(at, cells)| row(field, &at.to_string(), cells, &mut typed));
                }
                Value::Table(rows) => rows.iter().for_each(|(name, cells)| row(field, name, cells, &mut typed)),
                single => one(field, single, &mut typed),
            }
        }
        typed
    }
}

fn row(field: &str, row: &str, cells: &Cells, typed: &mut Vec<(String, String)>) {
    for (column, value) in cells {
        one(&Place::cell(field, row, column).to_string(), value, typed);
    }
}

fn one(name: &str, value: &Value, typed: &mut Vec<(String, String)>) {
    let mut say = |text: String| typed.push((name.to_owned(), text));
    match value {
        Value::Text(text) => say(text.clone()),
        Value::Number(number) => say(number.to_string()),
        Value::Date(date) => say(date.to_string()),
        Value::Time(time) => say(time.to_string()),
        Value::YesNo(answer) => say(if *answer { "yes" } else { "no" }.to_owned()),
        Value::Choice(chosen) => chosen_as(name, chosen, typed),
        Value::Choices(chosen) => chosen.iter().for_each(|one| chosen_as(name, one, typed)),
        // Rows stand in no row: the check of a sheet has seen to that.
        Value::Rows(_) | Value::Table(_) => {}
    }
}

fn chosen_as(name: &str, chosen: &Chosen, typed: &mut Vec<(String, String)>) {
    typed.push(match chosen {
        Chosen::Option(id) => (name.to_owned(), id.clone()),
        Chosen::Own(words) => (format!("{name}.own"), words.clone()),
    });
}
