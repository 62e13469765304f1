//! The agenda of a running session, and the block that runs, with the time it has left. Members have no page that shows it.

use maud::{Markup, html};

use super::super::{Agenda, Block, Face, Hour, Progress};
use crate::groups::SessionState;
use crate::say;
use crate::web::View;
use crate::web::parts::{Button, Icon, actions, empty, icon, post, time_left, watch};
use crate::web::words::Said;

/// The blocks in their order.
pub(super) fn agenda(view: &View, shown: &Hour) -> Markup {
    let words = view.words;
    html! {
        section.stack {
            h2 { (say!(words, "plans-agenda")) }
            @match &shown.agenda {
                None => (empty(say!(words, "plans-none"))),
                Some(agenda) => {
                    ol.agenda { @for block in &agenda.blocks { (line(view, block)) } }
                    @if shown.session.state == SessionState::Open { p.soft.small { (behind(view, agenda, &agenda.face(&shown.session, view.now))) } }
                }
            }
            p { a href={ "/care/sessions/" (shown.session.id) "/prepare" } { (say!(words, "plans-run-change")) } }
        }
    }
}

fn line(view: &View, block: &Block) -> Markup {
    let words = view.words;
    let used = block.used_minutes_at(view.now);
    let (class, current) = match block.progress {
        Progress::Done | Progress::Skipped => (Some("past"), None),
        Progress::Now(_) => (None, Some("step")),
        Progress::Open => (None, None),
    };
    html! {
        li class=[class] aria-current=[current] {
            @match block.progress {
                Progress::Done => (icon(Icon::Check)),
                Progress::Now(_) => (icon(Icon::Next)),
                Progress::Skipped | Progress::Open => span {},
            }
            span {
                (block.title)
                @if let Some(carried) = &block.carried {
                    " " span.soft.small { (say!(words, "plans-carried", day = view.day(carried.at))) }
                }
                @if block.progress == Progress::Skipped { " " span.soft.small { (say!(words, "plans-progress-skipped")) } }
            }
            span.min {
                @if block.is_open() { (say!(words, "plans-minutes-short", minutes = block.minutes)) }
                @else { (say!(words, "plans-minutes-of", used = used, minutes = block.minutes)) }
            }
        }
    }
}

/// Before anything has begun nobody is late: there is more than there is time for.
fn behind(view: &View, agenda: &Agenda, face: &Face) -> Said {
    let words = view.words;
    match face.behind_minutes {
        over if over > 0 && !agenda.is_begun() => say!(words, "plans-run-too-much", minutes = over),
        late if late > 0 => say!(words, "plans-run-behind", minutes = late),
        0 => say!(words, "plans-run-on-time"),
        room => say!(words, "plans-run-room", minutes = -room),
    }
}

/// The block that runs, and the buttons that go on from it.
pub(super) fn current(view: &View, shown: &Hour) -> Markup {
    let words = view.words;
    let Some(agenda) = &shown.agenda else { return Markup::default() };
    let face = agenda.face(&shown.session, view.now);
    html! {
        section.card.stack {
            @match (shown.session.state, face.current) {
                (SessionState::Open, Some(at)) => (running(view, shown, &agenda.blocks[at], &face)),
                (SessionState::Open, None) if agenda.is_through() => {
                    h2 { (say!(words, "plans-run-through")) }
                    (session_left(view, &face))
                    (actions(step(shown, "back", &Button::submit(say!(words, "plans-run-back")).outline())))
                }
                (SessionState::Open, None) => {
                    h2 { (say!(words, "plans-run-begin-heading")) }
                    p.soft { (say!(words, "plans-run-begin-what")) }
                    (actions(step(shown, "next", &Button::submit(say!(words, "plans-run-begin")))))
                }
                (SessionState::Planned, _) => {
                    h2 { (say!(words, "plans-run-not-open")) }
                    p.soft { (say!(words, "plans-run-not-open-what")) }
                }
                (SessionState::Held | SessionState::Cancelled, _) => {
                    h2 { (say!(words, "plans-run-over")) }
                    p.soft { (over(view, agenda)) }
                }
            }
        }
    }
}

fn over(view: &View, agenda: &Agenda) -> Said {
    let open = agenda.left_open().count();
    say!(view.words, "plans-run-over-what", count = open)
}

fn running(view: &View, shown: &Hour, block: &Block, face: &Face) -> Markup {
    let words = view.words;
    let used_s = block.used_ms_at(view.now) / 1_000;
    let planned_s = i64::from(block.minutes) * 60;
    let owner = block.owner.and_then(|owner| shown.leaders.iter().find(|(person, _)| *person == owner));
    html! {
        h2 { (block.title) }
        div.timer {
            p {
                @if face.left_s >= 0 {
                    (time_left(face.left_s, view.now)) " "
                    span.soft { (say!(words, "plans-run-left-of", minutes = block.minutes)) }
                } @else {
                    span.num { (watch(-face.left_s)) } " " span.soft { (say!(words, "plans-run-over-time", minutes = block.minutes)) }
                }
            }
            progress.meter max=(planned_s) value=(used_s.min(planned_s)) aria-label=(say!(words, "plans-run-used")) {}
        }
        @if let Some(until) = face.until { p.soft { (say!(words, "plans-run-until", time = view.time(until))) } }
        (session_left(view, face))
        @if let Some((_, called)) = owner {
            p { (say!(words, "plans-run-owner", name = called.clone().unwrap_or_else(|| say!(words, "sessions-somebody").into_owned()))) }
        }
        (actions(html! {
            (step(shown, "next", &Button::submit(say!(words, "plans-run-next"))))
            (step(shown, "skip", &Button::submit(say!(words, "plans-run-skip")).outline()))
            (step(shown, "back", &Button::submit(say!(words, "plans-run-back")).quiet()))
        }))
        (for_you(view, block))
    }
}

fn for_you(view: &View, block: &Block) -> Markup {
    let words = view.words;
    let technique = block.technique.as_ref().and_then(crate::techniques::Material::title);
    html! {
        @if !block.notes.is_empty() || !block.material.is_empty() || technique.is_some() {
            div.prose {
                h3 { (say!(words, "plans-run-for-you")) }
                @if let Some(title) = technique { p { strong { (title) } } }
                @if !block.material.is_empty() { p { (say!(words, "plans-run-needed", material = block.material.as_str())) } }
                @if !block.notes.is_empty() { p.lines { (block.notes) } }
            }
        }
    }
}

fn session_left(view: &View, face: &Face) -> Markup {
    let words = view.words;
    html! {
        p.soft {
            @if face.session_left_minutes >= 0 { (say!(words, "plans-run-session-left", minutes = face.session_left_minutes)) }
            @else { (say!(words, "plans-run-session-over", minutes = -face.session_left_minutes)) }
        }
    }
}

fn step(shown: &Hour, word: &str, button: &Button) -> Markup {
    let version = shown.version.to_string();
    post(&format!("/care/sessions/{}/run", shown.session.id), &[("seen", &version), ("do", word)], button)
}
