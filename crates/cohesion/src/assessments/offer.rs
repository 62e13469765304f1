//! A question about danger is asked only where somebody is there to read the answer the same day (domain.md B1).

use measures::{Catalogue, Instrument};

use super::wording::instrument_here;
use crate::id::GroupId;
use crate::work::Work;
use crate::{Error, Result, safety};

/// Pairs of questionnaires that ask the same, the first with a question about danger, the second without.
const STAND_INS: [(&str, &str); 1] = [("phq-9", "phq-8")];

/// What may be asked now in place of what is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Offer {
    /// This.
    Ask(&'static Instrument),
    /// Nothing, until somebody is on duty: it asks about danger, and nothing can take its place.
    Wait,
}

/// A questionnaire that is known and has its wording.
pub(super) async fn askable(work: &mut Work<'_>, id: &str) -> Result<&'static Instrument> {
    let known = instrument_here(work, id).await.ok().filter(|known| known.has_wording());
    known.ok_or(Error::invalid("instrument", "assessments-fault-instrument"))
}

/// What may be asked in this group now in place of `wanted`.
pub(super) async fn offered(work: &mut Work<'_>, group: GroupId, wanted: &'static Instrument) -> Result<Offer> {
    if wanted.signals.is_empty() || safety::duty(work, Some(group)).await?.is_some() {
        return Ok(Offer::Ask(wanted));
    }
    Ok(match stand_in(wanted) {
        Some(id) => Offer::Ask(askable(work, id).await?),
        None => Offer::Wait,
    })
}

/// The form that was drawn for an assignment, by the id that the form says: the one that is asked, or its twin with or
/// without the question about danger. An answer is never dropped because the duty changed while somebody was answering.
pub(super) fn drawn(asked: &'static Instrument, form: &str) -> Result<&'static Instrument> {
    let twin = STAND_INS
        .iter()
        .any(|(with, without)| (asked.id == *with && form == *without) || (asked.id == *without && form == *with));
    match form {
        same if same == asked.id => Ok(asked),
        other if twin => Catalogue::built_in().get(other).map_err(|_| Error::NotFound),
        _ => Err(Error::NotFound),
    }
}

fn stand_in(wanted: &Instrument) -> Option<&'static str> {
    STAND_INS.iter().find(|(with, _)| *with == wanted.id).map(|(_, without)| *without)
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::{STAND_INS, drawn, stand_in};

    #[test]
    fn a_stand_in_asks_the_same_questions_but_those_about_danger() {
        for (with, without) in STAND_INS {
            let (with, without) =
                (Catalogue::built_in().get(with).unwrap(), Catalogue::built_in().get(without).unwrap());
            let texts =
                |of: &'static measures::Instrument| of.items.iter().map(|item| item.text.clone()).collect::<Vec<_>>();
            assert!(texts(with).starts_with(&texts(without)), "an answer keeps its place in both");
            assert!(!with.signals.is_empty() && without.signals.is_empty());
            assert_eq!(stand_in(with), Some(without.id.as_str()));
        }
    }

    #[test]
    fn a_form_that_was_not_drawn_for_an_assignment_is_not_taken() {
        let get = |id| Catalogue::built_in().get(id).unwrap();
        assert_eq!(drawn(get("phq-9"), "phq-8").unwrap().id, "phq-8");
        assert_eq!(drawn(get("phq-8"), "phq-9").unwrap().id, "phq-9");
        assert_eq!(drawn(get("gad-7"), "gad-7").unwrap().id, "gad-7");
        assert!(drawn(get("gad-7"), "phq-9").is_err());
        assert!(drawn(get("asq"), "phq-8").is_err());
    }
}
