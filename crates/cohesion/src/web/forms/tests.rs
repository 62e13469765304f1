//! Scenarios: what a form may hold, what is refused and why, and that nothing typed is lost.

use maud::{Render, html};

use super::*;
use crate::clock::Timestamp;
use crate::limits::NAME_CHARS_MAX;

fn view() -> View {
    View::public("/", Timestamp(0))
}

/// The fault of reading one field, if there is one.
fn fault_of<T>(form: &str, read: impl FnOnce(&mut Check<'_>) -> Option<T>) -> Option<&'static str> {
    let form = Form::parse(form);
    let mut check = Check::new(&form);
    let value = read(&mut check);
    match check.done(|| value) {
        Ok(_) => None,
        Err(Error::Invalid(faults)) => Some(faults[0].words),
        Err(other) => panic!("{other}"),
    }
}

fn name_fault(name: &str) -> Option<&'static str> {
    let pair = form_urlencoded::Serializer::new(String::new()).append_pair("name", name).finish();
    fault_of(&pair, |check| check.text("name", 1..=NAME_CHARS_MAX))
}

#[test]
fn a_name_is_trimmed_and_kept_as_written() {
    let form = Form::parse("name=++Zo%C3%AB+Quinn+&agree=yes");
    let mut check = Check::new(&form);
    let name = check.text("name", 1..=NAME_CHARS_MAX);
    assert_eq!(check.done(|| name), Ok("Zoë Quinn".to_owned()));
}

#[test]
fn a_name_that_is_missing_too_long_or_deceiving_is_refused() {
    assert_eq!(name_fault("   "), Some("fault-empty"));
    assert_eq!(name_fault("\u{a0}\u{2003}"), Some("fault-empty"));
    assert_eq!(name_fault(&"é".repeat(80)), None);
    assert_eq!(name_fault(&"é".repeat(81)), Some("fault-long"));
    assert_eq!(name_fault("Mara\u{202e}araM"), Some("fault-signs"));
    assert_eq!(name_fault("Mara\nOkafor"), Some("fault-signs"));
    assert_eq!(name_fault("<script>"), None);
}

#[test]
fn an_area_keeps_its_lines() {
    let form = Form::parse("why=one%0D%0Atwo%0D%0A");
    let mut check = Check::new(&form);
    let why = check.area("why", 0..=100);
    assert_eq!(check.done(|| why), Ok("one\ntwo".to_owned()));
}

#[test]
fn numbers_days_times_and_addresses_are_read_as_people_write_them() {
    let day = |form: &str| fault_of(form, |check| check.date("d"));
    let time = |text: &str| fault_of(&format!("t={text}"), |check| check.time("t"));
    let mail = |text: &str| fault_of(&format!("m={text}"), |check| check.email("m"));
    let seats = |text: &str| fault_of(&format!("n={text}"), |check| check.number("n", 2_u8..=30));
    for good in
        ["d-day=24&d-month=11&d-year=2026", "d-day=+1+&d-month=02&d-year=1990", "d-day=29&d-month=2&d-year=2028"]
    {
        assert_eq!(day(good), None, "{good}");
    }
    for bad in ["", "d-day=31&d-month=2&d-year=2027", "d-day=1&d-month=1&d-year=27", "d-day=x&d-month=1&d-year=2027"] {
        assert_eq!(day(bad), Some("fault-date"), "{bad}");
    }
    assert_eq!([time("18:00"), time("9:30"), time("9.30"), time("0:00")], [None; 4]);
    assert_eq!([time("24:00"), time("later"), time("9:5"), time("18"), time("1:60")], [Some("fault-time"); 5]);
    assert_eq!(
        [mail("name@example.org"), mail("a.b%2Bc@sub.example.org"), mail("%C3%BC@b%C3%BCcher.example")],
        [None; 3]
    );
    for bad in
        ["", "sam.example.org", "@example.org", "a@b", "a@b..org", "a b@c.org", "a@b@c.org", "a@b.org%0Abcc:x@y.org"]
    {
        assert_eq!(mail(bad), Some("fault-email"), "{bad}");
    }
    assert_eq!(
        [seats("8"), seats("+8+"), seats("31"), seats("8.5"), seats("-1"), seats("")]
            .map(|fault| fault.unwrap_or("taken")),
        ["taken", "taken", "fault-range", "fault-number", "fault-number", "fault-number"]
    );
}

#[test]
fn choices_and_ticks_are_read_or_asked_for_again() {
    assert_eq!(fault_of("c=7", |check| check.choice::<u8>("c")), None);
    assert_eq!(fault_of("c=x", |check| check.choice::<u8>("c")), Some("fault-choose"));
    assert_eq!(fault_of("c=1&c=2", |check| check.choices::<u8>("c")), None);
    assert_eq!(fault_of("c=1&c=x", |check| check.choices::<u8>("c")), Some("fault-choose"));
    assert_eq!(fault_of("", |check| check.choices::<u8>("c")), None);
    assert_eq!(fault_of("a=yes", |check| check.tick("a")), None);
    assert_eq!(fault_of("", |check| check.tick("a")), Some("fault-tick"));
    assert_eq!(fault_of("s=+short+", |check| check.secret("s", 7..=64)), None);
    assert_eq!(fault_of("s=short", |check| check.secret("s", 12..=64)), Some("fault-short"));
}

#[test]
fn what_is_optional_may_be_left_out_but_not_be_wrong() {
    let read = |form: &str| {
        let form = Form::parse(form);
        let mut check = Check::new(&form);
        let until = check.optional("until", |check| check.date("until"));
        check.done(|| until)
    };
    assert_eq!(read(""), Ok(None));
    assert!(read("until-day=1&until-month=2&until-year=2027").is_ok_and(|until| until.is_some()));
    assert!(read("until-day=x").is_err());
}

#[test]
fn all_faults_are_told_at_once() {
    let form = Form::parse("name=&seats=x");
    let mut check = Check::new(&form);
    let name = check.text("name", 1..=9);
    let seats = check.number("seats", 1..=9);
    let done = check.done(|| Some((name?, seats?)));
    assert_eq!(done, Err(Error::Invalid(vec![Fault::new("name", "fault-empty"), Fault::new("seats", "fault-number")])));
}

#[test]
fn what_was_typed_comes_back_with_its_fault_and_a_way_to_it() {
    let view = view();
    let form = Form::of([("name", "<Sam> & \"co\""), ("secret", "hush"), ("format", "open")]);
    let fields =
        Fields::again(&view, form, vec![Fault::new("name", "fault-signs"), Fault::new("format", "fault-choose")]);
    let page = fields.form(
        "/here",
        html! {
            (fields.text("name", "Your name").hint("Only this is shown"))
            (fields.secret("secret", "Passphrase"))
            (fields.radios("format", "Format", vec![Choice::new("closed", "Closed"), Choice::new("open", "Open")]))
        },
    );
    let page = page.into_string();
    assert!(page.contains(r##"<a href="#name">Your name – This holds signs"##), "{page}");
    assert!(page.contains(r#"value="&lt;Sam&gt; &amp; &quot;co&quot;""#));
    assert!(page.contains(r#"aria-describedby="name-hint name-error" aria-invalid="true""#));
    assert!(page.contains(r#"value="open" checked"#));
    assert!(page.contains(r#"id="format" type="radio""#));
    assert!(!page.contains("hush"));
    assert!(page.find("class=\"errors\"") < page.find("<form"));
}

#[test]
fn a_field_without_faults_says_nothing_of_them() {
    let view = view();
    let fields = Fields::blank(&view);
    let drawn = fields.text("name", "Your name").render().into_string();
    assert_eq!(
        drawn,
        r#"<div class="field"><label for="name">Your name</label><input id="name" name="name" type="text" value=""></div>"#
    );
    assert_eq!(fields.summary().into_string(), "");
}

#[test]
fn an_area_gives_back_a_first_empty_line() {
    let view = view();
    let fields = Fields::filled(&view, Form::of([("why", "\nsecond line")]));
    assert!(fields.area("why", "Why").render().into_string().contains(">\n\nsecond line</textarea>"));
}

#[test]
fn a_form_that_comes_twice_carries_one_key() {
    let view = view();
    let key_in = |fields: &Fields<'_>| fields.once().into_string();
    assert_eq!(
        key_in(&Fields::filled(&view, Form::of([("once", "abc")]))),
        r#"<input type="hidden" name="once" value="abc">"#
    );
    assert_ne!(key_in(&Fields::blank(&view)), key_in(&Fields::blank(&view)));
}
