//! The desk after a session on one page: the record once, then each member's part. Every button keeps all that was typed.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::super::{self as notes, Added, Desk, Format, Found, Outcome, Part};
use super::sheet::{self, Wish};
use super::{section, shared};
use crate::app::App;
use crate::error::Fault;
use crate::groups::Group;
use crate::id::{PersonId, SessionId};
use crate::identity::Who;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, actions, callout, empty, fold, missing, saved};
use crate::web::{Fields, Form, Page, Path, View, Width, go};
use crate::work::Work;
use crate::{Error, Result, say, sessions};

/// What a form that was sent came to, where the page must be shown again.
#[derive(Default)]
pub(super) struct News {
    /// What was typed, where it is not on record.
    pub typed: Form,
    /// Parts that somebody else has changed meanwhile.
    pub stale: Vec<Part>,
    /// What became of signing.
    pub outcomes: Vec<(PersonId, Outcome)>,
    /// Names in what was to be added to the record.
    pub names: Vec<Found>,
    /// What needs mending.
    faults: Vec<Fault>,
    /// What the world has moved on from.
    conflict: Option<&'static str>,
}

impl News {
    /// What became of one member's note.
    pub fn outcome(&self, person: PersonId) -> Option<&Outcome> {
        self.outcomes.iter().find(|(of, _)| *of == person).map(|(_, outcome)| outcome)
    }

    fn is_quiet(&self) -> bool {
        let is_done = |(_, outcome): &(PersonId, Outcome)| matches!(outcome, Outcome::Signed | Outcome::Waits);
        self.stale.is_empty() && self.names.is_empty() && self.outcomes.iter().all(is_done)
    }

    fn status(&self) -> StatusCode {
        let has_moved = self.conflict.is_some() || !self.stale.is_empty();
        if !self.faults.is_empty() || !(has_moved || self.is_quiet()) {
            StatusCode::UNPROCESSABLE_ENTITY
        } else if has_moved {
            StatusCode::CONFLICT
        } else {
            StatusCode::OK
        }
    }
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    again(&app, &who, id, News::default()).await
}

/// Keeps what was typed, then does what the button says.
pub(super) async fn write(State(app): State<App>, who: Who, Path(id): Path<SessionId>, form: Form) -> Result<Response> {
    let sent = form.clone();
    let writing = app.write(who.actor, async move |work| {
        notes::deeds::may_write_at(work, id).await?;
        let (sheet, wish) = sheet::read(&sent)?;
        let kept = notes::keep(work, id, &sheet).await?;
        let news = if kept.stale.is_empty() { fulfil(work, id, &wish).await? } else { News::default() };
        Ok(News { stale: kept.stale, ..news })
    });
    let news = match writing.await {
        Ok(news) => News { typed: form, ..news },
        Err(Error::Conflict(words)) => News { typed: form, conflict: Some(words), ..News::default() },
        Err(Error::Invalid(faults)) => News { typed: form, faults, ..News::default() },
        Err(other) => return Err(other),
    };
    let is_done = news.status() == StatusCode::OK;
    if is_done { Ok(go(&format!("/care/sessions/{id}/notes"))) } else { again(&app, &who, id, news).await }
}

async fn fulfil(work: &mut Work<'_>, id: SessionId, wish: &Wish) -> Result<News> {
    let mut news = News::default();
    match wish {
        Wish::Keep => {}
        Wish::Choose(format) => notes::choose_format(work, *format).await?,
        Wish::Mend(part, fix) => notes::mend(work, id, *part, *fix).await?,
        Wish::Append(words) => match notes::append(work, id, words).await? {
            Added::Done => {}
            Added::Names(names) => news.names = names,
        },
        Wish::Sign(signing) => news.outcomes = notes::sign(work, id, signing).await?,
    }
    Ok(news)
}

