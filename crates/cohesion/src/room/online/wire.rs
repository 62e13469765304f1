//! What goes over the socket of a live room: small JSON objects, each with its version, in both directions.
//!
//! ```text
//! browser → {"v":1,"t":"hello","ticket":"…"}    {"v":1,"t":"offer","sdp":"…"}    {"v":1,"t":"wish","do":"raise"}
//! room    → {"v":1,"t":"welcome","seat":3}      {"v":1,"t":"answer","sdp":"…"}   {"v":1,"t":"regions","rev":7,"html":["<div…"]}
//!           {"v":1,"t":"regions","rev":8,"html":[],"log":{"first":"said-1","html":["<div…"]}}
//!           {"v":1,"t":"slots","slots":[{"mid":"4","kind":"video","seat":2}]}     {"v":1,"t":"said","words":"…"}
//! ```

use serde::{Deserialize, Serialize};

use crate::room::engine::Carried;

/// The version that both sides speak.
pub(super) const VERSION: u8 = 1;
/// The longest frame that is read, in bytes (security.md 3.6).
pub(super) const FRAME_BYTES_MAX: usize = 32 * 1_024;
/// How far a longer one is taken in, so that whoever sent it can be told. One that is longer still ends the line at once.
pub(super) const READ_BYTES_MAX: usize = 2 * FRAME_BYTES_MAX;

/// What a browser sends.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(tag = "t", rename_all = "kebab-case")]
pub(super) enum Sent {
    /// The first thing: the ticket.
    Hello {
        /// As the page was given it.
        ticket: String,
        /// What the same page was welcomed with before, if it comes back.
        #[serde(default)]
        resume: String,
    },
    /// What its connection for sound and pictures can do.
    Offer {
        /// The browser's description.
        sdp: String,
    },
    /// Something that whoever sits there asks for.
    Wish(Wished),
}

/// A wish as a page sends it: a word, and what goes with it.
#[derive(Debug, Default, Deserialize, PartialEq, Eq)]
pub(super) struct Wished {
    /// What for.
    #[serde(rename = "do")]
    pub what: String,
    /// About whom: the number of a seat on this page.
    #[serde(default)]
    pub seat: Option<u16>,
    /// A number: minutes, a rating, a place.
    #[serde(default)]
    pub number: Option<u64>,
    /// A choice by its word.
    #[serde(default)]
    pub choice: String,
    /// Words that somebody typed.
    #[serde(default)]
    pub words: String,
}

/// What a room sends.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "t", rename_all = "kebab-case")]
pub(super) enum Told {
    /// The socket stands.
    Welcome {
        /// The number of the viewer's own seat on this page.
        seat: u16,
        /// Whether sound and pictures are carried here.
        media: Carried,
        /// Whether the connection that this page has for them stands here still; if not, it is of no use any more.
        stands: Carried,
        /// By which this page takes up its seat where it was, with sound and pictures as they are.
        resume: String,
    },
    /// Sound and pictures can be connected, where they are not.
    Connect {
        /// By which servers, where the way is closed; the page keeps them for as long as it is in the room.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        relays: Vec<Relay>,
    },
    /// The connection is gone here: a new one is wanted.
    Again,
    /// No sound and pictures for now: the connection is gone, and none is wanted.
    HangUp,
    /// The answer to an offer.
    Answer {
        /// The room's description.
        sdp: String,
    },
    /// In the place of an answer, where LiveKit carries sound and pictures: the way to it. Of each slot `mid` is then the name
    /// that somebody has there.
    #[cfg(feature = "livekit")]
    Join {
        /// Where its client connects to.
        url: String,
        /// What lets it in.
        #[serde(serialize_with = "shown")]
        token: keyring::Secret<String>,
    },
    /// Who is behind which slot.
    Slots {
        /// All of them.
        slots: Vec<Slot>,
    },
    /// Pieces of the page as they are now.
    Regions {
        /// Rises with each.
        rev: u64,
        /// Each an element with an id.
        html: Vec<String>,
        /// What was written since, where the page has what was written before.
        #[serde(skip_serializing_if = "Option::is_none")]
        log: Option<Added>,
    },
    /// The line carries sound only, or pictures again.
    Line {
        /// Which.
        pictures: Pictures,
    },
    /// A sentence for whoever listens to the page.
    Said {
        /// The sentence.
        words: String,
        /// Whether it may interrupt.
        at: Once,
    },
    /// Somebody who leads has muted this; only the member turns it on again.
    Muted {
        /// `microphone` or `camera`.
        source: &'static str,
    },
    /// Something that was sent came to nothing.
    Error {
        /// A word for it.
        code: &'static str,
        /// A sentence.
        words: String,
    },
    /// The socket ends, and should not come back by itself but in one case.
    Bye {
        /// A word for why.
        why: &'static str,
        /// A sentence.
        words: String,
    },
}

