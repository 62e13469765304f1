//! Whether anybody reads a group's threads now, which its pages say before one writes.

use super::store;
use crate::Result;
use crate::groups::{self, Capability, Group, Rule};
use crate::practice;
use crate::safety::{self, Hours};
use crate::work::Work;

/// Who reads a group's threads, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Watch {
    /// Nobody watches them; they are talked about in the group.
    Nobody,
    /// Whoever moderates does.
    Team {
        /// When somebody reads at once, where fixed hours were arranged.
        hours: Option<Hours>,
        /// What the practice says of its own hours; may be empty.
        stated: String,
        /// Whether somebody reads at once now.
        reads_now: bool,
        /// The quiet hours, while they last: until this minute of the day.
        quiet_until: Option<u16>,
    },
}

/// Who reads the group's threads now.
pub(super) async fn watch(work: &mut Work<'_>, group: &Group) -> Result<Watch> {
    if group.charter.rule(Capability::ThreadHours) == Rule::Required {
        return Ok(Watch::Nobody);
    }
    let now = work.now();
    let hours = safety::duty(work, Some(group.id)).await?.map(|duty| duty.hours);
    let reads_now = match &hours {
        Some(hours) => hours.hold_at(now)?,
        None => false,
    };
    let at = groups::civil(now, &groups::zone_of(work, group.id).await?)?;
    let minute = u16::from(at.hour().unsigned_abs()) * 60 + u16::from(at.minute().unsigned_abs());
    let quiet = store::find_space(work, group.id).await?.quiet.filter(|quiet| quiet.has(minute));
    let stated = practice::settings(work).await?.duty_hours;
    Ok(Watch::Team { hours, stated, reads_now, quiet_until: quiet.map(|quiet| quiet.until) })
}
