//! One of one's own worksheets as it reads: on one sheet, with its figures, who may see it, and what was answered.

use ::techniques::Audience;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{AUDIENCES, Replies, Sheet, SheetId, SheetState, own_sheet, replies_to, share};
use super::values::{changed, whole};
use super::written::leaves;
use crate::app::App;
use crate::assessments::Readers;
use crate::error::Fault;
use crate::groups;
use crate::identity::Who;
use crate::safety::help_beside;
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Icon, Tone, actions, callout, empty, post, seen, tag};
use crate::web::{Fields, Form, Page, Path, Said, View, Width, go};
use crate::{Error, Result, say};

/// What the page shows.
pub(super) struct Shown {
    pub sheet: Sheet,
    replies: Replies,
    readers: Readers,
    is_seated: bool,
}

/// The sheet, begun or finished.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<SheetId>) -> Result<Response> {
    let shown = look(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &[], Vec::new()).into_response())
}

/// Says who may see it, or takes it back.
pub(super) async fn choose(State(app): State<App>, who: Who, Path(id): Path<SheetId>, form: Form) -> Result<Response> {
    let wanted = AUDIENCES.into_iter().find(|audience| word_of(*audience) == form.value("audience"));
    let sharing = app.write(who.actor, async move |work| {
        own_sheet(work, id).await?;
        share(work, id, wanted.ok_or_else(|| Error::invalid("audience", "fault-choose"))?).await
    });
    match sharing.await {
        Ok(()) => Ok(go(&format!("/me/practice/sheets/{id}"))),
        Err(error @ (Error::Invalid(_) | Error::Conflict(_))) => {
            let shown = look(&app, &who, id).await?;
            mend(error, |faults| page(&who.view, &shown, &[], faults))
        }
        Err(other) => Err(other),
    }
}

/// The page again with what the sheet lacks before it can be finished.
pub(super) async fn lacking(app: &App, who: &Who, id: SheetId, lacks: &[::techniques::Fault]) -> Result<Response> {
    let shown = look(app, who, id).await?;
    Ok(page(&who.view, &shown, lacks, Vec::new()).status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
}

/// The page again where the world has moved on.
pub(super) async fn moved_on(app: &App, who: &Who, id: SheetId, error: Error) -> Result<Response> {
    let shown = look(app, who, id).await?;
    mend(error, |faults| page(&who.view, &shown, &[], faults))
}

async fn look(app: &App, who: &Who, id: SheetId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let sheet = own_sheet(work, id).await?;
        let replies = replies_to(work, id).await?;
        let readers = Readers::for_member(work, sheet.group, sheet.person).await?;
        let is_seated = groups::is_seated(work, sheet.group, sheet.person).await?;
        Ok(Shown { sheet, replies, readers, is_seated })
    });
    reading.await
}

fn page(view: &View, shown: &Shown, lacks: &[::techniques::Fault], faults: Vec<Fault>) -> Page {
    let (words, sheet) = (view.words, &shown.sheet);
    let is_begun = sheet.state == SheetState::Begun;
    let fields = Fields::again(view, Form::of([("audience", word_of(sheet.audience))]), faults);
    let body = html! {
        @if is_begun && sheet.form_has_changed { (changed(view, &sheet.lost)) }
        @if !lacks.is_empty() { (lacking_list(view, sheet, lacks)) }
        @if is_begun && sheet.answers.is_empty() { (empty(say!(words, "techniques-nothing-yet"))) } @else {
            (whole(view, sheet.form, &sheet.answers, &shown.replies))
            (help_beside(view, &sheet.words()))
        }
        @if shown.is_seated && is_begun { (go_on(view, sheet)) }
        (audience(view, shown, &fields))
        @if shown.is_seated && !is_begun && shown.replies.is_empty() { (again(view, sheet)) }
        @if shown.is_seated && is_begun {
            (post(
                &format!("/me/practice/sheets/{}/discard", sheet.id),
                &[],
                &Button::submit(say!(words, "techniques-discard")).quiet().small(),
            ))
        }
    };
    let lead = if let Some(at) = sheet.finished_at {
        say!(words, "techniques-finished-at", moment = view.moment(at))
    } else {
        say!(words, "techniques-begun-kept", moment = view.moment(sheet.saved_at))
    };
    Page::new(view, "techniques-title-sheet")
        .width(Width::Mid)
        .back("/me/practice", say!(words, "place-practice"))
        .heading(&sheet.form.title)
        .lead(lead)
        .tools(state_tag(view, sheet))
        .body(body)
}

fn state_tag(view: &View, sheet: &Sheet) -> Markup {
    match sheet.state {
        SheetState::Begun => tag(Tone::Note, Some(Icon::Pen), say!(view.words, "techniques-draft")),
        SheetState::Finished => tag(Tone::Well, None, say!(view.words, "techniques-done")),
    }
}

fn go_on(view: &View, sheet: &Sheet) -> Markup {
    let (words, at) = (view.words, format!("/me/practice/sheets/{}", sheet.id));
    html! {
        (actions(html! {
            (Button::link(format!("{at}/{}", first_open(sheet)), say!(words, "techniques-step-by-step")))
            (Button::link(format!("{at}/all"), say!(words, "techniques-all-on-one")).outline())
        }))
        @if !sheet.answers.is_empty() {
            (post(
                &format!("{at}/finish"),
                &[],
                &Button::submit(say!(words, "techniques-finish")).outline().icon(Icon::Check),
            ))
        }
    }
}

