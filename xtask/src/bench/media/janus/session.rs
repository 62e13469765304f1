//! A session with Janus over HTTP: a handle for each connection, and answers that come as events.

use super::super::Result;
use crate::bench::browser::Browser;
use http::StatusCode;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

const ROOMS: &str = "janus.plugin.videoroom";
/// How long it may take until something comes of what was asked.
const WITHIN: Duration = Duration::from_secs(20);

/// A session.
pub struct Session {
    browser: Browser,
    path: String,
    asked: u64,
}

/// One connection of one member, as Janus counts it.
#[derive(Clone, Copy)]
pub struct Handle(u64);

/// What came of something that was asked.
pub struct Event(Value);

impl Event {
    /// The description of a connection that came with it.
    pub fn description(&self) -> Result<String> {
        let description = self.0["jsep"]["sdp"].as_str();
        Ok(description.ok_or_else(|| format!("Janus described no connection: {}", self.0))?.to_owned())
    }
}

impl Session {
    /// Opens a session.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let mut session = Self { browser: Browser::open(address).await?, path: "/janus".to_owned(), asked: 0 };
        let made = session.send("/janus".to_owned(), json!({"janus": "create"})).await?;
        session.path = format!("/janus/{}", id(&made)?);
        Ok(session)
    }

    /// A new handle.
    pub async fn attach(&mut self) -> Result<Handle> {
        let made = self.send(self.path.clone(), json!({"janus": "attach", "plugin": ROOMS})).await?;
        Ok(Handle(id(&made)?))
    }

    /// Asks something of the rooms, perhaps with the description of a connection, and waits for what comes of it.
    pub async fn ask(&mut self, handle: Handle, body: Value, described: Option<(&str, String)>) -> Result<Event> {
        let mut message = json!({"janus": "message", "body": body});
        if let Some((kind, sdp)) = described {
            message["jsep"] = json!({"type": kind, "sdp": sdp});
        }
        let said = self.send(format!("{}/{}", self.path, handle.0), message).await?;
        let is_answer = |event: &Value| event["janus"] == "event" && event["transaction"] == said["transaction"];
        let event = if said["janus"] == "ack" { self.event(is_answer).await? } else { said };
        let told = &event["plugindata"]["data"];
        if told.get("error").is_some() || told.is_null() {
            return Err(format!("Janus refuses: {event}").into());
        }
        Ok(Event(event))
    }

    /// Sends a request; what it is answered with at once.
    async fn send(&mut self, path: String, mut message: Value) -> Result<Value> {
        self.asked += 1;
        message["transaction"] = self.asked.to_string().into();
        let answer = self.browser.post(&path, None, message.to_string()).await?.expecting(StatusCode::OK, &path)?;
        let said: Value = serde_json::from_slice(&answer.body)?;
        if said["janus"] == "error" { Err(format!("Janus refuses: {said}").into()) } else { Ok(said) }
    }

    /// Waits until the connection of a handle stands.
    pub async fn connected(&mut self, handle: Handle) -> Result<()> {
        self.event(|event| event["janus"] == "webrtcup" && event["sender"] == handle.0).await?;
        Ok(())
    }

    /// Waits for an event; what else happens meanwhile is of no interest.
    async fn event(&mut self, is_it: impl Fn(&Value) -> bool) -> Result<Value> {
        let begun = Instant::now();
        while begun.elapsed() < WITHIN {
            let answer = self.browser.get(&self.path, None).await?.expecting(StatusCode::OK, &self.path)?;
            let event: Value = serde_json::from_slice(&answer.body)?;
            if is_it(&event) {
                return Ok(event);
            }
        }
        Err("Janus does not tell what came of it".into())
    }
}

fn id(made: &Value) -> Result<u64> {
    Ok(made["data"]["id"].as_u64().ok_or_else(|| format!("Janus gave no number: {made}"))?)
}
