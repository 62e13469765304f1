//! Sound and pictures: what a forwarded packet costs our server on a core, beside Janus under the same load in the same
//! minutes; and whether it grows while people come and go.
//!
//! The browsers are real ones as far as a server can tell: ICE, DTLS and SRTP over UDP sockets of this machine. Each sends a
//! voice and a picture, decrypts all that it gets, and reports on it. They stay on one core and the server, whichever it is,
//! has another one; of a server, time on a core is counted as the kernel counts it, and packets as the browsers got them.

mod address;
mod call;
mod cost;
mod division;
mod janus;
mod ours;
mod people;
mod rows;
mod server;
mod soak;
mod source;
mod tally;

pub use cost::Cost;
pub use people::Size;
pub use server::MediaServer;
pub use soak::Soak;

use super::{Result, say};
use address::own_address;
use cost::cost;
use division::Cores;
use janus::Janus;
use ours::Ours;
use serde::Serialize;
use std::path::Path;
use std::time::Duration;

/// Sizes that are looked at: a group, four of them at once, and the largest room.
const SIZES: [Size; 3] = [Size { rooms: 1, members: 8 }, Size { rooms: 4, members: 8 }, Size { rooms: 1, members: 15 }];

/// What was measured.
#[derive(Debug, Serialize)]
pub struct Media {
    /// Ours beside Janus, at each size.
    pub sizes: Vec<Compared>,
    /// Why there is no Janus to compare with, where there is none.
    pub peer_missing: Option<String>,
    /// A long meeting, where it was asked for.
    pub soak: Option<Soak>,
}

/// One size.
#[derive(Debug, Serialize)]
pub struct Compared {
    /// How many rooms, and how many people in each.
    pub size: Size,
    /// Our server.
    pub ours: Cost,
    /// Janus, where it is installed.
    pub janus: Option<Cost>,
}

impl Compared {
    /// Time on a core for a packet as a share of Janus's; nothing where either did not deliver what was sent.
    pub fn ratio(&self) -> Option<f64> {
        let janus = self.janus.filter(Cost::is_whole)?;
        super::figures::ratio(self.ours.us_per_packet, janus.us_per_packet).filter(|_| self.ours.is_whole())
    }
}

/// How long is looked, and how often each server at each size.
#[derive(Clone, Copy)]
pub struct Pace {
    /// For how long at a time.
    pub lasting: Duration,
    /// How often, the two in turn.
    pub passes: usize,
}

impl Pace {
    /// As long as the figures need.
    pub const FULL: Self = Self { lasting: Duration::from_secs(20), passes: 2 };
    /// Shortly.
    pub const QUICK: Self = Self { lasting: Duration::from_secs(5), passes: 1 };
}

/// What is asked for.
#[derive(Clone, Copy)]
pub struct Wish {
    /// The sizes, at this pace.
    pub sizes: Option<Pace>,
    /// A meeting with much coming and going, for so many minutes.
    pub soak: Option<u64>,
}

/// Measures. `program` is this one, or the one that stands for it: it is what our server runs in.
pub async fn measured(program: &Path, folder: &Path, wish: Wish) -> Result<Media> {
    let cores = Cores::divide()?;
    let address = own_address()?;
    let janus = janus::installed(folder)?;
    let mut media =
        Media { sizes: Vec::new(), peer_missing: janus.is_none().then(|| janus::MISSING.to_owned()), soak: None };
    for size in wish.sizes.iter().flat_map(|_| SIZES) {
        let Some(pace) = wish.sizes else { break };
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..pace.passes {
            say(&format!("media: {size}, our server"));
            ours.push(cost(Ours::start(program, address, cores)?, size, pace.lasting).await?);
            if let Some(installed) = &janus {
                say(&format!("media: {size}, Janus"));
                theirs.push(cost(Janus::start(installed, address, cores).await?, size, pace.lasting).await?);
            }
        }
        media.sizes.push(Compared {
            size,
            ours: Cost::of(&ours, size),
            janus: janus.as_ref().map(|_| Cost::of(&theirs, size)),
        });
    }
    if let Some(minutes) = wish.soak {
        media.soak = Some(soak::soak(program, address, cores, Duration::from_secs(60 * minutes)).await?);
    }
    Ok(media)
}
