//! Bench: drives the real release server over HTTP with real logins, beside the bare store and the bare disk.
//!
//! What is measured is what a practice runs: its members and clinicians sign in by the product's form, and a questionnaire
//! counts when the server has said that it is stored, which means scored, sealed, looked through for danger, put on record
//! and on the disk. Practices of two sizes stand side by side, the larger one with ten times as many of everything.

mod absence;
mod browser;
mod circle;
mod desk;
mod disk;
mod fan_out;
mod figures;
mod house;
mod kill;
mod load;
mod machine;
mod measure;
mod media;
mod notes;
mod pages;
mod practice;
mod ranks;
mod release;
mod report;
mod rooms;
mod server;
mod site;
mod stock;
mod store;
mod table;
mod targets;
mod threads;
mod usage;
mod visit;

use clap::{Args, Subcommand};
use machine::Machine;
use measure::{Figures, Pace};
pub use media::MediaServer;
use report::Report;
use rooms::Rooms;
use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};
use threads::Threads;
use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{SignalKind, signal};

/// What a step answers with; what went wrong is a clause for the person who ran it.
type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Measure the release server, and kill it
#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
#[command(args_conflicts_with_subcommands = true)]
pub struct Bench {
    #[command(subcommand)]
    part: Option<Part>,
    /// Write the report to this file too, as JSON
    #[arg(long, value_name = "FILE", global = true)]
    json: Option<PathBuf>,
    /// Look shortly: the figures are rough
    #[arg(long, global = true)]
    quick: bool,
    /// After the figures, kill the server under load so many times, and look for what is lost
    #[arg(long, value_name = "TIMES", default_value_t = 0)]
    kill: u32,
    /// Leave the figures out: only kill
    #[arg(long, requires = "kill")]
    only_kill: bool,
    /// Leave all other figures out: only threads, and what is not there beside what may not be seen
    #[arg(long, conflicts_with_all = ["only_kill", "kill"])]
    only_threads: bool,
    /// Leave all other figures out: only live rooms
    #[arg(long, conflicts_with_all = ["only_kill", "only_threads", "kill"])]
    only_rooms: bool,
    /// After the figures of live rooms, let members come and go in some for so long
    #[arg(long, value_name = "MINUTES", default_value_t = 0)]
    soak: u64,
    /// Measure this program as it is, in place of the release build: for a look while working
    #[arg(long, value_name = "FILE", global = true)]
    program: Option<PathBuf>,
    /// From which the moments of the kills follow; printed, so that a run can be done again
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// Where the invented practices are kept while it runs; the disk under it is measured [default: the target folder]
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// What is measured by itself.
#[derive(Subcommand)]
enum Part {
    /// Sound and pictures: what a forwarded packet costs, beside Janus where that is installed
    Media {
        /// After the figures, a meeting of so many minutes with as much coming and going as in two hours
        #[arg(long, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(1..))]
        soak: Option<u64>,
        /// Leave the figures out: only the meeting
        #[arg(long, requires = "soak")]
        only_soak: bool,
    },
}

impl Bench {
    /// Measures, prints the report, and answers with the status for the shell: an error where anything was lost.
    pub fn run(&self) -> ExitCode {
        self.try_run().unwrap_or_else(|cause| {
            say(&format!("the bench did not come to its end: {cause}"));
            ExitCode::FAILURE
        })
    }

