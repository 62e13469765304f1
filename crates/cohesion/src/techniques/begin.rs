//! A member begins a worksheet.

use ::techniques::answers::Cells;
use ::techniques::form::Rhythm;
use ::techniques::{Answers, Form, Kind, Value};
use jiff::civil::Date;

use super::sheet::{Content, as_answer, cell, day_number};
use super::target::{self, DIARY_CARD, Target};
use super::{SheetId, deeds, reach, store};
use crate::id::GroupId;
use crate::work::{Scope, Work};
use crate::{Error, Result, groups, safety};

/// Begins a worksheet in one of the actor's groups. Of a daily form there is one for each day: beginning it again finds it.
/// A form that asks about danger is begun only where somebody is there to read it.
pub async fn begin(work: &mut Work<'_>, group: GroupId, form: &str, day: Option<Date>) -> Result<SheetId> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_begin(work, group, person).await?;
    let form = reach::form_for(&groups::charter_of(work, group).await?, form)?;
    let index = work.vault().technique_index(&form.id);
    let day = day_for(work, group, form, day).await?;
    if let Some(day) = day
        && let Some(known) = store::find_sheet_of_day(work, &grant, (group, person), index, day_number(day)).await?
    {
        return Ok(known);
    }
    if form.needs_reader() && safety::duty(work, Some(group)).await?.is_none() {
        return Err(Error::Conflict("techniques-conflict-nobody-reads"));
    }
    let id = SheetId::random()?;
    let mut answers = first_answers(form, day);
    if form.id == DIARY_CARD {
        lay_targets(form, &mut answers, &target::read(work, &grant, group, person).await?.readable);
    }
    let content = Content { answers, lost: Vec::new(), told: Vec::new() };
    let content = work.seal(Scope::Membership(group, person), cell(id, 1), &content).await?;
    let (audience, day) = (form.sharing.default, day.map(day_number));
    let new = store::NewSheet { id, group, person, index, day, audience, content };
    store::insert_sheet(work, &grant, new).await?;
    Ok(id)
}

/// The day that a sheet of a daily form belongs to: the one that was asked for, or today on the group's clock.
async fn day_for(work: &mut Work<'_>, group: GroupId, form: &Form, day: Option<Date>) -> Result<Option<Date>> {
    if form.rhythm != Rhythm::Daily {
        return Ok(None);
    }
    let zone = groups::zone_of(work, group).await?;
    let today = groups::civil(work.now(), &zone)?.date();
    match day {
        Some(day) if day > today => Err(Error::invalid("day", "techniques-fault-day")),
        day => Ok(Some(day.unwrap_or(today))),
    }
}

/// The day is known already; the rest is for the member to say.
fn first_answers(form: &Form, day: Option<Date>) -> Answers {
    let mut answers = Answers::open(form);
    let field = form.fields().find(|field| field.kind == Kind::Date);
    if let (Some(field), Some(day)) = (field, day.and_then(as_answer)) {
        answers.values.insert(field.id.clone(), Value::Date(day));
    }
    answers
}

/// The targets that stand now are on the card already, to be answered.
fn lay_targets(form: &Form, answers: &mut Answers, targets: &[Target]) {
    let field = form.field("targets").filter(|field| field.kind.column("target").is_some());
    let open = targets.iter().rev().filter(|target| target.until.is_none());
    let row = |target: &Target| Cells::from([("target".to_owned(), Value::Text(target.words.clone()))]);
    let rows: Vec<Cells> = open.map(row).collect();
    if let (Some(field), false) = (field, rows.is_empty()) {
        answers.values.insert(field.id.clone(), Value::Rows(rows));
    }
}
