//! The people of a group: who is in it, on the way, waiting, and gone; and how the group is put together.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Composition, Count, KeepApart, Listed, Offering, Stage, composition, enrolments_in, kept_apart, offer_next,
};
use super::apart;
use crate::access::{Deed, Standing};
use crate::app::App;
use crate::groups::{self, Capability, Group, group_page};
use crate::id::GroupId;
use crate::identity::Who;
use crate::web::parts::{Button, Icon, Row, Tone, actions, callout, empty, fold, post, rows, tag};
use crate::web::{Fields, Path, Said, View, go};
use crate::{Error, Result, say};

pub(super) struct Shown {
    pub group: Group,
    standing: Standing,
    pub listed: Vec<Listed>,
    left: u32,
    composition: Option<Composition>,
    /// The actor's own pairs, where they may keep such notes.
    pub apart: Option<Vec<KeepApart>>,
}

/// The page.
pub(super) async fn show(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    let shown = read(&app, &who, id).await?;
    Ok(page(&who.view, &shown, &Fields::blank(&who.view)).into_response())
}

/// A free place is offered to whoever has waited longest.
pub(super) async fn offer(State(app): State<App>, who: Who, Path(id): Path<GroupId>) -> Result<Response> {
    match app.write(who.actor, async move |work| offer_next(work, id).await).await? {
        Offering::Offered(enrolment, _) => Ok(go(&format!("/care/enrolments/{enrolment}"))),
        Offering::NobodyWaits => Err(Error::Conflict("enrolment-conflict-nobody-waits")),
        Offering::NoPlace => Err(Error::Conflict("enrolment-conflict-full")),
    }
}

pub(super) async fn read(app: &App, who: &Who, id: GroupId) -> Result<Shown> {
    let reading = app.read(who.actor, async move |work| {
        let listed = enrolments_in(work, id).await?;
        let grant = groups::may_see(work, id).await?;
        let group = groups::group(work, &grant, id).await?;
        let standing = groups::standing(work, id).await?;
        let reads =
            standing.allows(Deed::ReadScreening) && group.charter.allow(Capability::StructuredScreening).is_ok();
        let composition = if reads { Some(composition(work, id).await?) } else { None };
        let apart = if standing.allows(Deed::NoteComposition) { Some(kept_apart(work, id).await?) } else { None };
        Ok(Shown { left: groups::places_left(work, &grant, id).await?, group, standing, listed, composition, apart })
    });
    reading.await
}

pub(super) fn page(view: &View, shown: &Shown, fields: &Fields<'_>) -> crate::web::Page {
    let (words, id) = (view.words, shown.group.id);
    let of = |stages: fn(Stage) -> bool| {
        let mut found: Vec<&Listed> = shown.listed.iter().filter(|one| stages(one.enrolment.stage)).collect();
        found.sort_by_key(|one| one.enrolment.since);
        found
    };
    let (members, mut on_the_way) = (of(Stage::is_member), of(Stage::is_before_the_seat));
    on_the_way.retain(|one| one.enrolment.stage != Stage::Waitlisted);
    let (waiting, gone) = (of(|stage| stage == Stage::Waitlisted), of(|stage| !stage.is_living()));
    let enquire = Button::link(format!("/care/people/new?group={id}"), say!(words, "enrolment-enquire"));
    let may_enquire = shown.standing.allows(Deed::TakeEnquiry) && !shown.group.state.is_over();
    group_page(view, &shown.group, shown.standing, "groups-title-overview")
        .lead(say!(words, "enrolment-places", left = shown.left, waiting = waiting.len()))
        .tools(html! { @if may_enquire { (enquire.icon(Icon::Plus)) } })
        .body(html! {
            div.split {
                div.stack.stack--loose {
                    (section(view, &say!(words, "enrolment-members"), &members))
                    (section(view, &say!(words, "enrolment-on-the-way"), &on_the_way))
                }
                div.stack.stack--loose {
                    (waitlist(view, shown, &waiting))
                    @if let Some(composition) = &shown.composition { (composed(view, composition)) }
                    @if let Some(pairs) = &shown.apart { (apart::notes(view, shown, pairs, fields)) }
                }
            }
            @if !gone.is_empty() { (fold(say!(words, "enrolment-gone"), rows(gone.iter().map(|one| row(view, one))))) }
        })
}

fn section(view: &View, heading: &Said, listed: &[&Listed]) -> Markup {
    html! {
        section.stack {
            h2 { (heading) " " span.count { (listed.len()) } }
            @if listed.is_empty() {
                (empty(say!(view.words, "enrolment-nobody-here")))
            } @else {
                (rows(listed.iter().map(|one| row(view, one))))
            }
        }
    }
}

fn row(view: &View, listed: &Listed) -> Row {
    let enrolment = &listed.enrolment;
    let stage = view.words.say(enrolment.stage.name_key(), None);
    let row = Row::link(format!("/care/enrolments/{}", enrolment.id), &listed.called)
        .avatar(&listed.called)
        .small(say!(view.words, "enrolment-stage-since", stage = stage, since = view.moment(enrolment.since)));
    match (enrolment.stage, enrolment.offer_until, enrolment.hold_until) {
        (Stage::Offered, Some(until), _) => row.end(tag(Tone::Note, Some(Icon::Clock), until_when(view, until))),
        (Stage::OnHold, _, Some(until)) => row.end(tag(Tone::Plain, Some(Icon::Pause), until_when(view, until))),
        _ => row,
    }
}

fn until_when(view: &View, until: crate::clock::Timestamp) -> Said {
    say!(view.words, "enrolment-until", time = view.moment(until))
}

fn waitlist(view: &View, shown: &Shown, waiting: &[&Listed]) -> Markup {
    let words = view.words;
    let offer = Button::submit(say!(words, "enrolment-offer-next")).outline();
    html! {
        (section(view, &say!(words, "enrolment-waitlist"), waiting))
        @if !waiting.is_empty() && shown.left > 0 && shown.standing.allows(Deed::OfferPlace) {
            (actions(post(&format!("/care/groups/{}/offer", shown.group.id), &[], &offer)))
        }
    }
}

fn composed(view: &View, composition: &Composition) -> Markup {
    let words = view.words;
    let many = |count| match count {
        Count::Nobody => say!(words, "enrolment-count-nobody"),
        Count::OneOrTwo => say!(words, "enrolment-count-one-or-two"),
        Count::Of(number) => say!(words, "enrolment-count-of", number = number),
    };
    html! {
        section.stack {
            h2 { (say!(words, "enrolment-composition")) }
            @if composition.findings.is_empty() {
                (callout(Tone::Plain, html! { p { (say!(words, "enrolment-composition-few")) } }))
            } @else {
                p.soft { (say!(words, "enrolment-composition-lead", members = composition.members)) }
                ul.prose {
                    @for (fact, count) in &composition.findings {
                        @let mut variables = ::fluent_bundle::FluentArgs::new();
                        @let () = variables.set("who", many(*count));
                        li { (words.say(fact.sentence_key(), Some(&variables))) }
                    }
                }
            }
        }
    }
}