    fn try_run(&self) -> Result<ExitCode> {
        if self.program.is_none() {
            release::build()?;
            if cfg!(debug_assertions) {
                return release::hand_over();
            }
        }
        let folder = self.folder.clone().map_or_else(release::folder, Ok)?;
        let folder = tempfile::Builder::new().prefix("bench-").tempdir_in(folder)?;
        let report = self.runtime()?.block_on(async {
            // Whoever stops the bench stops its servers too: they are killed when what is below is dropped.
            tokio::select! {
                report = self.measure(folder.path()) => report,
                () = told_to_stop() => Err("it was stopped".into()),
            }
        })?;
        let mut out = io::stdout().lock();
        for line in report.lines() {
            writeln!(out, "{line}")?;
        }
        if let Some(file) = &self.json {
            fs::write(file, serde_json::to_string_pretty(&report)?)?;
        }
        let kept = report.kills.as_ref().is_none_or(kill::Kills::is_clean);
        let flat = report.media.as_ref().and_then(|media| media.soak.as_ref()).is_none_or(media::Soak::is_clean);
        Ok(if kept && flat { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// Browsers that send and get sound stay on one core, so they have one thread.
    fn runtime(&self) -> io::Result<Runtime> {
        match self.part {
            Some(Part::Media { .. }) => Builder::new_current_thread().enable_all().build(),
            None => Runtime::new(),
        }
    }

    async fn measure(&self, folder: &Path) -> Result<Report> {
        if let Some(Part::Media { soak, only_soak }) = self.part {
            let sizes = (!only_soak).then_some(if self.quick { media::Pace::QUICK } else { media::Pace::FULL });
            return self.media(folder, media::Wish { sizes, soak }).await;
        }
        let (program, mut machine) = (self.program.clone().map_or_else(release::server, Ok)?, Machine::now()?);
        let only = self.only_kill || self.only_threads || self.only_rooms;
        let figures = if only { None } else { Some(self.figures(&program, folder).await?) };
        let threads = if only && !self.only_threads { None } else { Some(self.threads(&program, folder).await?) };
        let rooms = if only && !self.only_rooms { None } else { Some(self.rooms(&program, folder).await?) };
        let kills = match self.kill {
            0 => None,
            times => Some(kill::kills(&program, folder, times, self.seed()).await?),
        };
        machine.look_again()?;
        let mut targets = targets::targets(figures.as_ref(), threads.as_ref(), kills.as_ref());
        targets.extend(targets::of_rooms(rooms.as_ref()));
        Ok(Report { machine, figures, threads, rooms, kills, media: None, targets })
    }

    /// The server is this program, which runs the product's media and nothing else.
    async fn media(&self, folder: &Path, wish: media::Wish) -> Result<Report> {
        let (program, mut machine) = (self.program.clone().map_or_else(env::current_exe, Ok)?, Machine::now()?);
        let media = media::measured(&program, folder, wish).await?;
        machine.look_again()?;
        let targets = targets::of_media(&media);
        Ok(Report { machine, figures: None, threads: None, rooms: None, kills: None, media: Some(media), targets })
    }

    async fn figures(&self, program: &Path, folder: &Path) -> Result<Figures> {
        measure::figures(program, folder, self.pace()).await
    }

    async fn threads(&self, program: &Path, folder: &Path) -> Result<Threads> {
        let Pace { lasting, posts, pairs, .. } = self.pace();
        threads::measured(program, folder, lasting, posts, pairs).await
    }

    async fn rooms(&self, program: &Path, folder: &Path) -> Result<Rooms> {
        let pace = if self.quick { rooms::Pace::QUICK } else { rooms::Pace::FULL };
        rooms::measured(program, folder, rooms::Pace { soak_minutes: self.soak, ..pace }).await
    }

    const fn pace(&self) -> Pace {
        if self.quick { Pace::QUICK } else { Pace::FULL }
    }

    /// The seed that was given, or another one each time.
    fn seed(&self) -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |age| age.as_secs());
        self.seed.unwrap_or(now)
    }
}

/// Waits for Ctrl-C or the system's request to end.
async fn told_to_stop() {
    let stopped = async || -> Result<()> {
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            interrupted = tokio::signal::ctrl_c() => Ok(interrupted?),
            _ = terminate.recv() => Ok(()),
        }
    };
    if let Err(cause) = stopped().await {
        say(&format!("the bench cannot wait for signals: {cause}"));
        std::future::pending::<()>().await;
    }
}

/// Tells how far it is, on standard error.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "bench: {line}");
}
