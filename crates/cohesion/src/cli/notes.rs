//! `cohesion notes check`: the names of other members in notes that were written elsewhere, one JSON object a line.

use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand};
use notelint::{Roster, check_line};

use super::lines::answer_lines;
use super::say_error;

/// Bytes of one line: a note of 100,000 characters fits, in any script.
const LINE_BYTES_MAX: usize = 1_048_576;

/// What to do with notes.
#[derive(Subcommand)]
pub(super) enum Notes {
    /// Finds the names of other members, as signing a note does.
    Check(Check),
}

/// Where the notes are, and who is in the group.
#[derive(Args)]
pub(super) struct Check {
    /// Who is in the group: {"members":[{"id","legal","preferred","display","nicknames":[],"email"}]}.
    #[arg(long, value_name = "FILE")]
    roster: PathBuf,
    /// Reads lines such as {"member":"m1","text":"…"}, each a note in that member's chart, and prints the places of names
    /// in characters, counted from 0.
    #[arg(long, required = true)]
    ndjson: bool,
    /// The file with the lines; without one, standard input.
    #[arg(value_name = "NOTES")]
    notes: Option<PathBuf>,
}

impl Notes {
    /// Prints one line for each note; exit status 2 if any could not be checked.
    pub fn run(self) -> ExitCode {
        let Self::Check(check) = self;
        match check.check() {
            Ok(0) => ExitCode::SUCCESS,
            Ok(_) => ExitCode::from(2),
            Err(sentence) => {
                say_error(&sentence);
                ExitCode::FAILURE
            }
        }
    }
}

impl Check {
    fn check(&self) -> Result<usize, String> {
        let unreadable = |path: &Path, cause: &io::Error| format!("{} cannot be read: {cause}.", path.display());
        let roster = fs::read_to_string(&self.roster).map_err(|cause| unreadable(&self.roster, &cause))?;
        let roster = Roster::parse(&roster).map_err(|fault| format!("{}: {fault}", self.roster.display()))?;
        let answer = |line: &str| check_line(&roster, line).map_err(|fault| fault.to_string());
        let output = io::stdout().lock();
        let checked = match &self.notes {
            None => answer_lines(io::stdin().lock(), output, LINE_BYTES_MAX, answer, |one| tell(one.number, one.why)),
            Some(path) => {
                let file = File::open(path).map_err(|cause| unreadable(path, &cause))?;
                answer_lines(BufReader::new(file), output, LINE_BYTES_MAX, answer, |one| tell(one.number, one.why))
            }
        };
        checked.map_err(|cause| format!("The lines could not be read or written: {cause}."))
    }
}

fn tell(number: usize, why: &str) {
    say_error(&format!("Line {number}: {why}"));
}
