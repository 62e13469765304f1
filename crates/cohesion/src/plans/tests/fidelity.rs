//! A session is looked at beside its plan, by those who lead it and by their supervisor.

use super::super::{
    Check, Course, Delivered, Element, Fidelity, Rating, Step, Usual, course, rate, rating, supervised,
};
use super::{Evening, step};
use crate::access::Actor;
use crate::clock::Span;
use crate::id::SessionId;
use crate::practice::Role;
use crate::testing::TestClinic;
use crate::{Error, Result, scenarios};

fn half() -> Fidelity {
    let element = Element {
        title: "Homework".to_owned(),
        planned: 20,
        delivered: Delivered::Partly,
        minutes: 12,
        reason: "The round took longer".to_owned(),
    };
    Fidelity {
        elements: vec![element],
        checks: vec![Check { words: "Mood was rated".to_owned(), is_met: true }],
        usual: vec![Usual::Invited, Usual::Safety],
        reviewed: (3, 5),
        deviations: "We began late".to_owned(),
    }
}

async fn look(clinic: &TestClinic, actor: Actor, id: SessionId) -> Result<Rating> {
    clinic.read(actor, async move |work| rating(work, id).await).await
}

async fn write(clinic: &TestClinic, actor: Actor, id: SessionId, seen: u32, fidelity: Fidelity) -> Result<()> {
    clinic.write(actor, async move |work| rate(work, id, seen, &fidelity).await).await
}

async fn run(clinic: &TestClinic, evening: &Evening, actor: Actor) -> Result<Course> {
    let group = evening.circle.group;
    clinic.read(actor, async move |work| course(work, group).await).await
}

scenarios! {
    async fn what_the_running_view_knows_is_filled_in(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        assert!(look(&clinic, evening.mara, id).await?.elements.is_empty(), "no plan was kept");
        evening.open(&clinic, 0).await?;
        step(&clinic, evening.mara, id, Step::Next).await?;
        clinic.pass(Span::minutes(6));
        step(&clinic, evening.mara, id, Step::Next).await?;
        step(&clinic, evening.mara, id, Step::Skip).await?;
        let known = look(&clinic, evening.mara, id).await?.elements;
        let told: Vec<_> = known.iter().take(4).map(|one| (one.planned, one.delivered, one.minutes)).collect();
        let (full, no) = (Some(Delivered::Full), Some(Delivered::No));
        assert_eq!(told, [(5, full, 6), (8, no, 0), (2, full, 0), (20, no, 0)]);
        Ok(())
    }

    async fn it_is_written_once_the_session_has_begun_over_the_version_that_was_seen(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        assert_eq!(write(&clinic, evening.mara, id, 0, half()).await, Err(Error::Conflict("plans-conflict-not-begun")));
        evening.open(&clinic, 0).await?;
        write(&clinic, evening.mara, id, 0, half()).await?;
        let kept = look(&clinic, evening.ben, id).await?.kept.expect("it is kept");
        // By hand: half an element, one check and two of six usual things: 3.5 of 8.
        assert_eq!((kept.version, kept.fidelity.percent()), (1, 44));
        assert_eq!(write(&clinic, evening.ben, id, 0, half()).await, Err(Error::Conflict("plans-conflict-rated")));
        write(&clinic, evening.ben, id, 1, half()).await?;
        let long = Fidelity { deviations: "word ".repeat(20_000), reviewed: (6, 5), ..half() };
        let Err(Error::Invalid(faults)) = write(&clinic, evening.ben, id, 2, long).await else { panic!("it was taken") };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["reviewed", "deviations"]);
        Ok(())
    }

    async fn a_supervisor_reads_it_of_the_groups_they_supervise_and_writes_nothing(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, vera) = (evening.first(), evening.supervisor(&clinic).await?);
        evening.open(&clinic, 0).await?;
        write(&clinic, evening.mara, id, 0, half()).await?;
        let courses = clinic.read(vera, async |work| supervised(work).await).await?;
        assert_eq!(courses.len(), 1);
        let points: Vec<_> = courses[0].points.iter().map(|point| (point.number, point.percent, point.reviewed)).collect();
        assert_eq!((points, courses[0].drift), (vec![(1, 44, (3, 5))], None));
        assert_eq!(write(&clinic, vera, id, 1, half()).await, Err(Error::NotFound));
        let leads = clinic.read(evening.mara, async |work| supervised(work).await.map(|_| ())).await;
        assert_eq!(leads, Err(Error::NotFound), "whoever leads has their own groups' pages");
        Ok(())
    }

    async fn it_is_not_there_for_others(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.first();
        evening.open(&clinic, 0).await?;
        write(&clinic, evening.mara, id, 0, half()).await?;
        for actor in [
            evening.circle.member,
            clinic.administrator().await?,
            clinic.system(),
            clinic.colleague("Omar", &[Role::Clinician, Role::Supervisor]).await?,
        ] {
            assert_eq!(look(&clinic, actor, id).await.map(|_| ()), Err(Error::NotFound));
            assert_eq!(run(&clinic, &evening, actor).await.map(|_| ()), Err(Error::NotFound));
            assert_eq!(write(&clinic, actor, id, 1, half()).await, Err(Error::NotFound));
        }
        Ok(())
    }
}
