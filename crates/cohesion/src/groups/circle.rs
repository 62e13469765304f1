//! The circle that a group's pages draw: seats without anybody's name.

use super::{Group, LeaderRole, leaders, seats_taken};
use crate::Result;
use crate::web::parts::Seat;
use crate::work::Work;

/// The seats as a member sees them: those who lead, one's own, the others taken, the free ones.
pub async fn circle(work: &mut Work<'_>, group: &Group) -> Result<Vec<Seat>> {
    let leaders = leaders(work, group.id).await?.into_iter();
    let leading = leaders.filter(|leader| leader.role != LeaderRole::Supervisor).count();
    let taken = usize::try_from(seats_taken(work, group.id).await?).unwrap_or(0);
    let free = usize::try_from(group.capacity).unwrap_or(0).saturating_sub(taken);
    let seats = |seat, count| std::iter::repeat_n(seat, count);
    let others = seats(Seat::Lead, leading).chain([Seat::You]).chain(seats(Seat::Here, taken.saturating_sub(1)));
    Ok(others.chain(seats(Seat::Free, free)).collect())
}
