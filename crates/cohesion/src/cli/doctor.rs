//! `cohesion doctor`: how the installation stands, as a table.

use std::process::ExitCode;

use super::progress::Progress;
use super::settings::Flags;
use super::start::{begin, block_on};
use super::{say, say_error};
use crate::ops::Stage;
use crate::ops::doctor::{Finding, State, examine};

/// Looks at everything and prints what was found. Exit status 1 if something must be mended.
pub(super) fn doctor(flags: &Flags) -> ExitCode {
    let found = begin(flags).and_then(|config| {
        let progress = Progress::new();
        progress.show(Stage::begun("Looking at everything"));
        block_on(async { Ok(examine(&config).await) })
    });
    let found = match found {
        Ok(found) => found,
        Err(sentence) => {
            say_error(&sentence);
            return ExitCode::FAILURE;
        }
    };
    for finding in &found {
        print(finding);
    }
    let count = |state| found.iter().filter(|finding| finding.state == state).count();
    let (mend, look) = (count(State::Mend), count(State::Look));
    say(&format!("{mend} to mend, {look} to look at, {} as it should be.", count(State::Fine)));
    if mend == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print(finding: &Finding) {
    let state = match finding.state {
        State::Fine => "ok",
        State::Look => "look",
        State::Mend => "mend",
    };
    say(&format!("{state:5} {:13} {}", finding.what, finding.said));
    if !finding.remedy.is_empty() {
        say(&format!("{:19} → {}", "", finding.remedy));
    }
}
