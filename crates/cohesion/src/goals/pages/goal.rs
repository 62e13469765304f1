//! One goal: what it says, how far it is, how it went, and what the reader can do with it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{Goal, GoalId, How, LEVELS, Rating, Scale, Version, deeds, goal};
use super::draw::{chart, in_words, is_due, level_key, rated_by, signed};
use super::side::{Names, Side};
use crate::access::Deed;
use crate::app::App;
use crate::enrolment::{PersonTabs, person_tabs};
use crate::groups::{self, Session, calendar};
use crate::identity::Who;
use crate::say;
use crate::web::forms::Choice;
use crate::web::parts::{Button, Icon, Tone, actions, callout, card, facts, fold, own, post, seen};
use crate::web::{Fields, Page, Path, Said, View, Width};
use crate::work::Work;
use crate::{Error, Result};

/// A goal and all that its page needs.
pub(super) struct Shown {
    pub goal: Goal,
    pub side: Side,
    names: Names,
    readers: Vec<String>,
    sessions: Vec<Session>,
    is_seated: bool,
    may_agree: bool,
    may_rate: bool,
    tabs: Option<PersonTabs>,
}

/// The forms of the page, each with what was typed into it.
pub(super) struct Forms<'a> {
    pub rate: Fields<'a>,
    pub reply: Fields<'a>,
    pub end: Fields<'a>,
    /// Words of a rating that could not be taken any more; they stay on the page.
    pub unsent: String,
}

impl<'a> Forms<'a> {
    /// All of them empty.
    pub fn blank(view: &'a View) -> Self {
        let (rate, reply, end) = (Fields::blank(view), Fields::blank(view), Fields::blank(view));
        Self { rate, reply, end, unsent: String::new() }
    }
}

/// One of one's own.
pub(super) async fn mine(State(app): State<App>, who: Who, Path(id): Path<GoalId>) -> Result<Response> {
    show(&app, &who, id, Side::Own).await
}

/// A member's.
pub(super) async fn theirs(State(app): State<App>, who: Who, Path(id): Path<GoalId>) -> Result<Response> {
    show(&app, &who, id, Side::Care).await
}

async fn show(app: &App, who: &Who, id: GoalId, side: Side) -> Result<Response> {
    let shown = read(app, who, id, side).await?;
    Ok(page(&who.view, &shown, &Forms::blank(&who.view)).into_response())
}

/// Reads a goal for one of its two sides.
pub(super) async fn read(app: &App, who: &Who, id: GoalId, side: Side) -> Result<Shown> {
    let reader = who.clone();
    let reading = app.read(who.actor, async move |work| {
        let goal = goal(work, id).await?;
        side.holds(&reader, goal.person)?;
        look(work, goal, side).await
    });
    reading.await
}

async fn look(work: &mut Work<'_>, goal: Goal, side: Side) -> Result<Shown> {
    let (group, person) = (goal.group, goal.person);
    let grant = deeds::may_see_of(work, group, person).await?;
    let leaders = groups::named_leaders(work, &grant, group).await?;
    let leaders = leaders.into_iter().map(|(leader, called)| (leader.person, called)).collect();
    let readers = groups::named_readers(work, &grant, group).await?;
    let member = match side {
        Side::Own => String::new(),
        Side::Care => groups::seat_of(work, group, person).await?.ok_or(Error::NotFound)?.called,
    };
    let standing = groups::standing(work, group).await?;
    let may = |deed| side == Side::Own || standing.allows(deed);
    Ok(Shown {
        side,
        names: Names { member, leaders },
        readers,
        sessions: calendar(work, &grant, group).await?,
        is_seated: groups::is_seated(work, group, person).await?,
        may_agree: may(Deed::AgreeGoal),
        may_rate: may(Deed::RateGoal),
        tabs: if side == Side::Care { Some(person_tabs(work, person).await?) } else { None },
        goal,
    })
}

/// The page.
pub(super) fn page(view: &View, shown: &Shown, forms: &Forms<'_>) -> Page {
    let words = view.words;
    let list = shown.side.list(shown.goal.person);
    let page = match &shown.tabs {
        None => Page::new(view, "goals-title-goal").back(&list, say!(words, "goals-title-mine")),
        Some(tabs) => Page::new(view, "goals-title-goal")
            .width(Width::Mid)
            .crumb("/care/people", say!(words, "place-people").to_string())
            .crumb(list, shown.names.member.clone())
            .crumb(shown.side.address(shown.goal.id), say!(words, "goals-title-goal").to_string())
            .heading(&shown.names.member)
            .tabs(tabs.draw(view)),
    };
    page.body(html! {
        (what(view, shown))
        (proposal(view, shown, &forms.reply))
        (rating_form(view, shown, forms))
        @if shown.goal.in_force().is_some() { section.stack { (chart(view, &shown.goal, &shown.sessions, shown.side)) } }
        (ratings(view, shown))
        (earlier(view, shown))
        (ending_form(view, shown, &forms.end))
    })
}

