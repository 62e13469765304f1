//! A letter as it is read, and a statement with all that is needed to read it honestly.

use maud::{Markup, html};
use measures::change::{ReliableChange, Trend as Change, Yardstick, trend as change};
use measures::{Catalogue, Direction};
use patterns::Pattern;

use super::super::calendar::day_of;
use super::super::{Body, Chart, Part, Told};
use crate::clock::Timestamp;
use crate::say;
use crate::web::charts::{Better, Point, Range, Trend, Zone, number, trend};
use crate::web::parts::{fold, mark};
use crate::web::{Said, View};

/// The letter, typeset. `to` and `from` are names; the day is the one on which it was given, or today.
pub(super) fn letter(view: &View, body: &Body, (to, from): (&str, &str), at: Timestamp) -> Markup {
    let words = view.words;
    html! {
        article.letter {
            p.letterhead { (mark()) " " span { (view.site) } " " span { (words.day_of_year(view.date(at))) } }
            h2 { (say!(words, "feedback-dear", name = to)) }
            @for part in Part::ALL { (one_part(view, body, part)) }
            p { (say!(words, "feedback-regards")) br; (from) }
            p.print-only { (say!(words, "feedback-print-turn")) }
        }
    }
}

fn one_part(view: &View, body: &Body, part: Part) -> Markup {
    let text = body.part(part).trim();
    let chart = body.chart.as_ref().filter(|_| part == Part::Numbers);
    html! {
        @if !text.is_empty() || chart.is_some() {
            h3 { (heading(view, body, part)) }
            @for passage in text.split("\n\n").filter(|passage| !passage.trim().is_empty()) {
                p.lines { (passage) }
            }
            @if let Some(chart) = chart { (course(view, chart)) }
        }
    }
}

fn heading(view: &View, body: &Body, part: Part) -> Said {
    match (part, body.until_day()) {
        (Part::Experiment, Some(day)) => say!(view.words, "feedback-part-experiment-by", day = view.words.day(day)),
        _ => view.words.say(part.heading_key(), None),
    }
}

/// The course as it was when the letter was kept, in the words for members. Nothing where its questionnaire is not known any more.
fn course(view: &View, chart: &Chart) -> Markup {
    let Ok(instrument) = Catalogue::built_in().get(&chart.instrument) else { return Markup::default() };
    let (Some(total), Some((_, first))) = (instrument.total.as_ref(), chart.points.first()) else {
        return Markup::default();
    };
    let words = view.words;
    let yardstick = Yardstick::of(instrument);
    let reliable = yardstick.as_ref().and_then(|known| known.reliable.as_ref()).map(ReliableChange::points);
    let totals: Vec<f64> = chart.points.iter().map(|(_, points)| *points).collect();
    let range = instrument.total_range().unwrap_or(0..=0);
    let usual_words =
        reliable.map(|points| say!(words, "feedback-usual", points = number(points)).into_owned()).unwrap_or_default();
    let picture = say!(words, "feedback-picture", title = &instrument.short_title, count = totals.len());
    let sentence = say!(
        words,
        "feedback-chart-sentence",
        title = &instrument.short_title,
        first = number(*first),
        last = number(totals.last().copied().unwrap_or(*first)),
        count = totals.len()
    );
    let finding = match yardstick.as_ref().and_then(|known| change(known, &totals)) {
        Some(Change::Better) => say!(words, "feedback-chart-better"),
        Some(Change::Worse) => say!(words, "feedback-chart-worse"),
        Some(Change::Same) | None => say!(words, "feedback-chart-same"),
    };
    let point = |(at, points): &(i64, f64)| Point {
        day: view.date(Timestamp(*at)),
        score: Some(*points),
        note: String::new(),
        against_start: String::new(),
    };
    let drawn = Trend {
        finding: &finding,
        sentence: &sentence,
        picture: &picture,
        range: Range::new(f64::from(*range.start()), f64::from(*range.end())),
        zones: total.bands.iter().map(|band| Zone { from: f64::from(band.from), name: &band.member }).collect(),
        usual: reliable.map(|points| (first - points, first + points)),
        usual_words: &usual_words,
        cutoff: None,
        better: match instrument.direction {
            Some(Direction::HigherIsBetter) => Better::Higher,
            _ => Better::Lower,
        },
        points: chart.points.iter().map(point).collect(),
        sessions: Vec::new(),
    };
    trend(view, &drawn)
}

/// A statement under its heading: the sentence, on how much it rests, and how it was worked out.
pub(super) fn statement(view: &View, told: &Told) -> Markup {
    let words = view.words;
    let day = |day: patterns::Day| day_of(day.0).map(|date| words.day_short(date)).unwrap_or_default();
    let period = told.statement.period;
    html! {
        p { (told.sentence(words)) }
        p.soft.small {
            (say!(words, "feedback-rests-on", count = told.statement.n, from = day(period.from), to = day(period.to)))
        }
        (fold(say!(words, "feedback-worked-out"), html! { p { (told.worked_out(words)) } }))
    }
}

/// What a statement is about, in a word or two.
pub(super) fn about(view: &View, told: &Told) -> Said {
    if let Some(about) = &told.about {
        return about.clone().into();
    }
    view.words.say(
        match told.statement.pattern {
            Pattern::Trend => "feedback-about-trend",
            Pattern::Daily => "feedback-about-daily",
            Pattern::Homework => "feedback-about-homework",
            Pattern::Thoughts => "feedback-about-thoughts",
            Pattern::Skills => "feedback-about-skills",
            Pattern::Activity => "feedback-about-activity",
            Pattern::Exposure => "feedback-about-exposure",
            Pattern::Attendance => "feedback-about-attendance",
            Pattern::Avoidance => "feedback-about-avoidance",
            Pattern::Participation | Pattern::Climate | Pattern::Risk => "feedback-about-other",
        },
        None,
    )
}
