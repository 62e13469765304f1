//! One member's letters, what their records show with their word beside it, and what was talked about, for those who lead.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Letter, LetterState, Occasion, Patterns, begin, deeds, discuss, letters_of, loop_of, patterns_of};
use super::draw;
use super::mine::word_beside;
use super::read::fits_tag;
use super::talks::of_one;
use crate::access::Deed;
use crate::app::App;
use crate::assessments::{AssignmentId, Course, asked_whom};
use crate::enrolment::{PersonTabs, person_tabs};
use crate::error::Fault;
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::limits::REMARK_CHARS_MAX;
use crate::web::parts::{
    Button, Column, Icon, Row, Tone, actions, callout, empty, fold, missing, own, post, rows, table, tag,
};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::work::Work;
use crate::{Error, Legible, Result, say};

/// Occasions of one questionnaire that the page shows.
const OCCASIONS: usize = 6;

/// What stands of one person in one group.
struct InGroup {
    id: GroupId,
    name: String,
    letters: Legible<Letter>,
    patterns: Patterns,
    loops: Vec<(Course, Vec<Occasion>)>,
    may_write: bool,
    is_seated: bool,
}

struct Shown {
    person: PersonId,
    called: String,
    groups: Vec<InGroup>,
    tabs: PersonTabs,
}

/// What was sent, where the page must be shown again.
#[derive(Default)]
struct Again {
    form: Form,
    faults: Vec<Fault>,
    conflict: Option<&'static str>,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(person): Path<PersonId>) -> Result<Response> {
    again(&app, &who, person, Again::default()).await
}

/// Begins a letter, or opens the draft that is there.
pub(super) async fn begin_letter(
    State(app): State<App>,
    who: Who,
    Path(person): Path<PersonId>,
    form: Form,
) -> Result<Response> {
    let words = who.view.words;
    let wanted: Option<GroupId> = form.value("group").parse().ok();
    let beginning = app.write(who.actor, async move |work| {
        let led = led(work, person).await?;
        let group = led.iter().copied().find(|group| wanted.is_none_or(|wanted| wanted == *group));
        begin(work, words, group.ok_or(Error::NotFound)?, person).await
    });
    match beginning.await {
        Ok(id) => Ok(go(&format!("/care/letters/{id}"))),
        Err(Error::Conflict(words)) => {
            again(&app, &who, person, Again { form, conflict: Some(words), ..Again::default() }).await
        }
        Err(other) => Err(other),
    }
}

/// The groups in which the actor may write to somebody who sits or sat there.
async fn led(work: &mut Work<'_>, person: PersonId) -> Result<Vec<GroupId>> {
    let mut led = Vec::new();
    for group in groups::groups_led_by(work).await? {
        let standing = groups::standing(work, group.id).await?;
        let has_letters = group.charter.allow(Capability::TherapistFeedback).is_ok();
        if has_letters && standing.allows(Deed::WriteLetter) && groups::seat_of(work, group.id, person).await?.is_some()
        {
            led.push(group.id);
        }
    }
    Ok(led)
}

/// Marks one occasion as talked about.
pub(super) async fn mark(
    State(app): State<App>,
    who: Who,
    Path((person, id)): Path<(PersonId, AssignmentId)>,
    form: Form,
) -> Result<Response> {
    let field = format!("note-{id}");
    let mut check = Check::new(&form);
    let note = check.area(&field, 0..=REMARK_CHARS_MAX);
    let note = check.done(|| note);
    let marking = app.write(who.actor, async move |work| {
        let (group, asked) = asked_whom(work, id).await?;
        deeds::may_discuss(work, group, asked).await?;
        discuss(work, person, id, note.as_ref().map_err(Error::clone)?).await
    });
    match marking.await {
        Ok(()) => Ok(go(&format!("/care/people/{person}/letters"))),
        Err(Error::Invalid(faults)) => again(&app, &who, person, Again { form, faults, ..Again::default() }).await,
        Err(Error::Conflict(words)) => {
            again(&app, &who, person, Again { form, conflict: Some(words), ..Again::default() }).await
        }
        Err(other) => Err(other),
    }
}

