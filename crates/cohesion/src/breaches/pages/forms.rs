//! The forms of a case. They stand on one page, so each has fields of its own; the page says once what needs mending.

use maud::{Markup, Render, html};

use super::super::{Case, Clock, Step, Tells, Weight};
use super::case::Shown;
use super::{Leads, moment_pairs};
use crate::say;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Row, actions, card, rows};
use crate::web::{Fields, Form, View};

/// What the fields hold: what was typed, and in the forms that were not sent what is known, with the present moment.
pub(super) fn filled(view: &View, case: &Case, typed: Option<&Form>) -> Form {
    let view = &View { zone: case.zone.clone(), ..view.clone() };
    let was_sent = |name: &str| typed.is_some_and(|form| form.pairs().any(|(sent, _)| sent == name));
    let mut pairs: Vec<(String, String)> = Vec::new();
    if let Some(form) = typed {
        pairs.extend(form.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
    for field in ["done", "told"] {
        if !was_sent(&format!("{field}-on-day")) {
            pairs.extend(moment_pairs(view, field, view.now));
        }
    }
    if let Some(affected) = case.dossier.affected.as_ref().filter(|_| !was_sent("others")) {
        pairs.extend(affected.people.iter().map(|person| ("people".to_owned(), person.to_string())));
        pairs.push(("others".to_owned(), affected.others.to_string()));
        pairs.push(("what".to_owned(), affected.what.clone()));
    }
    Form::of(pairs)
}

fn form(case: &Case, act: &str, body: impl Render) -> Markup {
    html! {
        form.card.stack method="post" action={ "/breaches/cases/" (case.id) "/" (act) } novalidate { (body) }
    }
}

/// Whom it affects.
pub(super) fn affected(view: &View, case: &Case, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let people = case.members.iter().map(|(person, called)| Choice::new(person.to_string(), called));
    form(
        case,
        "affected",
        html! {
            @if !case.members.is_empty() {
                (fields.checks("people", say!(words, "breaches-people"), people.collect()))
            }
            (fields.number("others", say!(words, "breaches-others")).hint(say!(words, "breaches-others-hint")).short())
            (fields.area("what", say!(words, "breaches-what")).hint(say!(words, "breaches-what-hint")))
            (actions(Button::submit(say!(words, "breaches-keep")).outline()))
        },
    )
}

/// Something that was done, and where it can be done.
pub(super) fn contain(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, case) = (view.words, &shown.case);
    let steps = Step::ALL.iter().map(|step| Choice::new(step.word(), words.say(step.name_key(), None))).collect();
    html! {
        (places(view, shown))
        (form(case, "contain", html! {
            (fields.select("step", say!(words, "breaches-step"), steps))
            (fields.area("done", say!(words, "breaches-done")).hint(say!(words, "breaches-done-hint")))
            (fields.date("done-on", say!(words, "breaches-done-on")))
            (fields.time("done-at", say!(words, "breaches-done-at")))
            (actions(Button::submit(say!(words, "breaches-contain-keep")).outline()))
        }))
    }
}

/// Where logins, parts, boards and posts are looked after.
fn places(view: &View, shown: &Shown) -> Markup {
    let words = view.words;
    let mut places = Vec::new();
    if let Some(group) = shown.case.group.filter(|_| shown.case.group_name.is_some()) {
        let base = format!("/care/groups/{group}");
        places.push(Row::link(format!("{base}/leaders"), say!(words, "breaches-place-leaders")).icon(Icon::People));
        places.push(Row::link(format!("{base}/sessions"), say!(words, "breaches-place-board")).icon(Icon::Calendar));
        places.push(Row::link(format!("{base}/threads"), say!(words, "breaches-place-posts")).icon(Icon::Speech));
    }
    if shown.leads == Leads::Nothing {
        places.push(Row::link("/admin/people", say!(words, "breaches-place-staff")).icon(Icon::Key));
    }
    html! { @if !places.is_empty() { p { (say!(words, "breaches-places")) } (rows(places)) } }
}

/// Who is told, and how it was assessed.
pub(super) fn decide(view: &View, case: &Case, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let weights = || Weight::ALL.iter().map(|one| Choice::new(one.word(), words.say(one.name_key(), None))).collect();
    let tells = Tells::ALL.iter().map(|one| Choice::new(one.word(), words.say(one.name_key(), None))).collect();
    form(
        case,
        "decide",
        html! {
            p { (say!(words, "breaches-weigh")) }
            (fields.radios("nature", say!(words, "breaches-weigh-nature"), weights()).question())
            (fields.radios("recipient", say!(words, "breaches-weigh-recipient"), weights()).question())
            (fields.radios("seen", say!(words, "breaches-weigh-seen"), weights()).question())
            (fields.radios("left", say!(words, "breaches-weigh-left"), weights()).question())
            (fields.radios("tells", say!(words, "breaches-tells"), tells).hint(say!(words, "breaches-tells-hint")))
            (fields.area("reasons", say!(words, "breaches-reasons")).hint(say!(words, "breaches-reasons-hint")))
            (actions(Button::submit(say!(words, "breaches-decide"))))
        },
    )
}

/// The second person's word.
pub(super) fn second(view: &View, case: &Case, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        (card(html! { p { strong { (say!(words, "breaches-second")) } } }))
        (form(case, "second", html! {
            (actions(Button::submit(say!(words, "breaches-agree")).named("do", "agree")))
            (fields.area("objection", say!(words, "breaches-objection")).hint(say!(words, "breaches-objection-hint")))
            (actions(Button::submit(say!(words, "breaches-object")).outline().named("do", "object")))
        }))
    }
}

/// Somebody was told.
pub(super) fn tell(view: &View, case: &Case, clocks: &[Clock], fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let untold = clocks.iter().filter(|clock| case.dossier.told_of(clock).is_none());
    let untold: Vec<Choice> =
        untold.map(|clock| Choice::new(clock.telling.word(), words.say(clock.telling.name_key(), None))).collect();
    if untold.is_empty() {
        return Markup::default();
    }
    form(
        case,
        "tell",
        html! {
            (fields.select("telling", say!(words, "breaches-telling"), untold))
            (fields.date("told-on", say!(words, "breaches-told-on")))
            (fields.time("told-at", say!(words, "breaches-told-at")))
            (fields.area("told", say!(words, "breaches-told-how")))
            (actions(Button::submit(say!(words, "breaches-tell-keep")).outline()))
        },
    )
}

/// What will be done otherwise.
pub(super) fn learn(view: &View, case: &Case, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    form(
        case,
        "learn",
        html! {
            (fields.area("lessons", say!(words, "breaches-lessons")).hint(say!(words, "breaches-lessons-hint")))
            (actions(Button::submit(say!(words, "breaches-keep")).outline()))
        },
    )
}

/// Opening a closed one again.
pub(super) fn reopen(view: &View, case: &Case, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        form.stack method="post" action={ "/breaches/cases/" (case.id) "/reopen" } novalidate {
            (fields.area("reopened", say!(words, "breaches-reopened")).hint(say!(words, "breaches-reopened-hint")))
            (actions(Button::submit(say!(words, "breaches-reopen-do")).outline()))
        }
    }
}

/// Closing it.
pub(super) fn close(view: &View, case: &Case, _: &Fields<'_>) -> Markup {
    let words = view.words;
    html! {
        p { (say!(words, "breaches-close-ready")) }
        form method="post" action={ "/breaches/cases/" (case.id) "/close" } {
            (actions(Button::submit(say!(words, "breaches-close-do"))))
        }
    }
}
