//! An alert as it stands, opened for whoever may see it; and the one way in which anything is added to it.

use super::store::{self, KeptAlert};
use super::{AlertId, Cause, Entry, Event, Sign, Stage, State, deadline, deeds};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::hub::Change;
use crate::id::PersonId;
use crate::notices::{self, Kind};
use crate::work::{Cell, Scope, Work};

/// An alert, opened.
#[derive(Clone, Debug)]
pub struct Alert {
    /// Its id.
    pub id: AlertId,
    /// Why it was raised, about whom, in which group.
    pub cause: Cause,
    /// All that happened to it, in order.
    pub entries: Vec<Entry>,
    /// What that comes to.
    pub state: State,
    /// Everybody who has been told.
    pub told: Vec<PersonId>,
}

impl Alert {
    /// Who was told, and when; each once.
    pub fn tellings(&self) -> Vec<(PersonId, Timestamp)> {
        let mut tellings: Vec<(PersonId, Timestamp)> = Vec::new();
        for entry in &self.entries {
            for person in entry.event.tells() {
                if !tellings.iter().any(|(told, _)| told == person) {
                    tellings.push((*person, entry.at));
                }
            }
        }
        tellings
    }

    /// Who has it, and since when, once somebody does.
    pub fn taken(&self) -> Option<(PersonId, Timestamp)> {
        let owner = self.state.owner.filter(|_| self.state.stage != Stage::Waiting)?;
        let takes = |entry: &&Entry| match entry.event {
            Event::Taken => entry.author == Some(owner),
            Event::HandedOver { to, .. } => to == owner,
            _ => false,
        };
        self.entries.iter().rev().find(takes).map(|entry| (owner, entry.at))
    }
}

/// Opens an alert under a grant about its person.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, kept: KeptAlert) -> Result<Alert> {
    let scope = Scope::Person(kept.person);
    let sign: Sign = work.open(grant, scope, cause_cell(kept.id), &kept.sign).await?;
    let mut state = State::raised(kept.terms);
    let mut entries = Vec::new();
    for (number, row) in (1..).zip(store::entries_of(work, grant, kept.id).await?) {
        let event: Event = work.open(grant, scope, entry_cell(kept.id, number), &row.event).await?;
        let entry = Entry { author: row.author, at: row.at, event };
        state = state.after(&entry)?;
        entries.push(entry);
    }
    let told = store::readers_of(work, grant, kept.id).await?;
    let cause = Cause { person: kept.person, group: kept.group, sign };
    Ok(Alert { id: kept.id, cause, entries, state, told })
}

/// An alert that the actor answers, and the yes to it.
pub(super) async fn to_answer(work: &mut Work<'_>, id: AlertId) -> Result<(Grant, Alert)> {
    let kept = store::find_alert(work, id).await?;
    let grant = deeds::may_answer(work, &kept).await?;
    let alert = open(work, &grant, kept).await?;
    Ok((grant, alert))
}

/// Records what the actor does to an alert, if it may follow.
pub(super) async fn record(work: &mut Work<'_>, grant: &Grant, alert: &Alert, event: Event) -> Result<State> {
    let author = work.actor().person();
    append(work, grant, alert, author, event).await
}

/// Records what the program does to an alert, in whosever transaction it runs.
pub(super) async fn record_by_program(
    work: &mut Work<'_>,
    grant: &Grant,
    alert: &Alert,
    event: Event,
) -> Result<State> {
    append(work, grant, alert, None, event).await
}

async fn append(
    work: &mut Work<'_>,
    grant: &Grant,
    alert: &Alert,
    author: Option<PersonId>,
    event: Event,
) -> Result<State> {
    let entry = Entry { author, at: work.now(), event };
    let next = alert.state.after(&entry)?;
    let number = u32::try_from(alert.entries.len() + 1).map_err(|_| crate::Error::bug("an alert has no end"))?;
    let sealed = work.seal(Scope::Person(alert.cause.person), entry_cell(alert.id, number), &entry.event).await?;
    store::append_entry(work, grant, alert.id, number, author, sealed).await?;
    store::save_state(work, grant, alert.id, number, &next).await?;
    tell(work, grant, alert, &entry.event, number).await?;
    deadline::watch(work, alert, &next);
    work.announce(Change::Alert(alert.id.0));
    Ok(next)
}

/// Whoever learns of the alert by an entry may read it from now on, and gets a line here and a mail.
async fn tell(work: &mut Work<'_>, grant: &Grant, alert: &Alert, event: &Event, number: u32) -> Result<()> {
    for person in event.tells() {
        store::insert_reader(work, grant, alert.id, *person).await?;
    }
    let (people, kind) = match event {
        Event::Reminded => (alert.told.as_slice(), Kind::ConcernWaits),
        Event::Overdue(people) => (people.as_slice(), Kind::ConcernOverdue),
        other => (other.tells(), Kind::ConcernWaits),
    };
    let me = work.actor().person();
    for person in people.iter().filter(|person| me != Some(**person)) {
        notices::tell(work, *person, kind, alert.id.0, i64::from(number)).await?;
    }
    Ok(())
}

pub(super) const fn cause_cell(id: AlertId) -> Cell {
    Cell::of("alerts", "sign", id.0)
}

const fn entry_cell(id: AlertId, number: u32) -> Cell {
    Cell::of("alert_entries", "event", id.0).version(number)
}
