//! The clocks of reports and cases ring: a day before a time limit, and when it is over.

use super::store::{self, CaseRow};
use super::{CaseId, ReportId, deeds};
use crate::clock::Timestamp;
use crate::id::Bytes;
use crate::limits::{BREACH_REMINDED_BEFORE, BREACH_REPORT_WITHIN};
use crate::notices::{self, Kind};
use crate::work::{Job, Work};
use crate::{Error, Result};

/// The job that looks whether something was done in time. Its round is the moment for which it was queued.
pub(crate) const WATCH: &str = "breaches.watch";

/// When a clock that is over at `due` rings.
fn rings(due: Timestamp) -> [Timestamp; 2] {
    [due - BREACH_REMINDED_BEFORE, due]
}

/// Winds the clock of a case. A ring that would have been in the past comes at once and without a job: where it had rung before,
/// while nobody had to be told, its round is used up.
pub(super) async fn wind(work: &mut Work<'_>, case: &CaseRow, due: Timestamp) -> Result<()> {
    let now = work.now();
    for moment in rings(due).into_iter().filter(|moment| *moment > now) {
        work.enqueue(Job::once(WATCH, case.id.0, moment).in_round(moment.0));
    }
    if rings(due).iter().any(|moment| *moment <= now) {
        ring(work, case, now.0).await?;
    }
    Ok(())
}

/// Winds the clock of a report that came at this moment.
pub(super) fn wind_report(work: &mut Work<'_>, id: ReportId, at: Timestamp) {
    let due = at + BREACH_REPORT_WITHIN;
    work.enqueue(Job::once(WATCH, id.0, due).in_round(due.0));
}

async fn ring(work: &mut Work<'_>, case: &CaseRow, round: i64) -> Result<()> {
    for person in deeds::handlers(work, case.group, case.audience).await? {
        notices::tell(work, person, Kind::BreachDue, case.id.0, round).await?;
    }
    Ok(())
}

/// Tells those who handle it, unless it was dealt with or runs on another clock by now.
pub(crate) async fn watch(work: &mut Work<'_>, about: Bytes, round: i64) -> Result<()> {
    match store::find_case(work, CaseId(about)).await {
        Ok(case) => {
            let is_due = case.due_at.is_some_and(|due| rings(due).contains(&Timestamp(round)));
            if case.closed_at.is_some() || !is_due {
                return Ok(());
            }
            deeds::may_watch(work, about)?;
            ring(work, &case, round).await
        }
        Err(Error::NotFound) => watch_report(work, ReportId(about), round).await,
        Err(other) => Err(other),
    }
}

/// A report that nobody has opened a case for is told of once more, when its time is over.
async fn watch_report(work: &mut Work<'_>, id: ReportId, round: i64) -> Result<()> {
    let report = match store::find_report(work, id).await {
        Ok(report) => report,
        Err(Error::NotFound) => return Ok(()),
        Err(other) => return Err(other),
    };
    if report.case.is_some() || Timestamp(round) != report.at + BREACH_REPORT_WITHIN {
        return Ok(());
    }
    deeds::may_watch(work, id.0)?;
    for person in deeds::handlers(work, Some(report.group), report.audience).await? {
        if person != report.reporter {
            notices::tell(work, person, Kind::BreachReported, id.0, round).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Span;
    use crate::testing::START;

    #[test]
    fn a_clock_of_three_days_rings_after_two_and_after_three() {
        assert_eq!(rings(START + Span::hours(72)), [START + Span::hours(48), START + Span::hours(72)]);
    }
}
