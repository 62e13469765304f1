//! One course as a chart, in the words for whoever reads it.

use maud::{Markup, html};
use measures::Direction;
use measures::change::Yardstick;

use crate::assessments::{self, Course, Reader};
use crate::groups::Session;
use crate::say;
use crate::web::charts::{Better, Point, Range, Trend, Zone, number, trend};
use crate::web::parts::missing;
use crate::web::{Said, View};

/// The chart, or a sentence where there is nothing to draw yet; and what is missing in it.
pub(super) fn chart(view: &View, course: &Course, sessions: &[Session], reader: Reader) -> Markup {
    html! { (missing(view, course.damaged)) (drawn(view, course, sessions, reader)) }
}

fn drawn(view: &View, course: &Course, sessions: &[Session], reader: Reader) -> Markup {
    let words = view.words;
    let instrument = course.instrument;
    let (Some(total), Some((first, last))) = (instrument.total.as_ref(), course.ends()) else {
        return html! {
            h3 { (instrument.short_title) }
            p.soft { (say!(words, "progress-no-score")) " " (answered(view, course)) }
        };
    };
    let range = instrument.total_range().unwrap_or(0..=0);
    let name = |band: &'static measures::instrument::Band| match reader {
        Reader::Member => band.member.as_str(),
        Reader::Clinician => band.name.as_str(),
    };
    let yardstick = Yardstick::of(instrument);
    let reliable = yardstick
        .as_ref()
        .and_then(|yardstick| yardstick.reliable.as_ref())
        .map(measures::change::ReliableChange::points);
    let usual_words = reliable.map(|points| say!(words, "progress-usual", points = number(points)).to_string());
    let (finding, sentence) = (finding(view, course, reader), sentence(view, course, first, last));
    let picture = say!(words, "progress-picture", count = course.scored(), title = &instrument.short_title);
    let drawn = Trend {
        finding: &finding,
        sentence: &sentence,
        picture: &picture,
        range: Range::new(f64::from(*range.start()), f64::from(*range.end())),
        zones: total.bands.iter().map(|band| Zone { from: f64::from(band.from), name: name(band) }).collect(),
        usual: reliable.map(|points| (first - points, first + points)),
        usual_words: usual_words.as_deref().unwrap_or_default(),
        cutoff: match reader {
            Reader::Clinician => yardstick.as_ref().and_then(|yardstick| Some(yardstick.clinical.as_ref()?.from)),
            Reader::Member => None,
        },
        better: match instrument.direction {
            Some(Direction::HigherIsBetter) => Better::Higher,
            _ => Better::Lower,
        },
        points: course.points.iter().map(|point| drawn_point(view, course, point, first, reader)).collect(),
        sessions: sessions
            .iter()
            .filter(|session| session.starts_at <= view.now)
            .map(|session| view.date(session.starts_at))
            .collect(),
    };
    html! {
        (trend(view, &drawn))
        p.soft { (answered(view, course)) }
    }
}

/// How often it was answered of how often it was asked: what is missing is said.
pub(super) fn answered(view: &View, course: &Course) -> Said {
    say!(view.words, "progress-answered", answered = course.answered(), asked = course.asked())
}

/// What a score rests on where not every question was answered, or why there is none; else empty.
pub(super) fn rests_on(view: &View, point: &assessments::Point, reader: Reader) -> String {
    let key = match (point.is_prorated(), reader) {
        (false, _) if point.answer.is_some() && point.total().is_none() => "progress-too-open",
        (false, _) => return String::new(),
        (true, Reader::Member) => "progress-from-rest",
        (true, Reader::Clinician) => "progress-prorated",
    };
    view.words.say(key, None).into_owned()
}

fn drawn_point(view: &View, course: &Course, point: &assessments::Point, first: f64, reader: Reader) -> Point {
    let words = view.words;
    let yardstick = Yardstick::of(course.instrument);
    let against = point.total().zip(yardstick).and_then(|(total, yardstick)| yardstick.reliably(first, total));
    Point {
        day: view.date(point.at),
        score: point.total(),
        note: rests_on(view, point, reader),
        against_start: against.map_or_else(String::new, |trend| words.say(against_key(trend), None).to_string()),
    }
}

const fn against_key(trend: measures::change::Trend) -> &'static str {
    match trend {
        measures::change::Trend::Better => "progress-against-better",
        measures::change::Trend::Same => "progress-against-same",
        measures::change::Trend::Worse => "progress-against-worse",
    }
}

/// The heading: trend words before numbers.
fn finding(view: &View, course: &Course, reader: Reader) -> Said {
    let words = view.words;
    let key = match (course.trend, reader) {
        (Some(measures::change::Trend::Better), Reader::Member) => "progress-mine-better",
        (Some(measures::change::Trend::Same), Reader::Member) => "progress-mine-same",
        (Some(measures::change::Trend::Worse), Reader::Member) => "progress-mine-worse",
        (Some(measures::change::Trend::Better), Reader::Clinician) => "progress-theirs-better",
        (Some(measures::change::Trend::Same), Reader::Clinician) => "progress-theirs-same",
        (Some(measures::change::Trend::Worse), Reader::Clinician) => "progress-theirs-worse",
        (None, _) if !course.has_yardstick() => "progress-no-yardstick",
        (None, _) => "progress-too-early",
    };
    words.say(key, None)
}

fn sentence(view: &View, course: &Course, first: f64, last: f64) -> Said {
    let title = &course.instrument.short_title;
    say!(
        view.words,
        "progress-sentence",
        title = title,
        first = number(first),
        last = number(last),
        count = course.scored()
    )
}
