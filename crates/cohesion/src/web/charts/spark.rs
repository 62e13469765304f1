//! A trend as small as a word, for a row of a table; the words beside it say the same.

use maud::{Markup, html};

use super::plot::Range;
use super::{count, unit};

const WIDTH: f64 = 104.0;
const INSET: f64 = 4.0;
const TOP: f64 = 3.0;
const BOTTOM: f64 = 29.0;

/// The scores of one person in their order, gaps bridged, over the band of usual ups and downs.
pub fn spark(scores: &[Option<f64>], range: Range, usual: Option<(f64, f64)>) -> Markup {
    let y = |score: f64| BOTTOM - (BOTTOM - TOP) * range.share(score);
    let step = (WIDTH - 2.0 * INSET) / (count(scores.len()) - 1.0).max(1.0);
    let marks: Vec<(String, String)> = scores
        .iter()
        .enumerate()
        .filter_map(|(at, score)| Some((unit(INSET + step * count(at)), unit(y((*score)?)))))
        .collect();
    let line: Vec<String> = marks.iter().map(|(x, y)| format!("{x} {y}")).collect();
    html! {
        svg.spark viewBox="0 0 104 32" aria-hidden="true" {
            @if let Some((low, high)) = usual {
                rect.usual x="0" y=(unit(y(high))) width="104" height=(unit(y(low) - y(high))) {}
            }
            @if line.len() > 1 { path.line d={ "M" (line.join("L")) } {} }
            @if let Some((x, y)) = marks.last() { circle.dot cx=(x) cy=(y) r="3.5" {} }
        }
    }
}
