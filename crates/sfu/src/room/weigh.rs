//! A few times a second: what each receiver's line carries, and which pictures it gets for it.

use std::time::Instant;

use floor::Seat;

use super::sound::Lively;
use super::{Ask, Cut, Member, Room};
use crate::act::Pictures;
use crate::budget::{AUDIO_KBPS, Rank, Tile};
use crate::output::Event;
use crate::seat::{Circle, Kind, Layer};
use crate::track::Feed;

/// What is asked of a line at least, in kbit/s, so that it is known to carry the next picture when it comes.
const WISH_KBPS_MIN: u32 = 1_000;

/// What follows from weighing.
#[derive(Debug, Default)]
pub(crate) struct Weighed {
    /// Key frames to ask for.
    pub asks: Vec<Ask>,
    /// Slots whose last picture is not to be seen any more.
    pub cuts: Vec<Cut>,
    /// What each receiver's line would carry at best, in kbit/s.
    pub wishes: Vec<(Seat, u32)>,
}

impl Room {
    /// Shares each line anew and settles the levels.
    pub(crate) fn weigh(&mut self, now: Instant) -> Weighed {
        self.now = now;
        self.settle_levels(now);
        self.remap();
        let mut weighed = Weighed { cuts: self.cuts(), ..Weighed::default() };
        for receiver in 0..self.members.len() {
            self.weigh_one(receiver, now, &mut weighed);
        }
        weighed
    }

    fn settle_levels(&mut self, now: Instant) {
        let now_ms = self.since_opened_ms(now);
        if self.members.iter().any(|member| member.circle == Circle::default()) {
            self.levels.settle(now_ms);
        } else {
            self.levels.skip(now_ms);
        }
    }

    fn weigh_one(&mut self, receiver: usize, now: Instant, weighed: &mut Weighed) {
        let audios = self
            .behind(receiver, Kind::Audio)
            .filter(|(_, speaker)| speaker.source(Kind::Audio).is_coming(now))
            .count();
        self.await_cameras(receiver);
        let seen: Vec<(usize, Seat, Tile)> = self.tiles(receiver, now);
        let tiles: Vec<Tile> = seen.iter().map(|(_, _, tile)| *tile).collect();
        let member = &mut self.members[receiver];
        let (estimate_kbps, was_paused) = (member.estimate_kbps(now), member.budget.is_paused());
        let layers = member.budget.share(estimate_kbps, audios, &tiles, member.view.pictures, now);
        for ((place, seat, _), layer) in seen.iter().zip(layers) {
            member.places_mut(Kind::Video)[*place].track.want(layer.map(|layer| Feed { seat: *seat, layer }));
        }
        match (was_paused, member.budget.is_paused()) {
            (false, true) => self.events.push((member.seat, Event::AudioOnly)),
            (true, false) => self.events.push((member.seat, Event::PicturesBack)),
            _ => {}
        }
        let wish_kbps = wish(audios, &tiles);
        if self.members[receiver].wishes(wish_kbps) {
            weighed.wishes.push((self.members[receiver].seat, wish_kbps));
        }
        self.ask_for_waiting(receiver, now, weighed);
    }

    /// A camera that sends nothing yet is awaited at its smallest layer, so that its first key frame is not missed.
    pub(super) fn await_cameras(&mut self, receiver: usize) {
        let member = &mut self.members[receiver];
        let awaits = !member.budget.is_paused() && member.view.pictures != Pictures::None;
        for place in member.places_mut(Kind::Video).iter_mut().filter(|place| place.track.wanted().is_none()) {
            let feed = place.behind.map(|seat| Feed { seat, layer: Layer::SMALLEST });
            place.track.want(feed.filter(|_| awaits));
        }
    }

    /// Those behind one receiver's slots, by place.
    fn behind(&self, receiver: usize, kind: Kind) -> impl Iterator<Item = (usize, &Member)> {
        let places = self.members[receiver].places(kind).iter().enumerate();
        places.filter_map(|(place, slot)| Some((place, self.member(slot.behind?)?)))
    }

    /// The pictures that a receiver could be sent.
    fn tiles(&self, receiver: usize, now: Instant) -> Vec<(usize, Seat, Tile)> {
        let first = self.members[receiver].view.first.first();
        let rank = |seat: Seat| match seat {
            _ if self.spotlight == Some(seat) || first == Some(&seat) => Rank::Spotlight,
            _ if self.member(seat).is_some_and(|speaker| speaker.lively(now) == Lively::JustNow) => Rank::Speaker,
            _ => Rank::Tile,
        };
        self.behind(receiver, Kind::Video)
            .filter_map(|(place, speaker)| {
                let rates = speaker.source(Kind::Video).rates(now);
                let held = self.members[receiver].places(Kind::Video)[place].track.wanted().map(|feed| feed.layer);
                let tile = Tile { rank: rank(speaker.seat), rates, held };
                rates.iter().any(Option::is_some).then_some((place, speaker.seat, tile))
            })
            .collect()
    }

    fn ask_for_waiting(&mut self, receiver: usize, now: Instant, weighed: &mut Weighed) {
        let places = self.members[receiver].places(Kind::Video).iter();
        let feeds: Vec<Feed> =
            places.filter(|place| place.track.waits()).filter_map(|place| place.track.wanted()).collect();
        for Feed { seat, layer } in feeds {
            let Some(member) = self.member_mut(seat) else { continue };
            let source = member.source_mut(Kind::Video);
            if source.rates(now)[layer.place()].is_some() && source.may_ask(layer, now) {
                weighed.asks.push((seat, layer));
            }
        }
    }
}

impl Member {
    /// Whether the line's wish has changed; it is then kept.
    fn wishes(&mut self, kbps: u32) -> bool {
        let is_new = self.wished_kbps.abs_diff(kbps) > self.wished_kbps / 10;
        if is_new {
            self.wished_kbps = kbps;
        }
        is_new
    }
}

/// What a line would carry if it carried everything, and half as much again: the estimate grows into what is asked of it.
fn wish(audios: usize, tiles: &[Tile]) -> u32 {
    let sound = u32::try_from(audios).unwrap_or(u32::MAX).saturating_mul(AUDIO_KBPS);
    let largest = |tile: &Tile| tile.rates.iter().flatten().copied().max().unwrap_or(0);
    let pictures = tiles.iter().map(largest).fold(0, u32::saturating_add);
    let all = sound.saturating_add(pictures);
    all.saturating_add(all / 2).max(WISH_KBPS_MIN)
}
