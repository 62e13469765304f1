//! The site's log, a day at a time, without content: for whoever runs the site.

use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::{Date, Time};
use maud::{Markup, html};

use super::super::log::{Day, Line, log};
use super::super::plain::{Reader, deed_name, was_refused};
use super::super::verify::Tip;
use super::who;
use crate::access::Deed;
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::PersonId;
use crate::identity::Who;
use crate::limits::PAGE_ROWS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Column, Tone, actions, callout, empty, table};
use crate::web::{Fields, Form, Page, View, Width};
use crate::{Error, Result, say};

/// What of the log is looked at, as its address says it.
#[derive(Clone, Copy)]
struct Sight {
    date: Date,
    deed: Option<Deed>,
    colleague: Option<PersonId>,
}

impl Sight {
    fn address(self) -> String {
        let who = self.colleague.map(|person| format!("&who={person}")).unwrap_or_default();
        format!("/admin/audit?day={}&deed={}{who}", self.date, self.deed.map_or("", Deed::code))
    }
}

/// The page: one day, and of it one deed or one colleague's deeds where they are chosen.
pub(super) async fn show(State(app): State<App>, asker: Who, RawQuery(query): RawQuery) -> Result<Response> {
    let view = &asker.view;
    let wanted = Form::parse(query.as_deref().unwrap_or_default());
    let date: Date = wanted.value("day").parse().unwrap_or_else(|_| view.today());
    let (from, until) = (begins(view, date)?, begins(view, date.saturating_add(1.day()))?);
    let (deed, colleague) = (Deed::from_code(wanted.value("deed")), wanted.value("who").parse().ok());
    let sight = Sight { date, deed, colleague };
    let day = Day { from, until, deed, colleague, before: wanted.value("before").parse().ok() };
    let (lines, tip) = app.read(asker.actor, async move |work| log(work, day).await).await?;
    let body = html! {
        (standing(view, &tip))
        (choice(view, sight))
        @if lines.is_empty() { (empty(say!(view.words, "audit-log-none"))) } @else { (entries(view, sight, &lines)) }
        (further(view, sight, &lines))
    };
    let lead = say!(view.words, "audit-log-lead");
    Ok(Page::new(view, "audit-title-log").width(Width::Wide).lead(lead).body(body).into_response())
}

/// The moment at which a day begins in the view's zone.
fn begins(view: &View, date: Date) -> Result<Timestamp> {
    let midnight = view.zone.to_ambiguous_zoned_datetime(date.to_datetime(Time::midnight()));
    let zoned = midnight.compatible().map_err(|cause| Error::bug(cause.to_string()))?;
    Ok(Timestamp(zoned.timestamp().as_millisecond()))
}

fn standing(view: &View, tip: &Tip) -> Markup {
    let words = view.words;
    if !tip.is_intact {
        return callout(
            Tone::Help,
            html! { p { strong { (say!(words, "audit-broken")) } " " (say!(words, "audit-broken-how")) } },
        );
    }
    let newest = tip.newest.map(|at| view.moment(at));
    callout(
        Tone::Well,
        html! {
            p {
                strong { (say!(words, "audit-intact")) } " " (say!(words, "audit-entries", count = tip.links)) " "
                @if let Some(newest) = newest { (say!(words, "audit-checkpoint", moment = newest)) }
            }
        },
    )
}

fn choice(view: &View, sight: Sight) -> Markup {
    let words = view.words;
    let form = Form::of([("deed", sight.deed.map_or("", Deed::code))]);
    let f = Fields::filled(view, form);
    let all = std::iter::once(Choice::new("", say!(words, "audit-every-deed")));
    let named = |deed: &Deed| Choice::new(deed.code(), deed_name(words, deed.code()));
    let deeds = all.chain(Deed::ALL.iter().map(named)).collect();
    html! {
        form.cluster method="get" action="/admin/audit" {
            (f.hidden("day", &sight.date.to_string()))
            @if let Some(person) = sight.colleague { (f.hidden("who", &person.to_string())) }
            (f.select("deed", say!(words, "audit-deed"), deeds))
            (Button::submit(say!(words, "audit-show")).outline())
            @if sight.colleague.is_some() {
                a href=(Sight { colleague: None, ..sight }.address()) { (say!(words, "audit-everybody")) }
            }
        }
    }
}

fn entries(view: &View, sight: Sight, lines: &[Line]) -> Markup {
    let words = view.words;
    let (time, actor) = (say!(words, "audit-when"), say!(words, "audit-who"));
    let (deed, outcome) = (say!(words, "audit-deed"), say!(words, "audit-outcome"));
    let columns = [Column::Words(&time), Column::Words(&actor), Column::Words(&deed), Column::Words(&outcome)];
    let row = |line: &Line| {
        let ended = if was_refused(&line.outcome) { "audit-refused" } else { "audit-granted" };
        vec![
            html! { (view.time(line.at)) },
            colleague(view, sight, line),
            html! { span { (deed_name(words, &line.deed)) " " small.soft { code { (line.deed) } } } },
            html! { (words.say(ended, None)) },
        ]
    };
    let caption = lines.first().map_or_else(|| time.clone(), |line| view.day(line.at));
    table(caption, &columns, lines.iter().map(row))
}

/// Who it was. A colleague's name leads to what else they did that day.
fn colleague(view: &View, sight: Sight, line: &Line) -> Markup {
    let who = who(view, &line.who, &line.outcome, Reader::Site);
    match line.colleague.filter(|_| sight.colleague.is_none()) {
        Some(person) => html! { a href=(Sight { colleague: Some(person), ..sight }.address()) { (who) } },
        None => who,
    }
}

fn further(view: &View, sight: Sight, lines: &[Line]) -> Markup {
    let (words, date) = (view.words, sight.date);
    let to = |date: Date| Sight { date, ..sight }.address();
    let more = lines.last().filter(|_| lines.len() == PAGE_ROWS_MAX as usize);
    let tomorrow = date.saturating_add(1.day());
    actions(html! {
        @if let Some(last) = more {
            (Button::link(format!("{}&before={}", to(date), last.seq), say!(words, "audit-more")).outline())
        }
        (Button::link(to(date.saturating_sub(1.day())), say!(words, "audit-day-before")).outline())
        @if tomorrow <= view.today() { (Button::link(to(tomorrow), say!(words, "audit-day-after")).outline()) }
    })
}
