//! The pages that are open all day, asked for again and again by somebody who is signed in.

use super::Result;
use super::browser::{Browser, Login};
use super::desk::Desk;
use super::house::PASSPHRASE;
use super::load::{Client, Turn};
use http::StatusCode;
use std::net::SocketAddr;

/// The page on which a session is run.
pub const RUNNING_VIEW: &str = "therapist: running view";

/// A page and who looks at it.
pub struct Looked {
    /// What it is.
    pub name: &'static str,
    path: String,
    login: Login,
}

impl Looked {
    /// A page that somebody looks at.
    pub fn at(name: &'static str, path: String, login: &Login) -> Self {
        Self { name, path, login: login.clone() }
    }
}

/// The pages of a desk: its clinician's, and those of a member who is not in danger.
pub async fn of(address: SocketAddr, desk: &Desk) -> Result<Vec<Looked>> {
    let mut browser = Browser::open(address).await?;
    let circle = desk.circles.first().ok_or("the desk has no group")?;
    let member = circle.members.last().ok_or("the group has no member")?;
    let clinician = browser.sign_in(&desk.clinician.email, PASSPHRASE).await?;
    let member = browser.sign_in(&member.email, PASSPHRASE).await?;
    let group = circle.group;
    let running = desk.running().ok_or("the desk has no group")?.next;
    Ok(vec![
        Looked::at("therapist: Today", "/care".to_owned(), &clinician),
        Looked::at("therapist: group", format!("/care/groups/{group}"), &clinician),
        Looked::at("therapist: group's measures", format!("/care/groups/{group}/measures"), &clinician),
        Looked::at(RUNNING_VIEW, format!("/care/sessions/{running}/run"), &clinician),
        Looked::at("member: Today", "/me".to_owned(), &member),
        Looked::at("member: Progress", "/me/progress".to_owned(), &member),
    ])
}

/// One connection that asks for a page over and over.
pub struct Reader {
    browser: Browser,
    path: String,
    login: Login,
}

impl Reader {
    /// So many connections for one page.
    pub async fn several(address: SocketAddr, looked: &Looked, count: usize) -> Result<Vec<Self>> {
        let mut readers = Vec::new();
        for _ in 0..count {
            let (path, login) = (looked.path.clone(), looked.login.clone());
            readers.push(Self { browser: Browser::open(address).await?, path, login });
        }
        Ok(readers)
    }
}

impl Client for Reader {
    async fn act(&mut self) -> Result<Turn> {
        self.browser.get(&self.path, Some(&self.login)).await?.expecting(StatusCode::OK, &self.path)?;
        Ok(Turn::Done)
    }
}
