//! A trainee's note: it waits for whoever supervises them, and is signed beside or sent back.

use jiff::civil::date;

use super::super::{NoteState, Waiting, Waits, countersign, read, send_back, waiting, waiting_count};
use super::{Evening, NoteId, Outcome, again, only};
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::LeaderRole;
use crate::limits::TEXT_CHARS_MAX;
use crate::practice::{Practises, Qualification, Role, end_work};
use crate::testing::{TestClinic, who};
use crate::{Error, Result, scenarios};

/// Noah, a trainee under Ines who has no part in the group, leads it as the second one and has signed the note about Sam.
struct Signed {
    evening: Evening,
    noah: Actor,
    ines: Actor,
    note: NoteId,
}

fn licence(practises: Practises, last_day: jiff::civil::Date) -> Result<Qualification> {
    Ok(Qualification::Licence { place: "IE".parse()?, last_day, practises })
}

impl Signed {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let evening = Evening::of(clinic).await?;
        let ines = clinic.colleague("Ines", &[Role::Clinician]).await?;
        let noah = evening.with(clinic, "Noah", Role::Clinician, LeaderRole::CoLeader).await?;
        clinic.give_paper(ines, licence(Practises::Alone, date(2028, 12, 31))?).await?;
        clinic.give_paper(noah, licence(Practises::Under(who(ines)), date(2028, 12, 31))?).await?;
        evening.write(clinic).await?;
        assert_eq!(evening.sign_of(clinic, noah, evening.sam()).await?, Outcome::Waits);
        let note = evening.note(clinic, evening.sam()).await?.id;
        Ok(Self { evening, noah, ines, note })
    }

    async fn queue(&self, clinic: &TestClinic, actor: Actor) -> Result<Vec<Waiting>> {
        clinic.read(actor, async |work| waiting(work, Waits::Nothing).await).await
    }

    async fn beside(&self, clinic: &TestClinic, actor: Actor) -> Result<()> {
        let (id, seen) = (self.note, self.evening.row(clinic, self.note).await?.version);
        clinic.write(actor, async move |work| countersign(work, id, seen).await).await
    }

    async fn back(&self, clinic: &TestClinic, actor: Actor, words: &str) -> Result<()> {
        let (id, words) = (self.note, words.to_owned());
        let seen = self.evening.row(clinic, id).await?.version;
        clinic.write(actor, async move |work| send_back(work, id, seen, &words).await).await
    }
}

