//! Scenarios of the floor of a meeting, on both engines.

mod access;
mod board;
mod forgetting;
mod hour;
mod hybrid;
mod nodes;
mod online;
mod online_bad;
mod pages;
mod script;
mod signed;
mod sitting_in;
mod talk_time;
mod turns;

use ::floor::{Order, Plan, Purpose, Request, Timer};

use super::keep::last;
use super::{Meeting, Press, Table, deeds, lead, meeting, press};
use crate::Result;
use crate::access::{About, Actor, Deed, Standing};
use crate::agreements::{Signing, sign, unsigned};
use crate::clock::Span;
use crate::groups::{
    self, Charter, Format, Founding, GroupState, LeaderRole, Series, Session, advance, appoint, found, may_run,
    plan_series, take_seat,
};
use crate::id::GroupId;
use crate::sessions::open;
use crate::testing::{TestClinic, founding, who};
use crate::work::Work;

/// A group at the hour of its meeting, with Robin, Fern and Gil.
struct Evening {
    /// Who leads it.
    leader: Actor,
    group: GroupId,
    session: Session,
    robin: Actor,
    fern: Actor,
    gil: Actor,
}

impl Evening {
    /// A support group that Finn facilitates; its meeting is open.
    async fn of_support(clinic: &TestClinic) -> Result<Self> {
        Self::open(clinic, Self::planned(clinic, Charter::support(), "").await?).await
    }

    /// A therapy group that works so; its session is open.
    async fn of_therapy(clinic: &TestClinic, approach: &str) -> Result<Self> {
        Self::open(clinic, Self::planned(clinic, Charter::therapy(), approach).await?).await
    }

    /// The same before it is opened.
    async fn planned(clinic: &TestClinic, charter: Charter, approach: &str) -> Result<Self> {
        let founder = clinic.clinician().await?;
        let words = groups::GroupWords { approach: approach.to_owned(), ..founding().words };
        let founding = Founding { charter, format: Format::Open, words, ..founding() };
        let group = clinic.write(founder, async move |work| found(work, &founding).await).await?;
        clinic.write(founder, async move |work| advance(work, group, GroupState::Recruiting).await).await?;
        let mut members = Vec::new();
        for called in ["Robin", "Fern", "Gil"] {
            let member = clinic.somebody(called).await?;
            clinic
                .write(founder, async move |work| {
                    let grant = may_run(work, group).await?;
                    let about = work.about(&grant, who(member));
                    take_seat(work, &about, group, who(member), called).await.map(|_| ())
                })
                .await?;
            signs(clinic, member, group).await?;
            members.push(member);
        }
        let leader = if charter == Charter::support() { clinic.facilitator().await? } else { founder };
        let planning = clinic.write(founder, async move |work| {
            if leader != founder {
                appoint(work, group, who(leader), LeaderRole::Facilitator).await?;
            }
            advance(work, group, GroupState::Running).await?;
            let first = jiff::civil::date(2026, 11, 25).at(18, 0, 0, 0);
            Ok(plan_series(work, group, Series { first, minutes: 90, count: 1, every_weeks: 1 }).await?[0])
        });
        let session = planning.await?;
        clinic.pass(session.starts_at - clinic.app.clock().now());
        let leader = clinic.signed_in(who(leader));
        Ok(Self { leader, group, session, robin: members[0], fern: members[1], gil: members[2] })
    }

    async fn open(clinic: &TestClinic, evening: Self) -> Result<Self> {
        let id = evening.session.id;
        clinic.write(evening.leader, async move |work| open(work, id).await).await?;
        Ok(evening)
    }

    /// The same, everybody having come.
    async fn gathered(self, clinic: &TestClinic) -> Result<Self> {
        for member in [self.robin, self.fern, self.gil] {
            self.press(clinic, member, Press::Come).await?;
        }
        Ok(self)
    }

    async fn press(&self, clinic: &TestClinic, actor: Actor, pressed: Press) -> Result<()> {
        let id = self.session.id;
        clinic.write(actor, async move |work| press(work, id, pressed).await).await
    }

    async fn lead(&self, clinic: &TestClinic, actor: Actor, request: Request) -> Result<()> {
        let id = self.session.id;
        clinic.write(actor, async move |work| lead(work, id, request).await).await
    }

    /// Two minutes each, in the order in which they came, and everybody sees the time.
    async fn begin(&self, clinic: &TestClinic) -> Result<()> {
        self.lead(clinic, self.leader, Request::Begin(two_minutes_each(Timer::Everybody))).await
    }

    async fn seen_by(&self, clinic: &TestClinic, actor: Actor) -> Result<Meeting> {
        let id = self.session.id;
        clinic.read(actor, async move |work| meeting(work, id).await).await
    }

    /// The floor as it is kept, with its version.
    async fn kept(&self, clinic: &TestClinic) -> Result<(Table, u32)> {
        let id = self.session.id;
        let reading = clinic.read(self.leader, async move |work| {
            let session = groups::session(work, id).await?;
            let grant = deeds::may_lead(work, &session).await?;
            let kept = last(work, &grant, &session).await?;
            Ok((kept.table, kept.version))
        });
        reading.await
    }

    /// Who has the turn, by name; empty for nobody.
    async fn holder(&self, clinic: &TestClinic) -> Result<String> {
        let (table, _) = self.kept(clinic).await?;
        Ok(table.floor().holder().map(|seat| table.called(seat).to_owned()).unwrap_or_default())
    }

    /// The session is closed, and what follows is done.
    async fn close(&self, clinic: &TestClinic) -> Result<()> {
        let id = self.session.id;
        clinic.pass(Span::minutes(90));
        clinic.write(self.leader, async move |work| crate::sessions::close(work, id).await).await?;
        clinic.run_jobs().await.map(|_| ())
    }
}

/// A member signs all that their group asks for.
async fn signs(clinic: &TestClinic, member: Actor, group: GroupId) -> Result<()> {
    let person = who(member);
    let signing = async move |work: &mut Work<'_>| {
        let grant = work.ask(Deed::SeeOwnAgreements, Standing::NONE, About::person(person))?;
        for due in unsigned(work, &grant, person, group).await? {
            let (agreement, edition) = (due.edition.agreement, due.edition.number);
            sign(work, person, &Signing { group, agreement, edition, name: "A member".to_owned() }).await?;
        }
        Ok(())
    };
    clinic.write(member, signing).await
}

fn two_minutes_each(timer: Timer) -> Plan {
    Plan { purpose: Purpose::CheckIn, order: Order::Seats, turn_ms: Some(120_000), timer }
}
