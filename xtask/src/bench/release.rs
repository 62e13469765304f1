//! The release build: what is measured is what a practice runs, and what measures it is no slower than that.

use super::Result;
use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// Builds server and bench; Cargo knows what is missing or older than its sources. Both at once, so that the crates under
/// them are built with one set of features.
pub fn build() -> Result<()> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo).args(["build", "--release", "-p", "cohesion", "-p", "xtask"]).status()?;
    if built.success() { Ok(()) } else { Err("the release build did not succeed".into()) }
}

/// Runs this command again in its release build.
pub fn hand_over() -> Result<ExitCode> {
    let status = Command::new(folder()?.join("xtask")).args(env::args_os().skip(1)).status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The server.
pub fn server() -> Result<PathBuf> {
    Ok(folder()?.join("cohesion"))
}

/// The folder of release builds, beside the one that this program runs from.
pub fn folder() -> Result<PathBuf> {
    let program = env::current_exe()?;
    let target =
        program.parent().and_then(|profile| profile.parent()).ok_or("this program lies in no target folder")?;
    Ok(target.join("release"))
}
