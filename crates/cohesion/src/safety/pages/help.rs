//! *Get help now*: three cards in order of urgency, for whoever comes, signed in or not, set up or not; and the way out.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{
    Assurance, Channel, CrisisLine, Need, assurances, countries, crisis_lines, duty, need_help_goes_to, safety_plan,
    who_hears,
};
use super::own::{self, BeforeCalling};
use crate::app::App;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::identity::{self, Visitor};
use crate::practice;
use crate::web::parts::{Button, Icon, Tone, Urgency, actions, call, callout, care, own as own_words};
use crate::web::{Page, View};
use crate::work::Work;
use crate::{Result, say};

/// Whoever came; nobody can be told before set-up and while the database is away.
type Came = std::result::Result<Visitor, Response>;

/// What everybody may see.
#[derive(Default)]
struct Public {
    lines: Vec<CrisisLine>,
    contact: String,
}

/// What a person who is signed in sees of their own besides.
#[derive(Default)]
struct Own {
    /// Nothing stands for one that cannot be read.
    alerts: Vec<Option<Assurance>>,
    plan_at: Option<Timestamp>,
    /// What they are told before they call; nothing where they sit in no group that would answer.
    calling: Option<BeforeCalling>,
}

/// The page. Whatever else is out of order, it is shown: without the database, the numbers that hold everywhere.
pub(super) async fn show(State(app): State<App>, view: View, visitor: Came) -> Response {
    let Ok(visitor) = visitor else { return page(&view, &Public::default(), &Own::default()).into_response() };
    let public = app.read(visitor.actor, async |work| {
        let contact = practice::settings(work).await?.contact;
        Ok(Public { lines: crisis_lines(work).await?, contact })
    });
    let public = or_without(public.await).unwrap_or_default();
    let own = match visitor.actor.person() {
        // What cannot be shown has its placeholder, as an alert has that cannot be read.
        Some(_) => or_without(own_parts(&app, &visitor).await).unwrap_or(Own { alerts: vec![None], ..Own::default() }),
        None => Own::default(),
    };
    page(&visitor.view, &public, &own).into_response()
}

/// The page is shown without what cannot be read, and the log says why.
fn or_without<T>(read: Result<T>) -> Option<T> {
    read.inspect_err(|cause| tracing::error!(%cause, "the page with help is shown without a part of it")).ok()
}

async fn own_parts(app: &App, visitor: &Visitor) -> Result<Own> {
    let reading = app.read(visitor.actor, async |work| {
        let person = work.actor().person().ok_or(crate::Error::SignInNeeded)?;
        let plan_at = safety_plan(work, person).await?.map(|kept| kept.written_at);
        let calling = match need_help_goes_to(work, person).await? {
            Some(group) => Some(before_calling(work, person, group).await?),
            None => None,
        };
        Ok(Own { alerts: assurances(work).await?, plan_at, calling })
    });
    reading.await
}

async fn before_calling(work: &mut Work<'_>, person: PersonId, group: GroupId) -> Result<BeforeCalling> {
    let hours = duty(work, Some(group)).await?.map(|duty| duty.hours);
    let stated_hours = practice::settings(work).await?.duty_hours;
    Ok(BeforeCalling { hearing: who_hears(work, person, Some(group)).await?, hours, stated_hours })
}

fn page(view: &View, public: &Public, own: &Own) -> Page {
    let body = html! {
        (cards(view, &public.lines))
        @for alert in &own.alerts {
            @match alert {
                Some(alert) => (own::what_happens(view, alert)),
                None => (callout(Tone::Note, html! { p { (say!(view.words, "safety-own-damaged")) } })),
            }
        }
        @if let Some(calling) = &own.calling { (own::call_form(view, calling)) }
        (can_wait(view, public, own))
        (grounding(view))
    };
    Page::new(view, "safety-title-help").lead(say!(view.words, "safety-help-lead")).body(body)
}

/// The two cards that call, for a page that shows them before anything else.
pub async fn help_cards(work: &mut Work<'_>, view: &View) -> Result<Markup> {
    Ok(cards(view, &crisis_lines(work).await?))
}

