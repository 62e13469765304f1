//! One invented group is told from its founding to today, by the acts of those who lead it and sit in it.

use jiff::civil::time;

use super::build::{Builder, Staff, ZONE};
use super::course::answers;
use super::people::{Member, profile};
use crate::access::{About, Actor, Deed, Standing};
use crate::assessments::{Sheet, Template, asked_of, distribute, set_battery, submit};
use crate::clock::Span;
use crate::groups::{
    Charter, Format, Founding, GroupState, GroupWords, LeaderRole, Series, Session, advance, appoint, found, may_run,
    plan_series, take_seat,
};
use crate::id::{GroupId, PersonId};
use crate::identity::{AccountKind, add_person, open_account};
use crate::sessions::{Mark, Presence, ask_after, close, mark, open};
use crate::work::Work;
use crate::{Result, id};

/// Sessions in a course.
const SESSIONS: u32 = 12;

/// What is told of one group.
pub(super) struct Plan {
    pub members: &'static [Member],
    pub template: Template,
    /// The day of the next session, counted from today; a negative one lies behind, and the next is a week later.
    pub day: i64,
    pub focus: &'static str,
    pub approach: &'static str,
    /// Sessions that lie behind.
    pub held: u32,
}

/// A group that is being told.
pub(super) struct Circle<'a> {
    builder: &'a Builder,
    leader: Actor,
    group: GroupId,
    members: Vec<(PersonId, &'static Member)>,
}

impl<'a> Circle<'a> {
    /// Tells the whole group.
    pub async fn tell(builder: &'a Builder, staff: &Staff, plan: &Plan) -> Result<()> {
        let leader = builder.as_person(staff.mara);
        let weekday = builder.at(plan.day, time(18, 0, 0, 0))?;
        let words = GroupWords {
            name: format!("{} group", weekday_of(weekday)),
            focus: plan.focus.to_owned(),
            approach: plan.approach.to_owned(),
            place: "Room 2, first floor".to_owned(),
        };
        let founding = Founding {
            charter: Charter::therapy(),
            format: Format::Closed,
            capacity: 10,
            zone: ZONE.to_owned(),
            words,
        };
        let app = &builder.app;
        let group = app.write(leader, async move |work| found(work, &founding).await).await?;
        let (ben, ines) = (staff.ben, staff.ines);
        app.write(leader, async move |work| appoint(work, group, ben, LeaderRole::CoLeader).await).await?;
        app.write(leader, async move |work| appoint(work, group, ines, LeaderRole::Supervisor).await).await?;
        app.write(leader, async move |work| advance(work, group, GroupState::Recruiting).await).await?;
        let mut circle = Circle { builder, leader, group, members: Vec::new() };
        circle.seat_all(plan.members).await?;
        app.write(leader, async move |work| advance(work, group, GroupState::Running).await).await?;
        let battery = plan.template.battery();
        app.write(leader, async move |work| set_battery(work, group, &battery).await).await?;
        let sessions = circle.plan(plan).await?;
        circle.hold_all(&sessions, plan.held).await
    }

    async fn seat_all(&mut self, members: &'static [Member]) -> Result<()> {
        let group = self.group;
        for member in members {
            let seating = self.builder.app.write(self.leader, async move |work| {
                let grant = may_run(work, group).await?;
                let person = add_person(work, &grant, &profile(member.called, member.legal)).await?;
                let about = work.about(&grant, person);
                open_account(work, &about, person, AccountKind::Member, None).await?;
                take_seat(work, &about, group, person, member.called).await?;
                Ok(person)
            });
            self.members.push((seating.await?, member));
        }
        Ok(())
    }

    async fn plan(&self, plan: &Plan) -> Result<Vec<Session>> {
        let weeks_back = i64::from(plan.held) * 7;
        let next = if plan.day < 0 { plan.day + 7 } else { plan.day };
        let first = self.builder.today().checked_add(jiff::Span::new().days(next - weeks_back));
        let first = first.map_err(|cause| crate::Error::bug(cause.to_string()))?.at(18, 0, 0, 0);
        let (group, series) = (self.group, Series { first, minutes: 90, count: SESSIONS, every_weeks: 1 });
        self.builder.app.write(self.leader, async move |work| plan_series(work, group, series).await).await
    }

    async fn hold_all(&self, sessions: &[Session], held: u32) -> Result<()> {
        let now = self.builder.now;
        for session in sessions {
            let opens_at = session.starts_at - Span::hours(47);
            if opens_at > now {
                break;
            }
            self.builder.set_clock(opens_at);
            let id = session.id;
            self.builder.app.write(self.builder.system(), async move |work| distribute(work, id.0, 0).await).await?;
            let answered_at = session.starts_at - Span::hours(5);
            let is_next = session.number > held;
            self.builder.set_clock(if is_next { now - Span::minutes(20) } else { answered_at });
            self.answer_all(session.number, is_next).await?;
            if !is_next {
                self.hold(session).await?;
                self.answer_all(session.number, false).await?;
            }
        }
        Ok(())
    }

    /// Before the next session only some have answered yet; the first of the list still has it before them.
    async fn answer_all(&self, number: u32, is_next: bool) -> Result<()> {
        for (at, (person, member)) in self.members.iter().enumerate() {
            if is_next && at % 3 != 1 {
                continue;
            }
            let (person, member) = (*person, *member);
            let lean = u32::try_from(at % 4).unwrap_or(0) * 2;
            let answering = self.builder.app.write(self.builder.as_person(person), async move |work| {
                answer_everything(work, person, member, number, lean).await
            });
            answering.await?;
        }
        Ok(())
    }

    async fn hold(&self, session: &Session) -> Result<()> {
        let (app, id) = (&self.builder.app, session.id);
        self.builder.set_clock(session.starts_at);
        let leader = self.builder.as_person(self.leader.person().unwrap_or(PersonId([0; 16])));
        app.write(leader, async move |work| open(work, id).await).await?;
        let marks: Vec<Mark> =
            self.members.iter().enumerate().map(|(at, (person, _))| mark_of(*person, at, session)).collect();
        let marking = app.write(leader, async move |work| {
            for one in &marks {
                mark(work, id, one).await?;
            }
            Ok(())
        });
        marking.await?;
        self.builder.set_clock(session.ends_at);
        app.write(leader, async move |work| close(work, id).await).await?;
        app.write(self.builder.system(), async move |work| ask_after(work, id.0).await).await
    }
}

async fn answer_everything(
    work: &mut Work<'_>,
    person: PersonId,
    member: &Member,
    number: u32,
    lean: u32,
) -> Result<()> {
    let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
    for asked in asked_of(work, &grant, person).await? {
        let positions = answers(asked.instrument, member.fares, number, lean);
        submit(work, asked.id, &Sheet { key: id::random()?, positions, ..Sheet::default() }).await?;
    }
    Ok(())
}

/// Most come; one is late at times, one is away with word, one stayed away without.
fn mark_of(person: PersonId, at: usize, session: &Session) -> Mark {
    let (presence, minutes) = match (at, session.number) {
        (2, 5) => (Presence::AbsentSilent, 0),
        (2, 3) | (5, 4) => (Presence::AbsentTold, 0),
        (6, 2 | 5) => (Presence::Late, 75),
        _ => (Presence::Present, 90),
    };
    Mark { person, presence, minutes, words: None }
}

fn weekday_of(at: crate::clock::Timestamp) -> String {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    let zone = jiff::tz::TimeZone::get(ZONE).unwrap_or(jiff::tz::TimeZone::UTC);
    at.to_zoned_datetime(zone).strftime("%A").to_string()
}
