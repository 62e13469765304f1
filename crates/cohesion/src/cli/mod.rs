//! The command line: one file a command.

mod audit;
mod backup;
mod demo;
mod doctor;
mod dumps;
mod keys;
mod lines;
mod lock;
mod log;
mod notes;
mod progress;
mod score;
mod serve;
mod settings;
mod start;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use settings::Flags;

/// Group therapy and support groups under one roof.
#[derive(Parser)]
#[command(name = "cohesion", version, about, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the practice.
    Serve,
    /// Builds a practice with invented people and serves it on this machine.
    Demo(demo::Demo),
    /// Brings the database to this program's schema.
    Migrate,
    /// Makes root keys and backup keys, and replaces the root key.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Holds the audit log to its keys and checkpoints.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Makes a sealed backup, while the server goes on.
    Backup(backup::Backup),
    /// Brings records back from a backup into a new folder.
    Restore(backup::Restore),
    /// Looks at everything that an administrator should know, and says what mends it.
    Doctor,
    /// Prints every setting, its value and where it came from.
    Config,
    /// Looks for the names of other members in notes that a practice brings along.
    #[command(subcommand)]
    Notes(notes::Notes),
    /// Scores a questionnaire from option positions, counted from 0.
    Score(score::Score),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Score(score) => return score.run(),
        Command::Notes(notes) => return notes.run(),
        Command::Audit(audit) => return audit.run(&cli.flags),
        Command::Doctor => return doctor::doctor(&cli.flags),
        Command::Serve => serve::serve(&cli.flags),
        Command::Demo(demo) => demo.run(&cli.flags),
        Command::Migrate => serve::migrate(&cli.flags),
        Command::Keys(keys) => keys.run(&cli.flags),
        Command::Backup(backup) => backup.run(&cli.flags),
        Command::Restore(restore) => restore.run(&cli.flags),
        Command::Config => settings::print(&cli.flags),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            say_error(&sentence);
            ExitCode::FAILURE
        }
    }
}

/// A line for the person at the console.
#[expect(clippy::print_stdout, reason = "the console is where a command answers")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// A line for the person at the console, about what went wrong.
#[expect(clippy::print_stderr, reason = "the console is where a command says what went wrong")]
pub(crate) fn say_error(line: &str) {
    eprintln!("{line}");
}