/// Lines of the chat that come behind those that the page has.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub(super) struct Added {
    /// The id of the oldest that stays.
    pub first: String,
    /// Each an element with an id.
    pub html: Vec<String>,
}

/// Whether a line carries pictures.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Pictures {
    /// Sound only.
    None,
    /// Pictures too.
    All,
}

/// How a sentence is said.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Once {
    /// When there is a pause.
    Politely,
    /// At once.
    Now,
}

/// A slot of a connection.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Slot {
    /// Its `mid` in the offer.
    pub mid: String,
    /// `audio` or `video`.
    pub kind: String,
    /// The number of the seat behind it.
    pub seat: Option<u16>,
}

/// Servers that pass on what cannot go straight, as a browser's connection takes them, with a name and password for them.
#[derive(Clone, Debug, Serialize)]
pub(in crate::room) struct Relay {
    /// Their addresses.
    pub urls: Vec<String>,
    /// Until when it holds, and a random number; nothing of the person.
    pub username: String,
    /// The password.
    #[serde(serialize_with = "shown")]
    pub credential: keyring::Secret<String>,
}

/// A token or password as its page is given it.
fn shown<S: serde::Serializer>(token: &keyring::Secret<String>, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(token.expose())
}

#[derive(Serialize)]
struct Frame<'a> {
    v: u8,
    #[serde(flatten)]
    told: &'a Told,
}

#[derive(Deserialize)]
struct Versioned {
    v: u8,
}

/// Why a frame could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// Another version: the page is an old one.
    Version,
    /// No frame of ours.
    Form,
}

/// Reads a frame.
pub(super) fn read(text: &str) -> Result<Sent, Unread> {
    let versioned: Versioned = serde_json::from_str(text).map_err(|_| Unread::Form)?;
    if versioned.v != VERSION {
        return Err(Unread::Version);
    }
    serde_json::from_str(text).map_err(|_| Unread::Form)
}

impl Told {
    /// The frame as text.
    pub fn frame(&self) -> String {
        serde_json::to_string(&Frame { v: VERSION, told: self }).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_read_by_their_version_and_their_kind() {
        assert_eq!(
            read(r#"{"v":1,"t":"hello","ticket":"a"}"#),
            Ok(Sent::Hello { ticket: "a".to_owned(), resume: String::new() })
        );
        let wish = read(r#"{"v":1,"t":"wish","do":"raise","seat":3}"#);
        assert_eq!(wish, Ok(Sent::Wish(Wished { what: "raise".to_owned(), seat: Some(3), ..Wished::default() })));
        assert_eq!(read(r#"{"v":2,"t":"hello","ticket":"a"}"#), Err(Unread::Version));
        for odd in ["", "{", "[]", r#"{"v":1}"#, r#"{"v":1,"t":"shout"}"#, r#"{"v":1,"t":"wish"}"#] {
            assert_eq!(read(odd), Err(Unread::Form), "{odd}");
        }
    }

    #[test]
    fn what_is_told_says_its_version_and_its_kind() {
        assert_eq!(Told::Connect { relays: Vec::new() }.frame(), r#"{"v":1,"t":"connect"}"#);
        let line = Told::Line { pictures: Pictures::None };
        assert_eq!(line.frame(), r#"{"v":1,"t":"line","pictures":"none"}"#);
    }

    #[test]
    fn a_password_goes_to_its_page_and_is_printed_nowhere() {
        let relay = Relay {
            urls: vec!["turn:turn.example.org".to_owned()],
            username: "1795539600:9f".to_owned(),
            credential: keyring::Secret::new("b64=".to_owned()),
        };
        let connect = Told::Connect { relays: vec![relay] };
        let told = r#"[{"urls":["turn:turn.example.org"],"username":"1795539600:9f","credential":"b64="}]"#;
        assert_eq!(connect.frame(), format!(r#"{{"v":1,"t":"connect","relays":{told}}}"#));
        assert!(!format!("{connect:?}").contains("b64="));
    }

    #[cfg(feature = "livekit")]
    #[test]
    fn a_way_to_livekit_goes_to_its_page_and_is_printed_nowhere() {
        let token = keyring::Secret::new("a.b.c".to_owned());
        let join = Told::Join { url: "wss://livekit.example.org:443".to_owned(), token };
        let frame = r#"{"v":1,"t":"join","url":"wss://livekit.example.org:443","token":"a.b.c"}"#;
        assert_eq!(join.frame(), frame);
        assert!(!format!("{join:?}").contains("a.b.c"));
        let welcome = Told::Welcome { seat: 3, media: Carried::LiveKit, stands: Carried::No, resume: String::new() };
        assert_eq!(welcome.frame(), r#"{"v":1,"t":"welcome","seat":3,"media":"livekit","stands":"no","resume":""}"#);
    }
}
