//! Who sees a sheet, and that taking it back takes it away.

use super::super::{Replies, SharedSheet, answer_sheet, discard, reopen, replies_to, shared, shared_in, shown_sheet};
use super::*;
use crate::limits::REMARK_CHARS_MAX;

async fn with_jo(clinic: &TestClinic) -> Result<(Circle, Actor)> {
    let circle = Circle::of(clinic).await?;
    let jo = clinic.somebody("Jo").await?;
    circle.seat(clinic, jo, "Jo").await?;
    Ok((circle, jo))
}

scenarios! {
    async fn those_who_lead_read_what_is_shown_to_them_and_nothing_else(clinic: TestClinic) {
        let (circle, jo) = with_jo(&clinic).await?;
        let (id, person) = (circle.record(&clinic, "At home").await?, circle.person());
        let read = async move |work: &mut Work<'_>| shown_sheet(work, person, id).await.map(|(sheet, ..)| sheet);
        assert!(clinic.read(circle.leader, read).await?.answers.values.contains_key("situation"));
        assert_eq!(clinic.read(jo, read).await.err(), Some(Error::NotFound));
        for kept_back in [Audience::Nobody, Audience::GroupAnonymous] {
            circle.show(&clinic, id, kept_back).await?;
            assert_eq!(clinic.read(circle.leader, read).await.err(), Some(Error::NotFound), "{kept_back:?}");
        }
        circle.show(&clinic, id, Audience::Leader).await?;
        clinic.read(circle.leader, read).await?;
        clinic.write(circle.member, async move |work| reopen(work, id).await).await?;
        assert_eq!(clinic.read(circle.leader, read).await.err(), Some(Error::NotFound), "it is being changed");
        Ok(())
    }

    async fn a_group_sees_a_sheet_with_the_name_or_without_until_it_is_taken_back(clinic: TestClinic) {
        let (circle, jo) = with_jo(&clinic).await?;
        let (id, group) = (circle.record(&clinic, "At home").await?, circle.group);
        let look = async move |work: &mut Work<'_>| shared_in(work, group).await;
        assert!(clinic.read(jo, look).await?.readable.is_empty());
        circle.show(&clinic, id, Audience::Group).await?;
        let named = clinic.read(jo, look).await?.readable;
        assert_eq!(named[0].by.as_deref(), Some("Sam"));
        circle.show(&clinic, id, Audience::GroupAnonymous).await?;
        let unnamed = clinic.read(jo, look).await?.readable;
        assert_eq!((unnamed.len(), unnamed[0].by.as_deref()), (1, None));
        assert_ne!(unnamed[0].id, named[0].id, "the address tells nothing of the sheet that stood there with a name");
        let share = unnamed[0].id;
        circle.show(&clinic, id, Audience::Nobody).await?;
        let (sheet, _) = clinic.read(jo, async move |work| shared(work, share).await).await?;
        assert!(matches!(sheet, SharedSheet::TakenBack));
        assert!(clinic.read(jo, look).await?.readable.is_empty());
        let stranger = clinic.somebody("Stan").await?;
        let sought = clinic.read(stranger, async move |work| shared(work, share).await).await;
        assert_eq!(sought.err(), Some(Error::NotFound));
        Ok(())
    }

    async fn a_form_with_signs_of_danger_is_shown_to_those_who_lead_alone(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let id = circle.begin(&clinic, "diary-card").await?;
        let offered = circle.show(&clinic, id, Audience::Group).await;
        assert_eq!(offered, Err(Error::invalid("audience", "fault-choose")));
        Ok(())
    }

    async fn a_leader_answers_and_the_sheet_stays_as_it_was_read(clinic: TestClinic) {
        let (circle, jo) = with_jo(&clinic).await?;
        let (id, person) = (circle.record(&clinic, "At home").await?, circle.person());
        let say = |text: &str| Replies { to_pages: [("situation".to_owned(), text.to_owned())].into(), ..Replies::default() };
        let (kind, long) = (say("Well seen."), say(&"a".repeat(REMARK_CHARS_MAX + 1)));
        let fault = clinic.write(circle.leader, async move |work| answer_sheet(work, person, id, &long).await).await;
        assert_eq!(fault, Err(Error::invalid("all", "fault-long")));
        let nothing = clinic.write(circle.leader, async move |work| answer_sheet(work, person, id, &Replies::default()).await);
        assert_eq!(nothing.await, Err(Error::invalid("all", "fault-empty")));
        let by_jo = kind.clone();
        let refused = clinic.write(jo, async move |work| answer_sheet(work, person, id, &by_jo).await).await;
        assert_eq!(refused, Err(Error::NotFound));
        clinic.write(circle.leader, async move |work| answer_sheet(work, person, id, &kind).await).await?;
        let read = clinic.read(circle.member, async move |work| replies_to(work, id).await).await?;
        assert_eq!(read.to_pages.get("situation").map(String::as_str), Some("Well seen."));
        assert_eq!(read.by.as_deref(), Some("Mara"));
        let again = clinic.write(circle.member, async move |work| reopen(work, id).await).await;
        assert_eq!(again, Err(Error::Conflict("techniques-conflict-answered")));
        Ok(())
    }

    async fn a_draft_that_is_thrown_away_is_gone(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = circle.begin(&clinic, "thought-record").await?;
        clinic.write(circle.member, async move |work| discard(work, id).await).await?;
        assert_eq!(circle.finish(&clinic, id).await.err(), Some(Error::NotFound));
        let done = circle.record(&clinic, "At home").await?;
        let kept = clinic.write(circle.member, async move |work| discard(work, done).await).await;
        assert_eq!(kept, Err(Error::Conflict("techniques-conflict-finished")));
        Ok(())
    }
}
