//! What is read aloud, and what the meeting is about.

use super::super::{Readings, keep_readings, pick_topic, readings, topics};
use super::Evening;
use crate::access::Actor;
use crate::limits::{LINE_CHARS_MAX, TEXT_CHARS_MAX};
use crate::plans::{Reading, Step, prepared, steer};
use crate::testing::TestClinic;
use crate::{Error, Result, scenarios};

fn own() -> Readings {
    Readings {
        principles: "We come as we are.\nWe listen.".to_owned(),
        guidelines: "One speaks at a time.".to_owned(),
        help: "The card lies beside the door.".to_owned(),
    }
}

impl Evening {
    async fn keep_readings(&self, clinic: &TestClinic, actor: Actor, seen: u32, texts: Readings) -> Result<()> {
        let group = self.group;
        clinic.write(actor, async move |work| keep_readings(work, group, seen, &texts).await).await
    }

    async fn pick(&self, clinic: &TestClinic, topic: &str) -> Result<()> {
        let (id, topic) = (self.session.id, topic.to_owned());
        clinic.write(self.leader, async move |work| pick_topic(work, id, &topic).await).await
    }
}

scenarios! {
    async fn a_group_reads_our_words_until_it_has_its_own(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let group = evening.group;
        let kept = clinic.read(evening.leader, async move |work| readings(work, group).await).await?;
        assert_eq!((kept.readings, kept.version), (Readings::usual(), 0));
        assert!([Reading::Principles, Reading::Guidelines, Reading::Help].iter().all(|one| !Readings::usual().text(*one).is_empty()));
        evening.keep_readings(&clinic, evening.leader, 0, own()).await?;
        assert_eq!(evening.seen_by(&clinic, evening.robin).await?.readings, Some(own()));
        let stale = evening.keep_readings(&clinic, evening.leader, 0, Readings::usual()).await;
        assert_eq!(stale, Err(Error::Conflict("room-conflict-readings")));
        evening.keep_readings(&clinic, evening.leader, 1, Readings { help: "Ring the bell.".to_owned(), ..own() }).await?;
        assert_eq!(evening.seen_by(&clinic, evening.fern).await?.readings.map(|texts| texts.help), Some("Ring the bell.".to_owned()));
        Ok(())
    }

    async fn readings_are_not_empty_not_endless_and_not_for_members_to_change(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let empty = evening.keep_readings(&clinic, evening.leader, 0, Readings { help: " \n".to_owned(), ..own() }).await;
        assert_eq!(empty, Err(Error::invalid("help", "fault-empty")));
        let long = Readings { principles: "x".repeat(TEXT_CHARS_MAX + 1), ..own() };
        assert_eq!(evening.keep_readings(&clinic, evening.leader, 0, long).await, Err(Error::invalid("principles", "fault-long")));
        for other in [evening.robin, clinic.administrator().await?, clinic.somebody("Lee").await?] {
            assert_eq!(evening.keep_readings(&clinic, other, 0, own()).await, Err(Error::NotFound));
        }
        Ok(())
    }

    async fn a_meeting_follows_its_script_from_the_welcome_to_the_closing_round(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let id = evening.session.id;
        let plan = clinic.read(evening.leader, async move |work| prepared(work, id).await).await?;
        let agenda = plan.agenda.expect("it is laid out");
        let blocks: Vec<(&str, u32)> = agenda.blocks.iter().map(|block| (block.title.as_str(), block.minutes)).collect();
        assert_eq!(blocks, [
            ("Welcome", 3),
            ("Reading: what we hold to", 4),
            ("Reading: how we treat each other", 3),
            ("Check-in round, two minutes each", 25),
            ("Topic", 20),
            ("What has helped me", 23),
            ("Where there is help", 2),
            ("Closing round", 10),
        ]);
        for seen in 0..2 {
            clinic.write(evening.leader, async move |work| steer(work, id, seen, Step::Next).await).await?;
        }
        let seen = evening.seen_by(&clinic, evening.robin).await?;
        let running = seen.running.expect("it runs");
        assert_eq!((running.part.as_str(), running.readings), ("Reading: what we hold to", vec![Reading::Principles]));
        Ok(())
    }

    async fn a_topic_is_picked_from_the_list_or_in_ones_own_words(clinic: TestClinic) {
        let evening = Evening::of_support(&clinic).await?;
        let listed = topics().next().expect("there are topics");
        evening.pick(&clinic, listed).await?;
        assert_eq!(evening.seen_by(&clinic, evening.robin).await?.running.map(|running| running.topic), Some(listed.to_owned()));
        evening.pick(&clinic, "  The empty chair at dinner ").await?;
        assert_eq!(evening.seen_by(&clinic, evening.gil).await?.running.map(|running| running.topic), Some("The empty chair at dinner".to_owned()));
        assert_eq!(evening.pick(&clinic, "  ").await, Err(Error::invalid("topic", "fault-empty")));
        assert_eq!(evening.pick(&clinic, &"x".repeat(LINE_CHARS_MAX + 1)).await, Err(Error::invalid("topic", "fault-long")));
        evening.close(&clinic).await?;
        assert_eq!(evening.pick(&clinic, listed).await, Err(Error::Conflict("plans-conflict-over")));
        Ok(())
    }

    async fn a_therapy_group_has_no_topic_to_pick(clinic: TestClinic) {
        let evening = Evening::of_therapy(&clinic, "CBT").await?;
        assert_eq!(evening.pick(&clinic, "Sleep").await, Err(Error::NotFound));
        Ok(())
    }
}
