//! The pages: the day of somebody who facilitates, and handing a concern to a clinician.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::{Circle, Day, day};
use crate::access::{About, Deed};
use crate::app::App;
use crate::breaches::waiting_part;
use crate::clock::Timestamp;
use crate::door::{ShownGroup, shown_groups};
use crate::enrolment::refer_on;
use crate::groups::{self, Capability, Group, on_the_clock_of};
use crate::id::{GroupId, PersonId};
use crate::identity::{AccountKind, Who};
use crate::limits::TEXT_CHARS_MAX;
use crate::notes::IncidentId;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, card, empty, rows, seen, tag};
use crate::web::shell::Area;
use crate::web::{Check, Fields, Form, Needs, Page, Path, Routes, View, Width, go};
use crate::{Error, Result, say};

/// Every route of this subject.
pub(crate) fn routes() -> Routes {
    let refer = Needs::Deed(Deed::ReferOn);
    Routes::new().get("/lead", Needs::Login, show).get("/lead/groups/{group}/hand-over", refer, show_hand_over).post(
        "/lead/groups/{group}/hand-over",
        refer,
        take_hand_over,
    )
}

/// The day.
async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let day = app.read(who.actor, async |work| day(work).await).await?;
    let view = &who.view.clone().in_area(Area::Lead);
    let words = view.words;
    let body = html! {
        section.stack {
            h2 { (say!(words, "progress-look-first")) }
            live-region src="/live/alerts" { (day.alerts.region(view)) }
        }
        (papers(view, &day))
        (incidents(view, &day))
        (waiting_part(view, &day.breaches))
        @if day.circles.is_empty() { (empty(say!(words, "lead-none"))) }
        @for circle in &day.circles { (one(view, circle)) }
    };
    Ok(Page::new(view, "lead-title")
        .width(Width::Mid)
        .lead(say!(words, "lead-lead"))
        .tools(tools(view, &day))
        .body(body)
        .into_response())
}

fn tools(view: &View, day: &Day) -> Markup {
    let words = view.words;
    html! {
        @if day.is_on_duty {
            (tag(Tone::Brand, Some(Icon::Shield), say!(words, "progress-on-duty")))
            a href="/care/duty" { (say!(words, "progress-hand-over")) }
        }
        @if day.news > 0 { (Button::link("/notices", say!(words, "progress-news", count = day.news)).outline().small()) }
        @if !day.may_found.is_empty() {
            (Button::link("/care/groups/new", say!(words, "groups-found")).icon(Icon::Plus).outline())
        }
    }
}

fn incidents(view: &View, day: &Day) -> Markup {
    let row = |(id, at): &(IncidentId, Timestamp)| {
        Row::link(format!("/care/incidents/{id}"), view.moment_alone(*at)).icon(Icon::Flag)
    };
    html! {
        @if !day.incidents.is_empty() {
            section.stack { h2 { (say!(view.words, "progress-incidents")) } (rows(day.incidents.iter().map(row))) }
        }
    }
}

/// What stands in the way of opening a meeting, and what will soon.
fn papers(view: &View, day: &Day) -> Markup {
    let words = view.words;
    html! {
        @if !day.missing.is_empty() {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "lead-missing")) } }
                ul.prose { @for reason in &day.missing { li { (words.reason(reason)) } } }
                p { (say!(words, "lead-missing-how")) }
            }))
        }
        @for paper in &day.ending {
            @if let Some(last) = paper.qualification.last_day() {
                (callout(Tone::Note, html! {
                    p { (say!(words, "lead-ending", title = paper.words.title.as_str(), day = words.day_of_year(last))) }
                }))
            }
        }
    }
}

fn one(view: &View, circle: &Circle) -> Markup {
    let words = view.words;
    let view = &on_the_clock_of(view, &circle.group);
    let base = format!("/care/groups/{}", circle.group.id);
    let mut links = Vec::new();
    if let Some(next) = &circle.next {
        let row = Row::link(format!("/care/sessions/{}", next.id), say!(words, "lead-next"));
        links.push(row.icon(Icon::Calendar).small(view.moment_alone(next.starts_at)));
    }
    for late in &circle.unclosed {
        let row = Row::link(format!("/care/sessions/{}", late.id), say!(words, "lead-unclosed"));
        links.push(row.icon(Icon::Pen).small(view.moment_alone(late.starts_at)));
    }
    if circle.concerns > 0 {
        links.push(Row::link("/care/risk", say!(words, "lead-concerns", count = circle.concerns)).icon(Icon::Shield));
    }
    links.push(Row::link(format!("{base}/plan"), say!(words, "lead-plan")).icon(Icon::Library));
    if let Some(last) = &circle.last {
        let row = Row::link(format!("/care/sessions/{}/log", last.id), say!(words, "lead-log"));
        links.push(row.icon(Icon::Letter).small(view.moment_alone(last.starts_at)));
    }
    links.push(
        Row::link(format!("{base}/people"), say!(words, "lead-people")).icon(Icon::People).small(names(view, circle)),
    );
    let hand_over = format!("/lead/groups/{}/hand-over", circle.group.id);
    links.push(Row::link(hand_over, say!(words, "lead-title-hand-over")).icon(Icon::Hand));
    html! {
        section.stack {
            h2 { a href=(base) { (circle.group.words.name) } }
            (rows(links))
        }
    }
}

