//! What a meeting is about: one of a list, or the group's own words.

use super::deeds;
use super::readings::USUAL;
use crate::Result;
use crate::groups;
use crate::hub::Change;
use crate::id::SessionId;
use crate::plans::set_topic;
use crate::techniques::catalogue;
use crate::work::Work;

/// The topics to choose from, in their order.
pub fn topics() -> impl Iterator<Item = &'static str> {
    catalogue().curriculum(USUAL).into_iter().flat_map(|usual| &usual.agenda).map(|meeting| meeting.title.as_str())
}

/// Says what the meeting is about.
pub async fn pick_topic(work: &mut Work<'_>, id: SessionId, topic: &str) -> Result<()> {
    let session = groups::session(work, id).await?;
    deeds::may_pick(work, &session).await?;
    set_topic(work, id, topic).await?;
    work.announce(Change::Floor(id));
    Ok(())
}

#[cfg(test)]
mod rules {
    #[test]
    fn there_are_four_and_twenty_topics() {
        let topics: Vec<&str> = super::topics().collect();
        let distinct: std::collections::BTreeSet<&&str> = topics.iter().collect();
        assert_eq!((topics.len(), distinct.len()), (24, 24));
    }
}
