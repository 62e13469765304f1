//! A server that reads and answers as LiveKit's `RoomService` does, by the types that LiveKit publishes.
//!
//! A field that the protocol does not have is a fault here, as it is there; who may call what, and how a refusal looks, is as
//! in LiveKit's own server.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use keyring::Secret;
use livekit::{Key, RoomService};
use livekit_protocol as proto;
use proto::participant_info::State as There;
use rustls::RootCertStore;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::tokens::{KEY, SECRET, believed};

/// How it is today.
#[derive(Clone, Copy, Debug, Default)]
pub enum Mood {
    /// It answers, with the names of fields as in the protocol's files.
    #[default]
    Well,
    /// It answers, with the names of fields as JSON has them elsewhere.
    Camel,
    /// It takes a request and never answers.
    Hangs,
    /// It answers this, whatever was asked.
    Says(u16, &'static str),
}

#[derive(Default)]
pub struct World {
    pub mood: Mood,
    /// Each call that was made: its name and its body.
    pub asked: Vec<(String, Value)>,
    pub rooms: BTreeMap<String, Vec<proto::ParticipantInfo>>,
}

/// The server.
#[derive(Clone)]
pub struct Fake {
    pub address: SocketAddr,
    world: Arc<Mutex<World>>,
}

impl Fake {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        let fake = Self { address, world: Arc::default() };
        let router = fake.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        fake
    }

    pub fn router(&self) -> Router {
        Router::new().fallback(answer).with_state(self.clone())
    }

    pub fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().expect("nobody failed")
    }

    pub fn in_a_mood(&self, mood: Mood) {
        self.world().mood = mood;
    }

    pub fn client(&self) -> RoomService {
        client(self.address, SECRET, Duration::from_secs(5))
    }

    /// Somebody connects with a token, as a browser would.
    pub fn joins(&self, token: &str) -> String {
        let claims = believed(token).expect("a good token");
        let video: livekit_token::VideoGrants = serde_json::from_value(claims["video"].clone()).expect("its grants");
        assert!(video.room_join, "it is a way in");
        let identity = claims["sub"].as_str().expect("a name").to_owned();
        let source = |name: &String| match name.as_str() {
            "microphone" => proto::TrackSource::Microphone as i32,
            "camera" => proto::TrackSource::Camera as i32,
            other => panic!("a source {other}"),
        };
        let permission = proto::ParticipantPermission {
            can_subscribe: video.can_subscribe(),
            can_publish: video.can_publish(),
            can_publish_data: video.can_publish_data(),
            can_publish_sources: video.can_publish_sources.iter().map(source).collect(),
            hidden: video.hidden,
            can_update_metadata: video.can_update_own_metadata(),
            ..proto::ParticipantPermission::default()
        };
        let (state, permission) = (There::Active as i32, Some(permission));
        let there = proto::ParticipantInfo { identity: identity.clone(), state, permission, ..Default::default() };
        let mut world = self.world();
        let room = world.rooms.entry(video.room).or_default();
        room.retain(|other| other.identity != identity);
        room.push(there);
        identity
    }

    /// Somebody's connection ends by itself.
    pub fn drops(&self, identity: &str) {
        self.world().rooms.values_mut().for_each(|room| room.retain(|other| other.identity != identity));
    }

    /// In which room somebody is, and which sources LiveKit takes from them, by their names.
    pub fn finds(&self, identity: &str) -> Option<(String, Vec<&'static str>)> {
        let world = self.world();
        let there = |room: &Vec<proto::ParticipantInfo>| room.iter().find(|other| other.identity == identity).cloned();
        let (room, found) = world.rooms.iter().find_map(|(name, room)| Some((name.clone(), there(room)?)))?;
        let permission = found.permission.expect("what they may do");
        let sources = if permission.can_publish { permission.can_publish_sources().collect() } else { Vec::new() };
        let mut names: Vec<_> = sources.iter().map(proto::TrackSource::as_str_name).collect();
        names.sort_unstable();
        Some((room, names))
    }

    pub fn count_of(&self, call: &str) -> usize {
        self.world().asked.iter().filter(|(asked, _)| asked == call).count()
    }
}

/// A refusal: its status, and its body.
type No = (u16, String);

pub fn client(address: SocketAddr, secret: &str, patience: Duration) -> RoomService {
    let key = Key::new(KEY.to_owned(), Secret::new(secret.to_owned()));
    let address = format!("ws://{address}").parse().expect("an address");
    RoomService::trusting(address, key, RootCertStore::empty(), patience).expect("a client")
}

async fn answer(State(fake): State<Fake>, request: Request) -> Response {
    let mood = fake.world().mood;
    match mood {
        Mood::Hangs => std::future::pending().await,
        Mood::Says(status, body) => (StatusCode::from_u16(status).expect("a status"), body).into_response(),
        Mood::Well | Mood::Camel => match heed(&fake, request).await {
            Ok(value) if matches!(mood, Mood::Well) => json(200, by_proto_names(value).to_string()),
            Ok(value) => json(200, value.to_string()),
            Err((status, body)) => json(status, body),
        },
    }
}

