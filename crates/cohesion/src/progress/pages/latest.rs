//! Questionnaires without a yardstick, such as a screening or the check-out: their latest result, one below the other.

use maud::{Markup, html};

use super::course::{answered, chart};
use crate::assessments::{Answer, Course, Reader, look_in_words, met_in_words, total_in_words};
use crate::clock::Timestamp;
use crate::groups::Session;
use crate::say;
use crate::web::View;
use crate::web::parts::{Icon, Row, Tone, fold, rows, tag};

/// The latest result of each, leading to its answers at `href`; where there are several scores, their course behind a fold.
pub(super) fn latest(
    view: &View,
    courses: &[&Course],
    sessions: &[Session],
    reader: Reader,
    href: impl Fn(&Answer) -> String,
) -> Markup {
    let words = view.words;
    let heading = match reader {
        Reader::Member => say!(words, "progress-latest-mine"),
        Reader::Clinician => say!(words, "progress-latest"),
    };
    html! {
        @if !courses.is_empty() {
            section.stack.stack--tight {
                h2 { (heading) }
                (rows(courses.iter().map(|course| row(view, course, reader, &href))))
                @for course in courses.iter().filter(|course| course.scored() > 1) {
                    (fold(
                        say!(words, "progress-over-time", title = &course.instrument.short_title),
                        chart(view, course, sessions, reader),
                    ))
                }
            }
        }
    }
}

fn row(view: &View, course: &Course, reader: Reader, href: &impl Fn(&Answer) -> String) -> Row {
    let title = &course.instrument.short_title;
    match course.latest() {
        None => Row::plain(title).small(answered(view, course)).icon(Icon::Practice),
        Some((answer, at)) => {
            Row::link(href(answer), title).small(told(view, course, answer, at, reader)).icon(Icon::Practice)
        }
    }
}

/// When, what it came to, and for a clinician what is met and what is worth a glance.
fn told(view: &View, course: &Course, answer: &Answer, at: Timestamp, reader: Reader) -> Markup {
    let instrument = course.instrument;
    html! {
        (view.moment_alone(at))
        @if let Some(total) = total_in_words(view, instrument, &answer.score, reader) { " · " (total) }
        " · " (answered(view, course))
        @if reader == Reader::Clinician {
            @if let Some(met) = met_in_words(view, instrument, &answer.score) {
                br; (tag(Tone::Note, Some(Icon::Info), say!(view.words, "progress-met"))) " " (met)
            }
            @for look in &answer.looks {
                br; (tag(Tone::Note, Some(Icon::Eye), say!(view.words, "progress-glance"))) " " (look_in_words(view, instrument, look))
            }
        }
    }
}
