//! One post as those who lead see it: an answer, or taking it out with a reason.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    MatterId, Post, PostId, PostState, Reason, Side, ThreadId, deeds, post as look, store, take_out, write,
};
use super::thread::{Sent, kept, sent};
use super::{draw, form};
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::error::Fault;
use crate::groups::{self, Capability, Group, group_page, on_the_clock_of};
use crate::identity::Who;
use crate::limits::REMARK_CHARS_MAX;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, rows};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Error, Result, say};

struct Shown {
    group: Group,
    standing: Standing,
    thread: ThreadId,
    is_open: bool,
    post: Post,
}

async fn read(work: &mut Work<'_>, id: PostId) -> Result<Shown> {
    let post = look(work, id, Side::Leading).await?;
    let row = store::find_post(work, id).await?;
    let grant = groups::may_see(work, row.group).await?;
    let (group, standing) = (groups::group(work, &grant, row.group).await?, groups::standing(work, row.group).await?);
    let thread = store::find_thread(work, row.thread).await?;
    let is_open = super::super::thread::is_open(thread.opens_at, thread.closes_at, work.now());
    Ok(Shown { group, standing, thread: row.thread, is_open, post })
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<PostId>) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| read(work, id).await).await?;
    let fields = Fields::filled(&who.view, form::blank(&shown.post.kind.answers(&shown.group.charter)));
    Ok(page(&who.view, &shown, &fields).into_response())
}

/// Answers it.
pub(super) async fn answer(State(app): State<App>, who: Who, Path(id): Path<PostId>, form: Form) -> Result<Response> {
    let writing = form::read(&form, Some(id));
    let answering = app.write(who.actor, async move |work| {
        let row = store::find_post(work, id).await?;
        let thread = store::find_thread(work, row.thread).await?;
        deeds::may_write(work, &thread, Side::Leading).await?;
        let writing = writing.as_ref().map_err(Error::clone)?;
        Ok((thread.id, write(work, thread.id, Side::Leading, writing).await?))
    });
    let (there, done) = match answering.await {
        Ok((thread, done)) => (format!("/care/threads/{thread}"), Ok(done)),
        Err(error) => (String::new(), Err(error)),
    };
    match sent(done, &there)? {
        Sent::Gone(response) => Ok(response),
        Sent::Again(faults, _, status) => again(&app, &who, id, form, faults, status).await,
    }
}

/// Takes it out.
pub(super) async fn take_it_out(
    State(app): State<App>,
    who: Who,
    Path(id): Path<PostId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let reason = check.choice::<Reason>("reason");
    let words = check.area("words", 1..=REMARK_CHARS_MAX);
    let why = check.done(|| reason.zip(words));
    let taking = app.write(who.actor, async move |work| -> Result<MatterId> {
        let row = store::find_post(work, id).await?;
        deeds::may_see_post(work, &row, Side::Leading).await?;
        deeds::may_moderate(work, row.group, Capability::Threads).await?;
        let (reason, words) = why.as_ref().map_err(Error::clone)?;
        take_out(work, id, *reason, words).await
    });
    let (faults, status) = match taking.await {
        Ok(matter) => return Ok(go(&format!("/care/matters/{matter}"))),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY),
        Err(Error::Conflict(words)) => (vec![Fault::new("", words)], StatusCode::CONFLICT),
        Err(other) => return Err(other),
    };
    again(&app, &who, id, form, faults, status).await
}

async fn again(
    app: &App,
    who: &Who,
    id: PostId,
    form: Form,
    faults: Vec<Fault>,
    status: StatusCode,
) -> Result<Response> {
    let shown = app.read(who.actor, async move |work| read(work, id).await).await?;
    let fields = Fields::again(&who.view, form, faults);
    Ok(page(&who.view, &shown, &fields).status(status).into_response())
}

fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> Page {
    let words = view.words;
    let zoned = &on_the_clock_of(view, &shown.group);
    let (may_lead, may_moderate) = (shown.standing.allows(Deed::LeadThreads), shown.standing.allows(Deed::Moderate));
    let body = html! {
        p { a href={ "/care/threads/" (shown.thread) } { (say!(words, "sharing-back")) } }
        @match &shown.post.said {
            None => { (kept(fields)) (callout(Tone::Plain, html! { p { (words.say(draw::gap_key(shown.post.state), None)) } })) },
            Some(said) => {
                h2 { (say!(words, "sharing-what")) }
                article.card.stack.stack--tight {
                    (draw::head(zoned, Side::Leading, &shown.post, said))
                    (draw::body(view, said, &[]))
                    (draw::sent(view, &shown.post))
                }
                @if shown.post.state == PostState::Shown {
                    @if may_lead && shown.is_open { (answering(view, shown, fields)) } @else { (kept(fields)) }
                    @if may_moderate { (taking_out(view, shown, fields)) }
                } @else { (kept(fields)) }
            },
        }
        @if let Some(matter) = shown.post.matter {
            (rows([Row::link(format!("/care/matters/{matter}"), say!(words, "sharing-title-matter")).icon(Icon::Shield)]))
        }
    };
    group_page(view, &shown.group, shown.standing, "sharing-title-post").body(body)
}

fn answering(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let ask = form::Ask {
        action: &format!("/care/posts/{}/answer", shown.post.id),
        side: Side::Leading,
        kinds: &shown.post.kind.answers(&shown.group.charter),
        answered: Some(shown.post.kind),
        readers: "",
        found: &[],
    };
    html! { section.stack { h2 { (say!(view.words, "sharing-answer")) } (form::draw(view, fields, &ask)) } }
}

fn taking_out(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let words = view.words;
    let reasons =
        Reason::ALL.iter().map(|reason| Choice::new(reason.word(), words.say(reason.name_key(), None))).collect();
    let reason = html! { (fields.radios("reason", say!(words, "sharing-reason"), reasons)) };
    let told = html! { (fields.area("words", say!(words, "sharing-told")).hint(say!(words, "sharing-told-hint"))) };
    html! {
        section.stack {
            h2 { (say!(words, "sharing-take-out-heading")) }
            p { (say!(words, "sharing-take-out-what")) }
            form.stack method="post" action={ "/care/posts/" (shown.post.id) "/take-out" } novalidate {
                (reason)
                (told)
                (actions(Button::submit(say!(words, "sharing-take-out")).outline()))
            }
        }
    }
}
