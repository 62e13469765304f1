//! What is written: its kind, its audience, what the lists find in it, and taking it back.

use super::*;
use crate::limits::POST_CHARS_MAX;
use crate::safety::open_alerts;
use crate::sharing::{
    Matter, PostState, Reaction, Reason, Sort, Stage, Tier, Verdict, decide, matters, post, react, report, show_to,
    take_back,
};
use crate::{Error, scenarios};

async fn waiting(clinic: &TestClinic, ring: &Ring) -> Result<Vec<Matter>> {
    let group = ring.group;
    Ok(clinic.read(ring.finn, async move |work| matters(work, group).await).await?.readable)
}

scenarios! {
    async fn an_answer_follows_what_was_asked(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let asking = async |kind, answers, by| ring.write(&clinic, by, Writing { kind, answers, ..saying("It is about evenings.") }).await;
        let Done::Posted(heard) = asking(Kind::Listen, None, ring.sam).await? else { panic!("it waits") };
        let Done::Posted(asked) = asking(Kind::Ask, None, ring.sam).await? else { panic!("it waits") };
        for advice in [Kind::Helped, Kind::Give, Kind::Ask] {
            assert_eq!(asking(advice, Some(heard), ring.jo).await, Err(Error::invalid("kind", "fault-choose")));
        }
        assert!(matches!(asking(Kind::Heard, Some(heard), ring.jo).await?, Done::Posted(_)));
        assert!(matches!(asking(Kind::Helped, Some(asked), ring.jo).await?, Done::Posted(_)));
        assert_eq!(asking(Kind::Helped, None, ring.jo).await, Err(Error::invalid("kind", "fault-choose")), "it answers nothing");
        let told = clinic.read(ring.sam, async |work| crate::notices::notices(work).await).await?;
        assert_eq!(told.iter().filter(|notice| notice.kind == crate::notices::Kind::PostAnswered).count(), 2);
        Ok(())
    }

    async fn a_post_is_shown_to_those_for_whom_it_was_written(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "I have not slept.").await?;
        let showing = async |actor, audience| clinic.write(actor, async move |work| show_to(work, id, audience).await).await;
        assert_eq!(showing(ring.jo, Audience::Leaders).await, Err(Error::NotFound));
        assert_eq!(showing(ring.finn, Audience::Leaders).await, Err(Error::NotFound));
        showing(ring.sam, Audience::Nameless).await?;
        assert_eq!(ring.reads(&clinic, ring.jo).await?, ["somebody: I have not slept."]);
        assert_eq!(ring.reads(&clinic, ring.finn).await?, ["(Sam): I have not slept."]);
        showing(ring.sam, Audience::Leaders).await?;
        assert_eq!(ring.reads(&clinic, ring.jo).await?, Vec::<String>::new());
        let seen = clinic.read(ring.jo, async move |work| post(work, id, Side::Member).await.map(|_| ())).await;
        assert_eq!(seen, Err(Error::NotFound));
        let sent = clinic.write(ring.jo, async move |work| react(work, id, Reaction::MeToo).await).await;
        assert_eq!(sent, Err(Error::NotFound));
        assert_eq!(ring.reads(&clinic, ring.sam).await?, ["I, Sam: I have not slept."]);
        assert_eq!(ring.reads(&clinic, ring.finn).await?, ["Sam: I have not slept."]);
        Ok(())
    }

    async fn what_is_taken_back_is_gone_for_everybody(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "I wish I had not said it.").await?;
        let undoing = async |actor| clinic.write(actor, async move |work| take_back(work, id).await).await;
        assert_eq!(undoing(ring.jo).await, Err(Error::NotFound));
        undoing(ring.sam).await?;
        for actor in [ring.sam, ring.jo, ring.finn] {
            assert_eq!(ring.reads(&clinic, actor).await?, ["–"]);
        }
        let row = clinic.read(clinic.system(), async move |work| crate::sharing::store::find_post(work, id).await).await?;
        assert!(row.words.is_none(), "nothing sealed is left either");
        assert_eq!(undoing(ring.sam).await, Err(Error::Conflict("sharing-conflict-gone")));
        Ok(())
    }

    async fn what_somebody_told_of_stays_for_those_who_moderate_until_they_have_decided(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "You are all fools.").await?;
        clinic.write(ring.jo, async move |work| report(work, id, Reason::Harassment, "It hurts.").await).await?;
        clinic.write(ring.sam, async move |work| take_back(work, id).await).await?;
        assert_eq!(ring.reads(&clinic, ring.jo).await?, ["–"]);
        let matter = waiting(&clinic, &ring).await?.remove(0);
        assert_eq!(matter.said.as_ref().map(|(by, text, _)| (by.as_str(), text.as_str())), Some(("Sam", "You are all fools.")));
        let id_of = matter.id;
        clinic.write(ring.finn, async move |work| decide(work, id_of, &Verdict::Stands).await).await?;
        let row = clinic.read(clinic.system(), async move |work| crate::sharing::store::find_post(work, id).await).await?;
        assert_eq!((row.state, row.words.is_none()), (PostState::TakenBack, true));
        Ok(())
    }

    async fn words_of_danger_are_raised_though_nobody_is_on_duty(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let done = ring.write(&clinic, ring.sam, saying("I don’t want to live any more, I want to die.")).await?;
        let Done::Help(id, _) = done else { panic!("{done:?}") };
        assert_eq!(ring.reads(&clinic, ring.jo).await?, Vec::<String>::new(), "somebody looks first");
        let alerts = clinic.read(ring.finn, async |work| open_alerts(work).await).await?;
        assert_eq!(alerts.opened.iter().map(|alert| alert.cause.person).collect::<Vec<_>>(), [who(ring.sam)]);
        assert!(matches!(&alerts.opened[0].cause.sign, crate::safety::Sign::Post { post, .. } if *post == id.0));
        let matter = waiting(&clinic, &ring).await?.remove(0);
        assert_eq!((matter.tier, matter.stage), (Tier::High, Stage::Waiting));
        assert_eq!(matter.due_at, matter.raised_at + HOUR);
        let told = clinic.read(ring.finn, async |work| crate::notices::notices(work).await).await?;
        assert!(told.iter().any(|notice| notice.kind == crate::notices::Kind::ConcernWaits));
        Ok(())
    }

    async fn what_a_list_finds_is_told_before_anything_is_kept(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let told = ring.write(&clinic, ring.sam, saying("Ring me: 0851 234 567")).await?;
        assert!(matches!(&told, Done::Told(found) if found.len() == 1 && found[0].sort == Sort::Contact), "{told:?}");
        assert!(ring.reads(&clinic, ring.sam).await?.is_empty());
        let anyway = Writing { sending: Sending::AsItIs, ..saying("Ring me: 0851 234 567") };
        let Done::Waits(id) = ring.write(&clinic, ring.sam, anyway).await? else { panic!("it was shown") };
        assert!(ring.reads(&clinic, ring.jo).await?.is_empty());
        let matter = waiting(&clinic, &ring).await?.remove(0);
        assert_eq!((matter.post, matter.tier, matter.found.len()), (id, Tier::Medium, 1));
        let id_of = matter.id;
        clinic.write(ring.finn, async move |work| decide(work, id_of, &Verdict::Stands).await).await?;
        assert_eq!(ring.reads(&clinic, ring.jo).await?.len(), 1);
        ring.post(&clinic, ring.finn, "The practice is at 01 555 0100.").await?;
        Ok(())
    }

    async fn where_posts_are_read_first_each_one_waits(clinic: TestClinic) {
        let ring = Ring::arranged(&clinic, Space { reading: Reading::First, ..OPEN }).await?;
        let Done::Waits(_) = ring.write(&clinic, ring.sam, saying("Hello.")).await? else { panic!("it was shown") };
        assert_eq!(ring.reads(&clinic, ring.sam).await?, ["I, Sam: Hello."]);
        assert!(ring.reads(&clinic, ring.jo).await?.is_empty());
        let for_leaders = Writing { audience: Audience::Leaders, ..saying("For you alone.") };
        assert!(matches!(ring.write(&clinic, ring.sam, for_leaders).await?, Done::Posted(_)), "they read it anyway");
        ring.post(&clinic, ring.finn, "Welcome.").await?;
        assert_eq!(waiting(&clinic, &ring).await?.len(), 1);
        Ok(())
    }

    async fn nobody_writes_under_a_name_like_the_facilitators(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let lee = clinic.somebody("Lee").await?;
        seat(&clinic, ring.finn, ring.group, lee, "F\u{456}nn").await?;
        assert_eq!(ring.write(&clinic, lee, saying("Listen to me.")).await, Err(Error::Conflict("sharing-conflict-name")));
        assert!(ring.reads(&clinic, ring.jo).await?.is_empty());
        Ok(())
    }

    async fn a_name_is_called_only_where_it_was_read(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let early = ring.write(&clinic, ring.jo, saying("Is @Sam here?")).await?;
        assert!(matches!(early, Done::Told(_)), "whether Sam belongs is nobody’s to find out");
        ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        assert!(matches!(ring.write(&clinic, ring.jo, saying("@Sam, mine too.")).await?, Done::Posted(_)));
        Ok(())
    }

    async fn what_is_empty_or_too_long_is_told(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        assert_eq!(ring.write(&clinic, ring.sam, saying(" ")).await, Err(Error::invalid("text", "fault-empty")));
        let long = saying(&"x".repeat(POST_CHARS_MAX + 1));
        assert_eq!(ring.write(&clinic, ring.sam, long).await, Err(Error::invalid("text", "sharing-fault-long")));
        let note = Writing { note: Some("n".repeat(81)), ..saying("Hello") };
        assert_eq!(ring.write(&clinic, ring.sam, note).await, Err(Error::invalid("note", "fault-long")));
        Ok(())
    }

    async fn a_word_is_sent_and_taken_back_and_nobody_counts(clinic: TestClinic) {
        let ring = Ring::of(&clinic).await?;
        let id = ring.post(&clinic, ring.sam, "Sundays are long.").await?;
        let send = async |actor, word| clinic.write(actor, async move |work| react(work, id, word).await).await;
        send(ring.jo, Reaction::MeToo).await?;
        send(ring.kim, Reaction::MeToo).await?;
        send(ring.kim, Reaction::Strength).await?;
        let seen = async |actor| clinic.read(actor, async move |work| post(work, id, Side::Member).await).await;
        assert_eq!(seen(ring.sam).await?.reactions, [Reaction::MeToo, Reaction::Strength]);
        assert_eq!(seen(ring.jo).await?.own_reactions, [Reaction::MeToo]);
        send(ring.kim, Reaction::Strength).await?;
        assert_eq!(seen(ring.sam).await?.reactions, [Reaction::MeToo]);
        assert_eq!(send(ring.sam, Reaction::MeToo).await, Err(Error::Conflict("sharing-conflict-gone")), "not to oneself");
        Ok(())
    }
}
