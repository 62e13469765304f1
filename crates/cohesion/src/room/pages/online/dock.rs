//! The viewer's own seat: microphone, camera, a moment for oneself, a word to those who lead, and the way out.

use ::floor::hall::{Muted, SeatKind, Signal, Source};
use maud::{Markup, html};

use super::Scene;
use super::scene::wish;
use crate::say;
use crate::web::Region;
use crate::web::parts::{Icon, fold};

pub(super) fn region(scene: &Scene<'_>) -> Region {
    let words = scene.view.words;
    let inside = scene.inside;
    let body = html! {
        section.stack.stack--tight aria-label=(say!(words, "room-your-seat")) {
            div.actions {
                @if inside.kind.sends(Source::Microphone) { (microphone(scene)) }
                @if inside.kind.sends(Source::Camera) { (camera(scene)) }
                @if !scene.leads() && inside.apart.is_none() { (wish("moment", say!(words, "room-aside")).icon(Icon::Leaf)) }
                @if !scene.leads() { (signal(scene, Signal::Help, ("help", "not-help"))) }
            }
            @if inside.muted.contains(&Muted::ByLeader) { p.small { (say!(words, "room-muted-by-leader")) } }
            (fold(say!(words, "room-more"), html! { div.actions {
                @if !scene.leads() {
                    (signal(scene, Signal::Unsafe, ("unsafe", "not-unsafe")))
                    (signal(scene, Signal::TalkAfter, ("talk-after", "not-talk-after")))
                    @if scene.inside.kind != SeatKind::TextOnly { (wish("overheard", say!(words, "room-overheard"))) }
                    @else { (wish("alone", say!(words, "room-alone"))) }
                    (kinds(scene))
                }
                (wish("leave", say!(words, "room-leave")).icon(Icon::Leave))
            } }))
        }
    };
    Region::new("room-dock", body)
}

fn microphone(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let is_on = scene.inside.muted[Source::Microphone as usize] == Muted::No;
    html! {
        @if is_on { (wish("mic-off", say!(words, "room-mic-off")).icon(Icon::Mic).look("btn")) }
        @else { (wish("mic-on", say!(words, "room-mic-on")).icon(Icon::MicOff)) }
    }
}

fn camera(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let is_on = scene.inside.muted[Source::Camera as usize] == Muted::No;
    html! {
        @if is_on { (wish("cam-off", say!(words, "room-cam-off")).icon(Icon::Cam).look("btn")) }
        @else { (wish("cam-on", say!(words, "room-cam-on")).icon(Icon::CamOff)) }
    }
}

/// Something that only those who lead learn of, and whether they have seen it.
fn signal(scene: &Scene<'_>, signal: Signal, (on, off): (&'static str, &'static str)) -> Markup {
    let words = scene.view.words;
    let given = scene.inside.signals.iter().find(|own| own.signal == signal);
    let (ask, take_back) = match signal {
        Signal::Help => (say!(words, "room-signal-help"), say!(words, "room-signal-help-off")),
        Signal::Unsafe => (say!(words, "room-signal-unsafe"), say!(words, "room-signal-unsafe-off")),
        Signal::TalkAfter => (say!(words, "room-signal-talk"), say!(words, "room-signal-talk-off")),
    };
    html! {
        @match given {
            Some(own) => {
                (wish(off, take_back))
                @if own.is_seen { span.small.soft { (say!(words, "room-said-seen")) } }
            }
            None => (wish(on, ask)),
        }
    }
}

fn kinds(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    html! {
        @if scene.inside.kind != SeatKind::Video { (wish("take-video", say!(words, "room-door-video"))) }
        @if scene.inside.kind != SeatKind::AudioOnly { (wish("take-sound", say!(words, "room-door-sound"))) }
        @if scene.inside.kind != SeatKind::TextOnly { (wish("take-text", say!(words, "room-door-text"))) }
    }
}
