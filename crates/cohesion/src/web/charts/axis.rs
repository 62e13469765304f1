//! What stands behind the line of a trend: zones and their names, the band of usual ups and downs, days and sessions.

use maud::{Markup, html};

use super::plot::{Plot, pushed_apart, spaced};
use super::trend::{Trend, Zone};
use super::{number, unit};
use crate::say;
use crate::web::words::Words;

/// Room that a line of text takes.
const LINE: f64 = 16.0;
/// How far below its middle a line of text of 14 units stands.
const BASELINE: f64 = 4.6;

pub(super) fn background(plot: &Plot, trend: &Trend<'_>) -> Markup {
    let frame = plot.frame;
    let width = unit(frame.right - frame.left);
    let band = |class: &str, high: f64, low: f64| {
        let (top, bottom) = (plot.y(high), plot.y(low));
        html! { rect class=(class) x=(unit(frame.left)) y=(unit(top)) width=(width) height=(unit(bottom - top)) {} }
    };
    html! {
        // Every other zone is shaded, the lowest first.
        @for (low, high) in zone_edges(trend).into_iter().step_by(2) { (band("zone", high, low)) }
        @if let Some((low, high)) = trend.usual { (band("usual", high, low)) }
        @for (low, _) in zone_edges(trend).into_iter().skip(1) { (across("edge", plot, low)) }
        @if let Some(cutoff) = trend.cutoff { (across("cut", plot, cutoff)) }
        (scores(plot, trend))
        (zone_names(plot, trend))
        (across("axis", plot, trend.range.low))
    }
}

/// Days under the axis, and sessions as ticks, with their numbers where there is room.
pub(super) fn days(words: Words, plot: &Plot, trend: &Trend<'_>) -> Markup {
    let frame = plot.frame;
    let points: Vec<f64> = trend.points.iter().map(|point| plot.x(point.day)).collect();
    let ticks: Vec<f64> = trend.sessions.iter().map(|day| plot.x(*day)).collect();
    html! {
        @for x in &ticks { path.tick d={ "M" (unit(*x)) " " (unit(frame.bottom)) "v6" } {} }
        @for at in spaced(&points, frame.day_label) {
            text x=(unit(points[at])) y=(unit(frame.bottom + 21.0)) text-anchor="middle" {
                @if at == 0 && points.len() > 1 { (say!(words, "chart-start")) } @else { (words.day_short(trend.points[at].day)) }
            }
        }
        @if let Some(room) = frame.session_label {
            @for (nth, at) in spaced(&ticks, room).into_iter().enumerate() {
                text x=(unit(ticks[at])) y=(unit(frame.bottom + 37.0)) text-anchor="middle" {
                    @if nth == 0 && ticks.len() > 1 && has_room_for_word(&ticks) {
                        (say!(words, "chart-session", number = at + 1))
                    } @else {
                        (at + 1)
                    }
                }
            }
        }
    }
}

/// Where one zone goes over into the next, as lowest and highest edge of each; whole scores lie inside, half a point away.
fn zone_edges(trend: &Trend<'_>) -> Vec<(f64, f64)> {
    let whole = trend.zones.iter().all(|zone| zone.from.fract() == 0.0);
    let edge = |zone: &Zone<'_>| if whole { zone.from - 0.5 } else { zone.from };
    let lows = trend.zones.iter().map(edge);
    let highs = trend.zones.iter().skip(1).map(edge).chain([trend.range.high]);
    lows.zip(highs).map(|(low, high)| (low.max(trend.range.low), high)).collect()
}

fn across(class: &str, plot: &Plot, score: f64) -> Markup {
    let frame = plot.frame;
    html! { path class=(class) d={ "M" (unit(frame.left)) " " (unit(plot.y(score))) "H" (unit(frame.right)) } {} }
}

/// The numbers at the side: both ends of the range, and the edges between them that leave room.
fn scores(plot: &Plot, trend: &Trend<'_>) -> Markup {
    let between = trend.zones.iter().skip(1).map(|zone| zone.from).chain(trend.cutoff);
    let mut shown = vec![trend.range.low, trend.range.high];
    for score in between {
        if shown.iter().all(|other| (plot.y(*other) - plot.y(score)).abs() >= LINE) {
            shown.push(score);
        }
    }
    html! {
        @for score in shown {
            text x=(unit(plot.frame.left - 6.0)) y=(unit(plot.y(score) + BASELINE)) text-anchor="end" { (number(score)) }
        }
    }
}

fn zone_names(plot: &Plot, trend: &Trend<'_>) -> Markup {
    let middles: Vec<f64> = zone_edges(trend)
        .iter()
        .rev()
        .map(|(low, high)| f64::midpoint(plot.y(*low), plot.y(*high)) + BASELINE)
        .collect();
    html! {
        @for (zone, y) in trend.zones.iter().rev().zip(pushed_apart(&middles, LINE)) {
            text x=(unit(plot.frame.right + 8.0)) y=(unit(y)) { (zone.name) }
        }
    }
}

/// "session 1" is wider than the numbers after it.
fn has_room_for_word(ticks: &[f64]) -> bool {
    ticks.len() > 1 && ticks[1] - ticks[0] >= 52.0
}
