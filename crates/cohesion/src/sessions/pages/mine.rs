//! A session for a member: when and where it is, who leads it, and saying that one cannot come.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{DateMail, Mark, Presence, attendance_of, choose_mail, date_mail, send_word, take_back};
use super::SessionPart;
use super::shown::{all_called, at_the_group, leaders};
use crate::app::App;
use crate::groups::{self, Capability, Group, Session, SessionState};
use crate::id::SessionId;
use crate::identity::Who;
use crate::limits::LINE_CHARS_MAX;
use crate::web::forms::mend;
use crate::web::parts::{Button, Seat, Tone, actions, callout, own, post, ring, seen};
use crate::web::{Check, Fields, Form, Page, Path, View, go};
use crate::work::Work;
use crate::{Error, Result, practice, say};

struct Mine {
    group: Group,
    session: Session,
    leaders: Vec<Option<String>>,
    seats: Vec<Seat>,
    /// How the member is marked themselves.
    mark: Option<Mark>,
    /// The session that comes after this one, or instead of it.
    next: Option<Session>,
    contact: String,
    mail: DateMail,
    /// What later subjects show of it.
    more: Vec<Markup>,
}

impl Mine {
    /// Whether the member can still say that they come, or that they do not.
    fn is_open(&self, view: &View) -> bool {
        self.session.state == SessionState::Planned && view.now < self.session.starts_at
    }
}

/// The page.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    parts: &'static [SessionPart],
) -> Result<Response> {
    let mine = read(&app, &who, id, parts).await?;
    Ok(page(&who.view, &mine, &Fields::blank(&who.view)).into_response())
}

/// "I cannot come", with a line or without.
pub(super) async fn stay_away(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    let mut check = Check::new(&form);
    let line = check.text("line", 0..=LINE_CHARS_MAX);
    let done = match check.done(|| line) {
        Ok(line) => {
            let line = Some(line).filter(|line| !line.is_empty());
            app.write(who.actor, async move |work| send_word(work, id, line.clone()).await).await
        }
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => Ok(back(id)),
        Err(error) => {
            let mine = read(&app, &who, id, &[]).await?;
            mend(error, |faults| page(&who.view, &mine, &Fields::again(&who.view, form, faults)))
        }
    }
}

/// "I can come after all".
pub(super) async fn come(State(app): State<App>, who: Who, Path(id): Path<SessionId>) -> Result<Response> {
    app.write(who.actor, async move |work| take_back(work, id).await).await?;
    Ok(back(id))
}

/// Mail about one's dates, or none.
pub(super) async fn choose(
    State(app): State<App>,
    who: Who,
    Path(id): Path<SessionId>,
    form: Form,
) -> Result<Response> {
    read(&app, &who, id, &[]).await?;
    let choice = if form.value("mail") == "none" { DateMail::Declined } else { DateMail::Wanted };
    app.write(who.actor, async move |work| choose_mail(work, choice).await).await?;
    Ok(back(id))
}

fn back(id: SessionId) -> Response {
    go(&format!("/me/sessions/{id}"))
}

async fn read(app: &App, who: &Who, id: SessionId, parts: &'static [SessionPart]) -> Result<Mine> {
    let (person, view) = (who.person, who.view.clone());
    let reading = async move |work: &mut Work<'_>| {
        let session = groups::session(work, id).await?;
        if !groups::is_seated(work, session.group, person).await? {
            return Err(Error::NotFound);
        }
        let grant = groups::may_see(work, session.group).await?;
        let group = groups::group(work, &grant, session.group).await?;
        let mut marks = attendance_of(work, group.id, person).await?.into_iter();
        let later = groups::sessions(work, group.id).await?.into_iter();
        let (now, mut more) = (work.now(), Vec::new());
        for part in parts {
            more.push(part(work, &view, session).await?);
        }
        Ok(Mine {
            session,
            leaders: leaders(work, &grant, &group).await?,
            seats: groups::circle(work, &group).await?,
            mark: marks.find(|kept| kept.session == id).map(|kept| kept.mark),
            next: later
                .filter(|other| other.id != id && other.state == SessionState::Planned && other.starts_at > now)
                .min_by_key(|other| other.starts_at),
            contact: practice::settings(work).await?.contact,
            mail: date_mail(work).await?,
            more,
            group,
        })
    };
    app.read(who.actor, reading).await
}

