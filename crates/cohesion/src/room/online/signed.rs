//! Whether a member has signed all that their group asks for, before the door of a live room opens to them.

use super::lease::kept;
use crate::access::Grant;
use crate::agreements::{Due, Why, unsigned};
use crate::enrolment::own_enrolments;
use crate::groups::Session;
use crate::id::{EnrolmentId, GroupId, PersonId};
use crate::room::seat_of;
use crate::work::Work;
use crate::{Error, Result};

/// What they have to sign first. A text that came to be due while they were in keeps nobody from coming back to their seat.
pub(super) async fn due_at_door(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    person: PersonId,
) -> Result<Vec<Due>> {
    let mut due = unsigned(work, grant, person, session.group).await?;
    if due.iter().any(|due| came_by_itself(due.why)) {
        let was_in = kept(work, grant, session).await?.is_some_and(|kept| kept.hall.was_in(seat_of(person)));
        due.retain(|due| !was_in || !came_by_itself(due.why));
    }
    Ok(due)
}

/// Goes on where there is nothing to sign.
pub(super) async fn check_signed(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    person: PersonId,
) -> Result<()> {
    if due_at_door(work, grant, session, person).await?.is_empty() {
        return Ok(());
    }
    Err(Error::Conflict("room-conflict-agreements"))
}

/// The way into the group on which a member signs, where there is something to sign.
pub(super) async fn way_to_sign(work: &mut Work<'_>, due: &[Due], group: GroupId) -> Result<Option<EnrolmentId>> {
    if due.is_empty() {
        return Ok(None);
    }
    let own = own_enrolments(work).await?.into_iter().find(|joining| joining.enrolment.group == group);
    Ok(own.map(|joining| joining.enrolment.id))
}

/// Whether it came to be due without the member.
const fn came_by_itself(why: Why) -> bool {
    match why {
        Why::NewEdition | Why::NewSeason | Why::SomebodyNew => true,
        Why::Never | Why::TakenBack => false,
    }
}
