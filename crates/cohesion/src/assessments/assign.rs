//! A member is asked to answer a questionnaire.

use measures::Instrument;

use super::offer::{Offer, askable, offered};
use super::{AssignmentId, assignment, deeds, store};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::Capability;
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Scope, Work};
use crate::{Error, Result, groups};

/// What is asked of whom, and when.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The group that asks.
    pub group: GroupId,
    /// Who is asked.
    pub person: PersonId,
    /// The session it belongs to, if it belongs to one.
    pub session: Option<SessionId>,
    /// The instrument's id, such as `phq-9`.
    pub instrument: &'a str,
    /// From when it can be answered.
    pub opens_at: Timestamp,
    /// Until when an answer is hoped for.
    pub due_at: Timestamp,
}

/// Asks a member of the group. Asking the same for the same session again changes nothing and answers `None`.
///
/// Where nobody is on duty to read at once, the PHQ-8 is asked in place of the PHQ-9, and nothing else that asks about
/// danger.
pub async fn assign(work: &mut Work<'_>, request: &Request<'_>) -> Result<Option<AssignmentId>> {
    let grant = deeds::may_assign(work, request.group, request.person).await?;
    groups::charter_of(work, request.group).await?.allow(Capability::OutcomeMeasures)?;
    let wanted = askable(work, request.instrument).await?;
    match offered(work, request.group, wanted).await? {
        Offer::Ask(instrument) => place(work, &grant, request, instrument).await,
        Offer::Wait => Err(Error::invalid("instrument", "assessments-fault-no-reader")),
    }
}

pub(super) async fn place(
    work: &mut Work<'_>,
    grant: &Grant,
    request: &Request<'_>,
    instrument: &Instrument,
) -> Result<Option<AssignmentId>> {
    let id = AssignmentId::random()?;
    let sealed = work.seal(Scope::Person(request.person), assignment::cell(id), instrument.id.as_str()).await?;
    let index = work.vault().instrument_index(&instrument.id);
    let placed = store::insert_assignment(work, grant, id, request, sealed, index).await?;
    if placed {
        work.announce(Change::Person(request.person));
    }
    Ok(placed.then_some(id))
}
