//! A worksheet as a web form: what was typed becomes names and texts that the technique reads, and its faults sentences.

use ::techniques::field::DAYS;
use ::techniques::{Answers, Fault, FaultKind, Field, Form as Technique, Kind, Time};

use super::super::{Covered, Part};
use crate::error::Fault as Mend;
use crate::web::{Check, Form};
use crate::{Error, Result};

/// One page of a worksheet on a phone: a step, or one day of a step that asks for a week hour by hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The step's place.
    pub step: usize,
    /// The day.
    pub day: Option<&'static str>,
}

/// The pages of a form, in order. A week's grid is a page a day; what else its step asks comes on the last of them.
pub(super) fn leaves(form: &Technique) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    for (step, asked) in form.steps.iter().enumerate() {
        let is_grid = |field: &Field| matches!(field.kind, Kind::Grid { .. });
        if asked.fields.iter().any(is_grid) {
            leaves.extend(DAYS.map(|day| Leaf { step, day: Some(day) }));
        }
        if !asked.fields.iter().all(is_grid) {
            leaves.push(Leaf { step, day: None });
        }
    }
    leaves
}

impl Leaf {
    /// The fields of the page. Those that an earlier answer has not opened are left out.
    pub fn fields<'f>(self, form: &'f Technique, answers: &Answers) -> Vec<&'f Field> {
        let Some(step) = form.steps.get(self.step) else { return Vec::new() };
        let is_here = |field: &&Field| matches!(field.kind, Kind::Grid { .. }) == self.day.is_some();
        let here: Vec<&Field> = step.fields.iter().filter(is_here).collect();
        let asked = |field: &Field| is_open(field, answers, &here);
        here.iter().copied().filter(|field| asked(field)).collect()
    }
}

/// Whether an earlier answer opens the field. One that is asked on the same page is answered beside it.
fn is_open(field: &Field, answers: &Answers, beside: &[&Field]) -> bool {
    field.only_if.as_ref().is_none_or(|condition| {
        let is_beside = beside.iter().any(|other| other.id == condition.field);
        let given = answers.at(&condition.place());
        is_beside || given.is_some_and(|value| condition.is.iter().any(|word| value.is(word)))
    })
}

/// What was typed on a page that asked these fields.
pub(super) fn part(form: &Form, fields: &[&Field], day: Option<&'static str>) -> Result<Part> {
    let mut typed = Vec::new();
    let mut faults = Vec::new();
    for (name, text) in form.pairs() {
        match plain(name, text) {
            Ok(text) => typed.push((name.to_owned(), text)),
            Err(Error::Invalid(wrong)) => faults.extend(wrong),
            Err(other) => return Err(other),
        }
    }
    typed.extend(dates(form));
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    let covered = |field: &&Field| Covered { field: field.id.clone(), day };
    Ok(Part { asked: fields.iter().map(covered).collect(), typed })
}

/// A text without signs that cannot be seen, its lines ended in one way.
fn plain(name: &str, text: &str) -> Result<String> {
    let one = Form::of([(name, text)]);
    let mut check = Check::new(&one);
    let text = check.area(name, 0..=usize::MAX);
    check.done(|| text)
}

/// Days that were typed in three fields, put together; what is no day stays a fault of the technique's own reading.
fn dates(form: &Form) -> Vec<(String, String)> {
    let days = form.pairs().filter_map(|(name, day)| Some((name.strip_suffix("-day")?, day.trim())));
    let whole = days.filter_map(|(name, day)| {
        let part = |part: &str| form.value(&format!("{name}-{part}")).trim().to_owned();
        let (month, year) = (part("month"), part("year"));
        let is_open = day.is_empty() && month.is_empty() && year.is_empty();
        (!is_open).then(|| (name.to_owned(), format!("{year:0>4}-{month:0>2}-{day:0>2}")))
    });
    whole.collect()
}

/// Answers as a filled-in web form.
pub(super) fn filled(form: &Technique, answers: &Answers) -> Form {
    let mut pairs = Vec::new();
    for (name, text) in answers.typed() {
        if is_date(form, &name)
            && let [year, month, day] = text.split('-').collect::<Vec<_>>()[..]
        {
            for (part, text) in [("year", year), ("month", month), ("day", day)] {
                pairs.push((format!("{name}-{part}"), text.trim_start_matches('0').to_owned()));
            }
        }
        pairs.push((name, text));
    }
    Form::of(pairs)
}

