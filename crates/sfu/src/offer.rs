//! What a browser's description of its connection asks for, read before the engine sees it.
//!
//! One offer, once: a microphone and a camera at most, which send, and slots, which receive. Whatever else it holds is refused
//! here, in plain words.

use crate::Refusal;

/// The longest description that is read, in bytes. A page that keeps to Opus and VP8 writes a kilobyte and a half a slot; one
/// that names every codec of its browser three times as much.
pub const OFFER_BYTES_MAX: usize = 128 * 1024;
/// The most slots of each kind.
pub const SLOTS_MAX: usize = 16;
/// The most lines of media, inactive ones too: each costs work at every datagram.
pub const LINES_MAX: usize = 2 + 2 * SLOTS_MAX;

/// An offer that may be given to the engine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// The `mid`s of the slots for sound and for pictures, in the offer's order.
    pub slots: [Vec<String>; 2],
    /// The `mid`s of the microphone and the camera.
    pub sources: [Option<String>; 2],
    /// Which connection of which browser this is: the origin's session and the certificate's fingerprint.
    pub identity: String,
}

#[derive(Default)]
struct Line<'a> {
    kind: usize,
    mid: &'a str,
    direction: &'a str,
}

impl Offer {
    /// Reads a description.
    pub(crate) fn read(text: &str) -> Result<Self, Refusal> {
        if text.len() > OFFER_BYTES_MAX {
            return Err(Refusal::OfferTooLarge);
        }
        let mut offer = Self { slots: <[Vec<String>; 2]>::default(), sources: [None, None], identity: identity(text)? };
        for line in lines(text)? {
            offer.take(&line)?;
        }
        offer.check()?;
        Ok(offer)
    }

    fn take(&mut self, line: &Line<'_>) -> Result<(), Refusal> {
        if line.mid.is_empty() {
            return Err(Refusal::OfferUnreadable);
        }
        match line.direction {
            "recvonly" => self.slots[line.kind].push(line.mid.to_owned()),
            "sendonly" if self.sources[line.kind].is_none() => self.sources[line.kind] = Some(line.mid.to_owned()),
            "sendonly" => return Err(Refusal::TooManySources),
            "inactive" => {}
            _ => return Err(Refusal::OfferForeign),
        }
        Ok(())
    }

    fn check(&self) -> Result<(), Refusal> {
        let [sound, pictures] = &self.slots;
        if sound.is_empty() {
            return Err(Refusal::TooFewSlots);
        }
        if sound.len() > SLOTS_MAX || pictures.len() > SLOTS_MAX {
            return Err(Refusal::TooManySlots);
        }
        Ok(())
    }
}

/// The media lines: their kind, `mid` and direction.
fn lines(text: &str) -> Result<Vec<Line<'_>>, Refusal> {
    let mut lines: Vec<Line<'_>> = Vec::new();
    for written in text.lines() {
        if let Some(media) = written.strip_prefix("m=") {
            if lines.len() >= LINES_MAX {
                return Err(Refusal::TooManyLines);
            }
            lines.push(Line { kind: kind(media)?, ..Line::default() });
        }
        let Some(line) = lines.last_mut() else { continue };
        match written.strip_prefix("a=") {
            Some(direction @ ("sendonly" | "recvonly" | "sendrecv" | "inactive")) => line.direction = direction,
            Some(attribute) => line.mid = attribute.strip_prefix("mid:").unwrap_or(line.mid),
            None => {}
        }
    }
    if lines.is_empty() { Err(Refusal::OfferUnreadable) } else { Ok(lines) }
}

fn kind(media: &str) -> Result<usize, Refusal> {
    match media.split(' ').next() {
        Some("audio") => Ok(0),
        Some("video") => Ok(1),
        _ => Err(Refusal::OfferForeign),
    }
}

fn identity(text: &str) -> Result<String, Refusal> {
    let first = |prefix: &str| text.lines().find_map(|line| line.strip_prefix(prefix));
    let session = first("o=").and_then(|origin| origin.split(' ').nth(1)).ok_or(Refusal::OfferUnreadable)?;
    let fingerprint = first("a=fingerprint:").ok_or(Refusal::OfferUnreadable)?;
    Ok(format!("{session} {fingerprint}"))
}
