//! Scenarios of a member's rights, on both engines.

mod asking;
mod copying;
mod erasing;
mod pages;
mod waiting;

use super::{Erased, On, erase, place};
use crate::Result;
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{Charter, Format, GroupState, advance, may_run, take_seat};
use crate::id::{GroupId, PersonId};
use crate::testing::{TestClinic, who};
use crate::work::Work;

/// Mara leads a therapy group and a support group.
struct House {
    mara: Actor,
    therapy: GroupId,
    support: GroupId,
}

impl House {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let mara = clinic.clinician().await?;
        let therapy = clinic.group(mara, Charter::therapy(), Format::Open, 8).await?;
        let support = clinic.group(mara, Charter::support(), Format::Open, 8).await?;
        for group in [therapy, support] {
            clinic.write(mara, async move |work| advance(work, group, GroupState::Running).await).await?;
        }
        Ok(Self { mara, therapy, support })
    }

    /// Somebody new, with a seat in each of these groups.
    async fn member(&self, clinic: &TestClinic, called: &'static str, groups: &[GroupId]) -> Result<Actor> {
        let member = clinic.somebody(called).await?;
        for group in groups.iter().copied() {
            self.seat(clinic, member, called, group).await?;
        }
        Ok(member)
    }

    async fn seat(&self, clinic: &TestClinic, member: Actor, called: &'static str, group: GroupId) -> Result<()> {
        let person = who(member);
        let seating = async move |work: &mut Work<'_>| {
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, person);
            take_seat(work, &about, group, person, called).await.map(|_| ())
        };
        clinic.write(clinic.signed_in(who(self.mara)), seating).await
    }

    /// Puts a person or a group on hold.
    async fn hold(&self, clinic: &TestClinic, on: On) -> Result<()> {
        let mara = clinic.signed_in(who(self.mara));
        clinic.write(mara, async move |work| place(work, on, "Court of Dublin, 12/7").await).await.map(|_| ())
    }
}

/// Somebody erases themself, having proved who they are.
async fn erased(clinic: &TestClinic, person: PersonId) -> Result<Erased> {
    clinic.write(clinic.signed_in(person), async |work| erase(work).await).await
}

/// Lets time pass by days, and does what follows on each: jobs do not pile up.
async fn days(clinic: &TestClinic, count: i64) -> Result<()> {
    clinic.pass(Span::days(count));
    clinic.write(clinic.system(), async |work| super::retain(work).await).await
}

::store::statements! {
    COUNT_SEATS = "select count(*)
        from seats
        where practice_id = $1
          and person_id = $2";

    COUNT_PEOPLE = "select count(*)
        from people
        where practice_id = $1
          and id = $2";

    COUNT_LIVING_KEYS = "select count(*)
        from data_keys
        where practice_id = $1
          and (scope_a = $2
           or scope_b = $2)
          and wrapped is not null";

    SHOWN = "select count(*)
        from retention_dues
        where practice_id = $1
          and person_id = $2";
}

/// How many rows of a statement about one person there are.
async fn count(clinic: &TestClinic, sql: &'static ::store::Sql, person: PersonId) -> Result<i64> {
    let counting = clinic.read(clinic.system(), async move |work| {
        Ok(work.one(sql, ::store::params![work.practice(), person]).await?.take()?)
    });
    counting.await
}