async fn again(app: &App, who: &Who, id: SessionId, news: News) -> Result<Response> {
    let desk = app.read(who.actor, async move |work| notes::desk(work, id).await).await?;
    let status = news.status();
    Ok(page(&who.view, &desk, &news).status(status).into_response())
}

fn page(view: &View, desk: &Desk, news: &News) -> Page {
    let view = &at_the_group(view, &desk.group);
    let (words, session) = (view.words, &desk.session);
    let heading = say!(words, "notes-after", number = session.number);
    let body = html! {
        @if let Some(key) = news.conflict { (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } })) }
        @if !desk.is_begun() {
            (empty(say!(words, "notes-not-begun")))
        } @else {
            (missing(view, desk.damaged))
            (outcome(view, desk, news))
            (form(view, desk, news))
        }
    };
    let last = desk.record.iter().map(|record| record.written_at);
    let last = last.chain(desk.sections.iter().filter_map(|one| one.note.as_ref().map(|note| note.written_at))).max();
    let is_kept = news.status() == StatusCode::OK;
    Page::new(view, "notes-title-desk")
        .width(Width::Wide)
        .crumb("/care/groups", say!(words, "place-groups"))
        .crumb(format!("/care/groups/{}", session.group), desk.group.words.name.clone())
        .crumb(format!("/care/sessions/{}", session.id), say!(words, "notes-session", number = session.number))
        .crumb("", heading.clone())
        .heading(heading)
        .tabs(sessions::tabs(view, session, &desk.group.charter, desk.standing))
        .lead(say!(words, "notes-when", start = view.moment_alone(session.starts_at), end = view.time(session.ends_at)))
        .tools(html! { @if let Some(at) = last.filter(|_| is_kept) { (saved(say!(words, "notes-kept", time = view.moment(at)))) } })
        .body(body)
}

/// What signing came to, in a sentence, where not all of it was done.
fn outcome(view: &View, desk: &Desk, news: &News) -> Markup {
    let words = view.words;
    let blocked = news.outcomes.iter().filter(|(_, outcome)| !matches!(outcome, Outcome::Signed | Outcome::Waits));
    let names: Vec<(&str, String)> = blocked
        .filter_map(|(person, _)| {
            let section = desk.sections.iter().find(|section| section.person == *person)?;
            Some((section.called.as_str(), format!("#note-{person}")))
        })
        .collect();
    html! {
        @if !news.stale.is_empty() {
            (callout(Tone::Note, html! { p { strong { (say!(words, "notes-stale")) } } p { (say!(words, "notes-stale-what")) } }))
        }
        @if !names.is_empty() {
            (callout(Tone::Note, html! {
                p { strong { (say!(words, "notes-not-signed", count = names.len())) } }
                ul.prose { @for (called, href) in &names { li { a href=(href) { (called) } } } }
            }))
        }
    }
}

fn form(view: &View, desk: &Desk, news: &News) -> Markup {
    let words = view.words;
    let fields = Fields::again(view, filled(desk, news), news.faults.clone());
    let written = desk.sections.iter().filter(|section| section.is_written() || !section.is_open()).count();
    let body = html! {
        div.split.split--even {
            div.stack.stack--loose {
                (shared::draw(view, &fields, desk, news))
                @if desk.may_write() { (beside(view, &fields, desk)) }
            }
            section.stack aria-labelledby="each" {
                div.spread {
                    h2 #each { (say!(words, "notes-each")) " " span.count { (say!(words, "notes-each-count", done = written, of = desk.sections.len())) } }
                    span.soft.small { (say!(words, "notes-each-how")) }
                }
                @if desk.sections.is_empty() { (empty(say!(words, "notes-nobody"))) }
                @for one in &desk.sections { (section::draw(view, &fields, desk, one, news)) }
                @if desk.may_write() {
                    (actions(html! {
                        (Button::submit(say!(words, "notes-keep")))
                        (Button::submit(say!(words, "notes-sign-all")).outline().named("do", "sign"))
                    }))
                    p.soft.small { (say!(words, "notes-sign-what")) }
                }
            }
        }
    };
    let action = format!("/care/sessions/{}/notes", desk.session.id);
    html! { @if desk.may_write() { (fields.form(&action, &body)) } @else { (body) } }
}

