//! The form of the desk: what was typed and touched, and which button sent it.

use super::super::{Fix, Format, Part, Shared, Sheet, Signing, Typed};
use crate::Result;
use crate::id::{self, PersonId};
use crate::limits::TEXT_CHARS_MAX;
use crate::web::{Check, Form};

/// What the button that sent the form asks for, beside keeping what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// Nothing more.
    Keep,
    /// The format chosen is the one for notes to come.
    Choose(Format),
    /// Notes are to be signed.
    Sign(Signing),
    /// Words are to be added to the record.
    Append(String),
    /// Names in a part are to be mended.
    Mend(Part, Fix),
}

/// Reads the form. Parts that stand as they were shown are left out.
pub(super) fn read(form: &Form) -> Result<(Sheet, Wish)> {
    let mut check = Check::new(form);
    let mut sheet = Sheet::default();
    let mut shown_alike = Vec::new();
    if !form.value("shared-was").is_empty() {
        let typed = read_part(&mut check, form, Part::Shared, Shared::FIELDS.len());
        sheet.shared = typed.filter(|typed| mark(&typed.parts) != form.value("shared-was"));
    }
    for member in form.values("member") {
        let person: PersonId = member.parse()?;
        let Some(format) = check.choice::<Format>(&format!("format-{person}")) else { continue };
        let Some(typed) = read_part(&mut check, form, Part::Of(person), format.fields().len()) else { continue };
        let typed_mark = mark(&typed.parts);
        if form.value(&format!("shown-{person}")) == typed_mark {
            shown_alike.push(person);
        }
        if form.value(&format!("was-{person}")) != typed_mark {
            sheet.notes.push((person, format, typed));
        }
    }
    let wish = read_wish(form, shown_alike)?;
    check.done(|| Some((sheet, wish)))
}

fn read_part(check: &mut Check<'_>, form: &Form, part: Part, fields: usize) -> Option<Typed> {
    let seen = check.number(&seen(part), 0..=u32::MAX);
    let mut parts = Vec::new();
    for at in 0..fields {
        parts.extend(check.area(&part.field(at), 0..=TEXT_CHARS_MAX));
    }
    let plain = form.value(&plain(part)).split_whitespace().map(str::to_owned).collect();
    seen.filter(|_| parts.len() == fields).map(|seen| Typed { seen, parts, plain })
}

fn read_wish(form: &Form, shown_alike: Vec<PersonId>) -> Result<Wish> {
    let asked = form.value("do");
    if let Some((part, fix)) = Fix::of_button(asked) {
        let part = if part == "shared" { Part::Shared } else { Part::Of(part.parse()?) };
        return Ok(Wish::Mend(part, fix));
    }
    let mut asked = asked.split('-');
    Ok(match (asked.next().unwrap_or_default(), asked.next()) {
        ("append", None) => Wish::Append(form.value("words").trim().to_owned()),
        ("format", _) => Wish::Choose(form.value("format").parse()?),
        ("sign", None) => Wish::Sign(Signing { people: Vec::new(), shown_alike }),
        ("sign", Some(person)) => Wish::Sign(Signing { people: vec![person.parse()?], shown_alike }),
        _ => Wish::Keep,
    })
}

/// The name of the field that holds the version which was looked at.
pub(super) fn seen(part: Part) -> String {
    match part {
        Part::Shared => "shared-seen".to_owned(),
        Part::Of(person) => format!("seen-{person}"),
    }
}

/// The name of the field that holds the words which are nobody's name here.
pub(super) fn plain(part: Part) -> String {
    match part {
        Part::Shared => "shared-plain".to_owned(),
        Part::Of(person) => format!("plain-{person}"),
    }
}

/// The name of the field that tells whether somebody has touched a part.
pub(super) fn was(part: Part) -> String {
    match part {
        Part::Shared => "shared-was".to_owned(),
        Part::Of(person) => format!("was-{person}"),
    }
}

