//! A trainee's summary: it waits for whoever supervises them, and is signed beside or sent back.

use jiff::civil::date;

use super::super::{
    Signing, SummaryState, Written, countersign, ending, give_out, own_summaries, send_back, sign, summaries_waiting,
    summary, waiting_summaries, write,
};
use super::{begin, leader, parts};
use crate::access::Actor;
use crate::clock::Span;
use crate::groups::{LeaderRole, appoint};
use crate::practice::{Practises, Qualification, Role};
use crate::testing::{Circle, TestClinic, who};
use crate::work::Work;
use crate::{Error, Result, scenarios};

/// Noah, a trainee under Ines who has no part in the group, leads it as the second one and has signed Sam's summary.
struct Signed {
    circle: Circle,
    noah: Actor,
    ines: Actor,
}

impl Signed {
    async fn of(clinic: &TestClinic) -> Result<Self> {
        let circle = Circle::of(clinic).await?;
        let ines = clinic.colleague("Ines", &[Role::Clinician]).await?;
        let noah = clinic.colleague("Noah", &[Role::Clinician]).await?;
        let paper = |practises| {
            Ok::<_, Error>(Qualification::Licence { place: "IE".parse()?, last_day: date(2028, 12, 31), practises })
        };
        clinic.give_paper(ines, paper(Practises::Alone)?).await?;
        clinic.give_paper(noah, paper(Practises::Under(who(ines)))?).await?;
        let group = circle.group;
        let appointing = async move |work: &mut Work<'_>| appoint(work, group, who(noah), LeaderRole::CoLeader).await;
        clinic.write(leader(clinic, &circle), appointing).await?;
        begin(clinic, &circle, parts()).await?;
        let signed = Self { circle, noah: clinic.signed_in(who(noah)), ines: clinic.signed_in(who(ines)) };
        assert_eq!(signed.sign(clinic).await?, Signing::Waits);
        Ok(signed)
    }

    async fn sign(&self, clinic: &TestClinic) -> Result<Signing> {
        let (group, person) = (self.circle.group, self.circle.person());
        clinic.write(self.noah, async move |work| sign(work, group, person).await).await
    }

    async fn beside(&self, clinic: &TestClinic, actor: Actor) -> Result<()> {
        let (group, person) = (self.circle.group, self.circle.person());
        clinic.write(actor, async move |work| countersign(work, group, person).await).await
    }

    async fn back(&self, clinic: &TestClinic, actor: Actor, words: &str) -> Result<()> {
        let (group, person, words) = (self.circle.group, self.circle.person(), words.to_owned());
        clinic.write(actor, async move |work| send_back(work, group, person, &words).await).await
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
        let before = clinic.read(signed.ines, async move |work| summary(work, group, person).await).await?;
        assert_eq!((before.called.as_str(), before.body.parts.clone()), ("Sam", parts()));
        signed.beside(&clinic, signed.ines).await?;
        let after = clinic.read(signed.ines, async move |work| summary(work, group, person).await).await?;
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
        let seen = draft.version;
        let writing = async move |work: &mut Work<'_>| {
            write(work, group, person, &Written { seen, parts: mended.clone(), plain: Vec::new() }).await
        };
        clinic.write(signed.noah, writing).await?;
        let kept = clinic.read(signed.noah, async move |work| summary(work, group, person).await).await?;
        assert!(kept.body.returned.is_some(), "the words stay while it is written on");
        assert_eq!(signed.sign(&clinic).await?, Signing::Waits);
        let again = clinic.read(signed.ines, async move |work| summary(work, group, person).await).await?;
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
        assert_eq!(signed.beside(&clinic, signed.noah).await, Err(Error::Conflict("endings-conflict-own")));
        Ok(())
    }

    async fn a_supervisor_finds_a_summary_in_the_queue_and_signs_it_on_its_page(clinic: TestClinic) {
        let signed = Signed::of(&clinic).await?;
        let (group, person) = (signed.circle.group, signed.circle.person());
        let page = format!("/care/groups/{group}/summaries/{person}");
        let mut ines = clinic.desk(signed.ines).await?;
        let queue = ines.get("/care/supervision").await;
        assert!(queue.body.contains(&page) && queue.body.contains("Summary of Sam"), "{}", queue.body);
        let shown = ines.get(&page).await;
        assert!(shown.body.contains("waits for a second signature"), "{}", shown.body);
        let refused = ines.post(&format!("{page}/return"), &[("words", "")]).await;
        assert_eq!(refused.status, 422);
        let answer = ines.post(&format!("{page}/countersign"), &[]).await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, page.as_str()));
        assert!(ines.get(&page).await.body.contains("Signed beside by Ines"));
        assert_eq!(ines.post(&format!("{page}/countersign"), &[]).await.status, 409);
        Ok(())
    }
}
