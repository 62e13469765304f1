//! Who may report, read and handle what; everybody else finds nothing there.

use super::*;
use crate::breaches::{case, listed, open, own_groups, own_reports, proposed_laws, read_report, waiting};
use crate::groups::{Charter, Format, give_up_seat, may_run, seat_of, take_seat};
use crate::id::GroupId;
use crate::practice::{Settings, change_settings};
use crate::work::Work;
use crate::{Error, scenarios};

async fn reads(clinic: &TestClinic, actor: Actor, report: ReportId) -> Result<Option<String>> {
    clinic.read(actor, async move |work| read_report(work, report).await).await.map(|report| report.from)
}

async fn sees(clinic: &TestClinic, actor: Actor, id: CaseId) -> Result<usize> {
    clinic.read(actor, async move |work| case(work, id).await).await.map(|case| case.entries.len())
}

async fn leave(clinic: &TestClinic, by: Actor, group: GroupId, member: Actor) -> Result<()> {
    let leaving = async move |work: &mut Work<'_>| {
        let seat = seat_of(work, group, who(member)).await?.ok_or(Error::NotFound)?;
        let grant = may_run(work, group).await?;
        let about = work.about(&grant, who(member));
        give_up_seat(work, &about, seat.id, group).await
    };
    clinic.write(by, leaving).await
}

