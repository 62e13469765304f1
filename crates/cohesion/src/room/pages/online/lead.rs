//! The desk of those who lead a live room: who waits, what they were told, everybody with a seat, rounds, and the end.

use ::floor::Seat;
use ::floor::hall::{Apart, Home, LeadView, Muted, Policy, Role, SeatLead, Signal, Source, WaitingLead};
use maud::{Markup, html};

use super::scene::wish;
use super::{Scene, Talking, here, rounds};
use crate::room::Counting;
use crate::say;
use crate::web::Region;
use crate::web::parts::{avatar, fold, watch};
use crate::web::words::Said;

pub(super) const SMALL: &str = "btn btn--outline btn--small";

pub(super) fn region(scene: &Scene<'_>, lead: &LeadView) -> Region {
    let words = scene.view.words;
    let body = html! {
        section.stack aria-label=(say!(words, "room-desk")) {
            (raised(scene, lead))
            (waiting(scene, lead))
            (rounds::floor(scene))
            (people(scene, lead))
        }
    };
    Region::new("room-lead", body)
}

/// What those who lead do with the group, beside the agenda.
pub(super) fn tools(scene: &Scene<'_>) -> Region {
    let body = html! {
        section aria-label=(say!(scene.view.words, "room-tools")) {
            (gather(scene))
            (breakouts(scene))
            (talk(scene))
        }
    };
    Region::new("room-tools", body)
}

/// Signals, which stay until somebody has seen them.
fn raised(scene: &Scene<'_>, lead: &LeadView) -> Markup {
    let words = scene.view.words;
    html! {
        @for raised in lead.raised.iter().filter(|raised| raised.seen.is_none()) {
            @let (said, choice) = signal(scene, raised.signal);
            div.callout.callout--help id={ "raised-" (raised.number) } {
                div { p { strong { (scene.called(raised.seat)) " " (said) } (breakout_of(scene, lead, raised.seat)) }
                    @if raised.withdrawn_ms.is_some() { p { (say!(words, "room-told-withdrawn")) } }
                    @if raised.signal == Signal::Unsafe { p { (say!(words, "room-told-unsafe-what")) " " a href="/care/alerts" target="_blank" rel="noopener" { (say!(words, "room-alerts")) } } }
                    div.actions { (wish("seen", say!(words, "room-see")).about(scene.number(raised.seat)).choice(choice).look(SMALL)) } }
            }
        }
    }
}

/// Which breakout somebody calls from.
fn breakout_of(scene: &Scene<'_>, lead: &LeadView, seat: Seat) -> Markup {
    let home = lead.seats.iter().find(|other| other.seat == seat).map(|other| other.home);
    let Some(Home::Breakout(place)) = home else { return Markup::default() };
    html! { " " span.soft { (say!(scene.view.words, "room-in-breakout", number = u32::from(place) + 1)) } }
}

fn signal(scene: &Scene<'_>, signal: Signal) -> (Said, &'static str) {
    let words = scene.view.words;
    match signal {
        Signal::Unsafe => (say!(words, "room-told-unsafe"), "unsafe"),
        Signal::TalkAfter => (say!(words, "room-told-talk"), "talk-after"),
        Signal::Help => (say!(words, "room-told-help"), "help"),
    }
}

fn waiting(scene: &Scene<'_>, lead: &LeadView) -> Markup {
    let words = scene.view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "room-waiting-list")) " " span.count { (lead.waiting.len()) } }
            @if lead.waiting.is_empty() { p.soft.small { (say!(words, "room-waiting-nobody")) } }
            ul.queue { @for one in &lead.waiting { (waits(scene, one)) } }
            div.actions {
                @if lead.waiting.len() > 1 { (wish("admit-all", say!(words, "room-admit-all")).look(SMALL)) }
                @match lead.policy {
                    Policy::Each => (wish("let-expected-in", say!(words, "room-let-expected-in")).look(SMALL)),
                    Policy::Expected => (wish("let-each-in", say!(words, "room-let-each-in")).look(SMALL)),
                }
                @if lead.late_ms.is_some() { (wish("late", say!(words, "room-no-late-limit")).look(SMALL)) }
            }
        }
    }
}

