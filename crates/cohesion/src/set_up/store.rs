//! SQL of the first start.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::work::Work;

::store::statements! {
    COUNT_PRACTICES = "/* every practice: whether there is one at all */
        select count(*)
        from practices";

    INSERT_PRACTICE = "insert into practices
        (practice_id, created_at_ms)
        values ($1, $2)";
}

/// Whether there is a practice. Asks for no grant: it comes before anybody can ask.
pub(super) async fn is_founded(work: &mut Work<'_>) -> Result<bool> {
    let count: i64 = work.one(&COUNT_PRACTICES, params![]).await?.take()?;
    Ok(count > 0)
}

pub(super) async fn insert_practice(work: &mut Work<'_>, _: &Grant) -> Result<()> {
    work.run(&INSERT_PRACTICE, params![work.practice(), work.now()]).await?;
    Ok(())
}
