//! What is said of a group in public, and who may join it alone, as whoever leads it says it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Door, Outcome, PublicWords, Showing, Visibility, deeds, door, show_group, showing};
use crate::access::Standing;
use crate::app::App;
use crate::enrolment::{WhoJoins, open_joining, who_joins};
use crate::groups::{self, Capability, Group, group_page};
use crate::id::GroupId;
use crate::identity::Who;
use crate::limits::{LINE_CHARS_MAX, NAME_CHARS_MAX, TEXT_CHARS_MAX};
use crate::web::forms::{Choice, mend};
use crate::web::parts::{Button, Tone, actions, callout};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::{Error, Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    kept: Option<Showing>,
    joins: WhoJoins,
    door: Door,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    let fields = Fields::filled(&who.view, filled(&shown));
    Ok(page(&who.view, &shown, &fields, &[]).into_response())
}

async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let (grant, kept) = (deeds::may_show(work, id).await?, showing(work, id).await?);
        Ok(Shown {
            group: groups::group(work, &grant, id).await?,
            standing: groups::standing(work, id).await?,
            kept,
            joins: who_joins(work, id).await?,
            door: door(work).await?,
        })
    });
    reading.await
}

fn filled(shown: &Shown) -> Form {
    let Some(Showing { words, visibility }) = &shown.kept else { return Form::default() };
    let lines = [
        ("title", words.title.as_str()),
        ("about", &words.about),
        ("meets", &words.meets),
        ("place", &words.place),
        ("cost", &words.cost),
    ];
    let tick = (*visibility == Visibility::Shown).then_some(("shown", "yes"));
    Form::of(lines.into_iter().chain(tick))
}

/// Says it. Words that claim what the charter forbids are named, and nothing typed is lost.
pub(super) async fn take(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let read_form = read_form(&form);
    let saying = app.write(who.actor, async move |work| {
        deeds::may_show(work, id).await?;
        show_group(work, id, read_form.as_ref().map_err(Error::clone)?).await
    });
    let outcome = saying.await;
    if outcome == Ok(Outcome::Kept) {
        return Ok(go(&format!("/care/groups/{id}/door")));
    }
    let shown = read(&app, &who, id).await?;
    match outcome {
        Ok(Outcome::Claims(claims)) => {
            let fields = Fields::again(&who.view, form, Vec::new());
            let page = page(&who.view, &shown, &fields, &claims);
            Ok(page.status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Ok(Outcome::Kept) => Err(Error::bug("what was kept has been answered")),
        Err(error) => mend(error, |faults| page(&who.view, &shown, &Fields::again(&who.view, form, faults), &[])),
    }
}

fn read_form(form: &Form) -> Result<Showing> {
    let mut check = Check::new(form);
    let title = check.text("title", 1..=NAME_CHARS_MAX);
    let about = check.area("about", 1..=TEXT_CHARS_MAX);
    let (meets, place) = (check.text("meets", 0..=LINE_CHARS_MAX), check.text("place", 0..=LINE_CHARS_MAX));
    let cost = check.text("cost", 0..=LINE_CHARS_MAX);
    let visibility = if form.ticked("shown") { Visibility::Shown } else { Visibility::Hidden };
    check.done(|| {
        let words = PublicWords { title: title?, about: about?, meets: meets?, place: place?, cost: cost? };
        Some(Showing { words, visibility })
    })
}

/// Says who may join alone.
pub(super) async fn open_it(State(app): State<App>, who: Who, Path(id): Path<GroupId>, form: Form) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    shown.group.charter.allow(Capability::SelfJoin)?;
    let mut check = Check::new(&form);
    let wanted = check.choice::<WhoJoins>("joins");
    let done = match check.done(|| wanted) {
        Ok(joins) => app.write(who.actor, async move |work| open_joining(work, id, joins).await).await,
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(go(&format!("/care/groups/{id}/door"))),
        Err(error) => mend(error, |faults| {
            let mut again = filled(&shown).pairs().map(own).collect::<Vec<_>>();
            again.extend(form.pairs().map(own));
            page(&who.view, &shown, &Fields::again(&who.view, Form::of(again), faults), &[])
        }),
    }
}

fn own((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>, claims: &[String]) -> Page {
    let words = view.words;
    let at = format!("/care/groups/{}/door", shown.group.id);
    let form = html! {
        (fields.text("title", say!(words, "door-showing-title")).hint(say!(words, "door-showing-title-hint")))
        (fields.area("about", say!(words, "door-showing-about")).hint(say!(words, "door-showing-about-hint")))
        (fields.text("meets", say!(words, "door-meets")).hint(say!(words, "door-showing-meets-hint")))
        (fields.text("place", say!(words, "door-place")))
        (fields.text("cost", say!(words, "door-cost")))
        (fields.tick("shown", say!(words, "door-showing-shown")))
        (actions(Button::submit(say!(words, "door-showing-save"))))
    };
    let joining = shown.group.charter.allow(Capability::SelfJoin).is_ok();
    group_page(view, &shown.group, shown.standing, "door-title-showing").lead(say!(words, "door-showing-lead")).body(
        html! {
            @if shown.door == Door::Closed {
                (callout(Tone::Note, html! { p { (say!(words, "door-showing-closed")) } }))
            }
            @if !claims.is_empty() { (claimed(view, claims)) }
            (fields.form(&at, &form))
            @if joining { (joining_form(view, shown, &at)) }
        },
    )
}

fn claimed(view: &View, claims: &[String]) -> Markup {
    let words = view.words;
    callout(
        Tone::Note,
        html! {
            p { strong { (say!(words, "door-claims", words = claims.join(", "))) } }
            p { (say!(words, "door-claims-how")) }
        },
    )
}

fn joining_form(view: &View, shown: &Shown, at: &str) -> Markup {
    let words = view.words;
    let fields = Fields::filled(view, Form::of([("joins", shown.joins.word())]));
    let choice = |who: WhoJoins| {
        let (name, about) = match who {
            WhoJoins::Nobody => ("door-joins-nobody", "door-joins-nobody-about"),
            WhoJoins::Finished => ("door-joins-finished", "door-joins-finished-about"),
            WhoJoins::Everybody => ("door-joins-everybody", "door-joins-everybody-about"),
        };
        Choice::new(who.word(), words.say(name, None)).small(words.say(about, None))
    };
    let form = html! {
        (fields.radios("joins", say!(words, "door-joins"), WhoJoins::ALL.map(choice).to_vec()))
        (actions(Button::submit(say!(words, "door-joins-save")).outline()))
    };
    html! { section.stack { h2 { (say!(words, "door-joins-heading")) } (fields.form(&format!("{at}/joining"), &form)) } }
}
