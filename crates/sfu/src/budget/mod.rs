//! How one receiver's line is shared: sound first and always, then the pictures that matter most.

#[cfg(test)]
mod tests;

use std::time::{Duration, Instant};

use crate::act::Pictures;
use crate::seat::{LAYERS_MAX, Layer};
use crate::source::Rates;

/// What one voice weighs on the line, with its headers, in kbit/s.
pub(crate) const AUDIO_KBPS: u32 = 45;
/// With less for each picture than this, in kbit/s, no picture is worth what it costs the voices, unless all are lighter.
const TILE_KBPS_MIN: u32 = 100;
/// With as much for each picture, in kbit/s, and for so long, pictures come back. Of lighter ones, that part of their weight.
const TILE_KBPS_BACK: u32 = 160;
const BACK_AFTER: Duration = Duration::from_secs(3);

/// How much a picture matters to a receiver, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    Spotlight,
    Speaker,
    Tile,
}

/// One picture that a receiver could be sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tile {
    pub rank: Rank,
    pub rates: Rates,
    /// The layer that it has now.
    pub held: Option<Layer>,
}

/// Whether pictures are paused for want of bandwidth. Stays so until there has been plenty for a while.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    paused: bool,
    plenty_since: Option<Instant>,
}

impl Budget {
    /// Whether the line carries sound only.
    pub(crate) const fn is_paused(&self) -> bool {
        self.paused
    }

    /// The layer of each tile, in the tiles' order. `estimate_kbps` is what the line is thought to carry; until it is known,
    /// everybody is seen small.
    pub(crate) fn share(
        &mut self,
        estimate_kbps: Option<u32>,
        audios: usize,
        tiles: &[Tile],
        pictures: Pictures,
        now: Instant,
    ) -> Vec<Option<Layer>> {
        let Some(estimate_kbps) = estimate_kbps else {
            return allot(u32::MAX, tiles, pictures.min(Pictures::Smallest));
        };
        let left_kbps = estimate_kbps.saturating_sub(AUDIO_KBPS.saturating_mul(count(audios)));
        self.weigh(left_kbps, tiles, now);
        allot(left_kbps, tiles, if self.paused { Pictures::None } else { pictures })
    }

    fn weigh(&mut self, left_kbps: u32, tiles: &[Tile], now: Instant) {
        let pictures = count(tiles.len());
        let Some(each_kbps) = left_kbps.checked_div(pictures) else { return };
        let least: u32 = tiles.iter().map(|tile| tile.weight(smallest(tile))).fold(0, u32::saturating_add);
        let least_kbps = TILE_KBPS_MIN.min(least.div_ceil(pictures));
        if !self.paused {
            (self.paused, self.plenty_since) = (each_kbps < least_kbps, None);
        } else if each_kbps < least_kbps * TILE_KBPS_BACK / TILE_KBPS_MIN {
            self.plenty_since = None;
        } else {
            let since = *self.plenty_since.get_or_insert(now);
            self.paused = now.saturating_duration_since(since) < BACK_AFTER;
        }
    }
}

/// The smallest layer for each, in the order of their ranks, then larger ones in the same order, as far as it goes.
fn allot(mut left_kbps: u32, tiles: &[Tile], pictures: Pictures) -> Vec<Option<Layer>> {
    if pictures == Pictures::None {
        return vec![None; tiles.len()];
    }
    let mut order: Vec<usize> = (0..tiles.len()).collect();
    order.sort_by_key(|&tile| tiles[tile].rank);
    let mut layers = vec![None; tiles.len()];
    for (place, &tile) in order.iter().enumerate() {
        let weight_kbps = tiles[tile].weight(smallest(&tiles[tile]));
        if place == 0 || weight_kbps <= left_kbps {
            layers[tile] = Some(smallest(&tiles[tile]));
            left_kbps = left_kbps.saturating_sub(weight_kbps);
        }
    }
    for &tile in order.iter().filter(|_| pictures == Pictures::All) {
        let Some(small) = layers[tile] else { continue };
        let may_weigh = left_kbps.saturating_add(tiles[tile].weight(small));
        let larger = tiles[tile].largest_within(may_weigh).unwrap_or(small).max(small);
        left_kbps = may_weigh.saturating_sub(tiles[tile].weight(larger));
        layers[tile] = Some(larger);
    }
    layers
}

impl Tile {
    /// What a layer weighs, in kbit/s; nothing if it is not coming.
    fn weight(&self, layer: Layer) -> u32 {
        self.rates[layer.place()].unwrap_or(0)
    }

    fn largest_within(&self, left_kbps: u32) -> Option<Layer> {
        let mut larger = (0..LAYERS_MAX).rev().filter_map(Layer::at);
        larger.find(|&layer| self.rates[layer.place()].is_some_and(|kbps| self.asks_kbps(layer, kbps) <= left_kbps))
    }

    /// A layer above the one it has must fit with room to spare, or the picture would go to and fro.
    fn asks_kbps(&self, layer: Layer, kbps: u32) -> u32 {
        if self.held.is_some_and(|held| held >= layer) { kbps } else { kbps.saturating_add(kbps / 5) }
    }
}

/// The smallest layer that is coming; a camera that sends nothing yet is awaited at its smallest.
fn smallest(tile: &Tile) -> Layer {
    tile.rates.iter().position(Option::is_some).and_then(Layer::at).unwrap_or_default()
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