/// The version in force, or the one that is proposed.
fn what(view: &View, shown: &Shown) -> Markup {
    let (words, goal) = (view.words, &shown.goal);
    let Some(version) = goal.shown() else { return Markup::default() };
    let change = Button::link(format!("{}/revise", shown.side.address(goal.id)), say!(words, "goals-revise"));
    html! {
        section.stack {
            (own(&version.terms.words))
            @if let Some(ended) = &goal.ended {
                (callout(Tone::Plain, html! {
                    p { strong { (words.say(ended.ending.how.name_key(), None)) } " " (view.moment(ended.at)) }
                    @if !ended.ending.words.is_empty() { p.voice { (ended.ending.words) } }
                }))
            }
            @if !shown.is_seated { (callout(Tone::Note, html! { p { (say!(words, "goals-conflict-left")) } })) }
            @if is_due(view, goal) { (callout(Tone::Note, html! { p { (say!(words, "goals-review-due-long")) } })) }
            (terms(view, goal, version, shown.side))
            @if shown.side == Side::Own { (seen(say!(words, "goals-seen", names = shown.readers.join(", ")))) }
            @if is_changeable(shown) { (actions(change.outline().icon(Icon::Pen))) }
        }
    }
}

/// Whether this reader may change something here.
fn is_changeable(shown: &Shown) -> bool {
    shown.goal.is_open() && shown.is_seated && shown.may_agree
}

/// What a version says, but for the words of the goal.
fn terms(view: &View, goal: &Goal, version: &Version, side: Side) -> Markup {
    let words = view.words;
    let terms = &version.terms;
    let mut lines: Vec<(Said, Markup)> = Vec::new();
    if let Some((scale, value, _)) = goal.at(view.now) {
        lines.push((say!(words, "goals-fact-now"), html! { (in_words(words, scale, value)) }));
    }
    let start = terms.scale.start();
    lines.push((say!(words, "goals-fact-start"), html! { (in_words(words, &terms.scale, start)) }));
    if let Scale::Attainment { weight, .. } = &terms.scale {
        lines.push((say!(words, "goals-fact-weight"), html! { (say!(words, "goals-weight-of", weight = *weight)) }));
    }
    lines.push((say!(words, "goals-fact-review"), html! { (words.day_of_year(terms.review_on)) }));
    if let Some(instrument) = terms.linked_instrument() {
        lines.push((say!(words, "goals-fact-instrument"), html! { (instrument.short_title) }));
    }
    if let Some(title) = terms.linked_technique() {
        lines.push((say!(words, "goals-fact-technique"), html! { (title) }));
    }
    html! {
        @if !terms.why.is_empty() { p.voice { (terms.why) } }
        (card(facts(lines)))
        p.soft { (rated_by(view, goal, side)) }
        (levels(view, &terms.scale))
    }
}

/// What each level looks like, the best one first.
fn levels(view: &View, scale: &Scale) -> Markup {
    let name = |level: i8| {
        say!(view.words, "goals-value-level", level = signed(level), name = view.words.say(level_key(level), None))
    };
    let described = LEVELS.iter().rev().filter_map(|level| Some((name(*level), scale.describe(*level)?)));
    let described: Vec<(Said, &str)> = described.collect();
    html! { @if !described.is_empty() { (card(facts(described))) } }
}

/// A version that waits: for the reader, who can say yes, or for the other side.
fn proposal(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, goal) = (view.words, &shown.goal);
    let Some(version) = goal.proposed().filter(|_| goal.is_open()) else { return fields.summary() };
    let author = shown.names.of(view, shown.side, goal, version.author);
    let is_ones_own = (version.author == goal.person) == (shown.side == Side::Own);
    let is_change = goal.in_force().is_some();
    let (action, number) = (format!("{}/reply", shown.side.address(goal.id)), version.number.to_string());
    let button = |word, text: Said| Button::submit(text).named("reply", word);
    let agree = html! {
        div.actions {
            (post(&action, &[("version", &number)], &button("agree", say!(words, "goals-agree"))))
            @if is_change { (post(&action, &[("version", &number)], &button("keep", say!(words, "goals-keep")).outline())) }
        }
    };
    html! {
        section.stack {
            (fields.summary())
            h2 { (if is_change { say!(words, "goals-proposed-change") } else { say!(words, "goals-proposed") }) }
            p { (say!(words, "goals-proposed-by", name = author, time = view.moment(version.written_at))) }
            @if is_change { (own(&version.terms.words)) (terms(view, goal, version, shown.side)) }
            @if is_ones_own || !is_changeable(shown) { p.soft { (say!(words, "goals-waits-long")) } } @else { (agree) }
        }
    }
}

