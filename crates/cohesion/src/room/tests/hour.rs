//! What a live room asks of the rest of the house: a call for help that stays, small groups that were prepared, how a group
//! meets, and what is put down when it is over.

use floor::hall::{Meets, Policy};
use serde_json::json;

use super::super::clear::forget_doors;
use super::super::online::{Face, door};
use super::super::{Breakouts, Counting, Ways, breakouts, keep_ways, prepare_breakouts, taken, ways};
use super::Evening;
use super::online::{House, Line, SOON, hour};
use crate::clock::Span;
use crate::safety::{Sign, open_alerts};
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

/// Robin and whoever leads, both in.
async fn both_in(clinic: &TestClinic) -> Result<(Evening, House, Line, Line)> {
    let (evening, house, [leader, robin]) = hour(clinic).await?;
    let mut desk = house.comes(&leader, &evening, Face::Leader).await;
    desk.gets("welcome", "").await;
    let mut member = house.comes(&robin, &evening, Face::Member).await;
    member.gets("regions", "").await;
    desk.asks("admit", 1).await;
    member.gets("connect", "").await;
    Ok((evening, house, desk, member))
}

scenarios! {
    async fn who_does_not_feel_safe_is_an_alert_that_outlives_the_room(clinic: TestClinic) {
        let (evening, _house, mut desk, mut member) = both_in(&clinic).await?;
        member.asks("unsafe", 0).await;
        desk.gets("said", "Robin asks for you").await;
        member.gets("said", "until somebody has looked after it").await;
        member.asks("not-unsafe", 0).await;
        desk.gets("regions", "taken it back").await;
        desk.asks("end", 0).await;
        desk.gets("error", "").await;
        desk.send(json!({ "v": 1, "t": "wish", "do": "seen", "seat": 1, "choice": "unsafe" })).await;
        desk.asks("end", 0).await;
        assert_eq!(desk.ends().await, "ended");
        let alerts = clinic.read(evening.leader, async |work| open_alerts(work).await).await?;
        let calls: Vec<_> = alerts.opened.iter().map(|alert| (alert.cause.person, &alert.cause.sign)).collect();
        assert!(
            matches!(calls[..], [(person, Sign::NeedHelp { words: Some(words), .. })]
                if person == who(evening.robin) && words.as_str().contains("live room")),
            "it stays until somebody has closed it"
        );
        Ok(())
    }

    async fn small_groups_are_prepared_ahead_and_opened_in_the_room(clinic: TestClinic) {
        let (evening, _house, mut desk, mut member) = both_in(&clinic).await?;
        let (id, robin) = (evening.session.id, who(evening.robin));
        desk.asks("open-prepared", 0).await;
        desk.gets("error", "No small groups are prepared").await;
        let prepared = Breakouts { minutes: 7, places: vec![(robin, 1), (who(evening.fern), 0)] };
        let keeping = prepared.clone();
        clinic.write(evening.leader, async move |work| prepare_breakouts(work, id, &keeping).await).await?;
        let kept = clinic.read(evening.leader, async move |work| breakouts(work, id).await.map(|kept| kept.breakouts));
        assert_eq!(kept.await?, Some(prepared));
        desk.asks("open-prepared", 0).await;
        member.gets("regions", "small group 2").await;
        let no_member = Breakouts { minutes: 7, places: vec![(who(evening.leader), 0)] };
        let refused = clinic.write(evening.leader, async move |work| prepare_breakouts(work, id, &no_member).await).await;
        assert_eq!(refused, Err(Error::invalid("places", "fault-choose")));
        let other = clinic.read(evening.robin, async move |work| breakouts(work, id).await.map(drop)).await;
        assert_eq!(other, Err(Error::NotFound));
        Ok(())
    }

    async fn a_group_chooses_who_comes_in_and_whether_talk_is_counted(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        let (group, id) = (evening.group, evening.session.id);
        let asked = async || clinic.read(evening.robin, async move |work| Ok(door(work, id).await?.counting)).await;
        assert_eq!(asked().await?, Counting::Refused, "without the group's yes no member is asked");
        let chosen = Ways { meets: Meets::InPerson, policy: Policy::Expected, late_minutes: Some(5), counting: Counting::Agreed };
        clinic.write(evening.leader, async move |work| keep_ways(work, group, chosen).await).await?;
        let kept = clinic.read(evening.leader, async move |work| ways(work, group).await).await?;
        assert_eq!((kept.ways, kept.may_count), (chosen, true));
        assert_eq!(asked().await?, Counting::Agreed);
        let late = Ways { late_minutes: Some(241), ..chosen };
        let refused = clinic.write(evening.leader, async move |work| keep_ways(work, group, late).await).await;
        assert_eq!(refused, Err(Error::invalid("late", "fault-choose")));
        let other = clinic.write(evening.robin, async move |work| keep_ways(work, group, chosen).await).await;
        assert_eq!(other, Err(Error::NotFound));
        let support = Evening::of_support(&clinic).await?;
        let group = support.group;
        let refused = clinic.write(support.leader, async move |work| keep_ways(work, group, chosen).await).await;
        assert_eq!(refused, Err(Error::invalid("counting", "room-fault-counting")), "a facilitator reads no records");
        Ok(())
    }

    async fn whoever_is_expected_comes_in_by_themselves_where_the_group_says_so(clinic: TestClinic) {
        let (evening, house, [leader, robin]) = hour(&clinic).await?;
        let group = evening.group;
        let chosen = Ways { meets: Meets::Online, policy: Policy::Expected, late_minutes: None, counting: Counting::Refused };
        clinic.write(evening.leader, async move |work| keep_ways(work, group, chosen).await).await?;
        let mut member = house.comes(&robin, &evening, Face::Member).await;
        member.gets("regions", "Nobody who leads is here yet").await;
        let mut desk = house.comes(&leader, &evening, Face::Leader).await;
        desk.gets("welcome", "").await;
        member.gets("connect", "").await;
        Ok(())
    }

    async fn what_the_group_takes_with_it_is_seen_by_all_and_begins_the_record(clinic: TestClinic) {
        let (evening, _house, mut desk, mut member) = both_in(&clinic).await?;
        let words = "Small steps count.";
        member.send(json!({ "v": 1, "t": "wish", "do": "take-with-us", "words": "mine" })).await;
        member.gets("error", "somebody else to do").await;
        desk.send(json!({ "v": 1, "t": "wish", "do": "take-with-us", "words": words })).await;
        member.gets("regions", words).await;
        desk.asks("end", 0).await;
        assert_eq!(desk.ends().await, "ended");
        let (session, until) = (evening.session, tokio::time::Instant::now() + SOON);
        loop {
            let kept = clinic.read(evening.leader, async move |work| taken(work, &session).await).await?;
            if kept == words {
                return Ok(());
            }
            assert!(tokio::time::Instant::now() < until, "it was not put down");
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    }

    async fn where_members_were_is_forgotten_though_nobody_closed_the_session(clinic: TestClinic) {
        let (evening, _house, _) = hour(&clinic).await?;
        let id = evening.session.id;
        let kept = async || clinic.read(evening.robin, async move |work| Ok(door(work, id).await?.answers.is_some())).await;
        let tidy = async || clinic.write(clinic.system(), async |work| forget_doors(work).await).await;
        tidy().await?;
        assert!(kept().await?);
        clinic.pass(Span::hours(26));
        tidy().await?;
        assert!(!kept().await?);
        Ok(())
    }
}
