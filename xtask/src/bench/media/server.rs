//! Our server under the bench, in a process of its own: the product's media as it is, its socket and its thread, with a line of
//! JSON for each thing asked and one for each answer where a practice has pages.

use super::{Result, say};
use clap::Args;
use cohesion::room::{Asked, Media, Order};
use floor::Seat;
use serde::{Deserialize, Serialize};
use sfu::{Consent, RoomId};
use std::collections::HashSet;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use tokio::sync::mpsc;

/// What happened to connections and has not been looked at.
const NEWS_MAX: usize = 1_024;

/// Run nothing but the media, for the bench
#[derive(Args)]
pub struct MediaServer {
    /// The address of its socket
    #[arg(long, value_name = "ADDRESS")]
    listen: SocketAddr,
}

/// What may be asked.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Somebody comes, or comes back, with this offer.
    Join(u64, u64, String),
    /// Somebody goes.
    Leave(u64, u64),
}

/// What is answered.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// To an offer.
    Answer(String),
    /// They are gone.
    Gone,
    /// It does not do that.
    Refused(String),
}

impl MediaServer {
    /// Serves until nobody asks any more.
    pub fn run(&self) -> ExitCode {
        match self.serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(cause) => {
                say(&format!("the media server has ended: {cause}"));
                ExitCode::FAILURE
            }
        }
    }

    fn serve(&self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_current_thread().build()?;
        let mut rooms = Rooms { media: Media::new(self.listen, Vec::new()), open: HashSet::new() };
        for line in io::stdin().lines() {
            let answered = runtime.block_on(rooms.answer(serde_json::from_str(&line?)?));
            let reply = answered.unwrap_or_else(|cause| Reply::Refused(cause.to_string()));
            writeln!(io::stdout(), "{}", serde_json::to_string(&reply)?)?;
        }
        Ok(())
    }
}

struct Rooms {
    media: Media,
    open: HashSet<RoomId>,
}

impl Rooms {
    async fn answer(&mut self, ask: Ask) -> Result<Reply> {
        match ask {
            Ask::Join(room, seat, offer) => {
                let (room, seat) = (RoomId(room.into()), Seat(seat.into()));
                self.open(room).await?;
                let asked = Asked { offer, consent: Consent::Agreed };
                Ok(Reply::Answer(self.media.join(room, seat, asked).await?))
            }
            Ask::Leave(room, seat) => {
                self.media.send(Order::Leave(RoomId(room.into()), Seat(seat.into()))).await?;
                Ok(Reply::Gone)
            }
        }
    }

    async fn open(&mut self, room: RoomId) -> Result<()> {
        if self.open.insert(room) {
            let (tell, mut told) = mpsc::channel(NEWS_MAX);
            self.media.open(room, tell).await?;
            std::thread::spawn(move || while told.blocking_recv().is_some() {});
        }
        Ok(())
    }
}
