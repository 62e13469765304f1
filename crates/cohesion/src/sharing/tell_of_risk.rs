//! Somebody told of a post because its writer may be in danger: the program raises it, so that it is no member's to raise.

use super::post::Body;
use super::store;
use super::thread::scope;
use super::{MatterId, deeds};
use crate::id::Bytes;
use crate::safety::{self, Teller, Written};
use crate::work::Work;
use crate::{Error, Result};

/// The job that raises it, about the matter.
pub(crate) const TELL_OF_RISK: &str = "sharing.tell-of-risk";

/// Raises a sign of danger about whoever wrote the post. One that was erased meanwhile tells of nothing any more.
pub(crate) async fn tell_of_risk(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let matter = match store::find_matter(work, MatterId(about)).await {
        Ok(matter) => matter,
        Err(Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    let (post, grant) = (store::find_post(work, matter.post).await?, deeds::may_pass_on(work, &matter)?);
    let Some(sealed) = post.words.as_deref() else { return Ok(()) };
    let body: Body = work.open(&grant, scope(post.thread), super::read::cell(post.id), sealed).await?;
    if body.leads {
        return Ok(());
    }
    let sign = safety::Sign::Post { post: post.id.0, words: Written::new("text", &body.text)?, teller: Teller::Reader };
    safety::raise(work, &safety::Cause { person: post.author, group: Some(post.group), sign }).await.map(|_| ())
}
