//! The second half of a case: who is told and why, the clocks, what was learned, and every entry as it was written.

use maud::{Markup, html};

use super::super::{Case, Clock, Decided, Entry};
use super::case::Shown;
use super::{forms, late_tag};
use crate::say;
use crate::web::parts::{Button, Column, Tone, When, actions, callout, facts, fold, own, story, table};
use crate::web::{Fields, View};

pub(super) fn decided(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let decided = case.dossier.decided.as_ref();
    html! {
        section.stack {
            h2 { (say!(words, "breaches-stage-decide")) }
            @if let Some(decided) = decided { (decision(view, case, decided)) }
            @if shown.may_write() {
                @if let Some(waits) = decided.filter(|decided| !decided.stands()) {
                    @if waits.mark.by == shown.me {
                        (callout(Tone::Note, html! { p { (say!(words, "breaches-waits-for-second")) } }))
                    } @else {
                        (forms::second(view, case, fields))
                    }
                }
                (forms::decide(view, case, fields))
            }
        }
    }
}

fn decision(view: &View, case: &Case, decided: &Decided) -> Markup {
    let (words, assessment) = (view.words, decided.decision.assessment);
    let weighed = [
        (say!(words, "breaches-weigh-nature"), assessment.nature),
        (say!(words, "breaches-weigh-recipient"), assessment.recipient),
        (say!(words, "breaches-weigh-seen"), assessment.seen),
        (say!(words, "breaches-weigh-left"), assessment.left),
    ];
    let by = case.name_of(decided.mark.by).unwrap_or_default();
    html! {
        p {
            strong { (words.say(decided.decision.tells.name_key(), None)) } " "
            (say!(words, "breaches-decided-by", called = by, moment = view.moment(decided.mark.at)))
            @if let Some(agreed) = decided.agreed {
                " " (say!(words, "breaches-agreed-by", called = case.name_of(agreed.by).unwrap_or_default(), moment = view.moment(agreed.at)))
            }
        }
        (facts(weighed.map(|(name, weight)| (name, words.say(weight.name_key(), None)))))
        (own(&decided.decision.reasons))
    }
}

pub(super) fn told(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let clocks = case.dossier.clocks(&case.zone);
    let (whom, due, how) = (say!(words, "breaches-whom"), say!(words, "breaches-by"), say!(words, "breaches-told"));
    let columns = [Column::Words(&whom), Column::Words(&due), Column::Words(&how)];
    let row = |clock: &Clock| {
        vec![
            html! { (words.say(clock.telling.name_key(), None)) },
            html! { (view.moment_alone(clock.due)) },
            how_told(view, case, clock),
        ]
    };
    let letter =
        Button::link(format!("/breaches/cases/{}/letter", case.id), say!(words, "breaches-title-letter")).outline();
    html! {
        section.stack {
            h2 { (say!(words, "breaches-stage-tell")) }
            (table(say!(words, "breaches-clocks"), &columns, clocks.iter().map(row)))
            @if let Some(letter) = &case.dossier.letter {
                (fold(say!(words, "breaches-letter"), html! { p.lines { (letter) } }))
            }
            @if shown.may_write() {
                (actions(letter))
                (forms::tell(view, case, &clocks, fields))
            }
        }
    }
}

fn how_told(view: &View, case: &Case, clock: &Clock) -> Markup {
    let words = view.words;
    html! {
        @if let Some((told, mark)) = case.dossier.told_of(clock) {
            (say!(words, "breaches-told-by", called = case.name_of(mark.by).unwrap_or_default(), moment = view.moment_alone(told.at)))
            " " span.soft { (told.words) }
        } @else if !case.dossier.is_demanded(clock) {
            (say!(words, "breaches-not-told"))
        } @else {
            (say!(words, "breaches-not-yet")) " " @if case.dossier.runs(clock) { (late_tag(view, clock.due)) }
        }
        @for (told, mark) in case.dossier.told_before(clock) {
            br;
            (say!(words, "breaches-told-before", called = case.name_of(mark.by).unwrap_or_default(), moment = view.moment(told.at)))
            " " span.soft { (told.words) }
        }
    }
}

pub(super) fn learned(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    html! {
        section.stack {
            h2 { (say!(words, "breaches-stage-learn")) }
            @for (said, mark) in case.dossier.before.learned.iter().chain(&case.dossier.learned) {
                p.soft { (view.moment_alone(mark.at)) @if let Some(by) = case.name_of(mark.by) { " · " (by) } }
                (own(said))
            }
            @if shown.may_write() { (forms::learn(view, case, fields)) }
        }
    }
}

pub(super) fn closing(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let open = case.dossier.open_stages(&case.zone);
    html! {
        @if shown.may_write() {
            section.card.stack {
                h2 { (say!(words, "breaches-close")) }
                @if open.is_empty() { (forms::close(view, case, fields)) } @else { p { (say!(words, "breaches-close-how")) } }
            }
        } @else if case.may_handle {
            section.card.stack { h2 { (say!(words, "breaches-reopen")) } (forms::reopen(view, case, fields)) }
        }
    }
}

/// Every entry, the first first: what was written before stays beside what came after.
pub(super) fn history(view: &View, case: &Case) -> Markup {
    let words = view.words;
    let lines = case.entries.iter().map(|(entry, mark, by)| {
        let what =
            html! { (words.say(entry.name_key(), None)) " · " (by) @if let Some(said) = text(entry) { (own(said)) } };
        (When::Done, view.moment(mark.at), what)
    });
    fold(say!(words, "breaches-history", count = case.entries.len()), story(lines))
}

fn text(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::Facts(facts) => Some(&facts.happened),
        Entry::Affected(affected) => Some(&affected.what),
        Entry::Contained(done) => Some(&done.words),
        Entry::Decided(decision) => Some(&decision.reasons),
        Entry::Told(told) => Some(&told.words),
        Entry::Letter(words) | Entry::Objected(words) | Entry::Learned(words) | Entry::Reopened(words) => Some(words),
        Entry::Agreed | Entry::Closed => None,
    }
}
