//! Somebody reports that a confidence was broken, and sees how their report stands: never anybody else's words.

use serde::{Deserialize, Serialize};

use super::store::{self, ReportRow};
use super::{CaseId, ReportId, deeds, watch};
use crate::access::Grant;
use crate::clock::{Span, Timestamp};
use crate::coded;
use crate::groups;
use crate::hub::Change;
use crate::id::GroupId;
use crate::limits::{BREACH_REPORTS_A_DAY_MAX, TEXT_CHARS_MAX};
use crate::notices::{self, Kind};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Legible, Result};

coded! {
    /// Who reads a report, and the case that is opened for it.
    Audience "audience of a report" {
        /// Those who lead the group, and whoever runs the site.
        Leaders = 1 "leaders" "breaches-audience-leaders";
        /// Whoever runs the site alone: it may be about somebody who leads.
        Office = 2 "office" "breaches-audience-office";
    }
}

/// What somebody reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// In which group it was said or shared.
    pub group: GroupId,
    /// Who is to read it.
    pub audience: Audience,
    /// What they know of it.
    pub words: String,
}

/// A group in which somebody can report something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnGroup {
    /// Which.
    pub id: GroupId,
    /// Its neutral name, while it is theirs.
    pub name: Option<String>,
    /// When they left it.
    pub left_at: Option<Timestamp>,
}

/// Where a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has opened a case yet.
    Received,
    /// It is looked into, since then.
    LookedInto(Timestamp),
    /// It is settled, since then.
    Settled(Timestamp),
}

/// One's own report.
#[derive(Clone, Debug)]
pub struct OwnReport {
    /// Its id.
    pub id: ReportId,
    /// When it was sent.
    pub at: Timestamp,
    /// Who reads it.
    pub audience: Audience,
    /// One's own words.
    pub words: String,
    /// Where it is.
    pub standing: Standing,
}

/// What is sealed of a report.
#[derive(Serialize, Deserialize)]
struct Words {
    words: String,
}

/// Reports it, and tells those who handle it. The same id sent twice is one report; more than a few in a day are not taken.
pub async fn report(work: &mut Work<'_>, id: ReportId, report: &Report) -> Result<()> {
    let group = report.group;
    let (person, grant) = deeds::may_report(work, group).await?;
    match report.words.trim().chars().count() {
        0 => return Err(Error::invalid("words", "fault-empty")),
        length if length > TEXT_CHARS_MAX => return Err(Error::invalid("words", "fault-long")),
        _ => {}
    }
    let since = work.now() - Span::days(1);
    if store::reports_since(work, &grant, person, since).await? >= BREACH_REPORTS_A_DAY_MAX {
        return Err(Error::Conflict("breaches-conflict-many"));
    }
    let id = match store::find_report(work, id).await {
        Ok(known) if is_the_same(work, &grant, &known, report).await? => return Ok(()),
        // Another one was sent with the key of a form that was sent before.
        Ok(_) => ReportId::random()?,
        Err(Error::NotFound) => id,
        Err(other) => return Err(other),
    };
    let words = Words { words: report.words.trim().to_owned() };
    let sealed = work.seal(Scope::Membership(group, person), cell(id), &words).await?;
    let (audience, at) = (report.audience, work.now());
    let row = ReportRow { id, group, reporter: person, audience, words: sealed, at, case: None };
    store::insert_report(work, &grant, &row).await?;
    for handler in deeds::handlers(work, Some(group), audience).await? {
        if handler != person {
            notices::tell(work, handler, Kind::BreachReported, id.0, 0).await?;
        }
    }
    watch::wind_report(work, id, at);
    work.announce(Change::Group(group));
    Ok(())
}

async fn is_the_same(work: &mut Work<'_>, grant: &Grant, known: &ReportRow, report: &Report) -> Result<bool> {
    let is_theirs = Some(known.reporter) == work.actor().person() && known.group == report.group;
    Ok(is_theirs && open(work, grant, known).await? == report.words.trim())
}

/// The groups in which the actor can report something: those they sit in or lead, and those they have left.
pub async fn own_groups(work: &mut Work<'_>) -> Result<Vec<OwnGroup>> {
    let (person, grant) = deeds::may_see_own(work)?;
    let mut own: Vec<OwnGroup> = Vec::new();
    for group in groups::groups_led_by(work).await? {
        if groups::leading(work, group.id).await? != crate::access::Standing::NONE {
            own.push(OwnGroup { id: group.id, name: Some(group.words.name), left_at: None });
        }
    }
    for seat in groups::seats_of(work, &grant, person).await? {
        if own.iter().any(|known| known.id == seat.group) {
            continue;
        }
        let name = match seat.until {
            None => Some(groups::group(work, &grant, seat.group).await?.words.name),
            Some(_) => None,
        };
        own.push(OwnGroup { id: seat.group, name, left_at: seat.until });
    }
    Ok(own)
}

/// The actor's own reports, the newest first, with where each is.
pub async fn own_reports(work: &mut Work<'_>) -> Result<Legible<OwnReport>> {
    let (person, grant) = deeds::may_see_own(work)?;
    let mut own = Legible::default();
    for row in store::reports_by(work, &grant, person).await? {
        let id = row.id;
        own.add(look(work, &grant, row).await, "breach_reports", id.0)?;
    }
    Ok(own)
}

async fn look(work: &mut Work<'_>, grant: &Grant, row: ReportRow) -> Result<OwnReport> {
    let standing = match row.case {
        None => Standing::Received,
        Some(case) => standing_of(work, case).await?,
    };
    let ReportRow { id, at, audience, .. } = row;
    Ok(OwnReport { id, at, audience, words: open(work, grant, &row).await?, standing })
}

async fn standing_of(work: &mut Work<'_>, case: CaseId) -> Result<Standing> {
    let case = store::find_case(work, case).await?;
    Ok(case.closed_at.map_or(Standing::LookedInto(case.opened_at), Standing::Settled))
}

/// What a report says, under a yes about whoever sent it.
pub(super) async fn open(work: &mut Work<'_>, about: &Grant, row: &ReportRow) -> Result<String> {
    let scope = Scope::Membership(row.group, row.reporter);
    let Words { words } = work.open(about, scope, cell(row.id), &row.words).await?;
    Ok(words)
}

/// Tells those who reported what a case is about that there is news.
pub(super) async fn tell_reporters(work: &mut Work<'_>, grant: &Grant, case: CaseId) -> Result<()> {
    for row in store::reports_of(work, grant, case).await? {
        let round = work.now().0;
        notices::tell(work, row.reporter, Kind::BreachNews, row.id.0, round).await?;
    }
    Ok(())
}

/// A report, for those who handle it.
pub async fn read_report(work: &mut Work<'_>, id: ReportId) -> Result<super::ReadReport> {
    let row = store::find_report(work, id).await?;
    let grant = deeds::may_read(work, &row).await?;
    super::see::read(work, &grant, row).await
}

pub(super) const fn cell(id: ReportId) -> Cell {
    Cell::of("breach_reports", "words", id.0)
}
