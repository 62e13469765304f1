//! Sending twice, and correcting: what was sent first stays, and what tells of danger is never lost.

use super::super::{Answered, answered};
use super::*;
use crate::safety::AlertId;
use crate::scenarios;

async fn correction(clinic: &TestClinic, circle: &Circle, id: AssignmentId, sheet: Sheet) -> Result<Submitted> {
    clinic.write(circle.member, async move |work| correct(work, id, &sheet).await).await
}

async fn read(clinic: &TestClinic, circle: &Circle, id: AssignmentId) -> Result<Answered> {
    clinic.read(circle.member, async move |work| answered(work, id).await).await
}

/// A PHQ-9 with this answer to its ninth item.
fn ninth(key: u8, answer: usize) -> Sheet {
    let mut sheet = sheet(key, &CALM);
    sheet.positions[8] = Some(answer);
    sheet
}

async fn alert_of(clinic: &TestClinic, circle: &Circle, id: AssignmentId, sheet: Sheet) -> Result<Option<AlertId>> {
    Ok(correction(clinic, circle, id, sheet).await?.alert)
}

scenarios! {
    async fn the_same_form_sent_twice_leads_to_help_twice_even_without_its_answers(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let (id, first) = circle.send(&clinic, "phq-9", ninth(7, 1)).await?;
        assert!(first.alert.is_some());
        let empty = Sheet { key: [7; 16], ..Sheet::default() };
        let again = clinic.write(circle.member, async move |work| submit(work, id, &empty).await).await?;
        assert_eq!(again, first);
        Ok(())
    }

    async fn a_correction_that_tells_of_danger_raises_an_alert(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let (id, first) = circle.send(&clinic, "phq-9", ninth(1, 0)).await?;
        assert_eq!(first.alert, None);
        let corrected = correction(&clinic, &circle, id, ninth(2, 1)).await?;
        assert!(corrected.alert.is_some());
        assert_eq!(correction(&clinic, &circle, id, ninth(2, 1)).await?, corrected, "sent twice");
        assert_eq!(read(&clinic, &circle, id).await?.versions.len(), 2);
        Ok(())
    }

    async fn a_correction_that_tells_more_is_told_again_and_one_that_tells_less_is_not(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let (id, first) = circle.send(&clinic, "phq-9", ninth(1, 1)).await?;
        let more = alert_of(&clinic, &circle, id, ninth(2, 3)).await?;
        assert!(more.is_some() && more != first.alert);
        assert_eq!(alert_of(&clinic, &circle, id, ninth(3, 2)).await?, more, "it stands because of what was told before");
        assert_eq!(alert_of(&clinic, &circle, id, ninth(4, 0)).await?, None);
        assert_eq!(alert_of(&clinic, &circle, id, ninth(2, 3)).await?, more, "the form of then, sent again");
        let anew = alert_of(&clinic, &circle, id, ninth(5, 1)).await?;
        assert!(anew.is_some() && anew != more && anew != first.alert);
        Ok(())
    }

    async fn an_item_that_was_left_open_and_is_answered_tells_more(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        with_reader_on_duty(&clinic, &circle).await?;
        let mut open = sheet(1, &CALM);
        open.positions[8] = None;
        let (id, first) = circle.send(&clinic, "phq-9", open).await?;
        let told = alert_of(&clinic, &circle, id, ninth(2, 1)).await?;
        assert!(first.alert.is_some() && told.is_some() && told != first.alert);
        Ok(())
    }

    async fn a_correction_that_changes_nothing_is_none(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (id, first) = circle.send(&clinic, "gad-7", sheet(1, &[2; 7])).await?;
        assert_eq!(correction(&clinic, &circle, id, sheet(2, &[2; 7])).await?, first);
        assert_eq!(read(&clinic, &circle, id).await?.versions.len(), 1);
        Ok(())
    }

    async fn only_what_was_answered_is_corrected_and_only_by_who_answered(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let open = circle.ask(&clinic, "gad-7").await?.expect("a new assignment");
        let early = correction(&clinic, &circle, open, sheet(1, &[1; 7])).await;
        assert_eq!(early, Err(Error::Conflict("assessments-conflict-not-answered")));
        let (id, _) = circle.send(&clinic, "gad-7", sheet(1, &[2; 7])).await?;
        let tried = clinic.write(circle.leader, async move |work| correct(work, id, &sheet(2, &[1; 7])).await).await;
        assert_eq!(tried, Err(Error::NotFound));
        Ok(())
    }
}
