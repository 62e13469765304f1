//! When a member's rating of a session tells of strain, and what the next rating makes of it. Pure.
//!
//! The check-out's own words are all kind ones, so a feeling of not being safe or understood shows as a fall. Two bounds, both
//! against the member's own earlier ratings that told of no strain, of which there must be two: the three items of the bond
//! fall by two points on average, or one of them falls by three.

use crate::assessments::{AssignmentId, Rating};

/// The items of the check-out that tell of the bond.
const BOND: [&str; 3] = ["safe", "understood_by_members", "understood_by_leader"];

/// How far the bond falls on average, in points.
const FALL_OF_BOND: f64 = 2.0;
/// How far one of its items falls.
const FALL_OF_ITEM: f64 = 3.0;
/// So many earlier ratings must be there.
const EARLIER_MIN: usize = 2;

/// What fell, and how far below the member's own mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Fall {
    /// The item; nothing where it is the whole bond.
    pub item: Option<&'static str>,
    /// The member's own mean until then.
    pub own_mean: f64,
    /// What they gave now.
    pub now: f64,
}

/// Where a strain is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Somebody is to do something about it.
    Open,
    /// Something was done, and the next rating has not come yet.
    Waiting,
    /// Something was done, and the next rating fell as well: it is open again.
    Again,
    /// Something was done, and the next rating was as before.
    Mended,
    /// The next rating was as before, and nothing was written about it.
    Passed,
}

impl State {
    /// Whether somebody is to do something.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Again)
    }
}

/// A strain: from the rating that fell on.
#[derive(Clone, Debug, PartialEq)]
pub struct Rupture {
    /// The rating that fell.
    pub rating: AssignmentId,
    /// Its place among the member's ratings.
    pub at: usize,
    /// What fell first.
    pub fall: Fall,
    /// The ratings after it that belong to it, by their places; the last one decided how it stands.
    pub next: Vec<usize>,
    /// Where it is.
    pub state: State,
}

/// The strains that one member's ratings tell of, in their order. `mended` answers how many ratings had come when each repair
/// of a rating was written.
pub(super) fn ruptures(ratings: &[Rating], mended: impl Fn(AssignmentId) -> Vec<usize>) -> Vec<Rupture> {
    let mut found: Vec<Rupture> = Vec::new();
    let mut calm: Vec<&Rating> = Vec::new();
    for (at, rating) in ratings.iter().enumerate() {
        let fall = fall(&calm, rating);
        let under_way = found.last_mut().filter(|rupture| !matches!(rupture.state, State::Mended | State::Passed));
        match (under_way, fall) {
            (Some(rupture), fall) => {
                let was_written = mended(rupture.rating).into_iter().any(|until| until <= at);
                rupture.next.push(at);
                rupture.state = match (&fall, was_written) {
                    (None, true) => State::Mended,
                    (None, false) => State::Passed,
                    (Some(_), true) => State::Again,
                    (Some(_), false) => State::Open,
                };
                if fall.is_none() {
                    calm.push(rating);
                }
            }
            (None, Some(fall)) => {
                found.push(Rupture { rating: rating.assignment, at, fall, next: Vec::new(), state: State::Open });
            }
            (None, None) => calm.push(rating),
        }
    }
    let all = ratings.len();
    for rupture in found.iter_mut().filter(|rupture| rupture.state.is_open()) {
        // Written after the last rating: the next one decides.
        if mended(rupture.rating).into_iter().any(|until| until >= all) {
            rupture.state = State::Waiting;
        }
    }
    found
}

/// What fell, if anything did.
fn fall(calm: &[&Rating], now: &Rating) -> Option<Fall> {
    if calm.len() < EARLIER_MIN {
        return None;
    }
    let earlier_bonds: Vec<f64> = calm.iter().filter_map(|rating| bond(rating)).collect();
    if let (Some(own_mean), Some(now)) = (mean(&earlier_bonds), bond(now))
        && own_mean - now >= FALL_OF_BOND
    {
        return Some(Fall { item: None, own_mean, now });
    }
    BOND.into_iter().find_map(|item| {
        let earlier: Vec<f64> = calm.iter().filter_map(|rating| value(rating, item)).collect();
        let (own_mean, now) = (mean(&earlier)?, value(now, item)?);
        (own_mean - now >= FALL_OF_ITEM).then_some(Fall { item: Some(item), own_mean, now })
    })
}

/// The mean of the bond's items; nothing where one was left out.
pub(super) fn bond(rating: &Rating) -> Option<f64> {
    let values: Option<Vec<f64>> = BOND.into_iter().map(|item| value(rating, item)).collect();
    mean(&values?)
}

