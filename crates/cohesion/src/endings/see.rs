//! How the ending of a group stands, for those who lead it.

use super::checklist::open_of;
use super::phase::held_of;
use super::{Announced, Booster, Item, Looking, Phase, Tick, deeds, evaluation, store};
use crate::access::{Deed, Standing};
use crate::groups::{self, Format, Group, Seat, Session};
use crate::id::{GroupId, PersonId, SeatId};
use crate::work::Work;
use crate::{Result, identity};

/// Where a member's summary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryState {
    /// Nobody has begun it.
    ToWrite,
    /// It is begun.
    Draft,
    /// Somebody in training has signed it, and it waits for whoever supervises them.
    Waiting,
    /// It is signed.
    Signed,
    /// It is signed, and its member can read it.
    GivenOut,
}

/// One member's part of the ending.
#[derive(Clone, Debug)]
pub struct MemberEnding {
    /// Who.
    pub person: PersonId,
    /// The name in the group.
    pub called: String,
    /// Whether they sit there now.
    pub is_here: bool,
    /// The seat, where they came back to another one since: its summary has an address of its own.
    pub earlier: Option<SeatId>,
    /// Their own ending, where one was announced.
    pub announced: Option<Announced>,
    /// Where their summary is.
    pub summary: SummaryState,
}

impl MemberEnding {
    /// What is asked of them.
    pub fn items(&self) -> &'static [Item] {
        if self.announced.is_some() { &Item::OF_ONE } else { &Item::OF_MEMBER }
    }

    /// Whether their ending is under way.
    pub fn is_ending(&self, phase: Phase) -> bool {
        phase != Phase::Before || self.announced.is_some()
    }
}

/// How an ending stands.
#[derive(Clone, Debug)]
pub struct Ending {
    /// The group.
    pub group: Group,
    /// How the actor stands to it.
    pub standing: Standing,
    /// Where it is on the way.
    pub phase: Phase,
    /// Sessions that lie behind, and all.
    pub sessions: (usize, usize),
    /// Its calendar.
    pub calendar: Vec<Session>,
    /// What is ticked off.
    pub ticks: Vec<Tick>,
    /// Everybody who sits there, and those who sat there and have a summary, by name.
    pub members: Vec<MemberEnding>,
    /// What is asked afterwards.
    pub boosters: Vec<Booster>,
    /// Who reads it, by name.
    pub readers: Vec<String>,
    /// How members look back.
    pub looking: Looking,
    /// Names of those who ticked something off.
    pub names: Vec<(PersonId, String)>,
}

impl Ending {
    /// Whether the end begins by itself here.
    pub fn begins_by_itself(&self) -> bool {
        self.group.format == Format::Closed
    }

    /// Whether the actor may do anything about it.
    pub fn may_run(&self) -> bool {
        self.standing.allows(Deed::RunEnding)
    }
}

/// The ending of a group.
pub async fn ending(work: &mut Work<'_>, id: GroupId) -> Result<Ending> {
    let grant = deeds::may_see(work, id).await?;
    let group = groups::group(work, &grant, id).await?;
    let calendar = groups::sessions(work, id).await?;
    let ticks = store::ticks_in(work, &grant, id).await?;
    let announced = store::announced_in(work, &grant, id).await?;
    let summaries = store::states_in(work, &grant, id).await?;
    let mut members = Vec::new();
    let seats = groups::seats(work, id).await?;
    let came_back = |seat: &Seat| seats.iter().any(|later| later.person == seat.person && later.since > seat.since);
    for seat in &seats {
        let state = summaries.iter().find(|(of, _)| *of == seat.id).map(|(_, state)| *state);
        if seat.until.is_none() || state.is_some() {
            members.push(MemberEnding {
                person: seat.person,
                called: seat.called.clone(),
                is_here: seat.until.is_none(),
                earlier: Some(seat.id).filter(|_| came_back(seat)),
                announced: announced.iter().find(|(of, _)| *of == seat.id).map(|(_, announced)| *announced),
                summary: state.unwrap_or(SummaryState::ToWrite),
            });
        }
    }
    let mut names: Vec<(PersonId, String)> = Vec::new();
    for by in ticks.iter().filter_map(|tick| tick.by) {
        if !names.iter().any(|(known, _)| *known == by) {
            let about = work.about(&grant, by);
            names.extend(identity::still_called(work, &about, by).await?.map(|called| (by, called)));
        }
    }
    Ok(Ending {
        standing: groups::standing(work, id).await?,
        phase: Phase::of(group.state),
        sessions: held_of(&calendar),
        boosters: store::boosters_of(work, &grant, id).await?,
        readers: groups::named_readers(work, &grant, id).await?,
        looking: evaluation(work, id).await?,
        group,
        calendar,
        ticks,
        members,
        names,
    })
}

/// How many things are still to do in a group that is ending, for those who see it; nothing in one that is not.
pub async fn open_items(work: &mut Work<'_>, group: &Group) -> Result<Option<usize>> {
    let may_see = groups::standing(work, group.id).await?.allows(Deed::SeeEnding);
    if !may_see || Phase::of(group.state) != Phase::Ending {
        return Ok(None);
    }
    let grant = deeds::may_see(work, group.id).await?;
    let ticks = store::ticks_in(work, &grant, group.id).await?;
    let people = groups::living_seats(work, group.id).await?;
    let of_all: usize = people.iter().map(|(person, _)| open_of(&Item::OF_MEMBER, &ticks, person.0)).sum();
    Ok(Some(open_of(&Item::OF_GROUP, &ticks, group.id.0) + of_all))
}
