//! The form of a draft: what was typed and ticked, and which button sent it.

use super::super::{Body, Part, Typed};
use crate::Result;
use crate::limits::LETTER_PART_CHARS_MAX;
use crate::notes::Fix;
use crate::web::{Check, Form};

/// What the button that sent the form asks for, beside keeping what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Nothing more.
    Keep,
    /// What is ticked goes into the letter.
    Take(Vec<String>),
    /// Names are to be mended.
    Mend(Fix),
    /// The letter is to be read through.
    Preview,
}

/// Whether the form holds the parts at all: a button beside the letter sends none.
pub(super) fn holds_parts(form: &Form) -> bool {
    form.pairs().any(|(name, _)| name == field(Part::Goal))
}

/// Reads what was typed.
pub(super) fn read(form: &Form) -> Result<Typed> {
    let mut check = Check::new(form);
    let seen = check.number("seen", 1..=u32::MAX);
    let mut parts = Vec::new();
    for part in Part::ALL {
        parts.extend(check.area(&field(part), 0..=LETTER_PART_CHARS_MAX));
    }
    let until = check.optional("until", |check| check.date("until"));
    let chart = Some(form.value("chart").to_owned()).filter(|chart| !chart.is_empty());
    let plain = form.value("plain").split_whitespace().map(str::to_owned).collect();
    check.done(|| Some(Typed { seen: seen?, parts, plain, until: until?, chart }))
}

/// Reads which button it was.
pub(super) fn wish(form: &Form) -> Wish {
    let asked = form.value("do");
    match asked {
        "take" => Wish::Take(form.values("take").map(str::to_owned).collect()),
        "preview" => Wish::Preview,
        _ => Fix::of_button(asked).map_or(Wish::Keep, |(_, fix)| Wish::Mend(fix)),
    }
}

/// A draft as the form holds it.
pub(super) fn filled(version: u32, body: &Body) -> Form {
    let parts = Part::ALL.into_iter().map(|part| (field(part), body.part(part).to_owned()));
    let until = body.until_day().into_iter().flat_map(|day| {
        [
            ("until-day".to_owned(), day.day().to_string()),
            ("until-month".to_owned(), day.month().to_string()),
            ("until-year".to_owned(), day.year().to_string()),
        ]
    });
    let chart = body.chart.iter().map(|chart| ("chart".to_owned(), chart.instrument.clone()));
    let hidden = [("seen".to_owned(), version.to_string()), ("plain".to_owned(), body.plain.join(" "))];
    Form::of(parts.chain(until).chain(chart).chain(hidden))
}

/// The name that a part has in the form.
pub(super) fn field(part: Part) -> String {
    format!("part-{}", part.place())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use crate::notes::How;

    #[test]
    fn a_draft_comes_back_from_its_form() {
        let mut parts = vec![String::new(); 8];
        parts[1] = "You asked for time.".to_owned();
        let plain = vec!["Will".to_owned(), "Grace".to_owned()];
        let body = Body { parts, until: Some(20_786), plain, ..Body::default() };
        let typed = read(&filled(3, &body)).expect("it reads");
        assert_eq!((typed.seen, typed.parts, typed.until), (3, body.parts.clone(), body.until_day()));
        assert_eq!(typed.plain, body.plain);
    }

    #[test]
    fn a_button_tells_what_is_wished() {
        let asked = |what: &str| wish(&Form::of([("do", what), ("take", "goal:1")]));
        assert_eq!(asked(""), Wish::Keep);
        assert_eq!(asked("take"), Wish::Take(vec!["goal:1".to_owned()]));
        assert_eq!(asked("mend-letter"), Wish::Mend(Fix::ALL));
        let only = Some((1, 10, 12));
        assert_eq!(asked("plain-letter-1-10-12"), Wish::Mend(Fix { only, how: How::Plain }));
        assert_eq!(asked("preview"), Wish::Preview);
    }

    #[test]
    fn a_part_that_is_far_too_long_is_a_fault_of_its_field() {
        let long = Form::of([("seen", "1"), ("part-1", &"a".repeat(100_000))]);
        let Err(Error::Invalid(faults)) = read(&long) else { panic!("it was taken") };
        assert_eq!((faults[0].field.as_str(), faults[0].words), ("part-1", "fault-long"));
    }
}
