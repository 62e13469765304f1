//! What stays of a live room when it is over: how long each member was there, as a proposal in the attendance, and how much
//! those spoke who agreed to be counted. Of a group that keeps no names, how many were there.

use ::floor::Seat;
use serde::{Deserialize, Serialize};
use sfu::levels::{Talk, Tally};

use crate::access::Grant;
use crate::clock::{Span, Timestamp};
use crate::groups::{self, Capability, Session, SessionState};
use crate::id::{GroupId, PersonId, SessionId};
use crate::room::table::person_at;
use crate::room::taken::keep_taken;
use crate::room::{deeds, store};
use crate::sessions::{self, Mark, Presence};
use crate::work::{Cell, Scope, Work};
use crate::{Legible, Result, unless_damaged};

/// Coming later than this after the beginning is late, and going earlier than this before the end is early.
const GRACE: Span = Span::minutes(10);

/// How much one member spoke, by how loud it was. Sums only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// Seconds of speech, pauses left out.
    pub talk_s: u64,
    /// How often they took the word.
    pub turns: u32,
    /// Seconds of the longest turn.
    pub longest_s: u64,
    /// Seconds while somebody else spoke too.
    pub overlap_s: u64,
    /// Seconds in which nobody of those who are counted spoke, in the room as a whole.
    pub silence_s: u64,
}

impl Spoken {
    /// Both together: the room of a session can begin anew.
    fn and(self, later: &Self) -> Self {
        Self {
            talk_s: self.talk_s + later.talk_s,
            turns: self.turns + later.turns,
            longest_s: self.longest_s.max(later.longest_s),
            overlap_s: self.overlap_s + later.overlap_s,
            silence_s: self.silence_s + later.silence_s,
        }
    }
}

/// The numbers of everybody who agreed.
pub(super) fn spoken(talk: &Talk) -> Vec<(Seat, Spoken)> {
    let of = |tally: &Tally| Spoken {
        talk_s: seconds(tally.talk_ms),
        turns: tally.turns,
        longest_s: seconds(tally.longest_turn_ms),
        overlap_s: seconds(tally.overlap_ms),
        silence_s: seconds(talk.together.silence_ms),
    };
    talk.members.iter().map(|(seat, tally)| (*seat, of(tally))).collect()
}

const fn seconds(ms: u64) -> u64 {
    (ms + 500) / 1_000
}

/// How long somebody was in the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stay {
    /// When they came first.
    pub first: Option<Timestamp>,
    /// Since when they have been here now.
    pub since: Option<Timestamp>,
    /// When they were last here.
    pub last: Option<Timestamp>,
    /// How long they were here before, in milliseconds.
    pub before: i64,
    /// Whether they were taken out.
    pub was_removed: bool,
    /// Whether they were in the room in person.
    pub was_in_person: bool,
}

impl Stay {
    /// They wait at the door at this time: whoever is let in late came when they came.
    pub fn waits(&mut self, now: Timestamp) {
        self.first.get_or_insert(now);
    }

    /// They are here at this time.
    pub fn here(&mut self, now: Timestamp) {
        self.first.get_or_insert(now);
        self.since.get_or_insert(now);
        self.last = Some(now);
    }

    /// They are not.
    pub fn gone(&mut self, now: Timestamp) {
        if let Some(since) = self.since.take() {
            self.before += (now - since).0;
            self.last = Some(now);
        }
    }

    /// As it would stand in the attendance, where they were here at all. The room of a session can begin anew: what it
    /// proposed before counts too.
    fn mark(&self, person: PersonId, session: &Session, end: Timestamp, earlier: Option<&Mark>) -> Option<Mark> {
        let (first, last) = self.first.zip(self.last)?;
        let end = end.min(session.ends_at);
        let was = |presence| earlier.is_some_and(|mark| mark.presence == presence);
        let came_late = if earlier.is_some() { was(Presence::Late) } else { first > session.starts_at + GRACE };
        let presence = if self.was_removed || was(Presence::Removed) {
            Presence::Removed
        } else if came_late {
            Presence::Late
        } else if last + GRACE < end {
            Presence::LeftEarly
        } else if self.was_in_person || was(Presence::Present) {
            Presence::Present
        } else {
            Presence::Remote
        };
        let minutes = u32::try_from(self.before.max(0) / 60_000).unwrap_or(u32::MAX);
        let minutes = minutes.saturating_add(earlier.map_or(0, |mark| mark.minutes)).min(session.minutes());
        Some(Mark { person, presence, minutes, words: None })
    }
}

