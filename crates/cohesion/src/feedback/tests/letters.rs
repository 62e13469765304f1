//! Letters: written, given, answered and looked after; and all that stands in the way.

use super::*;
use crate::feedback::{LetterState, Obstacle, close, discard, letters_of, mend, my_letters, take, waiting_answers};
use crate::groups::{LeaderRole, appoint};
use crate::notes::{Fix, How};
use crate::notices::{Kind, notices};
use crate::practice::Role;

scenarios! {
    async fn a_letter_is_written_given_answered_and_looked_after(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let id = begun(&clinic, &circle).await?;
        assert_eq!(begun(&clinic, &circle).await?, id, "two who lead write on one draft");
        kept(&clinic, circle.leader, id, typed(1, NOTICED)).await?;
        assert_eq!(read(&clinic, circle.member, id).await.map(drop), Err(Error::NotFound), "a draft is not the member's");
        assert!(clinic.read(circle.member, async |work| my_letters(work).await).await?.readable.is_empty());
        assert_eq!(given(&clinic, circle.leader, id, Spoken::NotYet).await?, Released::Done);
        let told = clinic.read(circle.member, async |work| notices(work).await).await?;
        assert!(told.iter().any(|notice| notice.kind == Kind::LetterCame && notice.about == id.0));
        let mine = read(&clinic, circle.member, id).await?;
        assert_eq!((mine.body.part(Part::Noticed), mine.body.to.as_str(), mine.state), (NOTICED, "Sam", LetterState::Released));
        answered(&clinic, circle.member, id, Fits::Partly, " The first weeks were harder. ").await?;
        let waiting = clinic.read(circle.leader, async move |work| waiting_answers(work, group).await).await?;
        assert_eq!((waiting.len(), waiting[0].letter, waiting[0].fits, waiting[0].called.as_str()), (1, id, Fits::Partly, "Sam"));
        clinic.write(circle.leader, async move |work| close(work, id).await).await?;
        assert!(clinic.read(circle.leader, async move |work| waiting_answers(work, group).await).await?.is_empty());
        let again = clinic.write(circle.leader, async move |work| close(work, id).await).await;
        assert_eq!(again, Err(Error::Conflict("feedback-conflict-closed")));
        let theirs = clinic.read(circle.leader, async move |work| letters_of(work, group, person).await).await?.readable;
        let (reply, _) = theirs[0].reply.clone().expect("it was answered");
        assert_eq!((theirs.len(), reply.words.as_str()), (1, "The first weeks were harder."));
        Ok(())
    }

    async fn what_was_given_stays_as_it_is(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = a_letter(&clinic, &circle).await?;
        let released = || Err(Error::Conflict("feedback-conflict-released"));
        let before = read(&clinic, circle.member, id).await?;
        assert_eq!(kept(&clinic, circle.leader, id, typed(2, "Something else.")).await, released());
        assert_eq!(given(&clinic, circle.leader, id, Spoken::Yes).await.map(drop), released(), "twice");
        assert_eq!(clinic.write(circle.leader, async move |work| mend(work, id, Fix::ALL).await).await, released());
        let taken = clinic.write(circle.leader, async move |work| take(work, Words::english(), id, &[]).await).await;
        assert_eq!(taken, released());
        let after = read(&clinic, circle.member, id).await?;
        assert_eq!((after.body, after.version), (before.body, before.version));
        assert_ne!(begun(&clinic, &circle).await?, id, "a correction is another letter");
        Ok(())
    }

    async fn a_letter_to_somebody_who_left_is_not_given_and_the_draft_is_kept(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = begun(&clinic, &circle).await?;
        kept(&clinic, circle.leader, id, typed(1, NOTICED)).await?;
        left(&clinic, &circle).await?;
        let conflict = || Err(Error::Conflict("feedback-conflict-left"));
        assert_eq!(given(&clinic, circle.leader, id, Spoken::NotYet).await.map(drop), conflict());
        let draft = read(&clinic, circle.leader, id).await?;
        assert_eq!((draft.state, draft.body.part(Part::Noticed)), (LetterState::Draft, NOTICED));
        assert_eq!(begun(&clinic, &circle).await.map(drop), conflict());
        assert!(clinic.read(circle.member, async |work| my_letters(work).await).await?.readable.is_empty());
        Ok(())
    }

    async fn a_letter_that_was_given_is_read_after_leaving_too(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = a_letter(&clinic, &circle).await?;
        left(&clinic, &circle).await?;
        assert_eq!(read(&clinic, circle.member, id).await?.body.part(Part::Noticed), NOTICED);
        assert_eq!(clinic.read(circle.member, async |work| my_letters(work).await).await?.readable.len(), 1);
        Ok(())
    }

    async fn the_name_of_another_member_stands_in_the_way_and_one_tap_mends_it(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.seat(&clinic, clinic.somebody("Jo").await?, "Jo").await?;
        let id = begun(&clinic, &circle).await?;
        kept(&clinic, circle.leader, id, typed(1, "Sam, you comforted Jo when it became quiet.")).await?;
        let Released::Not(obstacles) = given(&clinic, circle.leader, id, Spoken::NotYet).await? else { panic!("it was given") };
        let [Obstacle::Names(found)] = &obstacles[..] else { panic!("{obstacles:?}") };
        assert_eq!((found.len(), found[0].field, found[0].hits.len()), (1, Part::Noticed.place(), 1), "Sam may be named");
        clinic.write(circle.leader, async move |work| mend(work, id, Fix::ALL).await).await?;
        let mended = read(&clinic, circle.leader, id).await?;
        assert_eq!(mended.body.part(Part::Noticed), "Sam, you comforted another member when it became quiet.");
        assert_eq!(given(&clinic, circle.leader, id, Spoken::NotYet).await?, Released::Done);
        Ok(())
    }

    async fn a_word_that_is_no_name_here_is_called_plain_and_stays(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        circle.seat(&clinic, clinic.somebody("Jo").await?, "Jo").await?;
        let id = begun(&clinic, &circle).await?;
        let words = "Jo means coffee where you come from, you said.";
        kept(&clinic, circle.leader, id, typed(1, words)).await?;
        let Released::Not(obstacles) = given(&clinic, circle.leader, id, Spoken::NotYet).await? else { panic!("it was given") };
        assert!(matches!(obstacles[..], [Obstacle::Names(_)]), "{obstacles:?}");
        let fix = Fix { only: Some((Part::Noticed.place(), 0, 2)), how: How::Plain };
        clinic.write(circle.leader, async move |work| mend(work, id, fix).await).await?;
        assert_eq!(given(&clinic, circle.leader, id, Spoken::NotYet).await?, Released::Done);
        let body = read(&clinic, circle.leader, id).await?.body;
        assert_eq!((body.part(Part::Noticed), &body.plain[..]), (words, &["Jo".to_owned()][..]));
        Ok(())
    }

    async fn a_draft_that_is_thrown_away_is_gone_unless_somebody_has_written_on_it(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let id = begun(&clinic, &circle).await?;
        kept(&clinic, circle.leader, id, typed(1, "You asked for time.")).await?;
        let thrown = async |seen| clinic.write(circle.leader, async move |work| discard(work, id, seen).await).await;
        assert_eq!(thrown(1).await, Err(Error::Conflict("feedback-conflict-changed")));
        assert_eq!(thrown(2).await, Ok(person));
        assert_eq!(thrown(2).await, Err(Error::NotFound));
        let left = clinic.read(circle.leader, async move |work| letters_of(work, group, person).await).await?;
        assert!(left.readable.is_empty());
        let next = begun(&clinic, &circle).await?;
        kept(&clinic, circle.leader, next, typed(1, "You asked for time.")).await?;
        given(&clinic, circle.leader, next, Spoken::Yes).await?;
        let given = clinic.write(circle.leader, async move |work| discard(work, next, 3).await).await;
        assert_eq!(given, Err(Error::Conflict("feedback-conflict-released")), "what was given stays");
        Ok(())
    }

    async fn a_clearly_worse_score_is_spoken_about_first(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        measured(&clinic, &circle, circle.member, "gad-7", 0).await?;
        clinic.pass(Span::days(7));
        measured(&clinic, &circle, circle.member, "gad-7", 2).await?;
        let leader = clinic.signed_in(who(circle.leader));
        let id = begun(&clinic, &circle).await?;
        kept(&clinic, leader, id, typed(1, NOTICED)).await?;
        let held = given(&clinic, leader, id, Spoken::NotYet).await?;
        assert_eq!(held, Released::Not(vec![Obstacle::Unspoken]));
        assert_eq!(read(&clinic, leader, id).await?.state, LetterState::Draft);
        assert_eq!(given(&clinic, leader, id, Spoken::Yes).await?, Released::Done);
        Ok(())
    }

    async fn a_letter_is_answered_once_and_in_so_many_words(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let id = a_letter(&clinic, &circle).await?;
        let long = answered(&clinic, circle.member, id, Fits::Yes, &"a".repeat(100_000)).await;
        assert_eq!(long, Err(Error::invalid("words", "fault-long")));
        answered(&clinic, circle.member, id, Fits::Yes, "").await?;
        let again = answered(&clinic, circle.member, id, Fits::No, "Or rather not").await;
        assert_eq!(again, Err(Error::Conflict("feedback-conflict-answered")));
        let (reply, _) = read(&clinic, circle.member, id).await?.reply.expect("it is answered");
        assert_eq!(reply.fits, Fits::Yes);
        Ok(())
    }

    async fn a_draft_that_somebody_else_wrote_on_meanwhile_is_not_written_over(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let group = circle.group;
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        clinic.write(circle.leader, async move |work| appoint(work, group, who(ben), LeaderRole::CoLeader).await).await?;
        let id = begun(&clinic, &circle).await?;
        kept(&clinic, ben, id, typed(1, "What Ben saw.")).await?;
        let stale = Err(Error::Conflict("feedback-conflict-changed"));
        assert_eq!(kept(&clinic, circle.leader, id, typed(1, "What Mara saw.")).await, stale);
        let released = clinic.write(circle.leader, async move |work| release(work, id, 1, Spoken::NotYet).await).await;
        assert_eq!(released.map(drop), Err(Error::Conflict("feedback-conflict-changed")), "it was not read through");
        assert_eq!(read(&clinic, circle.leader, id).await?.body.part(Part::Noticed), "What Ben saw.");
        let long = kept(&clinic, circle.leader, id, typed(2, &"a".repeat(100_000))).await;
        assert_eq!(long, Err(Error::invalid("part-1", "fault-long")));
        Ok(())
    }

    async fn nobody_else_writes_reads_gives_or_answers_a_letter(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let jo = clinic.somebody("Jo").await?;
        circle.seat(&clinic, jo, "Jo").await?;
        let id = a_letter(&clinic, &circle).await?;
        let draft = begun(&clinic, &circle).await?;
        let ben = clinic.colleague("Ben", &[Role::Clinician]).await?;
        let admin = clinic.colleague("Ada", &[Role::Administrator]).await?;
        for other in [jo, ben, admin] {
            for id in [id, draft] {
                assert_eq!(read(&clinic, other, id).await.map(drop), Err(Error::NotFound));
                assert_eq!(answered(&clinic, other, id, Fits::Yes, "").await, Err(Error::NotFound));
                assert_eq!(clinic.write(other, async move |work| release(work, id, 1, Spoken::Yes).await).await.map(drop), Err(Error::NotFound));
                assert_eq!(kept(&clinic, other, id, typed(1, "x")).await, Err(Error::NotFound));
                assert_eq!(clinic.write(other, async move |work| close(work, id).await).await, Err(Error::NotFound));
            }
            let begun = clinic.write(other, async move |work| begin(work, Words::english(), group, person).await).await;
            assert_eq!(begun.map(drop), Err(Error::NotFound));
            assert_eq!(clinic.read(other, async move |work| letters_of(work, group, person).await).await.map(drop), Err(Error::NotFound));
        }
        assert_eq!(answered(&clinic, circle.leader, id, Fits::Yes, "").await, Err(Error::NotFound), "the answer is the member's");
        assert_eq!(answered(&clinic, circle.member, draft, Fits::Yes, "").await, Err(Error::NotFound), "a draft is not theirs yet");
        Ok(())
    }

    async fn a_supervisor_reads_what_was_given_and_no_draft(clinic: TestClinic) {
        let circle = Circle::of(&clinic).await?;
        let (group, person) = (circle.group, circle.person());
        let id = a_letter(&clinic, &circle).await?;
        let draft = begun(&clinic, &circle).await?;
        let vera = clinic.colleague("Vera", &[Role::Clinician]).await?;
        clinic.write(circle.leader, async move |work| appoint(work, group, who(vera), LeaderRole::Supervisor).await).await?;
        assert!(read(&clinic, vera, id).await.is_ok());
        assert_eq!(read(&clinic, vera, draft).await.map(drop), Err(Error::NotFound));
        let seen = clinic.read(vera, async move |work| letters_of(work, group, person).await).await?.readable;
        assert_eq!(seen.iter().map(|letter| letter.id).collect::<Vec<_>>(), [id]);
        Ok(())
    }

    async fn a_support_group_has_no_letters(clinic: TestClinic) {
        let circle = support(&clinic).await?;
        assert_eq!(begun(&clinic, &circle).await.map(drop), Err(Error::NotFound));
        let (group, person) = (circle.group, circle.person());
        let seen = clinic.read(circle.leader, async move |work| letters_of(work, group, person).await).await;
        assert_eq!(seen.map(drop), Err(Error::NotFound));
        assert!(clinic.read(circle.leader, async move |work| waiting_answers(work, group).await).await?.is_empty());
        Ok(())
    }
}
