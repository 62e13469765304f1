//! The program, serving a demo of its own on a port of its own.

use std::env;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::{Outcome, said};

/// Words by which the demo's group for low mood is found in a list: when it meets. Its name follows the weekday.
pub const LOW_MOOD: &str = "18:00";

/// A running demo; it ends when this is dropped.
pub struct Site {
    program: Child,
    address: String,
    _folder: TempDir,
}

impl Site {
    /// Builds a demo and serves it.
    pub fn demo() -> Outcome<Self> {
        Self::on(free_port()?, &[])
    }

    /// The same, whose live rooms are reached at an address with another host, to which no login's cookie comes.
    pub fn demo_with_rooms_elsewhere() -> Outcome<Self> {
        let port = free_port()?;
        Self::on(port, &["--node-url".to_owned(), format!("http://localhost:{port}")])
    }

    fn on(port: u16, flags: &[String]) -> Outcome<Self> {
        let folder = said(tempfile::tempdir(), "a folder for the demo")?;
        let mut program = said(
            Command::new(program()?)
                .args(["demo", "--port", &port.to_string(), "--data"])
                .arg(folder.path().join("demo"))
                .args(flags)
                .stdout(Stdio::piped())
                .spawn(),
            "starting the program",
        )?;
        let output = program.stdout.take().ok_or("the program has no output")?;
        let mut lines = BufReader::new(output).lines();
        let serves = lines.by_ref().map_while(Result::ok).any(|line| line.starts_with("Serving at"));
        if !serves {
            return Err("The demo ended before it served anything.".to_owned());
        }
        std::thread::spawn(move || lines.for_each(drop));
        Ok(Self { program, address: format!("http://127.0.0.1:{port}"), _folder: folder })
    }

    /// Everything that the program holds open but sockets and what the system gives it to wait and to talk with.
    pub fn open_files(&self) -> Outcome<Vec<String>> {
        let folder = format!("/proc/{}/fd", self.program.id());
        let held = said(std::fs::read_dir(folder), "looking at what the program holds open")?;
        let paths = held.flatten().filter_map(|entry| std::fs::read_link(entry.path()).ok());
        Ok(paths.map(|path| path.display().to_string()).filter(|path| path.starts_with('/')).collect())
    }

    /// The address of a page.
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// A port that nothing listens on at this moment.
pub(crate) fn free_port() -> Outcome<u16> {
    let listener = said(TcpListener::bind("127.0.0.1:0"), "finding a free port")?;
    said(listener.local_addr(), "finding a free port").map(|address| address.port())
}

/// The program under test: named by `COHESION_BINARY`, or built beside this test.
fn program() -> Outcome<PathBuf> {
    if let Some(named) = env::var_os("COHESION_BINARY") {
        return Ok(named.into());
    }
    let here = said(env::current_exe(), "finding this test")?;
    let built = here.parent().and_then(|deps| deps.parent()).map(|folder| folder.join("cohesion"));
    built.filter(|path| path.exists()).ok_or_else(|| "Build the program first: cargo build -p cohesion".to_owned())
}
