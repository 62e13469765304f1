//! What a group is for: set, put in order, set aside, and seen by its members.

use super::*;
use crate::goals::{Aim, AimMove, AimState, aims, keep_aim, set_aim};
use crate::practice::Role;

async fn all(clinic: &TestClinic, circle: &Circle, reader: Actor) -> Result<Vec<Aim>> {
    let group = circle.group;
    clinic.read(reader, async move |work| aims(work, group).await).await
}

fn words(aims: &[Aim]) -> Vec<&str> {
    aims.iter().map(|aim| aim.words.as_str()).collect()
}

scenarios! {
    async fn aims_stand_in_their_order_for_everybody_in_the_group(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let mut ids = Vec::new();
        for words in ["To understand low mood", " To do more again ", "To lean on each other"] {
            ids.push(clinic.write(circle.leader, async move |work| set_aim(work, group, words).await).await?);
        }
        let [first, second, third] = ids[..] else { panic!("three") };
        for (aim, to) in [(third, AimMove::Up), (first, AimMove::Up), (second, AimMove::Down), (first, AimMove::Met)] {
            clinic.write(circle.leader, async move |work| keep_aim(work, group, aim, to).await).await?;
        }
        let seen = all(&clinic, &circle, circle.member).await?;
        assert_eq!(words(&seen), ["To lean on each other", "To do more again", "To understand low mood"]);
        assert_eq!(seen[2].state, AimState::Met);
        let moved = clinic.write(circle.leader, async move |work| keep_aim(work, group, first, AimMove::Up).await).await;
        assert_eq!(moved, Err(Error::Conflict("goals-conflict-aim-closed")));
        clinic.write(circle.leader, async move |work| keep_aim(work, group, first, AimMove::Again).await).await?;
        assert!(all(&clinic, &circle, circle.leader).await?.iter().all(|aim| aim.state == AimState::Standing));
        Ok(())
    }

    async fn only_those_who_lead_set_aims_and_only_the_group_sees_them(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let aim = clinic.write(circle.leader, async move |work| set_aim(work, group, "To talk").await).await?;
        let (stranger, ben) = (clinic.somebody("Lee").await?, clinic.colleague("Ben", &[Role::Clinician]).await?);
        for other in [circle.member, stranger, ben] {
            let set = clinic.write(other, async move |work| set_aim(work, group, "To shout").await.map(|_| ())).await;
            let moved = clinic.write(other, async move |work| keep_aim(work, group, aim, AimMove::Dropped).await).await;
            assert_eq!((set, moved), (Err(Error::NotFound), Err(Error::NotFound)));
        }
        for other in [stranger, ben] {
            assert!(all(&clinic, &circle, other).await.is_err());
        }
        let blank = clinic.write(circle.leader, async move |work| set_aim(work, group, "  ").await.map(|_| ())).await;
        assert_eq!(blank, Err(Error::invalid("words", "fault-empty")));
        let long = "a".repeat(100_000);
        let refused = clinic.write(circle.leader, async move |work| set_aim(work, group, &long).await.map(|_| ())).await;
        assert_eq!(refused, Err(Error::invalid("words", "fault-long")));
        Ok(())
    }
}
