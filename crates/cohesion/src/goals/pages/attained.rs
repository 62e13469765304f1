//! The score over a member's goals, its course, and how it was worked out.

use maud::{Markup, html};

use super::super::{Attained, Goal, Part, course_of_attainment};
use super::draw::{held, signed};
use crate::groups::Session;
use crate::say;
use crate::web::View;
use crate::web::charts::{Better, Point, Range, Trend, number, trend};
use crate::web::parts::{Column, fold, table};

/// The score over all goals with levels; nothing where there is none. One day alone is a sentence, several are a chart.
pub fn attainment_shown(view: &View, goals: &[Goal], sessions: &[Session]) -> Markup {
    let words = view.words;
    let Some(attained) = Attained::at(goals, view.now) else { return Markup::default() };
    let score = number(attained.score);
    html! {
        section.stack {
            h2 { (say!(words, "goals-attained")) }
            p { (say!(words, "goals-attained-now", score = score, count = attained.parts.len())) }
            p.soft { (say!(words, "goals-attained-means")) }
            (course(view, goals, sessions))
            (fold(say!(words, "goals-worked-out"), working(view, goals, &attained)))
        }
    }
}

fn course(view: &View, goals: &[Goal], sessions: &[Session]) -> Markup {
    let words = view.words;
    let course = course_of_attainment(goals);
    let (Some((_, first)), Some((_, last)), true) = (course.first(), course.last(), course.len() > 1) else {
        return Markup::default();
    };
    let finding = say!(words, "goals-attained-course");
    let sentence = say!(words, "goals-attained-sentence", first = number(*first), last = number(*last));
    let picture = say!(words, "goals-attained-picture", count = course.len());
    let lowest = course.iter().map(|(_, score)| *score).fold(20.0, f64::min);
    let highest = course.iter().map(|(_, score)| *score).fold(80.0, f64::max);
    let points = course.iter().enumerate().map(|(place, (at, score))| Point {
        day: view.date(*at),
        score: Some(*score),
        note: String::new(),
        against_start: match place {
            0 => say!(words, "goals-the-start").into_owned(),
            _ => signed_difference(*score - *first),
        },
    });
    let drawn = Trend {
        finding: &finding,
        sentence: &sentence,
        picture: &picture,
        range: Range::new(lowest.floor(), highest.ceil()),
        zones: Vec::new(),
        usual: None,
        usual_words: "",
        cutoff: None,
        better: Better::Higher,
        points: points.collect(),
        sessions: held(view, sessions),
    };
    trend(view, &drawn)
}

fn signed_difference(difference: f64) -> String {
    let said = number(difference);
    if difference > 0.0 { format!("+{said}") } else { said }
}

/// Each goal with its weight and level, the sums, and the formula with the numbers in it.
fn working(view: &View, goals: &[Goal], attained: &Attained) -> Markup {
    let words = view.words;
    let (goal, weight, level, product) = (
        say!(words, "goals-col-goal"),
        say!(words, "goals-col-weight"),
        say!(words, "goals-col-level"),
        say!(words, "goals-col-product"),
    );
    let columns = [Column::Words(&goal), Column::Number(&weight), Column::Number(&level), Column::Number(&product)];
    let row = |part: &Part| {
        let found = goals.iter().find(|goal| goal.id == part.goal).and_then(Goal::shown);
        let title = found.map(|version| version.terms.words.as_str()).unwrap_or_default();
        let (weight, level) = (part.rated.weight.get(), part.rated.level.get());
        vec![
            html! { (title) @if part.is_start { " " small.soft { (say!(words, "goals-not-rated-yet")) } } },
            html! { (weight) },
            html! { (signed(level)) },
            html! { (number(f64::from(i32::from(weight) * i32::from(level)))) },
        ]
    };
    let (weighted, weights, squares) = (attained.weighted(), attained.weights(), attained.squares());
    html! {
        (table(say!(words, "goals-worked-out-table"), &columns, attained.parts.iter().map(row)))
        p { (say!(words, "goals-formula")) }
        p { code {
            "50 + 10 × " (number(f64::from(weighted))) " ÷ √(0.7 × " (squares) " + 0.3 × " (weights) "²) = " (number(attained.score))
        } }
        p.soft { (say!(words, "goals-formula-source")) }
    }
}
