//! A running group with one leader and one member: where most scenarios begin.

use super::TestClinic;
use crate::access::Actor;
use crate::groups::{
    Charter, Format, Founding, GroupState, GroupWords, Series, Session, advance, found, give_up_seat, may_run,
    plan_series, seat_of, take_seat,
};
use crate::id::{GroupId, PersonId};
use crate::{Error, Result};

/// A running group with one leader and one member.
pub struct Circle {
    /// A clinician who founded it.
    pub leader: Actor,
    /// Who sits in it.
    pub member: Actor,
    /// The group.
    pub group: GroupId,
}

impl Circle {
    /// A therapy group for eight, in Dublin.
    pub async fn of(clinic: &TestClinic) -> Result<Self> {
        let leader = clinic.clinician().await?;
        let group = clinic.write(leader, async |work| found(work, &founding()).await).await?;
        clinic.write(leader, async move |work| advance(work, group, GroupState::Recruiting).await).await?;
        let member = clinic.somebody("Sam").await?;
        let circle = Self { leader, member, group };
        circle.seat(clinic, member, "Sam").await?;
        clinic.write(leader, async move |work| advance(work, group, GroupState::Running).await).await?;
        Ok(circle)
    }

    /// The member, as a person.
    pub fn person(&self) -> PersonId {
        self.member.person().expect("the member is a person")
    }

    /// Gives somebody more a seat.
    pub async fn seat(&self, clinic: &TestClinic, member: Actor, called: &'static str) -> Result<()> {
        let (group, person) = (self.group, member.person().expect("a member is a person"));
        let seating = clinic.write(self.leader, async move |work| {
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, person);
            take_seat(work, &about, group, person, called).await.map(|_| ())
        });
        seating.await
    }

    /// Somebody gives their seat up.
    pub async fn stands_up(&self, clinic: &TestClinic, member: Actor) -> Result<()> {
        let (group, person) = (self.group, member.person().expect("a member is a person"));
        let leaving = clinic.write(self.leader, async move |work| {
            let seat = seat_of(work, group, person).await?.ok_or(Error::NotFound)?;
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, person);
            give_up_seat(work, &about, seat.id, group).await
        });
        leaving.await
    }

    /// Plans weekly sessions of 90 minutes from Wednesday, 25 November 2026, 18:00.
    pub async fn plan(&self, clinic: &TestClinic, count: u32) -> Result<Vec<Session>> {
        let (group, first) = (self.group, jiff::civil::date(2026, 11, 25).at(18, 0, 0, 0));
        let series = Series { first, minutes: 90, count, every_weeks: 1 };
        clinic.write(self.leader, async move |work| plan_series(work, group, series).await).await
    }
}

/// What [`Circle::of`] founds.
pub fn founding() -> Founding {
    let words = GroupWords {
        name: "Tuesday group".to_owned(),
        focus: "Low mood".to_owned(),
        approach: "CBT".to_owned(),
        place: "Room 2".to_owned(),
    };
    Founding {
        charter: Charter::therapy(),
        format: Format::Closed,
        capacity: 8,
        zone: "Europe/Dublin".to_owned(),
        words,
    }
}
