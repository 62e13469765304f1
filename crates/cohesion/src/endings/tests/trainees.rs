//! A trainee's summary: it waits for whoever supervises them, and is signed beside or sent back.

use jiff::civil::date;

use super::super::{
    Signing, Summary, SummaryState, Written, countersign, ending, give_out, own_summaries, send_back, sign, store,
    summaries_waiting, summary, summary_at, waiting_summaries, write,
};
use super::{begin, leader, parts};
use crate::access::Actor;
use crate::audit::{Day, log};
use crate::clock::Span;
use crate::groups::{LeaderRole, appoint, give_up_seat, may_run, seat_of};
use crate::id::SeatId;
use crate::practice::{Practises, Qualification, Role, end_work};
use crate::testing::{Circle, TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// Noah, a trainee under Ines who has no part in the group, leads it as the second one and has signed Sam's summary.
struct Signed {
    circle: Circle,
    noah: Actor,
    ines: Actor,
    seat: SeatId,
}

fn licence(practises: Practises, last_day: jiff::civil::Date) -> Result<Qualification> {
    Ok(Qualification::Licence { place: "IE".parse()?, last_day, practises })
}

async fn seat_in(clinic: &TestClinic, circle: &Circle) -> Result<SeatId> {
    let (group, person) = (circle.group, circle.person());
    let seat = clinic.read(leader(clinic, circle), async move |work| seat_of(work, group, person).await).await?;
    Ok(seat.ok_or(Error::NotFound)?.id)
}

impl Signed {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let circle = Circle::of(clinic).await?;
        let ines = clinic.colleague("Ines", &[Role::Clinician]).await?;
        let noah = clinic.colleague("Noah", &[Role::Clinician]).await?;
        clinic.give_paper(ines, licence(Practises::Alone, date(2028, 12, 31))?).await?;
        clinic.give_paper(noah, licence(Practises::Under(who(ines)), date(2028, 12, 31))?).await?;
        let group = circle.group;
        let appointing = async move |work: &mut Work<'_>| appoint(work, group, who(noah), LeaderRole::CoLeader).await;
        clinic.write(leader(clinic, &circle), appointing).await?;
        begin(clinic, &circle, parts()).await?;
        let (noah, ines) = (clinic.signed_in(who(noah)), clinic.signed_in(who(ines)));
        let signed = Self { seat: seat_in(clinic, &circle).await?, circle, noah, ines };
        assert_eq!(signed.sign(clinic).await?, Signing::Waits);
        Ok(signed)
    }

    async fn sign(&self, clinic: &TestClinic) -> Result<Signing> {
        let (group, person) = (self.circle.group, self.circle.person());
        clinic.write(self.noah, async move |work| sign(work, group, person).await).await
    }

    async fn version(&self, clinic: &TestClinic) -> Result<u32> {
        let seat = self.seat;
        let row = clinic.read(self.ines, async move |work| store::find_summary(work, seat).await).await?;
        Ok(row.map_or(0, |row| row.version))
    }

    async fn beside(&self, clinic: &TestClinic, actor: Actor) -> Result<()> {
        let (seat, seen) = (self.seat, self.version(clinic).await?);
        clinic.write(actor, async move |work| countersign(work, seat, seen).await).await
    }

    async fn back(&self, clinic: &TestClinic, actor: Actor, words: &str) -> Result<()> {
        let (seat, seen, words) = (self.seat, self.version(clinic).await?, words.to_owned());
        clinic.write(actor, async move |work| send_back(work, seat, seen, &words).await).await
    }

    async fn read(&self, clinic: &TestClinic, actor: Actor) -> Result<Summary> {
        let seat = self.seat;
        clinic.read(actor, async move |work| summary_at(work, seat).await).await
    }

    async fn rewrite(&self, clinic: &TestClinic, parts: Vec<String>) -> Result<()> {
        let (group, person, seen) = (self.circle.group, self.circle.person(), self.version(clinic).await?);
        let writing = async move |work: &mut Work<'_>| {
            write(work, group, person, &Written { seen, parts: parts.clone(), plain: Vec::new() }).await
        };
        clinic.write(self.noah, writing).await.map(|_| ())
    }

    /// Somebody of the staff who supervises the group.
    async fn supervisor(&self, clinic: &TestClinic, called: &str) -> Result<Actor> {
        let (group, colleague) = (self.circle.group, clinic.colleague(called, &[Role::Clinician]).await?);
        let appointing =
            async move |work: &mut Work<'_>| appoint(work, group, who(colleague), LeaderRole::Supervisor).await;
        clinic.write(leader(clinic, &self.circle), appointing).await?;
        Ok(colleague)
    }

    async fn queue(&self, clinic: &TestClinic, actor: Actor) -> Result<Vec<SeatId>> {
        let queue = clinic.read(actor, async |work| waiting_summaries(work).await).await?;
        let count = clinic.read(actor, async |work| summaries_waiting(work).await).await?;
        assert_eq!(queue.len(), count);
        Ok(queue.into_iter().map(|one| one.seat).collect())
    }

    async fn give(&self, clinic: &TestClinic) -> Result<()> {
        let (group, person) = (self.circle.group, self.circle.person());
        clinic.write(leader(clinic, &self.circle), async move |work| give_out(work, group, person).await).await
    }
}

