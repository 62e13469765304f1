//! The door of a live room: what a member answers before they come in, and what they see while it is too early.

use ::floor::hall::{Meets, Privacy, SeatKind};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::online::{Answers, Counting, Door, Whereabouts, door, enter};
use super::super::{Rooms, deeds};
use super::online::{devices, with_devices};
use super::sitting_in::said;
use crate::agreements::Due;
use crate::app::App;
use crate::enrolment::why_to_sign;
use crate::error::Fault;
use crate::groups::{SessionState, on_the_clock_of};
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::{CONTACT_CHARS_MAX, LINE_CHARS_MAX};
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, rows, seen};
use crate::web::{Check, Fields, Form, Next, Page, Path, View, go};
use crate::{Error, Result, say};
use axum::extract::Extension;

/// The page.
pub(super) async fn show(
    State(app): State<App>,
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| door(work, id).await).await?;
    let fields = Fields::filled(&who.view, filled(&shown, rooms.carries_media()));
    Ok(with_devices(page(&who.view, &shown, &fields, rooms.carries_media())))
}

/// Takes the answers, and leads on into the room.
pub(super) async fn take(
    State(app): State<App>,
    Extension(rooms): Extension<Rooms>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    let sent = form.clone();
    let entering = app.write(who.actor, async move |work| {
        deeds::may_take_part_at(work, id).await?;
        enter(work, id, &read(&sent)?).await
    });
    let (status, faults) = match entering.await {
        Ok(()) => return Ok(go(&format!("/me/sessions/{id}/room"))),
        Err(Error::Invalid(faults)) => (StatusCode::UNPROCESSABLE_ENTITY, faults),
        Err(Error::Conflict(words)) => (StatusCode::CONFLICT, vec![Fault::new("", words)]),
        Err(other) => return Err(other),
    };
    let shown = app.read(who.actor, async move |work| door(work, id).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok((status, with_devices(page(&who.view, &shown, &fields, rooms.carries_media()))).into_response())
}

fn read(form: &Form) -> Result<Answers> {
    let mut check = Check::new(form);
    let kind = check.choice::<Kind>("kind");
    let is_here = kind.as_ref().is_some_and(|kind| kind.0 == SeatKind::InPerson);
    // Whoever is in the room with the group is not asked who could listen there.
    let place = if is_here { Some(Place(Privacy::Alone)) } else { check.choice::<Place>("place") };
    let whereabouts = check.text("whereabouts", 0..=LINE_CHARS_MAX);
    let call_back = check.text("call-back", 0..=CONTACT_CHARS_MAX);
    let agreed = check.tick("agreed");
    let counting = if form.ticked("counting") { Counting::Agreed } else { Counting::Refused };
    check.done(|| {
        agreed?;
        Some(Answers { kind: kind?.0, privacy: place?.0, whereabouts: whereabouts?, call_back: call_back?, counting })
    })
}

struct Kind(SeatKind);
struct Place(Privacy);

impl std::str::FromStr for Kind {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        KINDS.iter().find(|(_, known, _)| *known == word).map(|(kind, ..)| Self(*kind)).ok_or(())
    }
}

impl std::str::FromStr for Place {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        match word {
            "alone" => Ok(Self(Privacy::Alone)),
            "overheard" => Ok(Self(Privacy::Overheard)),
            _ => Err(()),
        }
    }
}

/// The ways to take part, with their words in a form and the keys of their names.
const KINDS: [(SeatKind, &str, &str); 4] = [
    (SeatKind::InPerson, "in-person", "room-door-here"),
    (SeatKind::Video, "video", "room-door-video"),
    (SeatKind::AudioOnly, "sound", "room-door-sound"),
    (SeatKind::TextOnly, "text", "room-door-text"),
];

fn filled(shown: &Door, carries_media: bool) -> Form {
    let Some(answers) = &shown.answers else {
        if shown.meets == Meets::InPerson {
            return Form::default();
        }
        return Form::of([("kind", if carries_media { "video" } else { "text" })]);
    };
    let kind = KINDS.iter().find(|(kind, ..)| *kind == answers.kind).map_or("text", |(_, word, _)| word);
    let place = if answers.privacy == Privacy::Alone { "alone" } else { "overheard" };
    let counting = if answers.counting == Counting::Agreed { "yes" } else { "" };
    Form::of([
        ("kind", kind),
        ("place", place),
        ("whereabouts", answers.whereabouts.as_str()),
        ("call-back", answers.call_back.as_str()),
        ("counting", counting),
    ])
}

