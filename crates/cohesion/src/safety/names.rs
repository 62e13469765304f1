//! The names of the people on an alert or a plan, as far as they can still be read.

use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::identity;
use crate::work::Work;

/// People and what they are called. Whoever has no name here any more must not take the page away.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(Vec<(PersonId, Option<String>)>);

impl Names {
    /// Reads the names of these people under a grant about the alert or plan that they stand on.
    pub async fn of(work: &mut Work<'_>, grant: &Grant, people: impl IntoIterator<Item = PersonId>) -> Result<Self> {
        let mut names = Self::default();
        for person in people {
            if !names.0.iter().any(|(known, _)| *known == person) {
                names.0.push((person, name(work, grant, person).await?));
            }
        }
        Ok(names)
    }

    /// What a person is called.
    pub fn get(&self, person: PersonId) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == person)?.1.as_deref()
    }
}

/// What a person is called, if that can still be read.
pub(super) async fn name(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Option<String>> {
    let about = work.about(grant, person);
    identity::still_called(work, &about, person).await
}
