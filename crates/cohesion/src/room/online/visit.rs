//! Who comes to a live room: looked up with their rights at the moment they ask for a ticket.

use std::collections::BTreeSet;

use ::floor::hall::{Entry, Expected, Guest, HOLD_MS, HOLD_MS_BOUNDS, Meets, Privacy, Question, Role, SeatKind, Setup};
use ::floor::{Seat, Timer};
use sfu::Consent;

use super::entry::{Answers, Counting, answers_of};
use super::lease::{Kept, kept};
use super::observer::supervisor;
use super::signed::check_signed;
use crate::access::{Actor, Grant, SignedIn};
use crate::clock::Span;
use crate::groups::{self, Capability, Group, LeaderRole, SeatState, Session, SessionState};
use crate::id::{GroupId, PersonId, SessionId};
use crate::room::lead::may_show_timer;
use crate::room::press::own_name;
use crate::room::table::ms;
use crate::room::ways::{Ways, ways_of};
use crate::room::{deeds, seat_of};
use crate::web::View;
use crate::work::Work;
use crate::{Error, Result};

/// How long before its hour a live room can be entered; nobody is let in before somebody leads.
pub(in crate::room) const EARLY: Span = Span::minutes(30);

/// In which part somebody comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// As a member of the group.
    Member,
    /// As one of those who lead.
    Leader,
    /// As whoever supervises the group, where every member has agreed.
    Supervisor,
}

/// Whether somebody is shown how much each speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbers {
    /// They are.
    Shown,
    /// They are not.
    Hidden,
}

/// Somebody who comes.
#[derive(Clone, Debug)]
pub(super) struct Visit {
    pub who: SignedIn,
    pub face: Face,
    pub session: Session,
    pub seat: Seat,
    pub role: Role,
    pub kind: SeatKind,
    pub entry: Entry,
    /// The name that the others see.
    pub called: String,
    pub view: View,
    pub consent: Consent,
    /// Whether they may see how much each speaks.
    pub numbers: Numbers,
}

impl Visit {
    /// As the hall takes it.
    pub fn guest(&self) -> Guest {
        let Self { seat, role, kind, entry, .. } = self;
        Guest { seat: *seat, role: *role, kind: *kind, entry: entry.clone(), expected: Expected::Yes }
    }
}

/// Looks somebody up. Members have answered at the door before.
pub(super) async fn visit(work: &mut Work<'_>, id: SessionId, face: Face, view: View) -> Result<Visit> {
    let Actor::Person(who) = work.actor() else { return Err(Error::SignInNeeded) };
    let session = groups::session(work, id).await?;
    match face {
        Face::Member => member(work, who, session, view).await,
        Face::Leader => leader(work, who, session, view).await,
        Face::Supervisor => supervisor(work, who, session, view).await,
    }
}

