//! A letter that was given: to the member with room for an answer, to those who lead with the answer that came.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Fits, Letter, LetterId, Reply, answer, close, deeds, letter, store};
use super::compose::{called, frame, theirs as letter_to_another};
use super::draw;
use crate::access::Deed;
use crate::app::App;
use crate::error::Fault;
use crate::groups;
use crate::identity::{self, Who};
use crate::limits::TEXT_CHARS_MAX;
use crate::safety::help_beside;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Tone, actions, callout, own, post, seen, tag};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

struct Mine {
    letter: Letter,
    readers: String,
}

/// A member's own letter.
pub(super) async fn mine(State(app): State<App>, who: Who, Path(id): Path<LetterId>) -> Result<Response> {
    mine_again(&app, &who, id, (Form::default(), Vec::new(), None)).await
}

/// Takes the answer to it.
pub(super) async fn take_answer(
    State(app): State<App>,
    who: Who,
    Path(id): Path<LetterId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let (fits, words) = (check.choice("fits"), check.area("words", 0..=TEXT_CHARS_MAX));
    let reply = check.done(|| Some(Reply { fits: fits?, words: words? }));
    let answering = app.write(who.actor, async move |work| {
        deeds::may_answer_at(work, id).await?;
        answer(work, id, reply.as_ref().map_err(Error::clone)?).await
    });
    match answering.await {
        Ok(()) => Ok(go(&format!("/me/letters/{id}"))),
        Err(Error::Invalid(faults)) => mine_again(&app, &who, id, (form, faults, None)).await,
        Err(Error::Conflict(words)) => mine_again(&app, &who, id, (form, Vec::new(), Some(words))).await,
        Err(other) => Err(other),
    }
}

async fn mine_again(
    app: &App,
    who: &Who,
    id: LetterId,
    (form, faults, conflict): (Form, Vec<Fault>, Option<&'static str>),
) -> Result<Response> {
    let reader = who.person;
    let reading = app.read(who.actor, async move |work| {
        let row = store::find_letter(work, id).await?;
        let grant = deeds::may_read(work, &row).await?;
        if row.person != reader {
            return Err(Error::NotFound);
        }
        let readers = groups::named_readers(work, &grant, row.group).await?.join(", ");
        Ok(Mine { letter: letter(work, id).await?, readers })
    });
    let shown = reading.await?;
    let status = match (conflict, faults.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let (view, words) = (&who.view, who.view.words);
    let typed = form.value("words").to_owned();
    let fields = Fields::again(view, form, faults);
    let body = html! {
        @if let Some(key) = conflict {
            (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } @if !typed.is_empty() { (own(&typed)) } }))
        }
        (given(view, &shown.letter))
        (seen(say!(words, "feedback-letter-seen", names = shown.readers.as_str())))
        (turn(view, &fields, &shown))
    };
    let page = Page::new(view, "feedback-title-letter").back("/me/progress", say!(words, "place-progress"));
    Ok(page.body(body).status(status).into_response())
}

fn given(view: &View, letter: &Letter) -> Markup {
    let at = letter.released.map_or(letter.saved_at, |(_, at)| at);
    draw::letter(view, &letter.body, (&letter.body.to, &letter.body.from), at)
}

