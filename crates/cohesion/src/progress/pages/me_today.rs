//! A member's Today: the next session, and what is asked.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::access::{About, Deed, Standing};
use crate::app::App;
use crate::assessments::{Assignment, asked_of, questions};
use crate::clock::Timestamp;
use crate::enrolment::{Joining, own_enrolments};
use crate::feedback::today_rows;
use crate::groups::{self, Session, SessionState, seats_of};
use crate::id::PersonId;
use crate::identity::{self, Who};
use crate::notices::notices;
use crate::sessions::{Presence, attendance_of};
use crate::web::parts::{Button, Icon, Row, Seat, Tone, actions, callout, empty, ring, rows};
use crate::web::{Page, Said, View};
use crate::work::Work;
use crate::{Result, say, unless_damaged};

struct Shown {
    called: String,
    coming: Vec<Joining>,
    next: Option<Next>,
    asked: Vec<Assignment>,
    /// Letters without an answer, and whether a result was talked about.
    waiting: Vec<Row>,
    news: usize,
}

struct Next {
    group: String,
    session: Session,
    seats: Vec<Seat>,
    /// Whether they have said that they cannot come.
    is_away: bool,
}

/// Today, for whoever sits in a group.
pub(super) async fn show(State(app): State<App>, who: Who) -> Result<Response> {
    let person = who.person;
    let frame = who.view.clone();
    let reading = app.read(who.actor, async move |work| {
        let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
        let called = identity::called(work, &grant, person).await?;
        let mut next: Option<Next> = None;
        for seat in seats_of(work, &grant, person).await?.into_iter().filter(|seat| seat.until.is_none()) {
            let sessions = groups::sessions(work, seat.group).await?;
            let Some(session) = earliest(&sessions, work.now()) else { continue };
            if next.as_ref().is_some_and(|earlier| earlier.session.starts_at <= session.starts_at) {
                continue;
            }
            let seen = groups::may_see(work, seat.group).await?;
            let group = groups::group(work, &seen, seat.group).await?;
            let seats = groups::circle(work, &group).await?;
            let is_away = said_away(work, person, &session).await?;
            next = Some(Next { group: group.words.name, session, seats, is_away });
        }
        let asked = asked_of(work, &grant, person).await?;
        let coming = own_enrolments(work).await?.into_iter().filter(|joining| !joining.enrolment.stage.is_member());
        let coming = coming.collect();
        let news = notices(work).await?.iter().filter(|notice| notice.read_at.is_none()).count();
        let waiting = today_rows(work, &frame).await?;
        Ok(Shown { called, coming, next, asked, waiting, news })
    });
    let shown = reading.await?;
    let words = who.view.words;
    let body = html! {
        header { p.soft { (who.view.day(who.view.now)) } h1 { (greeting(&who.view, &shown.called)) } }
        @for joining in &shown.coming { (on_the_way(&who.view, joining)) }
        @if let Some(next) = &shown.next { (next_session(&who.view, next)) }
        section.stack {
            h2 { (say!(words, "progress-asked-heading")) }
            @if shown.asked.is_empty() {
                (empty(say!(words, "progress-asked-nothing")))
            } @else {
                p.soft { (say!(words, "progress-asked-lead")) }
                (rows(shown.asked.iter().map(|asked| to_answer(&who.view, asked))))
            }
        }
        @if !shown.waiting.is_empty() {
            section.stack { h2 { (say!(words, "progress-waits-for-you")) } (rows(&shown.waiting)) }
        }
        section { (rows(yours(&who.view, shown.news))) }
    };
    Ok(Page::new(&who.view, "progress-title-today").own_heading().body(body).into_response())
}

/// The session that is on now or comes next: the earliest by its time. An extra date has a later number than those after it.
fn earliest(sessions: &[Session], now: Timestamp) -> Option<Session> {
    let is_ahead = |session: &&Session| {
        session.ends_at > now && matches!(session.state, SessionState::Planned | SessionState::Open)
    };
    sessions.iter().filter(is_ahead).min_by_key(|session| session.starts_at).copied()
}