fn value(rating: &Rating, item: &str) -> Option<f64> {
    rating.values.iter().find(|(known, _)| *known == item).map(|(_, value)| f64::from(*value))
}

fn mean(values: &[f64]) -> Option<f64> {
    let count = u32::try_from(values.len()).ok().filter(|count| *count > 0)?;
    Some(values.iter().sum::<f64>() / f64::from(count))
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::clock::Timestamp;

    /// Ratings of safe, understood by members, understood by the leader.
    fn ratings(given: &[[i32; 3]]) -> Vec<Rating> {
        let rating = |(at, given): (u8, &[i32; 3])| Rating {
            assignment: AssignmentId([at; 16]),
            session: None,
            at: Timestamp(i64::from(at)),
            values: BOND.iter().zip(given).map(|(item, value)| (*item, *value)).collect(),
        };
        (0..).zip(given).map(rating).collect()
    }

    fn states(given: &[[i32; 3]], mended: &[usize]) -> Vec<(usize, State)> {
        let found = ruptures(&ratings(given), |_| mended.to_vec());
        found.into_iter().map(|rupture| (rupture.at, rupture.state)).collect()
    }

    #[test]
    fn a_fall_of_the_bond_by_two_points_opens_a_task() {
        // Means 8 and 8, then 6: exactly two points.
        assert_eq!(states(&[[8, 8, 8], [8, 8, 8], [6, 6, 6]], &[]), [(2, State::Open)]);
        // (7 + 6 + 6) / 3 = 6.33: less than two.
        assert_eq!(states(&[[8, 8, 8], [8, 8, 8], [7, 6, 6]], &[]), []);
        let found = ruptures(&ratings(&[[9, 8, 7], [7, 8, 9], [6, 6, 6]]), |_| Vec::new());
        assert_eq!(found[0].fall, Fall { item: None, own_mean: 8.0, now: 6.0 });
    }

    #[test]
    fn a_fall_of_one_item_by_three_points_opens_one_too() {
        // The bond falls by 1 only; feeling safe falls from 9 to 6.
        let found = ruptures(&ratings(&[[9, 8, 8], [9, 8, 8], [6, 8, 8]]), |_| Vec::new());
        assert_eq!(found[0].fall, Fall { item: Some("safe"), own_mean: 9.0, now: 6.0 });
        assert_eq!(states(&[[9, 8, 8], [9, 8, 8], [7, 8, 8]], &[]), [], "two points of one item are not enough");
    }

    #[test]
    fn nothing_is_said_before_two_earlier_ratings_and_nobody_is_held_against_others() {
        assert_eq!(states(&[[9, 9, 9], [2, 2, 2]], &[]), []);
        assert_eq!(states(&[[3, 3, 3], [3, 3, 3], [3, 3, 3]], &[]), [], "low, and as low as ever");
    }

    #[test]
    fn what_was_done_waits_for_the_next_rating_which_closes_or_reopens_it() {
        let fallen = [[8, 8, 8], [8, 8, 8], [4, 4, 4]];
        assert_eq!(states(&fallen, &[3]), [(2, State::Waiting)]);
        let better: Vec<[i32; 3]> = fallen.iter().copied().chain([[8, 7, 8]]).collect();
        assert_eq!(states(&better, &[3]), [(2, State::Mended)]);
        assert_eq!(states(&better, &[]), [(2, State::Passed)]);
        let worse: Vec<[i32; 3]> = fallen.iter().copied().chain([[4, 4, 5]]).collect();
        assert_eq!(states(&worse, &[3]), [(2, State::Again)]);
        assert_eq!(states(&worse, &[3, 4]), [(2, State::Waiting)], "a second repair after it");
        assert_eq!(states(&worse, &[]), [(2, State::Open)]);
    }

    #[test]
    fn a_strain_does_not_lower_what_the_next_is_held_against() {
        // 8, 8, then 4 (strain, passed by 8), then 5: against 8, 8, 8.
        let given = [[8, 8, 8], [8, 8, 8], [4, 4, 4], [8, 8, 8], [5, 5, 5]];
        assert_eq!(states(&given, &[]), [(2, State::Passed), (4, State::Open)]);
    }

    #[test]
    fn an_item_that_was_left_out_says_nothing_of_the_whole() {
        let mut given = ratings(&[[8, 8, 8], [8, 8, 8], [6, 6, 6]]);
        given[2].values.remove(0);
        assert_eq!(ruptures(&given, |_| Vec::new()), []);
    }
}
