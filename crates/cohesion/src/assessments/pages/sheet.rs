//! A questionnaire as a form: which field belongs to which item, read and filled in.

use measures::Instrument;

use super::super::Draft;
use crate::web::Form;

/// The form's field of the item at `place`, counted from 0; people count from 1.
pub(super) fn field(place: usize) -> String {
    format!("q{}", place + 1)
}

/// The draft as a filled-in form.
pub(super) fn filled(draft: &Draft) -> Form {
    let answered = draft.positions.iter().enumerate();
    Form::of(answered.filter_map(|(place, position)| Some((field(place), position.as_ref()?.to_string()))))
}

/// What the form says, laid over what was kept before: items that are not on the form keep their answer.
pub(super) fn over(mut draft: Draft, instrument: &Instrument, form: &Form) -> Draft {
    draft.positions.resize(instrument.items.len(), None);
    for (place, (item, kept)) in instrument.items.iter().zip(&mut draft.positions).enumerate() {
        let typed = form.value(&field(place)).parse().ok();
        if let Some(position) = typed.filter(|position| *position < instrument.options(item).len()) {
            *kept = Some(position);
        }
    }
    draft
}

/// The first question that has no answer yet, counted from 1; the last one where all have.
pub(super) fn first_open(draft: &Draft, instrument: &Instrument) -> usize {
    let count = instrument.items.len();
    let open = (0..count).find(|place| draft.positions.get(*place).copied().flatten().is_none());
    open.map_or(count, |place| place + 1)
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::*;

    #[test]
    fn an_answer_that_is_not_on_the_form_is_kept() {
        let gad = Catalogue::built_in().get("gad-7").expect("it is built in");
        let kept = Draft { positions: vec![Some(1), Some(2)] };
        let draft = over(kept, gad, &Form::of([("q3", "3"), ("q4", "9"), ("q5", "much")]));
        assert_eq!(draft.positions, [Some(1), Some(2), Some(3), None, None, None, None]);
        assert_eq!(first_open(&draft, gad), 4);
    }

    #[test]
    fn a_filled_form_reads_as_the_draft_it_was_made_of() {
        let gad = Catalogue::built_in().get("gad-7").expect("it is built in");
        let draft = Draft { positions: vec![Some(0), None, Some(3), None, None, Some(1), Some(2)] };
        assert_eq!(over(Draft::default(), gad, &filled(&draft)), draft);
    }
}