/// Whether the person has said that they cannot come. A mark that cannot be read says nothing, and Today is shown.
async fn said_away(work: &mut Work<'_>, person: PersonId, session: &Session) -> Result<bool> {
    let marks = attendance_of(work, session.group, person).await;
    let marks = unless_damaged(marks, "attendance", session.id.0)?.unwrap_or_default();
    Ok(marks.iter().any(|kept| kept.session == session.id && kept.mark.presence == Presence::AbsentTold))
}

/// What is the member's own at any time.
fn yours(view: &View, news: usize) -> Vec<Row> {
    let words = view.words;
    let told = match news {
        0 => None,
        count => Some(Row::link("/notices", say!(words, "progress-news", count = count)).icon(Icon::Info)),
    };
    let plan =
        Row::link("/me/safety-plan", say!(words, "progress-my-plan")).small(say!(words, "progress-my-plan-what"));
    told.into_iter().chain([plan.icon(Icon::Shield)]).collect()
}

fn on_the_way(view: &View, joining: &Joining) -> Markup {
    let open = Button::link(format!("/me/joining/{}", joining.enrolment.id), say!(view.words, "progress-joining-open"));
    callout(Tone::Brand, html! { p { (say!(view.words, "progress-joining", group = &joining.group)) } (actions(open)) })
}

pub(super) fn greeting(view: &View, called: &str) -> Said {
    match view.hour() {
        5..12 => say!(view.words, "progress-good-morning", name = called),
        12..18 => say!(view.words, "progress-good-afternoon", name = called),
        _ => say!(view.words, "progress-good-evening", name = called),
    }
}

fn next_session(view: &View, next: &Next) -> Markup {
    let words = view.words;
    let label = say!(words, "progress-circle").to_string();
    html! {
        section.card.next aria-labelledby="next" {
            div {
                h2 #next { (next.group) }
                p.lead { strong { (view.moment_alone(next.session.starts_at)) " – " (view.time(next.session.ends_at)) } }
                p.soft { (say!(words, "progress-session-number", number = next.session.number)) }
                @if next.is_away { p { (say!(words, "sessions-said-away")) } }
            }
            (ring(&label, &next.seats))
            (actions(Button::link(format!("/me/sessions/{}", next.session.id), say!(words, "progress-open-session")).outline()))
        }
    }
}

pub(super) fn to_answer(view: &View, asked: &Assignment) -> Row {
    let words = view.words;
    let count = questions(asked.instrument);
    let until = view.moment(asked.due_at).to_string();
    Row::link(format!("/me/check-in/{}", asked.id), say!(words, "progress-check-in", count = count))
        .small(say!(words, "progress-check-in-due", minutes = count.div_ceil(5), until = until))
        .icon(Icon::Practice)
}

#[cfg(test)]
mod tests {
    use super::{Session, SessionState, Timestamp, earliest};
    use crate::Result;
    use crate::id::{GroupId, SessionId};

    /// An hour, from its number, when it begins and how it stands.
    fn session(number: u32, starts_at: i64, state: SessionState) -> Result<Session> {
        let (starts_at, ends_at) = (Timestamp(starts_at), Timestamp(starts_at + 60));
        Ok(Session { id: SessionId::random()?, group: GroupId::random()?, number, starts_at, ends_at, state })
    }

    #[test]
    fn the_next_session_is_the_earliest_by_its_time_and_the_one_that_is_on() {
        let all = [
            session(1, 100, SessionState::Held),
            session(2, 300, SessionState::Planned),
            session(3, 500, SessionState::Planned),
            session(4, 200, SessionState::Open),
            session(5, 150, SessionState::Cancelled),
        ];
        let all: Vec<Session> = all.into_iter().collect::<Result<_>>().expect("sessions");
        let number_at = |now| earliest(&all, Timestamp(now)).map(|session| session.number);
        assert_eq!([0, 230, 260, 300, 360, 560].map(number_at), [Some(4), Some(4), Some(2), Some(2), Some(3), None]);
    }
}
