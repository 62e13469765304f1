//! Keeps a worksheet while it is filled in, page by page: what fits is kept, what does not is told.

use std::collections::BTreeMap;

use ::techniques::answers::Cells;
use ::techniques::read::Completeness;
use ::techniques::{Answers, Fault, Form, Value};

use super::sheet::{Sheet, SheetState, open, save};
use super::telling::tell;
use super::{SheetId, deeds, store};
use crate::assessments::Readers;
use crate::safety::AlertId;
use crate::work::Work;
use crate::{Error, Result};

/// What one page asked, and what was typed there. What the page did not ask keeps the answer it had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// What the page asked.
    pub asked: Vec<Covered>,
    /// Names and texts as the form reads them.
    pub typed: Vec<(String, String)>,
}

/// A field that a page asked: all of it, or one day of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// The field's id.
    pub field: String,
    /// The day of a grid, such as `mon`.
    pub day: Option<&'static str>,
}

/// What came of keeping.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The sheet as it is now.
    pub sheet: Sheet,
    /// What could not be kept, or is missing.
    pub faults: Vec<Fault>,
    /// The alert that stands because of it.
    pub alert: Option<AlertId>,
}

/// One of the actor's own sheets that is not finished yet, and who reads it then.
pub async fn filling(work: &mut Work<'_>, id: SheetId) -> Result<(Sheet, Readers)> {
    let kept = store::find_sheet(work, id).await?;
    let grant = deeds::may_fill(work, &kept).await?;
    let sheet = open(work, &grant, kept).await?;
    if sheet.state != SheetState::Begun {
        return Err(Error::Conflict("techniques-conflict-finished"));
    }
    let readers = Readers::for_member(work, sheet.group, sheet.person).await?;
    Ok((sheet, readers))
}

/// Keeps what fits of a page. A sign of danger in it is told in the same transaction: it does not wait for the last page.
pub async fn keep(work: &mut Work<'_>, id: SheetId, part: &Part) -> Result<Kept> {
    let kept = store::find_sheet(work, id).await?;
    let grant = deeds::may_fill(work, &kept).await?;
    let mut sheet = open(work, &grant, kept).await?;
    if sheet.state != SheetState::Begun {
        return Err(Error::Conflict("techniques-conflict-finished"));
    }
    let typed = part.typed.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let reading = sheet.form.read(typed, Completeness::Draft);
    let faults: Vec<Fault> = reading.faults.into_iter().filter(|fault| part.covers(&fault.place.field)).collect();
    lay(sheet.form, &mut sheet.answers, part, &reading.answers);
    let alert = tell(work, &mut sheet).await?;
    save(work, &grant, &mut sheet).await?;
    Ok(Kept { sheet, faults, alert })
}

impl Part {
    fn covers(&self, field: &str) -> bool {
        self.asked.iter().any(|asked| asked.field == field)
    }
}

/// Lays a page's answers over those there were.
fn lay(form: &Form, answers: &mut Answers, part: &Part, read: &Answers) {
    for asked in part.asked.iter().filter(|asked| form.field(&asked.field).is_some()) {
        let new = read.values.get(&asked.field);
        match asked.day {
            Some(day) => lay_day(answers, &asked.field, day, new),
            None => match new {
                Some(value) => drop(answers.values.insert(asked.field.clone(), value.clone())),
                None => drop(answers.values.remove(&asked.field)),
            },
        }
    }
    answers.version = form.version;
}

/// One day of a week takes the place of the same day; the other days stay.
fn lay_day(answers: &mut Answers, field: &str, day: &str, new: Option<&Value>) {
    let of_day = |slot: &str| slot.split('-').next() == Some(day);
    let mut slots: BTreeMap<String, Cells> = match answers.values.remove(field) {
        Some(Value::Table(slots)) => slots,
        _ => BTreeMap::new(),
    };
    slots.retain(|slot, _| !of_day(slot));
    if let Some(Value::Table(new)) = new {
        slots.extend(new.iter().filter(|(slot, _)| of_day(slot)).map(|(slot, cells)| (slot.clone(), cells.clone())));
    }
    if !slots.is_empty() {
        answers.values.insert(field.to_owned(), Value::Table(slots));
    }
}

#[cfg(test)]
mod tests {
    use super::super::catalogue;
    use super::*;

    fn reading(form: &Form, typed: &[(&str, &str)]) -> Answers {
        form.read(typed.iter().copied(), Completeness::Draft).answers
    }

    #[test]
    fn a_page_takes_the_place_of_what_it_asked_and_of_nothing_else() {
        let form = catalogue().form("thought-record").expect("it is built in");
        let mut answers = reading(form, &[("situation", "At home"), ("evidence_for", "She was silent")]);
        let asked = vec![Covered { field: "situation".to_owned(), day: None }];
        lay(form, &mut answers, &Part { asked, typed: Vec::new() }, &reading(form, &[("evidence_for", "Else")]));
        assert_eq!(answers, reading(form, &[("evidence_for", "She was silent")]));
    }

    #[test]
    fn one_day_of_a_week_leaves_the_others_as_they_are() {
        let form = catalogue().form("activity-schedule").expect("it is built in");
        let mut answers = reading(form, &[("week.mon-09.activity", "Walk"), ("week.tue-09.activity", "Work")]);
        let asked = vec![Covered { field: "week".to_owned(), day: Some("tue") }];
        let new = reading(form, &[("week.tue-10.activity", "Library"), ("week.mon-09.activity", "Elsewhere")]);
        lay(form, &mut answers, &Part { asked, typed: Vec::new() }, &new);
        assert_eq!(answers, reading(form, &[("week.mon-09.activity", "Walk"), ("week.tue-10.activity", "Library")]));
    }
}
