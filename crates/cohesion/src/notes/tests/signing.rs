//! Signing: what stands in the way, what stays for ever, and what can be added.

use super::super::note::open;
use super::super::{
    Added, Alike, Fix, How, NoteState, Other, Part, SaidKind, add, append, deeds, mend, notes_of, read,
};
use super::{Evening, NoteRow, OF_JO, OF_SAM, Outcome, Sheet, Signing, again, note, only, shared, store};
use crate::clock::Span;
use crate::groups::{give_up_seat, may_run, seat_of};
use crate::limits::{NOTE_LATE_AFTER, TEXT_CHARS_MAX};
use crate::practice::Role;
use crate::testing::who;
use crate::{Error, scenarios};

::store::statements! {
    DAMAGE_NOTE = "update member_notes set body = $1 where practice_id = $2 and person_id = $3";
}

scenarios! {
    async fn a_note_with_another_members_name_is_signed_only_once_it_is_mended(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        let (id, sam) = (evening.session.id, evening.sam());
        let named = "Sam comforted Jo, and wrote down what Jo said.";
        evening.keep(&clinic, evening.mara, only(again(sam, named, 1))).await?;
        let Outcome::Names(found) = evening.sign_of(&clinic, evening.mara, sam).await? else { panic!("it was signed") };
        let places: Vec<(usize, usize)> = found[0].hits.iter().map(|hit| (hit.start, hit.end)).collect();
        assert_eq!(places, [(14, 16), (38, 40)], "and not Sam's own name");
        assert_eq!(evening.note(&clinic, sam).await?.state, NoteState::Draft);
        let mut fix = Fix { only: Some((0, 14, 16)), how: How::Replace };
        clinic.write(evening.mara, async move |work| mend(work, id, Part::Of(sam), fix).await).await?;
        assert_eq!(evening.note(&clinic, sam).await?.body.parts[0], "Sam comforted another member, and wrote down what Jo said.");
        fix.only = None;
        clinic.write(evening.mara, async move |work| mend(work, id, Part::Of(sam), fix).await).await?;
        assert_eq!(evening.note(&clinic, sam).await?.body.parts[0], "Sam comforted another member, and wrote down what another member said.");
        assert_eq!(evening.sign_of(&clinic, evening.mara, sam).await?, Outcome::Signed);
        Ok(())
    }

    async fn a_word_that_only_looks_like_a_name_is_called_plain_and_stays(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        let (id, sam) = (evening.session.id, evening.sam());
        let words = "Jo means coffee where Sam comes from, he says.";
        evening.keep(&clinic, evening.mara, only(again(sam, words, 1))).await?;
        assert!(matches!(evening.sign_of(&clinic, evening.mara, sam).await?, Outcome::Names(_)));
        let fix = Fix { only: Some((0, 0, 2)), how: How::Plain };
        clinic.write(evening.mara, async move |work| mend(work, id, Part::Of(sam), fix).await).await?;
        assert_eq!(evening.sign_of(&clinic, evening.mara, sam).await?, Outcome::Signed);
        let body = evening.note(&clinic, sam).await?.body;
        assert_eq!((body.parts[0].as_str(), body.plain), (words, vec!["Jo".to_owned()]), "and who signed it has said so");
        Ok(())
    }

    async fn a_record_that_names_somebody_keeps_every_note_from_being_signed(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.session.id;
        evening.keep(&clinic, evening.mara, Sheet { shared: Some(shared("What Sam brought")), notes: vec![note(evening.jo, OF_JO)] }).await?;
        assert_eq!(evening.sign_of(&clinic, evening.mara, evening.jo).await?, Outcome::SharedNames);
        clinic.write(evening.mara, async move |work| mend(work, id, Part::Shared, Fix::ALL).await).await?;
        assert_eq!(evening.sign_of(&clinic, evening.mara, evening.jo).await?, Outcome::Signed);
        let record = evening.desk(&clinic, evening.mara).await?.record.expect("it is written");
        assert_eq!(record.shared.topic, "What another member brought");
        assert_eq!(record.signed.map(|signed| signed.by), Some(who(evening.mara)), "it is signed with the first note");
        Ok(())
    }

    async fn something_is_added_to_a_signed_record_and_names_nobody(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let id = evening.session.id;
        let append_it = async |words: &'static str| {
            clinic.write(evening.mara, async move |work| append(work, id, words).await).await
        };
        assert_eq!(append_it("Nothing yet").await, Err(Error::Conflict("notes-conflict-not-signed")));
        evening.write(&clinic).await?;
        assert_eq!(append_it("Not signed").await, Err(Error::Conflict("notes-conflict-not-signed")));
        assert_eq!(evening.sign_of(&clinic, evening.mara, evening.sam()).await?, Outcome::Signed);
        let signed = evening.desk(&clinic, evening.mara).await?.record.expect("it is written").shared;
        assert_eq!(append_it(" ").await, Err(Error::invalid("words", "fault-empty")));
        assert!(matches!(append_it("Jo brought the cards.").await?, Added::Names(_)));
        assert_eq!(append_it("The cards were handed out too.").await?, Added::Done);
        assert_eq!(append_it("And taken home.").await?, Added::Done);
        let record = evening.desk(&clinic, evening.mara).await?.record.expect("it is written");
        let added: Vec<_> = record.added.iter().map(|said| (said.words.as_str(), said.by)).collect();
        let mara = Some(who(evening.mara));
        assert_eq!(added, [("The cards were handed out too.", mara), ("And taken home.", mara)]);
        assert_eq!(record.shared, signed, "what was signed stays");
        Ok(())
    }

    async fn a_signed_note_stays_byte_for_byte_and_is_not_signed_twice(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        let sam = evening.sam();
        assert_eq!(evening.sign_of(&clinic, evening.mara, sam).await?, Outcome::Signed);
        let note = evening.note(&clinic, sam).await?;
        assert_eq!((note.state, note.is_late, note.signed.map(|signed| signed.by)), (NoteState::Signed, false, Some(who(evening.mara))));
        assert_eq!(note.body.parts[0], OF_SAM);
        assert_eq!(note.body.shared.as_ref().map(|shared| shared.topic.as_str()), Some("Worry and the facts"));
        assert_eq!(note.body.facts[0].said, "90 of 90 minutes");
        let before = evening.row(&clinic, note.id).await?;
        clinic.pass(Span::days(9));
        assert_eq!(evening.sign_of(&clinic, evening.mara, sam).await?, Outcome::Already);
        let over = Sheet { shared: Some(shared("Otherwise")), notes: vec![again(sam, "Otherwise", note.version)] };
        assert_eq!(evening.keep(&clinic, evening.mara, over).await?.stale, [Part::Shared, Part::Of(sam)]);
        let id = note.id;
        assert_eq!(clinic.write(evening.mara, async move |work| add(work, id, "He rang on Monday.").await).await?, Added::Done);
        let after = evening.row(&clinic, note.id).await?;
        assert_eq!((&after.body, after.digest, after.version), (&before.body, before.digest, before.version));
        assert_eq!(after.digest, Some(keyring::digest(&after.body)));
        assert_eq!(clinic.read(evening.mara, async move |work| read(work, id).await).await?.0.body, note.body);
        Ok(())
    }

    async fn what_nobody_wrote_is_not_signed(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (sam, jo) = (evening.sam(), evening.jo);
        assert_eq!(evening.sign(&clinic, evening.mara, Signing::default()).await?, []);
        assert_eq!(evening.sign_of(&clinic, evening.mara, sam).await?, Outcome::Unwritten);
        let filled = evening.section(&clinic, jo).await?.filled();
        evening.keep(&clinic, evening.mara, Sheet { shared: None, notes: vec![note(sam, OF_SAM), note(jo, &filled)] }).await?;
        assert_eq!(evening.sign_of(&clinic, evening.mara, sam).await?, Outcome::SharedUnwritten);
        assert_eq!(evening.sign_of(&clinic, evening.mara, jo).await?, Outcome::Unwritten, "the facts alone are no note");
        Ok(())
    }

    async fn a_likeness_is_shown_before_a_note_is_signed(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        let (sam, jo) = (evening.sam(), evening.jo);
        evening.keep(&clinic, evening.mara, Sheet { shared: Some(shared("Worry")), notes: vec![note(sam, OF_SAM), note(jo, OF_SAM)] }).await?;
        let alike = |to| Outcome::Alike(Alike { to: Other::Member(to), percent: 100 });
        let mut signed = evening.sign(&clinic, evening.mara, Signing::default()).await?;
        signed.sort_by_key(|(person, _)| *person != jo);
        assert_eq!(signed, [(jo, alike(sam)), (sam, alike(jo))]);
        let signing = Signing { people: vec![sam], shown_alike: vec![sam] };
        assert_eq!(evening.sign(&clinic, evening.mara, signing).await?, [(sam, Outcome::Signed)]);
        Ok(())
    }

    async fn a_note_that_is_signed_long_after_says_so(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        clinic.pass(evening.session.ends_at + NOTE_LATE_AFTER - clinic.app.clock().now());
        evening.sign_of(&clinic, evening.mara, evening.sam()).await?;
        clinic.pass(Span(1));
        evening.sign_of(&clinic, evening.mara, evening.jo).await?;
        assert!(!evening.note(&clinic, evening.sam()).await?.is_late);
        assert!(evening.note(&clinic, evening.jo).await?.is_late);
        Ok(())
    }

    async fn something_is_added_dated_and_without_names_and_only_to_what_is_signed(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        let id = evening.note(&clinic, evening.sam()).await?.id;
        let adding = async |words: String| clinic.write(evening.mara, async move |work| add(work, id, &words).await).await;
        assert_eq!(adding("More.".to_owned()).await, Err(Error::Conflict("notes-conflict-not-signed")));
        evening.sign_of(&clinic, evening.mara, evening.sam()).await?;
        assert!(matches!(adding("He met Jo Example.".to_owned()).await?, Added::Names(_)));
        assert_eq!(adding("  ".to_owned()).await, Err(Error::invalid("words", "fault-empty")));
        assert_eq!(adding("x".repeat(TEXT_CHARS_MAX + 1)).await, Err(Error::invalid("words", "fault-long")));
        clinic.pass(Span::days(1));
        assert_eq!(adding("He rang.".to_owned()).await?, Added::Done);
        let (_, said) = clinic.read(evening.mara, async move |work| read(work, id).await).await?;
        let now = clinic.app.clock().now();
        let found: Vec<_> = said.iter().map(|said| (said.kind, said.words.as_str(), said.by, said.at)).collect();
        assert_eq!(found, [(SaidKind::Addendum, "He rang.", Some(who(evening.mara)), now)]);
        Ok(())
    }

    async fn a_signed_note_that_was_tampered_with_does_not_open(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        evening.sign_of(&clinic, evening.mara, evening.sam()).await?;
        let note = evening.note(&clinic, evening.sam()).await?;
        let opening = clinic.read(evening.mara, async move |work| {
            let row = store::find_note(work, note.id).await?;
            let grant = deeds::may_read_note(work, &row).await?;
            open(work, &grant, NoteRow { digest: Some([0; 32]), ..row }).await.map(|_| ())
        });
        assert!(matches!(opening.await, Err(Error::Bug(_))));
        Ok(())
    }

    async fn a_damaged_note_leaves_the_others_on_the_desk_and_is_counted(clinic: TestClinic) {
        let (evening, practice) = (Evening::of(&clinic).await?, clinic.practice);
        evening.write(&clinic).await?;
        let sam = evening.sam();
        let damaging = async move |tx: &mut dyn ::store::Tx| {
            tx.run(&DAMAGE_NOTE, ::store::params![vec![7_u8; 64], practice, sam]).await
        };
        assert_eq!(clinic.app.db().write(damaging).await?, 1);
        let desk = evening.desk(&clinic, evening.mara).await?;
        assert_eq!(desk.sections.iter().map(|section| section.person).collect::<Vec<_>>(), [evening.jo]);
        assert_eq!(desk.damaged, 1);
        let notes = clinic.read(evening.mara, async move |work| notes_of(work, sam).await).await?;
        assert_eq!((notes.readable.len(), notes.damaged), (0, 1));
        Ok(())
    }

    async fn the_notes_of_somebody_who_has_left_stay_with_those_who_lead(clinic: TestClinic) {
        let evening = Evening::of(&clinic).await?;
        evening.write(&clinic).await?;
        evening.sign_of(&clinic, evening.mara, evening.sam()).await?;
        let (group, sam) = (evening.circle.group, evening.sam());
        clinic.write(evening.mara, async move |work| {
            let seat = seat_of(work, group, sam).await?.expect("Sam sits there").id;
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, sam);
            give_up_seat(work, &about, seat, group).await
        }).await?;
        let notes = clinic.read(evening.mara, async move |work| notes_of(work, sam).await).await?.readable;
        assert_eq!(notes.iter().map(|note| note.body.parts[0].as_str()).collect::<Vec<_>>(), [OF_SAM]);
        let stranger = clinic.colleague("Kit", &[Role::Clinician]).await?;
        let refused = clinic.read(stranger, async move |work| notes_of(work, sam).await.map(|_| ())).await;
        assert_eq!(refused, Err(Error::NotFound));
        Ok(())
    }
}
