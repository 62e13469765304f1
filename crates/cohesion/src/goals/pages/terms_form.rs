//! The form in which a goal is written down or revised.

use std::str::FromStr;

use maud::{Markup, html};

use super::super::{LEVELS, Rater, Scale, Terms};
use super::draw::{level_key, signed};
use super::side::Side;
use crate::limits::{LINE_CHARS_MAX, SCALE_MAX, TEXT_CHARS_MAX};
use crate::say;
use crate::web::forms::Choice;
use crate::web::{Check, Fields, Form, View};
use crate::{Error, Result};

/// How the goal is to be measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Levels,
    Rating,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Levels => "levels",
            Self::Rating => "rating",
        }
    }
}

impl FromStr for Kind {
    type Err = Error;
    fn from_str(word: &str) -> Result<Self> {
        [Self::Levels, Self::Rating].into_iter().find(|kind| kind.word() == word).ok_or(Error::NotFound)
    }
}

/// Reads the terms of a goal.
pub(super) fn read(form: &Form) -> Result<Terms> {
    let mut check = Check::new(form);
    let words = check.text("words", 1..=LINE_CHARS_MAX);
    let why = check.area("why", 0..=TEXT_CHARS_MAX);
    let scale = match check.choice("kind") {
        Some(Kind::Levels) => read_levels(&mut check),
        Some(Kind::Rating) => check.number("start_rating", 0..=SCALE_MAX).map(|start| Scale::Outcome { start }),
        None => None,
    };
    let rater = check.choice("rater");
    let review_on = check.date("review_on");
    let mut link = |field| check.optional(field, |check| check.text(field, 0..=LINE_CHARS_MAX));
    let (instrument, technique) = (link("instrument"), link("technique"));
    check.done(|| {
        Some(Terms {
            words: words?,
            why: why?,
            scale: scale?,
            rater: rater?,
            review_on: review_on?,
            instrument: instrument?,
            technique: technique?,
        })
    })
}

fn read_levels(check: &mut Check<'_>) -> Option<Scale> {
    let mut level = |place: usize| check.text(&format!("level-{place}"), 1..=LINE_CHARS_MAX);
    let levels = [level(0), level(1), level(2), level(3), level(4)];
    let (weight, start) = (check.number("weight", 1..=3), check.number("start_level", -2..=2));
    let levels: Vec<String> = levels.into_iter().collect::<Option<_>>()?;
    Some(Scale::Attainment { levels: levels.try_into().ok()?, weight: weight?, start: start? })
}

/// The form filled in with the terms that there are.
pub(super) fn filled(terms: &Terms) -> Form {
    let mut pairs = vec![
        ("words".to_owned(), terms.words.clone()),
        ("why".to_owned(), terms.why.clone()),
        ("rater".to_owned(), terms.rater.word().to_owned()),
        ("review_on-day".to_owned(), terms.review_on.day().to_string()),
        ("review_on-month".to_owned(), terms.review_on.month().to_string()),
        ("review_on-year".to_owned(), terms.review_on.year().to_string()),
        ("instrument".to_owned(), terms.instrument.clone().unwrap_or_default()),
        ("technique".to_owned(), terms.technique.clone().unwrap_or_default()),
    ];
    match &terms.scale {
        Scale::Attainment { levels, weight, start } => {
            pairs.push(("kind".to_owned(), Kind::Levels.word().to_owned()));
            pairs.push(("weight".to_owned(), weight.to_string()));
            pairs.push(("start_level".to_owned(), start.to_string()));
            let levels = levels.iter().enumerate();
            pairs.extend(levels.map(|(place, words)| (format!("level-{place}"), words.clone())));
        }
        Scale::Outcome { start } => {
            pairs.push(("kind".to_owned(), Kind::Rating.word().to_owned()));
            pairs.push(("start_rating".to_owned(), start.to_string()));
        }
    }
    Form::of(pairs)
}

