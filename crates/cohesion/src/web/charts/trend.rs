//! One person's scores over time, with the band of usual ups and downs and the sessions, as a finding, a picture and a table.

use jiff::civil::Date;
use maud::{Markup, html};

use super::plot::{Frame, NARROW, Plot, Range, WIDE};
use super::{axis, number, unit};
use crate::say;
use crate::web::View;
use crate::web::parts::{Column, fold, table};

/// A span of scores with a name, from `from` up to the next.
#[derive(Clone, Copy, Debug)]
pub struct Zone<'a> {
    /// The lowest score of the zone.
    pub from: f64,
    /// Its name: the published one for clinicians, the practice's gentler one for members.
    pub name: &'a str,
}

/// One answered, or unanswered, questionnaire.
#[derive(Clone, Debug)]
pub struct Point {
    /// The day it was answered or due.
    pub day: Date,
    /// Its score; nothing where it was not answered.
    pub score: Option<f64>,
    /// What the score rests on, or why there is none, in a word or two; empty where all was answered, or nothing.
    pub note: String,
    /// How it compares with the start, in words, such as "clearly lower"; the judgement is the caller's.
    pub against_start: String,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Lower scores.
    Lower,
    /// Higher scores.
    Higher,
}

/// What a trend shows and says.
#[derive(Clone, Debug)]
pub struct Trend<'a> {
    /// The finding, as a heading: "Your last scores are lower than at the start".
    pub finding: &'a str,
    /// The same in one or two sentences with its numbers and what they are compared with.
    pub sentence: &'a str,
    /// What the picture shows, for those who do not see it.
    pub picture: &'a str,
    /// The scores that the questionnaire can give.
    pub range: Range,
    /// Named spans, from the lowest up; empty where none are published.
    pub zones: Vec<Zone<'a>>,
    /// Lowest and highest score that is no reliable change from the start.
    pub usual: Option<(f64, f64)>,
    /// What the band means, for the key: "6 points above and below the start".
    pub usual_words: &'a str,
    /// A clinical cut-off, drawn as a dashed line.
    pub cutoff: Option<f64>,
    /// Which way is better.
    pub better: Better,
    /// The answers by day, the first being the start.
    pub points: Vec<Point>,
    /// The days of the sessions.
    pub sessions: Vec<Date>,
}

/// The trend as a figure with its key, and the table behind a fold. It is drawn twice, for a phone and for a desk; the style
/// sheet shows the one that fits.
pub fn trend(view: &View, trend: &Trend<'_>) -> Markup {
    let words = view.words;
    html! {
        figure.chart {
            figcaption.stack.stack--tight { h2 { (trend.finding) } p { (trend.sentence) } }
            @if let (Some(first), Some(last)) = (trend.points.first(), trend.points.last()) {
                (picture(view, "narrow", &plot(NARROW, trend, first, last), trend))
                (picture(view, "wide", &plot(WIDE, trend, first, last), trend))
            }
            (key(view, trend))
        }
        (fold(say!(words, "chart-as-table"), as_table(view, trend)))
    }
}

/// The axis reaches over the sessions too, so that a tick is never outside.
fn plot(frame: Frame, trend: &Trend<'_>, first: &Point, last: &Point) -> Plot {
    let begin = trend.sessions.iter().copied().fold(first.day, Ord::min);
    let end = trend.sessions.iter().copied().fold(last.day, Ord::max);
    Plot::new(frame, trend.range, begin, end)
}

fn picture(view: &View, class: &str, plot: &Plot, trend: &Trend<'_>) -> Markup {
    let scored: Vec<&Point> = trend.points.iter().filter(|point| point.score.is_some()).collect();
    let marks: Vec<(f64, f64, f64)> =
        scored.iter().filter_map(|point| Some((plot.x(point.day), plot.y(point.score?), point.score?))).collect();
    html! {
        svg class=(class) viewBox={ "0 0 " (plot.frame.width) " " (plot.frame.height) } role="img" aria-label=(trend.picture) {
            (axis::background(plot, trend))
            @for (from, to) in bridges(plot, &trend.points) { path.gap d={ "M" (from) "L" (to) } {} }
            @for line in lines(plot, &trend.points) { path.line d={ "M" (line.join("L")) } {} }
            (axis::days(view.words, plot, trend))
            @for (at, ((x, y, _), point)) in marks.iter().zip(&scored).enumerate() {
                @let (class, size) = dot(at, marks.len());
                @let part = if point.note.is_empty() { "" } else { " part" };
                circle class={ (class) (part) } cx=(unit(*x)) cy=(unit(*y)) r=(size) {}
            }
            (end_labels(plot, &marks))
        }
    }
}

/// Scores that follow each other without a gap, as one line each.
fn lines(plot: &Plot, points: &[Point]) -> Vec<Vec<String>> {
    let runs = points.split(|point| point.score.is_none());
    let line = |run: &[Point]| run.iter().filter_map(|point| place(plot, point)).collect::<Vec<_>>();
    runs.map(line).filter(|line| line.len() > 1).collect()
}

