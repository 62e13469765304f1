//! One post as a member sees it: an answer, a word, telling of it; and of one's own, to whom it is shown, and what became of it.

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Audience, By, Finding, Post, PostId, PostState, Reaction, Reason, Side, Stage, ThreadId, Writing, appeal, deeds,
    post as look, react, record, report, show_to, store, take_back, write,
};
use super::thread::{Sent, kept, sent};
use super::{draw, form};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability, Group, on_the_clock_of};
use crate::identity::Who;
use crate::limits::REMARK_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Tone, actions, callout, fold, own, post, saved};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Error, Result, say};

/// What the page shows.
struct Shown {
    group: Group,
    thread: ThreadId,
    is_open: bool,
    post: Post,
    readers: String,
    /// Where one's own matter is, why the post was taken out, and what one was told.
    matter: Option<Own>,
    has_contacts: bool,
    /// Whether the reader has told of it a moment ago.
    has_told: bool,
}

struct Own {
    stage: Stage,
    reason: Option<Reason>,
    told: String,
    appeal: Option<String>,
    answer: String,
}

async fn read(work: &mut Work<'_>, id: PostId) -> Result<Shown> {
    let post = look(work, id, Side::Member).await?;
    let row = store::find_post(work, id).await?;
    let grant = groups::may_see(work, row.group).await?;
    let group = groups::group(work, &grant, row.group).await?;
    let thread = store::find_thread(work, row.thread).await?;
    let is_open = super::super::thread::is_open(thread.opens_at, thread.closes_at, work.now());
    let readers = groups::named_readers(work, &grant, row.group).await?.join(", ");
    let matter = match post.matter {
        Some(matter) => Some(own_matter(work, &row, matter).await?),
        None => None,
    };
    let has_contacts = group.charter.allow(Capability::ContactExchange).is_ok();
    Ok(Shown { group, thread: row.thread, is_open, post, readers, matter, has_contacts, has_told: false })
}

/// What the writer of a post learns of its matter: never what others told, nor that anybody did.
async fn own_matter(work: &mut Work<'_>, row: &store::PostRow, id: super::super::MatterId) -> Result<Own> {
    let grant = deeds::may_change_own(work, row).await?;
    let matter = store::find_matter(work, id).await?;
    let kept = record::open(work, &grant, &matter).await?;
    let (stage, reason) = (matter.stage, kept.reason);
    Ok(Own { stage, reason, told: kept.told, appeal: kept.appeal, answer: kept.answer })
}

/// The page.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path(id): Path<PostId>,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let mut shown = app.read(who.actor, async move |work| read(work, id).await).await?;
    shown.has_told = Form::parse(&query.unwrap_or_default()).value("told") == "yes";
    let fields = Fields::filled(&who.view, form::blank(&shown.post.kind.answers(&shown.group.charter)));
    Ok(page(&who.view, &shown, &fields, &[]).into_response())
}

/// Answers it.
pub(super) async fn answer(State(app): State<App>, who: Who, Path(id): Path<PostId>, form: Form) -> Result<Response> {
    let writing = form::read(&form, Some(id));
    let answering = app.write(who.actor, async move |work| {
        let row = store::find_post(work, id).await?;
        deeds::may_see_post(work, &row, Side::Member).await?;
        let writing: &Writing = &writing.as_ref().map_err(Error::clone)?.clone();
        Ok((row.thread, write(work, row.thread, Side::Member, writing).await?))
    });
    let (thread, done) = match answering.await {
        Ok((thread, done)) => (Some(thread), Ok(done)),
        Err(error) => (None, Err(error)),
    };
    let there = thread.map_or_else(String::new, |thread| format!("/me/threads/{thread}"));
    match sent(done, &there)? {
        Sent::Gone(response) => Ok(response),
        Sent::Again(faults, found, status) => again(&app, &who, id, form, (faults, found, status)).await,
    }
}

/// Sends a word to whoever wrote it, or takes it back.
pub(super) async fn word(State(app): State<App>, who: Who, Path(id): Path<PostId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let chosen = check.choice::<Reaction>("word");
    let chosen = check.done(|| chosen);
    let sending = app.write(who.actor, async move |work| {
        let row = store::find_post(work, id).await?;
        deeds::may_see_post(work, &row, Side::Member).await?;
        react(work, id, *chosen.as_ref().map_err(Error::clone)?).await?;
        Ok(row.thread)
    });
    let done = sending.await.map(|thread| format!("/me/threads/{thread}#post-{id}"));
    answered(&app, &who, id, form, done).await
}

/// Tells of it.
pub(super) async fn tell(State(app): State<App>, who: Who, Path(id): Path<PostId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let reason = check.choice::<Reason>("reason");
    let words = check.area("words", 0..=REMARK_CHARS_MAX);
    let told = check.done(|| reason.zip(words));
    let telling = app.write(who.actor, async move |work| {
        let row = store::find_post(work, id).await?;
        deeds::may_see_post(work, &row, Side::Member).await?;
        let (reason, words) = told.as_ref().map_err(Error::clone)?;
        report(work, id, *reason, words).await
    });
    let done = telling.await.map(|_| format!("/me/posts/{id}?told=yes"));
    answered(&app, &who, id, form, done).await
}

