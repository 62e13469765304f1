//! Drafts: what is known beforehand, what is kept, and two who write at once.

use super::super::{Alike, Other, Part, Sheet, Typed, choose_format, keep};
use super::{Evening, Format, OF_JO, OF_SAM, Section, again, note, only, shared};
use crate::access::Actor;
use crate::groups::LeaderRole;
use crate::limits::TEXT_CHARS_MAX;
use crate::practice::Role;
use crate::safety::{AlertId, Written, observe, take};
use crate::sessions::{Mark, Presence, close, mark_all};
use crate::testing::{TestClinic, who};
use crate::{Error, Result, id, scenarios};

async fn stale(clinic: &TestClinic, evening: &Evening, actor: Actor, sheet: Sheet) -> Result<Vec<Part>> {
    Ok(evening.keep(clinic, actor, sheet).await?.stale)
}

scenarios! {
    async fn each_who_came_has_a_part_with_their_facts_and_nobody_elses(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (id, jo, sam) = (evening.session.id, evening.jo, evening.sam());
        let late = Mark { person: jo, presence: Presence::Late, minutes: 75, words: Some("The train".to_owned()) };
        clinic.write(evening.mara, async move |work| mark_all(work, id, std::slice::from_ref(&late)).await).await?;
        let (group, once, words) = (evening.circle.group, id::random()?, Written::new("words", "Very low today")?);
        let alert: AlertId = clinic.write(evening.mara, async move |work| observe(work, group, sam, once, words.clone()).await).await?;
        let said = |section: Section| section.facts.into_iter().map(|fact| fact.said).collect::<Vec<_>>();
        assert_eq!(said(evening.section(&clinic, jo).await?), ["Came late, 75 of 90 minutes"]);
        let open = ["90 of 90 minutes", "an open concern that nobody has taken yet"];
        assert_eq!(said(evening.section(&clinic, sam).await?), open);
        clinic.write(evening.mara, async move |work| take(work, alert).await).await?;
        assert_eq!(said(evening.section(&clinic, sam).await?)[1], "an open concern, taken by Mara");
        let away = Mark { person: jo, presence: Presence::AbsentTold, minutes: 0, words: None };
        clinic.write(evening.mara, async move |work| {
            mark_all(work, id, std::slice::from_ref(&away)).await?;
            close(work, id).await
        }).await?;
        let desk = evening.desk(&clinic, evening.mara).await?;
        assert_eq!(desk.sections.iter().map(|one| one.person).collect::<Vec<_>>(), [sam]);
        assert!(desk.sections[0].filled().starts_with("Attendance: 90 of 90 minutes."));
        Ok(())
    }

    async fn a_note_begins_in_the_format_that_its_writer_likes_and_keeps_it(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.keep(&clinic, evening.mara, only(note(evening.sam(), OF_SAM))).await?;
        clinic.write(evening.mara, async |work| choose_format(work, Format::Soap).await).await?;
        let desk = evening.desk(&clinic, evening.mara).await?;
        assert_eq!(desk.format, Format::Soap);
        let format = |person| desk.sections.iter().find(|one| one.person == person).map(|one| one.body(desk.format).format);
        assert_eq!((format(evening.sam()), format(evening.jo)), (Some(Format::Dap), Some(Format::Soap)));
        Ok(())
    }

    async fn what_another_leader_wrote_meanwhile_is_not_written_over(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let ben = evening.with(&clinic, "Ben", Role::Clinician, LeaderRole::CoLeader).await?;
        let (sam, jo) = (evening.sam(), evening.jo);
        let first = Sheet { shared: Some(shared("Worry")), notes: vec![note(sam, OF_SAM)] };
        assert_eq!(stale(&clinic, &evening, evening.mara, first).await?, []);
        let second = Sheet { shared: Some(shared("Sleep")), notes: vec![note(sam, "Ben's words"), note(jo, OF_JO)] };
        assert_eq!(stale(&clinic, &evening, ben, second).await?, [Part::Shared, Part::Of(sam)]);
        assert_eq!(evening.note(&clinic, sam).await?.body.parts[0], OF_SAM);
        assert_eq!(evening.note(&clinic, jo).await?.body.parts[0], OF_JO, "the other part is kept");
        let seen = evening.note(&clinic, sam).await?;
        assert_eq!((seen.version, seen.written_by), (1, Some(who(evening.mara))));
        assert_eq!(stale(&clinic, &evening, ben, only(again(sam, "Both read it", 1))).await?, []);
        assert_eq!(stale(&clinic, &evening, evening.mara, only(again(sam, "Too late", 1))).await?, [Part::Of(sam)]);
        assert_eq!(evening.note(&clinic, sam).await?.body.parts[0], "Both read it");
        let record = evening.desk(&clinic, ben).await?.record.expect("it is written");
        assert_eq!((record.shared.topic.as_str(), record.version), ("Worry", 1));
        Ok(())
    }

    async fn nothing_is_written_before_the_session_has_begun_nor_about_a_stranger(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let next = evening.circle.plan(&clinic, 1).await?[0].id;
        let early = clinic.write(evening.mara, async move |work| keep(work, next, &Sheet::default()).await).await;
        assert_eq!(early, Err(Error::Conflict("notes-conflict-not-begun")));
        let kim = who(clinic.somebody("Kim").await?);
        let about_kim = evening.keep(&clinic, evening.mara, only(note(kim, "Nice"))).await;
        assert_eq!(about_kim, Err(Error::Conflict("sessions-conflict-seat")));
        Ok(())
    }

    async fn a_text_that_is_too_long_is_refused_by_its_field_and_nothing_is_kept(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let sam = evening.sam();
        let sheet = Sheet { shared: Some(shared("Worry")), notes: vec![note(sam, &"x".repeat(TEXT_CHARS_MAX + 1))] };
        let refused = evening.keep(&clinic, evening.mara, sheet).await;
        assert_eq!(refused, Err(Error::invalid(Part::Of(sam).field(0), "fault-long")));
        let desk = evening.desk(&clinic, evening.mara).await?;
        assert!(desk.record.is_none() && desk.sections.iter().all(|section| section.note.is_none()));
        let at_the_edge = only(note(sam, &"x".repeat(TEXT_CHARS_MAX)));
        assert_eq!(stale(&clinic, &evening, evening.mara, at_the_edge).await?, []);
        Ok(())
    }

    async fn a_note_that_is_as_good_as_another_is_told(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.keep(&clinic, evening.mara, Sheet { shared: None, notes: vec![note(evening.sam(), OF_SAM), note(evening.jo, OF_SAM)] }).await?;
        let alike = evening.section(&clinic, evening.sam()).await?.alike;
        assert_eq!(alike, Some(Alike { to: Other::Member(evening.jo), percent: 100 }));
        let parts = vec![OF_SAM.to_owned(), String::new(), String::new(), String::new()];
        evening.keep(&clinic, evening.mara, Sheet { shared: Some(Typed { seen: 0, parts, ..Typed::default() }), notes: Vec::new() }).await?;
        assert_eq!(evening.section(&clinic, evening.sam()).await?.alike, None, "what the record says counts for nothing");
        Ok(())
    }
}
