//! How goals look: a row, a value in words, and the course as a chart like the other charts.

use jiff::civil::Date;
use maud::{Markup, html};

use super::super::{Goal, Rater, Scale};
use super::side::Side;
use crate::clock::Timestamp;
use crate::groups::Session;
use crate::say;
use crate::web::charts::{Better, Point, Range, Trend, Zone, number, trend};
use crate::web::parts::{Icon, Row, Tone, rows, tag};
use crate::web::words::Words;
use crate::web::{Said, View};

/// The Fluent key of a level's name.
pub(super) const fn level_key(level: i8) -> &'static str {
    match level {
        ..=-2 => "goals-level-much-less",
        -1 => "goals-level-less",
        0 => "goals-level-hoped",
        1 => "goals-level-more",
        2.. => "goals-level-much-more",
    }
}

/// The Fluent key of a level's name beside a picture, where there is little room.
const fn zone_key(level: i8) -> &'static str {
    match level {
        ..=-2 => "goals-zone-much-less",
        -1 => "goals-zone-less",
        0 => "goals-level-hoped",
        1 => "goals-zone-more",
        2.. => "goals-zone-much-more",
    }
}

/// A level as people write it: −2, 0, +1.
pub(super) fn signed(level: i8) -> String {
    if level > 0 { format!("+{level}") } else { number(f64::from(level)) }
}

/// A value with its meaning.
pub fn in_words(words: Words, scale: &Scale, value: i8) -> Said {
    match scale {
        Scale::Attainment { .. } => {
            say!(words, "goals-value-level", level = signed(value), name = words.say(level_key(value), None))
        }
        Scale::Outcome { .. } => say!(words, "goals-value-rating", value = value),
    }
}

/// Goals as rows that lead to their pages.
pub fn goal_rows<'g>(view: &View, goals: impl IntoIterator<Item = &'g Goal>, side: Side) -> Markup {
    rows(goals.into_iter().map(|goal| row(view, goal, side)))
}

/// One goal: its words, how far it is, and whether somebody waits for something.
pub(super) fn row(view: &View, goal: &Goal, side: Side) -> Row {
    let words = view.words;
    let title = goal.shown().map(|version| version.terms.words.as_str()).unwrap_or_default();
    let row = Row::link(side.address(goal.id), html! { span.voice { (title) } }).icon(Icon::Flag);
    let now = match goal.at(view.now) {
        Some((scale, value, _)) => say!(words, "goals-now", value = in_words(words, scale, value)),
        None => say!(words, "goals-not-agreed"),
    };
    // Under the words, where a phone has room for it.
    row.small(html! { (now) @if let Some((tone, said)) = mark(view, goal, side) { br; (tag(tone, None, said)) } })
}

/// What there is to do with a goal, or how it ended.
fn mark(view: &View, goal: &Goal, side: Side) -> Option<(Tone, Said)> {
    let words = view.words;
    if let Some(ended) = &goal.ended {
        return Some((Tone::Plain, words.say(ended.ending.how.name_key(), None)));
    }
    if let Some(proposed) = goal.proposed() {
        let is_ones_own = (proposed.author == goal.person) == (side == Side::Own);
        if is_ones_own {
            return Some((Tone::Plain, say!(words, "goals-waits")));
        }
        return Some((Tone::Note, say!(words, "goals-waits-for-you")));
    }
    is_due(view, goal).then(|| (Tone::Note, say!(words, "goals-review-due")))
}

/// Whether it is time to look at an open goal again: its day has come, and nobody has rated it since.
pub(super) fn is_due(view: &View, goal: &Goal) -> bool {
    let waits = |day: Date| day <= view.today() && goal.ratings.iter().all(|rating| view.date(rating.at) < day);
    goal.is_open() && goal.in_force().is_some_and(|version| waits(version.terms.review_on))
}