scenarios! {
    async fn a_report_is_read_by_those_who_handle_it_and_the_office_does_not_learn_who_sent_it(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let report = house.report(&clinic, Audience::Leaders).await?;
        assert_eq!(reads(&clinic, house.mara, report).await?.as_deref(), Some("Sam"));
        assert_eq!(reads(&clinic, house.ada, report).await?, None);
        let jo = clinic.somebody("Jo").await?;
        house.circle.seat(&clinic, jo, "Jo").await?;
        let kit = clinic.colleague("Kit", &[Role::Clinician]).await?;
        for actor in [house.circle.member, jo, kit, clinic.facilitator().await?, clinic.system()] {
            assert_eq!(reads(&clinic, actor, report).await, Err(Error::NotFound));
            assert_eq!(open_for(&clinic, actor, report).await, Err(Error::NotFound));
        }
        let id = open_for(&clinic, house.mara, report).await?;
        for actor in [house.circle.member, jo, kit, clinic.system()] {
            assert_eq!(sees(&clinic, actor, id).await, Err(Error::NotFound));
            assert_eq!(put(&clinic, actor, id, Entry::Learned("Mine.".to_owned())).await, Err(Error::NotFound));
            assert_eq!(clinic.read(actor, async |work| listed(work).await).await?, []);
        }
        assert_eq!(clinic.read(jo, async |work| own_reports(work).await).await?.readable.len(), 0, "it is not hers");
        Ok(())
    }

    async fn what_was_told_to_the_office_alone_is_not_there_for_those_who_lead(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let report = house.report(&clinic, Audience::Office).await?;
        for leader in [house.mara, house.cleo] {
            assert_eq!(reads(&clinic, leader, report).await, Err(Error::NotFound));
            assert_eq!(open_for(&clinic, leader, report).await, Err(Error::NotFound));
            assert_eq!(clinic.read(leader, async |work| waiting(work).await).await?, []);
        }
        assert_eq!(clinic.read(house.ada, async |work| waiting(work).await).await?.len(), 1);
        let id = open_for(&clinic, house.ada, report).await?;
        assert_eq!(sees(&clinic, house.ada, id).await?, 1);
        assert_eq!(sees(&clinic, house.mara, id).await, Err(Error::NotFound));
        assert_eq!(clinic.read(house.mara, async |work| listed(work).await).await?, []);
        Ok(())
    }

    async fn a_supervisor_reads_a_case_and_puts_nothing_on_record(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let (group, vera) = (house.circle.group, clinic.colleague("Vera", &[Role::Supervisor]).await?);
        let appointing = async move |work: &mut Work<'_>| appoint(work, group, who(vera), LeaderRole::Supervisor).await;
        clinic.write(house.mara, appointing).await?;
        let id = house.case(&clinic).await?;
        assert_eq!(sees(&clinic, vera, id).await?, 1);
        assert_eq!(put(&clinic, vera, id, contained(&clinic)).await, Err(Error::NotFound));
        Ok(())
    }

    async fn whoever_has_left_a_group_still_reports_and_a_stranger_does_not(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let (sam, group) = (house.circle.member, house.circle.group);
        let lee = clinic.somebody("Lee").await?;
        let by_stranger = send(&clinic, lee, ReportId::random()?, house.told(Audience::Leaders, "I heard it.")).await;
        assert_eq!(by_stranger, Err(Error::NotFound));
        assert_eq!(clinic.read(lee, async |work| own_groups(work).await).await?, []);
        leave(&clinic, house.mara, group, sam).await?;
        let own = clinic.read(sam, async |work| own_groups(work).await).await?;
        assert!(own.len() == 1 && own[0].name.is_none() && own[0].left_at.is_some(), "{own:?}");
        let report = house.report(&clinic, Audience::Leaders).await?;
        assert_eq!(reads(&clinic, house.mara, report).await?.as_deref(), Some("Sam"));
        send(&clinic, house.cleo, ReportId::random()?, house.told(Audience::Office, "I noticed something.")).await
    }

    async fn a_case_is_opened_without_a_report_by_those_who_may(clinic: TestClinic) {
        let house = House::of(&clinic).await?;
        let group = Some(house.circle.group);
        let open_about = async |actor, group| {
            let facts = facts(&clinic);
            clinic.write(actor, async move |work| open(work, group, &facts).await).await
        };
        let about_group = open_about(house.cleo, group).await?;
        assert_eq!(sees(&clinic, house.ada, about_group).await?, 1);
        let about_all = open_about(house.ada, None).await?;
        assert_eq!(sees(&clinic, house.mara, about_all).await, Err(Error::NotFound));
        let named = put(&clinic, house.ada, about_all, affected(vec![house.circle.person()], 0)).await;
        assert_eq!(named, Err(Error::invalid("people", "fault-choose")), "nobody is named who belongs to a group");
        put(&clinic, house.ada, about_all, affected(Vec::new(), 3)).await?;
        for (actor, about) in [(house.mara, None), (house.circle.member, group), (clinic.system(), group)] {
            assert_eq!(open_about(actor, about).await, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_support_group_has_all_of_it_and_laws_of_its_own(clinic: TestClinic) {
        clinic.settle_in_ireland().await?;
        let (finn, pat) = (clinic.facilitator().await?, clinic.somebody("Pat").await?);
        let group = clinic.group(finn, Charter::support(), Format::Open, 8).await?;
        let seating = async move |work: &mut Work<'_>| {
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, who(pat));
            take_seat(work, &about, group, who(pat), "Pat").await.map(drop)
        };
        clinic.write(finn, seating).await?;
        let (id, told) = (ReportId::random()?, Report { group, audience: Audience::Leaders, words: "At the shop.".to_owned() });
        send(&clinic, pat, id, told).await?;
        let case = open_for(&clinic, finn, id).await?;
        put(&clinic, finn, case, affected(vec![who(pat)], 0)).await?;
        assert_eq!(sees(&clinic, finn, case).await?, 2);
        let therapy = Circle::of(&clinic).await?.group;
        let settings = Settings { home: Some("US-NY".parse()?), ..Settings::default() };
        clinic.write(clinic.system(), async move |work| change_settings(work, &settings).await).await?;
        let laws = clinic.read(finn, async move |work| proposed_laws(work, Some(group)).await).await?;
        assert_eq!(laws, [Law::Ftc, Law::State]);
        let laws = clinic.read(finn, async move |work| proposed_laws(work, Some(therapy)).await).await?;
        assert_eq!(laws, [Law::Hipaa, Law::State], "a clinical record falls under another law");
        Ok(())
    }
}