async fn heed(fake: &Fake, request: Request) -> Result<Value, No> {
    let (head, body) = request.into_parts();
    let said = |name| head.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let call = head.uri.path().strip_prefix("/twirp/livekit.RoomService/").unwrap_or_default().to_owned();
    if head.method != "POST" || said(CONTENT_TYPE) != "application/json" || call.is_empty() {
        return Err(twirp(404, "bad_route"));
    }
    let token = said(AUTHORIZATION).strip_prefix("Bearer ").unwrap_or_default();
    let Some(claims) = believed(token) else {
        return Err((401, format!("invalid token: {token}")));
    };
    let body = to_bytes(body, 64 * 1_024).await.map_err(|_| twirp(400, "malformed"))?;
    let mut world = fake.world();
    let raw = serde_json::from_slice(&body).map_err(|_| twirp(400, "malformed"))?;
    world.asked.push((call.clone(), raw));
    world.take(&call, &body, &claims["video"])
}

impl World {
    fn take(&mut self, call: &str, body: &[u8], grants: &Value) -> Result<Value, No> {
        match call {
            "CreateRoom" => {
                let asked: proto::CreateRoomRequest = read(body)?;
                may(grants["roomCreate"] == true)?;
                self.rooms.entry(asked.name.clone()).or_default();
                written(&proto::Room { name: asked.name, ..proto::Room::default() })
            }
            "DeleteRoom" => {
                let asked: proto::DeleteRoomRequest = read(body)?;
                may(grants["roomCreate"] == true)?;
                self.rooms.remove(&asked.room).ok_or_else(|| twirp(404, "not_found"))?;
                written(&proto::DeleteRoomResponse {})
            }
            "ListParticipants" => {
                let asked: proto::ListParticipantsRequest = read(body)?;
                may_look_after(grants, &asked.room)?;
                let participants = self.rooms.get(&asked.room).cloned().unwrap_or_default();
                written(&proto::ListParticipantsResponse { participants })
            }
            "RemoveParticipant" => {
                let asked: proto::RoomParticipantIdentity = read(body)?;
                may_look_after(grants, &asked.room)?;
                self.found(&asked.room, &asked.identity)?;
                let room = self.rooms.entry(asked.room).or_default();
                room.retain(|other| other.identity != asked.identity);
                written(&proto::RemoveParticipantResponse {})
            }
            "UpdateParticipant" => {
                let asked: proto::UpdateParticipantRequest = read(body)?;
                may_look_after(grants, &asked.room)?;
                let found = self.found(&asked.room, &asked.identity)?;
                found.permission = asked.permission.or(found.permission.take());
                written(&found.clone())
            }
            _ => Err(twirp(404, "bad_route")),
        }
    }

    fn found(&mut self, room: &str, identity: &str) -> Result<&mut proto::ParticipantInfo, No> {
        let room = self.rooms.get_mut(room).ok_or_else(|| twirp(404, "not_found"))?;
        room.iter_mut().find(|other| other.identity == identity).ok_or_else(|| twirp(404, "not_found"))
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, No> {
    serde_json::from_slice(body).map_err(|_| twirp(400, "malformed"))
}

fn written<T: Serialize>(answer: &T) -> Result<Value, No> {
    serde_json::to_value(answer).map_err(|_| twirp(500, "internal"))
}

fn may(is_allowed: bool) -> Result<(), No> {
    if is_allowed { Ok(()) } else { Err(twirp(401, "unauthenticated")) }
}

fn may_look_after(grants: &Value, room: &str) -> Result<(), No> {
    may(grants["roomAdmin"] == true && grants["room"] == room)
}

fn twirp(status: u16, code: &str) -> No {
    (status, format!(r#"{{"code":"{code}","msg":"as LiveKit says it"}}"#))
}

fn json(status: u16, body: String) -> Response {
    let answer = Response::builder().status(status).header(CONTENT_TYPE, "application/json");
    answer.body(Body::from(body)).expect("an answer")
}

/// `canPublish` as `can_publish`, all the way down: what a Twirp server in Go writes.
fn by_proto_names(value: Value) -> Value {
    let snake = |name: &str| {
        let letters = name.chars().map(|letter| {
            if letter.is_ascii_uppercase() { format!("_{}", letter.to_ascii_lowercase()) } else { letter.to_string() }
        });
        letters.collect::<String>()
    };
    match value {
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (snake(&name), by_proto_names(value))).collect())
        }
        Value::Array(values) => Value::Array(values.into_iter().map(by_proto_names).collect()),
        other => other,
    }
}