scenarios! {
    async fn a_trainees_summary_waits_for_their_supervisor_and_is_signed_beside(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let (group, person) = (signed.circle.group, signed.circle.person());
        let seen = clinic.read(signed.noah, async move |work| ending(work, group).await).await?;
        assert_eq!(seen.members[0].summary, SummaryState::Waiting);
        assert_eq!(signed.give(&clinic).await, Err(Error::Conflict("endings-conflict-waits")));
        let queue = clinic.read(signed.ines, async |work| waiting_summaries(work).await).await?;
        assert_eq!(queue.iter().map(|one| (one.person, one.signed_by.as_deref())).collect::<Vec<_>>(), [(person, Some("Noah"))]);
        assert_eq!(clinic.read(signed.ines, async |work| summaries_waiting(work).await).await?, 1);
        let before = signed.read(&clinic, signed.ines).await?;
        assert_eq!((before.called.as_str(), before.body.parts.clone()), ("Sam", parts()));
        signed.beside(&clinic, signed.ines).await?;
        let after = signed.read(&clinic, signed.ines).await?;
        assert_eq!((after.body, after.version), (before.body, before.version));
        assert_eq!(after.countersigned.map(|signed| signed.by), Some(who(signed.ines)));
        assert_eq!(signed.beside(&clinic, signed.ines).await, Err(Error::Conflict("endings-conflict-beside")));
        assert_eq!(clinic.read(signed.ines, async |work| summaries_waiting(work).await).await?, 0);
        signed.give(&clinic).await?;
        let own = clinic.read(signed.circle.member, async |work| own_summaries(work).await).await?;
        assert_eq!(own.readable.len(), 1);
        Ok(())
    }

    async fn a_summary_that_is_sent_back_is_a_draft_again_with_the_words_above_it(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let (group, person) = (signed.circle.group, signed.circle.person());
        assert_eq!(signed.back(&clinic, signed.ines, " ").await, Err(Error::invalid("words", "fault-empty")));
        signed.back(&clinic, signed.ines, "Which level did you set?").await?;
        let draft = clinic.read(signed.noah, async move |work| summary(work, group, person).await).await?;
        assert_eq!((draft.signed, draft.waits_for), (None, None));
        assert_eq!(draft.body.returned.as_ref().map(|returned| returned.words.as_str()), Some("Which level did you set?"));
        let mut mended = parts();
        mended[2].push_str(" Level: low.");
        signed.rewrite(&clinic, mended).await?;
        let kept = clinic.read(signed.noah, async move |work| summary(work, group, person).await).await?;
        assert!(kept.body.returned.is_some(), "the words stay while it is written on");
        assert_eq!(signed.sign(&clinic).await?, Signing::Waits);
        let again = signed.read(&clinic, signed.ines).await?;
        assert!(again.body.returned.is_none() && again.body.parts[2].ends_with("Level: low."));
        Ok(())
    }

    async fn nobody_signs_a_summary_beside_themselves_and_only_a_supervisor_beside_others(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let admin = clinic.administrator().await?;
        for actor in [signed.noah, leader(&clinic, &signed.circle), admin, signed.circle.member, clinic.system()] {
            assert_eq!(signed.beside(&clinic, actor).await, Err(Error::NotFound));
            assert_eq!(signed.back(&clinic, actor, "No").await, Err(Error::NotFound));
        }
        clinic.pass(Span::minutes(1));
        let (group, noah) = (signed.circle.group, who(signed.noah));
        let appointing = async move |work: &mut Work<'_>| appoint(work, group, noah, LeaderRole::Supervisor).await;
        clinic.write(leader(&clinic, &signed.circle), appointing).await?;
        assert_eq!(signed.beside(&clinic, signed.noah).await, Err(Error::NotFound), "who is in training signs beside nobody");
        clinic.give_paper(signed.noah, licence(Practises::Alone, date(2028, 12, 31))?).await?;
        assert_eq!(signed.beside(&clinic, signed.noah).await, Err(Error::Conflict("endings-conflict-own")));
        assert_eq!(signed.queue(&clinic, signed.noah).await?, []);
        Ok(())
    }

    async fn a_supervisor_finds_a_summary_in_the_queue_and_signs_it_on_its_page(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let page = format!("/care/summaries/{}", signed.seat);
        let mut ines = clinic.desk(signed.ines).await?;
        let queue = ines.get("/care/supervision").await;
        assert!(queue.body.contains(&page) && queue.body.contains("Summary of Sam"), "{}", queue.body);
        let shown = ines.get(&page).await;
        assert!(shown.body.contains("waits for a second signature"), "{}", shown.body);
        let ending = format!("/care/groups/{}/ending", signed.circle.group);
        assert!(!shown.body.contains(&ending), "nothing leads to the group of which she sees nothing");
        let seen = shown.field("seen");
        let refused = ines.post(&format!("{page}/return"), &[("seen", &seen), ("words", "")]).await;
        assert_eq!(refused.status, 422);
        let answer = ines.post(&format!("{page}/countersign"), &[("seen", &seen)]).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, page.as_str()));
        assert!(ines.get(&page).await.body.contains("Signed beside by Ines"));
        assert_eq!(ines.post(&format!("{page}/countersign"), &[("seen", &seen)]).await.status, 409);
        let mut mara = clinic.desk(leader(&clinic, &signed.circle)).await?;
        assert!(mara.get(&page).await.body.contains(&ending));
        Ok(())
    }

    async fn nobody_signs_beside_words_that_they_have_not_read(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let page = format!("/care/summaries/{}", signed.seat);
        let mut ines = clinic.desk(signed.ines).await?;
        let seen = ines.get(&page).await.field("seen");
        signed.back(&clinic, signed.ines, "Which level did you set?").await?;
        let mut mended = parts();
        mended[2].push_str(" Level: low.");
        signed.rewrite(&clinic, mended).await?;
        assert_eq!(signed.sign(&clinic).await?, Signing::Waits);
        for old in [&[("seen", seen.as_str())][..], &[]] {
            let stale = ines.post(&format!("{page}/countersign"), old).await;
            assert_eq!(stale.status, 409);
            assert!(stale.body.contains("Somebody else has written here") && stale.body.contains("Level: low."), "{}", stale.body);
        }
        let back = ines.post(&format!("{page}/return"), &[("seen", &seen), ("words", "Still the level?")]).await;
        assert!(back.status == 409 && back.body.contains("Still the level?"), "{}", back.body);
        assert!(signed.read(&clinic, signed.ines).await?.is_waiting);
        let read = back.field("seen");
        assert_eq!(ines.post(&format!("{page}/countersign"), &[("seen", &read)]).await.status, 303);
        Ok(())
    }

    async fn whoever_sends_the_last_summary_back_comes_to_an_empty_queue(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let page = format!("/care/summaries/{}", signed.seat);
        let mut ines = clinic.desk(signed.ines).await?;
        assert_eq!(ines.get("/care/supervision").await.status, 200);
        let seen = ines.get(&page).await.field("seen");
        let back = ines.post(&format!("{page}/return"), &[("seen", &seen), ("words", "Which level?")]).await;
        assert_eq!((back.status.as_u16(), back.location()), (303, "/care/supervision"));
        let empty = ines.get(back.location()).await;
        assert!(empty.status == 200 && empty.body.contains("Nothing waits for you."), "{}", empty.body);
        let now = clinic.app.clock().now();
        let day = Day { from: now - Span::days(1), until: now + Span::days(1), deed: None, colleague: None, before: None };
        let asking = async move |work: &mut Work<'_>| log(work, day).await;
        let (today, _) = clinic.read(clinic.administrator().await?, asking).await?;
        let refused = today.iter().filter(|line| line.outcome == "refused").map(|line| line.deed.as_str());
        assert_eq!(refused.collect::<Vec<_>>(), Vec::<&str>::new());
        let mut noah = clinic.desk(signed.noah).await?;
        assert_eq!(noah.get("/care/supervision").await.status, 404, "he supervises nobody");
        Ok(())
    }

    async fn who_is_in_training_does_not_sign_beside_another_trainee(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        clinic.pass(Span::minutes(1));
        let kit = signed.supervisor(&clinic, "Kit").await?;
        assert_eq!(signed.queue(&clinic, kit).await?, [signed.seat], "whoever supervises the group can");
        clinic.give_paper(kit, licence(Practises::Under(who(signed.ines)), date(2028, 12, 31))?).await?;
        assert_eq!(signed.queue(&clinic, kit).await?, []);
        assert_eq!(signed.beside(&clinic, kit).await, Err(Error::NotFound));
        assert_eq!(signed.back(&clinic, kit, "No").await, Err(Error::NotFound));
        let page = clinic.desk(kit).await?.get(&format!("/care/summaries/{}", signed.seat)).await;
        assert!(page.status == 200 && !page.body.contains("/countersign"), "{}", page.body);
        Ok(())
    }

    async fn once_the_supervisor_has_gone_whoever_supervises_since_signs(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let (ines, vera) = (who(signed.ines), clinic.colleague("Vera", &[Role::Clinician]).await?);
        assert_eq!(signed.queue(&clinic, vera).await?, []);
        clinic.write(clinic.system(), async move |work| end_work(work, ines).await).await?;
        assert_eq!(signed.beside(&clinic, signed.ines).await, Err(Error::NotFound));
        let page = format!("/care/groups/{}/summaries/{}", signed.circle.group, signed.circle.person());
        let mut mara = clinic.desk(leader(&clinic, &signed.circle)).await?;
        let shown = mara.get(&page).await;
        assert!(shown.body.contains("no longer works here"), "{}", shown.body);
        clinic.give_paper(signed.noah, licence(Practises::Under(who(vera)), date(2029, 12, 31))?).await?;
        assert!(mara.get(&page).await.body.contains("Waits for the signature of Vera"));
        assert_eq!(signed.queue(&clinic, vera).await?, [signed.seat]);
        signed.beside(&clinic, vera).await
    }

    async fn both_summaries_of_somebody_who_came_back_are_signed_each_at_its_own_address(clinic: TestClinic) {
        let mut signed = Signed::of(&clinic).await?;
        let (group, person, first) = (signed.circle.group, signed.circle.person(), signed.seat);
        clinic.write(leader(&clinic, &signed.circle), async move |work| {
            let grant = may_run(work, group).await?;
            let about = work.about(&grant, person);
            give_up_seat(work, &about, first, group).await
        }).await?;
        clinic.pass(Span::minutes(1));
        signed.circle.seat(&clinic, signed.circle.member, "Sam").await?;
        signed.seat = seat_in(&clinic, &signed.circle).await?;
        begin(&clinic, &signed.circle, parts()).await?;
        assert_eq!(signed.sign(&clinic).await?, Signing::Waits);
        assert_eq!(signed.queue(&clinic, signed.ines).await?, [first, signed.seat]);
        let mut ines = clinic.desk(signed.ines).await?;
        let queue = ines.get("/care/supervision").await;
        for seat in [first, signed.seat] {
            let page = format!("/care/summaries/{seat}");
            assert!(queue.body.contains(&page), "{}", queue.body);
            let seen = ines.get(&page).await.field("seen");
            assert_eq!(ines.post(&format!("{page}/countersign"), &[("seen", &seen)]).await.status, 303);
        }
        assert_eq!(signed.queue(&clinic, signed.ines).await?, []);
        let overview = clinic.desk(leader(&clinic, &signed.circle)).await?.get(&format!("/care/groups/{group}/ending")).await;
        assert!(overview.body.contains(&format!("/care/summaries/{first}")), "{}", overview.body);
        Ok(())
    }
}
