//! SQL that takes the notes about one person off the books.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::{GroupId, PersonId};
use crate::work::Work;

::store::statements! {
    FORGET_NOTE_WORDS = "delete from note_words
        where practice_id = $1
          and note_id in (
              select id
              from member_notes
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_NOTES = "delete from member_notes
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_NOTE_WORDS, &FORGET_NOTES] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
