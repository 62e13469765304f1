//! The letter that is being written: what could be said beside it, and every button keeps what was typed.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Helps, Letter, LetterId, LetterState, Obstacle, Part, Spoken, Suggestion, deeds, discard, keep, letter, mend,
    obstacles, suggestions_for, take,
};
use super::sheet::{self, Wish};
use super::{draw, read};
use crate::app::App;
use crate::error::Fault;
use crate::groups;
use crate::id::PersonId;
use crate::identity::Who;
use crate::notes::{mending, snippets};
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Tone, actions, callout, empty, fold, icon, post, saved, seen, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// A form that was sent and is shown again.
#[derive(Default)]
struct Again {
    form: Option<Form>,
    faults: Vec<Fault>,
    conflict: Option<&'static str>,
}

/// What the page shows.
struct Shown {
    letter: Letter,
    called: String,
    helps: Helps,
    obstacles: Vec<Obstacle>,
    has_left: bool,
}

/// The draft, or the letter as it was given. One's own letter has its page elsewhere.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<LetterId>) -> Result<Response> {
    let reader = who.person;
    let found = app.read(who.actor, async move |work| theirs(work, id, reader).await).await?;
    match found.state {
        LetterState::Draft => again(&app, &who, id, Again::default()).await,
        LetterState::Released => read::theirs(&app, &who, id).await,
    }
}

/// A letter to somebody else.
pub(super) async fn theirs(work: &mut Work<'_>, id: LetterId, reader: PersonId) -> Result<Letter> {
    let letter = letter(work, id).await?;
    if letter.person == reader { Err(Error::NotFound) } else { Ok(letter) }
}

/// Keeps what was typed, then does what the button says.
pub(super) async fn write(State(app): State<App>, who: Who, Path(id): Path<LetterId>, form: Form) -> Result<Response> {
    let (sent, words) = (form.clone(), who.view.words);
    let wish = sheet::wish(&form);
    let wished = wish.clone();
    let writing = app.write(who.actor, async move |work| {
        deeds::may_write_at(work, id).await?;
        if sheet::holds_parts(&sent) || !matches!(wished, Wish::Mend(_)) {
            keep(work, id, &sheet::read(&sent)?).await?;
        }
        match &wished {
            Wish::Take(keys) => take(work, words, id, keys).await,
            Wish::Mend(fix) => mend(work, id, *fix).await,
            Wish::Keep | Wish::Preview => Ok(()),
        }
    });
    let page = if wish == Wish::Preview { "/preview" } else { "" };
    let form = Some(form);
    match writing.await {
        Ok(()) => Ok(go(&format!("/care/letters/{id}{page}"))),
        Err(Error::Conflict(words)) => {
            again(&app, &who, id, Again { form, conflict: Some(words), ..Again::default() }).await
        }
        Err(Error::Invalid(faults)) => again(&app, &who, id, Again { form, faults, ..Again::default() }).await,
        Err(other) => Err(other),
    }
}

/// Throws the draft away. What somebody else has written on it meanwhile is shown first.
pub(super) async fn throw_away(
    State(app): State<App>,
    who: Who,
    Path(id): Path<LetterId>,
    form: Form,
) -> Result<Response> {
    let seen = Check::new(&form).number("seen", 1..=u32::MAX).unwrap_or_default();
    match app.write(who.actor, async move |work| discard(work, id, seen).await).await {
        Ok(person) => Ok(go(&format!("/care/people/{person}/letters"))),
        Err(Error::Conflict(words)) => again(&app, &who, id, Again { conflict: Some(words), ..Again::default() }).await,
        Err(other) => Err(other),
    }
}

