//! Invented courses: the totals that somebody reports from session to session, and the answers that add up to them.

use measures::Instrument;

use super::people::Member;

/// How somebody fares in the weeks that the demo tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fares {
    /// Clearly better.
    Better,
    /// A little better.
    Slowly,
    /// About the same.
    Same,
    /// Better at first, and worse again.
    Dips,
    /// Clearly worse, and in danger by now.
    Worse,
}

/// No week is quite like the trend.
const WOBBLE: [i32; 7] = [0, 3, -2, 2, -3, 5, -1];

impl Fares {
    /// The share of the highest total, in hundredths, before session `number`.
    const fn share(self, number: i32) -> i32 {
        let week = number - 1;
        match self {
            Self::Better => 66 - week * 8,
            Self::Slowly => 50 - week * 4,
            Self::Same => 54,
            Self::Dips if week < 3 => 60 - week * 6,
            Self::Dips => 42 + (week - 2) * 10,
            Self::Worse => 57 + week * 5,
        }
    }
}

/// What somebody answers before session `number`; `place` among the members makes people differ a little.
pub(super) fn answers(instrument: &Instrument, member: &Member, number: u32, place: usize) -> Vec<Option<usize>> {
    let number = i32::try_from(number).unwrap_or(1);
    match instrument.id.as_str() {
        "asq" => vec![Some(0), Some(0), Some(0), Some(0), None],
        "session-check-out" => instrument.items.iter().map(|_| Some(check_out(member, number))).collect(),
        "audit-c" => drinks(member, place).map(Some).to_vec(),
        _ => spread(instrument, share(member.fares, number, place), danger(member, number)),
    }
}

fn share(fares: Fares, number: i32, place: usize) -> i32 {
    let lean = i32::try_from(place % 4).unwrap_or(0) * 2;
    let week = usize::try_from(number).unwrap_or(0);
    fares.share(number) + lean + WOBBLE[(week + 3 * place) % WOBBLE.len()]
}

/// What somebody answers where a questionnaire asks about danger: mostly the lowest option.
fn danger(member: &Member, number: i32) -> usize {
    match (member.called, number) {
        ("Sam", 1) => 1,
        (_, 6..) if member.fares == Fares::Worse => 2,
        _ => 0,
    }
}

/// Most drink little; one tells of more.
fn drinks(member: &Member, place: usize) -> [usize; 3] {
    if member.called == "Rory" { [3, 2, 2] } else { [place % 3, 0, 0] }
}

/// One evening hurt Piotr, and the last one Yusuf.
fn check_out(member: &Member, number: i32) -> usize {
    let (fares, hurt) = (member.fares, [("Piotr", 3), ("Yusuf", 5)]);
    match fares {
        _ if hurt.contains(&(member.called, number)) => 4,
        Fares::Better | Fares::Slowly if number > 3 => 9,
        Fares::Better | Fares::Slowly => 8,
        Fares::Same | Fares::Dips => 7,
        Fares::Worse => 6,
    }
}

/// Spreads a share of the highest total over the items, but for those that ask about danger.
fn spread(instrument: &Instrument, share: i32, danger: usize) -> Vec<Option<usize>> {
    let highest = |place: usize| instrument.options(&instrument.items[place]).len().saturating_sub(1);
    let watched = |place: usize| instrument.signals.iter().any(|rule| rule.item == instrument.items[place].id);
    let places: Vec<usize> = (0..instrument.items.len()).filter(|place| !watched(*place)).collect();
    let most: usize = places.iter().map(|place| highest(*place)).sum();
    let wanted = usize::try_from(share).unwrap_or(0) * most / 100;
    let mut positions = vec![0; instrument.items.len()];
    for step in 0..wanted.min(most) {
        let place = places[step % places.len()];
        positions[place] = (positions[place] + 1).min(highest(place));
    }
    for place in (0..positions.len()).filter(|place| watched(*place)) {
        positions[place] = danger.min(highest(place));
    }
    positions.into_iter().map(Some).collect()
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::answers;
    use crate::demo::people::{ANXIETY, LOW_MOOD, SKILLS};

    #[test]
    fn one_person_alone_is_in_danger_in_the_end_and_another_was_at_the_start() {
        let phq = Catalogue::built_in().get("phq-9").expect("it is built in");
        let told = |place: usize, number| answers(phq, &LOW_MOOD[place], number, place)[8];
        assert_eq!([1, 5, 6].map(|number| told(1, number)), [Some(0), Some(0), Some(2)], "Kim");
        assert_eq!([1, 2, 6].map(|number| told(0, number)), [Some(1), Some(0), Some(0)], "Sam");
        assert!((2..LOW_MOOD.len()).all(|place| (1..=6).all(|number| told(place, number) == Some(0))));
    }

    #[test]
    fn every_course_fits_its_questionnaire() {
        for instrument in Catalogue::built_in().iter().filter(|known| known.has_wording()) {
            for (place, member) in [LOW_MOOD, ANXIETY, SKILLS].into_iter().flatten().enumerate() {
                for number in 1..=12 {
                    let given = answers(instrument, member, number, place);
                    assert!(instrument.answers(&given).is_ok(), "{} {} {number}", instrument.id, member.called);
                }
            }
        }
    }
}