/// A short mark of what stands in some fields, by which it is told whether they were touched.
pub(super) fn mark<T: AsRef<str>>(parts: &[T]) -> String {
    let text: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    let digest = keyring::digest(text.join("\u{1f}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    id::to_text(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::super::How;
    use super::*;
    use crate::Error;

    const SAM: PersonId = PersonId([1; 16]);

    fn typed(parts: [&str; 3], was: [&str; 3], more: &[(&str, &str)]) -> Form {
        let mut pairs = vec![
            ("member".to_owned(), SAM.to_string()),
            (format!("format-{SAM}"), "dap".to_owned()),
            (seen(Part::Of(SAM)), "2".to_owned()),
            (was_name(), mark(&was)),
        ];
        pairs.extend(parts.iter().enumerate().map(|(at, text)| (Part::Of(SAM).field(at), (*text).to_owned())));
        pairs.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        Form::of(pairs)
    }

    fn was_name() -> String {
        was(Part::Of(SAM))
    }

    #[test]
    fn what_stands_as_it_was_shown_is_left_out() {
        let (sheet, wish) = read(&typed(["Came.", "a\r\nb", ""], ["Came.", "a\nb", ""], &[])).unwrap();
        assert_eq!((sheet, wish), (Sheet::default(), Wish::Keep));
        let (sheet, _) = read(&typed(["Came late.", "", ""], ["Came.", "", ""], &[])).unwrap();
        let parts = vec!["Came late.".to_owned(), String::new(), String::new()];
        assert_eq!(sheet.notes, [(SAM, Format::Dap, Typed { seen: 2, parts, ..Typed::default() })]);
    }

    #[test]
    fn a_button_tells_what_is_wished() {
        let wish = |what: &str| read(&Form::of([("do", what)])).map(|(_, wish)| wish);
        assert_eq!(wish(""), Ok(Wish::Keep));
        assert_eq!(wish("sign"), Ok(Wish::Sign(Signing::default())));
        let one = Signing { people: vec![SAM], shown_alike: Vec::new() };
        assert_eq!(wish(&format!("sign-{SAM}")), Ok(Wish::Sign(one)));
        assert_eq!(wish("mend-shared"), Ok(Wish::Mend(Part::Shared, Fix::ALL)));
        let mut fix = Fix { only: Some((1, 10, 12)), how: How::Replace };
        assert_eq!(wish(&format!("mend-{SAM}-1-10-12")), Ok(Wish::Mend(Part::Of(SAM), fix)));
        fix.how = How::Plain;
        assert_eq!(wish(&format!("plain-{SAM}-1-10-12")), Ok(Wish::Mend(Part::Of(SAM), fix)));
        assert_eq!(wish("mend-nobody"), Err(Error::NotFound));
        assert_eq!(wish("sign-nobody"), Err(Error::NotFound));
    }

    #[test]
    fn a_likeness_counts_as_shown_for_the_words_that_it_was_shown_for() {
        let words = ["Came.", "Well.", ""];
        let shown = |of: [&str; 3]| {
            let more = [(&*format!("shown-{SAM}"), &*mark(&of)), ("do", "sign")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()));
            let more: Vec<(&str, &str)> = more.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            match read(&typed(words, words, &more)) {
                Ok((_, Wish::Sign(signing))) => signing.shown_alike,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(shown(words), [SAM]);
        assert_eq!(shown(["Came.", "Badly.", ""]), []);
    }

    #[test]
    fn a_text_that_is_far_too_long_is_a_fault_of_its_field() {
        let long = "word ".repeat(20_000);
        let Err(Error::Invalid(faults)) = read(&typed([&long, "", ""], ["", "", ""], &[])) else {
            panic!("it was taken")
        };
        assert_eq!((faults[0].field.clone(), faults[0].words), (Part::Of(SAM).field(0), "fault-long"));
    }
}