async fn again(app: &App, who: &Who, id: LetterId, again: Again) -> Result<Response> {
    let (words, reader) = (who.view.words, who.person);
    let reading = app.read(who.actor, async move |work| {
        let letter = theirs(work, id, reader).await?;
        let called = called(work, &letter).await?;
        let has_left = !groups::is_seated(work, letter.group, letter.person).await?;
        let is_draft = letter.state == LetterState::Draft;
        let helps = if is_draft { suggestions_for(work, words, &letter).await? } else { Helps::default() };
        let obstacles = if is_draft { obstacles(work, &letter, Spoken::NotYet).await? } else { Vec::new() };
        Ok(Shown { letter, called, helps, obstacles, has_left })
    });
    let shown = reading.await?;
    let status = match (&again.conflict, again.faults.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    Ok(page(&who.view, &shown, again).status(status).into_response())
}

/// How somebody is, or was, called in the group of a letter.
pub(super) async fn called(work: &mut Work<'_>, letter: &Letter) -> Result<String> {
    let seat = groups::seat_of(work, letter.group, letter.person).await?;
    Ok(seat.map(|seat| seat.called).unwrap_or_default())
}

/// The frame of a letter's pages.
pub(super) fn frame(view: &View, letter: &Letter, called: &str, heading: impl Into<String>) -> Page {
    let heading = heading.into();
    Page::new(view, "feedback-title-letter")
        .width(Width::Wide)
        .crumb("/care/people", say!(view.words, "place-people"))
        .crumb(format!("/care/people/{}/letters", letter.person), called)
        .crumb("", heading.clone())
        .heading(heading)
}

fn page(view: &View, shown: &Shown, again: Again) -> Page {
    let (words, letter) = (view.words, &shown.letter);
    let is_quiet = again.faults.is_empty() && again.conflict.is_none();
    let conflict = again.conflict;
    let form = again.form.unwrap_or_else(|| sheet::filled(letter.version, &letter.body));
    let fields = Fields::again(view, form, again.faults);
    let body = html! {
        @if let Some(key) = conflict { (moved_on(view, letter, key)) }
        @if shown.has_left { (callout(Tone::Note, html! { p { strong { (say!(words, "feedback-conflict-left")) } } })) }
        (fields.form(&format!("/care/letters/{}", letter.id), html! {
            (fields.hidden("seen", fields.value("seen")))
            (fields.hidden("plain", fields.value("plain")))
            div.split.split--even {
                (could_say(view, shown))
                (writing(view, &fields, shown))
            }
        }))
        (post(
            &format!("/care/letters/{}/discard", letter.id),
            &[("seen", &letter.version.to_string())],
            &Button::submit(say!(words, "feedback-discard")).quiet().small(),
        ))
    };
    let lead = say!(words, "feedback-draft-lead", name = shown.called.as_str());
    frame(view, letter, &shown.called, say!(words, "feedback-letter-to", name = shown.called.as_str()))
        .lead(lead)
        .tools(html! { @if is_quiet { (saved(say!(words, "feedback-kept", time = view.moment(letter.saved_at)))) } })
        .body(body)
}

/// Somebody has written or given the letter meanwhile: what is on record stands beside what was typed.
fn moved_on(view: &View, letter: &Letter, key: &'static str) -> Markup {
    let names = (letter.body.to.as_str(), letter.body.from.as_str());
    html! {
        (callout(Tone::Note, html! { p { strong { (view.words.say(key, None)) } } }))
        (fold(say!(view.words, "feedback-on-record"), draw::letter(view, &letter.body, names, letter.saved_at)))
    }
}

fn could_say(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    html! {
        section.stack.no-print aria-labelledby="could" {
            div.stack.stack--tight {
                h2 #could { (say!(words, "feedback-could-say")) }
                p.soft { (say!(words, "feedback-could-say-what", name = shown.called.as_str())) }
            }
            @if shown.helps.suggestions.is_empty() { (empty(say!(words, "feedback-nothing-to-say"))) } @else {
                div.rows { @for one in &shown.helps.suggestions { (suggestion(view, shown, one)) } }
                (actions(Button::submit(say!(words, "feedback-take")).outline().named("do", "take")))
            }
            @if !shown.helps.came_to.is_empty() {
                (fold(say!(words, "feedback-came-to"), html! {
                    ul.prose { @for session in &shown.helps.came_to {
                        li { (say!(words, "feedback-session-on", number = session.number, day = view.day(session.starts_at))) }
                    } }
                }))
            }
            (fold(say!(words, "feedback-kept-out"), html! { p { (say!(words, "feedback-kept-out-what")) } }))
        }
    }
}

fn suggestion(view: &View, shown: &Shown, one: &Suggestion) -> Markup {
    let words = view.words;
    let is_there = shown.letter.body.part(one.part).contains(&one.text);
    html! {
        article.suggest {
            h3 { (words.say(one.part.heading_key(), None)) }
            p { (one.text) }
            p.src { (icon(Icon::Trend)) " " (one.source) }
            @if let Some(how) = &one.how { (fold(say!(words, "feedback-worked-out"), html! { p { (how) } })) }
            @if is_there { p { (tag(Tone::Well, None, say!(words, "feedback-in-the-letter"))) } } @else {
                label.tick {
                    input type="checkbox" name="take" value=(one.key);
                    span { (say!(words, "feedback-take-this")) }
                }
            }
        }
    }
}

fn writing(view: &View, fields: &Fields<'_>, shown: &Shown) -> Markup {
    let words = view.words;
    let charts = shown.helps.charts.iter().map(|(id, title)| Choice::new(id, title));
    let none = Choice::new("", say!(words, "feedback-no-chart"));
    html! {
        section.stack aria-label=(say!(words, "feedback-the-letter")) {
            article.letter {
                h2 { (say!(words, "feedback-dear", name = shown.called.as_str())) }
                @for part in Part::ALL {
                    (fields.area(&sheet::field(part), words.say(part.heading_key(), None)).hint(words.say(part.hint_key(), None)))
                    @if part == Part::Numbers && !shown.helps.charts.is_empty() {
                        (fields.select("chart", say!(words, "feedback-chart"), std::iter::once(none.clone()).chain(charts.clone()).collect()))
                    }
                    @if part == Part::Experiment { (fields.date("until", say!(words, "feedback-until"))) }
                }
            }
            (in_the_way(view, shown))
            (actions(html! {
                (Button::submit(say!(words, "feedback-preview")).named("do", "preview"))
                (Button::submit(say!(words, "feedback-keep")).outline().named("do", "keep"))
            }))
            (seen(say!(words, "feedback-draft-seen")))
        }
    }
}

fn in_the_way(view: &View, shown: &Shown) -> Markup {
    let names = shown.obstacles.iter().find_map(|obstacle| match obstacle {
        Obstacle::Names(found) => Some(found),
        _ => None,
    });
    let parts = &shown.letter.body.parts;
    html! {
        @if let Some(found) = names {
            (callout(Tone::Note, html! {
                p { strong { (say!(view.words, "feedback-names")) } }
                (snippets(parts, found))
                p { (say!(view.words, "feedback-names-why")) }
                (mending(view, "letter", parts, found))
            }))
        }
    }
}