/// From the score before each gap to the one behind it.
fn bridges(plot: &Plot, points: &[Point]) -> Vec<(String, String)> {
    let ends: Vec<(Option<String>, Option<String>)> = points
        .split(|point| point.score.is_none())
        .filter(|run| !run.is_empty())
        .map(|run| (run.first().and_then(|point| place(plot, point)), run.last().and_then(|point| place(plot, point))))
        .collect();
    ends.windows(2).filter_map(|pair| Some((pair[0].1.clone()?, pair[1].0.clone()?))).collect()
}

fn place(plot: &Plot, point: &Point) -> Option<String> {
    Some(format!("{} {}", unit(plot.x(point.day)), unit(plot.y(point.score?))))
}

/// The start is an open ring, the last answer is larger than those between; many points are drawn smaller.
fn dot(at: usize, count: usize) -> (&'static str, &'static str) {
    match at {
        0 => ("dot--open", "6"),
        _ if at + 1 == count => ("dot", "6"),
        _ if count > 30 => ("dot", "3"),
        _ => ("dot", "4.5"),
    }
}

/// The first and the last score, on the side of the line that is free: above where it falls away, below where it comes down.
fn end_labels(plot: &Plot, marks: &[(f64, f64, f64)]) -> Markup {
    let (above, below) = (-12.0, 22.0);
    let fits = |y: f64| y > plot.frame.top + 12.0 && y < plot.frame.bottom - 4.0;
    let side = |y: f64, wanted: f64| if fits(y + wanted) { y + wanted } else { y + above + below - wanted };
    let falls = marks.first().zip(marks.last()).is_some_and(|(first, last)| last.1 > first.1);
    let last = if falls { below } else { above };
    let ends = marks
        .first()
        .map(|mark| (mark, above))
        .into_iter()
        .chain((marks.len() > 1).then(|| marks.last()).flatten().map(|mark| (mark, last)));
    html! {
        @for ((x, y, score), wanted) in ends {
            text.strong x=(unit(*x)) y=(unit(side(*y, wanted))) text-anchor="middle" { (number(*score)) }
        }
    }
}

fn key(view: &View, trend: &Trend<'_>) -> Markup {
    let words = view.words;
    let better = match trend.better {
        Better::Lower => say!(words, "chart-lower"),
        Better::Higher => say!(words, "chart-higher"),
    };
    html! {
        ul.key {
            li { (better) }
            @if trend.usual.is_some() {
                li { svg width="28" height="14" aria-hidden="true" { rect.usual x="1" y="1" width="26" height="12" {} } (trend.usual_words) }
            }
            @if let Some(cutoff) = trend.cutoff {
                li { svg width="28" height="14" aria-hidden="true" { path.cut d="M1 7h26" {} } (say!(words, "chart-cutoff", score = number(cutoff))) }
            }
            @if trend.points.iter().any(|point| point.score.is_none()) {
                li { svg width="28" height="14" aria-hidden="true" { path.gap d="M1 7h26" {} } (say!(words, "chart-gap")) }
            }
            @if trend.points.iter().any(|point| point.score.is_some() && !point.note.is_empty()) {
                li { svg width="14" height="14" aria-hidden="true" { circle.dot.part cx="7" cy="7" r="4.5" {} } (say!(words, "chart-part")) }
            }
            @if !trend.sessions.is_empty() {
                li { svg width="14" height="14" aria-hidden="true" { path.tick d="M7 2v10" {} } (say!(words, "chart-a-session")) }
            }
        }
    }
}

fn as_table(view: &View, trend: &Trend<'_>) -> Markup {
    let words = view.words;
    let (day, score, in_words, against) = (
        say!(words, "chart-day"),
        say!(words, "chart-score"),
        say!(words, "chart-in-words"),
        say!(words, "chart-against"),
    );
    let mut columns =
        vec![Column::Words(&day), Column::Number(&score), Column::Words(&in_words), Column::Words(&against)];
    if trend.zones.is_empty() {
        columns.remove(2);
    }
    let row = |point: &Point| {
        let zone = point.score.and_then(|score| trend.zones.iter().rev().find(|zone| score >= zone.from));
        let mut cells = vec![
            html! { (words.day_of_year(point.day)) },
            html! {
                @match point.score {
                    Some(score) => { (number(score)) @if !point.note.is_empty() { " " small.soft { (point.note) } } }
                    None if point.note.is_empty() => (say!(words, "chart-no-answer")),
                    None => (point.note),
                }
            },
            html! { (zone.map_or("–", |zone| zone.name)) },
            html! { (point.against_start) },
        ];
        if trend.zones.is_empty() {
            cells.remove(2);
        }
        cells
    };
    table(trend.finding, &columns, trend.points.iter().map(row))
}