async fn member(work: &mut Work<'_>, who: SignedIn, session: Session, view: View) -> Result<Visit> {
    let (person, grant) = deeds::may_take_part(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    check_hour(work, &session)?;
    check_signed(work, &grant, &session, person).await?;
    let answers = answers_of(work, &grant, &session, person).await?.ok_or(Error::Conflict("room-conflict-door"))?;
    let Answers { kind, privacy, counting, .. } = answers;
    Ok(Visit {
        who,
        face: Face::Member,
        session,
        seat: seat_of(person),
        role: Role::Member,
        kind,
        entry: Entry { given: given(&group, kind), privacy },
        called: own_name(work, &grant, session.group, person).await?,
        view,
        consent: consent(counting),
        numbers: Numbers::Hidden,
    })
}

async fn leader(work: &mut Work<'_>, who: SignedIn, session: Session, view: View) -> Result<Visit> {
    let grant = deeds::may_lead(work, &session).await?;
    if session.state != SessionState::Open {
        return Err(Error::Conflict("room-conflict-not-open"));
    }
    let group = groups::group(work, &grant, session.group).await?;
    let (role, called) = part(work, &grant, &group, who.person).await?;
    Ok(Visit {
        who,
        face: Face::Leader,
        session,
        seat: seat_of(who.person),
        role,
        kind: SeatKind::Video,
        entry: Entry { given: BTreeSet::new(), privacy: Privacy::Alone },
        called,
        view,
        consent: Consent::Agreed,
        numbers: numbers_for(work, group.id).await?,
    })
}

async fn numbers_for(work: &mut Work<'_>, group: GroupId) -> Result<Numbers> {
    let may_see = deeds::sees_talk_in(work, group).await?;
    Ok(if may_see { Numbers::Shown } else { Numbers::Hidden })
}

/// The first of those who lead, or another.
async fn part(work: &mut Work<'_>, grant: &Grant, group: &Group, person: PersonId) -> Result<(Role, String)> {
    let leaders = groups::named_leaders(work, grant, group.id).await?;
    let leading = leaders.into_iter().filter(|(leader, _)| leader.role != LeaderRole::Supervisor);
    match leading.enumerate().find(|(_, (leader, _))| leader.person == person) {
        Some((0, (_, called))) => Ok((Role::Leader, called)),
        Some((_, (_, called))) => Ok((Role::CoLeader, called)),
        None => Err(Error::NotFound),
    }
}

/// A room can be entered from shortly before its hour until it is closed.
pub(super) fn check_hour(work: &Work<'_>, session: &Session) -> Result<()> {
    match session.state {
        SessionState::Open => Ok(()),
        SessionState::Planned if work.now() + EARLY >= session.starts_at => Ok(()),
        SessionState::Planned => Err(Error::Conflict("room-conflict-early")),
        SessionState::Held | SessionState::Cancelled => Err(Error::Conflict("room-conflict-over")),
    }
}

/// What a room begins with.
pub(super) struct Beginning {
    pub setup: Setup,
    pub ways: Ways,
    /// What outlasts the one before it.
    pub kept: Option<Kept>,
    /// Those who belong to the group, by name.
    pub folk: Vec<(Seat, String)>,
}

/// What a room is told before anybody comes. The program itself asks: the first to come may be a member.
pub(super) async fn setup(work: &mut Work<'_>, id: SessionId) -> Result<Beginning> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let ways = ways_of(work, &grant, &group).await?;
    let shows_timer = may_show_timer(work, &grant, &session).await?;
    let setup = Setup {
        late_ms: ways.late_minutes.map(|minutes| u64::from(minutes) * 60_000),
        hold_ms: hold_ms(ways.meets),
        policy: ways.policy,
        meets: ways.meets,
        questions: questions(&group),
        timer: if shows_timer { Timer::Everybody } else { Timer::Leaders },
        ..Setup::starting(ms(session.starts_at))
    };
    let seats = groups::seats(work, group.id).await?.into_iter();
    let folk = seats.filter(|seat| seat.state != SeatState::Left && seat.until.is_none());
    let folk = folk.map(|seat| (seat_of(seat.person), seat.called)).collect();
    Ok(Beginning { setup, ways, kept: kept(work, &grant, &session).await?, folk })
}

/// Whoever leads in one room with the group is there, also while their device sleeps.
const fn hold_ms(meets: Meets) -> u64 {
    match meets {
        Meets::Online => HOLD_MS,
        Meets::InPerson => HOLD_MS_BOUNDS[1],
    }
}

/// What somebody has answered at the door: whoever is in the room is not asked where they are.
fn given(group: &Group, kind: SeatKind) -> BTreeSet<Question> {
    let mut given = questions(group);
    given.retain(|question| kind != SeatKind::InPerson || !question.is_for_far_away());
    given
}

/// What members are asked at the door.
pub(super) fn questions(group: &Group) -> BTreeSet<Question> {
    let mut questions = BTreeSet::from([Question::Identity, Question::Agreement, Question::Place]);
    if group.charter.allow(Capability::WhereaboutsAtDoor).is_ok() {
        questions.extend([Question::Whereabouts, Question::CallBack]);
    }
    questions
}

const fn consent(counting: Counting) -> Consent {
    match counting {
        Counting::Agreed => Consent::Agreed,
        Counting::Refused => Consent::Refused,
    }
}
