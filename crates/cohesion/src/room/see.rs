//! A meeting as its members see it, and as those who lead do.

use ::floor::{Seat, Timer};

use super::board::{BoardCode, code_in};
use super::keep::{Whose, kept};
use super::lead::may_show_timer;
use super::readings::{Readings, readings_in};
use super::table::Table;
use super::{deeds, seat_of};
use crate::Result;
use crate::access::{Grant, Standing};
use crate::groups::{self, Capability, Group, SeatState, Session};
use crate::id::{PersonId, SessionId};
use crate::plans::{Running, running};
use crate::practice;
use crate::work::Work;

/// What somebody who takes part sees.
pub struct Meeting {
    /// The meeting.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// The viewer's seat.
    pub me: Seat,
    /// The name that the others see, for whoever has not come yet.
    pub called: String,
    /// The floor. Whoever is not at it is shown nobody's name.
    pub table: Table,
    /// Whose it is.
    pub whose: Whose,
    /// What the meeting is about and where it is, where it has a script.
    pub running: Option<Running>,
    /// What the group reads aloud, where it does.
    pub readings: Option<Readings>,
    /// Whom one can reach at the practice, in its own words.
    pub contact: String,
}

impl Meeting {
    /// Whether the viewer has a place at the floor.
    pub fn is_at_it(&self) -> bool {
        self.table.floor().place(self.me).is_some()
    }

    /// Whether the viewer sees the time of a turn.
    pub fn shows_time(&self) -> bool {
        self.table.floor().timer() == Timer::Everybody
    }
}

/// Reads it, for somebody who has a seat in the group.
pub async fn meeting(work: &mut Work<'_>, id: SessionId) -> Result<Meeting> {
    let session = groups::session(work, id).await?;
    let (person, grant) = deeds::may_take_part(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let (running, readings) = script(work, &grant, &group, &session).await?;
    let (now, whose) = kept(work, &grant, &session).await?;
    Ok(Meeting {
        me: seat_of(person),
        called: super::press::own_name(work, &grant, group.id, person).await?,
        table: now.table,
        whose,
        contact: practice::settings(work).await?.contact,
        session,
        group,
        running,
        readings,
    })
}

/// What those who lead see.
pub struct Desk {
    /// The meeting.
    pub session: Session,
    /// Its group.
    pub group: Group,
    /// How the actor stands to it.
    pub standing: Standing,
    /// The floor.
    pub table: Table,
    /// Whose it is.
    pub whose: Whose,
    /// Those who belong to the group and are not at the floor, by name.
    pub others: Vec<(PersonId, String)>,
    /// The code of the board, while there is one.
    pub code: Option<BoardCode>,
    /// Whether members can be shown the time.
    pub may_show_timer: bool,
    /// What the meeting is about and where it is, where it has a script.
    pub running: Option<Running>,
    /// What the group reads aloud, where it does.
    pub readings: Option<Readings>,
}

/// Reads it, for those who lead.
pub async fn desk(work: &mut Work<'_>, id: SessionId) -> Result<Desk> {
    let session = groups::session(work, id).await?;
    let grant = deeds::may_lead(work, &session).await?;
    let group = groups::group(work, &grant, session.group).await?;
    let (now, whose) = kept(work, &grant, &session).await?;
    let table = now.table;
    let seats = groups::seats(work, group.id).await?.into_iter();
    let here = |person| table.floor().place(seat_of(person)).is_some();
    let others = seats
        .filter(|seat| seat.state == SeatState::Active && seat.until.is_none() && !here(seat.person))
        .map(|seat| (seat.person, seat.called))
        .collect();
    let (running, readings) = script(work, &grant, &group, &session).await?;
    Ok(Desk {
        standing: groups::standing(work, group.id).await?,
        code: code_in(work, &grant, &session).await?,
        may_show_timer: may_show_timer(work, &grant, &session).await?,
        session,
        group,
        table,
        whose,
        others,
        running,
        readings,
    })
}

async fn script(
    work: &mut Work<'_>,
    grant: &Grant,
    group: &Group,
    session: &Session,
) -> Result<(Option<Running>, Option<Readings>)> {
    if group.charter.allow(Capability::MeetingScript).is_err() {
        return Ok((None, None));
    }
    Ok((running(work, grant, session).await?, Some(readings_in(work, grant, group.id).await?)))
}
