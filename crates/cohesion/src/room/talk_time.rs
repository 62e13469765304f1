//! How much each spoke when a session is over: for those who lead, all who agreed; for a member, what is their own.

use std::collections::BTreeMap;

use super::online::{Counting, Spoken, spoken_of, spoken_under};
use super::ways::ways_of;
use super::{deeds, store};
use crate::access::Standing;
use crate::groups::{self, Group, Session};
use crate::id::{PersonId, SessionId};
use crate::work::Work;
use crate::{Error, Legible, Result};

/// The talk time of a session. Whoever refused to be counted is nowhere in it.
pub struct TalkTime {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// How the actor stands to it.
    pub standing: Standing,
    /// Those who agreed, by name, where it can still be read.
    pub members: Legible<(Option<String>, Spoken)>,
}

impl TalkTime {
    /// Seconds in which nobody of those who agreed spoke. The room of a session can begin anew, and whoever was there all along
    /// has the whole of it.
    pub fn silence_s(&self) -> u64 {
        self.members.readable.iter().map(|(_, spoken)| spoken.silence_s).max().unwrap_or_default()
    }
}

/// Reads it, for those who lead a group that has its talk counted.
pub async fn talk_time(work: &mut Work<'_>, id: SessionId) -> Result<TalkTime> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_see_talk(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    if ways_of(work, &grant, &group).await?.counting == Counting::Refused {
        return Err(Error::NotFound);
    }
    let Legible { readable, damaged } = spoken_under(work, &grant, &session).await?;
    let seats = groups::seats(work, group.id).await?;
    let called: BTreeMap<PersonId, String> = seats.into_iter().map(|seat| (seat.person, seat.called)).collect();
    let named = readable.into_iter().map(|(person, spoken)| (called.get(&person).cloned(), spoken));
    let members = Legible { readable: by_name(named.collect()), damaged };
    Ok(TalkTime { standing: groups::standing(work, group.id).await?, session, group, members })
}

/// By name and never by number: nobody is first or last.
fn by_name(mut members: Vec<(Option<String>, Spoken)>) -> Vec<(Option<String>, Spoken)> {
    members.sort_by_cached_key(|(called, _)| (called.is_none(), called.as_deref().map(str::to_lowercase)));
    members
}

/// Whether there is a page of it for the actor: the group has its talk counted, and they may see it.
pub(super) async fn is_shown(work: &mut Work<'_>, session: &Session) -> Result<bool> {
    if !deeds::sees_talk_in(work, session.group).await? {
        return Ok(false);
    }
    let grant = groups::may_see(work, session.group).await?;
    let group = groups::group(work, &grant, session.group).await?;
    Ok(ways_of(work, &grant, &group).await?.counting == Counting::Agreed)
}

/// A member's own numbers of a session.
pub struct OwnTalk {
    /// The session.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// Theirs, and nobody else's.
    pub spoken: Spoken,
}

/// Reads them. Where somebody did not agree there is nothing, and no page that says so.
pub async fn own_talk(work: &mut Work<'_>, id: SessionId) -> Result<OwnTalk> {
    let session = groups::session(work, id).await?;
    let (person, grant) = deeds::may_see_own_talk(work, &session).await?;
    let spoken = spoken_of(work, &grant, &session, person).await?.ok_or(Error::NotFound)?;
    Ok(OwnTalk { group: groups::group(work, &grant, session.group).await?, session, spoken })
}

/// Whether there are any of the actor, who sits in the group.
pub(super) async fn has_own(work: &mut Work<'_>, session: &Session) -> Result<bool> {
    let Some(person) = work.actor().person() else { return Ok(false) };
    let grant = groups::may_see(work, session.group).await?;
    Ok(store::find_talk(work, &grant, session.id, person).await?.is_some())
}

#[cfg(test)]
mod rules {
    use super::*;

    #[test]
    fn nobody_is_ranked() {
        let spoken = |talk_s| Spoken { talk_s, ..Spoken::default() };
        let named = |called: &str, talk_s| (Some(called.to_owned()), spoken(talk_s));
        let members = vec![named("gil", 900), (None, spoken(999)), named("Robin", 700), named("Fern", 10)];
        let order: Vec<_> = by_name(members).into_iter().map(|(called, _)| called.unwrap_or_default()).collect();
        assert_eq!(order, ["Fern", "gil", "Robin", ""]);
    }
}
