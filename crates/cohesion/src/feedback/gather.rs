//! What one member's own records show: read source by source as far as the reader may, then reckoned with by pure code.
//!
//! Every function here takes one person. A therapist's statements rest on what the member shows; the member's own rest on all
//! that is theirs, and the difference is worked out, never guessed.

use jiff::tz::TimeZone;
use patterns::attendance::{Arrival, Visit};
use patterns::avoidance::{PutOff, What};
use patterns::homework::{State, Task};
use patterns::participation::Speaking;
use patterns::trend::Total;
use patterns::{
    Day, Say, Statement, activity, attendance, avoidance, daily, exposure, homework, participation, skills, thoughts,
    trend,
};

use super::calendar::day_at;
use super::sheets::Sheets;
use super::{Mine, Patterns, Remark, Told, deeds, remark, sayings};
use crate::assessments::{Course, courses_of};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Session, sessions};
use crate::id::{GroupId, PersonId};
use crate::room::spoken_by;
use crate::sessions::{Attendance, Presence, attendance_of};
use crate::techniques::{self, Homework, Material, Sheet, SheetId, SheetState, TaskState};
use crate::web::words::Words;
use crate::work::Work;
use crate::{Error, Result};

/// Forms whose being left undone counts as something feared that was put off.
const EXPOSURES: [&str; 3] = ["exposure-hierarchy", "exposure-log", "erp-log"];

/// One member's records in one group, as far as somebody reads them.
struct Records {
    zone: TimeZone,
    now: Timestamp,
    courses: Vec<Course>,
    tasks: Vec<Given>,
    sheets: Vec<Sheet>,
    /// Empty for the member: coming and staying away is nothing that they are held to.
    visits: Vec<(Session, Attendance)>,
    /// Turns, where they agreed to be counted; empty for the member for the same reason.
    turns: Vec<(Session, u32)>,
}

/// One task as it was given.
struct Given {
    homework: Homework,
    state: TaskState,
    words: Option<String>,
    changed_at: Timestamp,
    sheet: Option<SheetId>,
}

/// What a member's records show to those who lead the group, with the member's word beside each statement.
pub async fn patterns_of(work: &mut Work<'_>, words: Words, group: GroupId, person: PersonId) -> Result<Patterns> {
    let grant = deeds::may_see_patterns(work, group, person).await?;
    let records = shown_records(work, group, person).await?;
    let said = remark::remarks_of(work, &grant, group, person).await?;
    let theirs = |told: &Told| said.readable.iter().find(|remark| remark.key == told.key && remark.is_shared).cloned();
    let told = state(words, &records);
    Ok(Patterns { told: told.into_iter().map(|told| (told.clone(), theirs(&told))).collect(), damaged: said.damaged })
}

/// What the actor's own records in a group show to them.
pub async fn my_patterns(work: &mut Work<'_>, words: Words, group: GroupId) -> Result<Vec<Mine>> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = deeds::may_see_patterns(work, group, person).await?;
    let said = remark::remarks_of(work, &grant, group, person).await?;
    let mut records = own_records(work, group, person).await?;
    let all = members_own(words, &records);
    records.sheets.retain(Sheet::is_shown_to_leaders);
    let shared = members_own(words, &records);
    let mine = |told: Told| {
        let is_shared = shared.contains(&told);
        let remark: Option<Remark> = said.readable.iter().find(|remark| remark.key == told.key).cloned();
        Mine { told, is_shared, remark }
    };
    Ok(all.into_iter().map(mine).collect())
}

fn members_own(words: Words, records: &Records) -> Vec<Told> {
    state(words, records).into_iter().filter(Told::is_for_members).collect()
}