/// The fields in which one likes to write, and one's own notes.
fn beside(view: &View, fields: &Fields<'_>, desk: &Desk) -> Markup {
    let words = view.words;
    let formats = Format::ALL.map(|format| Choice::new(format.word(), words.say(format.name_key(), None)));
    let own = Button::link(format!("/care/sessions/{}/process", desk.session.id), say!(words, "notes-own-open"));
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "notes-own")) }
            p.soft { (say!(words, "notes-own-what")) }
            (actions(own.outline()))
        }
        (fold(say!(words, "notes-format"), html! {
            (fields.select("format", say!(words, "notes-format-choose"), formats.into()).hint(say!(words, "notes-format-hint")))
            (actions(Button::submit(say!(words, "notes-format-use")).outline().named("do", "format")))
        }))
    }
}

/// Where a field's text comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Kept,
    Typed,
}

impl News {
    /// What was typed stands in a part again wherever it is not on record.
    fn source(&self, part: Part) -> Source {
        let is_sent = !self.typed.value(&sheet::was(part)).is_empty();
        let is_lost = self.stale.contains(&part) || !self.faults.is_empty() || self.conflict.is_some();
        if is_sent && is_lost { Source::Typed } else { Source::Kept }
    }
}

/// What the fields hold: what is kept, and what was typed wherever that is not on record.
fn filled(desk: &Desk, news: &News) -> Form {
    let mut pairs = vec![
        ("format".to_owned(), desk.format.word().to_owned()),
        ("words".to_owned(), news.typed.value("words").to_owned()),
    ];
    let kept = desk.record.as_ref().map(|record| record.shared.clone()).unwrap_or_default();
    let shown = if desk.record.is_some() { &kept } else { &desk.told };
    let version = desk.record.as_ref().map_or(0, |record| record.version);
    // What the plan says is kept with the first button, since it stands there to be read.
    pairs.extend(of_part(news, Part::Shared, version, (&shown.parts(), &kept.parts()), &kept.plain));
    for section in &desk.sections {
        let (part, version) = (Part::Of(section.person), section.note.as_ref().map_or(0, |note| note.version));
        let body = section.body(desk.format);
        pairs.extend(of_part(news, part, version, (&body.parts, &body.parts), &body.plain));
    }
    Form::of(pairs)
}

/// The fields of one part. What somebody else has changed is looked at now, so that keeping it again is a choice.
fn of_part<T: AsRef<str>>(
    news: &News,
    part: Part,
    version: u32,
    (shown, kept): (&[T], &[T]),
    plain: &[String],
) -> Vec<(String, String)> {
    let source = news.source(part);
    let (seen, was) = match source {
        Source::Typed if news.stale.is_empty() => {
            (news.typed.value(&sheet::seen(part)).to_owned(), news.typed.value(&sheet::was(part)).to_owned())
        }
        _ => (version.to_string(), sheet::mark(kept)),
    };
    let field = |(at, shown): (usize, &T)| {
        let name = part.field(at);
        let text = if source == Source::Typed { news.typed.value(&name) } else { shown.as_ref() };
        (name.clone(), text.to_owned())
    };
    let mut pairs = vec![(sheet::seen(part), seen), (sheet::was(part), was), (sheet::plain(part), plain.join(" "))];
    pairs.extend(shown.iter().enumerate().map(field));
    pairs
}

/// The same view on the group's own clock.
pub(super) fn at_the_group(view: &View, group: &Group) -> View {
    View { zone: TimeZone::get(&group.zone).unwrap_or(TimeZone::UTC), ..view.clone() }
}
