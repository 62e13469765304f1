//! Starts the real program in a folder of its own, talks to it over loopback, and looks into its database from outside.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, ExitStatus, Output, Stdio};
use std::time::Duration;

use cohesion::access::{About, Actor, Deed, Standing};
use cohesion::app::App;
use cohesion::clock::Clock;
use cohesion::config::{Config, Resolved};
use cohesion::id::{GroupId, PracticeId};
use cohesion::migrations;
use cohesion::work::{Cell, Scope, Vault};
use keyring::RootKey;
use store::{Db, Options};
use tempfile::TempDir;

/// The practice whose records the tests make.
pub const PRACTICE: PracticeId = PracticeId([7; 16]);

/// A folder in which a program lives.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// The program with this folder's data, whatever the environment says.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_cohesion"));
        command.env_clear().current_dir(self.0.path()).arg("--data").arg(self.data()).args(arguments);
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.program(arguments).stdin(Stdio::null()).output().expect("the program starts"))
    }

    /// Serves on a port that the system chooses.
    pub fn serve(&self, arguments: &[&str]) -> Server {
        Server::start(self.program(&[&["serve", "--listen", "127.0.0.1:0"], arguments].concat()))
    }

    /// Tries to serve what should be refused. The port is one that the system chooses, so that it is never the reason.
    pub fn try_to_serve(&self) -> Ran {
        self.run(&["serve", "--listen", "127.0.0.1:0"])
    }

    /// Serves the demo.
    pub fn demo(&self) -> Server {
        Server::start(self.program(&["demo", "--port", "0"]))
    }

    /// The practice's settings, as the program itself reads them.
    pub fn config(&self) -> Config {
        let flags = [("data", self.data().display().to_string())].into_iter().collect();
        Config::read(&Resolved::new(&flags, |_| None, "").expect("it reads")).expect("it fits")
    }

    pub async fn db(&self) -> Db {
        std::fs::create_dir_all(self.data()).expect("a folder");
        Db::open(self.config().database.expose(), &Options::default()).await.expect("the database opens")
    }

    /// The program's parts, put together in this process.
    pub async fn app(&self) -> App {
        let (db, config) = (self.db().await, self.config());
        if !config.root_key.exists() {
            RootKey::generate().expect("a key").write_file(&config.root_key).expect("it is written");
        }
        db.migrate(migrations::ALL).await.expect("the schema is right");
        let root = RootKey::read_file(&config.root_key).expect("the root key");
        let vault = Vault::open(&db, root).await.expect("the root key fits");
        App::new(db, vault, Clock::machine(), config)
    }

    /// Groups with a key and a sealed word each, and nobody in them.
    pub async fn with_keys(&self, count: usize) -> Vec<(GroupId, Vec<u8>)> {
        let app = self.app().await;
        let sealed = app.write(Actor::System(PRACTICE), async move |work| {
            let mut sealed = Vec::new();
            for _ in 0..count {
                let group = GroupId::random()?;
                let cell = Cell::of("groups", "words", group.0);
                work.ask(Deed::SeeGroup, Standing::NONE, About::thing(group.0))?;
                sealed.push((group, work.seal(Scope::Group(group), cell, "courage").await?));
            }
            Ok(sealed)
        });
        let sealed = sealed.await.expect("it is written");
        app.db().clone().close().await;
        sealed
    }
}

/// What a command said.
pub struct Ran {
    pub status: ExitStatus,
    pub said: String,
    pub complained: String,
}

impl Ran {
    fn of(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Self { status: output.status, said: text(output.stdout), complained: text(output.stderr) }
    }

    pub fn went_well(self) -> Self {
        assert!(self.status.success(), "{}{}", self.said, self.complained);
        self
    }

    /// The last thing that was complained about, after an exit with status 1.
    pub fn refusal(&self) -> &str {
        assert_eq!(self.status.code(), Some(1), "{}{}", self.said, self.complained);
        self.complained.trim_end().lines().last().unwrap_or_default()
    }
}

/// A program that serves. It is killed when it is dropped before it was stopped.
pub struct Server {
    child: Child,
    lines: BufReader<ChildStdout>,
    pub said: String,
    pub address: SocketAddr,
}

impl Server {
    pub fn start(mut command: Command) -> Self {
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output"));
        let (mut said, mut line) = (String::new(), String::new());
        let address = loop {
            line.clear();
            if lines.read_line(&mut line).expect("it speaks UTF-8") == 0 {
                let mut why = String::new();
                let _ = child.stderr.take().expect("its complaints").read_to_string(&mut why);
                panic!("the server ended at once: {said}{why}");
            }
            said.push_str(&line);
            if let Some(address) = line.trim_end().strip_prefix("Serving at http://") {
                break address.parse().expect("an address");
            }
        };
        Self { child, lines, said, address }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a time-out");
        stream
    }

    /// Sends a request and reads the whole answer: status, headers and body.
    pub fn ask(&self, request: &str) -> (u16, String) {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).expect("the request is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("the answer is read");
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        (status, answer)
    }

    pub fn get(&self, path: &str) -> (u16, String) {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address))
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn get_as(&self, cookie: &str, path: &str) -> (u16, String) {
        self.ask(&format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n",
            self.address
        ))
    }

    /// Sends a form without fields from one of our own pages.
    pub fn post(&self, path: &str) -> (u16, String) {
        let from = "Sec-Fetch-Site: same-origin\r\nContent-Length: 0\r\nConnection: close";
        self.ask(&format!("POST {path} HTTP/1.1\r\nHost: {}\r\n{from}\r\n\r\n", self.address))
    }

    /// The same as somebody who is signed in.
    pub fn post_as(&self, cookie: &str, path: &str) -> (u16, String) {
        let from = "Sec-Fetch-Site: same-origin\r\nContent-Length: 0\r\nConnection: close";
        self.ask(&format!("POST {path} HTTP/1.1\r\nHost: {}\r\nCookie: {cookie}\r\n{from}\r\n\r\n", self.address))
    }

    /// Becomes somebody of the demo; the cookie that says so.
    pub fn sign_in_as(&self, persona: &str) -> String {
        let (status, answer) = self.post(&format!("/demo/as/{persona}"));
        assert_eq!(status, 303, "{answer}");
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
        cookie.split(';').next().expect("its first part").to_owned()
    }

    /// Ends it as a machine does that loses its power: it is asked nothing, and gives nothing back.
    pub fn kill(mut self) {
        signal("-KILL", self.child.id());
        let status = self.child.wait().expect("its end");
        assert!(status.code().is_none(), "{status}");
    }

    /// Asks it to stop, as a supervisor does, and waits for its end.
    pub fn stop(mut self) -> Ran {
        signal("-TERM", self.child.id());
        let mut complained = String::new();
        self.child.stderr.take().expect("its complaints").read_to_string(&mut complained).expect("UTF-8");
        self.lines.read_to_string(&mut self.said).expect("UTF-8");
        let status = self.child.wait().expect("its end");
        Ran { status, said: std::mem::take(&mut self.said), complained }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Sends a signal to a program that a test started.
fn signal(name: &str, id: u32) {
    let sent = Command::new("kill").arg(name).arg(id.to_string()).status().expect("kill is there");
    assert!(sent.success());
}
