//! What an alert says in words: why it was raised, what has happened, what is due.

use maud::{Markup, html};

use super::super::names::Names;
use super::super::{Entry, Event, Hours, Mark, Path, RiskItem, Sign, Stage, Teller, Written};
use super::shown::{Damaged, Shown};
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::say;
use crate::web::parts::own;
use crate::web::{Said, View};

/// What a person is called here, or "somebody" where no name is left.
pub(super) fn called(view: &View, names: &Names, person: PersonId) -> Said {
    names.get(person).map_or_else(|| say!(view.words, "safety-somebody"), |name| name.to_owned().into())
}

/// Whom an alert is about that cannot be opened.
pub(super) fn damaged(view: &View, damaged: &Damaged) -> Said {
    damaged.called.as_ref().map_or_else(|| say!(view.words, "safety-somebody"), |name| name.clone().into())
}

/// Several names as a list.
pub(super) fn all_called(view: &View, names: &Names, people: &[PersonId]) -> String {
    people.iter().map(|person| called(view, names, *person)).collect::<Vec<_>>().join(", ")
}

/// The kind of sign, in two words.
pub(super) fn label(view: &View, sign: &Sign) -> Said {
    match sign {
        Sign::Answers { .. } => say!(view.words, "safety-label-answers"),
        Sign::NeedHelp { .. } => say!(view.words, "safety-label-call"),
        Sign::Observation { .. } => say!(view.words, "safety-label-observation"),
        Sign::Screening { .. } => say!(view.words, "safety-label-screening"),
        Sign::Sheet { .. } => say!(view.words, "safety-label-sheet"),
        Sign::Post { .. } => say!(view.words, "safety-label-post"),
    }
}

/// Why it was raised. The wording of an item is never repeated.
pub(super) fn why(view: &View, sign: &Sign) -> Markup {
    match sign {
        Sign::Answers { title, items, .. } => html! {
            @for item in items { (answered(view, title, item)) " " }
        },
        Sign::NeedHelp { words: None, .. } => html! { (say!(view.words, "safety-why-call")) },
        Sign::NeedHelp { words: Some(words), .. } => said(&say!(view.words, "safety-why-call-words"), words),
        Sign::Observation { words, .. } => said(&say!(view.words, "safety-why-observation"), words),
        Sign::Screening { words, .. } => said(&say!(view.words, "safety-why-screening"), words),
        Sign::Post { words, teller: Teller::Writer, .. } => said(&say!(view.words, "safety-why-post"), words),
        Sign::Post { words, teller: Teller::Reader, .. } => said(&say!(view.words, "safety-why-post-told"), words),
        Sign::Sheet { title, meanings, .. } => html! {
            (say!(view.words, "safety-why-sheet", title = title.as_str()))
            @for meaning in meanings { " " (meaning) }
        },
    }
}

fn said(lead: &str, words: &Written) -> Markup {
    html! { (lead) " " q { (words.as_str()) } }
}

fn answered(view: &View, title: &str, item: &RiskItem) -> Said {
    let (words, number) = (view.words, item.item.as_str());
    match (item.now, item.before) {
        (None, _) => say!(words, "safety-item-open", item = number, title = title),
        (Some(now), Some(before)) if now != before => {
            say!(words, "safety-item-from", item = number, title = title, before = before, now = now)
        }
        (Some(now), Some(_)) => say!(words, "safety-item-still", item = number, title = title, now = now),
        (Some(now), None) => say!(words, "safety-item-first", item = number, title = title, now = now),
    }
}

/// What is known besides, and what is due when.
pub(super) fn source(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let state = &shown.alert.state;
    html! {
        (say!(words, "safety-raised", at = view.moment(state.terms.raised_at))) " "
        @match state.seen_at {
            Some(at) => (say!(words, "safety-help-seen", at = view.moment(at))),
            None => @if Sign::is_own_telling(shown.alert.cause.sign.key().0) { (say!(words, "safety-help-not-seen")) },
        }
        " "
        @match shown.plan_at {
            Some(at) => (say!(words, "safety-has-plan", day = view.day(at))),
            None => @if shown.may.read_plan() { (say!(words, "safety-has-no-plan")) },
        }
        " " (due(view, shown))
    }
}