scenarios! {
    async fn a_trainees_note_waits_for_their_supervisor_and_is_signed_beside(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let note = signed.evening.note(&clinic, signed.evening.sam()).await?;
        assert_eq!((note.state, note.waits_for), (NoteState::Waiting, Some(who(signed.ines))));
        let before = signed.evening.row(&clinic, signed.note).await?.body;
        let queue = signed.queue(&clinic, signed.ines).await?;
        assert_eq!((queue.len(), queue[0].id, queue[0].signed_by.as_deref()), (1, signed.note, Some("Noah")));
        assert_eq!(clinic.read(signed.ines, async |work| waiting_count(work).await).await?, 1);
        signed.beside(&clinic, signed.ines).await?;
        let row = signed.evening.row(&clinic, signed.note).await?;
        assert_eq!((row.state, &row.body), (NoteState::Signed, &before));
        assert_eq!(row.countersigned.map(|signed| signed.by), Some(who(signed.ines)));
        assert_eq!(signed.beside(&clinic, signed.ines).await, Err(Error::Conflict("notes-conflict-signed")));
        assert_eq!(clinic.read(signed.ines, async |work| waiting_count(work).await).await?, 0);
        Ok(())
    }

    async fn a_note_that_is_sent_back_is_a_draft_again_with_the_words_above_it(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let sam = signed.evening.sam();
        assert_eq!(signed.back(&clinic, signed.ines, " ").await, Err(Error::invalid("words", "fault-empty")));
        let long = "x".repeat(TEXT_CHARS_MAX + 1);
        assert_eq!(signed.back(&clinic, signed.ines, &long).await, Err(Error::invalid("words", "fault-long")));
        signed.back(&clinic, signed.ines, "What does he plan?").await?;
        let section = signed.evening.section(&clinic, sam).await?;
        assert_eq!(section.sent_back.as_deref(), Some("What does he plan?"));
        let note = section.note.expect("it is there");
        assert_eq!((note.state, note.signed, note.waits_for), (NoteState::Draft, None, None));
        signed.evening.keep(&clinic, signed.noah, only(again(sam, "He plans two walks before Tuesday.", note.version))).await?;
        assert_eq!(signed.evening.sign_of(&clinic, signed.noah, sam).await?, Outcome::Waits);
        Ok(())
    }

    async fn nobody_signs_beside_themselves_and_only_a_supervisor_beside_others(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let vera = signed.evening.with(&clinic, "Vera", Role::Supervisor, LeaderRole::Supervisor).await?;
        let admin = clinic.administrator().await?;
        for actor in [signed.noah, signed.evening.mara, admin, signed.evening.circle.member, clinic.system()] {
            assert_eq!(signed.beside(&clinic, actor).await, Err(Error::NotFound));
            assert_eq!(signed.back(&clinic, actor, "No").await, Err(Error::NotFound));
        }
        assert_eq!(signed.queue(&clinic, signed.noah).await.map(|_| ()), Err(Error::NotFound));
        assert_eq!(signed.queue(&clinic, vera).await?.len(), 1, "whoever supervises the group sees it too");
        signed.beside(&clinic, vera).await?;
        let id = signed.note;
        let reading = clinic.read(vera, async move |work| read(work, id).await.map(|_| ())).await;
        assert_eq!(reading, Ok(()));
        Ok(())
    }

    async fn whoever_supervises_and_signs_as_a_trainee_does_not_sign_beside_themselves(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let group = signed.evening.circle.group;
        let noah = who(signed.noah);
        clinic.pass(Span::minutes(1));
        clinic.write(signed.evening.mara, async move |work| crate::groups::appoint(work, group, noah, LeaderRole::Supervisor).await).await?;
        assert_eq!(signed.beside(&clinic, signed.noah).await, Err(Error::NotFound), "who is in training signs beside nobody");
        clinic.give_paper(signed.noah, licence(Practises::Alone, date(2028, 12, 31))?).await?;
        assert_eq!(signed.beside(&clinic, signed.noah).await, Err(Error::Conflict("notes-conflict-own")));
        assert_eq!(signed.queue(&clinic, signed.noah).await?.len(), 0);
        Ok(())
    }

    async fn nobody_signs_beside_words_that_they_have_not_read(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let (sam, page) = (signed.evening.sam(), format!("/care/notes/{}", signed.note));
        let mut ines = clinic.desk(signed.ines).await?;
        let seen = ines.get(&page).await.field("seen");
        signed.back(&clinic, signed.ines, "What does he plan?").await?;
        let note = signed.evening.note(&clinic, sam).await?;
        signed.evening.keep(&clinic, signed.noah, only(again(sam, "He plans two walks.", note.version))).await?;
        assert_eq!(signed.evening.sign_of(&clinic, signed.noah, sam).await?, Outcome::Waits);
        for old in [&[("seen", seen.as_str())][..], &[]] {
            let stale = ines.post(&format!("{page}/countersign"), old).await;
            assert_eq!(stale.status, 409);
            assert!(stale.body.contains("Somebody else has written here") && stale.body.contains("two walks"), "{}", stale.body);
        }
        let back = ines.post(&format!("{page}/return"), &[("seen", &seen), ("words", "And when?")]).await;
        assert!(back.status == 409 && back.body.contains("And when?"), "{}", back.body);
        let read = back.field("seen");
        assert_eq!(ines.post(&format!("{page}/countersign"), &[("seen", &read)]).await.status, 303);
        Ok(())
    }

    async fn whoever_sends_the_last_note_back_comes_to_an_empty_queue(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let page = format!("/care/notes/{}", signed.note);
        let mut ines = clinic.desk(signed.ines).await?;
        let shown = ines.get(&page).await;
        let seen = shown.field("seen");
        assert!(!shown.body.contains(&format!("/care/people/{}", signed.evening.sam())), "nothing leads where she sees nothing");
        assert_eq!(ines.post(&format!("{page}/return"), &[("seen", &seen), ("words", " ")]).await.status, 422);
        let back = ines.post(&format!("{page}/return"), &[("seen", &seen), ("words", "What does he plan?")]).await;
        assert_eq!((back.status.as_u16(), back.location()), (303, "/care/supervision"));
        assert!(ines.get("/care").await.body.contains("href=\"/care/supervision\""), "Today leads there, empty or not");
        let empty = ines.get(back.location()).await;
        assert!(empty.status == 200 && empty.body.contains("Nothing waits for you."), "{}", empty.body);
        Ok(())
    }

    async fn who_is_in_training_does_not_sign_beside_another_trainee(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        clinic.pass(Span::minutes(1));
        let kit = signed.evening.with(&clinic, "Kit", Role::Clinician, LeaderRole::Supervisor).await?;
        clinic.give_paper(kit, licence(Practises::Under(who(signed.ines)), date(2028, 12, 31))?).await?;
        assert_eq!(signed.queue(&clinic, kit).await?.len(), 0);
        assert_eq!(signed.beside(&clinic, kit).await, Err(Error::NotFound));
        assert_eq!(signed.back(&clinic, kit, "No").await, Err(Error::NotFound));
        let page = clinic.desk(kit).await?.get(&format!("/care/notes/{}", signed.note)).await;
        assert!(page.status == 200 && !page.body.contains("/countersign"), "{}", page.body);
        Ok(())
    }

    async fn once_the_supervisor_has_gone_whoever_supervises_since_signs(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let (ines, vera) = (who(signed.ines), clinic.colleague("Vera", &[Role::Clinician]).await?);
        clinic.write(clinic.system(), async move |work| end_work(work, ines).await).await?;
        assert_eq!(signed.beside(&clinic, signed.ines).await, Err(Error::NotFound));
        let (mut mara, page) = (clinic.desk(signed.evening.mara).await?, format!("/care/notes/{}", signed.note));
        let shown = mara.get(&page).await;
        assert!(shown.body.contains("no longer works here"), "{}", shown.body);
        clinic.give_paper(signed.noah, licence(Practises::Under(who(vera)), date(2029, 12, 31))?).await?;
        assert!(mara.get(&page).await.body.contains("Waits for the signature of Vera"));
        assert_eq!(signed.queue(&clinic, vera).await?.len(), 1);
        signed.beside(&clinic, vera).await
    }
}
