//! Something more is put on record of a case: an entry behind the others, its clocks wound, and told to whom it concerns.

use super::report::tell_reporters;
use super::see::{entries_of, words_cell};
use super::store::{self, CaseRow};
use super::{CaseId, Dossier, Entry, Mark, deeds, watch};
use crate::access::Grant;
use crate::groups;
use crate::hub::Change;
use crate::limits::BREACH_ENTRIES_MAX;
use crate::notices::{self, Kind};
use crate::practice;
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// Puts an entry on record. What may follow is [`Dossier`]'s to say; a closed case takes no more until it is opened again.
pub async fn add(work: &mut Work<'_>, case: CaseId, entry: &Entry) -> Result<()> {
    let row = store::find_case(work, case).await?;
    let grant = deeds::may_handle(work, &row).await?;
    append(work, &grant, row, entry).await
}

/// The entry behind those that `row` was read with.
pub(super) async fn append(work: &mut Work<'_>, grant: &Grant, mut row: CaseRow, entry: &Entry) -> Result<()> {
    let me = work.actor().person().ok_or(Error::SignInNeeded)?;
    let zone = practice::settings(work).await?.time_zone();
    let kept = entries_of(work, grant, &row).await?;
    let mut dossier = Dossier::of(kept.iter().map(|(entry, mark)| (entry, *mark)));
    dossier.may_follow(entry, me, &zone)?;
    if row.entries >= BREACH_ENTRIES_MAX {
        return Err(Error::Conflict("breaches-conflict-full"));
    }
    let now = work.now();
    entry.check(dossier.facts.as_ref().map_or(now, |facts| facts.discovered), now)?;
    check_people(work, grant, &row, entry).await?;
    let before = row.due_at;
    dossier.take(entry.clone(), Mark { by: me, at: now });
    row.due_at = dossier.next_due(&zone);
    row.closed_at = dossier.closed.map(|mark| mark.at);
    let sealed = work.seal(scope(&row), words_cell(row.id, row.entries + 1), entry).await?;
    store::insert_entry(work, grant, &row, sealed).await?;
    if let Some(due) = row.due_at.filter(|due| Some(*due) != before) {
        watch::wind(work, &row, due).await?;
    }
    follow_up(work, grant, &row, entry).await
}

/// Only those who sit or sat in the case's group can be named as affected by it.
async fn check_people(work: &mut Work<'_>, grant: &Grant, row: &CaseRow, entry: &Entry) -> Result<()> {
    let Entry::Affected(affected) = entry else { return Ok(()) };
    let sat = match row.group {
        Some(group) => groups::sat_in(work, grant, group).await?,
        None => Vec::new(),
    };
    let are_known = affected.people.iter().all(|person| sat.iter().any(|(known, ..)| known == person));
    if are_known { Ok(()) } else { Err(Error::invalid("people", "fault-choose")) }
}

/// Those who may agree hear that a decision waits for one of them, and those who handle it that it is open again; whoever
/// reported it hears when it is settled, and when it no longer is.
async fn follow_up(work: &mut Work<'_>, grant: &Grant, row: &CaseRow, entry: &Entry) -> Result<()> {
    match entry {
        Entry::Decided(decision) if decision.needs_second() => tell_others(work, row, Kind::BreachSecond).await?,
        Entry::Closed => tell_reporters(work, grant, row.id).await?,
        Entry::Reopened(_) => {
            tell_others(work, row, Kind::BreachReopened).await?;
            tell_reporters(work, grant, row.id).await?;
        }
        _ => {}
    }
    if let Some(group) = row.group {
        work.announce(Change::Group(group));
    }
    Ok(())
}

/// Tells those who handle the case, but for the actor.
async fn tell_others(work: &mut Work<'_>, row: &CaseRow, kind: Kind) -> Result<()> {
    let (me, round) = (work.actor().person(), work.now().0);
    for handler in deeds::handlers(work, row.group, row.audience).await? {
        if Some(handler) != me {
            notices::tell(work, handler, kind, row.id.0, round).await?;
        }
    }
    Ok(())
}

/// Whose key seals a case.
pub(super) fn scope(row: &CaseRow) -> Scope {
    row.group.map_or(Scope::Practice, Scope::Group)
}
