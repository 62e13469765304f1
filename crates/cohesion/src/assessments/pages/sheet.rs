//! A questionnaire as a form: which field belongs to which question, read and filled in.

use std::collections::BTreeMap;

use maud::Markup;
use measures::{Catalogue, Instrument};

use super::super::aside::{all, at_step};
use super::super::{Aside, AsideQuestion, Draft, Part, questions};
use crate::limits::ASIDE_CHARS_MAX;
use crate::web::{Check, Fields, Form};
use crate::{Error, Result};

/// The form's field of the item at `place`, counted from 0; people count from 1.
pub(super) fn field(place: usize) -> String {
    format!("q{}", place + 1)
}

/// The form's field of a question that no score uses.
pub(super) fn aside_field(asked: &AsideQuestion) -> String {
    format!("x-{}", asked.id)
}

/// Says in the form which questionnaire it was drawn for.
pub(super) fn drawn_for(fields: &Fields<'_>, instrument: &Instrument) -> Markup {
    fields.hidden("form", &instrument.id)
}

/// The draft as a filled-in form.
pub(super) fn filled(draft: &Draft) -> Form {
    let items = draft.positions.iter().enumerate();
    let items = items.filter_map(|(place, position)| Some((field(place), position.as_ref()?.to_string())));
    let asides = draft.asides.iter().map(|(id, answer)| match answer {
        Aside::Chosen(position) => (format!("x-{id}"), position.to_string()),
        Aside::Written(words) => (format!("x-{id}"), words.clone()),
    });
    Form::of(items.chain(asides))
}

/// What the form says, for the questionnaire that it was drawn for.
pub(super) fn part(form: &Form) -> Result<Part> {
    let instrument = drawn(form)?;
    let mut positions = BTreeMap::new();
    for (place, item) in instrument.items.iter().enumerate() {
        let typed = form.value(&field(place)).parse().ok();
        if let Some(position) = typed.filter(|position| *position < instrument.options(item).len()) {
            positions.insert(place, Some(position));
        }
    }
    let mut check = Check::new(form);
    let mut asides = BTreeMap::new();
    for asked in all(instrument).filter(|asked| form.ticked(&aside_field(asked))) {
        let answer = aside(&mut check, form, &asked);
        asides.insert(asked.id, answer);
    }
    check.done(|| Some(Part { form: instrument.id.clone(), positions, asides }))
}

/// A question that is skipped loses the answers it had, whatever its page holds.
pub(super) fn skipped(form: &Form, number: usize) -> Result<Part> {
    let instrument = drawn(form)?;
    let place = number.checked_sub(1).ok_or(Error::NotFound)?;
    let item = (place < instrument.items.len()).then_some((place, None));
    let asked = at_step(instrument, number);
    Ok(Part {
        form: instrument.id.clone(),
        positions: item.into_iter().collect(),
        asides: asked.into_iter().map(|asked| (asked.id, None)).collect(),
    })
}

fn drawn(form: &Form) -> Result<&'static Instrument> {
    let known = Catalogue::built_in().get(form.value("form"));
    known.map_err(|_| Error::invalid("form", "assessments-fault-answers"))
}

/// The first question that has no answer yet, counted from 1; the last one where all have.
pub(super) fn first_open(draft: &Draft, instrument: &'static Instrument) -> usize {
    let count = questions(instrument);
    let is_open = |number: &usize| {
        let beside = || at_step(instrument, *number).is_none_or(|asked| !draft.asides.contains_key(&asked.id));
        draft.positions.get(number - 1).map_or_else(beside, Option::is_none)
    };
    (1..=count).find(is_open).unwrap_or(count)
}

/// The question after `number`; `None` where the form ends. It can end its items early, and still asks what stands at its end.
pub(super) fn next(draft: &Draft, instrument: &'static Instrument, number: usize) -> Option<usize> {
    let items = instrument.items.len();
    let answered = draft.positions.get(..number);
    let ends_here = number <= items && answered.is_some_and(|answered| instrument.answers(answered).is_ok());
    let next = if ends_here { items + 1 } else { number + 1 };
    (next <= questions(instrument)).then_some(next)
}

/// Nothing typed takes back the answer there was; what cannot be kept is noted as a fault.
fn aside(check: &mut Check<'_>, form: &Form, asked: &AsideQuestion) -> Option<Aside> {
    let name = aside_field(asked);
    if let Some(options) = asked.options {
        let chosen = form.value(&name).parse().ok().filter(|position| *position < options.len());
        return chosen.map(Aside::Chosen);
    }
    let words = check.area(&name, 0..=ASIDE_CHARS_MAX);
    words.filter(|words| !words.is_empty()).map(Aside::Written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in(id: &str) -> &'static Instrument {
        Catalogue::built_in().get(id).expect("it is built in")
    }

    #[test]
    fn a_form_says_what_stands_on_it_and_nothing_of_the_rest() {
        let read = part(&Form::of([("form", "gad-7"), ("q3", "3"), ("q4", "9"), ("q5", "much")])).expect("it reads");
        assert_eq!(read.positions, BTreeMap::from([(2, Some(3))]));
        assert!(part(&Form::of([("q3", "3")])).is_err(), "it must say what it was drawn for");
    }

    #[test]
    fn a_filled_form_reads_as_the_draft_it_was_made_of() {
        let check_out = built_in("session-check-out");
        let asides = [("one_change", Aside::Written("Fewer\nrounds".to_owned()))];
        let draft = Draft {
            positions: vec![Some(0), None, Some(3), None, Some(10)],
            asides: asides.map(|(id, answer)| (id.to_owned(), answer)).into(),
        };
        let pairs = filled(&draft).pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>();
        let read =
            part(&Form::of(pairs.into_iter().chain([("form".to_owned(), check_out.id.clone())]))).expect("it reads");
        let mut again = Draft { positions: vec![None; 5], ..Draft::default() };
        again.lay(&read, check_out);
        assert_eq!(again, draft);
        assert_eq!(first_open(&draft, check_out), 2);
    }

    #[test]
    fn words_that_are_too_long_are_a_fault_and_empty_ones_take_back() {
        let of = |words: &str| part(&Form::of([("form", "session-check-out"), ("x-one_change", words)]));
        assert!(of(&"a".repeat(ASIDE_CHARS_MAX + 1)).is_err());
        assert_eq!(of("  ").expect("it reads").asides, BTreeMap::from([("one_change".to_owned(), None)]));
    }

    #[test]
    fn a_form_that_ends_early_still_asks_what_stands_at_its_end() {
        let calm = Draft { positions: vec![Some(0); 4], ..Draft::default() };
        assert_eq!(next(&calm, built_in("asq"), 4), None, "its fifth question is for those who said yes");
        let told = Draft { positions: vec![Some(1), Some(0), Some(0), Some(0), None], ..Draft::default() };
        assert_eq!(next(&told, built_in("asq"), 4), Some(5));
        let phq = Draft { positions: vec![Some(0); 9], ..Draft::default() };
        assert_eq!([8, 9, 10].map(|number| next(&phq, built_in("phq-9"), number)), [Some(9), Some(10), None]);
    }
}
