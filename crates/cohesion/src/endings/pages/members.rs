//! The members on the page of an ending: what is to do for each, their summary, and announcing the end of one membership.

use maud::{Markup, html};

use super::super::{Ending, Item, MemberEnding, Phase, Subject, SummaryState};
use super::ending::line;
use crate::groups::SessionState;
use crate::say;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, actions, checklist, empty, fold, person, tag};
use crate::web::{Fields, View};

/// Everybody whose ending is under way, and the form that announces one.
pub(super) fn section(view: &View, ending: &Ending, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let under_way: Vec<&MemberEnding> =
        ending.members.iter().filter(|member| member.is_ending(ending.phase) || !member.is_here).collect();
    html! {
        section.stack {
            h2 { (say!(words, "endings-members")) " " span.count { (under_way.len()) } }
            @if under_way.is_empty() { (empty(say!(words, "endings-members-none"))) }
            @for member in &under_way { (card(view, ending, member)) }
        }
        @if ending.phase == Phase::Before && ending.may_run() { (announcing(view, ending, fields)) }
    }
}

fn card(view: &View, ending: &Ending, member: &MemberEnding) -> Markup {
    let words = view.words;
    let is_done = |item: &&Item| ending.ticks.iter().any(|tick| tick.subject == member.person.0 && tick.item == **item);
    let done = member.items().iter().filter(is_done).count();
    let lines: Vec<_> =
        member.items().iter().map(|item| line(view, ending, Subject::Member(member.person), *item)).collect();
    let href = match member.earlier {
        Some(seat) => format!("/care/summaries/{seat}"),
        None => format!("/care/groups/{}/summaries/{}", ending.group.id, member.person),
    };
    let (tone, state) = match member.summary {
        SummaryState::ToWrite => (Tone::Plain, "endings-summary-to-write"),
        SummaryState::Draft => (Tone::Note, "endings-summary-draft"),
        SummaryState::Waiting => (Tone::Note, "endings-summary-waits"),
        SummaryState::Signed => (Tone::Brand, "endings-summary-signed"),
        SummaryState::GivenOut => (Tone::Well, "endings-summary-given"),
    };
    html! {
        article.card.stack.stack--tight {
            div.spread {
                h3 { (person(&member.called, None)) }
                (tag(tone, None, words.say(state, None)))
            }
            @if let Some(last) = last_day(view, ending, member) { p { (say!(words, "endings-last-day", day = last)) } }
            @if member.is_here {
                (fold(say!(words, "endings-of-member", done = done, of = lines.len()), checklist(&lines)))
            } @else {
                p.soft { (say!(words, "endings-has-left")) }
            }
            (actions(Button::link(href, say!(words, "endings-open-summary")).outline().small()))
        }
    }
}

/// The day of the last session of somebody whose ending was announced.
fn last_day(view: &View, ending: &Ending, member: &MemberEnding) -> Option<String> {
    let announced = member.announced?;
    let last = ending.calendar.iter().find(|session| session.id == announced.last_session)?;
    Some(view.day(last.starts_at).into_owned())
}

/// Announces the end of one membership.
fn announcing(view: &View, ending: &Ending, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let here = ending.members.iter().filter(|member| member.is_here);
    let here: Vec<Choice> = here.map(|member| Choice::new(member.person.to_string(), &member.called)).collect();
    let ahead = ending.calendar.iter().filter(|session| session.state == SessionState::Planned);
    let ahead: Vec<Choice> = ahead
        .filter(|session| session.starts_at > view.now)
        .map(|session| Choice::new(session.id.to_string(), view.day(session.starts_at).into_owned()))
        .collect();
    if here.is_empty() || ahead.is_empty() {
        return Markup::default();
    }
    let form = html! {
        (fields.select("member", say!(words, "endings-announce-who"), here))
        (fields.select("session", say!(words, "endings-announce-last"), ahead).hint(say!(words, "endings-announce-hint")))
        (actions(Button::submit(say!(words, "endings-announce")).outline()))
    };
    html! {
        section.stack {
            h2 { (say!(words, "endings-announcing")) }
            p.soft { (say!(words, "endings-announcing-what")) }
            form.stack method="post" action={ "/care/groups/" (ending.group.id) "/ending/members" } novalidate { (form) }
        }
    }
}
