//! The summary of one member: written on, signed, given out.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::shown::{Shown, Which, shown};
use super::super::{Body, Signing, Summary, Written, deeds, give_out, mend, sign, summary, write};
use super::beside;
use crate::app::App;
use crate::error::Fault;
use crate::id::{GroupId, PersonId};
use crate::identity::Who;
use crate::limits::TEXT_CHARS_MAX;
use crate::notes::{Fix, Found, mending, snippets};
use crate::web::parts::{Button, Tone, actions, callout, facts, own};
use crate::web::{Check, Fields, Form, Page, Path, View, Width, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// Why a form is shown again.
#[derive(Default)]
pub(super) struct News {
    names: Vec<Found>,
    conflict: Option<&'static str>,
    /// What somebody else has written meanwhile.
    theirs: Option<Vec<String>>,
}

/// What is to be done with what was typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Do {
    Keep,
    Sign,
    Mend(Fix),
    GiveOut,
}

impl std::str::FromStr for Do {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        match word {
            "keep" => Ok(Self::Keep),
            "sign" => Ok(Self::Sign),
            "give-out" => Ok(Self::GiveOut),
            _ => Fix::of_button(word).map(|(_, fix)| Self::Mend(fix)).ok_or(()),
        }
    }
}

/// The page.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path((group, person)): Path<(GroupId, PersonId)>,
) -> Result<Response> {
    let shown = read(&app, &who, Which::Latest(group, person)).await?;
    let fields = Fields::filled(&who.view, filled(&shown.summary));
    Ok(page(&who.view, &shown, &fields, &News::default()).into_response())
}

pub(super) async fn read(app: &App, who: &Who, which: Which) -> Result<Shown> {
    app.read(who.actor, async move |work| shown(work, which).await).await
}

fn filled(summary: &Summary) -> Form {
    let parts = summary.body.parts.iter().enumerate().map(|(at, part)| (format!("part-{at}"), part.clone()));
    let hidden = [("seen".to_owned(), summary.version.to_string()), ("plain".to_owned(), summary.body.plain.join(" "))];
    Form::of(parts.chain(hidden))
}

/// Keeps what was typed, and goes on from there. What was typed is kept whatever stands in the way of the rest.
pub(super) async fn take(
    State(app): State<App>,
    who: Who,
    Path((group, person)): Path<(GroupId, PersonId)>,
    form: Form,
) -> Result<Response> {
    let which = Which::Latest(group, person);
    let (typed, wanted) = (typed(&form), Check::new(&form).choice::<Do>("do"));
    let keeping = app.write(who.actor, async move |work| {
        deeds::may_write(work, group, person).await?;
        summary(work, group, person).await?;
        let wanted = wanted.ok_or_else(|| Error::invalid("do", "fault-choose"))?;
        if wanted != Do::GiveOut {
            write(work, group, person, typed.as_ref().map_err(Error::clone)?).await?;
        }
        Ok(wanted)
    });
    let wanted = match keeping.await {
        Ok(wanted) => wanted,
        Err(error) => return refused(&app, &who, which, form, error).await,
    };
    let going_on = app.write(who.actor, async move |work| go_on(work, group, person, wanted).await);
    match going_on.await {
        Ok(names) if names.is_empty() => Ok(go(&format!("/care/groups/{group}/summaries/{person}"))),
        Ok(names) => {
            let shown = read(&app, &who, which).await?;
            let fields = Fields::filled(&who.view, filled(&shown.summary));
            let page = page(&who.view, &shown, &fields, &News { names, ..News::default() });
            Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(error) => {
            // What was typed is kept by now: the form holds what is kept, with its version.
            let shown = read(&app, &who, which).await?;
            let form = filled(&shown.summary);
            refused(&app, &who, which, form, error).await
        }
    }
}

async fn go_on(work: &mut Work<'_>, group: GroupId, person: PersonId, wanted: Do) -> Result<Vec<Found>> {
    match wanted {
        Do::Keep => Ok(Vec::new()),
        Do::Mend(fix) => mend(work, group, person, fix).await.map(|()| Vec::new()),
        Do::GiveOut => give_out(work, group, person).await.map(|()| Vec::new()),
        Do::Sign => Ok(match sign(work, group, person).await? {
            Signing::Names(names) => names,
            Signing::Signed | Signing::Waits | Signing::Already => Vec::new(),
        }),
    }
}

fn typed(form: &Form) -> Result<Written> {
    let mut check = Check::new(form);
    let seen = check.number("seen", 0..=u32::MAX);
    let parts: Vec<Option<String>> =
        (0..Body::FIELDS.len()).map(|at| check.area(&format!("part-{at}"), 0..=TEXT_CHARS_MAX)).collect();
    let plain = form.value("plain").split_whitespace().map(str::to_owned).collect();
    check.done(|| Some(Written { seen: seen?, parts: parts.into_iter().collect::<Option<_>>()?, plain }))
}

/// The page again, with what stands in the way.
pub(super) async fn refused(app: &App, who: &Who, which: Which, form: Form, error: Error) -> Result<Response> {
    let shown = read(app, who, which).await?;
    let (faults, news, status): (Vec<Fault>, News, StatusCode) = match error {
        Error::Invalid(faults) => (faults, News::default(), StatusCode::UNPROCESSABLE_ENTITY),
        Error::Conflict(words) => {
            let is_stale = shown.may_write && form.value("seen") != shown.summary.version.to_string();
            let theirs = is_stale.then(|| shown.summary.body.parts.clone());
            (Vec::new(), News { conflict: Some(words), theirs, ..News::default() }, StatusCode::CONFLICT)
        }
        other => return Err(other),
    };
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields, &news).status(status).into_response())
}

