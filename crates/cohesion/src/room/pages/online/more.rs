//! What is set on one's own seat: devices, how much the line carries, how one takes part, and what those who lead should know.

use ::floor::hall::{SeatKind, Signal, Source};
use maud::{Markup, html};
use sfu::Pictures;

use super::Scene;
use super::scene::{Switch, Wish, wish};
use crate::say;
use crate::web::View;

const SMALL: &str = "btn btn--outline btn--small";

pub(super) fn panel(scene: &Scene<'_>) -> Markup {
    let (words, kind) = (scene.view.words, scene.inside.kind);
    html! {
        div.dock__panel.stack {
            @if !scene.leads() && !scene.listens() {
                div.stack.stack--tight {
                    h2 { (say!(words, "room-tell")) }
                    p.soft.small { (say!(words, "room-tell-about")) }
                    div.actions {
                        (signal(scene, Signal::Unsafe))
                        (signal(scene, Signal::TalkAfter))
                        @if kind != SeatKind::InPerson { (place(scene)) }
                    }
                }
            }
            @if kind.sends(Source::Microphone) {
                (devices(scene.view, kind))
                (line(scene))
            }
            @if scene.leads() && kind.sends(Source::Microphone) {
                div.stack.stack--tight {
                    h2 { (say!(words, "room-word")) }
                    div.actions {
                        (wish(if scene.is_sealed { "unseal" } else { "seal" }, say!(words, "room-word-only")).id("dock-seal").switch(if scene.is_sealed { Switch::On } else { Switch::Off }).look(SMALL))
                    }
                    p.soft.small { (say!(words, "room-word-about")) }
                }
            }
            @if !scene.leads() {
                @if kind != SeatKind::InPerson && !scene.listens() {
                    div.stack.stack--tight { h2 { (say!(words, "room-take-part")) } div.actions { (kinds(scene)) } }
                }
                p.small.soft { (say!(words, "room-never-recorded")) }
            }
        }
    }
}

/// Whether anybody near could listen.
fn place(scene: &Scene<'_>) -> Wish {
    let words = scene.view.words;
    let wish = if scene.inside.is_overheard {
        wish("alone", say!(words, "room-alone"))
    } else {
        wish("overheard", say!(words, "room-overheard"))
    };
    wish.id("dock-place").look(SMALL)
}

/// Which camera, microphone and speaker; filled in by the page's script, which knows them.
pub(in crate::room) fn devices(view: &View, kind: SeatKind) -> Markup {
    let words = view.words;
    let choice = |id: &str, device: &str, label: &str| {
        html! {
            div.field hidden { label for=(id) { (say!(words, label)) }
                select id=(id) data-device=(device) { option value="" { (say!(words, "room-device-any")) } } }
        }
    };
    html! {
        device-choice.devices #devices data-own data-gone=(say!(words, "room-speaker-gone")) hidden {
            h2 { (say!(words, "room-devices")) }
            (choice("device-microphone", "audioinput", "room-device-microphone"))
            @if kind.sends(Source::Camera) { (choice("device-camera", "videoinput", "room-device-camera")) }
            (choice("device-speaker", "audiooutput", "room-device-speaker"))
            p.soft.small { (say!(words, "room-devices-kept")) }
        }
    }
}

/// How much of pictures goes over the line, for whoever pays for it or has a slow one.
fn line(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let toggle = |id, mine: Pictures, text| {
        let is_on = scene.pictures == mine;
        let (next, switch) = if is_on { (Pictures::All, Switch::On) } else { (mine, Switch::Off) };
        wish("pictures", text).choice(word(next)).id(id).switch(switch).look(SMALL)
    };
    html! {
        div.stack.stack--tight {
            h2 { (say!(words, "room-data")) }
            div.actions {
                (toggle("dock-small", Pictures::Smallest, say!(words, "room-data-small")))
                (toggle("dock-sound", Pictures::None, say!(words, "room-data-none")))
            }
            p.soft.small { (match scene.pictures {
                Pictures::All => say!(words, "room-data-about"),
                Pictures::Smallest => say!(words, "room-data-small-about"),
                Pictures::None => say!(words, "room-data-none-about"),
            }) }
        }
    }
}

/// How much of pictures, as pages say it.
pub(super) const fn word(pictures: Pictures) -> &'static str {
    match pictures {
        Pictures::All => "all",
        Pictures::Smallest => "small",
        Pictures::None => "none",
    }
}

/// Something that only those who lead learn of, and whether they have seen it.
fn signal(scene: &Scene<'_>, signal: Signal) -> Markup {
    let words = scene.view.words;
    let given = scene.inside.signals.iter().find(|own| own.signal == signal);
    let (id, [on, off], ask, take_back) = match signal {
        Signal::Unsafe => (
            "dock-unsafe",
            ["unsafe", "not-unsafe"],
            say!(words, "room-signal-unsafe"),
            say!(words, "room-signal-unsafe-off"),
        ),
        Signal::TalkAfter | Signal::Help => (
            "dock-talk",
            ["talk-after", "not-talk-after"],
            say!(words, "room-signal-talk"),
            say!(words, "room-signal-talk-off"),
        ),
    };
    html! {
        @match given {
            Some(own) => {
                (wish(off, take_back).id(id).look("btn btn--small"))
                @if own.is_seen { span.small.soft { (say!(words, "room-said-seen")) } }
            }
            None => (wish(on, ask).id(id).look(SMALL)),
        }
    }
}

fn kinds(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    html! {
        @if scene.inside.kind != SeatKind::Video { (wish("take-video", say!(words, "room-door-video")).id("dock-video").look(SMALL)) }
        @if scene.inside.kind != SeatKind::AudioOnly { (wish("take-sound", say!(words, "room-door-sound")).id("dock-sound-only").look(SMALL)) }
        @if scene.inside.kind != SeatKind::TextOnly { (wish("take-text", say!(words, "room-door-text")).id("dock-text").look(SMALL)) }
    }
}