fn page(view: &View, mine: &Mine, fields: &Fields<'_>) -> Page {
    let view = &at_the_group(view, &mine.group);
    let words = view.words;
    let body = html! {
        (date(view, mine))
        @match mine.session.state {
            SessionState::Planned if mine.is_open(view) => (word(view, mine, fields)),
            SessionState::Planned | SessionState::Open => (begun(view, mine)),
            SessionState::Held => (held(view, mine)),
            SessionState::Cancelled => {
                (callout(Tone::Note, html! { p { strong { (say!(words, "sessions-mine-called-off")) } } (next(view, mine)) }))
            }
        }
        (mail(view, mine))
    };
    Page::new(view, "sessions-title")
        .back("/me", say!(words, "place-today"))
        .heading(say!(words, "sessions-mine-number", number = mine.session.number))
        .body(body)
}

/// When, where, with whom.
fn date(view: &View, mine: &Mine) -> Markup {
    let (words, session) = (view.words, &mine.session);
    let label = say!(words, "progress-circle");
    let until = view.time(session.ends_at);
    html! {
        section.card.next aria-labelledby="date" {
            div {
                h2 #date { (mine.group.words.name) }
                p.lead { strong { (say!(words, "sessions-when", start = view.moment_alone(session.starts_at), end = until)) } }
                @if !mine.group.words.place.is_empty() { p { (mine.group.words.place) } }
                p.soft { (say!(words, "sessions-with", names = all_called(view, &mine.leaders))) }
            }
            (ring(&label, &mine.seats))
        }
    }
}

/// Saying that one cannot come, and taking it back.
fn word(view: &View, mine: &Mine, fields: &Fields<'_>) -> Markup {
    let (words, id) = (view.words, mine.session.id);
    if mine.group.charter.allow(Capability::MemberAttendance).is_err() {
        return Markup::default();
    }
    if let Some(mark) = mine.mark.as_ref().filter(|mark| mark.presence == Presence::AbsentTold) {
        let button = Button::submit(say!(words, "sessions-come")).outline();
        return html! {
            (callout(Tone::Well, html! {
                p { strong { (say!(words, "sessions-said-away")) } }
                @if let Some(line) = &mark.words { (own(line)) }
                (actions(post(&format!("/me/sessions/{id}/come"), &[], &button)))
            }))
        };
    }
    let form = html! {
        (fields.text("line", say!(words, "sessions-away-line")).hint(say!(words, "sessions-away-line-hint")))
        (actions(Button::submit(say!(words, "sessions-away-say")).outline()))
    };
    html! {
        section.stack {
            h2 { (say!(words, "sessions-away-ask")) }
            (seen(say!(words, "sessions-away-seen", names = all_called(view, &mine.leaders))))
            (fields.form(&format!("/me/sessions/{id}/away"), &form))
        }
    }
}

fn begun(view: &View, mine: &Mine) -> Markup {
    let meeting = format!("/me/sessions/{}/meeting", mine.session.id);
    html! {
        p { (say!(view.words, "sessions-mine-begun")) }
        @if mine.session.state == SessionState::Open {
            (actions(Button::link(meeting, say!(view.words, "sessions-mine-meeting"))))
        }
        @if !mine.contact.is_empty() { p { (say!(view.words, "sessions-mine-contact")) " " (mine.contact) } }
    }
}

fn held(view: &View, mine: &Mine) -> Markup {
    let words = view.words;
    html! {
        @if let Some(mark) = &mine.mark {
            @if mark.presence.was_there() { p { (say!(words, "sessions-mine-came", count = mark.minutes)) } }
            @if mark.presence.is_absence() { p { (say!(words, "sessions-mine-missed")) } }
        }
        @for part in &mine.more { (part) }
        (next(view, mine))
    }
}

fn next(view: &View, mine: &Mine) -> Markup {
    html! {
        @if let Some(next) = &mine.next {
            p { (say!(view.words, "sessions-mine-next", moment = view.moment(next.starts_at))) }
        }
    }
}

/// Whether mail tells of dates.
fn mail(view: &View, mine: &Mine) -> Markup {
    let words = view.words;
    let path = format!("/me/sessions/{}/mail", mine.session.id);
    let choice = |value, key| post(&path, &[("mail", value)], &Button::submit(words.say(key, None)).quiet().small());
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "sessions-mail")) }
            @match mine.mail {
                DateMail::Wanted => {
                    p.soft { (say!(words, "sessions-mail-wanted")) }
                    (choice("none", "sessions-mail-decline"))
                }
                DateMail::Declined => {
                    p.soft { (say!(words, "sessions-mail-declined")) }
                    (choice("some", "sessions-mail-want"))
                }
            }
        }
    }
}
