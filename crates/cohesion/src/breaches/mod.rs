//! A confidence that was broken: report, contain, tell, decide, learn, each with its clock, and who could see what.
//!
//! Anybody reports it in a group that is or was theirs, and sees how the report stands and nobody else's words. Whoever leads the
//! group, or runs the site, opens a case. A case is its entries: dated, sealed, and never changed; [`Dossier`] is what they come
//! to. Nobody is left untold by one person alone, and a case closes when every step is answered.

mod add;
mod clock;
mod deeds;
mod dossier;
mod entry;
mod open;
mod pages;
mod report;
mod see;
mod sight;
mod store;
#[cfg(test)]
mod tests;
mod wait;
mod watch;

pub use add::add;
pub use clock::{Basis, Clock, Law, Telling, Whom, clocks};
pub use dossier::{Before, Decided, Dossier, Mark, Stage};
pub use entry::{Affected, Assessment, Cause, Contained, Decision, Entry, Facts, Step, Tells, Told, Weight};
pub use open::{join, open, open_from, proposed_laws};
pub(crate) use pages::{group_part, routes, waiting_part};
pub use report::{Audience, OwnGroup, OwnReport, Report, Standing, own_groups, own_reports, read_report, report};
pub use see::{Case, Listed, ReadReport, case, listed};
pub use sight::{Asked, Could, Opened, Period, Sight, Whose, who_could_see};
pub(crate) use store::{ALL as STATEMENTS, forget_member};
pub(crate) use wait::breaches_step;
pub use wait::{Waiting, WaitingFor, waiting};
pub(crate) use watch::{WATCH, watch};

crate::ids! {
    /// A report that a confidence was broken.
    ReportId;
    /// A case about a broken confidence.
    CaseId;
}
