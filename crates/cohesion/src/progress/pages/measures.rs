//! A group's measures: everyone's start, scores, change in words and attendance, in one table.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use measures::Instrument;
use measures::change::{Concern, ReliableChange, Trend, Yardstick};
use serde::Deserialize;

use super::course::rests_on;
use crate::access::Standing;
use crate::app::App;
use crate::assessments::{Line, Overview, Point, Reader, SAID_OF_AT_LEAST, look_in_words, met_in_words, overview};
use crate::groups::{self, Group, Session, SessionState};
use crate::id::GroupId;
use crate::identity::Who;
use crate::sessions::{Attendance, Presence, attendance_in};
use crate::web::charts::{self, Cell, Heat, HeatRow, Range, attendance_key, heat, heat_key, number};
use crate::web::parts::{Button, Column, Icon, Tone, actions, missing, person, table, tag};
use crate::web::{Page, Path, Query, Said, View, Width};
use crate::{Error, Result, say};

/// Which instrument to look at.
#[derive(Deserialize)]
pub(super) struct Wanted {
    of: Option<String>,
}

struct Shown {
    group: Group,
    standing: Standing,
    overview: Option<Overview>,
    sessions: Vec<Session>,
    attendance: Vec<Attendance>,
}

/// The table for one instrument, the one that tells most unless another is named.
pub(super) async fn show(
    State(app): State<App>,
    who: Who,
    Path(id): Path<GroupId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response> {
    let reading = app.read(who.actor, async move |work| {
        let overview = match overview(work, id, wanted.of.clone()).await {
            Ok(overview) => Some(overview),
            Err(Error::Conflict(_)) => None,
            Err(error) => return Err(error),
        };
        let grant = groups::may_see(work, id).await?;
        let group = groups::group(work, &grant, id).await?;
        let (sessions, attendance) = (groups::sessions(work, id).await?, attendance_in(work, id).await?);
        let standing = groups::standing(work, id).await?;
        Ok(Shown { group, standing, overview, sessions, attendance })
    });
    let shown = reading.await?;
    Ok(page(&who.view, &shown).into_response())
}

fn page(view: &View, shown: &Shown) -> Page {
    let (words, id) = (view.words, shown.group.id);
    let body = match &shown.overview {
        None => html! {
            p.lead { (say!(words, "progress-no-battery")) }
            (actions(Button::link(format!("/care/groups/{id}/questions"), say!(words, "progress-choose-battery"))))
        },
        Some(overview) => html! {
            (missing(view, overview.damaged()))
            (summary(view, overview))
            @if overview.instrument.total.is_some() {
                (scores(view, shown, overview))
                (keys(view, overview))
            } @else {
                (results(view, overview))
            }
        },
    };
    Page::new(view, "progress-title-measures")
        .width(Width::Wide)
        .crumb("/care/groups", say!(words, "place-groups").to_string())
        .crumb(format!("/care/groups/{id}"), shown.group.words.name.clone())
        .heading(&shown.group.words.name)
        .tabs(groups::tabs(view, &shown.group, shown.standing))
        .body(body)
}

/// Trend words before numbers; nothing is said of fewer than four. What is missing is said.
fn summary(view: &View, overview: &Overview) -> Markup {
    let words = view.words;
    let title = &overview.instrument.short_title;
    let (answered, asked) = overview.answered_of();
    let is_judged = known_change(overview.instrument).is_some();
    html! {
        section.stack.stack--tight {
            h2 { (heading(view, overview)) }
            @if overview.instrument.total.is_some() { p { (reliable(view, overview.instrument)) } }
            p.soft {
                (say!(words, "progress-answered", answered = answered, asked = asked))
                @if is_judged && overview.uncounted > 0 { " " (say!(words, "progress-uncounted", count = overview.uncounted)) }
            }
            @if !overview.others.is_empty() {
                p.cluster {
                    span.soft { (say!(words, "progress-looking-at", title = title)) }
                    @for other in &overview.others { a href={ "?of=" (other.id) } { (other.short_title) } }
                }
            }
        }
    }
}

fn heading(view: &View, overview: &Overview) -> Said {
    let words = view.words;
    match overview.summary {
        Some(counted) => {
            say!(words, "progress-group", better = counted.better, same = counted.same, worse = counted.worse)
        }
        None if overview.instrument.total.is_none() => say!(words, "progress-group-not-added"),
        None if known_change(overview.instrument).is_none() => say!(words, "progress-group-unjudged"),
        None => say!(words, "progress-group-too-small", count = SAID_OF_AT_LEAST),
    }
}

fn known_change(instrument: &Instrument) -> Option<ReliableChange> {
    Yardstick::of(instrument).and_then(|yardstick| yardstick.reliable)
}

fn reliable(view: &View, instrument: &Instrument) -> Said {
    if let Some(change) = known_change(instrument) {
        return say!(view.words, "progress-clearly", points = number(change.points()), title = &instrument.title);
    }
    say!(view.words, "progress-no-threshold", title = &instrument.title)
}

fn scores(view: &View, shown: &Shown, overview: &Overview) -> Markup {
    let columns = columns(view, shown, overview);
    let range = overview.instrument.total_range().unwrap_or(0..=0);
    let hrefs: Vec<String> =
        overview.lines.iter().map(|line| format!("/care/people/{}/progress", line.person)).collect();
    let rows = overview.lines.iter().zip(&hrefs).map(|(line, href)| row(view, shown, &columns, line, href)).collect();
    let label = say!(view.words, "progress-table").to_string();
    let start = say!(view.words, "chart-start").to_string();
    heat(
        view,
        &Heat {
            label: &label,
            columns: std::iter::once(start).chain(columns.iter().map(|session| session.number.to_string())).collect(),
            range: Range::new(f64::from(*range.start()), f64::from(*range.end())),
            rows,
        },
    )
}

/// The sessions that have begun, and those ahead for which somebody has answered already: what is counted is shown.
fn columns<'s>(view: &View, shown: &'s Shown, overview: &Overview) -> Vec<&'s Session> {
    let points = || overview.lines.iter().flat_map(|line| &line.course.points);
    let is_answered = |session: &Session| points().any(|at| at.session == session.number && at.answer.is_some());
    let is_shown = |session: &&Session| session.starts_at <= view.now || is_answered(session);
    shown.sessions.iter().filter(|session| session.state != SessionState::Cancelled).filter(is_shown).collect()
}

