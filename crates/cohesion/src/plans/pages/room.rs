//! Who is in the room: attendance by one press, who has checked in, homework that is in, and where concerns are. No score and no
//! answer is here: others can see the screen.

use maud::{Markup, html};

use super::super::{Attendee, Hour};
use crate::groups::SessionState;
use crate::say;
use crate::sessions::Presence;
use crate::web::View;
use crate::web::parts::{Button, Icon, Row, Tone, callout, empty, post, rows, tag};

/// What one press marks.
const BY_ONE_PRESS: [Presence; 3] = [Presence::Present, Presence::Late, Presence::AbsentSilent];

/// Everyone who is expected.
pub(super) fn here(view: &View, shown: &Hour) -> Markup {
    let words = view.words;
    let came = |one: &&Attendee| one.presence.is_some_and(Presence::was_there);
    let count = shown.attendees.iter().filter(came).count();
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "plans-here")) @if shown.keeps_attendance { " " span.count { (say!(words, "plans-count-of", count = count, of = shown.attendees.len())) } } }
            @if shown.keeps_attendance { (rows(shown.attendees.iter().map(|one| row(view, shown, one)))) }
            @else { (empty(say!(words, "sessions-no-attendance"))) }
            p { a href={ "/care/sessions/" (shown.session.id) } { (say!(words, "plans-here-more")) } }
        }
    }
}

fn row(view: &View, shown: &Hour, one: &Attendee) -> Row {
    let words = view.words;
    let checked_in = one.answered.map(|(answered, of)| {
        if answered == of {
            say!(words, "plans-checked-in")
        } else {
            say!(words, "plans-not-checked-in", answered = answered, of = of)
        }
    });
    let is_open = matches!(shown.session.state, SessionState::Open | SessionState::Planned);
    let row = Row::plain(&one.called).avatar(&one.called);
    if !is_open {
        let row = checked_in.into_iter().fold(row, Row::small);
        return row.end(marked(view, one.presence));
    }
    // A mark that is none of the three stands with the name: the three keep their places under every finger.
    let otherwise = one.presence.filter(|presence| !BY_ONE_PRESS.contains(presence));
    let row = match (otherwise, checked_in) {
        (Some(_), said) => row.small(html! { (marked(view, otherwise)) @if let Some(said) = said { " " (said) } }),
        (None, Some(said)) => row.small(said),
        (None, None) => row,
    };
    row.end(html! { span.cluster { @for presence in BY_ONE_PRESS { (press(view, shown, one, presence)) } } })
}

fn marked(view: &View, presence: Option<Presence>) -> Markup {
    let words = view.words;
    let Some(presence) = presence else {
        return tag(Tone::Plain, Some(Icon::Seat), say!(words, "sessions-not-marked"));
    };
    let tone = if presence.was_there() { Tone::Well } else { Tone::Note };
    tag(tone, None, words.say(presence.name_key(), None))
}

fn press(view: &View, shown: &Hour, one: &Attendee, presence: Presence) -> Markup {
    let words = view.words;
    let name = one.called.as_str();
    let (text, whose) = match presence {
        Presence::Present => (say!(words, "plans-mark-here"), say!(words, "plans-mark-here-of", name = name)),
        Presence::Late => (say!(words, "plans-mark-late"), say!(words, "plans-mark-late-of", name = name)),
        _ => (say!(words, "plans-mark-away"), say!(words, "plans-mark-away-of", name = name)),
    };
    let label = html! { span aria-hidden="true" { (text) } span.unseen { (whose) } };
    let button = Button::submit(label).small();
    let button = if one.presence == Some(presence) { button.pressed() } else { button.unpressed() };
    let person = one.person.to_string();
    let fields = [("member", person.as_str()), ("presence", presence.word())];
    post(&format!("/care/sessions/{}/run/mark", shown.session.id), &fields, &button)
}

/// How much of the homework is in.
pub(super) fn homework(view: &View, shown: &Hour) -> Markup {
    let words = view.words;
    html! {
        @if let Some((is_in, of)) = shown.homework {
            section.stack.stack--tight {
                h2 { (say!(words, "plans-homework-in")) " " span.count { (say!(words, "plans-count-of", count = is_in, of = of)) } }
                p { a href={ "/care/groups/" (shown.group.id) "/homework" } { (say!(words, "plans-homework-all")) } }
            }
        }
    }
}

/// Open concerns about members, by who has them; what they are about stands on their own page.
pub(super) fn concerns(view: &View, shown: &Hour) -> Markup {
    let words = view.words;
    html! {
        @if !shown.concerns.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "plans-concerns")) }
                @for (person, called, owner) in &shown.concerns {
                    (callout(Tone::Help, html! {
                        p { strong { a href={ "/care/people/" (person) "/risk" } { (called.clone().unwrap_or_else(|| say!(words, "sessions-somebody").into_owned())) } } }
                        p {
                            @match owner.as_deref() {
                                None => (say!(words, "plans-concern-open")),
                                Some("") => (say!(words, "plans-concern-taken-by-somebody")),
                                Some(owner) => (say!(words, "plans-concern-taken", name = owner)),
                            }
                        }
                    }))
                }
            }
        }
    }
}