/// What is due, with a name and a time.
pub(super) fn due(view: &View, shown: &Shown) -> Markup {
    let (words, state) = (view.words, &shown.alert.state);
    let owner = state.owner.map(|owner| called(view, &shown.names, owner));
    let sentence = match (state.stage, state.level) {
        (Stage::Closed, _) => say!(words, "safety-due-closed"),
        (Stage::Waiting, _) if shown.next.is_empty() => {
            say!(words, "safety-due-remind", at = view.moment(state.acknowledge_by))
        }
        (Stage::Waiting, _) => {
            let who = all_called(view, &shown.names, &shown.next);
            say!(words, "safety-due-next", name = who, at = view.moment(state.acknowledge_by))
        }
        (Stage::Taken, None) if state.terms.path == Path::DutyContact => {
            let name = owner.unwrap_or_default();
            say!(words, "safety-due-close", name = name, at = view.moment(state.terms.decide_by))
        }
        (Stage::Taken, None) => {
            let name = owner.unwrap_or_default();
            say!(words, "safety-due-decide", name = name, at = view.moment(state.terms.decide_by))
        }
        (Stage::Taken, Some(level)) => {
            let (name, level) = (owner.unwrap_or_default(), words.say(level.name_key(), None));
            if let Some(at) = state.review_by {
                say!(words, "safety-due-review", name = name, level = level, at = view.moment(at))
            } else {
                say!(words, "safety-due-none", name = name, level = level)
            }
        }
    };
    html! {
        (sentence)
        @if shown.is_overdue(view.now) { " " strong { (say!(words, "safety-overdue")) } }
    }
}

/// One entry of an alert's story.
pub(super) fn entry(view: &View, names: &Names, entry: &Entry) -> Markup {
    let words = view.words;
    let name = entry.author.map_or_else(String::new, |author| called(view, names, author).into_owned());
    let line = |said: Said| html! { p { (said) } };
    let with = |said: Said, written: &Written| html! { p { (said) } (own(written.as_str())) };
    match &entry.event {
        Event::Told(people) if people.is_empty() => line(say!(words, "safety-told-nobody")),
        Event::Told(people) => line(say!(words, "safety-told", names = all_called(view, names, people))),
        Event::Reminded => line(say!(words, "safety-reminded")),
        Event::Overdue(people) => line(say!(words, "safety-told-overdue", names = all_called(view, names, people))),
        Event::Seen => line(say!(words, "safety-seen-entry", name = name)),
        Event::Taken => line(say!(words, "safety-taken", name = name)),
        Event::HandedOver { to, words: why } if entry.author == Some(*to) => {
            with(say!(words, "safety-taken-over", name = name), why)
        }
        Event::HandedOver { to, words: why } => {
            let to = called(view, names, *to);
            with(say!(words, "safety-handed-over", name = name, to = to), why)
        }
        Event::Decided { level, rationale, .. } => {
            let level = words.say(level.name_key(), None);
            with(say!(words, "safety-decided", name = name, level = level), rationale)
        }
        Event::Marked(action, mark) => {
            let action = words.say(action.name_key(), None);
            line(match mark {
                Mark::Done => say!(words, "safety-marked-done", name = name, action = action),
                Mark::NotNeeded => say!(words, "safety-marked-not-needed", name = name, action = action),
                Mark::Open => say!(words, "safety-marked-open", name = name, action = action),
            })
        }
        Event::Reviewed(written) => with(say!(words, "safety-reviewed", name = name), written),
        Event::Closed(written) => with(say!(words, "safety-closed", name = name), written),
        Event::Added(written) => with(say!(words, "safety-added", name = name), written),
    }
}

/// "15:06" on the same day, otherwise the day too.
pub(super) fn short(view: &View, at: Timestamp) -> Said {
    if view.date(at) == view.today() { view.time(at) } else { view.moment(at) }
}

/// When somebody reads at once, and that nobody does at other times. Where nobody is on duty at fixed hours, it is what the
/// practice says of its own in `stated`.
pub fn hours(view: &View, hours: Option<&Hours>, stated: &str) -> Said {
    let words = view.words;
    let Some(hours) = hours else {
        return match stated {
            "" => say!(words, "safety-hours-none"),
            stated => say!(words, "safety-hours-stated", hours = stated),
        };
    };
    let (from, until) = (clock(view, hours.from_minute), clock(view, hours.until_minute));
    say!(words, "safety-hours", days = days(view, hours), from = from, until = until)
}

/// "Monday to Friday", or the days one by one.
pub(super) fn days(view: &View, hours: &Hours) -> String {
    let words = view.words;
    let name = |day: u8| say!(words, "date-weekday", number = day + 1);
    let chosen: Vec<u8> = (0..7).filter(|day| hours.days.has(*day)).collect();
    match chosen.as_slice() {
        [first, .., last] if chosen.len() > 2 && usize::from(last - first) + 1 == chosen.len() => {
            say!(words, "safety-days-range", first = name(*first), last = name(*last)).into_owned()
        }
        _ => chosen.iter().map(|day| name(*day)).collect::<Vec<_>>().join(", "),
    }
}

/// A minute of the day as a time; the day's end is 24:00.
pub(super) fn clock(view: &View, minute: u16) -> Said {
    let (hour, minute) = (format!("{:02}", minute / 60), format!("{:02}", minute % 60));
    say!(view.words, "date-time", hour = hour, minute = minute)
}
