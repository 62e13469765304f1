//! The viewer's own seat, a bar at the foot: microphone, camera, a moment for oneself, a word to those who lead, what is set
//! here, and the way out. Each thing has its own id, so that a finger or a keyboard stays on it whatever it does next.

use ::floor::hall::{Muted, Signal, Source};
use maud::{Markup, html};

use super::Scene;
use super::more;
use super::scene::wish;
use crate::say;
use crate::web::Region;
use crate::web::parts::{Icon, icon};
use crate::web::words::Said;

pub(super) fn region(scene: &Scene<'_>) -> Region {
    let words = scene.view.words;
    let inside = scene.inside;
    let help_is_seen = inside.signals.iter().any(|own| own.signal == Signal::Help && own.is_seen);
    let body = html! {
        section.dock aria-label=(say!(words, "room-your-seat")) data-pictures=(more::word(scene.pictures)) {
            @if inside.muted.contains(&Muted::ByLeader) { p.dock__note { (say!(words, "room-muted-by-leader")) } }
            @if help_is_seen { p.dock__note { (say!(words, "room-said-seen")) } }
            div.dock__bar {
                @if inside.kind.sends(Source::Microphone) { (microphone(scene)) }
                @if inside.kind.sends(Source::Camera) && scene.pictures != sfu::Pictures::None { (camera(scene)) }
                @if scene.leads() { (for_all(scene)) } @else if !scene.listens() { (for_oneself(scene)) }
                details #dock-more.dock__more {
                    summary { (icon(Icon::Settings)) (say!(words, "room-more")) }
                    (more::panel(scene))
                }
                @if scene.leads() { (end(scene)) }
                @else { (Do { id: "dock-leave", what: "leave", icon: Icon::Leave, look: "" }.draw(&say!(words, "room-seat-leave"), &say!(words, "room-leave"))) }
            }
        }
    };
    Region::new("room-dock", body)
}

/// One thing of the bar.
struct Do {
    id: &'static str,
    what: &'static str,
    icon: Icon,
    look: &'static str,
}

impl Do {
    /// A word or two under its picture; whoever hears it hears the whole sentence.
    fn draw(&self, short: &Said, whole: &Said) -> Markup {
        html! {
            button id=(self.id) class=(self.look) type="button" data-wish=(self.what) {
                (icon(self.icon)) span { (short) } span.unseen { ". " (whole) }
            }
        }
    }
}

fn microphone(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let id = "dock-microphone";
    if scene.inside.muted[Source::Microphone as usize] == Muted::No {
        return Do { id, what: "mic-off", icon: Icon::Mic, look: "is-on" }
            .draw(&say!(words, "room-seat-mic-on"), &say!(words, "room-mic-off"));
    }
    Do { id, what: "mic-on", icon: Icon::MicOff, look: "" }
        .draw(&say!(words, "room-seat-mic-off"), &say!(words, "room-mic-on"))
}

fn camera(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let id = "dock-camera";
    if scene.inside.muted[Source::Camera as usize] == Muted::No {
        return Do { id, what: "cam-off", icon: Icon::Cam, look: "is-on" }
            .draw(&say!(words, "room-seat-cam-on"), &say!(words, "room-cam-off"));
    }
    Do { id, what: "cam-on", icon: Icon::CamOff, look: "" }
        .draw(&say!(words, "room-seat-cam-off"), &say!(words, "room-cam-on"))
}

/// Of a member: a moment aside and back, and somebody who comes.
fn for_oneself(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let is_aside = scene.inside.apart.is_some();
    let has_asked = scene.inside.signals.iter().any(|own| own.signal == Signal::Help);
    html! {
        @if is_aside {
            button #dock-moment.calm type="button" data-wish="return" { (icon(Icon::Leaf)) span { (say!(words, "room-return")) } }
        } @else {
            button #dock-moment.calm type="button" data-wish="moment" { (icon(Icon::Leaf)) span { (say!(words, "room-aside")) } }
        }
        @if has_asked {
            (Do { id: "dock-help", what: "not-help", icon: Icon::Check, look: "is-on" }.draw(&say!(words, "room-seat-helped"), &say!(words, "room-signal-help-off")))
        } @else {
            (Do { id: "dock-help", what: "help", icon: Icon::Speech, look: "" }.draw(&say!(words, "room-seat-help"), &say!(words, "room-signal-help")))
        }
    }
}

/// Of those who lead: quiet for everybody, and the door.
fn for_all(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    html! {
        (Do { id: "dock-quiet", what: "mute-all", icon: Icon::MicOff, look: "" }.draw(&say!(words, "room-seat-quiet"), &say!(words, "room-mute-all")))
        @if scene.inside.is_locked {
            (Do { id: "dock-lock", what: "unlock", icon: Icon::Lock, look: "is-on" }.draw(&say!(words, "room-seat-locked"), &say!(words, "room-unlock")))
        } @else {
            (Do { id: "dock-lock", what: "lock", icon: Icon::Lock, look: "" }.draw(&say!(words, "room-seat-open"), &say!(words, "room-lock")))
        }
    }
}

/// Behind a fold, so that no slip ends the hour of a group.
fn end(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    html! {
        details #dock-end.dock__more.dock__end {
            summary { (icon(Icon::Leave)) (say!(words, "room-end-fold")) }
            div.dock__panel.stack {
                p { (say!(words, "room-end-about")) }
                div.actions { (wish("end", say!(words, "room-end-all")).look("btn btn--danger")) (wish("leave", say!(words, "room-leave"))) }
                p.small { a href={ "/care/sessions/" (scene.session.id) } { (say!(words, "room-end-attendance")) } }
            }
        }
    }
}
