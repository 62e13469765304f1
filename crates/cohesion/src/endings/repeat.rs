//! What was asked at the start is asked again, and the plan against relapse is set: one act each, for all or for one.

use super::tick::{belongs, done};
use super::{Item, Subject, deeds};
use crate::assessments::{Again, ask_again};
use crate::clock::Span;
use crate::groups::{self, SeatState};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::techniques::{Assigning, Due, Gate, Material, assign};
use crate::web::words::Words;
use crate::work::Work;
use crate::{Error, Result, practice, say};

/// How long there is to answer.
const ANSWERED_WITHIN: Span = Span::days(14);

/// The worksheet of the plan against relapse.
const RELAPSE_PLAN: &str = "relapse-plan";

/// Asks again what was asked at the start, and answers how many questionnaires went out. It is asked once.
pub async fn repeat_measures(work: &mut Work<'_>, group: GroupId, subject: Subject) -> Result<usize> {
    let grant = deeds::may_run(work, group).await?;
    let people = people(work, group, subject).await?;
    if !done(work, &grant, group, subject, Item::Measures).await? {
        return Err(Error::Conflict("endings-conflict-asked"));
    }
    let now = work.now();
    let asked = ask_again(work, group, &people, Again { opens_at: now, due_at: now + ANSWERED_WITHIN }).await?;
    if asked == 0 {
        return Err(Error::Conflict("endings-conflict-no-measures"));
    }
    work.announce(Change::Group(group));
    Ok(asked)
}

/// Sets the plan against relapse as homework. It is set once.
pub async fn assign_relapse_plan(work: &mut Work<'_>, group: GroupId, subject: Subject) -> Result<()> {
    let grant = deeds::may_run(work, group).await?;
    people(work, group, subject).await?;
    if !done(work, &grant, group, subject, Item::RelapsePlan).await? {
        return Err(Error::Conflict("endings-conflict-set"));
    }
    let words = Words::of(&practice::settings(work).await?.language);
    let assigning = Assigning {
        material: Material::Form(RELAPSE_PLAN.to_owned()),
        instruction: say!(words, "endings-relapse-instruction").into_owned(),
        obstacle: String::new(),
        person: match subject {
            Subject::Group => None,
            Subject::Member(person) => Some(person),
        },
        due: Due::NextSession,
        gate: Gate::None,
    };
    assign(work, group, &assigning).await?;
    Ok(())
}

/// Those who sit there and are not on hold, or the one.
async fn people(work: &mut Work<'_>, group: GroupId, subject: Subject) -> Result<Vec<PersonId>> {
    belongs(work, group, subject).await?;
    let seats = groups::living_seats(work, group).await?;
    let people: Vec<PersonId> = match subject {
        Subject::Group => {
            seats.into_iter().filter(|(_, state)| *state == SeatState::Active).map(|(person, _)| person).collect()
        }
        Subject::Member(one) => seats.into_iter().map(|(person, _)| person).filter(|person| *person == one).collect(),
    };
    if people.is_empty() { Err(Error::Conflict("endings-conflict-nobody")) } else { Ok(people) }
}
