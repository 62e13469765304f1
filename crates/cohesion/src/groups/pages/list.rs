//! The groups that the actor leads.

use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::super::{Format, Group, Session, SessionState, calendar, groups_led_by, may_see, places_left};
use super::on_the_clock_of;
use crate::app::App;
use crate::identity::{AccountKind, Who};
use crate::web::parts::{Button, Icon, Row, Tone, empty, rows, tag};
use crate::web::{Page, View, Width};
use crate::{Error, Result, say};

struct Led {
    group: Group,
    left: u32,
    next: Option<Session>,
}

/// All of them, each with its places and its next session.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    if who.kind != AccountKind::Staff {
        return Err(Error::NotFound);
    }
    let reading = app.read(who.actor, async |work| {
        let mut led = Vec::new();
        for group in groups_led_by(work).await? {
            let grant = may_see(work, group.id).await?;
            let left = places_left(work, &grant, group.id).await?;
            let now = work.now();
            let sessions = calendar(work, &grant, group.id).await?.into_iter();
            let next = sessions.filter(|session| session.state == SessionState::Planned && session.ends_at > now);
            led.push(Led { next: next.min_by_key(|session| session.starts_at), group, left });
        }
        Ok(led)
    });
    let led = reading.await?;
    let words = who.view.words;
    let body = match led.as_slice() {
        [] => empty(say!(words, "groups-none")),
        led => rows(led.iter().map(|led| row(&who.view, led))),
    };
    Ok(Page::new(&who.view, "groups-title-list")
        .width(Width::Mid)
        .tools(maud::html! { (Button::link("/care/groups/new", say!(words, "groups-found")).icon(Icon::Plus)) })
        .body(body)
        .into_response())
}

fn row(view: &View, led: &Led) -> Row {
    let (words, group) = (view.words, &led.group);
    let state = words.say(group.state.name_key(), None);
    let taken = group.capacity - led.left.min(group.capacity);
    let places = say!(words, "groups-places", taken = taken, capacity = group.capacity);
    let next = match &led.next {
        Some(session) => on_the_clock_of(view, group).moment(session.starts_at),
        None => say!(words, "groups-no-session"),
    };
    let picture = if group.format == Format::Open { Icon::People } else { Icon::Circle };
    let tone = if group.state.takes_members() && led.left > 0 { Tone::Brand } else { Tone::Plain };
    Row::link(format!("/care/groups/{}", group.id), &group.words.name)
        .icon(picture)
        .small(say!(words, "groups-in-a-line", approach = &group.words.approach, places = places, next = next))
        .end(tag(tone, Some(Icon::Seat), state))
}
