//! What may be asked about a session around its hour.

use super::Absence;
use crate::access::{About, Deed, Grant, Standing};
use crate::groups::{self, Session};
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result};

/// May the actor open, attend to and close this session?
pub(super) async fn may_hold(work: &mut Work<'_>, session: &Session) -> Result<Grant> {
    let standing = groups::standing(work, session.group).await?;
    work.ask(Deed::HoldSession, standing, About::thing(session.id.0))
}

/// May the actor say that this person cannot come?
pub(super) async fn may_send_word(work: &mut Work<'_>, session: &Session, person: PersonId) -> Result<Grant> {
    let standing = groups::standing(work, session.group).await?;
    work.ask(Deed::SendWord, standing, About::of(person, session.id.0))
}

/// May the actor read who came to the group's sessions?
pub(super) async fn may_see_attendance(work: &mut Work<'_>, group: GroupId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeAttendance, standing, About::thing(group.0))
}

/// May the actor read when this person came?
pub(super) async fn may_see_own(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Grant> {
    let standing = groups::standing(work, group).await?;
    work.ask(Deed::SeeMemberAttendance, standing, About::of(person, group.0))
}

/// May the actor say what was done about an absence?
pub(super) async fn may_answer_absence(work: &mut Work<'_>, absence: &Absence) -> Result<Grant> {
    let standing = groups::standing(work, absence.group).await?;
    work.ask(Deed::AnswerAbsence, standing, About::of(absence.person, absence.id.0))
}

/// May the actor choose whether mail tells of their own dates?
pub(super) fn may_choose_mail(work: &mut Work<'_>) -> Result<(PersonId, Grant)> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let grant = work.ask(Deed::ChooseMail, Standing::NONE, About::person(person))?;
    Ok((person, grant))
}

/// May the program write to this person?
pub(super) fn may_mail(work: &mut Work<'_>, person: PersonId) -> Result<Grant> {
    work.ask(Deed::SendMail, Standing::NONE, About::person(person))
}
