//! What a session's plan says for its record: the topic, the techniques and what was needed, of the blocks that came about.

use super::prepare::stored;
use super::{Block, Progress, deeds};
use crate::Result;
use crate::groups::{self, Session};
use crate::techniques::Material;
use crate::work::Work;

/// What the plan of a session says, each empty where it says nothing. No member's name is in it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// What the session was about.
    pub topic: String,
    /// The blocks that came about, by their titles.
    pub parts: String,
    /// The worksheets and skills that they used.
    pub techniques: String,
}

/// Reads it from the agenda that was kept, for those who may see it.
pub async fn summary(work: &mut Work<'_>, session: &Session) -> Result<Summary> {
    let grant = deeds::may_see(work, session).await?;
    let session = groups::session(work, session.id).await?;
    let Some((agenda, _)) = stored(work, &grant, &session).await? else { return Ok(Summary::default()) };
    let came_about: Vec<&Block> = agenda.blocks.iter().filter(|block| came_about(block)).collect();
    let titles: Vec<&str> = came_about.iter().map(|block| block.title.as_str()).collect();
    let techniques = came_about.iter().filter_map(|block| block.technique.as_ref().and_then(Material::title));
    Ok(Summary {
        topic: agenda.topic.clone(),
        parts: titles.join(", "),
        techniques: techniques.collect::<Vec<_>>().join(", "),
    })
}

const fn came_about(block: &Block) -> bool {
    matches!(block.progress, Progress::Done | Progress::Now(_))
}