async fn own_records(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Records> {
    let mut records = measured(work, group, person).await?;
    let sheets = techniques::own_sheets(work).await?;
    records.sheets = finished(group, sheets.into_iter().filter_map(|listed| listed.sheet));
    for task in techniques::my_tasks(work).await?.readable.into_iter().filter(|task| task.homework.group == group) {
        let words = Some(task.words).filter(|words| !words.is_empty());
        let (state, changed_at, sheet) = (task.state, task.changed_at, task.sheet);
        records.tasks.push(Given { homework: task.homework, state, words, changed_at, sheet });
    }
    Ok(records)
}

async fn shown_records(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Records> {
    let mut records = measured(work, group, person).await?;
    let sheets = techniques::sheets_shown_by(work, person).await?;
    records.sheets = finished(group, sheets.into_iter().filter_map(|listed| listed.sheet));
    let charter = groups::charter_of(work, group).await?;
    if charter.allow(Capability::HomeworkReview).is_ok() {
        for standing in techniques::homework_in(work, group).await?.readable {
            let own = standing.lines.into_iter().find(|line| line.person == person);
            let Some(line) = own.filter(|_| standing.homework.ended_at.is_none()) else { continue };
            let (state, words, changed_at, sheet) = (line.state, line.words, line.changed_at, line.sheet);
            records.tasks.push(Given { homework: standing.homework, state, words, changed_at, sheet });
        }
    }
    if charter.allow(Capability::MemberAttendance).is_ok() {
        let held = sessions(work, group).await?;
        for (id, spoken) in spoken_by(work, group, person).await? {
            let session = held.iter().find(|session| session.id == id);
            records.turns.extend(session.map(|session| (*session, spoken.turns)));
        }
        for mark in attendance_of(work, group, person).await? {
            let session = held.iter().find(|session| session.id == mark.session);
            records.visits.extend(session.map(|session| (*session, mark)));
        }
    }
    Ok(records)
}

async fn measured(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Records> {
    let charter = groups::charter_of(work, group).await?;
    let courses = match charter.allow(Capability::OutcomeMeasures) {
        Ok(()) => courses_of(work, group, person).await?,
        Err(_) => Vec::new(),
    };
    let zone = groups::zone_of(work, group).await?;
    Ok(Records {
        zone,
        now: work.now(),
        courses,
        tasks: Vec::new(),
        sheets: Vec::new(),
        visits: Vec::new(),
        turns: Vec::new(),
    })
}

fn finished(group: GroupId, sheets: impl Iterator<Item = Sheet>) -> Vec<Sheet> {
    sheets.filter(|sheet| sheet.group == group && sheet.state == SheetState::Finished).collect()
}

/// Every statement that the records carry, in the order in which it is read. Below the minimum of data there is none.
fn state(words: Words, records: &Records) -> Vec<Told> {
    let mut told = courses(records);
    told.extend(homework_of(records));
    let sheets = Sheets { all: &records.sheets, zone: &records.zone };
    told.extend(diary(words, &sheets));
    let thought_records = sheets.records();
    told.extend(named("thoughts:belief", thoughts::belief(&thought_records)));
    told.extend(named("thoughts:habit", thoughts::habit(&thought_records)));
    let activities = sheets.activities();
    told.extend(named("activity:pleasure", activity::pleasure(&activities)));
    told.extend(named("activity:mastery", activity::mastery(&activities)));
    let exposures = sheets.exposures();
    told.extend(named("exposure:outcome", exposure::outcome(&exposures)));
    told.extend(named("exposure:within", exposure::within(&exposures)));
    told.extend(named("exposure:between", exposure::between(&exposures)));
    told.extend(named("avoidance", avoidance::question(&put_off(records))));
    let visits: Vec<Visit> =
        records.visits.iter().filter_map(|(session, kept)| visit(session, kept, records)).collect();
    told.extend(named("attendance:rate", attendance::rate(&visits)));
    told.extend(named("attendance:away", attendance::away(&visits)));
    told.extend(named("attendance:later", attendance::later(&visits)));
    told.extend(speaking(records));
    told.retain(|told| sayings::can_be_said(&told.statement));
    told
}

fn named(key: impl Into<String>, statement: Option<Statement>) -> Option<Told> {
    Some(Told { key: key.into(), about: None, instrument: None, statement: statement? })
}

fn courses(records: &Records) -> Vec<Told> {
    let told = |course: &Course| {
        let yardstick = measures::change::Yardstick::of(course.instrument)?;
        let total =
            |point: &crate::assessments::Point| Some(Total { day: records.day(point.at), points: point.total()? });
        let totals: Vec<Total> = course.points.iter().filter_map(total).collect();
        Some(Told {
            key: format!("trend:{}", course.instrument.id),
            about: Some(course.instrument.short_title.clone()),
            instrument: Some(course.instrument.id.as_str()),
            statement: trend::totals(&yardstick, &totals)?,
        })
    };
    records.courses.iter().filter_map(told).collect()
}

fn homework_of(records: &Records) -> Vec<Told> {
    let sheets = Sheets { all: &records.sheets, zone: &records.zone };
    let is_due = |given: &&Given| given.state.is_over() || given.homework.due_at <= records.now;
    let task = |given: &Given| Task {
        given: records.day(given.homework.set_at),
        state: match given.state {
            TaskState::Done => State::Done(records.day(given.changed_at)),
            TaskState::Partly => State::Partly,
            TaskState::NotBegun | TaskState::Begun | TaskState::NotDone => State::NotDone,
        },
        difficulty: given.sheet.and_then(|sheet| sheets.difficulty(sheet)),
        obstacle: given.words.as_deref().map(|words| words.trim().to_lowercase()),
    };
    let tasks: Vec<Task> = records.tasks.iter().filter(is_due).map(task).collect();
    let told = [
        named("homework:done", homework::done(&tasks)),
        named("homework:latency", homework::latency(&tasks)),
        named("homework:obstacle", homework::obstacle(&tasks)),
        named("homework:difficulty", homework::difficulty(&tasks)),
    ];
    told.into_iter().flatten().collect()
}

/// Of moods and urges only what differs is told: nine times "about as ever" hides the one that matters.
fn diary(words: Words, sheets: &Sheets<'_>) -> Vec<Told> {
    let mut told = Vec::new();
    for (row, kept) in sheets.diaries(words) {
        let level = daily::level(&kept).filter(|statement| statement.say != Say::DailyLevel);
        told.extend(named(format!("daily:{row}:level"), level));
        told.extend(named(format!("daily:{row}:weekday"), daily::weekday(&kept)));
    }
    if let Some((pair, kept)) = sheets.skill_and_mood() {
        told.extend(named(format!("skills:{pair}:same"), skills::same_day(&kept)));
        told.extend(named(format!("skills:{pair}:next"), skills::next_day(&kept)));
    }
    told
}

/// How much somebody takes part in the talk: what has fallen, or else how it is. Held against their own sessions alone.
fn speaking(records: &Records) -> Option<Told> {
    let turns = records.turns.iter().map(|(session, turns)| (records.day(session.starts_at), *turns)).collect();
    let turns = Speaking::Turns(turns);
    let few = named("participation:few", participation::little(&turns));
    few.or_else(|| named("participation:level", participation::level(&turns)))
}

/// What was said to be not done this time, and questionnaires in which something was left open.
fn put_off(records: &Records) -> Vec<PutOff> {
    let is_exposure =
        |given: &Given| matches!(&given.homework.material, Material::Form(id) if EXPOSURES.contains(&id.as_str()));
    let undone = records.tasks.iter().filter(|given| given.state == TaskState::NotDone).map(|given| PutOff {
        day: records.day(given.changed_at),
        what: if is_exposure(given) { What::Exposure } else { What::NotToday },
    });
    let points = records.courses.iter().flat_map(|course| &course.points);
    let open =
        points.filter(|point| point.is_prorated()).map(|point| PutOff { day: records.day(point.at), what: What::Item });
    undone.chain(open).collect()
}

/// A session that was held for the member; nothing where it was called off for them, or they were not let in.
fn visit(session: &Session, kept: &Attendance, records: &Records) -> Option<Visit> {
    let day = records.day(session.starts_at);
    let arrival = match kept.mark.presence {
        Presence::Excused | Presence::NotAdmitted => return None,
        Presence::AbsentTold | Presence::AbsentSilent => Arrival::Away,
        Presence::Late => {
            let late = session.minutes().saturating_sub(kept.mark.minutes);
            Arrival::Came { late_min: u16::try_from(late).unwrap_or(u16::MAX) }
        }
        Presence::Present | Presence::LeftEarly | Presence::Remote | Presence::Removed => Arrival::Came { late_min: 0 },
    };
    Some(Visit { day, arrival })
}

impl Records {
    fn day(&self, moment: Timestamp) -> Day {
        day_at(moment, &self.zone)
    }
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::clock::Span;
    use crate::groups::SessionState;
    use crate::id::SessionId;

    const START: Timestamp = Timestamp(1_795_000_000_000);

    /// A week between two sessions, and as many turns in each.
    fn said(turns: &[u32]) -> Option<String> {
        let session = |(week, turns): (u8, &u32)| {
            let starts_at = START + Span::days(7 * i64::from(week));
            let ends_at = starts_at + Span::minutes(90);
            let (id, group, number) = (SessionId([week; 16]), GroupId([9; 16]), u32::from(week) + 1);
            (Session { id, group, number, starts_at, ends_at, state: SessionState::Held }, *turns)
        };
        let records = Records {
            zone: TimeZone::UTC,
            now: START,
            courses: Vec::new(),
            tasks: Vec::new(),
            sheets: Vec::new(),
            visits: Vec::new(),
            turns: (0..).zip(turns).map(session).collect(),
        };
        let told = state(Words::english(), &records);
        assert!(told.iter().all(|told| !told.is_for_members()), "for those who lead alone");
        told.first().map(|told| told.sentence(Words::english()).into_owned())
    }

    #[test]
    fn speaking_is_held_against_ones_own_sessions_from_the_fourth_on() {
        assert_eq!(said(&[9, 8, 7]), None);
        assert_eq!(
            said(&[9, 8, 7, 8]).as_deref(),
            Some("Takes the word about 8 times a session, over 4 sessions that were counted.")
        );
        assert_eq!(
            said(&[8, 9, 3, 2, 3]).as_deref(),
            Some(
                "Took the word less than half as often as usual (8.5 times) in each of the latest 3 sessions that were counted."
            )
        );
    }
}
