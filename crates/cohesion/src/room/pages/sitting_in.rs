//! Sitting in: what a member says of it, the door of whoever supervises, and the sentence that both they and those who lead read.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::online::{EARLY, Listening, listening};
use super::super::{Allows, SittingIn, Supervised, Together, allow, asked, deeds};
use crate::Result;
use crate::app::App;
use crate::groups::{Session, SessionState, on_the_clock_of};
use crate::id::{GroupId, SessionId};
use crate::identity::Who;
use crate::say;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, card, rows, seen};
use crate::web::words::Said;
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};

/// What a member is asked, and what they have said.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| asked(work, id).await).await?;
    let said = shown.answer.map(|answer| answer.allows).unwrap_or_default();
    let fields = Fields::filled(&who.view, Form::of([("allows", word(said))]));
    Ok(page(&who.view, &shown, &fields).into_response())
}

/// Keeps what a member says.
pub(super) async fn keep(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let saying = app.write(who.actor, async move |work| {
        deeds::may_allow(work, id).await?;
        let mut check = Check::new(&sent);
        let allows = check.choice::<Allows>("allows");
        allow(work, id, check.done(|| allows)?).await
    });
    let Err(error) = saying.await else { return Ok(go(&format!("/me/groups/{id}/sitting-in"))) };
    let shown = app.read(who.actor, async move |work| asked(work, id).await).await?;
    mend(error, |faults| page(&who.view, &shown, &Fields::again(&who.view, form, faults)))
}

/// The door of whoever supervises.
pub(super) async fn show_door(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| listening(work, id).await).await?;
    Ok(door_page(&who.view, &shown).into_response())
}

impl std::str::FromStr for Allows {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        match word {
            "yes" => Ok(Self::Yes),
            "no" => Ok(Self::No),
            _ => Err(()),
        }
    }
}

const fn word(allows: Allows) -> &'static str {
    match allows {
        Allows::Yes => "yes",
        Allows::No => "no",
    }
}

/// What a member has said, in a few words beside the way to the page.
pub(super) fn said(view: &View, allows: Allows) -> Said {
    match allows {
        Allows::Yes => say!(view.words, "room-sitting-in-is-yes"),
        Allows::No => say!(view.words, "room-sitting-in-is-no"),
    }
}

/// Whether all have agreed; how many where nobody could tell who, and never who.
pub(super) fn sentence(view: &View, together: Together) -> Said {
    let words = view.words;
    match together.counts() {
        _ if together.is_everybody() => say!(words, "room-sitting-in-agreed"),
        Some((agreed, asked)) => say!(words, "room-sitting-in-some", agreed = agreed, asked = asked),
        None => say!(words, "room-sitting-in-not-all"),
    }
}

/// The groups that somebody supervises, each with the way to its next live session, where there is one.
pub(crate) fn supervised_part(view: &View, supervised: &[Supervised]) -> Markup {
    let row = |one: &Supervised| {
        let small = sentence(view, one.together);
        let session = one.session.as_ref()?;
        let name = say!(
            view.words,
            "room-sit-in-row",
            group = &one.group.words.name,
            moment = on_the_clock_of(view, &one.group).moment(session.starts_at)
        );
        Some(Row::link(format!("/care/sessions/{}/sit-in", session.id), name).icon(Icon::Circle).small(small))
    };
    let lines: Vec<Row> = supervised.iter().filter_map(row).collect();
    html! {
        @if !lines.is_empty() {
            section.stack {
                h2 { (say!(view.words, "room-sit-in-heading")) }
                (rows(lines))
            }
        }
    }
}

fn page(view: &View, shown: &SittingIn, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let choices = vec![
        Choice::new("yes", say!(words, "room-sitting-in-yes")),
        Choice::new("no", say!(words, "room-sitting-in-no")),
    ];
    let body = html! {
        p { (say!(words, "room-sitting-in-who", names = shown.supervisors.join(", "))) }
        (card(html! {
            h2 { (say!(words, "room-sitting-in-what")) }
            ul.prose {
                li { (say!(words, "room-sitting-in-listens")) }
                li { (say!(words, "room-sitting-in-silent")) }
                li { (say!(words, "room-sitting-in-bound")) }
                li { (say!(words, "room-sitting-in-shown")) }
            }
        }))
        (seen(say!(words, "room-sitting-in-seen")))
        @if let Some(answer) = shown.answer {
            p.soft { (say!(words, "room-sitting-in-since", answer = said(view, answer.allows), time = view.moment(answer.said_at))) }
        }
        (fields.form(&format!("/me/groups/{}/sitting-in", shown.group.id), html! {
            (fields.radios("allows", say!(words, "room-sitting-in-question"), choices).hint(say!(words, "room-sitting-in-change")))
            (actions(Button::submit(say!(words, "room-sitting-in-keep"))))
        }))
    };
    Page::new(view, "room-title-sitting-in")
        .back("/me/group", say!(words, "place-group"))
        .lead(&shown.group.words.name)
        .body(body)
}

fn door_page(view: &View, shown: &Listening) -> Page {
    let view = &on_the_clock_of(view, &shown.group);
    let (words, session) = (view.words, &shown.session);
    let (start, end) = (view.moment_alone(session.starts_at), view.time(session.ends_at));
    let body = html! {
        @if shown.together.is_everybody() {
            p { strong { (sentence(view, shown.together)) } }
            ul.prose {
                li { (say!(words, "room-sit-in-listen")) }
                li { (say!(words, "room-sit-in-shown")) }
                li { (say!(words, "room-sit-in-alone")) }
            }
            (way_in(view, session))
        } @else {
            (callout(Tone::Plain, html! {
                p { strong { (sentence(view, shown.together)) } }
                p { (say!(words, "room-sit-in-until")) }
            }))
        }
    };
    Page::new(view, "room-title-sit-in")
        .width(Width::Mid)
        .crumb("/care/supervision", say!(words, "groups-tab-supervision"))
        .crumb("", say!(words, "room-title-sit-in"))
        .heading(&shown.group.words.name)
        .lead(say!(words, "room-when", start = start, end = end))
        .body(body)
}

/// Into the room, in its time.
fn way_in(view: &View, session: &Session) -> Markup {
    let words = view.words;
    let opens_at = session.starts_at - EARLY;
    match session.state {
        SessionState::Held | SessionState::Cancelled => html! { p { (say!(words, "room-phase-over")) } },
        SessionState::Planned if view.now < opens_at => {
            html! { p { (say!(words, "room-door-opens", time = view.moment(opens_at))) } }
        }
        SessionState::Planned | SessionState::Open => {
            let go_in = say!(words, "room-sit-in-go");
            actions(Button::link(format!("/care/sessions/{}/sit-in/room", session.id), go_in).icon(Icon::Seat))
        }
    }
}
