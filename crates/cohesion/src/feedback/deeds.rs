//! What may be asked about feedback. The charter is asked first: where nobody leads therapy, there are no letters, and nothing
//! is said about anybody's records.

use super::store::LetterRow;
use super::{LetterId, LetterState, store};
use crate::Result;
use crate::access::{About, Deed, Grant, Standing};
use crate::groups::{self, Capability};
use crate::id::{GroupId, PersonId};
use crate::work::Work;

/// How the actor stands to a group in which a therapist gives feedback; another group has none of this.
async fn standing(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    groups::charter_of(work, group).await?.allow(Capability::TherapistFeedback)?;
    groups::standing(work, group).await
}

/// The same, where outcomes are measured too.
async fn measured(work: &mut Work<'_>, group: GroupId) -> Result<Standing> {
    groups::charter_of(work, group).await?.allow(Capability::OutcomeMeasures)?;
    standing(work, group).await
}

/// May the actor read the letters to this person in a group?
pub(super) async fn may_see_letters(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::SeeLetters, standing, About::of(person, group.0))
}

/// May the actor read all letters to this person? Only their own.
pub(super) fn may_see_own(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::SeeLetters, Standing::NONE, About::person(person))
}

/// May the actor read this letter? A draft is for those who write it.
pub(super) async fn may_read(work: &mut Work<'_>, row: &LetterRow) -> Result<Grant> {
    match row.state {
        LetterState::Draft => may_write_on(work, row).await,
        LetterState::Released => {
            let standing = standing(work, row.group).await?;
            work.ask(Deed::SeeLetters, standing, About::of(row.person, row.id.0))
        }
    }
}

/// May the actor write to this person?
pub(super) async fn may_write(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::WriteLetter, standing, About::of(person, group.0))
}

/// May the actor write on this letter?
pub(super) async fn may_write_on(work: &mut Work<'_>, row: &LetterRow) -> Result<Grant> {
    let standing = standing(work, row.group).await?;
    work.ask(Deed::WriteLetter, standing, About::of(row.person, row.id.0))
}

/// The same, before anything else is looked at.
pub(super) async fn may_write_at(work: &mut Work<'_>, id: LetterId) -> Result<()> {
    let row = store::find_letter(work, id).await?;
    may_write_on(work, &row).await.map(drop)
}

/// May the actor give this letter to the member?
pub(super) async fn may_release(work: &mut Work<'_>, row: &LetterRow) -> Result<Grant> {
    let standing = standing(work, row.group).await?;
    work.ask(Deed::ReleaseLetter, standing, About::of(row.person, row.id.0))
}

/// May the actor answer this letter? Only whom it was given to.
pub(super) async fn may_answer(work: &mut Work<'_>, row: &LetterRow) -> Result<Grant> {
    let standing = standing(work, row.group).await?;
    let about = match row.state {
        LetterState::Draft => About::thing(row.id.0),
        LetterState::Released => About::of(row.person, row.id.0),
    };
    work.ask(Deed::AnswerLetter, standing, about)
}

/// The same, before anything else is looked at.
pub(super) async fn may_answer_at(work: &mut Work<'_>, id: LetterId) -> Result<()> {
    let row = store::find_letter(work, id).await?;
    may_answer(work, &row).await.map(drop)
}

/// May the actor say that an answer was dealt with?
pub(super) async fn may_close(work: &mut Work<'_>, row: &LetterRow) -> Result<Grant> {
    let standing = standing(work, row.group).await?;
    work.ask(Deed::CloseAnswer, standing, About::of(row.person, row.id.0))
}

/// May the actor see which answers to letters wait in a group?
pub(super) async fn may_see_answers(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::CloseAnswer, standing, About::thing(group.0))
}

/// May the actor read what this person's records in a group show: their own, or as one who leads it?
pub(super) async fn may_see_patterns(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    work.ask(Deed::SeePatterns, standing, About::of(person, group.0))
}

/// May the actor say a word to what these records show? Only whose records they are, while they sit in the group.
pub(super) async fn may_remark(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = standing(work, group).await?;
    let about = own_while_seated(work, group, person).await?;
    work.ask(Deed::RemarkOnPattern, standing, about)
}

/// May the actor see which of this person's scores were talked about?
pub(super) async fn may_see_talks(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = measured(work, group).await?;
    work.ask(Deed::SeeTalks, standing, About::of(person, group.0))
}

/// May the actor see it of everyone in a group?
pub(super) async fn may_see_all_talks(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = measured(work, group).await?;
    work.ask(Deed::SeeTalks, standing, About::thing(group.0))
}

/// May the actor say that these scores were talked about, as one who leads?
pub(super) async fn may_discuss(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = measured(work, group).await?;
    work.ask(Deed::MarkDiscussed, standing, About::of(person, group.0))
}

/// May the actor say whether these scores were talked about, as the one whose they are?
pub(super) async fn may_confirm(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = measured(work, group).await?;
    let about = own_while_seated(work, group, person).await?;
    work.ask(Deed::ConfirmTalk, standing, about)
}

/// A record of somebody who sits in the group; nobody's where they do not.
async fn own_while_seated(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<About> {
    let is_seated = groups::is_seated(work, group, person).await?;
    Ok(if is_seated { About::of(person, group.0) } else { About::thing(group.0) })
}