fn rating_form(view: &View, shown: &Shown, forms: &Forms<'_>) -> Markup {
    let (words, goal, fields) = (view.words, &shown.goal, &forms.rate);
    let is_open = goal.is_open() && shown.is_seated && shown.may_rate;
    let version = goal.in_force().filter(|version| is_open && shown.side.rates(version.terms.rater));
    let Some(version) = version else {
        return html! { (fields.summary()) @if !forms.unsent.is_empty() { (own(&forms.unsent)) } };
    };
    let ask = say!(words, "goals-rate-ask");
    let form = html! {
        @match &version.terms.scale {
            Scale::Attainment { .. } => (fields.radios("value", ask, level_choices(view, &version.terms.scale))),
            Scale::Outcome { .. } => {
                (fields.scale("value", ask, &say!(words, "goals-scale-low"), &say!(words, "goals-scale-high")))
            }
        }
        (fields.area("said", say!(words, "goals-rate-words")).hint(say!(words, "goals-optional")).voice())
        (fields.select("session", say!(words, "goals-rate-session"), session_choices(view, &shown.sessions)))
        (actions(Button::submit(say!(words, "goals-rate"))))
    };
    html! {
        section.stack {
            h2 { (say!(words, "goals-rate-heading")) }
            (fields.form(&format!("{}/rate", shown.side.address(goal.id)), &form))
        }
    }
}

/// Each level in the words that were agreed for it.
fn level_choices(view: &View, scale: &Scale) -> Vec<Choice> {
    let choice = |level: &i8| {
        let name = say!(
            view.words,
            "goals-value-level",
            level = signed(*level),
            name = view.words.say(level_key(*level), None)
        );
        Choice::new(level.to_string(), scale.describe(*level).unwrap_or_default()).small(name)
    };
    LEVELS.iter().map(choice).collect()
}

/// No session, and each one that has begun, the newest first.
fn session_choices(view: &View, sessions: &[Session]) -> Vec<Choice> {
    let none = Choice::new("", say!(view.words, "goals-no-session"));
    let begun = sessions.iter().rev().filter(|session| session.starts_at <= view.now);
    let choice = |session: &Session| Choice::new(session.id.to_string(), session_in_words(view, session));
    std::iter::once(none).chain(begun.map(choice)).collect()
}

fn session_in_words(view: &View, session: &Session) -> Said {
    say!(view.words, "goals-session", number = session.number, day = view.day(session.starts_at))
}

/// Every rating with its words, the newest first.
fn ratings(view: &View, shown: &Shown) -> Markup {
    let (words, goal) = (view.words, &shown.goal);
    let line = |rating: &Rating| {
        let version = goal.versions.iter().find(|version| version.number == rating.version);
        let value = version.map(|version| in_words(words, &version.terms.scale, rating.value)).unwrap_or_default();
        let session = shown.sessions.iter().find(|session| Some(session.id) == rating.session);
        let by = shown.names.of(view, shown.side, goal, rating.by);
        html! {
            li.stack.stack--tight {
                p { b { (value) } " " span.soft { (say!(words, "goals-rating-by", name = by, time = view.moment(rating.at))) } }
                @if let Some(session) = session { p.soft { (session_in_words(view, session)) } }
                @if !rating.words.is_empty() { p.voice { (rating.words) } }
            }
        }
    };
    html! {
        @if !goal.ratings.is_empty() {
            (fold(say!(words, "goals-ratings", count = goal.ratings.len()), html! {
                ul.plain.stack { @for rating in goal.ratings.iter().rev() { (line(rating)) } }
            }))
        }
    }
}

/// Versions that hold no more, or never did.
fn earlier(view: &View, shown: &Shown) -> Markup {
    let (words, goal) = (view.words, &shown.goal);
    let now = [goal.shown(), goal.proposed()].map(|version| version.map(|version| version.number));
    let before: Vec<&Version> =
        goal.versions.iter().rev().filter(|version| !now.contains(&Some(version.number))).collect();
    html! {
        @if !before.is_empty() {
            (fold(say!(words, "goals-earlier"), html! {
                @for version in before {
                    @let author = shown.names.of(view, shown.side, goal, version.author);
                    p.soft { (say!(words, "goals-proposed-by", name = author, time = view.moment(version.written_at))) }
                    (own(&version.terms.words))
                    @if !version.terms.why.is_empty() { p.voice { (version.terms.why) } }
                    (levels(view, &version.terms.scale))
                }
            }))
        }
    }
}

fn ending_form(view: &View, shown: &Shown, fields: &Fields<'_>) -> Markup {
    let (words, goal) = (view.words, &shown.goal);
    let may_end = goal.is_open() && shown.may_agree && (shown.is_seated || shown.side == Side::Care);
    if !may_end {
        return fields.summary();
    }
    let choices = How::ALL.iter().map(|how| Choice::new(how.word(), words.say(how.name_key(), None))).collect();
    let form = html! {
        (fields.radios("how", say!(words, "goals-end-how"), choices))
        (fields.area("last", say!(words, "goals-end-words")).hint(say!(words, "goals-optional")).voice())
        (actions(Button::submit(say!(words, "goals-end")).outline()))
    };
    let form = fields.form(&format!("{}/end", shown.side.address(goal.id)), &form);
    html! {
        section.stack { h2 { (say!(words, "goals-end-heading")) } p.soft { (say!(words, "goals-end-about")) } (form) }
    }
}
