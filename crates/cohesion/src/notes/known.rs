//! Who is known by which names: the members whom the name-lint looks for, and those who wrote.

use std::collections::BTreeMap;

use notelint::Roster;

use super::lint::{Known, roster};
use crate::access::Grant;
use crate::groups::Seat;
use crate::id::{GroupId, PersonId};
use crate::work::Work;
use crate::{Error, Result, groups, identity, unless_damaged};

/// Everybody who sits in the group or ever sat there, by all their names.
pub(super) async fn roster_of(work: &mut Work<'_>, grant: &Grant, group: GroupId) -> Result<Roster> {
    let seats = groups::seats(work, group).await?;
    roster_among(work, grant, &seats).await
}

/// The same, of seats that were read already. Who came back after a while is one person.
pub(super) async fn roster_among(work: &mut Work<'_>, grant: &Grant, seats: &[Seat]) -> Result<Roster> {
    let mut known: Vec<Known> = Vec::new();
    for seat in seats {
        if let Some(there) = known.iter_mut().find(|known| known.person == seat.person) {
            if !there.shown.contains(&seat.called) {
                there.shown = format!("{} {}", there.shown, seat.called);
            }
            continue;
        }
        let about = work.about(grant, seat.person);
        let profile = match identity::profile(work, &about, seat.person).await {
            Err(Error::NotFound) => None,
            read => unless_damaged(read, "people", seat.person.0)?,
        };
        known.push(Known { person: seat.person, shown: seat.called.clone(), profile });
    }
    roster(known)
}

/// Names of people of the staff; nothing for those whose name cannot be read any more.
#[derive(Clone, Debug, Default)]
pub struct Names(BTreeMap<PersonId, String>);

impl Names {
    /// Reads each name once.
    pub async fn of(work: &mut Work<'_>, grant: &Grant, people: impl IntoIterator<Item = PersonId>) -> Result<Self> {
        let mut names = BTreeMap::new();
        for person in people {
            if names.contains_key(&person) {
                continue;
            }
            let about = work.about(grant, person);
            if let Some(called) = identity::still_called(work, &about, person).await? {
                names.insert(person, called);
            }
        }
        Ok(Self(names))
    }

    /// The name, where it is known.
    pub fn get(&self, person: Option<PersonId>) -> Option<&str> {
        self.0.get(&person?).map(String::as_str)
    }
}
