//! What only somebody inside can see: whether the practice is set up, its jobs run, and its crisis lines are cared for.

use super::Finding;
use crate::access::Actor;
use crate::app::App;
use crate::id::PracticeId;
use crate::safety::LinesCheck;
use crate::{Result, audit, identity, jobs, safety};

/// Looks at the practice.
pub(super) async fn look(app: &App) -> Result<Vec<Finding>> {
    let Some(practice) = identity::practice_here(app).await? else {
        let set_up = Finding::look("set-up", "nobody has set up the practice yet");
        return Ok(vec![set_up.remedy("Open the link that `cohesion serve` prints when it starts.")]);
    };
    Ok(vec![audit_log(app, practice).await?, jobs(app, practice).await?, crisis_lines(app, practice).await?])
}

async fn audit_log(app: &App, practice: PracticeId) -> Result<Finding> {
    const WHAT: &str = "audit log";
    let seen = audit::glance(app, practice).await?;
    let entries = seen.tip.links;
    if !seen.tip.is_intact || !seen.is_vouched_for {
        let said = format!("{entries} entries, and not as they were written");
        return Ok(Finding::mend(WHAT, said).remedy("See what is wrong with: cohesion audit verify"));
    }
    let Some(at) = seen.outside else {
        let said = format!("{entries} entries, and no checkpoint outside the database");
        return Ok(Finding::look(WHAT, said).remedy(
            "The server makes them in the data folder while it runs; without them an older database would not show.",
        ));
    };
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    Ok(Finding::fine(WHAT, format!("{entries} entries, its end as written, the last checkpoint outside of {at:.0}")))
}

async fn jobs(app: &App, practice: PracticeId) -> Result<Finding> {
    const WHAT: &str = "jobs";
    let overview = app.read(Actor::System(practice), async |work| jobs::overview(work).await).await?;
    let waiting: u32 = overview.waiting.iter().map(|kind| kind.waiting).sum();
    let said = format!("{waiting} waiting, {} late, {} set aside", overview.late, overview.aside.len());
    Ok(if overview.late > 0 {
        Finding::mend(WHAT, said).remedy("The server's worker should have done them: is the server running?")
    } else if overview.aside.is_empty() {
        Finding::fine(WHAT, said)
    } else {
        Finding::look(WHAT, said).remedy("See /admin/jobs: each says what was in its way.")
    })
}

async fn crisis_lines(app: &App, practice: PracticeId) -> Result<Finding> {
    const WHAT: &str = "crisis lines";
    let checking = app.read(Actor::System(practice), async |work| {
        let lines = safety::crisis_lines(work).await?;
        Ok((lines.len(), safety::check_of(&lines, work.now())))
    });
    Ok(match checking.await? {
        (_, LinesCheck::Empty) => Finding::mend(WHAT, "too few are checked, and no member can be invited")
            .remedy("Check a number for danger and a line to talk to at /admin/crisis-lines."),
        (all, LinesCheck::Stale(old)) => Finding::look(WHAT, format!("{old} of {all} were checked too long ago"))
            .remedy("Call them, and say so at /admin/crisis-lines."),
        (all, LinesCheck::Fine) => Finding::fine(WHAT, format!("{all}, all checked")),
    })
}
