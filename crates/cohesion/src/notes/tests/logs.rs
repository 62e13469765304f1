//! Where there are no notes about people: the log of a meeting, and nothing else.

use super::super::{MeetingLog, Sheet, desk, keep, keep_log, meeting_log, process_note};
use super::Evening;
use crate::access::Actor;
use crate::groups::{Charter, Format, LeaderRole, Series, appoint, plan_series};
use crate::id::{GroupId, SessionId};
use crate::limits::HEADS_MAX;
use crate::practice::Role;
use crate::sessions::open;
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

pub(super) async fn meeting(clinic: &TestClinic) -> Result<(Actor, GroupId, SessionId)> {
    let founder = clinic.clinician().await?;
    let group = clinic.group(founder, Charter::support(), Format::Open, 8).await?;
    let finn = clinic.facilitator().await?;
    let session = clinic
        .write(founder, async move |work| {
            appoint(work, group, who(finn), LeaderRole::Facilitator).await?;
            crate::groups::advance(work, group, crate::groups::GroupState::Running).await?;
            let first = jiff::civil::date(2026, 11, 25).at(18, 0, 0, 0);
            Ok(plan_series(work, group, Series { first, minutes: 90, count: 1, every_weeks: 1 }).await?[0])
        })
        .await?;
    clinic.pass(session.starts_at - clinic.app.clock().now());
    Ok((clinic.signed_in(who(finn)), group, session.id))
}

fn log(topic: &str) -> MeetingLog {
    MeetingLog { heads: 7, topic: topic.to_owned(), incidents: String::new() }
}

async fn write(clinic: &TestClinic, actor: Actor, id: SessionId, seen: u32, log: MeetingLog) -> Result<()> {
    clinic.write(actor, async move |work| keep_log(work, id, seen, &log).await).await
}

scenarios! {
    async fn a_facilitator_keeps_a_log_once_the_meeting_has_begun(clinic: TestClinic) {
        let (finn, _, id) = meeting(&clinic).await?;
        assert_eq!(write(&clinic, finn, id, 0, log("Anger")).await, Err(Error::Conflict("notes-conflict-not-begun")));
        clinic.write(finn, async move |work| open(work, id).await).await?;
        write(&clinic, finn, id, 0, log("Anger")).await?;
        let (_, kept) = clinic.read(finn, async move |work| meeting_log(work, id).await).await?;
        let kept = kept.expect("it is kept");
        assert_eq!((kept.log.clone(), kept.version, kept.written_by), (log("Anger"), 1, Some(who(finn))));
        assert_eq!(write(&clinic, finn, id, 0, log("Other")).await, Err(Error::Conflict("notes-conflict-changed")));
        write(&clinic, finn, id, 1, log("Anger, and then hope")).await?;
        let many = MeetingLog { heads: HEADS_MAX + 1, ..log("Anger") };
        assert_eq!(write(&clinic, finn, id, 2, many).await, Err(Error::invalid("heads", "fault-range")));
        Ok(())
    }

    async fn a_support_group_has_no_notes_about_people(clinic: TestClinic) {
        let (finn, _, id) = meeting(&clinic).await?;
        clinic.write(finn, async move |work| open(work, id).await).await?;
        for actor in [finn, clinic.administrator().await?, clinic.colleague("Vera", &[Role::Supervisor]).await?] {
            let refused = Err(Error::NotFound);
            assert_eq!(clinic.read(actor, async move |work| desk(work, id).await.map(|_| ())).await, refused);
            assert_eq!(clinic.write(actor, async move |work| keep(work, id, &Sheet::default()).await.map(|_| ())).await, refused);
            assert_eq!(clinic.read(actor, async move |work| process_note(work, id).await.map(|_| ())).await, refused);
        }
        let mut tab = clinic.desk(finn).await?;
        let page = tab.get(&format!("/care/sessions/{id}")).await;
        assert!(page.body.contains("/log\"") && !page.body.contains("/notes\""), "{}", page.body);
        Ok(())
    }

    async fn a_log_is_not_there_for_others_nor_in_a_therapy_group(clinic: TestClinic) {
        let (_, _, id) = meeting(&clinic).await?;
        for actor in [clinic.somebody("Kim").await?, clinic.administrator().await?, clinic.system()] {
            assert_eq!(write(&clinic, actor, id, 0, log("Anger")).await, Err(Error::NotFound));
        }
        let evening = Evening::of(&clinic).await?;
        assert_eq!(write(&clinic, evening.mara, evening.session.id, 0, log("Anger")).await, Err(Error::NotFound));
        Ok(())
    }

    async fn a_log_is_filled_in_on_its_page_and_what_was_typed_stays(clinic: TestClinic) {
        let (finn, _, id) = meeting(&clinic).await?;
        clinic.write(finn, async move |work| open(work, id).await).await?;
        let (mut tab, path) = (clinic.desk(finn).await?, format!("/care/sessions/{id}/log"));
        let faulty = tab.post(&path, &[("heads", "many"), ("topic", "Anger"), ("seen", "0")]).await;
        assert_eq!((faulty.status.as_u16(), faulty.body.contains("Anger")), (422, true));
        assert_eq!(tab.post(&path, &[("heads", "7"), ("topic", "Anger"), ("seen", "0")]).await.location(), path);
        let stale = tab.post(&path, &[("heads", "8"), ("topic", "Hope"), ("seen", "0")]).await;
        assert_eq!(stale.status, 409);
        assert!(stale.body.contains("Anger") && stale.body.contains("Hope") && stale.field("seen") == "1", "{}", stale.body);
        Ok(())
    }
}