/// The course of a goal: its start, every rating, and the sessions. A sentence where it is not agreed yet.
pub fn chart(view: &View, goal: &Goal, sessions: &[Session], side: Side) -> Markup {
    let words = view.words;
    let Some((scale, now, _)) = goal.at(view.now) else {
        return html! { p.soft { (say!(words, "goals-not-agreed")) } };
    };
    let title = goal.shown().map(|version| version.terms.words.clone()).unwrap_or_default();
    let points = points(view, goal);
    let first = points.first().and_then(|point| point.score).unwrap_or_default();
    let sentence =
        say!(words, "goals-course", first = number(first), last = signed_where(scale, now), count = goal.ratings.len());
    let picture = say!(words, "goals-picture", count = goal.ratings.len());
    let names: Vec<Said> = super::super::LEVELS.iter().map(|level| words.say(zone_key(*level), None)).collect();
    let zones = match scale {
        Scale::Attainment { .. } => {
            let levels = super::super::LEVELS.iter().zip(&names);
            levels.map(|(level, name)| Zone { from: f64::from(*level), name }).collect()
        }
        Scale::Outcome { .. } => Vec::new(),
    };
    let range = scale.range();
    let drawn = Trend {
        finding: &title,
        sentence: &sentence,
        picture: &picture,
        range: Range::new(f64::from(*range.start()), f64::from(*range.end())),
        zones,
        usual: None,
        usual_words: "",
        cutoff: None,
        better: Better::Higher,
        points,
        sessions: held(view, sessions),
    };
    html! {
        (trend(view, &drawn))
        p.soft { (rated_by(view, goal, side)) }
    }
}

fn signed_where(scale: &Scale, value: i8) -> String {
    match scale {
        Scale::Attainment { .. } => signed(value),
        Scale::Outcome { .. } => value.to_string(),
    }
}

/// The days of the sessions that have begun.
pub(super) fn held(view: &View, sessions: &[Session]) -> Vec<Date> {
    let begun = sessions.iter().filter(|session| session.starts_at <= view.now);
    begun.map(|session| view.date(session.starts_at)).collect()
}

/// The start of each version that held, and each rating, in the order of time.
fn points(view: &View, goal: &Goal) -> Vec<Point> {
    let words = view.words;
    let mut moments: Vec<(Timestamp, i8, bool)> = Vec::new();
    for version in goal.versions.iter().filter(|version| version.is_agreed()) {
        moments.extend(version.answered.map(|answered| (answered.at, version.terms.scale.start(), true)));
    }
    moments.extend(goal.ratings.iter().map(|rating| (rating.at, rating.value, false)));
    moments.sort_by_key(|(at, ..)| *at);
    let start = moments.first().map_or(0, |(_, value, _)| *value);
    let against = |place: usize, value: i8, is_start: bool| match (place, is_start, value - start) {
        (0, ..) => say!(words, "goals-the-start").into_owned(),
        (_, true, _) => say!(words, "goals-revised-then").into_owned(),
        (.., 0) => say!(words, "goals-against-same").into_owned(),
        (.., more) if more > 0 => say!(words, "goals-against-more", points = more).into_owned(),
        (.., less) => say!(words, "goals-against-less", points = -less).into_owned(),
    };
    let point = |(place, (at, value, is_start)): (usize, &(Timestamp, i8, bool))| Point {
        day: view.date(*at),
        score: Some(f64::from(*value)),
        note: String::new(),
        against_start: against(place, *value, *is_start),
    };
    moments.iter().enumerate().map(point).collect()
}

/// Who rates the goal.
pub(super) fn rated_by(view: &View, goal: &Goal, side: Side) -> Said {
    let rater = goal.shown().map_or(Rater::Member, |version| version.terms.rater);
    match (rater, side) {
        (Rater::Member, Side::Own) => say!(view.words, "goals-rated-by-you"),
        (Rater::Member, Side::Care) => say!(view.words, "goals-rated-by-member"),
        (Rater::Leader, Side::Own) => say!(view.words, "goals-rated-by-leader"),
        (Rater::Leader, Side::Care) => say!(view.words, "goals-rated-by-leaders"),
    }
}