/// What stays of a room.
pub(crate) struct Staying {
    /// How long everybody was there.
    pub stays: Vec<(Seat, Stay)>,
    /// How many members were there at most at one time.
    pub heads: u32,
    /// How much those spoke who agreed.
    pub talk: Vec<(Seat, Spoken)>,
    /// What the group said that it takes with it; empty where nobody put it down.
    pub taken: String,
}

/// Puts down what stays. Marks that somebody has made are left as they are; those who lead look at all of them before they
/// close the session.
pub(crate) async fn keep(work: &mut Work<'_>, id: SessionId, staying: &Staying) -> Result<()> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    if !staying.taken.is_empty() {
        keep_taken(work, &grant, &session, &staying.taken).await?;
    }
    if groups::charter_of(work, session.group).await?.allow(Capability::MemberAttendance).is_err() {
        return store::save_heads(work, &grant, (session.id, session.group), staying.heads).await;
    }
    if session.state == SessionState::Open {
        propose(work, &session, &staying.stays).await?;
    }
    for (seat, spoken) in &staying.talk {
        keep_spoken(work, &grant, &session, (person_at(*seat), spoken)).await?;
    }
    Ok(())
}

async fn propose(work: &mut Work<'_>, session: &Session, stays: &[(Seat, Stay)]) -> Result<()> {
    let (now, marked) = (work.now(), sessions::attendance_at(work, session).await?);
    let mut marks = Vec::new();
    for (seat, stay) in stays {
        let person = person_at(*seat);
        let earlier = marked.iter().find(|kept| kept.mark.person == person);
        let is_open = earlier.is_none_or(|kept| kept.marked_by.is_none());
        if is_open && groups::is_seated(work, session.group, person).await? {
            marks.extend(stay.mark(person, session, now, earlier.map(|kept| &kept.mark)));
        }
    }
    sessions::mark_all(work, session.id, &marks).await
}

/// Of somebody who leads nothing is kept.
async fn keep_spoken(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    (person, spoken): (PersonId, &Spoken),
) -> Result<()> {
    if !groups::is_seated(work, session.group, person).await? {
        return Ok(());
    }
    let (about, scope) = (work.about(grant, person), Scope::Membership(session.group, person));
    let earlier = spoken_of(work, &about, session, person).await?.unwrap_or_default();
    let content = work.seal(scope, cell(session.id), &earlier.and(spoken)).await?;
    store::save_talk(work, &about, (session.id, session.group), (person, content)).await
}

/// How much each member spoke who agreed, for those who lead.
pub async fn spoken_at(work: &mut Work<'_>, session: &Session) -> Result<Vec<(PersonId, Spoken)>> {
    let grant = deeds::may_see_talk(work, session).await?;
    Ok(spoken_under(work, &grant, session).await?.readable)
}

/// The same under a grant that has been given.
pub(in crate::room) async fn spoken_under(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
) -> Result<Legible<(PersonId, Spoken)>> {
    let mut all = Legible::default();
    for (person, content) in store::talks_at(work, grant, session.id).await? {
        let about = work.about(grant, person);
        let spoken = work.open(&about, Scope::Membership(session.group, person), cell(session.id), &content).await;
        all.add(spoken.map(|spoken| (person, spoken)), "room_talks", session.id.0)?;
    }
    Ok(all)
}

/// How much one member spoke at a session, where it was counted.
pub(in crate::room) async fn spoken_of(
    work: &mut Work<'_>,
    grant: &Grant,
    session: &Session,
    person: PersonId,
) -> Result<Option<Spoken>> {
    let Some(content) = store::find_talk(work, grant, session.id, person).await? else { return Ok(None) };
    work.open(grant, Scope::Membership(session.group, person), cell(session.id), &content).await.map(Some)
}