/// A form in which nothing but what is usual is chosen.
pub(super) fn begun() -> Form {
    Form::of([("kind", Kind::Rating.word()), ("rater", Rater::Member.word()), ("weight", "1"), ("start_level", "-2")])
}

/// The fields, from the words to the review.
pub(super) fn draw(view: &View, fields: &Fields<'_>, side: Side) -> Markup {
    let words = view.words;
    let (label, why) = match side {
        Side::Own => (say!(words, "goals-form-words-mine"), say!(words, "goals-form-why-mine")),
        Side::Care => (say!(words, "goals-form-words"), say!(words, "goals-form-why")),
    };
    let kinds = vec![
        Choice::new(Kind::Rating.word(), say!(words, "goals-kind-rating"))
            .small(say!(words, "goals-kind-rating-about")),
        Choice::new(Kind::Levels.word(), say!(words, "goals-kind-levels"))
            .small(say!(words, "goals-kind-levels-about")),
    ];
    let raters = vec![
        Choice::new(Rater::Member.word(), rater_name(view, side, Rater::Member)),
        Choice::new(Rater::Leader.word(), rater_name(view, side, Rater::Leader)),
    ];
    html! {
        (fields.text("words", label).hint(say!(words, "goals-form-words-hint")).voice())
        (fields.area("why", why).hint(say!(words, "goals-optional")).voice())
        (fields.radios("kind", say!(words, "goals-form-kind"), kinds))
        (fields.scale("start_rating", say!(words, "goals-form-start-rating"), &say!(words, "goals-scale-low"), &say!(words, "goals-scale-high")))
        (levels(view, fields))
        (fields.radios("rater", say!(words, "goals-form-rater"), raters))
        (fields.date("review_on", say!(words, "goals-form-review")).hint(say!(words, "goals-form-review-hint")))
        (links(view, fields))
    }
}

fn rater_name(view: &View, side: Side, rater: Rater) -> crate::web::Said {
    match (side, rater) {
        (Side::Own, Rater::Member) => say!(view.words, "goals-rater-me"),
        (Side::Care, Rater::Member) => say!(view.words, "goals-rater-member"),
        (_, Rater::Leader) => say!(view.words, "goals-rater-leader"),
    }
}

/// The five levels, from the lowest; asked for where the goal is measured by them.
fn levels(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let name =
        |level: i8| say!(words, "goals-value-level", level = signed(level), name = words.say(level_key(level), None));
    let weights = (1..=3_u8).map(|weight| Choice::new(weight.to_string(), weight.to_string())).collect();
    let starts = LEVELS.iter().map(|level| Choice::new(level.to_string(), name(*level))).collect();
    html! {
        fieldset.stack {
            legend { (say!(words, "goals-form-levels")) }
            p.hint { (say!(words, "goals-form-levels-hint")) }
            @for (place, level) in LEVELS.iter().enumerate() {
                (fields.text(&format!("level-{place}"), name(*level)).voice())
            }
            div.pair {
                (fields.select("start_level", say!(words, "goals-form-start-level"), starts))
                (fields.select("weight", say!(words, "goals-form-weight"), weights))
            }
        }
    }
}

fn links(view: &View, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let none = || Choice::new("", say!(words, "goals-none-of-them"));
    let instruments = measures::Catalogue::built_in().iter();
    let instruments = instruments.map(|known| Choice::new(&known.canonical, &known.short_title));
    let known = techniques::Catalogue::built_in();
    let forms = known.forms().map(|form| Choice::new(&form.id, &form.title));
    let skills = known.skills().map(|(_, skill)| Choice::new(&skill.id, &skill.title));
    html! {
        div.pair {
            (fields.select("instrument", say!(words, "goals-form-instrument"), std::iter::once(none()).chain(instruments).collect()))
            (fields.select("technique", say!(words, "goals-form-technique"), std::iter::once(none()).chain(forms).chain(skills).collect()))
        }
    }
}
