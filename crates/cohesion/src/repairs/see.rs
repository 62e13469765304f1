//! The strains in a group, for those who lead it, each with what was done and the ratings beside it.

use super::rule::{Rupture, bond, ruptures};
use super::store::{self, MendingRow};
use super::{Way, deeds};
use crate::access::{Deed, Grant};
use crate::assessments::{AssignmentId, Rating, ratings_in};
use crate::clock::Timestamp;
use crate::groups::{self, Capability, Group};
use crate::id::{GroupId, PersonId, SessionId};
use crate::work::{Cell, Scope, Work};
use crate::{Result, unless_damaged};

/// The questionnaire that asks how a session was.
pub(super) const CHECK_OUT: &str = "session-check-out";

/// What somebody did about a strain.
#[derive(Clone, Debug)]
pub struct Done {
    /// Which way.
    pub way: Way,
    /// What was done; nothing where it cannot be read.
    pub words: Option<String>,
    /// When it was put on record.
    pub at: Timestamp,
}

/// One member's strain.
#[derive(Clone, Debug)]
pub struct Strain {
    /// Whose rating it was.
    pub person: PersonId,
    /// Their name in the group.
    pub called: String,
    /// Where it is.
    pub rupture: Rupture,
    /// The session after which it showed.
    pub session: Option<SessionId>,
    /// When the rating came.
    pub at: Timestamp,
    /// What was done, the first first.
    pub done: Vec<Done>,
    /// The bond on average before, then, and after: of the ratings that were complete.
    pub course: Vec<(Timestamp, f64)>,
}

/// The strains in a group, the open ones first, then the latest.
pub async fn strains(work: &mut Work<'_>, group: GroupId) -> Result<Vec<Strain>> {
    let grant = deeds::may_see(work, group).await?;
    let ratings = ratings_in(work, group, CHECK_OUT).await?;
    let rows = store::mendings_in(work, &grant, group).await?;
    let mut strains = Vec::new();
    for (person, ratings) in ratings {
        let of_one: Vec<&MendingRow> = rows.iter().filter(|row| row.person == person).collect();
        for rupture in ruptures(&ratings, |rating| written_until(&of_one, &ratings, rating)) {
            let mut done = Vec::new();
            for row in of_one.iter().filter(|row| row.rating == rupture.rating) {
                done.push(open(work, &grant, group, row).await?);
            }
            let rating = &ratings[rupture.at];
            strains.push(Strain {
                person,
                called: called(work, &grant, group, person).await?,
                session: rating.session,
                at: rating.at,
                done,
                course: course(&ratings, &rupture),
                rupture,
            });
        }
    }
    strains.sort_by_key(|strain| (!strain.rupture.state.is_open(), std::cmp::Reverse(strain.at)));
    Ok(strains)
}

/// The name of somebody with a strain; nobody else's is opened.
async fn called(work: &mut Work<'_>, grant: &Grant, group: GroupId, person: PersonId) -> Result<String> {
    let about = work.about(grant, person);
    let seats = groups::seats_of(work, &about, person).await?.into_iter();
    Ok(seats.filter(|seat| seat.group == group).map(|seat| seat.called).next().unwrap_or_default())
}

/// How many ratings had come when each repair of this rating was written.
fn written_until(rows: &[&MendingRow], ratings: &[Rating], rating: AssignmentId) -> Vec<usize> {
    let of_it = rows.iter().filter(|row| row.rating == rating);
    of_it.map(|row| ratings.iter().filter(|rating| rating.at <= row.at).count()).collect()
}

/// The bond over time, from two ratings before the strain to the last one that belongs to it.
fn course(ratings: &[Rating], rupture: &Rupture) -> Vec<(Timestamp, f64)> {
    let (from, to) = (rupture.at.saturating_sub(2), rupture.next.last().copied().unwrap_or(rupture.at));
    let around = ratings.iter().take(to + 1).skip(from);
    around.filter_map(|rating| Some((rating.at, bond(rating)?))).collect()
}

async fn open(work: &mut Work<'_>, grant: &Grant, group: GroupId, row: &MendingRow) -> Result<Done> {
    let about = work.about(grant, row.person);
    let scope = Scope::Membership(group, row.person);
    let words = work.open(&about, scope, cell(row.rating, row.number), &row.words).await;
    Ok(Done { way: row.way, words: unless_damaged(words, "mendings", row.rating.0)?, at: row.at })
}

/// Strains that wait for somebody, in one group of the actor's own; nothing for whoever may not mend them.
pub async fn open_strains(work: &mut Work<'_>, group: &Group) -> Result<Vec<Strain>> {
    let measures = group.charter.allow(Capability::OutcomeMeasures).is_ok();
    if !measures || !groups::standing(work, group.id).await?.allows(Deed::MendStrain) {
        return Ok(Vec::new());
    }
    let mut open = strains(work, group.id).await?;
    open.retain(|strain| strain.rupture.state.is_open());
    Ok(open)
}

pub(super) const fn cell(rating: AssignmentId, number: u32) -> Cell {
    Cell::of("mendings", "words", rating.0).version(number)
}

/// The strain of a member that began with this rating.
pub(super) async fn strain_of(
    work: &mut Work<'_>,
    group: GroupId,
    person: PersonId,
    rating: AssignmentId,
) -> Result<Option<Strain>> {
    let mut all = strains(work, group).await?.into_iter();
    Ok(all.find(|strain| strain.person == person && strain.rupture.rating == rating))
}
