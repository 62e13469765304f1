//! Why somebody may not be on track, and how a change was judged, in the words for a clinician.

use maud::{Markup, html};
use measures::Cause;
use measures::change::{Boundary, Class, Open, Outcome, Reason, Trend, Yardstick};

use crate::assessments::Course;
use crate::say;
use crate::web::charts::number;
use crate::web::{Said, View};

/// The rule that was met, with its figures.
pub(super) fn reason(view: &View, reason: &Reason) -> Said {
    let words = view.words;
    match reason {
        Reason::Deteriorated { first, worst, session, threshold, still } => {
            let (first, worst, threshold) = (number(*first), number(*worst), number(*threshold));
            if *still {
                say!(
                    words,
                    "progress-reason-worse-still",
                    session = session,
                    first = first,
                    worst = worst,
                    threshold = threshold
                )
            } else {
                say!(
                    words,
                    "progress-reason-worse-then",
                    session = session,
                    first = first,
                    worst = worst,
                    threshold = threshold
                )
            }
        }
        Reason::NoEarlyResponse { session, gain, expected } => {
            say!(words, "progress-reason-early", session = session, gain = number(*gain), expected = number(*expected))
        }
        Reason::Checkpoint { week, total, from, source } => {
            say!(words, "progress-reason-week", week = week, total = number(*total), from = from, source = bare(source))
        }
        Reason::AttendanceFell { missed, of } => say!(words, "progress-reason-away", missed = missed, of = of),
        Reason::Risk { item, cause: Cause::Answered } => say!(words, "progress-reason-risk", item = item),
        Reason::Risk { item, cause: Cause::NotAnswered } => say!(words, "progress-reason-risk-open", item = item),
    }
}

/// The class of change, and how it was worked out.
pub(super) fn worked_out(view: &View, course: &Course) -> Markup {
    let (Some(outcome), Some(yardstick)) = (&course.outcome, Yardstick::of(course.instrument)) else {
        return Markup::default();
    };
    html! {
        p { strong { (class(view, outcome.class)) } }
        @for sentence in sentences(view, outcome, &yardstick) { p { (sentence) } }
    }
}

fn class(view: &View, class: Class) -> Said {
    let key = match class {
        Class::Recovered => "progress-class-recovered",
        Class::Improved => "progress-class-improved",
        Class::NoReliableChange => "progress-class-same",
        Class::Deteriorated => "progress-class-worse",
        Class::NotClassifiable(Open::TooFewScores) => "progress-class-few",
        Class::NotClassifiable(Open::BaselineBelowCutoff) => "progress-class-below",
        Class::NotClassifiable(Open::NoThreshold) => "progress-class-unknown",
    };
    view.words.say(key, None)
}

fn sentences(view: &View, outcome: &Outcome, yardstick: &Yardstick) -> Vec<Said> {
    let words = view.words;
    let Some((first, last)) = outcome.ends else { return Vec::new() };
    let mut said = vec![say!(
        words,
        "progress-change",
        first = number(first),
        last = number(last),
        change = number((last - first).abs())
    )];
    if let Some(reliable) = &yardstick.reliable {
        let (points, source) = (number(reliable.points()), bare(reliable.source()));
        said.push(match outcome.reliably {
            Some(Trend::Better | Trend::Worse) => say!(words, "progress-change-more", points = points, source = source),
            Some(Trend::Same) | None => say!(words, "progress-change-less", points = points, source = source),
        });
        said.push(range(view, outcome, yardstick.clinical.as_ref()));
    }
    said
}

/// Where the latest score lies against the clinical range. Without a published one nobody is called recovered.
fn range(view: &View, outcome: &Outcome, boundary: Option<&Boundary>) -> Said {
    let words = view.words;
    let Some(boundary) = boundary else { return say!(words, "progress-range-unknown") };
    let (from, source) = (number(boundary.from), bare(&boundary.source));
    match (outcome.class, outcome.is_clinical) {
        (Class::Recovered, _) => say!(words, "progress-range-left", from = from, source = source),
        (Class::NotClassifiable(Open::BaselineBelowCutoff), _) => {
            say!(words, "progress-range-never", from = from, source = source)
        }
        (_, Some(true)) => say!(words, "progress-range-in", from = from, source = source),
        _ => say!(words, "progress-range-out", from = from, source = source),
    }
}

/// A source without its full stop, for brackets.
fn bare(source: &str) -> String {
    source.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::*;
    use crate::clock::Timestamp;

    fn view() -> View {
        View::public("/", Timestamp(0))
    }

    #[test]
    fn a_reason_gives_the_figures_that_met_its_rule() {
        let worse = |still| Reason::Deteriorated { first: 12.0, worst: 18.0, session: 1, threshold: 6.0, still };
        for (met, said) in [
            (
                worse(false),
                "Session 1: 18 is worse than the 12 at the start by 6 points or more. The latest score is better again.",
            ),
            (
                worse(true),
                "Session 1: 18 is worse than the 12 at the start by 6 points or more. The latest score still is.",
            ),
            (
                Reason::NoEarlyResponse { session: 4, gain: 2.0, expected: 3.0 },
                "By session 4 the gain is 2 points. Half a reliable change, 3 points, is expected by then.",
            ),
            (
                Reason::Checkpoint { week: 4, total: 17.0, from: 17, source: "Trials, 2015.".to_owned() },
                "Week 4: 17 is at or beyond 17, from where little gain was seen later (Trials, 2015).",
            ),
            (
                Reason::AttendanceFell { missed: 2, of: 3 },
                "Missed 2 of the last 3 sessions, after coming to most of those before.",
            ),
            (
                Reason::Risk { item: "9".to_owned(), cause: Cause::Answered },
                "The answer to item 9 asks for a conversation about safety.",
            ),
            (Reason::Risk { item: "9".to_owned(), cause: Cause::NotAnswered }, "Item 9, about safety, was left open."),
        ] {
            assert_eq!(reason(&view(), &met), said);
        }
    }

    #[test]
    fn a_class_is_explained_by_its_figures_and_their_sources() {
        let phq = Catalogue::built_in().get("phq-9").expect("it is built in");
        let yardstick = Yardstick::of(phq).expect("it has one");
        let outcome = measures::change::judge(&yardstick, &[18.0, 9.0]);
        assert_eq!(class(&view(), outcome.class), "Recovered");
        assert_eq!(
            sentences(&view(), &outcome, &yardstick).join(" "),
            "From 18 to 9: a change of 9. \
             That is at least the 6 points that are reliable (NHS Talking Therapies manual: reliable change on the PHQ-9). \
             The latest score has left the clinical range, which begins at 10 (NHS Talking Therapies manual: caseness on the PHQ-9)."
        );
        let open = Yardstick { clinical: None, ..yardstick };
        let outcome = measures::change::judge(&open, &[27.0, 0.0]);
        assert!(sentences(&view(), &outcome, &open).join(" ").ends_with("nobody is called recovered."));
    }
}
