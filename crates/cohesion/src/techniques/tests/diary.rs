//! Diary cards, targets, the week and what a group's cards say together.

use super::super::{DIARY_CARD, diary_of, digest, end_target, own_diary, set_target};
use super::*;
use crate::identity::AccountKind;

/// A finished card of the member, for today.
async fn fill(clinic: &TestClinic, circle: &Circle) -> Result<SheetId> {
    let id = circle.begin(clinic, DIARY_CARD).await?;
    circle.keep(clinic, id, card("1", "no")).await?;
    circle.finish(clinic, id).await?;
    Ok(id)
}

async fn therapy(clinic: &TestClinic) -> Result<Circle> {
    let circle = Circle::of(clinic).await?;
    with_reader_on_duty(clinic, &circle).await?;
    Ok(circle)
}

/// Somebody more in the circle, who fills in a card.
async fn one_more(clinic: &TestClinic, circle: &Circle, called: &'static str) -> Result<()> {
    let member = clinic.somebody(called).await?;
    circle.seat(clinic, member, called).await?;
    fill(clinic, &Circle { leader: circle.leader, member, group: circle.group }).await?;
    Ok(())
}

scenarios! {
    async fn a_week_stands_side_by_side_for_the_member_and_those_who_lead(clinic: TestClinic) {
        let circle = therapy(&clinic).await?;
        fill(&clinic, &circle).await?;
        clinic.pass(Span::days(1));
        let draft = circle.begin(&clinic, DIARY_CARD).await?;
        circle.keep(&clinic, draft, card("2", "no")).await?;
        let (group, person) = (circle.group, circle.person());
        let own = clinic.read(circle.member, async move |work| own_diary(work, group, None).await).await?;
        assert_eq!(own.week.filled, [false, false, false, false, false, true, false], "a draft is not filled in");
        let urges = own.week.bands.iter().find(|band| band.field == "urges").expect("urges were written down");
        let suicide = urges.lines.iter().find(|line| line.label == "To end your life").expect("a line");
        assert_eq!((suicide.cells[5].as_deref(), suicide.cells[6].as_deref()), (Some("1"), Some("2")));
        let seen = clinic.read(circle.leader, async move |work| diary_of(work, person, None).await).await?;
        assert_eq!(seen.week.filled, [false, false, false, false, false, true, false], "a draft is nobody else's");
        let stranger = clinic.somebody("Stan").await?;
        let refused = clinic.read(stranger, async move |work| diary_of(work, person, None).await).await;
        assert_eq!(refused.err(), Some(Error::NotFound));
        Ok(())
    }

    async fn targets_stand_on_the_next_card_and_keep_their_days(clinic: TestClinic) {
        let circle = therapy(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let agreeing = async move |work: &mut Work<'_>| set_target(work, group, person, "Leave the room in time").await;
        let first = clinic.write(circle.leader, agreeing).await?;
        let id = circle.begin(&clinic, DIARY_CARD).await?;
        let sheet = clinic.read(circle.member, async move |work| own_sheet(work, id).await).await?;
        assert!(sheet.answers.typed().contains(&("targets.0.target".to_owned(), "Leave the room in time".to_owned())));
        clinic.pass(Span::days(3));
        clinic.write(circle.member, async move |work| end_target(work, first).await).await?;
        let diary = clinic.read(circle.member, async move |work| own_diary(work, group, None).await).await?;
        assert_eq!(diary.targets.len(), 1);
        assert_eq!(diary.targets[0].until.map(|until| until - diary.targets[0].from), Some(Span::days(3)));
        for text in [String::new(), "a".repeat(100_000)] {
            let wrong = clinic.write(circle.member, async move |work| set_target(work, group, person, &text).await).await;
            assert!(matches!(wrong, Err(Error::Invalid(_))));
        }
        let stranger = clinic.somebody("Stan").await?;
        assert_eq!(clinic.write(stranger, agreeing).await.err(), Some(Error::NotFound));
        for _ in 0..4 {
            clinic.write(circle.leader, agreeing).await?;
        }
        let full = clinic.write(circle.leader, agreeing).await;
        assert_eq!(full.err(), Some(Error::Conflict("techniques-conflict-targets")));
        Ok(())
    }

    async fn skills_of_a_week_are_told_of_four_members_and_never_of_fewer(clinic: TestClinic) {
        let circle = therapy(&clinic).await?;
        let group = circle.group;
        let look = async move |work: &mut Work<'_>| digest(work, group).await;
        fill(&clinic, &circle).await?;
        for called in ["Jo", "Kim"] {
            one_more(&clinic, &circle, called).await?;
        }
        assert_eq!(clinic.read(circle.leader, look).await?, None, "three are too few");
        one_more(&clinic, &circle, "Lee").await?;
        let told = clinic.read(circle.leader, look).await?.expect("four are enough");
        assert_eq!((told.members, told.skills), (4, vec![("STOP".to_owned(), 4, 4)]));
        assert_eq!(clinic.read(circle.member, look).await.err(), Some(Error::NotFound));
        clinic.pass(Span::days(8));
        assert_eq!(clinic.read(circle.leader, look).await?, None, "that was last week");
        Ok(())
    }

    async fn a_support_group_has_no_cards_and_no_targets(clinic: TestClinic) {
        let circle = support(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let own = clinic.read(circle.member, async move |work| own_diary(work, group, None).await).await;
        assert_eq!(own.err(), Some(Error::NotFound));
        let set = clinic.write(circle.member, async move |work| set_target(work, group, person, "Rest").await).await;
        assert_eq!(set.err(), Some(Error::NotFound));
        let mut phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
        let practice = phone.get("/me/practice").await;
        assert!(practice.status == 200 && !practice.body.contains("/me/practice/diary"), "{}", practice.body);
        Ok(())
    }

    async fn a_card_is_filled_in_from_the_week(clinic: TestClinic) {
        let circle = therapy(&clinic).await?;
        let mut phone = clinic.tab_for(circle.member, AccountKind::Member).await?;
        assert!(phone.get("/me/practice").await.body.contains("/me/practice/diary"));
        let week = phone.get("/me/practice/diary").await;
        assert!(week.body.contains("Fill in today") && week.body.contains("0 of 7 days"), "{}", week.body);
        let first = phone.post("/me/practice/forms/diary-card", &[("day", "2026-11-23")]).await.location().to_owned();
        let card = first.strip_suffix("/1").expect("it leads to the first page of the card");
        assert_eq!(phone.get(&first).await.status, 200);
        let all = phone.get(&format!("{card}/all")).await;
        assert!(all.body.contains("value=\"23\""), "the day is known: {}", all.body);
        let week = phone.get("/me/practice/diary").await;
        assert!(week.body.contains("value=\"2026-11-23\"") && week.body.contains("0 of 7 days"), "begun is not filled in: {}", week.body);
        let again = phone.post("/me/practice/forms/diary-card", &[("day", "2026-11-23")]).await;
        assert_eq!(again.location(), first, "the same card");
        let set = phone.post("/me/practice/diary/targets", &[("target", "Leave the room")]).await;
        assert_eq!(set.location(), "/me/practice/diary");
        assert_eq!(phone.post("/me/practice/diary/targets", &[("target", "")]).await.status, 422);
        assert!(phone.get("/me/practice/diary").await.body.contains("Leave the room"));
        let mut desk = clinic.desk(circle.leader).await?;
        let seen = desk.get(&format!("/care/people/{}/diary", circle.person())).await;
        assert!(seen.body.contains("Leave the room") && seen.body.contains("Nothing is written down"), "{}", seen.body);
        Ok(())
    }
}
