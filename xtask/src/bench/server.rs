//! The server under the bench: the release program itself, in a process of its own, on a port that the system chooses.

use super::browser::Browser;
use super::{Result, usage};
use http::StatusCode;
use rustix::process::{Pid, Signal, kill_process};
use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};

/// A page that anybody may see.
const OPEN_PAGE: &str = "/help";

/// How long the server may take to what it does at a start, such as jobs that waited.
const SETTLED_WITHIN: Duration = Duration::from_mins(2);
const GLANCE: Duration = Duration::from_millis(400);
/// Of each glance, what an idle server may spend on a core.
const IDLE: Duration = Duration::from_millis(10);

/// A running server. It is killed when this is dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// From the start of the process to the end of the first page.
    pub started_in: Duration,
    /// Kept, since a program that cannot say that it stops would end with an error.
    _said: BufReader<ChildStdout>,
}

impl Server {
    /// Starts it on a data folder. Its log goes to a file beside the folder's own, as it would at a practice.
    pub async fn start(program: &Path, data: &Path) -> Result<Self> {
        let log = File::options().create(true).append(true).open(log_of(data))?;
        let mut command = Command::new(program);
        command.env_clear().arg("--data").arg(data).args(["--listen", "127.0.0.1:0", "serve"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).kill_on_drop(true);
        let begun = Instant::now();
        let mut child = command.spawn()?;
        let mut said = BufReader::new(child.stdout.take().ok_or("the server has no output")?);
        let address = address_said(&mut said, data).await?;
        Browser::open(address).await?.get(OPEN_PAGE, None).await?.expecting(StatusCode::OK, OPEN_PAGE)?;
        Ok(Self { child, address, started_in: begun.elapsed(), _said: said })
    }

    /// The process.
    pub fn process(&self) -> Result<u32> {
        Ok(self.child.id().ok_or("the server has ended by itself")?)
    }

    /// Waits until it has done what a start leaves it to do.
    pub async fn settle(&self) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < SETTLED_WITHIN {
            let before = usage::cpu(self.process()?)?;
            tokio::time::sleep(GLANCE).await;
            if usage::cpu(self.process()?)?.saturating_sub(before) <= IDLE {
                return Ok(());
            }
        }
        Err("the server does not come to rest after its start".into())
    }

    /// Asks it to stop, as a supervisor does, and waits until it has.
    pub async fn stop(mut self) -> Result<()> {
        let process = Pid::from_raw(i32::try_from(self.process()?)?).ok_or("the server has no process")?;
        kill_process(process, Signal::TERM)?;
        self.child.wait().await?;
        Ok(())
    }

    /// Kills it as a failing machine would: `SIGKILL`, with no chance to finish anything.
    pub async fn kill(mut self) -> Result<()> {
        Ok(self.child.kill().await?)
    }
}

fn log_of(data: &Path) -> PathBuf {
    data.with_extension("log")
}

async fn address_said(said: &mut BufReader<ChildStdout>, data: &Path) -> Result<SocketAddr> {
    let mut line = String::new();
    while said.read_line(&mut line).await? > 0 {
        if let Some(address) = line.trim_end().strip_prefix("Serving at http://") {
            return Ok(address.parse()?);
        }
        line.clear();
    }
    Err(format!("the server did not start; {} says why", log_of(data).display()).into())
}
