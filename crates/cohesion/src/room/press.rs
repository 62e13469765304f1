//! A member presses a button on their phone.

use ::floor::{Input, Request, Seat};

use super::keep::change;
use super::{deeds, seat_of};
use crate::access::Grant;
use crate::groups;
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::Work;
use crate::{Error, Result};

/// What a member can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// "I am here", also after a moment for oneself.
    Come,
    /// "I need a moment".
    StepAside,
    /// "I am going".
    Leave,
    /// "I would like to say something".
    Raise,
    /// "Not any more".
    Lower,
    /// "I have finished".
    Finish,
    /// "I pass".
    Pass,
    /// "I am not ready yet".
    NotReady,
}

impl Press {
    /// Every press, in the order of the page.
    pub const ALL: [Self; 8] =
        [Self::Come, Self::StepAside, Self::Leave, Self::Raise, Self::Lower, Self::Finish, Self::Pass, Self::NotReady];

    /// The word it has in a form.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Come => "come",
            Self::StepAside => "aside",
            Self::Leave => "leave",
            Self::Raise => "raise",
            Self::Lower => "lower",
            Self::Finish => "finish",
            Self::Pass => "pass",
            Self::NotReady => "not-ready",
        }
    }

    /// What it asks of the floor, for the seat of whoever presses.
    pub const fn request(self, seat: Seat) -> Request {
        match self {
            Self::Come => Request::Arrive(seat),
            Self::StepAside => Request::StepAside(seat),
            Self::Leave => Request::Leave(seat),
            Self::Raise => Request::Raise(seat),
            Self::Lower => Request::Lower(seat),
            Self::Finish => Request::Finish(seat),
            Self::Pass => Request::Pass(seat),
            Self::NotReady => Request::NotReady(seat),
        }
    }
}

impl std::str::FromStr for Press {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        Self::ALL.into_iter().find(|press| press.word() == word).ok_or(())
    }
}

/// Presses it, for oneself.
pub async fn press(work: &mut Work<'_>, id: SessionId, press: Press) -> Result<()> {
    let session = groups::session(work, id).await?;
    let (person, grant) = deeds::may_take_part(work, &session).await?;
    let name = match press {
        Press::Come => Some(own_name(work, &grant, session.group, person).await?),
        _ => None,
    };
    let seat = seat_of(person);
    change(work, &grant, &session, Input::of(seat, press.request(seat)), name).await
}

/// The name that somebody chose for this group.
pub(super) async fn own_name(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<String> {
    let seats = groups::seats_of(work, grant, person).await?;
    let seat = seats.into_iter().find(|seat| seat.group == group && seat.until.is_none());
    seat.map(|seat| seat.called).ok_or(Error::NotFound)
}
