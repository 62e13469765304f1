//! An agenda is laid out, changed by two, and seen by those who lead.

use super::super::{Basis, NewBlock, SessionClock, Wish};
use super::{Evening, agenda, change, look, meeting, untouched};
use crate::groups::cancel_session;
use crate::practice::Role;
use crate::techniques::{Material, Source, follow};
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

async fn follow_cbt(clinic: &TestClinic, evening: &Evening) -> Result<()> {
    let group = evening.circle.group;
    let source = Source::Library("cbt-depression".to_owned());
    clinic.write(evening.mara, async move |work| follow(work, group, &source, 4).await).await
}

scenarios! {
    async fn without_a_programme_the_clock_of_the_format_lays_the_session_out(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let shown = look(&clinic, evening.mara, evening.first()).await?;
        let plan = shown.agenda.expect("it is laid out");
        assert!(plan.basis == Basis::Clock(SessionClock::Cbt), "the group says that it works with CBT");
        assert_eq!((plan.minutes(), shown.version, shown.written_at), (90, 0, None));
        let again = look(&clinic, evening.mara, evening.first()).await?;
        assert_eq!(again.version, 0, "looking keeps nothing");
        Ok(())
    }

    async fn a_programme_lays_out_each_session_by_its_place(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        follow_cbt(&clinic, &evening).await?;
        for (at, number) in [(0, 4), (1, 5), (2, 6)] {
            let plan = agenda(&clinic, evening.mara, evening.sessions[at].id).await?;
            assert!(matches!(plan.basis, Basis::Step { number: step, of: 12, .. } if step == number), "{number}");
        }
        let second = evening.sessions[1].id;
        clinic.write(evening.mara, async move |work| cancel_session(work, second).await).await?;
        let plan = agenda(&clinic, evening.mara, evening.sessions[2].id).await?;
        assert!(matches!(plan.basis, Basis::Step { number: 5, .. }), "what is called off takes no step");
        assert!(look(&clinic, evening.mara, second).await?.agenda.is_none());
        Ok(())
    }

    async fn a_plan_is_changed_block_by_block_and_laid_out_anew(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        let mut editing = untouched(&look(&clinic, evening.mara, id).await?, Wish::Down(1));
        editing.topic = "Sleep".to_owned();
        editing.blocks[0].title = "Tea".to_owned();
        editing.blocks[0].owner = Some(who(evening.ben));
        editing.blocks[0].technique = Some(Material::Form("sleep-diary".to_owned()));
        editing.new = Some(NewBlock { title: "A song".to_owned(), minutes: 4 });
        change(&clinic, evening.mara, id, editing).await?;
        let plan = agenda(&clinic, evening.ben, id).await?;
        assert_eq!((plan.topic.as_str(), plan.minutes()), ("Sleep", 94));
        let titles: Vec<&str> = plan.blocks.iter().map(|block| block.title.as_str()).collect();
        assert_eq!((titles[1], titles[8]), ("Tea", "A song"));
        assert_eq!(plan.blocks[1].owner, Some(who(evening.ben)));
        let shown = look(&clinic, evening.mara, id).await?;
        assert_eq!(shown.version, 1);
        change(&clinic, evening.mara, id, untouched(&shown, Wish::Remove(9))).await?;
        assert_eq!(agenda(&clinic, evening.mara, id).await?.minutes(), 90);
        let shown = look(&clinic, evening.mara, id).await?;
        change(&clinic, evening.mara, id, untouched(&shown, Wish::Reset)).await?;
        let plan = agenda(&clinic, evening.mara, id).await?;
        assert!(plan.blocks[0].title != "Tea" && plan.topic.is_empty());
        Ok(())
    }

    async fn the_later_of_two_is_told_and_keeps_nothing_over_the_other(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        let shown = look(&clinic, evening.mara, id).await?;
        let (mut maras, mut bens) = (untouched(&shown, Wish::Keep), untouched(&shown, Wish::Keep));
        maras.topic = "Sleep".to_owned();
        bens.topic = "Worry".to_owned();
        change(&clinic, evening.mara, id, maras).await?;
        assert_eq!(change(&clinic, evening.ben, id, bens).await, Err(Error::Conflict("plans-conflict-changed")));
        assert_eq!(agenda(&clinic, evening.ben, id).await?.topic, "Sleep");
        Ok(())
    }

    async fn what_was_typed_into_a_block_that_is_gone_is_added_again(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        let before = look(&clinic, evening.mara, id).await?;
        change(&clinic, evening.mara, id, untouched(&before, Wish::Remove(3))).await?;
        let mut late = untouched(&before, Wish::Keep);
        late.seen = 1;
        late.blocks[2].title = "My own idea".to_owned();
        change(&clinic, evening.ben, id, late).await?;
        let plan = agenda(&clinic, evening.ben, id).await?;
        assert_eq!(plan.blocks.last().map(|block| block.title.as_str()), Some("My own idea"));
        Ok(())
    }

    async fn what_a_plan_cannot_hold_is_said_field_by_field(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, vera) = (evening.first(), evening.supervisor(&clinic).await?);
        let shown = look(&clinic, evening.mara, id).await?;
        let mut editing = untouched(&shown, Wish::Keep);
        editing.blocks[0].title = "  ".to_owned();
        editing.blocks[1].minutes = 481;
        editing.blocks[2].owner = Some(who(vera));
        editing.blocks[3].technique = Some(Material::Form("no-such-form".to_owned()));
        editing.blocks[4].notes = "word ".repeat(20_000);
        editing.new = Some(NewBlock { title: String::new(), minutes: 5 });
        let Err(Error::Invalid(faults)) = change(&clinic, evening.mara, id, editing).await else { panic!("it was taken") };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["name-1", "minutes-2", "owner-3", "technique-4", "notes-5", "new-name"]);
        assert_eq!(look(&clinic, evening.mara, id).await?.version, 0, "nothing was kept");
        let gone = change(&clinic, evening.mara, id, untouched(&shown, Wish::Up(77))).await;
        assert_eq!(gone, Err(Error::Conflict("plans-conflict-changed")));
        Ok(())
    }

    async fn a_plan_is_there_for_those_who_lead_and_for_nobody_else(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, vera) = (evening.first(), evening.supervisor(&clinic).await?);
        let shown = look(&clinic, vera, id).await?;
        assert!(!shown.may_prepare && shown.agenda.is_some(), "a supervisor reads it");
        let refused = change(&clinic, vera, id, untouched(&shown, Wish::Keep)).await;
        assert_eq!(refused, Err(Error::NotFound));
        for actor in [
            evening.circle.member,
            clinic.somebody("Kim").await?,
            clinic.administrator().await?,
            clinic.colleague("Omar", &[Role::Clinician]).await?,
        ] {
            assert_eq!(look(&clinic, actor, id).await.map(|_| ()), Err(Error::NotFound));
            assert_eq!(change(&clinic, actor, id, untouched(&shown, Wish::Keep)).await, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_support_group_has_a_clock_of_its_own_and_nothing_clinical(clinic: TestClinic) {
        let (finn, session) = meeting(&clinic).await?;
        let id = session.id;
        let shown = look(&clinic, finn, id).await?;
        let plan = shown.agenda.as_ref().expect("it is laid out");
        assert!(plan.basis == Basis::Clock(SessionClock::PeerSupport) && plan.minutes() == 90);
        assert!(shown.gates.is_empty() && shown.digest.is_none());
        let mut editing = untouched(&shown, Wish::Keep);
        editing.blocks[0].technique = Some(Material::Form("chain-analysis".to_owned()));
        let refused = change(&clinic, finn, id, editing).await;
        assert_eq!(refused, Err(Error::invalid("technique-1", "fault-choose")));
        Ok(())
    }
}
