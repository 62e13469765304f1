//! Printed questions that no score uses: those behind an item ("If yes, how?") and those at the end of the form.

use std::collections::BTreeMap;

use measures::Instrument;
use measures::instrument::Choice;
use serde::{Deserialize, Serialize};

use crate::access::{Grant, Tie};
use crate::limits::ASIDE_CHARS_MAX;
use crate::{Error, Result};

/// What was answered to one of them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aside {
    /// The position of the chosen option, from 0.
    Chosen(usize),
    /// The person's own words.
    Written(String),
}

/// Answers to them, by the question's id. What was left open is not among them.
pub type Asides = BTreeMap<String, Aside>;

/// One such question as it is printed.
#[derive(Clone, Debug)]
pub struct AsideQuestion {
    /// Its id within the form, unlike any other there.
    pub id: String,
    /// The exact words.
    pub text: &'static str,
    /// What can be chosen, in printed order; `None` where words are asked for.
    pub options: Option<&'static [Choice]>,
    /// Whether nobody but the leader reads the answer.
    pub leader_only: bool,
}

/// The question that asks for words behind the item at `place`, if there is one.
pub(super) fn behind(instrument: &'static Instrument, place: usize) -> Option<AsideQuestion> {
    let item = instrument.items.get(place)?;
    let text = item.prompt.as_deref()?;
    Some(AsideQuestion { id: format!("item-{}", item.id), text, options: None, leader_only: false })
}

/// The questions at the end of the form, in printed order.
pub(super) fn at_the_end(instrument: &'static Instrument) -> impl Iterator<Item = AsideQuestion> {
    instrument.extras.iter().map(|extra| {
        let set = extra.options.as_ref().and_then(|id| instrument.option_sets.iter().find(|set| set.id == *id));
        AsideQuestion {
            id: extra.id.clone(),
            text: &extra.text,
            options: set.map(|set| set.options.as_slice()),
            leader_only: extra.leader_only,
        }
    })
}

/// How many questions somebody is asked: the items, and what the form asks at its end.
pub fn questions(instrument: &Instrument) -> usize {
    instrument.items.len() + instrument.extras.len()
}

/// What the form asks beside the score at its question `number`, counted from 1: behind an item, or at its end.
pub(super) fn at_step(instrument: &'static Instrument, number: usize) -> Option<AsideQuestion> {
    match number.checked_sub(instrument.items.len() + 1) {
        Some(at) => at_the_end(instrument).nth(at),
        None => behind(instrument, number.checked_sub(1)?),
    }
}

/// Every such question of the form.
pub(super) fn all(instrument: &'static Instrument) -> impl Iterator<Item = AsideQuestion> {
    (0..instrument.items.len()).filter_map(move |place| behind(instrument, place)).chain(at_the_end(instrument))
}

impl std::fmt::Debug for Aside {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Aside([sealed])")
    }
}

impl AsideQuestion {
    /// Whether an answer is one that this question can have.
    fn takes(&self, answer: &Aside) -> bool {
        match (answer, self.options) {
            (Aside::Chosen(position), Some(options)) => *position < options.len(),
            (Aside::Written(words), None) => !words.is_empty() && words.chars().count() <= ASIDE_CHARS_MAX,
            _ => false,
        }
    }
}

/// Refuses answers to questions that the form does not ask, or that they cannot have.
pub(super) fn check(instrument: &'static Instrument, asides: &Asides) -> Result<()> {
    let fits = |(id, answer): (&String, &Aside)| all(instrument).any(|asked| asked.id == *id && asked.takes(answer));
    if asides.iter().all(fits) { Ok(()) } else { Err(Error::invalid("answers", "assessments-fault-answers")) }
}

/// Takes out what was written for the leader alone, unless the leader or its author reads it.
pub(super) fn keep_for_reader(instrument: Option<&'static Instrument>, grant: &Grant, asides: &mut Asides) {
    if matches!(grant.tie(), Tie::Oneself | Tie::Leader) {
        return;
    }
    let kept_back: Vec<String> =
        instrument.into_iter().flat_map(all).filter(|asked| asked.leader_only).map(|asked| asked.id).collect();
    asides.retain(|id, _| !kept_back.contains(id));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use measures::Catalogue;

    use super::*;

    fn built_in(id: &str) -> &'static Instrument {
        Catalogue::built_in().get(id).expect("it is built in")
    }

    #[test]
    fn no_two_questions_of_a_form_share_an_id() {
        for instrument in Catalogue::built_in().iter() {
            let ids: Vec<String> = all(instrument).map(|asked| asked.id).collect();
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{}", instrument.id);
        }
    }

    #[test]
    fn every_printed_question_is_found() {
        let ids = |id| all(built_in(id)).map(|asked| asked.id).collect::<Vec<_>>();
        assert_eq!(ids("asq"), ["item-4", "item-5"]);
        assert_eq!(ids("phq-9"), ["difficulty"]);
        assert_eq!(ids("session-check-out"), ["one_change", "for_the_leader"]);
        assert_eq!(questions(built_in("phq-9")), 10);
    }

    #[test]
    fn an_answer_that_a_question_cannot_have_is_refused() {
        let phq = built_in("phq-9");
        let one = |id: &str, answer| Asides::from([(id.to_owned(), answer)]);
        assert_eq!(check(phq, &one("difficulty", Aside::Chosen(3))), Ok(()));
        for (id, answer) in [
            ("difficulty", Aside::Chosen(4)),
            ("difficulty", Aside::Written("very".to_owned())),
            ("elsewhere", Aside::Chosen(0)),
        ] {
            assert!(check(phq, &one(id, answer)).is_err(), "{id}");
        }
        let long = Aside::Written("a".repeat(ASIDE_CHARS_MAX + 1));
        assert!(check(built_in("session-check-out"), &one("one_change", long)).is_err());
    }
}
