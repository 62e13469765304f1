//! The practice takes a wording off again, when its permission has ended.

use super::{WordingId, store};
use crate::access::{About, Deed};
use crate::work::Work;
use crate::{Error, Result, practice};

/// The wording no longer stands, and the questionnaire is a shell again. Answers stay as they are.
pub async fn withdraw_wording(work: &mut Work<'_>, id: WordingId) -> Result<()> {
    let standing = practice::roles(work).await?;
    let grant = work.ask(Deed::LoadWording, standing, About::thing(id.0))?;
    if store::withdraw(work, &grant, id).await? { Ok(()) } else { Err(Error::NotFound) }
}