fn waits(scene: &Scene<'_>, one: &WaitingLead) -> Markup {
    let (words, number) = (scene.view.words, scene.number(one.seat));
    html! {
        li id={ "waits-" (number) } {
            (avatar(scene.called(one.seat))) " " (scene.called(one.seat))
            @if one.role == Role::Supervisor { " " span.soft.small { (say!(words, "room-listens")) } }
            @if one.was_in { " " span.soft.small { (say!(words, "room-was-in")) } }
            (wish("admit", say!(words, "room-admit", name = scene.called(one.seat))).about(number).look("btn btn--small"))
            (wish("turn-away", say!(words, "room-turn-away")).about(number).look(SMALL))
        }
    }
}

fn people(scene: &Scene<'_>, lead: &LeadView) -> Markup {
    let words = scene.view.words;
    let others = lead.seats.iter().filter(|seat| seat.seat != scene.inside.seat);
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "room-here")) " " span.count { (lead.seats.len()) } }
            ul.queue { @for seat in others { (person(scene, seat)) } }
            (here::not_here(scene))
            div.actions {
                @if scene.inside.spotlight.is_some() { (wish("no-spotlight", say!(words, "room-no-spotlight")).look(SMALL)) }
            }
        }
    }
}

fn person(scene: &Scene<'_>, seat: &SeatLead) -> Markup {
    let (words, number) = (scene.view.words, scene.number(seat.seat));
    let name = scene.called(seat.seat);
    let role = scene.person(seat.seat).map(|person| person.role);
    let (is_member, leads) = (role == Some(Role::Member), role.is_none_or(Role::leads));
    html! {
        li id={ "seat-" (number) } {
            (avatar(name)) " " (name) (here::mark(scene, seat.seat))
            @match (seat.lost_since_ms, seat.apart) {
                (Some(_), _) => { " " span.soft.small { (say!(words, "room-is-lost")) } }
                (None, Some(Apart::Quiet)) => { " " span.soft.small { (say!(words, "room-is-aside")) } }
                (None, Some(Apart::With(_))) => { " " span.soft.small { (say!(words, "room-is-private")) } }
                (None, None) => {}
            }
            (fold(say!(words, "room-about", name = name), html! { div.actions {
                @if seat.muted[Source::Microphone as usize] == Muted::No { (wish("mute", say!(words, "room-mute", name = name)).about(number).look(SMALL)) }
                @if seat.muted[Source::Camera as usize] == Muted::No { (wish("mute-camera", say!(words, "room-mute-camera")).about(number).look(SMALL)) }
                (wish("spotlight", say!(words, "room-spotlight")).about(number).look(SMALL))
                @if let (true, Some(open)) = (is_member, scene.inside.breakouts) { (assign(scene, number, open.count)) }
                (here::gone(scene, seat.seat))
                @if is_member {
                    (wish("private", say!(words, "room-private")).about(number).look(SMALL))
                }
                @if !leads {
                    (wish("remove", say!(words, "room-remove", name = name)).about(number).look("btn btn--danger btn--small"))
                }
                (private_line(scene, number, name))
            } }))
        }
    }
}

/// To another breakout, or back to those who stayed.
fn assign(scene: &Scene<'_>, number: usize, count: usize) -> Markup {
    let words = scene.view.words;
    html! {
        @for place in 1..=u32::try_from(count).unwrap_or_default() {
            (wish("assign", say!(words, "room-assign", number = place)).about(number).number(place.into()).look(SMALL))
        }
        (wish("assign", say!(words, "room-assign-all")).about(number).number(0).look(SMALL))
    }
}

/// A word from those who lead to one member.
fn private_line(scene: &Scene<'_>, number: usize, name: &str) -> Markup {
    let words = scene.view.words;
    html! {
        form.write data-wish="write" data-choice="member" data-seat=(number) {
            label.unseen for={ "to-" (number) } { (say!(words, "room-only-to", name = name)) }
            input.input id={ "to-" (number) } name="words" autocomplete="off" maxlength="1000" placeholder=(say!(words, "room-only-to", name = name));
            button.btn.btn--small { (say!(words, "room-send")) }
        }
    }
}

