//! What is under way: whose turn it is, who is next, what is gathered, and the banner of a supervisor.

use ::floor::Purpose;
use ::floor::hall::{Apart, Asking, Doing, Gathered, Heard, Home, Shown, Stage};
use maud::{Markup, html};

use super::Scene;
use super::scene::wish;
use crate::room::Counting;
use crate::room::pages::quiet::quiet;
use crate::say;
use crate::web::Region;
use crate::web::parts::{Icon, Tone, callout, time_left};
use crate::web::words::Said;

pub(super) fn region(scene: &Scene<'_>) -> Region {
    let words = scene.view.words;
    // Whoever is in the room hears and sees the others as they are.
    let is_here = scene.is_in_person(scene.inside.seat);
    let body = html! {
        section.now aria-label=(say!(words, "room-now-label")) {
            @if scene.inside.is_supervised() { (banner(scene)) }
            @if matches!(scene.inside.stage, Stage::Unled { .. }) {
                (callout(Tone::Note, html! { p { strong { (say!(words, "room-said-unled")) } } }))
            }
            @if scene.counting == Counting::Agreed { p.soft.small { (say!(words, "room-counted")) } }
            @if scene.inside.waits_for_turn && !is_here { p.small { strong { (say!(words, "room-not-heard-yet")) } } }
            @else if scene.inside.heard == Heard::InTurn { p.small { (say!(words, "room-heard-in-turn")) } }
            (place(scene))
            @if scene.is_sealed && !is_here { (todays_word(scene)) }
            div.now__head {
                h2 { (doing(scene)) }
                (time(scene))
                div {
                    @if let Some(said) = turn(scene) { p { (said) } }
                    @if let Some(said) = next(scene) {
                        " " p.soft data-urgent[scene.inside.floor.upcoming == Some(scene.inside.seat)] { (said) }
                    }
                }
            }
            (buttons(scene))
            @if let Some(gathered) = &scene.inside.gathered { (gathering(scene, gathered)) }
        }
    };
    let said = if scene.inside.floor.holder == Some(scene.inside.seat) { None } else { turn(scene) };
    Region::new("room-now", body).announcing(said.map(Said::into_owned).unwrap_or_default())
}

/// Who listens. Nobody can turn it off.
fn banner(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let said = |seat| {
        if seat == scene.inside.seat {
            say!(words, "room-listens-you")
        } else {
            say!(words, "room-said-listens", name = scene.called(seat))
        }
    };
    callout(Tone::Note, html! { @for seat in scene.listeners() { p { strong { (said(seat)) } } } })
}

/// Where today's word is given. It belongs to the page: no server learns of it.
fn todays_word(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    html! {
        div.seal.stack.stack--tight #room-seal tabindex="-1" data-own data-sealed data-open=(say!(words, "room-word-open"))
            data-closed=(say!(words, "room-word-closed")) data-unable=(say!(words, "room-word-unable")) {
            p { strong { (say!(words, "room-word-on")) } }
            form.write data-word {
                label.unseen for="todays-word" { (say!(words, "room-word")) }
                input #todays-word.input name="word" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder=(say!(words, "room-word"));
                button.btn { (say!(words, "room-word-use")) }
            }
            p.small.soft { (say!(words, "room-word-none")) }
        }
    }
}

/// Where the viewer is, when it is not with all.
fn place(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let back = || wish("return", say!(words, "room-return")).look("btn");
    match (scene.inside.apart, scene.inside.home) {
        (Some(Apart::Quiet), _) => quiet(
            scene.view,
            (say!(words, "room-said-quiet"), say!(words, "room-quiet-about")),
            html! { (back()) a.btn.btn--help href="/help" target="_blank" rel="noopener" { (say!(words, "room-help-now")) } },
        ),
        (Some(Apart::With(_)), _) => {
            callout(Tone::Plain, html! { p { strong { (say!(words, "room-said-private")) } } div.actions { (back()) } })
        }
        (None, Home::Breakout(place)) => callout(
            Tone::Plain,
            html! { p { strong { (say!(words, "room-in-breakout", number = u32::from(place) + 1)) } }
            @if let Some(left) = breakout_left(scene) { p { (time_left(left, scene.view.now)) " " span.soft { (say!(words, "room-left")) } } } },
        ),
        (None, Home::Room) => Markup::default(),
    }
}

fn breakout_left(scene: &Scene<'_>) -> Option<i64> {
    let ends = scene.inside.breakouts?.ends_ms;
    i64::try_from(ends.saturating_sub(scene.inside.now_ms).div_ceil(1_000)).ok()
}

fn doing(scene: &Scene<'_>) -> Said {
    let words = scene.view.words;
    match scene.inside.floor.doing {
        Doing::Rest => say!(words, "room-together"),
        Doing::Round(Purpose::CheckIn) => say!(words, "room-round-check-in"),
        Doing::Round(Purpose::Sharing) => say!(words, "room-round-sharing"),
        Doing::Round(Purpose::Closing) => say!(words, "room-round-closing"),
        Doing::Open => say!(words, "room-phase-open"),
        Doing::Over => say!(words, "room-phase-over"),
    }
}

