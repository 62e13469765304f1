//! `cohesion audit verify`: whether the audit log is as it was written.

use std::process::ExitCode;

use clap::Subcommand;
use data_encoding::HEXLOWER;

use super::progress::Progress;
use super::settings::Flags;
use super::start::{begin, block_on, start_beside};
use super::{say, say_error};
use crate::Error;
use crate::audit::{Report, verify};
use crate::ops::Stage;

/// What to do with the audit log.
#[derive(Subcommand)]
pub(super) enum Audit {
    /// Walks the whole log, also while the server runs. Ends with status 2 where something was found.
    Verify,
}

impl Audit {
    /// Does it.
    pub fn run(self, flags: &Flags) -> ExitCode {
        let Self::Verify = self;
        match walk(flags) {
            Ok(report) => tell(&report),
            Err(sentence) => {
                say_error(&sentence);
                ExitCode::FAILURE
            }
        }
    }
}

fn walk(flags: &Flags) -> Result<Report, String> {
    let config = begin(flags)?;
    block_on(async move {
        let app = start_beside(config).await?;
        let progress = Progress::new();
        let told = |done, all| progress.show(Stage::part("Walking the audit log", done, all));
        let report = verify(&app, told).await.map_err(Error::into_sentence)?;
        drop(progress);
        app.db().clone().close().await;
        Ok(report)
    })
}

fn tell(report: &Report) -> ExitCode {
    for chain in &report.chains {
        let newest = chain.newest.map_or("no checkpoint".to_owned(), |(number, _)| format!("checkpoint {number}"));
        say(&format!("Practice {}: {} entries, {newest}.", chain.practice, chain.links));
        for finding in &chain.findings {
            say(&format!("  {finding}"));
        }
    }
    for finding in &report.outside {
        say(&finding.to_string());
    }
    match report.outside_count {
        0 => say("There are no checkpoints outside the database, so an older database in its place would not show."),
        count => say(&format!("{count} checkpoints outside the database.")),
    }
    say(&format!("Checkpoints are signed under the public key {}.", HEXLOWER.encode(&report.public_key)));
    if report.is_intact() {
        say("The audit log is intact.");
        return ExitCode::SUCCESS;
    }
    say(&format!("The audit log is not as it was written: {} findings.", report.findings().count()));
    ExitCode::from(2)
}