/// Everyone's latest answers to a questionnaire that is not added up: when, what is met, what is worth a glance.
fn results(view: &View, overview: &Overview) -> Markup {
    let words = view.words;
    let (who, when, result) =
        (say!(words, "chart-person"), say!(words, "progress-answered-on"), say!(words, "progress-result"));
    let columns = [Column::Words(&who), Column::Words(&when), Column::Words(&result)];
    let row = |line: &Line| {
        let href = format!("/care/people/{}/progress", line.person);
        let latest = line.course.latest();
        let on = latest.map_or_else(|| say!(words, "chart-no-answer"), |(_, at)| view.moment(at));
        vec![html! { (person(&line.called, Some(&href))) }, html! { (on) }, result_of(view, line)]
    };
    table(say!(words, "progress-results"), &columns, overview.lines.iter().map(row))
}

fn result_of(view: &View, line: &Line) -> Markup {
    let instrument = line.course.instrument;
    let Some((answer, _)) = line.course.latest() else { return html! { "–" } };
    let met = met_in_words(view, instrument, &answer.score);
    html! {
        @if let Some(met) = &met { (tag(Tone::Note, Some(Icon::Info), say!(view.words, "progress-met"))) " " (met) }
        @for look in &answer.looks { p { (look_in_words(view, instrument, look)) } }
        @if met.is_none() && answer.looks.is_empty() { (say!(view.words, "progress-nothing-stands-out")) }
    }
}

fn row<'a>(view: &View, shown: &Shown, columns: &[&Session], line: &'a Line, href: &'a str) -> HeatRow<'a> {
    let instrument = line.course.instrument;
    let cell = |point: &Point| match point.total() {
        Some(score) => {
            Cell::Score { score, depth: depth(instrument, score), note: rests_on(view, point, Reader::Clinician) }
        }
        None => Cell::NoScore(rests_on(view, point, Reader::Clinician)),
    };
    let at = |number: u32| {
        let mut points = line.course.points.iter().rev().filter(|point| point.session == number);
        let answered = points.clone().find(|point| point.answer.is_some());
        answered.or_else(|| points.next()).map_or(Cell::NotAsked, cell)
    };
    let start = line.course.points.iter().find(|point| point.total().is_some()).map_or(Cell::NotAsked, cell);
    let change = known_change(instrument).map(|change| change.points());
    let begun = columns.iter().filter(|session| session.starts_at <= view.now);
    HeatRow {
        name: &line.called,
        href,
        scores: std::iter::once(start).chain(columns.iter().map(|session| at(session.number))).collect(),
        usual: line.course.ends().zip(change).map(|((first, _), points)| (first - points, first + points)),
        change: change_in_words(view, line),
        sessions: begun.map(|session| presence(shown, line, session)).collect(),
    }
}