fn turn(scene: &Scene<'_>) -> Option<Said> {
    let (words, holder) = (scene.view.words, scene.inside.floor.holder?);
    Some(if holder == scene.inside.seat {
        say!(words, "room-your-turn")
    } else {
        say!(words, "room-turn-of", name = scene.called(holder))
    })
}

fn next(scene: &Scene<'_>) -> Option<Said> {
    let (words, next) = (scene.view.words, scene.inside.floor.upcoming?);
    Some(if next == scene.inside.seat {
        say!(words, "room-you-are-next")
    } else {
        say!(words, "room-next-is", name = scene.called(next))
    })
}

fn time(scene: &Scene<'_>) -> Markup {
    let words = scene.view.words;
    let left = scene.inside.floor.time.and_then(|time| Some((time.ends_at_ms?, time.left_ms?)));
    let Some((ends_at, left)) = left else { return Markup::default() };
    // Drawn for the moment at which it ends, so that a piece which looks the same is the same.
    let left_s = i64::try_from(left.div_ceil(1_000)).unwrap_or_default();
    let at = i64::try_from(ends_at).unwrap_or_default() - left_s * 1_000;
    html! {
        p {
            @if left_s == 0 { strong { (say!(words, "room-time-up")) } }
            @else { (time_left(left_s, crate::clock::Timestamp(at))) " " span.soft { (say!(words, "room-left")) } }
        }
    }
}

fn buttons(scene: &Scene<'_>) -> Markup {
    let (words, floor, me) = (scene.view.words, &scene.inside.floor, scene.inside.seat);
    if scene.inside.apart.is_some() || scene.leads() || scene.listens() {
        return Markup::default();
    }
    let has_turn = floor.holder == Some(me);
    let in_round = has_turn || floor.ahead.contains(&me);
    let hand = floor.hands.iter().any(|(seat, _)| *seat == me);
    let may_raise = !has_turn && !matches!(floor.doing, Doing::Rest | Doing::Over);
    html! {
        div.pick {
            @if has_turn { (wish("finish", say!(words, "room-finish")).id("now-finish").look("btn")) }
            @if in_round && matches!(floor.doing, Doing::Round(_)) { (wish("pass", say!(words, "room-pass")).id("now-pass")) }
            @if floor.may_put_off { (wish("not-ready", say!(words, "room-not-ready")).id("now-later")) }
            @if may_raise && hand { (wish("lower", say!(words, "room-lower")).icon(Icon::Hand).id("now-hand")) }
            @if may_raise && !hand { (wish("raise", say!(words, "room-raise")).icon(Icon::Hand).id("now-hand")) }
        }
    }
}

fn gathering(scene: &Scene<'_>, gathered: &Gathered) -> Markup {
    let words = scene.view.words;
    let may_answer = !scene.leads() && !scene.listens() && gathered.shown.is_none();
    html! {
        div.stack.stack--tight #room-gathered {
            h3 { (gathered.prompt) }
            @match (&gathered.asking, may_answer) {
                (Asking::CheckIn, true) => {
                    div.actions role="group" aria-label=(say!(words, "room-rate")) {
                        @for number in 0..=10_u64 {
                            (wish("rate", html! { (number) }).number(number)
                                .look(if gathered.rating.map(u64::from) == Some(number) { "btn btn--small" } else { "btn btn--outline btn--small" }))
                        }
                    }
                }
                (Asking::Words, true) if !gathered.is_answered => {
                    form.write data-wish="say" {
                        label.unseen for="gather-words" { (gathered.prompt) }
                        input #gather-words.input name="words" autocomplete="off" maxlength="500";
                        button.btn { (say!(words, "room-send")) }
                    }
                }
                (Asking::Poll(options), true) if !gathered.is_answered => {
                    div.actions { @for (place, option) in (0_u64..).zip(options) { (wish("vote", option).number(place)) } }
                }
                _ => {}
            }
            @if may_answer && gathered.is_answered { p.soft { (say!(words, "room-answered")) } }
            @if gathered.shown.is_none() { p.soft.small { (say!(words, "room-answers", count = gathered.answered)) } }
            @if let Some(shown) = &gathered.shown { (result(gathered, shown)) }
        }
    }
}

fn result(gathered: &Gathered, shown: &Shown) -> Markup {
    html! {
        ul {
            @match (shown, &gathered.asking) {
                (Shown::Ratings(counts), _) => {
                    @for (rating, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) { li { (rating) ": " (count) } }
                }
                (Shown::Words(words), _) => { @for one in words { li { (one) } } }
                (Shown::Votes(counts), Asking::Poll(options)) => { @for (option, count) in options.iter().zip(counts) { li { (option) ": " (count) } } }
                (Shown::Votes(_), _) => {}
            }
        }
    }
}
