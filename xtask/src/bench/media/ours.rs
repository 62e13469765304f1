//! Our server as the bench drives it: started, filled, asked, and killed when it is dropped.

use super::Result;
use super::call::Call;
use super::cost::Server;
use super::division::Cores;
use super::people::Size;
use super::server::{Ask, Reply};
use super::tally::Tally;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

/// A running server.
pub struct Ours {
    child: Child,
    asks: ChildStdin,
    replies: Lines<BufReader<ChildStdout>>,
    address: IpAddr,
}

impl Ours {
    /// Starts it.
    pub fn start(program: &Path, address: IpAddr, cores: Cores) -> Result<Self> {
        let mut command = Command::new(program);
        command.arg("media-server").arg("--listen").arg(SocketAddr::new(address, 0).to_string());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = cores.on_the_servers(|| command.spawn())?;
        let asks = child.stdin.take().ok_or("the media server cannot be asked")?;
        let replies = BufReader::new(child.stdout.take().ok_or("the media server cannot answer")?).lines();
        Ok(Self { child, asks, replies, address })
    }

    /// Somebody comes: a new connection at this seat.
    pub async fn join(&mut self, (room, seat): (u64, u64), slots: usize, tally: &Arc<Tally>) -> Result<Call> {
        let (call, offer) = Call::offering(self.address, slots, tally).await?;
        call.answered(self.answer_to(room, seat, offer).await?).await?;
        Ok(call)
    }

    /// Somebody looks for their way from another network.
    pub async fn wander(&mut self, (room, seat): (u64, u64), call: &Call) -> Result<()> {
        let offer = call.wander().await?;
        call.answered(self.answer_to(room, seat, offer).await?).await
    }

    /// Somebody goes.
    pub async fn leave(&mut self, (room, seat): (u64, u64)) -> Result<()> {
        match self.ask(&Ask::Leave(room, seat)).await? {
            Reply::Gone => Ok(()),
            other => Err(format!("the media server answered {other:?} to somebody who goes").into()),
        }
    }

    async fn answer_to(&mut self, room: u64, seat: u64, offer: String) -> Result<String> {
        match self.ask(&Ask::Join(room, seat, offer)).await? {
            Reply::Answer(answer) => Ok(answer),
            other => Err(format!("the media server answered {other:?} to an offer").into()),
        }
    }

    async fn ask(&mut self, ask: &Ask) -> Result<Reply> {
        let line = format!("{}\n", serde_json::to_string(ask)?);
        self.asks.write_all(line.as_bytes()).await?;
        let reply = self.replies.next_line().await?.ok_or("the media server has ended by itself")?;
        Ok(serde_json::from_str(&reply)?)
    }
}

impl Server for Ours {
    async fn fill(&mut self, size: Size, tally: &Arc<Tally>) -> Result<Vec<Call>> {
        let mut calls = Vec::new();
        for place in size.places() {
            calls.push(self.join(place, size.others(), tally).await?);
        }
        Ok(calls)
    }

    fn process(&self) -> Result<u32> {
        Ok(self.child.id().ok_or("the media server has ended by itself")?)
    }
}
