//! Lines of every width, and what they carry.

use std::time::{Duration, Instant};

use super::{Budget, Rank, Tile};
use crate::act::Pictures;
use crate::seat::Layer;

const FULL: [Option<u32>; 3] = [Some(120), Some(400), Some(1_200)];

fn tile(rank: Rank) -> Tile {
    Tile { rank, rates: FULL, held: None }
}

fn four() -> [Tile; 4] {
    [tile(Rank::Tile), tile(Rank::Spotlight), tile(Rank::Speaker), tile(Rank::Tile)]
}

fn share(kbps: u32, tiles: &[Tile]) -> Vec<Option<usize>> {
    let shared = Budget::default().share(Some(kbps), 4, tiles, Pictures::All, Instant::now());
    shared.into_iter().map(|layer| layer.map(Layer::place)).collect()
}

#[test]
fn the_spotlight_grows_first_then_those_who_speak_then_the_others() {
    let sound = 4 * 45;
    for (kbps, layers) in [
        (sound + 399, [None; 4]),
        (sound + 480, [Some(0), Some(0), Some(0), Some(0)]),
        (sound + 900, [Some(0), Some(1), Some(0), Some(0)]),
        (sound + 1_240, [Some(0), Some(1), Some(1), Some(0)]),
        (sound + 1_900, [Some(0), Some(2), Some(0), Some(0)]),
        (sound + 9_000, [Some(2); 4]),
    ] {
        assert_eq!(share(kbps, &four()), layers, "{kbps} kbit/s");
    }
}

#[test]
fn before_the_estimate_is_known_everybody_is_seen_small() {
    let now = Instant::now();
    let shared = Budget::default().share(None, 4, &four(), Pictures::All, now);
    assert_eq!(shared, vec![Layer::at(0); 4]);
    assert_eq!(Budget::default().share(None, 4, &four(), Pictures::None, now), vec![None; 4]);
}

#[test]
fn a_size_that_one_has_is_kept_where_it_would_not_be_taken_anew() {
    let mut tiles = [tile(Rank::Tile)];
    assert_eq!(share(4 * 45 + 450, &tiles), [Some(0)]);
    tiles[0].held = Layer::at(1);
    assert_eq!(share(4 * 45 + 450, &tiles), [Some(1)]);
}

#[test]
fn a_size_that_does_not_come_is_not_chosen() {
    let tiles = [Tile { rates: [None, Some(300), None], ..tile(Rank::Tile) }];
    assert_eq!(share(9_000, &tiles), [Some(1)]);
    let heavy = [Tile { rates: [Some(900), None, None], ..tile(Rank::Tile) }; 2];
    assert_eq!(share(4 * 45 + 1_000, &heavy), [Some(0), None], "who does not fit is left out; who matters most is not");
}

#[test]
fn light_pictures_are_not_paused_while_all_of_them_fit() {
    let light = [Tile { rates: [Some(40), None, None], ..tile(Rank::Tile) }; 3];
    assert_eq!(share(4 * 45 + 125, &light), [Some(0); 3]);
    assert_eq!(share(4 * 45 + 115, &light), [None; 3]);
}

#[test]
fn pictures_come_back_after_three_seconds_of_plenty_and_not_sooner() {
    let began = Instant::now();
    let mut budget = Budget::default();
    let mut at = |ms: u64, each_kbps: u32| {
        let now = began + Duration::from_millis(ms);
        budget.share(Some(4 * 45 + 4 * each_kbps), 4, &four(), Pictures::All, now);
        budget.is_paused()
    };
    assert!(!at(0, 100));
    assert!(at(250, 99));
    assert!(at(5_000, 159), "not enough, for however long");
    assert!(at(6_000, 160));
    assert!(at(8_000, 159), "and begins anew");
    assert!(at(9_000, 200));
    assert!(at(11_999, 200));
    assert!(!at(12_000, 200));
    assert!(!at(12_250, 100), "it takes less to keep them than to get them back");
}
