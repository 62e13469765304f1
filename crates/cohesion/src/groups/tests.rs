//! Scenarios of a group's life, on both engines.

use jiff::civil::{Date, DateTime, date};

use super::{
    Charter, Founding, GroupState, GroupWords, LeaderRole, Move, Series, SessionState, advance, appoint, found,
    groups_at_work, groups_led_by, leaders, may_run, move_session, plan_series, relieve, sessions, take_seat,
};
use crate::access::Actor;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId};
use crate::practice::{
    Practises, Qualification, Role, Settings, Vetting, change_settings, end_work, state_location, take_vetting_back,
    vouch,
};
use crate::testing::{TestClinic, founding};
use crate::work::Work;
use crate::{Error, Fact, Reason, scenarios};

async fn founded(clinic: &TestClinic, actor: Actor) -> crate::Result<GroupId> {
    clinic.write(actor, async |work| found(work, &founding()).await).await
}

scenarios! {
    async fn a_clinician_founds_a_group_and_leads_it(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
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
        let mara = clinic.clinician().await?;
        let refused = clinic.write(mara, async |work| {
            let words = GroupWords { name: "  ".to_owned(), ..founding().words };
            found(work, &Founding { capacity: 1, zone: "Nowhere".to_owned(), words, ..founding() }).await
        });
        let Err(Error::Invalid(faults)) = refused.await else { panic!("the founding was taken") };
        assert_eq!(faults.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(), ["capacity", "zone", "name"]);
        Ok(())
    }

    async fn a_group_reads_as_absent_to_another_clinician(clinic: TestClinic) {
        let (mara, other) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = founded(&clinic, mara).await?;
        let peek = clinic.read(other, async move |work| sessions(work, group).await).await;
        let absent = GroupId::random()?;
        let nothing = clinic.read(other, async move |work| sessions(work, absent).await).await;
        assert_eq!(peek, Err(Error::NotFound));
        assert_eq!(peek, nothing);
        Ok(())
    }

    async fn a_group_moves_on_only_to_the_states_that_may_follow(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = founded(&clinic, mara).await?;
        let skip = clinic.write(mara, async move |work| advance(work, group, GroupState::Running).await).await;
        assert_eq!(skip, Err(Error::Conflict("groups-conflict-state")));
        clinic.write(mara, async move |work| advance(work, group, GroupState::Recruiting).await).await?;
        clinic.write(mara, async move |work| advance(work, group, GroupState::Running).await).await
    }

    async fn a_therapy_group_opens_only_under_a_licence_that_holds_where_the_practice_is(clinic: TestClinic) {
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        let group = founded(&clinic, ben).await?;
        assert_eq!(opening(&clinic, ben, group).await, missing(["practice-gap-home"]));
        clinic.settle_in_ireland().await?;
        assert_eq!(opening(&clinic, ben, group).await, missing(["practice-gap-missing"]));
        clinic.give_paper(ben, licence("GB", date(2027, 12, 31))).await?;
        assert_eq!(opening(&clinic, ben, group).await, missing(["practice-gap-missing"]));
        clinic.give_paper(ben, licence("IE", date(2026, 11, 23))).await?;
        assert_eq!(opening(&clinic, ben, group).await, missing(["practice-gap-expired"]));
        clinic.give_paper(ben, licence("IE", date(2026, 11, 24))).await?;
        opening(&clinic, ben, group).await.map_err(|missing| Error::bug(missing.join(", ")))?;
        Ok(())
    }

    async fn a_licence_that_has_ended_since_stops_the_group_from_going_on(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = founded(&clinic, mara).await?;
        clinic.write(mara, async move |work| advance(work, group, GroupState::Recruiting).await).await?;
        clinic.pass(crate::clock::Span::days(3 * 365));
        let late = clinic.signed_in(mara.person().expect("a person"));
        let running = clinic.write(late, async move |work| advance(work, group, GroupState::Running).await).await;
        assert!(matches!(running, Err(Error::Blocked(_))), "{running:?}");
        Ok(())
    }

    async fn members_count_where_they_say_they_are(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.colleague("Ben", &[Role::Clinician]).await?);
        let group = founded(&clinic, mara).await?;
        opening(&clinic, mara, group).await.map_err(|missing| Error::bug(missing.join(", ")))?;
        seat(&clinic, mara, group, "US-CA").await?;
        seat(&clinic, mara, group, "IE").await?;
        let running = async move |work: &mut Work<'_>| advance(work, group, GroupState::Running).await;
        let refused = clinic.write(mara, running).await;
        let california = Reason::new("practice-gap-missing").naming("place", Fact::Place("US-CA".to_owned()));
        assert_eq!(refused, Err(Error::Blocked(vec![california])));
        clinic.give_paper(ben, licence("US-CA", date(2027, 12, 31))).await?;
        let who = ben.person().expect("a person");
        clinic.write(mara, async move |work| appoint(work, group, who, LeaderRole::CoLeader).await).await?;
        clinic.write(mara, running).await
    }

    async fn a_support_group_opens_under_a_facilitator_with_a_living_training(clinic: TestClinic) {
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        let support = Founding { charter: Charter::support(), ..founding() };
        let group = clinic.write(ben, async move |work| found(work, &support).await).await?;
        assert_eq!(opening(&clinic, ben, group).await, missing(["practice-gap-training-missing"]));
        clinic.give_paper(ben, Qualification::Training { last_day: Some(date(2026, 11, 1)) }).await?;
        assert_eq!(opening(&clinic, ben, group).await, missing(["practice-gap-training-ended"]));
        let finn = clinic.facilitator().await?.person().expect("a person");
        clinic.write(ben, async move |work| appoint(work, group, finn, LeaderRole::Facilitator).await).await?;
        opening(&clinic, ben, group).await.map_err(|missing| Error::bug(missing.join(", ")))?;
        Ok(())
    }

    async fn a_facilitator_founds_a_support_group_with_all_on_record_and_no_other_group(clinic: TestClinic) {
        let rosa = clinic.colleague("Rosa", &[Role::Facilitator]).await?;
        let support = || Founding { charter: Charter::support(), ..founding() };
        let tried = clinic.write(rosa, async move |work| found(work, &support()).await).await;
        assert_eq!(tried, Err(Error::Blocked(vec![Reason::new("practice-gap-training-missing")])));
        clinic.give_paper(rosa, Qualification::Training { last_day: None }).await?;
        assert_eq!(founded(&clinic, rosa).await, Err(Error::NotFound), "a therapy group is not theirs to found");
        let group = clinic.write(rosa, async move |work| found(work, &support()).await).await?;
        opening(&clinic, rosa, group).await.map_err(|missing| Error::bug(missing.join(", ")))?;
        let led = clinic.read(rosa, async move |work| leaders(work, group).await).await?;
        assert_eq!(led.iter().map(|leader| leader.role).collect::<Vec<_>>(), [LeaderRole::Facilitator]);
        Ok(())
    }

    async fn nobody_facilitates_before_somebody_vouches_for_them(clinic: TestClinic) {
        let finn = clinic.facilitator().await?;
        let support = Founding { charter: Charter::support(), ..founding() };
        let group = clinic.write(finn, async move |work| found(work, &support).await).await?;
        let who = finn.person().expect("a person");
        clinic.write(clinic.system(), async move |work| take_vetting_back(work, who, Vetting::References).await).await?;
        assert_eq!(opening(&clinic, finn, group).await, missing(["practice-gap-vetting-references"]));
        let yesterday = Some(date(2026, 11, 23));
        clinic.write(clinic.system(), async move |work| vouch(work, who, Vetting::References, yesterday).await).await?;
        assert_eq!(opening(&clinic, finn, group).await, missing(["practice-gap-vetting-references"]));
        clinic.write(clinic.system(), async move |work| vouch(work, who, Vetting::References, None).await).await?;
        let asks = Settings { asks_background_check: true, ..Settings::default() };
        clinic.write(clinic.system(), async move |work| change_settings(work, &asks).await).await?;
        clinic.write(clinic.system(), async move |work| take_vetting_back(work, who, Vetting::Background).await).await?;
        assert_eq!(opening(&clinic, finn, group).await, missing(["practice-gap-vetting-background"]));
        let own = clinic.write(finn, async move |work| vouch(work, who, Vetting::Background, None).await).await;
        assert_eq!(own, Err(Error::NotFound), "nobody vouches for themself");
        clinic.write(clinic.system(), async move |work| vouch(work, who, Vetting::Background, None).await).await?;
        opening(&clinic, finn, group).await.map_err(|missing| Error::bug(missing.join(", ")))?;
        Ok(())
    }

    async fn a_leader_who_no_longer_works_here_has_no_part_in_the_group(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = founded(&clinic, mara).await?;
        let who = mara.person().expect("a person");
        clinic.write(clinic.system(), async move |work| end_work(work, who).await).await?;
        let peek = clinic.read(mara, async move |work| sessions(work, group).await).await;
        assert_eq!(peek, Err(Error::NotFound));
        Ok(())
    }

    async fn the_last_leader_cannot_be_relieved(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let group = founded(&clinic, mara).await?;
        let (Some(mara_id), Some(ben_id)) = (mara.person(), ben.person()) else { panic!("both are people") };
        let alone = clinic.write(mara, async move |work| relieve(work, group, mara_id).await).await;
        assert_eq!(alone, Err(Error::Conflict("groups-conflict-last-leader")));
        clinic.pass(crate::clock::Span::minutes(1));
        clinic.write(mara, async move |work| appoint(work, group, ben_id, LeaderRole::Leader).await).await?;
        clinic.write(mara, async move |work| relieve(work, group, mara_id).await).await
    }

    async fn a_series_keeps_its_time_of_day_when_the_clocks_change(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = founded(&clinic, mara).await?;
        let first = date(2027, 3, 23).at(18, 0, 0, 0);
        let planned = plan(&clinic, mara, group, first).await?;
        let starts: Vec<_> = planned.iter().map(|session| utc(session.starts_at)).collect();
        assert_eq!(starts, ["2027-03-23T18:00:00Z", "2027-03-30T17:00:00Z", "2027-04-06T17:00:00Z"]);
        Ok(())
    }

    async fn moving_the_rest_of_a_series_keeps_every_session(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
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

    async fn a_session_does_not_move_into_the_past(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = founded(&clinic, mara).await?;
        let planned = plan(&clinic, mara, group, date(2027, 1, 5).at(18, 0, 0, 0)).await?;
        let (first, second) = (planned[0].id, planned[1].id);
        for to in [date(2026, 11, 20).at(18, 0, 0, 0), date(2026, 11, 24).at(15, 0, 0, 0)] {
            for (session, which) in [(first, Move::ThisOne), (first, Move::ThisAndTheRest), (second, Move::ThisOne)] {
                let moved = clinic.write(mara, async move |work| move_session(work, session, to, which).await).await;
                assert_eq!(moved, Err(Error::invalid("date", "groups-fault-past")));
            }
        }
        let kept = clinic.read(mara, async move |work| sessions(work, group).await).await?;
        assert_eq!(kept, planned);
        let mut desk = clinic.desk(mara).await?;
        let typed = [("date-day", "20"), ("date-month", "11"), ("date-year", "2026"), ("time", "18:00"), ("which", "one")];
        let answer = desk.post(&format!("/care/groups/{group}/sessions/{first}/move"), &typed).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("still to come") && answer.body.contains("value=\"20\""), "{}", answer.body);
        Ok(())
    }

    async fn whoever_plans_dates_finds_every_group_that_is_not_put_away(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let sofia = clinic.colleague("Sofia", &[Role::Scheduler]).await?;
        let (one, other) = (founded(&clinic, mara).await?, founded(&clinic, ben).await?);
        let mut seen: Vec<_> = at_work(&clinic, sofia).await?;
        seen.sort();
        let mut both = [one, other];
        both.sort();
        assert_eq!(seen, both);
        assert_eq!(at_work(&clinic, mara).await?, [one]);
        for state in [GroupState::Ended, GroupState::Archived] {
            clinic.write(mara, async move |work| advance(work, one, state).await).await?;
        }
        assert_eq!(at_work(&clinic, sofia).await?, [other]);
        Ok(())
    }

    async fn ending_a_group_calls_off_what_is_still_planned(clinic: TestClinic) {
        let mara = clinic.clinician().await?;
        let group = founded(&clinic, mara).await?;
        let planned = plan(&clinic, mara, group, date(2027, 1, 5).at(18, 0, 0, 0)).await?;
        let mut desk = clinic.desk(mara).await?;
        let (list, overview) = (format!("/care/groups/{group}/sessions"), format!("/care/groups/{group}"));
        let sessions_page = desk.get(&list).await.body;
        assert!(sessions_page.contains("This cannot be taken back."), "{sessions_page}");
        let before = desk.get(&overview).await.body;
        assert!(before.contains("It does not take place") && before.contains(&format!("/care/sessions/{}", planned[0].id)), "{before}");
        clinic.write(mara, async move |work| advance(work, group, GroupState::Ended).await).await?;
        let left = clinic.read(mara, async move |work| sessions(work, group).await).await?;
        assert!(left.iter().all(|session| session.state == SessionState::Cancelled), "{left:?}");
        let after = desk.get(&overview).await.body;
        assert!(after.contains("No session is planned") && !after.contains("It has ended"), "{after}");
        Ok(())
    }

    async fn nobody_is_appointed_to_a_part_that_the_charter_does_not_know(clinic: TestClinic) {
        let (mara, ben) = (clinic.clinician().await?, clinic.clinician().await?);
        let ben = ben.person().expect("a person");
        let therapy = founded(&clinic, mara).await?;
        let support = Founding { charter: Charter::support(), ..founding() };
        let support = clinic.write(mara, async move |work| found(work, &support).await).await?;
        let parts = [(therapy, LeaderRole::Facilitator), (support, LeaderRole::Leader), (support, LeaderRole::CoLeader), (support, LeaderRole::Supervisor)];
        for (group, role) in parts {
            let refused = clinic.write(mara, async move |work| appoint(work, group, ben, role).await).await;
            assert_eq!(refused, Err(Error::invalid("role", "fault-choose")), "{role:?}");
        }
        Ok(())
    }
}

