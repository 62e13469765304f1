//! Attendance on one page: a row for each member while the session is open, and a table in words once it is closed.

use maud::{Markup, html};

use super::super::{Mark, Presence};
use super::session::Again;
use super::shown::{Attendee, Shown};
use crate::id::PersonId;
use crate::limits::LINE_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Column, actions, empty, saved, table};
use crate::web::{Check, Fields, Form, View};
use crate::{Result, say};

/// Reads the rows that are marked. A row without a choice is left as it was, unless the others are said to have been there.
pub(super) fn read(form: &Form, length: u32) -> Result<Vec<Mark>> {
    let mut check = Check::new(form);
    let mut marks = Vec::new();
    for member in form.values("member") {
        marks.extend(read_row(&mut check, form, member.parse()?, length));
    }
    check.done(|| Some(marks))
}

fn read_row(check: &mut Check<'_>, form: &Form, person: PersonId, length: u32) -> Option<Mark> {
    let words = check.text(&name("words", person), 0..=LINE_CHARS_MAX)?;
    let presence = match form.value(&name("presence", person)) {
        "" if form.ticked("rest") => Presence::Present,
        "" if words.is_empty() => return None,
        _ => check.choice(&name("presence", person))?,
    };
    let minutes = if presence.was_there() { read_minutes(check, form, person, length)? } else { 0 };
    Some(Mark { person, presence, minutes, words: Some(words).filter(|words| !words.is_empty()) })
}

/// The whole session, where nothing else is written.
fn read_minutes(check: &mut Check<'_>, form: &Form, person: PersonId, length: u32) -> Option<u32> {
    let field = name("minutes", person);
    let written = form.value(&field).trim();
    let minutes = if written.is_empty() { Some(length) } else { written.parse().ok() };
    let fitting = minutes.filter(|minutes| (1..=length).contains(minutes));
    fitting.or_else(|| check.fault(&field, "sessions-fault-minutes"))
}

/// The form of an open session.
pub(super) fn form(view: &View, shown: &Shown, again: Option<&Again>) -> Markup {
    let words = view.words;
    let typed = again.map_or_else(|| filled(shown), |again| again.form.clone());
    let is_open = |one: &&Attendee| typed.value(&name("presence", one.person)).is_empty();
    let unmarked: Vec<&str> = shown.roll.iter().filter(is_open).map(|one| one.called.as_str()).collect();
    let fields = Fields::again(view, typed.clone(), again.map(Again::faults).unwrap_or_default());
    let body = html! {
        @if shown.keeps_attendance {
            ul.roll { @for one in &shown.roll { li { (row(view, &fields, one)) } } }
            @if !unmarked.is_empty() { p { strong { (say!(words, "sessions-unmarked", names = unmarked.join(", "))) } } }
            (actions(html! {
                (Button::submit(say!(words, "sessions-keep")))
                @if !unmarked.is_empty() { (Button::submit(say!(words, "sessions-keep-rest")).outline().named("rest", "yes")) }
            }))
        } @else {
            (empty(say!(words, "sessions-no-attendance")))
        }
        p.soft {
            @if shown.keeps_attendance { (say!(words, "sessions-close-what")) } @else { (say!(words, "sessions-close-final")) }
        }
        @if view.now < shown.session.ends_at {
            p {
                strong { (say!(words, "sessions-close-early", time = view.time(shown.session.ends_at))) }
                @if shown.keeps_attendance { " " (say!(words, "sessions-close-early-minutes")) }
            }
        }
        (actions(Button::submit(say!(words, "sessions-close")).outline().named("close", "yes")))
    };
    html! {
        section.stack {
            div.spread {
                h2 { (say!(words, "sessions-attendance")) }
                @if let Some(at) = shown.kept_at.filter(|_| again.is_none()) { (saved(say!(words, "sessions-kept", time = view.time(at)))) }
            }
            @if shown.keeps_attendance { p.soft { (say!(words, "sessions-attendance-how", count = shown.session.minutes())) } }
            (fields.form(&format!("/care/sessions/{}/attendance", shown.session.id), &body))
        }
    }
}

fn row(view: &View, fields: &Fields<'_>, one: &Attendee) -> Markup {
    let (words, called, person) = (view.words, one.called.as_str(), one.person);
    let not_yet = Choice::new("", say!(words, "sessions-not-marked"));
    let ways = Presence::ALL.map(|way| Choice::new(way.word(), words.say(way.name_key(), None)));
    html! {
        (fields.hidden("member", &person.to_string()))
        (fields.select(&name("presence", person), called, [not_yet].into_iter().chain(ways).collect()))
        (fields.number(&name("minutes", person), say!(words, "sessions-minutes-of", name = called)))
        (fields.text(&name("words", person), say!(words, "sessions-line-of", name = called)))
    }
}