fn is_date(form: &Technique, name: &str) -> bool {
    let mut parts = name.split('.');
    let field = parts.next().and_then(|id| form.field(id));
    let kind = field.map(|field| match name.rsplit('.').next().filter(|_| name.contains('.')) {
        Some(column) => field.kind.column(column).map(|column| &column.kind),
        None => Some(&field.kind),
    });
    matches!(kind.flatten(), Some(Kind::Date))
}

/// Faults as sentences beside their fields.
pub(super) fn mend(faults: &[Fault]) -> Vec<Mend> {
    faults.iter().map(|fault| Mend::new(fault.place.to_string(), words_of(&fault.kind))).collect()
}

fn words_of(kind: &FaultKind) -> &'static str {
    match kind {
        FaultKind::Needed => "techniques-fault-needed",
        FaultKind::TooLong { .. } => "techniques-fault-long",
        FaultKind::NotANumber => "fault-number",
        FaultKind::NotWhole => "techniques-fault-whole",
        FaultKind::OutOfRange { from: 0.0, to: 100.0 } => "techniques-fault-range-hundred",
        FaultKind::OutOfRange { from: 0.0, to: 10.0 } => "techniques-fault-range-ten",
        FaultKind::OutOfRange { from: 0.0, to: 5.0 } => "techniques-fault-range-five",
        FaultKind::OutOfRange { .. } => "techniques-fault-range",
        FaultKind::NotADate => "fault-date",
        FaultKind::NotATime => "fault-time",
        FaultKind::NotAPhone => "techniques-fault-phone",
        FaultKind::TooManyRows { .. } => "techniques-fault-rows",
        FaultKind::NoName => "techniques-fault-name",
        FaultKind::BeforeTheOneBefore => "techniques-fault-order",
        FaultKind::NotYesOrNo | FaultKind::NotOffered | FaultKind::OtherKind | FaultKind::NotAsked => "fault-choose",
    }
}

/// The hours of a grid's day, as the slots name them.
pub(super) fn slots(day: &str, from_hour: u8, to_hour: u8) -> Vec<(String, Option<Time>)> {
    let slot = |hour: u8| (format!("{day}-{hour:02}"), Time::parse(&format!("{hour:02}:00")));
    (from_hour..=to_hour).map(slot).collect()
}

#[cfg(test)]
mod tests {
    use ::techniques::read::Completeness;

    use super::super::super::catalogue;
    use super::*;

    fn form(id: &str) -> &'static Technique {
        catalogue().form(id).expect("it is built in")
    }

    #[test]
    fn a_filled_form_reads_as_the_answers_it_was_made_of() {
        let diary = form("sleep-diary");
        let typed = [("date", "2026-11-04"), ("to_bed", "22:30"), ("latency", "15")];
        let answers = diary.read(typed, Completeness::Draft).answers;
        let filled = filled(diary, &answers);
        assert_eq!((filled.value("date-day"), filled.value("date-month")), ("4", "11"));
        let fields: Vec<&Field> = diary.fields().collect();
        let part = part(&filled, &fields, None).expect("it reads");
        let pairs = part.typed.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        assert_eq!(diary.read(pairs, Completeness::Draft).answers, answers);
    }

    #[test]
    fn every_field_of_every_form_stands_on_one_page() {
        for form in catalogue().forms() {
            let answers = Answers::open(form);
            let leaves = leaves(form);
            for (at, step) in form.steps.iter().enumerate() {
                for field in step.fields.iter().filter(|field| field.only_if.is_none()) {
                    let days = leaves.iter().filter(|leaf| leaf.step == at);
                    let pages = days.filter(|leaf| leaf.fields(form, &answers).iter().any(|here| here.id == field.id));
                    let is_grid = matches!(field.kind, Kind::Grid { .. });
                    assert_eq!(pages.count(), if is_grid { 7 } else { 1 }, "{} of {}", field.id, form.id);
                }
            }
        }
    }

    #[test]
    fn a_sign_that_cannot_be_seen_is_a_fault_of_its_field() {
        let record = form("thought-record");
        let fields: Vec<&Field> = record.fields().collect();
        let refused = part(&Form::of([("situation", "At\u{202e} home")]), &fields, None);
        assert_eq!(refused, Err(Error::invalid("situation", "fault-signs")));
    }
}
