//! Homework of a group, for those who lead it: what is set, and who did what.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Digest, Gate, HomeworkId, Shared, Standing, TaskLine, digest, end_homework, homework_in, homework_of, shared_in,
};
use super::plan::skills_of_the_week;
use super::shared::section;
use crate::access::{self, Deed};
use crate::app::App;
use crate::groups::{self, Group, group_page, on_the_clock_of};
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Row, Tone, callout, empty, missing, own, post, rows, tag};
use crate::web::{Page, Path, View, go};
use crate::work::Work;
use crate::{Legible, Result, say};

struct Shown {
    group: Group,
    standing: access::Standing,
    all: Legible<Standing>,
    shared: Legible<Shared>,
    digest: Option<Digest>,
}

/// All homework of a group, the newest first.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let all = homework_in(work, id).await?;
        let (group, standing) = look(work, id).await?;
        let digest = digest(work, id).await?;
        Ok(Shown { group, standing, all, shared: shared_in(work, id).await?, digest })
    });
    let shown = reading.await?;
    let view = &on_the_clock_of(&who.view, &shown.group);
    let words = view.words;
    let (open, over): (Vec<&Standing>, Vec<&Standing>) =
        shown.all.readable.iter().partition(|standing| standing.homework.ended_at.is_none());
    let waiting: usize = open.iter().map(|standing| standing.waiting()).sum();
    let body = html! {
        (missing(view, shown.all.damaged + shown.shared.damaged))
        @if waiting > 0 { (callout(Tone::Note, html! { p { (say!(words, "techniques-gate-waiting", count = waiting)) } })) }
        @if open.is_empty() { (empty(say!(words, "techniques-homework-none"))) } @else {
            (rows(open.iter().map(|standing| row(view, standing))))
        }
        @if let Some(digest) = &shown.digest { (skills_of_the_week(view, digest)) }
        (section(view, &html! { h2 { (say!(words, "techniques-shared")) } }, &shown.shared.readable))
        @if !over.is_empty() {
            section.stack.stack--tight {
                h2 { (say!(words, "techniques-homework-ended")) }
                (rows(over.iter().map(|standing| row(view, standing))))
            }
        }
    };
    let new = Button::link(format!("/care/groups/{id}/homework/new"), say!(words, "techniques-set-homework"));
    let page = group_page(view, &shown.group, shown.standing, "techniques-title-homework");
    let page =
        if shown.standing.allows(Deed::AssignHomework) { page.tools(html! { (new.icon(Icon::Plus)) }) } else { page };
    Ok(page.body(body).into_response())
}

/// One piece of homework with everybody it was set for.
pub(super) async fn one(
    State(app): State<App>,
    who: Who,
    Path((id, homework)): Path<(GroupId, HomeworkId)>,
) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let standing = homework_of(work, id, homework).await?;
        let (group, tie) = look(work, id).await?;
        Ok((standing, group, tie))
    });
    let (standing, group, tie) = reading.await?;
    let view = &on_the_clock_of(&who.view, &group);
    Ok(page(view, &group, tie, &standing).into_response())
}

/// Takes homework off.
pub(super) async fn end(
    State(app): State<App>,
    who: Who,
    Path((id, homework)): Path<(GroupId, HomeworkId)>,
) -> Result<Response> {
    app.write(who.actor, async move |work| end_homework(work, id, homework).await).await?;
    Ok(go(&format!("/care/groups/{id}/homework")))
}

pub(super) async fn look(work: &mut Work<'_>, id: GroupId) -> Result<(Group, access::Standing)> {
    let grant = groups::may_see(work, id).await?;
    Ok((groups::group(work, &grant, id).await?, groups::standing(work, id).await?))
}

fn row(view: &View, standing: &Standing) -> Row {
    let (words, homework) = (view.words, &standing.homework);
    let over = standing.counted().filter(|line| line.state.is_over()).count();
    let title = homework.material.title().map_or_else(|| say!(words, "techniques-gone"), Into::into);
    let row = Row::link(format!("/care/groups/{}/homework/{}", homework.group, homework.id), title)
        .small(say!(
            words,
            "techniques-homework-line",
            until = view.moment(homework.due_at),
            done = over,
            all = standing.counted().count()
        ))
        .icon(Icon::Practice);
    match standing.waiting() {
        0 => row,
        count => row.end(tag(Tone::Note, None, say!(words, "techniques-to-answer", count = count))),
    }
}

fn page(view: &View, group: &Group, tie: access::Standing, standing: &Standing) -> Page {
    let (words, homework) = (view.words, &standing.homework);
    let title = homework.material.title().map_or_else(|| say!(words, "techniques-gone"), Into::into);
    let body = html! {
        h2 { (title) }
        @if !homework.instruction.is_empty() { p { (homework.instruction) } }
        @if !homework.obstacle.is_empty() { p.soft { (homework.obstacle) } }
        p.soft { (say!(words, "techniques-until", moment = view.moment(homework.due_at))) }
        @if homework.gate == Gate::Asked { (callout(Tone::Note, html! { p { (say!(words, "techniques-gate-is")) } })) }
        (rows(standing.counted().map(|line| member(view, line))))
        @if tie.allows(Deed::AssignHomework) && homework.ended_at.is_none() {
            (post(
                &format!("/care/groups/{}/homework/{}/end", group.id, homework.id),
                &[],
                &Button::submit(say!(words, "techniques-homework-end")).quiet(),
            ))
        }
    };
    group_page(view, group, tie, "techniques-title-homework").body(body)
}

fn member(view: &View, line: &TaskLine) -> Row {
    let words = view.words;
    let called = line.called.clone().map_or_else(|| say!(words, "techniques-left"), Into::into);
    let tone = if line.state.is_over() { Tone::Well } else { Tone::Plain };
    let end: Markup = html! {
        (tag(tone, None, words.say(line.state.name_key(), None)))
        @if let Some(sheet) = line.sheet {
            " " (Button::link(
                format!("/care/people/{}/sheets/{sheet}", line.person),
                if line.is_answered { say!(words, "techniques-answered") } else { say!(words, "techniques-read-sheet") },
            ).outline().small())
        }
    };
    let row = Row::plain(&called).avatar(&called).end(end);
    match &line.words {
        Some(said) => row.small(own(said)),
        None => row,
    }
}
