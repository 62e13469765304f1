//! The API key, and the tokens that are signed with it. Each allows one thing in one room, and not for long.
//!
//! Their times are the machine's own, since it is LiveKit that looks at them.

use std::fmt;
use std::time::Duration;

use keyring::Secret;
use livekit_token::{AccessToken, VideoGrants};

use crate::{Fault, Grants};

/// How long a browser may take to connect; whoever is later asks again.
const JOIN: Duration = Duration::from_mins(2);
/// How long a call of ours may be under way.
const CALL: Duration = Duration::from_mins(1);

/// The API key of a LiveKit server, and its secret.
#[derive(Clone)]
pub struct Key {
    name: String,
    secret: Secret<String>,
}

impl Key {
    /// A key as LiveKit's own settings name it.
    pub const fn new(name: String, secret: Secret<String>) -> Self {
        Self { name, secret }
    }

    /// A browser's way into one room, under one name, to send what is granted and to see the others.
    pub(crate) fn join(&self, room: &str, identity: &str, grants: Grants) -> Result<Secret<String>, Fault> {
        let video = VideoGrants {
            room_join: true,
            room: room.to_owned(),
            can_publish: Some(grants.any()),
            can_publish_sources: grants.sources().map(str::to_lowercase).collect(),
            can_subscribe: Some(true),
            can_publish_data: Some(false),
            can_update_own_metadata: Some(false),
            ..VideoGrants::default()
        };
        self.sign(JOIN, video, identity)
    }

    /// Leave to make and end rooms.
    pub(crate) fn rooms(&self) -> Result<Secret<String>, Fault> {
        self.sign(CALL, VideoGrants { room_create: true, ..VideoGrants::default() }, "")
    }

    /// Leave to look after those in one room.
    pub(crate) fn admin(&self, room: &str) -> Result<Secret<String>, Fault> {
        self.sign(CALL, VideoGrants { room_admin: true, room: room.to_owned(), ..VideoGrants::default() }, "")
    }

    fn sign(&self, life: Duration, video: VideoGrants, identity: &str) -> Result<Secret<String>, Fault> {
        let token = AccessToken::with_api_key(&self.name, self.secret.expose()).with_ttl(life).with_grants(video);
        let token = if identity.is_empty() { token } else { token.with_identity(identity) };
        token.to_jwt().map(Secret::new).map_err(|_| Fault::NoToken)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key([sealed])")
    }
}