/// Room for an answer, or the answer that was given.
fn turn(view: &View, fields: &Fields<'_>, shown: &Mine) -> Markup {
    let (words, letter) = (view.words, &shown.letter);
    let from = letter.body.from.as_str();
    let choice = |fits: Fits| Choice::new(fits.word(), words.say(fits.name_key(), None));
    html! {
        section.stack.no-print aria-labelledby="turn" {
            h2 #turn { (say!(words, "feedback-turn")) }
            @match &letter.reply {
                Some((reply, at)) => {
                    p { strong { (words.say(reply.fits.name_key(), None)) } " " span.soft { (view.moment(*at)) } }
                    @if !reply.words.is_empty() { (own(&reply.words)) (help_beside(view, &reply.words)) }
                    p.soft { (say!(words, "feedback-turn-done", name = from)) }
                }
                None => {
                    p.soft { (say!(words, "feedback-turn-lead")) }
                    (fields.form(&format!("/me/letters/{}/answer", letter.id), html! {
                        (fields.radios("fits", say!(words, "feedback-how-fits"), Fits::ALL.into_iter().map(choice).collect()))
                        (fields.area("words", say!(words, "feedback-turn-words", name = from)).voice())
                        (actions(Button::submit(say!(words, "feedback-turn-send", name = from))))
                    }))
                }
            }
        }
    }
}

/// The letter to those who lead.
pub(super) async fn theirs(app: &App, who: &Who, id: LetterId) -> Result<Response> {
    theirs_again(app, who, id, None).await
}

/// Says that the answer was dealt with.
pub(super) async fn take_close(State(app): State<App>, who: Who, Path(id): Path<LetterId>) -> Result<Response> {
    match app.write(who.actor, async move |work| close(work, id).await).await {
        Ok(()) => Ok(go(&format!("/care/letters/{id}"))),
        Err(Error::Conflict(words)) => theirs_again(&app, &who, id, Some(words)).await,
        Err(other) => Err(other),
    }
}

async fn theirs_again(app: &App, who: &Who, id: LetterId, conflict: Option<&'static str>) -> Result<Response> {
    let reader = who.person;
    let reading = app.read(who.actor, async move |work| {
        let letter = letter_to_another(work, id, reader).await?;
        let called = called(work, &letter).await?;
        let row = store::find_letter(work, id).await?;
        let grant = deeds::may_read(work, &row).await?;
        let closer = match letter.closed {
            Some((by, _)) => {
                let about = work.about(&grant, by);
                identity::still_called(work, &about, by).await?
            }
            None => None,
        };
        let may_close = groups::standing(work, letter.group).await?.allows(Deed::CloseAnswer);
        Ok((letter, called, closer, may_close))
    });
    let (letter, called, closer, may_close) = reading.await?;
    let (view, words) = (&who.view, who.view.words);
    let body = html! {
        @if let Some(key) = conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } })) }
        (given(view, &letter))
        section.stack.no-print aria-labelledby="answer" {
            h2 #answer { (say!(words, "feedback-their-answer", name = called.as_str())) }
            @match &letter.reply {
                None => p.soft { (say!(words, "feedback-no-answer")) },
                Some((reply, at)) => {
                    p { (fits_tag(view, reply.fits)) " " span.soft { (view.moment(*at)) } }
                    @if !reply.words.is_empty() { (own(&reply.words)) }
                    @match letter.closed {
                        Some((_, at)) => p.soft { (say!(words, "feedback-closed-by", name = closer.unwrap_or_default(), moment = view.moment(at))) },
                        None if may_close => (post(&format!("/care/letters/{id}/close"), &[], &Button::submit(say!(words, "feedback-close")))),
                        None => {}
                    }
                }
            }
            p.soft { (say!(words, "feedback-correction")) }
        }
    };
    let status = if conflict.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let heading = say!(words, "feedback-letter-to", name = called.as_str());
    let at = letter.released.map_or(letter.saved_at, |(_, at)| at);
    Ok(frame(view, &letter, &called, heading)
        .lead(say!(words, "feedback-given-on", name = letter.body.from.as_str(), moment = view.moment(at)))
        .body(body)
        .status(status)
        .into_response())
}

/// Whether a letter fits, as a tag.
pub(super) fn fits_tag(view: &View, fits: Fits) -> Markup {
    let tone = match fits {
        Fits::Yes => Tone::Well,
        Fits::Partly => Tone::Brand,
        Fits::No => Tone::Note,
    };
    tag(tone, Some(Icon::Speech), view.words.say(fits.name_key(), None))
}