/// How much each speaks who agreed. What a level of sound cannot know is said beside it.
fn talk(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let Some(Talking { counting, talk }) = scene.talk else { return Markup::default() };
    let all = talk.iter().map(|(_, spoken)| spoken.talk_s).sum::<u64>().max(1);
    let body = html! {
        @if counting == Counting::Agreed {
            p.soft.small { (say!(words, "room-talk-about")) }
            @if let Some((_, spoken)) = talk.first() {
                p { (say!(words, "room-talk-silence", time = watch(i64::try_from(spoken.silence_s).unwrap_or_default()))) }
            }
            ul {
                @for (seat, spoken) in talk {
                    li {
                        (scene.name(*seat)) ": " (say!(words, "room-talk-of", time = watch(i64::try_from(spoken.talk_s).unwrap_or_default()), turns = spoken.turns))
                        ", " (say!(words, "room-talk-more", longest = watch(i64::try_from(spoken.longest_s).unwrap_or_default()), overlap = watch(i64::try_from(spoken.overlap_s).unwrap_or_default())))
                        " " meter max=(all) value=(spoken.talk_s) aria-label=(say!(words, "room-talk-share")) {}
                    }
                }
            }
            div.actions { (wish("count-no-more", say!(words, "room-count-no-more")).look(SMALL)) }
        } @else {
            p { (say!(words, "room-count-about")) }
            div.actions { (wish("count", say!(words, "room-count")).look(SMALL)) }
        }
    };
    fold(say!(words, "room-talk"), body)
}

fn breakouts(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let body = html! {
        @match scene.inside.breakouts {
            Some(open) => div.actions {
                (wish("back-to-all", say!(words, "room-back-to-all")).look(SMALL))
                (wish("extend-breakouts", say!(words, "room-extend")).number(2).look(SMALL))
                @for place in 1..=u32::try_from(open.count).unwrap_or_default() {
                    (wish("visit", say!(words, "room-visit", number = place)).number(place.into()).look(SMALL))
                }
                (wish("visit", say!(words, "room-visit-all")).number(0).look(SMALL))
            },
            None => div.actions {
                (wish("open-prepared", say!(words, "room-open-prepared")).look(SMALL))
                (wish("pairs", say!(words, "room-pairs")).number(5).look(SMALL))
                (wish("halves", say!(words, "room-halves")).number(10).look(SMALL))
                a href={ "/care/sessions/" (scene.session.id) "/breakouts" } target="_blank" rel="noopener" { (say!(words, "room-title-breakouts")) }
            },
        }
    };
    fold(say!(words, "room-breakouts"), body)
}

fn gather(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let body = html! {
        @match &scene.inside.gathered {
            Some(gathered) => {
                (ratings(scene))
                div.actions {
                @if gathered.shown.is_none() { (wish("reveal", say!(words, "room-reveal")).look(SMALL)) }
                (wish("put-away", say!(words, "room-put-away")).look(SMALL))
                }
            },
            None => {
                (ask("ask-ratings", &say!(words, "room-ask-ratings"), scene))
                (ask("ask-words", &say!(words, "room-ask-words"), scene))
                form.stack.stack--tight data-wish="ask-poll" {
                    label for="ask-poll" { (say!(words, "room-ask-poll")) }
                    textarea #ask-poll.input name="words" rows="4" {}
                    button.btn.btn--small { (say!(words, "room-ask")) }
                }
            }
        }
    };
    fold(say!(words, "room-gather"), body)
}

/// How each has come, for those who lead alone.
fn ratings(scene: &Scene<'_>) -> Markup {
    let ratings = scene.inside.lead.as_ref().map(|lead| lead.ratings.as_slice()).unwrap_or_default();
    html! {
        @if !ratings.is_empty() { ul { @for (seat, rating) in ratings { li { (scene.name(*seat)) ": " (rating) } } } }
    }
}

fn ask(what: &'static str, label: &Said, scene: &Scene<'_>) -> Markup {
    html! {
        form.stack.stack--tight data-wish=(what) {
            label for=(what) { (label) }
            input.input id=(what) name="words" autocomplete="off" maxlength="300";
            button.btn.btn--small { (say!(scene.view.words, "room-ask")) }
        }
    }
}