fn again(view: &View, sheet: &Sheet) -> Markup {
    let button = Button::submit(say!(view.words, "techniques-reopen")).quiet();
    html! {
        (post(&format!("/me/practice/sheets/{}/reopen", sheet.id), &[], &button))
        p.soft.small { (say!(view.words, "techniques-reopen-means")) }
    }
}

/// The first page of which nothing has been answered yet, counted from 1; the first one where all have something.
fn first_open(sheet: &Sheet) -> usize {
    let pages = leaves(sheet.form);
    let is_open = |leaf: &super::written::Leaf| {
        let fields = leaf.fields(sheet.form, &sheet.answers);
        !fields.is_empty() && fields.iter().all(|field| !sheet.answers.values.contains_key(&field.id))
    };
    pages.iter().position(is_open).map_or(1, |place| place + 1)
}

fn lacking_list(view: &View, sheet: &Sheet, lacks: &[::techniques::Fault]) -> Markup {
    let words = view.words;
    let pages = leaves(sheet.form);
    let page_of = |field: &str| {
        let here =
            |leaf: &super::written::Leaf| sheet.form.steps[leaf.step].fields.iter().any(|known| known.id == field);
        pages.iter().position(here).map_or(1, |place| place + 1)
    };
    let label = |fault: &::techniques::Fault| {
        let field = sheet.form.field(&fault.place.field);
        field.map_or_else(String::new, |field| field.label.clone())
    };
    html! {
        section.errors aria-labelledby="errors" tabindex="-1" autofocus {
            h2 #errors { (say!(words, "techniques-lacks", count = lacks.len())) }
            @for fault in lacks {
                @let at = format!("/me/practice/sheets/{}/{}#{}", sheet.id, page_of(&fault.place.field), fault.place);
                @let mended = super::written::mend(std::slice::from_ref(fault));
                p { a href=(at) { (label(fault)) @for one in &mended { " – " (words.say(one.words, None)) } } }
            }
        }
    }
}

/// Who may see it, with the choice where there is one.
fn audience(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, sheet) = (view.words, &shown.sheet);
    let offered = &sheet.form.sharing.offered;
    let choices = AUDIENCES
        .into_iter()
        .filter(|audience| offered.contains(audience) && (shown.is_seated || *audience == Audience::Nobody));
    let choices: Vec<Choice> = choices
        .map(|audience| {
            let (name, about) = words_of(view, audience, &shown.readers.names);
            Choice::new(word_of(audience), name).small(about)
        })
        .collect();
    let inside = html! {
        (fields.radios("audience", say!(words, "techniques-who-may-see"), choices))
        (actions(Button::submit(say!(words, "techniques-share-keep")).outline()))
    };
    html! {
        section.stack.no-print {
            (seen(audience_now(view, sheet.audience, &shown.readers.names)))
            @if sheet.form.needs_reader() { p.soft { (say!(words, "techniques-danger-read")) } }
            @if offered.len() > 1 { (fields.form(&format!("/me/practice/sheets/{}/share", sheet.id), inside)) }
            @if sheet.state == SheetState::Begun { p.soft.small { (say!(words, "techniques-share-once-finished")) } }
        }
    }
}

/// What is chosen now, in a sentence.
pub(super) fn audience_now(view: &View, audience: Audience, names: &[String]) -> Said {
    let (words, names) = (view.words, names.join(", "));
    match audience {
        Audience::Nobody => say!(words, "techniques-seen-nobody"),
        Audience::Leader => say!(words, "techniques-seen-leader", names = names),
        Audience::Group => say!(words, "techniques-seen-group", names = names),
        Audience::GroupAnonymous => say!(words, "techniques-seen-anonymous"),
    }
}

fn words_of(view: &View, audience: Audience, names: &[String]) -> (String, String) {
    let (words, names) = (view.words, names.join(", "));
    let said = match audience {
        Audience::Nobody => (say!(words, "techniques-share-nobody"), say!(words, "techniques-share-nobody-about")),
        Audience::Leader => {
            (say!(words, "techniques-share-leader", names = names), say!(words, "techniques-share-leader-about"))
        }
        Audience::Group => (say!(words, "techniques-share-group"), say!(words, "techniques-share-group-about")),
        Audience::GroupAnonymous => {
            (say!(words, "techniques-share-anonymous"), say!(words, "techniques-share-anonymous-about"))
        }
    };
    (said.0.into_owned(), said.1.into_owned())
}

/// The form's word for an audience.
pub(super) const fn word_of(audience: Audience) -> &'static str {
    match audience {
        Audience::Nobody => "nobody",
        Audience::Leader => "leader",
        Audience::Group => "group",
        Audience::GroupAnonymous => "anonymous",
    }
}

/// That it was shown to a group and has been taken back.
pub(super) fn taken_back(view: &View) -> Markup {
    callout(Tone::Plain, html! { p { (say!(view.words, "techniques-taken-back")) } })
}