fn page(view: &View, shown: &Door, fields: &Fields<'_>, carries_media: bool) -> Page {
    let view = &on_the_clock_of(view, &shown.group);
    let (words, session) = (view.words, &shown.session);
    let (start, end) = (view.moment_alone(session.starts_at), view.time(session.ends_at));
    let opens_at = session.starts_at - super::super::online::EARLY;
    let is_over = matches!(session.state, SessionState::Held | SessionState::Cancelled);
    let is_early = session.state == SessionState::Planned && view.now < opens_at;
    let body = html! {
        @if is_over { p { (say!(words, "room-phase-over")) } }
        @else if is_early {
            (callout(Tone::Plain, html! { p { strong { (say!(words, "room-door-early")) } }
                p { (say!(words, "room-door-opens", time = view.moment(opens_at))) } }))
        }
        @else if !shown.due.is_empty() { (to_sign(view, shown)) }
        @else { (form(view, shown, fields, carries_media)) }
        @if let Some(allows) = shown.allows {
            (rows([Row::link(format!("/me/groups/{}/sitting-in", shown.group.id), say!(words, "room-title-sitting-in"))
                .icon(Icon::Eye).small(said(view, allows))]))
        }
        @if shown.meets == Meets::Online {
            p { a href={ "/me/sessions/" (session.id) "/meeting" } { (say!(words, "room-door-in-person")) } }
        }
    };
    Page::new(view, "room-title-door")
        .back(&format!("/me/sessions/{}", session.id), say!(words, "room-the-session"))
        .heading(&shown.group.words.name)
        .lead(say!(words, "room-when", start = start, end = end))
        .body(body)
}

/// Which texts have to be signed first, and why; behind each the way back to this door.
fn to_sign(view: &View, shown: &Door) -> Markup {
    let words = view.words;
    let back = Next::read(&format!("/me/sessions/{}/door", shown.session.id));
    let row = |due: &Due| {
        let agreement = due.edition.agreement;
        let at = shown
            .way
            .map_or("/me/group".to_owned(), |way| back.behind(&format!("/me/joining/{way}/sign/{}", agreement.slug())));
        let row = Row::link(at, words.say(agreement.name_key(), None)).icon(Icon::Pen);
        match why_to_sign(view, due.why) {
            Some(why) => row.small(why),
            None => row,
        }
    };
    html! {
        (callout(Tone::Note, html! { p { strong { (say!(words, "room-door-sign")) } } p { (say!(words, "room-door-sign-about")) } }))
        (rows(shown.due.iter().map(row)))
    }
}

fn form(view: &View, shown: &Door, fields: &Fields<'_>, carries_media: bool) -> Markup {
    let words = view.words;
    let is_offered = |kind: SeatKind| match kind {
        SeatKind::InPerson => shown.meets == Meets::InPerson,
        SeatKind::Video | SeatKind::AudioOnly => carries_media,
        SeatKind::TextOnly => true,
    };
    let kinds = KINDS.iter().filter(|(kind, ..)| is_offered(*kind));
    let kinds = kinds.map(|(_, word, key)| Choice::new(*word, words.say(key, None))).collect();
    let places = vec![
        Choice::new("alone", say!(words, "room-door-alone")),
        Choice::new("overheard", say!(words, "room-door-overheard")),
    ];
    let whereabouts = shown.whereabouts == Whereabouts::Asked;
    html! {
        (seen(say!(words, "room-come-seen", name = shown.called.as_str())))
        @if carries_media { (preview(view)) }
        (fields.form(&format!("/me/sessions/{}/door", shown.session.id), html! {
            (fields.radios("kind", say!(words, "room-door-kind"), kinds))
            div.stack.elsewhere {
                @if shown.meets == Meets::InPerson { p.soft { (say!(words, "room-door-elsewhere")) } }
                (fields.radios("place", say!(words, "room-door-place"), places).hint(say!(words, "room-door-place-hint")))
                @if whereabouts {
                    (seen(say!(words, "room-door-reach-seen")))
                    (fields.text("whereabouts", say!(words, "room-door-whereabouts")).hint(say!(words, "room-door-whereabouts-hint")))
                    (fields.text("call-back", say!(words, "room-door-call-back")).autocomplete("tel"))
                }
                @if carries_media && shown.counting == Counting::Agreed { (fields.tick("counting", say!(words, "room-door-counting"))) }
            }
            (fields.tick("agreed", say!(words, "room-door-agreed", name = shown.called.as_str())))
            (actions(Button::submit(say!(words, "room-door-ready")).icon(Icon::Seat)))
        }))
    }
}

/// Camera and microphone for oneself alone, once somebody asks for it.
fn preview(view: &View) -> Markup {
    let words = view.words;
    html! {
        device-check.card.stack data-denied=(say!(words, "room-door-denied")) data-heard=(say!(words, "room-door-heard")) hidden {
            h2 { (say!(words, "room-door-check")) }
            p.soft { (say!(words, "room-door-check-about")) }
            div.actions { button.btn.btn--outline type="button" { (say!(words, "room-door-check-begin")) } }
            div.mirrors data-own {}
            p role="status" data-own {}
            (devices(view, SeatKind::Video))
        }
    }
}
