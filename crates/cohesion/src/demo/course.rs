//! Invented courses: the totals that somebody reports from session to session, and the answers that add up to them.

use measures::Instrument;

/// How somebody fares in the weeks that the demo tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fares {
    /// Clearly better.
    Better,
    /// A little better.
    Slowly,
    /// About the same.
    Same,
    /// Clearly worse, and in danger by now.
    Worse,
}

impl Fares {
    /// The share of the highest total, in hundredths, before session `number`.
    const fn share(self, number: u32) -> u32 {
        let week = number - 1;
        match self {
            Self::Better => 66_u32.saturating_sub(week * 8),
            Self::Slowly => 48_u32.saturating_sub(week * 3),
            Self::Same => 54 + (week % 3),
            Self::Worse => 57 + week * 5,
        }
    }
}

/// What somebody answers before session `number`; `lean` makes people differ a little.
pub(super) fn answers(instrument: &Instrument, fares: Fares, number: u32, lean: u32) -> Vec<Option<usize>> {
    match instrument.id.as_str() {
        "asq" => vec![Some(0), Some(0), Some(0), Some(0), None],
        "session-check-out" => instrument.items.iter().map(|_| Some(check_out(fares, number))).collect(),
        _ => spread(instrument, fares, number, lean),
    }
}

const fn check_out(fares: Fares, number: u32) -> usize {
    match fares {
        Fares::Better | Fares::Slowly => {
            if number > 3 {
                9
            } else {
                8
            }
        }
        Fares::Same => 7,
        Fares::Worse => 6,
    }
}

/// Spreads a total over the items. The item that asks about danger is touched only where somebody fares worse, and last.
fn spread(instrument: &Instrument, fares: Fares, number: u32, lean: u32) -> Vec<Option<usize>> {
    let highest = |place: usize| instrument.options(&instrument.items[place]).len().saturating_sub(1);
    let watched = |place: usize| instrument.signals.iter().any(|rule| rule.item == instrument.items[place].id);
    let places: Vec<usize> = (0..instrument.items.len()).filter(|place| !watched(*place)).collect();
    let most: usize = places.iter().map(|place| highest(*place)).sum();
    let wanted = usize::try_from(fares.share(number) + lean).unwrap_or(0) * most / 100;
    let mut positions = vec![0; instrument.items.len()];
    for step in 0..wanted.min(most) {
        let place = places[step % places.len()];
        positions[place] = (positions[place] + 1).min(highest(place));
    }
    for place in (0..positions.len()).filter(|place| watched(*place)) {
        positions[place] = if fares == Fares::Worse && number >= 6 { 2 } else { 0 };
    }
    positions.into_iter().map(Some).collect()
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::{Fares, answers};

    #[test]
    fn somebody_who_fares_worse_is_in_danger_only_at_the_sixth_session() {
        let phq = Catalogue::built_in().get("phq-9").expect("it is built in");
        let item_nine = |number| answers(phq, Fares::Worse, number, 0)[8];
        assert_eq!([1, 5, 6].map(item_nine), [Some(0), Some(0), Some(2)]);
        assert_eq!(answers(phq, Fares::Better, 6, 0)[8], Some(0));
    }

    #[test]
    fn every_course_fits_its_questionnaire() {
        for instrument in Catalogue::built_in().iter().filter(|known| known.has_wording()) {
            for fares in [Fares::Better, Fares::Slowly, Fares::Same, Fares::Worse] {
                let given = answers(instrument, fares, 6, 5);
                assert!(instrument.answers(&given).is_ok(), "{} {fares:?}", instrument.id);
            }
        }
    }
}