async fn again(app: &App, who: &Who, person: PersonId, again: Again) -> Result<Response> {
    let language = who.view.words;
    let reading = app.read(who.actor, async move |work| {
        let (mut shown, mut called) = (Vec::new(), None);
        for group in groups::groups_led_by(work).await? {
            let standing = groups::standing(work, group.id).await?;
            if group.charter.allow(Capability::TherapistFeedback).is_err() || !standing.allows(Deed::SeeLetters) {
                continue;
            }
            let Some(seat) = groups::seat_of(work, group.id, person).await? else { continue };
            let is_measured = group.charter.allow(Capability::OutcomeMeasures).is_ok();
            shown.push(InGroup {
                id: group.id,
                letters: letters_of(work, group.id, person).await?,
                patterns: patterns_of(work, language, group.id, person).await?,
                loops: if is_measured { loop_of(work, group.id, person).await? } else { Vec::new() },
                may_write: standing.allows(Deed::WriteLetter),
                is_seated: seat.until.is_none(),
                name: group.words.name,
            });
            called = Some(seat.called);
        }
        let called = called.ok_or(Error::NotFound)?;
        Ok(Shown { person, called, groups: shown, tabs: person_tabs(work, person).await? })
    });
    let shown = reading.await?;
    let status = match (again.conflict, again.faults.is_empty()) {
        (Some(_), _) => StatusCode::CONFLICT,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    Ok(page(&who.view, &shown, again).status(status).into_response())
}

fn page(view: &View, shown: &Shown, again: Again) -> Page {
    let words = view.words;
    let typed: Vec<String> = again
        .form
        .pairs()
        .filter(|(name, text)| name.starts_with("note-") && !text.is_empty())
        .map(|(_, text)| text.to_owned())
        .collect();
    let fields = Fields::again(view, again.form, again.faults);
    let parts: Vec<Markup> = shown.groups.iter().map(|in_group| in_one(view, &fields, shown, in_group)).collect();
    let body = html! {
        @if let Some(key) = again.conflict {
            (callout(Tone::Note, html! { p { strong { (words.say(key, None)) } } @for text in &typed { (own(text)) } }))
        }
        (fields.summary())
        @for part in &parts { (part) }
    };
    Page::new(view, "feedback-title-person")
        .width(Width::Mid)
        .crumb("/care/people", say!(words, "place-people"))
        .crumb(format!("/care/people/{}", shown.person), shown.called.clone())
        .heading(&shown.called)
        .tabs(shown.tabs.draw(view))
        .body(body)
}

fn in_one(view: &View, fields: &Fields<'_>, shown: &Shown, in_group: &InGroup) -> Markup {
    let words = view.words;
    let group = in_group.id.to_string();
    let begin = post(
        &format!("/care/people/{}/letters", shown.person),
        &[("group", &group)],
        &Button::submit(say!(words, "feedback-write")).icon(Icon::Letter),
    );
    html! {
        section.stack {
            h2 { (in_group.name) }
            h3 { (say!(words, "feedback-letters")) }
            (missing(view, in_group.letters.damaged))
            @if in_group.letters.readable.is_empty() { (empty(say!(words, "feedback-no-letters"))) }
            @else { (rows(in_group.letters.readable.iter().map(|letter| row(view, letter)))) }
            @if in_group.may_write && in_group.is_seated { (begin) }
            h3 { (say!(words, "feedback-their-patterns")) }
            (patterns(view, shown, in_group))
            @if !in_group.loops.is_empty() {
                h3 { (say!(words, "feedback-talks")) }
                @for (course, occasions) in &in_group.loops { (talks(view, fields, (shown.person, in_group.may_write), course, occasions)) }
            }
        }
    }
}

fn row(view: &View, letter: &Letter) -> Row {
    let words = view.words;
    let href = format!("/care/letters/{}", letter.id);
    let row = Row::link(href, view.day(letter.released.map_or(letter.saved_at, |(_, at)| at))).icon(Icon::Letter);
    match (letter.state, &letter.reply, letter.closed) {
        (LetterState::Draft, ..) => row.end(tag(Tone::Plain, None, say!(words, "feedback-state-draft"))),
        (_, None, _) => row.end(tag(Tone::Brand, None, say!(words, "feedback-state-given"))),
        (_, Some((reply, _)), closed) => {
            let small = if closed.is_some() {
                say!(words, "feedback-state-closed")
            } else {
                say!(words, "feedback-state-answered")
            };
            row.small(small).end(fits_tag(view, reply.fits))
        }
    }
}

fn patterns(view: &View, shown: &Shown, in_group: &InGroup) -> Markup {
    let words = view.words;
    let told = &in_group.patterns.told;
    html! {
        (missing(view, in_group.patterns.damaged))
        p.soft { (say!(words, "feedback-their-patterns-lead", name = shown.called.as_str())) }
        @if told.is_empty() { (empty(say!(words, "feedback-no-patterns"))) }
        @for (told, remark) in told {
            article.card.stack {
                div.spread {
                    h4 { (draw::about(view, told)) }
                    @if !told.is_for_members() { (tag(Tone::Plain, Some(Icon::Lock), say!(words, "feedback-leaders-only"))) }
                }
                (draw::statement(view, told))
                @if let Some(remark) = remark { (word_beside(view, remark)) }
            }
        }
    }
}

fn talks(
    view: &View,
    fields: &Fields<'_>,
    (person, may_write): (PersonId, bool),
    course: &Course,
    occasions: &[Occasion],
) -> Markup {
    let words = view.words;
    let heads = [
        say!(words, "feedback-column-answered"),
        say!(words, "feedback-column-shown"),
        say!(words, "feedback-column-discussed"),
        say!(words, "feedback-column-confirmed"),
        say!(words, "feedback-column-next"),
        say!(words, "feedback-column-stage"),
    ];
    let columns: Vec<Column<'_>> = heads.iter().map(|head| Column::Words(head)).collect();
    let open = occasions.iter().find(|occasion| occasion.discussed.is_none()).filter(|_| may_write);
    html! {
        (table(&course.instrument.short_title, &columns, occasions.iter().take(OCCASIONS).map(|one| of_one(view, one))))
        @for occasion in occasions.iter().take(OCCASIONS) { (words_of(view, occasion)) }
        @if let Some(occasion) = open { (marking(view, fields, person, occasion)) }
    }
}

/// What was noted, and what the member said, where either said something.
fn words_of(view: &View, occasion: &Occasion) -> Markup {
    let words = view.words;
    let moment = view.moment(occasion.at);
    html! {
        @if !occasion.note.is_empty() {
            p.soft { (say!(words, "feedback-noted-about", moment = &*moment)) }
            (own(&occasion.note))
        }
        @if !occasion.words.is_empty() {
            p.soft { (say!(words, "feedback-said-about", moment = &*moment)) }
            (own(&occasion.words))
        }
    }
}

fn marking(view: &View, fields: &Fields<'_>, person: PersonId, occasion: &Occasion) -> Markup {
    let words = view.words;
    let name = format!("note-{}", occasion.assignment);
    let action = format!("/care/people/{person}/answers/{}/discussed", occasion.assignment);
    let form = html! {
        form.stack method="post" action=(action) novalidate {
            (fields.area(&name, say!(words, "feedback-note")).hint(say!(words, "feedback-note-hint")))
            (actions(Button::submit(say!(words, "feedback-mark")).outline()))
        }
    };
    let summary = say!(words, "feedback-mark-of", moment = view.moment(occasion.at));
    html! { @if fields.value(&name).is_empty() { (fold(summary, form)) } @else { (form) } }
}