/// The two cards that call: danger, then talk. Lines that nobody has checked are not among them.
pub(super) fn cards(view: &View, lines: &[CrisisLine]) -> Markup {
    let words = view.words;
    let shown = |need| lines.iter().filter(move |line| line.is_shown() && line.terms.need == need).collect::<Vec<_>>();
    let (danger, talk) = (shown(Need::Danger), shown(Need::Talk));
    let now = html! {
        p { (say!(words, "safety-danger")) }
        @if danger.is_empty() { (numbers_everywhere(view)) } @else { (by_service(view, &danger, Button::help)) }
    };
    let talk = html! {
        @if talk.is_empty() { p { (say!(words, "safety-talk-elsewhere")) } }
        (by_service(view, &talk, std::convert::identity))
    };
    html! {
        div.stack {
            (care(Urgency::Now, &say!(words, "safety-danger-heading"), now))
            (care(Urgency::Talk, &say!(words, "safety-talk-heading"), talk))
        }
    }
}

/// Before a practice has its own list: the emergency numbers that come with the program and were checked.
fn numbers_everywhere(view: &View) -> Markup {
    let known = countries().unwrap_or_default();
    html! {
        p { (say!(view.words, "safety-danger-everywhere")) }
        ul.prose {
            @for country in &known {
                @for line in country.lines.iter().filter(|line| line.terms.need == Need::Danger && line.checked_at.is_some()) {
                    li { (view.words.place(&country.code)) ": " a href=[line.terms.link()] { (line.terms.number) } }
                }
            }
        }
    }
}

/// The lines of one service together, with a button for each way to reach it.
fn by_service(view: &View, lines: &[&CrisisLine], dress: fn(Button) -> Button) -> Markup {
    html! {
        @for service in lines.chunk_by(|one, next| one.terms.name == next.terms.name) {
            @let terms = &service[0].terms;
            p {
                strong { (terms.name) "." }
                @for said in [&terms.cost, &terms.hours, &terms.note] {
                    @if !said.is_empty() { " " (sentence(said)) }
                }
            }
            (actions(html! { @for line in service { (dress(reach(view, line))) } }))
        }
    }
}

fn reach(view: &View, line: &CrisisLine) -> Button {
    let (words, terms) = (view.words, &line.terms);
    let number = terms.number.as_str();
    match (terms.channel, terms.link()) {
        (Channel::Text, Some(href)) => {
            Button::link(href, say!(words, "safety-line-text", number = number)).icon(Icon::Speech).outline()
        }
        (Channel::Chat, Some(href)) => Button::link(href, say!(words, "safety-line-chat")).icon(Icon::Speech).outline(),
        _ => call(view, number),
    }
}

/// "free" becomes "Free."
fn sentence(said: &str) -> String {
    let mut signs = said.trim_end_matches('.').chars();
    let first = signs.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", signs.as_str())
}

fn can_wait(view: &View, public: &Public, own: &Own) -> Markup {
    let words = view.words;
    let body = html! {
        p { (say!(words, "safety-wait")) }
        @if !public.contact.is_empty() { p { (say!(words, "safety-wait-contact", contact = public.contact.as_str())) } }
        (actions(html! {
            @match own.plan_at {
                Some(at) => (Button::link("/me/safety-plan", say!(words, "safety-plan-of", day = view.day(at))).icon(Icon::Shield).outline()),
                None if own.calling.is_some() => (Button::link("/me/safety-plan/edit", say!(words, "safety-plan-write")).icon(Icon::Shield).outline()),
                None => {},
            }
        }))
    };
    care(Urgency::Wait, &say!(words, "safety-wait-heading"), body)
}

/// A grounding exercise in our own words: the five senses, then the breath.
fn grounding(view: &View) -> Markup {
    let words = view.words;
    html! {
        section.stack {
            h2 { (say!(words, "safety-grounding-heading")) }
            p { (say!(words, "safety-grounding-lead")) }
            ol.prose {
                li { (say!(words, "safety-grounding-see")) }
                li { (say!(words, "safety-grounding-touch")) }
                li { (say!(words, "safety-grounding-hear")) }
                li { (say!(words, "safety-grounding-smell")) }
                li { (say!(words, "safety-grounding-taste")) }
            }
            (own_words(say!(words, "safety-grounding-breath")))
            p.soft { (say!(words, "safety-leave-says")) }
        }
    }
}

/// *Leave this page*: the login is locked, the browser forgets, and a harmless page is shown.
pub(super) async fn leave(State(app): State<App>, visitor: Came) -> Response {
    let neutral = practice::Settings::default().leave_url;
    let Ok(visitor) = visitor else { return crate::web::shell::leave(&neutral) };
    let settings = app.read(visitor.actor, async |work| practice::settings(work).await).await;
    if visitor.actor.person().is_some()
        && let Err(cause) = app.write(visitor.actor, async |work| identity::lock(work).await).await
    {
        tracing::error!(%cause, "a login could not be locked");
    }
    crate::web::shell::leave(&settings.map_or(neutral, |settings| settings.leave_url))
}
