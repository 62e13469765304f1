//! Janus as the bench drives it: Debian's build in its usual manner, a thread for each connection, with the plugin for rooms
//! alone and a configuration of the bench's. Each member has one connection that sends and one that gets everybody else.

mod session;
mod settings;

use super::Result;
use super::call::Call;
use super::cost::Server;
use super::division::Cores;
use super::people::Size;
use super::tally::Tally;
use serde_json::json;
use session::Session;
use std::fs::File;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::process::{Child, Command};

/// What is said where it is missing.
pub const MISSING: &str = "Janus is not installed, so ours stands alone: `apt-get install janus`, then measure again.";

const PROGRAM: &str = "janus";
/// How long it may take until it answers.
const UP_WITHIN: Duration = Duration::from_secs(20);

/// A Janus that can be started: the folder of its settings and its log.
pub struct Installed {
    folder: PathBuf,
}

/// Whether it is there; its settings are written below this folder.
pub fn installed(folder: &Path) -> Result<Option<Installed>> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    if !std::env::split_paths(&paths).any(|path| path.join(PROGRAM).is_file()) {
        return Ok(None);
    }
    let folder = folder.join("janus");
    std::fs::create_dir_all(&folder)?;
    Ok(Some(Installed { folder }))
}

/// A running Janus. It is killed when this is dropped.
pub struct Janus {
    child: Child,
    control: SocketAddr,
    address: IpAddr,
}

impl Janus {
    /// Starts it, and waits until it answers.
    pub async fn start(installed: &Installed, address: IpAddr, cores: Cores) -> Result<Self> {
        let control = settings::write(&installed.folder, address)?;
        let file = installed.folder.join("log");
        let log = File::create(&file)?;
        let mut command = Command::new(PROGRAM);
        command.arg("-F").arg(&installed.folder).arg("-C").arg(installed.folder.join(settings::MAIN));
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).kill_on_drop(true);
        let child = cores.on_the_servers(|| command.spawn())?;
        let begun = Instant::now();
        while Session::open(control).await.is_err() {
            if begun.elapsed() > UP_WITHIN {
                let said = std::fs::read_to_string(&file)?;
                return Err(format!("Janus does not start: {}", said.lines().last().unwrap_or("no word")).into());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Ok(Self { child, control, address })
    }

    /// Somebody comes into a room and sends.
    async fn publish(&self, session: &mut Session, (room, seat): (u64, u64), tally: &Arc<Tally>) -> Result<Call> {
        let handle = session.attach().await?;
        session.ask(handle, json!({"request": "join", "ptype": "publisher", "room": room, "id": seat}), None).await?;
        let (call, offer) = Call::offering(self.address, 0, tally).await?;
        let published = session.ask(handle, json!({"request": "publish"}), Some(("offer", offer))).await?;
        call.answered(published.description()?).await?;
        session.connected(handle).await?;
        Ok(call)
    }

    /// They get everybody else, on one connection.
    async fn subscribe(&self, session: &mut Session, room: u64, others: &[u64], tally: &Arc<Tally>) -> Result<Call> {
        let handle = session.attach().await?;
        let feeds: Vec<_> = others.iter().map(|seat| json!({"feed": seat})).collect();
        let wish = json!({"request": "join", "ptype": "subscriber", "room": room, "streams": feeds});
        let offered = session.ask(handle, wish, None).await?;
        let (call, answer) = Call::answering(self.address, &offered.description()?, tally).await?;
        session.ask(handle, json!({"request": "start"}), Some(("answer", answer))).await?;
        Ok(call)
    }
}

impl Server for Janus {
    async fn fill(&mut self, size: Size, tally: &Arc<Tally>) -> Result<Vec<Call>> {
        let (mut session, mut calls) = (Session::open(self.control).await?, Vec::new());
        let handle = session.attach().await?;
        for room in 1..=size.rooms {
            let wish = json!({"request": "create", "room": room, "publishers": size.members, "audiocodec": "opus", "videocodec": "vp8"});
            session.ask(handle, wish, None).await?;
        }
        for place in size.places() {
            calls.push(self.publish(&mut session, place, tally).await?);
        }
        for (room, seat) in size.places() {
            let others: Vec<u64> = (1..=size.members).filter(|other| *other != seat).collect();
            calls.push(self.subscribe(&mut session, room, &others, tally).await?);
        }
        Ok(calls)
    }

    fn process(&self) -> Result<u32> {
        Ok(self.child.id().ok_or("Janus has ended by itself")?)
    }
}
