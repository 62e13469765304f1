//! How a post and what stands around it are drawn. What is drawn holds no id of a person, no colour made of one, and no time finer
//! than a minute, so that nobody can be found again in another group.

use std::borrow::Cow;

use maud::{Markup, html};

use super::super::post::Said;
use super::super::{Audience, By, Post, PostState, Side, Thread, Watch};
use super::base;
use crate::safety::reading_hours;
use crate::web::View;
use crate::web::parts::{Tone, callout, fold, own, tag};
use crate::web::words::Words;
use crate::{clock, say};

/// What a thread is called.
pub fn title(words: Words, thread: &Thread) -> Cow<'_, str> {
    match thread.title.as_str() {
        "" => say!(words, "sharing-title-gone"),
        title => Cow::Borrowed(title),
    }
}

/// A post in its thread. `names` are those that can be called in it.
pub fn in_thread(view: &View, side: Side, post: &Post, names: &[String]) -> Markup {
    let words = view.words;
    let href = format!("{}/posts/{}", base(side), post.id);
    let Some(said) = &post.said else { return gap(view, post) };
    html! {
        article.card.stack.stack--tight id={ "post-" (post.id) } {
            (head(view, side, post, said))
            (body(view, said, names))
            (sent(view, post))
            p { a href=(href) aria-describedby={ "by-" (post.id) } { (say!(words, if side == Side::Member { "sharing-open-post" } else { "sharing-open-post-care" })) } }
        }
    }
}

/// That something stood there.
fn gap(view: &View, post: &Post) -> Markup {
    html! {
        article.card id={ "post-" (post.id) } { p.soft { (view.words.say(gap_key(post.state), None)) } }
    }
}

pub const fn gap_key(state: PostState) -> &'static str {
    match state {
        PostState::TakenBack => "sharing-gap-taken-back",
        PostState::Waiting | PostState::Shown | PostState::TakenOut => "sharing-gap-taken-out",
    }
}

/// Who wrote it, when, what it is there for, and who sees it.
pub fn head(view: &View, side: Side, post: &Post, said: &Said) -> Markup {
    let words = view.words;
    html! {
        div.spread {
            h3 id={ "by-" (post.id) } { (by(view, &said.by)) }
            span.cluster {
                (tag(Tone::Plain, None, words.say(post.kind.name_key(), None)))
                @if post.state != PostState::Shown { (tag(Tone::Note, None, words.say(post.state.name_key(), None))) }
                @if post.audience == Audience::Leaders { (tag(Tone::Plain, None, say!(words, "sharing-for-leaders"))) }
            }
        }
        p.soft {
            (view.moment_alone(post.at))
            @if let Some(answered) = post.answers { " · " a href={ (base(side)) "/posts/" (answered) } { (say!(words, "sharing-an-answer")) } }
        }
    }
}

/// Whoever wrote it, as the reader may know.
pub fn by(view: &View, by: &By) -> Markup {
    let words = view.words;
    match by {
        By::Oneself(called) => html! { (say!(words, "sharing-by-you", name = called.as_str())) },
        By::Member(called) => html! { (called) },
        By::Nameless(None) => html! { (say!(words, "sharing-by-somebody")) },
        By::Nameless(Some(called)) => html! { (say!(words, "sharing-by-nameless", name = called.as_str())) },
        By::Leader(called) => html! { (called) " " (tag(Tone::Brand, None, say!(words, "sharing-by-leader"))) },
    }
}

/// What it says: behind its content note, where it has one, until somebody opens it.
pub fn body(view: &View, said: &Said, names: &[String]) -> Markup {
    let text = own(html! { span.lines { (called_in(&said.text, names)) } });
    match &said.note {
        Some(note) => fold(say!(view.words, "sharing-note-before", note = note.as_str()), text),
        None => text,
    }
}

/// The text, with the names that are called in it standing out.
fn called_in(text: &str, names: &[String]) -> Markup {
    let mut pieces: Vec<(&str, bool)> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        let (before, behind) = rest.split_at(at);
        // The longest name that fits, so that one name inside another is not taken for it.
        let name = names.iter().filter(|name| behind[1..].starts_with(name.as_str())).max_by_key(|name| name.len());
        let length = name.map_or(1, |name| name.len() + 1);
        pieces.push((before, false));
        pieces.push((&behind[..length], name.is_some()));
        rest = &behind[length..];
    }
    pieces.push((rest, false));
    html! { @for (piece, is_name) in pieces { @if is_name { strong { (piece) } } @else { (piece) } } }
}

/// The words that were sent to it.
pub fn sent(view: &View, post: &Post) -> Markup {
    let words = view.words;
    html! {
        @if !post.reactions.is_empty() {
            p.soft { (say!(words, "sharing-sent")) " " (post.reactions.iter().map(|kind| words.say(kind.name_key(), None).into_owned()).collect::<Vec<_>>().join(", ")) "." }
        }
    }
}

/// Who reads here and when, and where help is at any hour.
pub fn banner(view: &View, watch: &Watch, until: Option<clock::Timestamp>) -> Markup {
    let words = view.words;
    let help = html! { a href="/help" { (say!(words, "sharing-help")) } };
    match watch {
        Watch::Nobody => callout(
            Tone::Note,
            html! {
                p { strong { (say!(words, "sharing-not-watched")) } " " @if let Some(until) = until { (say!(words, "sharing-open-until", at = view.moment(until))) } }
                p { (help) }
            },
        ),
        Watch::Team { hours, stated, reads_now, quiet_until } => {
            let tone = if *reads_now && quiet_until.is_none() { Tone::Plain } else { Tone::Note };
            callout(
                tone,
                html! {
                    @if let Some(until) = quiet_until {
                        p { strong { (say!(words, "sharing-quiet", until = clock_of(view, *until))) } }
                    } @else if !*reads_now {
                        p { strong { (say!(words, "sharing-nobody-now")) } }
                    }
                    p { (reading_hours(view, hours.as_ref(), stated)) }
                    p { (help) }
                },
            )
        }
    }
}

/// A minute of the day as a time.
pub fn clock_of(view: &View, minute: u16) -> crate::web::Said {
    let (hour, minute) = (format!("{:02}", minute / 60), format!("{:02}", minute % 60));
    say!(view.words, "date-time", hour = hour, minute = minute)
}
