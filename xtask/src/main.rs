//! The project's own chores: `cargo xtask tidy` holds the tree to its rules, `cargo xtask bench` measures the product.

mod bench;
mod tidy;

use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// As in the program, whose media are measured here in a process of their own.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

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
    /// Measure the release server over HTTP, and kill it under load
    Bench(bench::Bench),
    #[command(hide = true)]
    MediaServer(bench::MediaServer),
}

fn main() -> ExitCode {
    match Arguments::parse().chore {
        Chore::Tidy => tidy::run(),
        Chore::Bench(bench) => bench.run(),
        Chore::MediaServer(server) => server.run(),
    }
}