/// Shows it to others than before.
pub(super) async fn switch(State(app): State<App>, who: Who, Path(id): Path<PostId>, form: Form) -> Result<Response> {
    let mut check = Check::new(&form);
    let chosen = check.choice::<Audience>("audience");
    let chosen = check.done(|| chosen);
    let switching = app.write(who.actor, async move |work| {
        let row = store::find_post(work, id).await?;
        deeds::may_change_own(work, &row).await?;
        show_to(work, id, *chosen.as_ref().map_err(Error::clone)?).await
    });
    let done = switching.await.map(|()| format!("/me/posts/{id}"));
    answered(&app, &who, id, form, done).await
}

/// Takes it back.
pub(super) async fn undo(State(app): State<App>, who: Who, Path(id): Path<PostId>) -> Result<Response> {
    let undoing = app.write(who.actor, async move |work| {
        let row = store::find_post(work, id).await?;
        take_back(work, id).await?;
        Ok(row.thread)
    });
    let done = undoing.await.map(|thread| format!("/me/threads/{thread}"));
    answered(&app, &who, id, Form::default(), done).await
}

/// Asks for another look.
pub(super) async fn ask_again(
    State(app): State<App>,
    who: Who,
    Path(id): Path<PostId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let words = check.area("words", 1..=REMARK_CHARS_MAX);
    let words = check.done(|| words);
    let asking = app.write(who.actor, async move |work| {
        let row = store::find_post(work, id).await?;
        deeds::may_change_own(work, &row).await?;
        appeal(work, id, words.as_ref().map_err(Error::clone)?).await
    });
    let done = asking.await.map(|()| format!("/me/posts/{id}"));
    answered(&app, &who, id, form, done).await
}

/// On to where it went, or the page again with what was typed.
pub(super) async fn answered(app: &App, who: &Who, id: PostId, form: Form, done: Result<String>) -> Result<Response> {
    let (faults, status) = match done {
        Ok(path) => return Ok(go(&path)),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    again(app, who, id, form, (faults, Vec::new(), status)).await
}

async fn again(
    app: &App,
    who: &Who,
    id: PostId,
    form: Form,
    (faults, found, status): (Vec<Fault>, Vec<Finding>, StatusCode),
) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| read(work, id).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields, &found).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>, found: &[Finding]) -> Page {
    let words = view.words;
    let zoned = &on_the_clock_of(view, &shown.group);
    let thread = format!("/me/threads/{}", shown.thread);
    let body = html! {
        @if shown.has_told { (saved(say!(words, "sharing-report-done"))) }
        @match &shown.post.said {
            None => { (kept(fields)) (callout(Tone::Plain, html! { p { (words.say(draw::gap_key(shown.post.state), None)) } })) },
            Some(said) => {
                h2 { (say!(words, "sharing-what")) }
                article.card.stack.stack--tight {
                    (draw::head(zoned, Side::Member, &shown.post, said))
                    (draw::body(view, said, &[]))
                    (draw::sent(view, &shown.post))
                }
                @if matches!(said.by, By::Oneself(_)) { (ones_own(view, shown, fields)) }
                @else { (anothers(view, shown, said, fields, found)) }
            },
        }
    };
    let page = Page::new(view, "sharing-title-post").back(&thread, say!(words, "sharing-back"));
    page.body(body)
}

/// What one can do with what somebody else wrote.
fn anothers(
    view: &View,
    shown: &Shown,
    said: &super::super::post::Said,
    fields: &Fields<'_>,
    found: &[Finding],
) -> Markup {
    let (words, here) = (view.words, format!("/me/posts/{}", shown.post.id));
    let kinds = shown.post.kind.answers(&shown.group.charter);
    let ask = form::Ask {
        action: &format!("{here}/answer"),
        side: Side::Member,
        kinds: &kinds,
        answered: Some(shown.post.kind),
        readers: &shown.readers,
        found,
    };
    let asks = shown.has_contacts && matches!(said.by, By::Member(_));
    html! {
        (say_a_word(view, &shown.post, &here))
        @if shown.is_open {
            section.stack { h2 { (say!(words, "sharing-answer")) } (form::draw(view, fields, &ask)) }
        } @else {
            (kept(fields))
            (callout(Tone::Plain, html! { p { (say!(words, "sharing-is-closed")) } }))
        }
        (telling(view, fields, &here))
        @if asks { (contact(view, fields, &here)) }
    }
}

