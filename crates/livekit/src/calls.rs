//! The calls of LiveKit's `RoomService` that a live room needs, as its protocol names them: Twirp, with JSON.

use std::collections::BTreeSet;
use std::time::Duration;

use keyring::Secret;
use rustls::RootCertStore;
use serde::{Deserialize, Serialize};
use sfu::Kind;

use crate::wire::{Ask, Wire, roots_of_the_machine};
use crate::{Address, Fault, Key};

/// How long a call is waited for.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long LiveKit keeps a room that nobody has come to, in seconds: longer than a ticket is good for.
const EMPTY_S: u32 = 300;
/// How long it keeps one that everybody has left, in seconds: a network may change meanwhile.
const DEPARTURE_S: u32 = 60;

/// The server API of one LiveKit server.
#[derive(Clone)]
pub struct RoomService {
    wire: Wire,
    key: Key,
}

/// What somebody may send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grants {
    /// Their microphone's sound.
    pub microphone: bool,
    /// Their camera's pictures.
    pub camera: bool,
}

impl Grants {
    /// Whether there is anything.
    pub const fn any(self) -> bool {
        self.microphone || self.camera
    }

    /// The sources, by the names of LiveKit's protocol.
    pub fn sources(self) -> impl Iterator<Item = &'static str> {
        let named = [(self.microphone, "MICROPHONE"), (self.camera, "CAMERA")];
        named.into_iter().filter(|(is_granted, _)| *is_granted).map(|(_, name)| name)
    }

    pub(crate) fn set(&mut self, kind: Kind, passes: Passes) {
        match kind {
            Kind::Audio => self.microphone = passes == Passes::Yes,
            Kind::Video => self.camera = passes == Passes::Yes,
        }
    }
}

/// Whether a source is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passes {
    Yes,
    No,
}

/// What LiveKit lets a participant do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "they are LiveKit's own fields")]
pub struct Permission {
    /// To see and hear the others.
    #[serde(alias = "canSubscribe")]
    pub can_subscribe: bool,
    /// To send anything.
    #[serde(alias = "canPublish")]
    pub can_publish: bool,
    /// To send data that is neither sound nor picture.
    #[serde(alias = "canPublishData")]
    pub can_publish_data: bool,
    /// What may be sent; while [`can_publish`](Self::can_publish) holds, none named means all.
    #[serde(alias = "canPublishSources")]
    pub can_publish_sources: BTreeSet<String>,
    /// To be there unseen.
    pub hidden: bool,
    /// To write something about themselves that all can read.
    #[serde(alias = "canUpdateMetadata")]
    pub can_update_metadata: bool,
}

impl From<Grants> for Permission {
    fn from(grants: Grants) -> Self {
        let can_publish_sources = grants.sources().map(str::to_owned).collect();
        Self { can_subscribe: true, can_publish: grants.any(), can_publish_sources, ..Self::default() }
    }
}

/// Somebody whom LiveKit says is in a room.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Participant {
    /// The name in their token.
    pub identity: String,
    /// How far they are.
    #[serde(default)]
    pub state: State,
    /// What they may do; not every server says so.
    #[serde(default)]
    pub permission: Option<Permission>,
}

/// How far a participant is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum State {
    /// Its signalling has begun.
    #[default]
    Joining,
    /// Its signalling stands.
    Joined,
    /// Sound and pictures flow.
    Active,
    /// It is gone.
    Disconnected,
}

#[derive(Serialize)]
struct CreateRoom<'a> {
    name: &'a str,
    empty_timeout: u32,
    departure_timeout: u32,
    max_participants: usize,
}

#[derive(Serialize)]
struct OfRoom<'a> {
    room: &'a str,
}

#[derive(Serialize)]
struct OfParticipant<'a> {
    room: &'a str,
    identity: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    permission: Option<Permission>,
}

#[derive(Deserialize)]
struct Listed {
    #[serde(default)]
    participants: Vec<Participant>,
}

impl RoomService {
    /// A server whose certificate the machine trusts.
    pub fn new(address: Address, key: Key) -> Result<Self, Fault> {
        Self::trusting(address, key, roots_of_the_machine(), PATIENCE)
    }

    /// A server whose certificate these vouch for, and that is waited for this long.
    pub fn trusting(address: Address, key: Key, roots: RootCertStore, patience: Duration) -> Result<Self, Fault> {
        Ok(Self { wire: Wire::new(address, roots, patience)?, key })
    }

    /// Where it is.
    pub const fn address(&self) -> &Address {
        self.wire.address()
    }

    /// Makes a room; one that is there already stays as it is.
    pub async fn create_room(&self, name: &str) -> Result<(), Fault> {
        let (empty_timeout, departure_timeout) = (EMPTY_S, DEPARTURE_S);
        let body = CreateRoom { name, empty_timeout, departure_timeout, max_participants: sfu::SEATS_MAX };
        self.ask("CreateRoom", self.key.rooms()?, &body).await.map(drop)
    }

    /// Ends a room; everybody in it is let out.
    pub async fn delete_room(&self, room: &str) -> Result<(), Fault> {
        self.ask("DeleteRoom", self.key.rooms()?, &OfRoom { room }).await.map(drop)
    }

    /// Everybody in a room.
    pub async fn list_participants(&self, room: &str) -> Result<Vec<Participant>, Fault> {
        let call = "ListParticipants";
        let answer = self.ask(call, self.key.admin(room)?, &OfRoom { room }).await?;
        let listed: Listed = serde_json::from_slice(&answer).map_err(|_| Fault::Unreadable(call))?;
        Ok(listed.participants)
    }

    /// Lets somebody out.
    pub async fn remove_participant(&self, room: &str, identity: &str) -> Result<(), Fault> {
        let body = OfParticipant { room, identity, permission: None };
        self.ask("RemoveParticipant", self.key.admin(room)?, &body).await.map(drop)
    }

    /// Says what somebody may send; of whatever they may not, LiveKit ends the tracks.
    pub async fn update_participant(&self, room: &str, identity: &str, grants: Grants) -> Result<(), Fault> {
        let body = OfParticipant { room, identity, permission: Some(grants.into()) };
        self.ask("UpdateParticipant", self.key.admin(room)?, &body).await.map(drop)
    }

    /// A browser's way into a room, under a name of ours.
    pub fn join_token(&self, room: &str, identity: &str, grants: Grants) -> Result<Secret<String>, Fault> {
        self.key.join(room, identity, grants)
    }

    async fn ask<T: Serialize + Sync>(
        &self,
        call: &'static str,
        token: Secret<String>,
        body: &T,
    ) -> Result<bytes::Bytes, Fault> {
        let body = serde_json::to_vec(body).map_err(|_| Fault::Unreadable(call))?;
        self.wire.ask(Ask { call, token, body }).await
    }
}
