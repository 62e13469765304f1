//! Scenarios of a group's life, on both engines.

use jiff::civil::{DateTime, date};

use super::{
    Charter, Format, Founding, GroupState, GroupWords, LeaderRole, Move, Series, advance, appoint, found,
    groups_led_by, leaders, move_session, plan_series, relieve, sessions,
};
use crate::access::{About, Actor, Deed, Standing, Tie};
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::practice::{Role, give_role};
use crate::testing::TestClinic;
use crate::{Error, scenarios};

fn founding() -> Founding {
    Founding {
        charter: Charter::therapy(),
        format: Format::Closed,
        capacity: 8,
        zone: "Europe/Dublin".to_owned(),
        words: GroupWords {
            name: "Tuesday group".to_owned(),
            focus: "Low mood".to_owned(),
            approach: "CBT".to_owned(),
            place: "Room 2".to_owned(),
        },
    }
}

async fn clinician(clinic: &TestClinic) -> crate::Result<Actor> {
    let person = PersonId::random()?;
    let giving = async move |work: &mut crate::work::Work<'_>| {
        let grant = work.ask(Deed::InviteStaff, Standing::NONE.with(Tie::Administrator), About::person(person))?;
        give_role(work, &grant, person, Role::Clinician).await
    };
    clinic.write(clinic.system(), giving).await?;
    Ok(clinic.signed_in(person))
}

async fn founded(clinic: &TestClinic, actor: Actor) -> crate::Result<GroupId> {
    clinic.write(actor, async |work| found(work, &founding()).await).await
}

scenarios! {
    async fn a_clinician_founds_a_group_and_leads_it(clinic: TestClinic) {
        let mara = clinician(&clinic).await?;
        let group = founded(&clinic, mara).await?;
        let led = clinic.read(mara, async |work| groups_led_by(work).await).await?;
        assert_eq!(led.len(), 1);
        assert_eq!(led[0].words.name, "Tuesday group");
        assert_eq!(led[0].state, GroupState::Planned);
        let who = clinic.read(mara, async move |work| leaders(work, group).await).await?;
        assert_eq!(who.iter().map(|leader| leader.role).collect::<Vec<_>>(), [LeaderRole::Leader]);
        Ok(())
    }

    async fn somebody_without_a_part_in_the_practice_cannot_found_a_group(clinic: TestClinic) {
        let stranger = clinic.signed_in(PersonId::random()?);
        assert_eq!(founded(&clinic, stranger).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_faulty_founding_says_every_field_to_mend(clinic: TestClinic) {
        let mara = clinician(&clinic).await?;
        let refused = clinic.write(mara, async |work| {
            let words = GroupWords { name: "  ".to_owned(), ..founding().words };
            found(work, &Founding { capacity: 1, zone: "Nowhere".to_owned(), words, ..founding() }).await
        });
        let Err(Error::Invalid(faults)) = refused.await else { panic!("the founding was taken") };
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["capacity", "zone", "name"]);
        Ok(())
    }

    async fn a_group_reads_as_absent_to_another_clinician(clinic: TestClinic) {
        let (mara, other) = (clinician(&clinic).await?, clinician(&clinic).await?);
        let group = founded(&clinic, mara).await?;
        let peek = clinic.read(other, async move |work| sessions(work, group).await).await;
        let absent = GroupId::random()?;
        let nothing = clinic.read(other, async move |work| sessions(work, absent).await).await;
        assert_eq!(peek, Err(Error::NotFound));
        assert_eq!(peek, nothing);
        Ok(())
    }

    async fn a_group_moves_on_only_to_the_states_that_may_follow(clinic: TestClinic) {
        let mara = clinician(&clinic).await?;
        let group = founded(&clinic, mara).await?;
        let skip = clinic.write(mara, async move |work| advance(work, group, GroupState::Running).await).await;
        assert_eq!(skip, Err(Error::Conflict("groups-conflict-state")));
        clinic.write(mara, async move |work| advance(work, group, GroupState::Recruiting).await).await?;
        clinic.write(mara, async move |work| advance(work, group, GroupState::Running).await).await
    }

    async fn the_last_leader_cannot_be_relieved(clinic: TestClinic) {
        let (mara, ben) = (clinician(&clinic).await?, clinician(&clinic).await?);
        let group = founded(&clinic, mara).await?;
        let (Some(mara_id), Some(ben_id)) = (mara.person(), ben.person()) else { panic!("both are people") };
        let alone = clinic.write(mara, async move |work| relieve(work, group, mara_id).await).await;
        assert_eq!(alone, Err(Error::Conflict("groups-conflict-last-leader")));
        clinic.pass(crate::clock::Span::minutes(1));
        clinic.write(mara, async move |work| appoint(work, group, ben_id, LeaderRole::Leader).await).await?;
        clinic.write(mara, async move |work| relieve(work, group, mara_id).await).await
    }

    async fn a_series_keeps_its_time_of_day_when_the_clocks_change(clinic: TestClinic) {
        let mara = clinician(&clinic).await?;
        let group = founded(&clinic, mara).await?;
        let first = date(2027, 3, 23).at(18, 0, 0, 0);
        let planned = plan(&clinic, mara, group, first).await?;
        let starts: Vec<_> = planned.iter().map(|session| utc(session.starts_at)).collect();
        assert_eq!(starts, ["2027-03-23T18:00:00Z", "2027-03-30T17:00:00Z", "2027-04-06T17:00:00Z"]);
        Ok(())
    }

    async fn moving_the_rest_of_a_series_keeps_every_session(clinic: TestClinic) {
        let mara = clinician(&clinic).await?;
        let group = founded(&clinic, mara).await?;
        let planned = plan(&clinic, mara, group, date(2027, 1, 5).at(18, 0, 0, 0)).await?;
        let second = planned[1].id;
        let to = date(2027, 1, 13).at(17, 30, 0, 0);
        clinic.write(mara, async move |work| move_session(work, second, to, Move::ThisAndTheRest).await).await?;
        let moved = clinic.read(mara, async move |work| sessions(work, group).await).await?;
        let starts: Vec<_> = moved.iter().map(|session| utc(session.starts_at)).collect();
        assert_eq!(starts, ["2027-01-05T18:00:00Z", "2027-01-13T17:30:00Z", "2027-01-20T17:30:00Z"]);
        assert_eq!(moved.iter().map(|session| session.id).collect::<Vec<_>>(), planned.iter().map(|session| session.id).collect::<Vec<_>>());
        Ok(())
    }
}

async fn plan(
    clinic: &TestClinic,
    actor: Actor,
    group: GroupId,
    first: DateTime,
) -> crate::Result<Vec<super::Session>> {
    let series = Series { first, minutes: 90, count: 3, every_weeks: 1 };
    clinic.write(actor, async move |work| plan_series(work, group, series).await).await
}

fn utc(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).map(|at| at.to_string()).unwrap_or_default()
}
