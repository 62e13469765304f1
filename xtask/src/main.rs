//! The project's own chores: `cargo xtask tidy` holds the tree to its rules.

mod tidy;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's own chores")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Check the rules of ARCHITECTURE.md and STYLE.md, and say how to mend what breaks them
    Tidy,
}

fn main() -> ExitCode {
    match Arguments::parse().chore {
        Chore::Tidy => tidy::run(),
    }
}