pub(super) fn page(view: &View, shown: &Shown, fields: &Fields<'_>, news: &News) -> Page {
    let (words, summary) = (view.words, &shown.summary);
    let name = &summary.called;
    let is_open = summary.signed.is_none() && shown.may_write;
    let body = html! {
        @if let Some(key) = news.conflict { (callout(Tone::Note, html! {
            p { strong { (words.say(key, None)) } }
            @if let Some(theirs) = &news.theirs { (parts_of(view, theirs)) }
        })) }
        div.split {
            div.stack.stack--loose {
                (beside::sent_back(view, shown))
                @if is_open {
                    (form(view, shown, fields, news))
                } @else {
                    section.card.stack { (parts_of(view, &summary.body.parts)) }
                    @if news.theirs.is_some() { (typed_too_late(view, fields)) }
                    @if shown.may_countersign { (beside::acts(view, shown, fields)) }
                }
            }
            aside.stack {
                h2 { (words.say(if summary.signed.is_some() { "endings-facts-then" } else { "endings-facts" }, None)) }
                (facts_of(&summary.body))
                (beside::signatures(view, shown))
            }
        }
    };
    let page = Page::new(view, "endings-title-summary").width(Width::Wide);
    let page = match &shown.group {
        Some(group) => page
            .crumb("/care/groups", say!(words, "place-groups"))
            .crumb(format!("/care/groups/{}", group.id), group.words.name.clone())
            .crumb(format!("/care/groups/{}/ending", group.id), say!(words, "groups-tab-ending"))
            .crumb("", name.clone()),
        None => page,
    };
    page.heading(say!(words, "endings-summary-of", name = name.as_str()))
        .lead(say!(words, "endings-summary-lead"))
        .body(body)
}

fn form(view: &View, shown: &Shown, fields: &Fields<'_>, news: &News) -> Markup {
    let (words, summary) = (view.words, &shown.summary);
    // After a conflict the form carries on from what is kept now.
    let seen = if news.theirs.is_some() { summary.version.to_string() } else { fields.value("seen").to_owned() };
    let button = |said, word| Button::submit(said).named("do", word);
    fields.form(
        &format!("/care/groups/{}/summaries/{}", summary.group, summary.person),
        html! {
            (fields.hidden("seen", &seen))
            (fields.hidden("plain", fields.value("plain")))
            @for (at, key) in Body::FIELDS.iter().enumerate() {
                (fields.area(&format!("part-{at}"), words.say(key, None)).hint(words.say(HINTS[at], None)))
            }
            @if !news.names.is_empty() { (callout(Tone::Note, html! {
                p { strong { (say!(words, "endings-names")) } }
                (snippets(&summary.body.parts, &news.names))
                p { (say!(words, "endings-names-why")) }
                (mending(view, "summary", &summary.body.parts, &news.names))
            })) }
            (actions(html! {
                (button(say!(words, "endings-sign"), "sign"))
                (button(say!(words, "endings-keep"), "keep").outline())
            }))
            p.soft { (say!(words, "endings-sign-what")) }
        },
    )
}

/// What was typed into a summary that is signed by now.
fn typed_too_late(view: &View, fields: &Fields<'_>) -> Markup {
    let typed: Vec<&str> = FIELD_NAMES.iter().map(|name| fields.value(name)).filter(|text| !text.is_empty()).collect();
    html! {
        section.stack {
            h2 { (say!(view.words, "endings-typed")) }
            @for text in typed { (own(html! { span.lines { (text) } })) }
        }
    }
}

const FIELD_NAMES: [&str; 4] = ["part-0", "part-1", "part-2", "part-3"];
const HINTS: [&str; 4] = ["endings-hint-treatment", "endings-hint-course", "endings-hint-risk", "endings-hint-onward"];

/// All that a summary says.
pub(super) fn text_of(view: &View, body: &Body) -> Markup {
    html! { (facts_of(body)) (parts_of(view, &body.parts)) }
}

fn facts_of(body: &Body) -> Markup {
    facts(body.facts.iter().map(|fact| (&fact.what, html! { (fact.said) })))
}

fn parts_of(view: &View, parts: &[String]) -> Markup {
    let written = Body::FIELDS.iter().zip(parts).filter(|(_, text)| !text.trim().is_empty());
    facts(written.map(|(key, text)| (view.words.say(key, None), html! { span.lines { (text) } })))
}
