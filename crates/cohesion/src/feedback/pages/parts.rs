//! What of feedback stands on pages that join subjects: a member's Today and progress, and a therapist's Today.

use maud::{Markup, html};

use super::super::{Letter, Waiting, my_letters, own_occasions};
use super::read::fits_tag;
use crate::groups::{self, Capability};
use crate::limits::LETTER_SHOWN_FOR;
use crate::web::View;
use crate::web::parts::{Icon, Row, missing, rows};
use crate::work::Work;
use crate::{Error, Result, say};

/// What waits for a member: letters of the last weeks without an answer, and whether a result was talked about.
pub async fn today_rows(work: &mut Work<'_>, view: &View) -> Result<Vec<Row>> {
    let since = work.now() - LETTER_SHOWN_FOR;
    let letters = my_letters(work).await?.readable;
    let is_new = |letter: &&Letter| letter.reply.is_none() && letter.released.is_some_and(|(_, at)| at > since);
    let mut rows: Vec<Row> = letters.iter().filter(is_new).map(|letter| letter_row(view, letter)).collect();
    let asked = own_occasions(work).await?.iter().filter(|own| own.is_asked).count();
    if asked > 0 {
        let row = Row::link("/me/talks", say!(view.words, "feedback-today-talks"));
        rows.push(row.small(say!(view.words, "feedback-today-talks-what", count = asked)).icon(Icon::Speech));
    }
    Ok(rows)
}

/// A member's letters, and the ways to their patterns and to what was talked about; nothing for whoever has no part in it.
pub async fn own_part(work: &mut Work<'_>, view: &View) -> Result<Markup> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let letters = my_letters(work).await?;
    let mut is_given_feedback = false;
    for group in groups::seated_in(work, person).await? {
        is_given_feedback |= groups::charter_of(work, group).await?.allow(Capability::TherapistFeedback).is_ok();
    }
    if !is_given_feedback && letters.readable.is_empty() {
        return Ok(Markup::default());
    }
    let words = view.words;
    let ways = [
        Row::link("/me/patterns", say!(words, "feedback-to-patterns"))
            .small(say!(words, "feedback-to-patterns-what"))
            .icon(Icon::Trend),
        Row::link("/me/talks", say!(words, "feedback-to-talks"))
            .small(say!(words, "feedback-to-talks-what"))
            .icon(Icon::Speech),
    ];
    Ok(html! {
        section.stack.stack--tight {
            h2 { (say!(words, "feedback-letters-mine")) }
            (missing(view, letters.damaged))
            @if letters.readable.is_empty() { p.soft { (say!(words, "feedback-no-letters-mine")) } }
            @else { (rows(letters.readable.iter().map(|letter| letter_row(view, letter)))) }
        }
        section.stack.stack--tight {
            h2 { (say!(words, "feedback-records-mine")) }
            (rows(ways))
        }
    })
}

fn letter_row(view: &View, letter: &Letter) -> Row {
    let words = view.words;
    let row = Row::link(
        format!("/me/letters/{}", letter.id),
        say!(words, "feedback-letter-from", name = letter.body.from.as_str()),
    );
    let at = letter.released.map_or(letter.saved_at, |(_, at)| at);
    let row = row.small(view.day(at)).icon(Icon::Letter);
    match &letter.reply {
        Some((reply, _)) => row.end(fits_tag(view, reply.fits)),
        None => row,
    }
}

/// Answers to letters that wait for somebody who leads.
pub fn answer_rows(view: &View, waiting: &[Waiting]) -> Markup {
    let row = |one: &Waiting| {
        Row::link(format!("/care/letters/{}", one.letter), &one.called)
            .small(say!(view.words, "feedback-waiting", moment = view.moment(one.at)))
            .icon(Icon::Letter)
            .end(fits_tag(view, one.fits))
    };
    rows(waiting.iter().map(row))
}