/// How much one member spoke at each session where they agreed to be counted, for those who lead; nothing for anybody else.
pub async fn spoken_by(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Vec<(SessionId, Spoken)>> {
    if !deeds::sees_talk_in(work, group).await? {
        return Ok(Vec::new());
    }
    let about = deeds::may_see_talk_of(work, group, person).await?;
    let mut all = Vec::new();
    for (session, content) in store::talks_of(work, &about, group, person).await? {
        let spoken = work.open(&about, Scope::Membership(group, person), cell(session), &content).await;
        all.extend(unless_damaged(spoken, "room_talks", session.0)?.map(|spoken| (session, spoken)));
    }
    Ok(all)
}

const fn cell(session: SessionId) -> Cell {
    Cell::of("room_talks", "content", session.0)
}

#[cfg(test)]
mod rules {
    use super::*;

    const START: Timestamp = Timestamp(1_000_000_000);

    fn session() -> Session {
        let ends_at = START + Span::minutes(90);
        let (id, group) = (SessionId([1; 16]), GroupId([2; 16]));
        Session { id, group, number: 1, starts_at: START, ends_at, state: SessionState::Open }
    }

    fn mark(spans: &[(i64, i64)]) -> Option<(Presence, u32)> {
        let mut stay = Stay::default();
        for (from, to) in spans {
            stay.here(START + Span::minutes(*from));
            stay.gone(START + Span::minutes(*to));
        }
        stay.mark(PersonId([3; 16]), &session(), START + Span::minutes(90), None)
            .map(|mark| (mark.presence, mark.minutes))
    }

    #[test]
    fn a_stay_is_the_sum_of_its_parts_and_says_who_came_late_or_left_early() {
        assert_eq!(mark(&[(0, 90)]), Some((Presence::Remote, 90)));
        assert_eq!(mark(&[(-20, 90)]), Some((Presence::Remote, 90)));
        assert_eq!(mark(&[(0, 30), (40, 90)]), Some((Presence::Remote, 80)));
        assert_eq!(mark(&[(20, 90)]), Some((Presence::Late, 70)));
        assert_eq!(mark(&[(0, 60)]), Some((Presence::LeftEarly, 60)));
        assert_eq!(mark(&[]), None);
    }

    #[test]
    fn whoever_waited_at_the_door_came_when_they_came() {
        let mut stay = Stay::default();
        stay.waits(START);
        stay.here(START + Span::minutes(12));
        stay.gone(START + Span::minutes(90));
        let mark = stay.mark(PersonId([3; 16]), &session(), START + Span::minutes(90), None);
        assert_eq!(mark.map(|mark| (mark.presence, mark.minutes)), Some((Presence::Remote, 78)));
    }

    #[test]
    fn a_room_that_begins_anew_adds_to_what_it_proposed() {
        let person = PersonId([3; 16]);
        let earlier = Mark { person, presence: Presence::LeftEarly, minutes: 30, words: None };
        let mut stay = Stay::default();
        stay.here(START + Span::minutes(35));
        stay.gone(START + Span::minutes(90));
        let both = stay.mark(person, &session(), START + Span::minutes(90), Some(&earlier));
        assert_eq!(both.map(|mark| (mark.presence, mark.minutes)), Some((Presence::Remote, 85)));
    }

    #[test]
    fn whoever_was_in_the_room_in_person_is_present_whichever_program_had_the_room() {
        let (person, end) = (PersonId([3; 16]), START + Span::minutes(90));
        let mut stay = Stay { was_in_person: true, ..Stay::default() };
        stay.here(START);
        stay.gone(START + Span::minutes(50));
        let early = stay.mark(person, &session(), end, None).expect("they were here");
        assert_eq!(early.presence, Presence::LeftEarly);
        stay.here(START + Span::minutes(50));
        stay.gone(end);
        let first = stay.mark(person, &session(), end, None).expect("they were here");
        assert_eq!(first.presence, Presence::Present);
        let mut later = Stay::default();
        later.here(START);
        later.gone(end);
        assert_eq!(
            later.mark(person, &session(), end, Some(&first)).map(|mark| mark.presence),
            Some(Presence::Present)
        );
    }

    #[test]
    fn whoever_was_taken_out_is_marked_so() {
        let mut stay = Stay { was_removed: true, ..Stay::default() };
        stay.here(START);
        stay.gone(START + Span::minutes(5));
        let mark = stay.mark(PersonId([3; 16]), &session(), START + Span::minutes(90), None);
        assert_eq!(mark.map(|mark| (mark.presence, mark.minutes)), Some((Presence::Removed, 5)));
    }
}