/// The words that can be sent: one press each.
fn say_a_word(view: &View, shown: &Post, here: &str) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "sharing-word")) }
            p.soft { (say!(words, "sharing-word-hint")) }
            (actions(html! {
                @for kind in Reaction::ALL {
                    @let is_sent = shown.own_reactions.contains(kind);
                    @let name = words.say(kind.name_key(), None);
                    @let text = if is_sent { say!(words, "sharing-word-back", word = &*name) } else { name };
                    (post(&format!("{here}/word"), &[("word", kind.word())], &Button::submit(text).outline().small()))
                }
            }))
        }
    }
}

/// Telling those who moderate of a post.
fn telling(view: &View, fields: &Fields<'_>, here: &str) -> Markup {
    let words = view.words;
    let reasons =
        Reason::ALL.iter().map(|reason| Choice::new(reason.word(), words.say(reason.name_key(), None))).collect();
    let reason = html! { (fields.radios("reason", say!(words, "sharing-report-reason"), reasons)) };
    let more =
        html! { (fields.area("words", say!(words, "sharing-report-words")).hint(say!(words, "sharing-report-hint"))) };
    fold(
        say!(words, "sharing-report"),
        html! {
            p { (say!(words, "sharing-report-what")) }
            form.stack.stack--tight method="post" action={ (here) "/report" } novalidate {
                (reason)
                (more)
                (actions(Button::submit(say!(words, "sharing-report-send")).outline()))
            }
        },
    )
}

/// Asking to exchange ways to be reached.
fn contact(view: &View, fields: &Fields<'_>, here: &str) -> Markup {
    let words = view.words;
    let way = html! { (fields.text("way", say!(words, "sharing-contact-way")).hint(say!(words, "sharing-contact-way-hint"))) };
    fold(
        say!(words, "sharing-contact-ask"),
        html! {
            p { (say!(words, "sharing-contact-what")) }
            form.stack.stack--tight method="post" action={ (here) "/contact" } novalidate {
                (way)
                (actions(Button::submit(say!(words, "sharing-contact-send")).outline()))
            }
        },
    )
}

/// What one can do with one's own, and what became of it.
fn ones_own(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, here) = (view.words, format!("/me/posts/{}", shown.post.id));
    let undo = Button::submit(say!(words, "sharing-take-back")).outline();
    html! {
        (became(view, shown, fields, &here))
        @if matches!(shown.post.state, PostState::Waiting | PostState::Shown) { (who_sees(view, shown, fields, &here)) }
        section.stack.stack--tight {
            h2 { (say!(words, "sharing-take-back-heading")) }
            p { (say!(words, "sharing-take-back-what")) }
            (post(&format!("{here}/take-back"), &[], &undo))
        }
    }
}

fn who_sees(view: &View, shown: &Shown, fields: &Fields<'_>, here: &str) -> Markup {
    let words = view.words;
    let now = shown.post.audience;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "sharing-audience")) }
            (fields.summary())
            p { (say!(words, "sharing-audience-now", who = words.say(now.name_key(), None))) }
            (actions(html! {
                @for audience in Audience::ALL.iter().filter(|one| **one != now) {
                    @let button = Button::submit(words.say(audience.name_key(), None)).outline().small();
                    (post(&format!("{here}/audience"), &[("audience", audience.word())], &button))
                }
            }))
        }
    }
}

/// What those who moderate decided about one's own post, and the way to ask for another look.
fn became(view: &View, shown: &Shown, fields: &Fields<'_>, here: &str) -> Markup {
    let words = view.words;
    let Some(matter) = &shown.matter else { return Markup::default() };
    match shown.post.state {
        PostState::Waiting => callout(Tone::Note, html! { p { (say!(words, "sharing-waits")) } }),
        PostState::TakenOut => html! {
            section.stack.stack--tight {
                h2 { (say!(words, "sharing-why-out")) }
                @if let Some(reason) = matter.reason { p { (words.say(reason.name_key(), None)) } }
                @if !matter.told.is_empty() { (own(html! { span.lines { (matter.told) } })) }
                @if let Some(appeal) = &matter.appeal { p { (say!(words, "sharing-you-asked")) } (own(html! { span.lines { (appeal) } })) }
                @if !matter.answer.is_empty() { p { (say!(words, "sharing-was-answered")) } (own(html! { span.lines { (matter.answer) } })) }
                @if matter.stage == Stage::Appealed { p { (say!(words, "sharing-appeal-waits")) } }
                @if matter.stage == Stage::TakenOut { (asking(view, fields, here)) }
            }
        },
        PostState::Shown | PostState::TakenBack => Markup::default(),
    }
}

fn asking(view: &View, fields: &Fields<'_>, here: &str) -> Markup {
    let words = view.words;
    let form = html! {
        (fields.area("words", say!(words, "sharing-appeal")).hint(say!(words, "sharing-appeal-hint")))
        (actions(Button::submit(say!(words, "sharing-appeal-send")).outline()))
    };
    fields.form(&format!("{here}/appeal"), form)
}