fn licence(code: &str, last_day: Date) -> Qualification {
    let place = code.parse().expect("a place");
    Qualification::Licence { place, last_day, practises: Practises::Alone }
}

/// The groups that somebody works with.
async fn at_work(clinic: &TestClinic, actor: Actor) -> crate::Result<Vec<GroupId>> {
    let groups = clinic.read(actor, async |work| groups_at_work(work).await).await?;
    Ok(groups.into_iter().map(|group| group.id).collect())
}

/// Opens the group, or answers the keys of what is missing.
async fn opening(clinic: &TestClinic, actor: Actor, group: GroupId) -> Result<(), Vec<&'static str>> {
    match clinic.write(actor, async move |work| advance(work, group, GroupState::Recruiting).await).await {
        Ok(()) => Ok(()),
        Err(Error::Blocked(reasons)) => Err(reasons.into_iter().map(|reason| reason.words).collect()),
        Err(other) => panic!("{other}"),
    }
}

fn missing<const N: usize>(words: [&'static str; N]) -> Result<(), Vec<&'static str>> {
    Err(words.to_vec())
}

async fn seat(clinic: &TestClinic, actor: Actor, group: GroupId, code: &'static str) -> crate::Result<()> {
    let seating = async move |work: &mut Work<'_>| {
        let person = PersonId::random()?;
        let grant = may_run(work, group).await?;
        let about = work.about(&grant, person);
        state_location(work, &about, person, &code.parse()?).await?;
        take_seat(work, &grant, group, person, "Sam").await
    };
    clinic.write(actor, seating).await.map(|_| ())
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
