//! Some months after the end of a group, its members are asked again: by jobs, with those who lead as readers.

use super::{deeds, store};
use crate::assessments::{Again, ask_again};
use crate::clock::{Span, Timestamp};
use crate::groups::{self, Capability, GroupState, SeatState, SessionState};
use crate::id::{Bytes, GroupId, PersonId};
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that asks again, about the group; its round is the month.
pub(crate) const BOOSTER: &str = "endings.booster";

/// After how many months, and after how many days that is (domain.md A10).
const MONTHS: [(u32, Span); 3] = [(1, Span::days(30)), (3, Span::days(91)), (6, Span::days(182))];

/// How long there is to answer.
const ANSWERED_WITHIN: Span = Span::days(14);

/// One time that a group is asked after its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Booster {
    /// After how many months.
    pub months: u32,
    /// When it is due.
    pub due_at: Timestamp,
    /// When it went out.
    pub sent_at: Option<Timestamp>,
    /// How many questionnaires went out, all people together.
    pub asked: u32,
}

/// Plans what is asked after the end of a group that has met and measures anything. Running it again plans nothing twice.
pub(crate) async fn after_the_end(work: &mut Work<'_>, about: Bytes) -> Result<()> {
    let group = GroupId(about);
    let charter = groups::charter_of(work, group).await?;
    let asks = [Capability::PlannedEnding, Capability::OutcomeMeasures];
    if asks.into_iter().any(|capability| charter.allow(capability).is_err()) {
        return Ok(());
    }
    let grant = deeds::may_run(work, group).await?;
    let has_met = groups::sessions(work, group).await?.iter().any(|session| session.state == SessionState::Held);
    if !has_met || groups::living_seats(work, group).await?.is_empty() {
        return Ok(());
    }
    let now = work.now();
    for (months, after) in MONTHS {
        if store::insert_booster(work, &grant, group, months, now + after).await? {
            work.enqueue(Job::once(BOOSTER, group.0, now + after).in_round(i64::from(months)));
        }
    }
    Ok(())
}

/// Asks everybody who still belongs to the group. Whoever reads the answers is named in front of them, as ever.
pub(crate) async fn send_booster(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    let group = GroupId(about);
    let months = u32::try_from(round).map_err(|_| Error::bug("a booster without a month"))?;
    let grant = deeds::may_run(work, group).await?;
    let is_open = matches!(groups::state_of(work, group).await?, GroupState::Ended | GroupState::FollowUp);
    let waits = store::boosters_of(work, &grant, group)
        .await?
        .into_iter()
        .any(|booster| booster.months == months && booster.sent_at.is_none());
    if !is_open || !waits {
        return Ok(());
    }
    let seats = groups::living_seats(work, group).await?.into_iter();
    let people: Vec<PersonId> =
        seats.filter(|(_, state)| *state == SeatState::Active).map(|(person, _)| person).collect();
    let now = work.now();
    let asked = ask_again(work, group, &people, Again { opens_at: now, due_at: now + ANSWERED_WITHIN }).await?;
    store::mark_booster(work, &grant, group, months, u32::try_from(asked).unwrap_or(u32::MAX)).await
}