/// What the form holds before anybody has typed.
fn filled(shown: &Shown) -> Form {
    let length = shown.session.minutes().to_string();
    let of_one = |one: &Attendee| {
        let (presence, minutes, words) = match &one.mark {
            None => ("", length.clone(), String::new()),
            Some(mark) => {
                let minutes = if mark.presence.was_there() { mark.minutes.to_string() } else { String::new() };
                (mark.presence.word(), minutes, mark.words.clone().unwrap_or_default())
            }
        };
        [("presence", presence.to_owned()), ("minutes", minutes), ("words", words)]
            .map(|(field, value)| (name(field, one.person), value))
    };
    Form::of(shown.roll.iter().flat_map(of_one))
}

/// Attendance in words.
pub(super) fn table_of(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    if !shown.keeps_attendance {
        return empty(say!(words, "sessions-no-attendance"));
    }
    let marks = || shown.roll.iter().filter_map(|one| one.mark.as_ref());
    let came = marks().filter(|mark| mark.presence.was_there()).count();
    let heads = [
        say!(words, "sessions-column-member"),
        say!(words, "sessions-column-how"),
        say!(words, "sessions-column-minutes"),
        say!(words, "sessions-column-line"),
    ];
    let columns =
        [Column::Words(&heads[0]), Column::Words(&heads[1]), Column::Number(&heads[2]), Column::Words(&heads[3])];
    let cells = |one: &Attendee| {
        let how = one.mark.as_ref().map_or("sessions-not-marked", |mark| mark.presence.name_key());
        let minutes = one.mark.as_ref().map(|mark| mark.minutes.to_string()).unwrap_or_default();
        let line = one.mark.as_ref().and_then(|mark| mark.words.clone()).unwrap_or_default();
        vec![one.called.clone(), words.say(how, None).into_owned(), minutes, line]
    };
    html! {
        section.stack {
            h2 { (say!(words, "sessions-attendance")) }
            (table(say!(words, "sessions-came", count = came, of = shown.roll.len()), &columns, shown.roll.iter().map(cells)))
        }
    }
}

/// The name of one member's field.
fn name(field: &str, person: PersonId) -> String {
    format!("{field}-{person}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;

    const SAM: PersonId = PersonId([1; 16]);
    const JO: PersonId = PersonId([2; 16]);

    fn sent(fields: &[(&str, PersonId, &str)], more: &[(&str, &str)]) -> Form {
        let members = [SAM, JO].map(|person| ("member".to_owned(), person.to_string()));
        let fields = fields.iter().map(|(field, person, value)| (name(field, *person), (*value).to_owned()));
        let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Form::of(members.into_iter().chain(fields).chain(more))
    }

    fn mark(person: PersonId, presence: Presence, minutes: u32) -> Mark {
        Mark { person, presence, minutes, words: None }
    }

    #[test]
    fn a_row_without_a_choice_is_left_as_it_was() {
        let form = sent(&[("presence", SAM, "late"), ("minutes", SAM, "75"), ("minutes", JO, "90")], &[]);
        assert_eq!(read(&form, 90), Ok(vec![mark(SAM, Presence::Late, 75)]));
    }

    #[test]
    fn the_others_were_there_for_the_whole_session_where_that_is_said() {
        let form = sent(&[("presence", SAM, "absent-silent"), ("minutes", SAM, "90")], &[("rest", "yes")]);
        let marks = [mark(SAM, Presence::AbsentSilent, 0), mark(JO, Presence::Present, 90)];
        assert_eq!(read(&form, 90), Ok(marks.to_vec()));
    }

    #[test]
    fn all_that_needs_mending_is_said_at_once() {
        let form = sent(&[("presence", SAM, "present"), ("minutes", SAM, "91"), ("words", JO, "rang at noon")], &[]);
        let Err(Error::Invalid(faults)) = read(&form, 90) else { panic!("it was taken") };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, [name("minutes", SAM), name("presence", JO)]);
    }

    #[test]
    fn a_member_whose_id_is_none_is_not_found() {
        assert_eq!(read(&Form::of([("member", "nobody")]), 90), Err(Error::NotFound));
    }
}