fn names(view: &View, circle: &Circle) -> String {
    if circle.people.is_empty() { say!(view.words, "lead-nobody").into_owned() } else { circle.people.join(", ") }
}

struct HandOver {
    group: Group,
    people: Vec<(PersonId, String)>,
    /// Therapy groups that the practice shows.
    to: Vec<ShownGroup>,
}

/// The form.
async fn show_hand_over(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read_hand_over(&app, &who, id).await?;
    Ok(hand_over_page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

async fn read_hand_over(app: &App, who: &Who, id: GroupId) -> Result<HandOver> {
    let reading = app.read(who.actor, async move |work| {
        let standing = groups::standing(work, id).await?;
        let grant = work.ask(Deed::ReferOn, standing, About::thing(id.0))?;
        let group = groups::group(work, &grant, id).await?;
        group.charter.allow(Capability::HandOver)?;
        let seats = groups::seats(work, id).await?.into_iter();
        let people = seats.filter(|seat| seat.until.is_none()).map(|seat| (seat.person, seat.called)).collect();
        let to = match shown_groups(work).await {
            Ok(shown) => {
                let is_clinical = |one: &ShownGroup| one.charter.allow(Capability::StructuredScreening).is_ok();
                shown.into_iter().filter(is_clinical).collect()
            }
            Err(Error::NotFound) => Vec::new(),
            Err(other) => return Err(other),
        };
        Ok(HandOver { group, people, to })
    });
    reading.await
}

/// Hands it over: somebody who knows of it becomes an enquiry, with what was written here and nothing else.
async fn take_hand_over(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let shown = read_hand_over(&app, &who, id).await?;
    let mut check = Check::new(&form);
    let (person, to) = (check.choice::<PersonId>("person"), check.choice::<GroupId>("to"));
    let words = check.area("words", 1..=TEXT_CHARS_MAX);
    let knows = if form.ticked("knows") { Some(()) } else { check.fault("knows", "lead-fault-knows") };
    let done = match check.done(|| knows.and(person.zip(to).zip(words))) {
        Ok(((person, to), words)) => {
            app.write(who.actor, async move |work| refer_on(work, id, person, to, &words).await).await
        }
        Err(faults) => Err(faults),
    };
    match done {
        Ok(_) => Ok(go("/lead")),
        Err(error) => mend(error, |faults| hand_over_page(&who.view, &shown, &Fields::again(&who.view, form, faults))),
    }
}

fn hand_over_page(view: &View, shown: &HandOver, fields: &Fields<'_>) -> Page {
    let view = &view.clone().in_area(Area::Lead);
    let words = view.words;
    let nobody = || std::iter::once(Choice::new("", say!(words, "lead-hand-over-choose")));
    let people = shown.people.iter().map(|(person, called)| Choice::new(person.to_string(), called));
    let to = shown.to.iter().map(|group| Choice::new(group.id.to_string(), &group.words.title));
    let form = html! {
        (fields.select("person", say!(words, "lead-hand-over-whom"), nobody().chain(people).collect()))
        (fields.select("to", say!(words, "lead-hand-over-to"), nobody().chain(to).collect()))
        (fields.area("words", say!(words, "lead-hand-over-words")).hint(say!(words, "lead-hand-over-words-hint")))
        (fields.tick("knows", say!(words, "lead-hand-over-knows")))
        (actions(Button::submit(say!(words, "lead-hand-over-send"))))
    };
    let nowhere = shown.to.is_empty() || shown.people.is_empty();
    Page::new(view, "lead-title-hand-over").back("/lead", say!(words, "lead-title")).lead(&shown.group.words.name).body(
        html! {
            p { (say!(words, "lead-hand-over-about")) }
            p { a href={ "/care/groups/" (shown.group.id) "/concern" } { (say!(words, "lead-hand-over-danger")) } }
            @if nowhere { (card(html! { p { (say!(words, "lead-hand-over-nowhere")) } })) } @else {
                (seen(say!(words, "lead-hand-over-seen")))
                (fields.form(&format!("/lead/groups/{}/hand-over", shown.group.id), &form))
            }
        },
    )
}
