//! Two ways of being in a group, side by side, and the groups that are shown.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Door, ShownGroup, door, shown_groups};
use super::groups::rows_of;
use super::listing;
use crate::app::App;
use crate::groups::{Capability, Rule};
use crate::identity::Visitor;
use crate::web::parts::{self, Button, Tone, actions, callout, empty};
use crate::web::{Page, View, Width};
use crate::{Error, Result, say};

/// Rows of the comparison: what it is about, and what holds for therapy and for support groups.
const ROWS: [(&str, &str, &str); 7] = [
    ("door-row-guidance", "door-therapy-guidance", "door-support-guidance"),
    ("door-row-entry", "door-therapy-entry", "door-support-entry"),
    ("door-row-goals", "door-therapy-goals", "door-support-goals"),
    ("door-row-techniques", "door-therapy-techniques", "door-support-techniques"),
    ("door-row-feedback", "door-therapy-feedback", "door-support-feedback"),
    ("door-row-silence", "door-therapy-silence", "door-support-silence"),
    ("door-row-cost", "door-therapy-cost", "door-support-cost"),
];

/// The page.
pub(super) async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    front_page(&app, &visitor).await?.map(IntoResponse::into_response).ok_or(Error::NotFound)
}

/// The page for a visitor, while the door is open.
pub(crate) async fn front_page(app: &App, visitor: &Visitor) -> Result<Option<Page>> {
    let reading = app.read(visitor.actor, async |work| match door(work).await? {
        Door::Closed => Ok(None),
        open => Ok(Some((open, shown_groups(work).await?))),
    });
    Ok(reading.await?.map(|(open, groups)| page(&visitor.view, open, &groups)))
}

fn page(view: &View, open: Door, groups: &[ShownGroup]) -> Page {
    let words = view.words;
    let (support, therapy): (Vec<&ShownGroup>, Vec<&ShownGroup>) =
        groups.iter().partition(|group| joins_lightly(group));
    let list = |id: &'static str, heading: &'static str, none: &'static str, groups: &[&ShownGroup]| {
        html! {
            section.stack #(id) {
                h2 { (words.say(heading, None)) }
                @if groups.is_empty() { (empty(words.say(none, None))) } @else { (rows_of(view, groups)) }
            }
        }
    };
    let body = html! {
        (actions(html! {
            (Button::link("/welcome/which", say!(words, "door-which")))
            span.soft { (say!(words, "door-which-about")) }
        }))
        div.ways { (therapy_card(view)) (support_card(view)) }
        (callout(Tone::Help, html! {
            p { strong { (say!(words, "door-no-emergency")) } " " a href="/help" { (say!(words, "door-get-help")) } }
        }))
        (list("therapy", "door-therapy-groups", "door-therapy-none", &therapy))
        (list("support", "door-support-groups", "door-support-none", &support))
        p { (say!(words, "door-with-us")) " " a href="/sign-in" { (say!(words, "door-sign-in")) } }
    };
    Page::new(view, "door-title").width(Width::Mid).listing(listing(open)).lead(say!(words, "door-lead")).body(body)
}

/// Whether a group is one that its charter lets people join alone.
pub(super) fn joins_lightly(group: &ShownGroup) -> bool {
    group.charter.rule(Capability::SelfJoin) != Rule::Forbidden
}

fn therapy_card(view: &View) -> Markup {
    let words = view.words;
    let mut seats = vec![parts::Seat::Lead];
    seats.extend([parts::Seat::Here; 7]);
    let ring = parts::ring(&say!(words, "door-therapy-ring"), &seats);
    card(view, ("door-therapy", "door-therapy-is", "door-therapy-voice"), &ring, |row| row.1, "#therapy")
}

fn support_card(view: &View) -> Markup {
    use parts::Seat::{Free, Here, Lead};
    let seats = [Here, Here, Lead, Here, Here, Here, Lead, Here, Free];
    let ring = parts::ring_open(&say!(view.words, "door-support-ring"), &seats);
    card(view, ("door-support", "door-support-is", "door-support-voice"), &ring, |row| row.2, "#support")
}

fn card(
    view: &View,
    (name, is, voice): (&'static str, &'static str, &'static str),
    ring: &Markup,
    said: fn(&(&'static str, &'static str, &'static str)) -> &'static str,
    groups: &'static str,
) -> Markup {
    let words = view.words;
    let see = Button::link(groups, say!(words, "door-see-groups")).outline();
    html! {
        section.card.way aria-labelledby=(name) {
            div.way__head { div { h2 #(name) { (words.say(name, None)) } p.soft { (words.say(is, None)) } } (ring) }
            p.voice { (words.say(voice, None)) }
            dl {
                @for row in &ROWS { div { dt { (words.say(row.0, None)) } dd { (words.say(said(row), None)) } } }
            }
            (actions(see))
        }
    }
}