/// How heavy a score is, from 0 to 4, by the place of its band.
fn depth(instrument: &Instrument, total: f64) -> u8 {
    let bands = instrument.total.as_ref().map(|scale| scale.bands.as_slice()).unwrap_or_default();
    let below = bands.iter().filter(|band| f64::from(band.from) <= total).count().saturating_sub(1);
    let steps = bands.len().saturating_sub(1).max(1);
    u8::try_from(below * 4 / steps).unwrap_or(4).min(4)
}

fn change_in_words(view: &View, line: &Line) -> Markup {
    let words = view.words;
    let difference = line.course.ends().map(|(first, last)| last - first);
    let said = match line.course.trend {
        Some(Trend::Better) => say!(words, "progress-clearly-better"),
        Some(Trend::Same) => say!(words, "progress-no-clear-change"),
        Some(Trend::Worse) => say!(words, "progress-clearly-worse"),
        None if line.course.scored() > 1 => say!(words, "progress-unjudged"),
        None => say!(words, "progress-one-score"),
    };
    html! {
        @match line.course.warnings.first().map(|warning| warning.concern) {
            Some(Concern::Red) => (tag(Tone::Help, Some(Icon::Alert), &said)),
            Some(Concern::Amber) => (tag(Tone::Note, Some(Icon::Info), &said)),
            None => (said),
        }
        @if let Some(difference) = difference { " " span.soft { (signed(difference)) } }
    }
}

/// "+6", "−7" or "0".
fn signed(difference: f64) -> String {
    match difference {
        up if up > 0.0 => format!("+{}", number(up)),
        other => number(other),
    }
}

fn presence(shown: &Shown, line: &Line, session: &Session) -> charts::Presence {
    let mark = shown.attendance.iter().find(|kept| kept.session == session.id && kept.mark.person == line.person);
    match mark.map(|kept| kept.mark.presence) {
        Some(Presence::Present | Presence::Remote | Presence::Removed) => charts::Presence::Came,
        Some(Presence::Late | Presence::LeftEarly) => charts::Presence::Late,
        Some(Presence::AbsentTold) => charts::Presence::Told,
        Some(Presence::AbsentSilent | Presence::NotAdmitted) => charts::Presence::Away,
        Some(Presence::Excused) | None => charts::Presence::NotAsked,
    }
}

fn keys(view: &View, overview: &Overview) -> Markup {
    let instrument = overview.instrument;
    let is_prorated = overview.lines.iter().any(|line| line.course.points.iter().any(Point::is_prorated));
    let bands = instrument.total.as_ref().map(|scale| scale.bands.as_slice()).unwrap_or_default();
    let named: Vec<(u8, String)> = bands
        .iter()
        .map(|band| (depth(instrument, f64::from(band.from)), format!("{}–{} {}", band.from, band.to, band.name)))
        .collect();
    let levels: Vec<(u8, &str)> = named.iter().map(|(level, text)| (*level, text.as_str())).collect();
    html! {
        div.pair {
            section.stack.stack--tight { h3 { (say!(view.words, "progress-reading-scores")) } (heat_key(view, &levels)) @if is_prorated { p.soft { (say!(view.words, "progress-star")) } } }
            section.stack.stack--tight { h3 { (say!(view.words, "progress-reading-attendance")) } (attendance_key(view)) }
        }
        p.soft { (say!(view.words, "progress-order")) }
    }
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::{depth, signed};

    #[test]
    fn a_heavier_band_is_a_deeper_ink() {
        let phq = Catalogue::built_in().get("phq-9").expect("it is built in");
        let depths = [0.0, 4.0, 5.0, 10.0, 15.0, 20.0, 27.0].map(|total| depth(phq, total));
        assert_eq!(depths, [0, 0, 1, 2, 3, 4, 4]);
    }

    #[test]
    fn a_difference_always_says_its_direction() {
        assert_eq!([6.0, -7.0, 0.0].map(signed), ["+6", "−7", "0"]);
    }
}
