//! A practice of one size at work: its folder, its running server, and the questionnaires that wait to be sent.

use super::desk::Desk;
use super::figures::{Load, ms, ratio};
use super::house::House;
use super::load::{Client, run};
use super::practice::Practice;
use super::server::Server;
use super::stock::{Caller, Errand, Writer, fill};
use super::{Result, say, usage};
use cohesion::clock::Clock;
use serde::Serialize;
use std::path::Path;
use std::time::Duration;

/// Members who answer while submits are measured, each with a login.
pub const WRITERS: usize = 64;

/// A practice at work.
pub struct Site {
    /// How large it is, in words.
    pub size: &'static str,
    /// Who is in it.
    pub practice: Practice,
    /// Its server.
    pub server: Server,
    /// Who answers.
    pub writers: Vec<Writer>,
    /// What waits to be sent.
    pub errands: Vec<Errand>,
    /// Questionnaires sent within one process, by as many callers as there are writers: what HTTP costs shows beside it.
    pub within: Measured,
    /// The middle one of several starts.
    pub started_in: Duration,
}

/// How large a practice is made, and how much waits in it.
#[derive(Clone, Copy)]
pub struct Plan {
    /// In words.
    pub size: &'static str,
    /// Clinicians, each with three groups.
    pub desks: usize,
    /// Questionnaires that wait for each writer.
    pub each: usize,
    /// Questionnaires that each writer sends within one process before the server starts, and for how long at most.
    pub within: (usize, Duration),
    /// How often the start is measured.
    pub starts: usize,
}

/// A load and what it cost the server.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measured {
    /// What the clients saw.
    #[serde(flatten)]
    pub load: Load,
    /// Time on a core for each of them, in milliseconds; nothing where no server was asked.
    pub cpu_ms: Option<f64>,
}

impl Site {
    /// Builds it and opens it.
    pub async fn open(program: &Path, folder: &Path, plan: Plan) -> Result<Self> {
        let Plan { size, desks, within: (each_within, lasting), .. } = plan;
        let house = House::build(folder, &format!("practice-{desks}")).await?;
        let practice =
            Practice::found(&house, desks, |built| say(&format!("{size}: {built} of {desks} desks are built"))).await?;
        let writers: Vec<Writer> = practice.desks.iter().skip(1).flat_map(Desk::writers).take(WRITERS).collect();
        let db = house.db().await?;
        let app = house.app(&db, Clock::machine()).await?;
        let mut errands = fill(&app, practice.id, &writers, plan.each + each_within, 0).await?;
        let called = errands.split_off(plan.each * writers.len());
        say(&format!("{size}: questionnaires within one process"));
        let load = run(Caller::deal(&app, practice.id, &writers, &called, WRITERS), lasting).await?;
        let within = Measured { load, cpu_ms: None };
        db.close().await;
        say(&format!("{size}: {} questionnaires wait to be sent", errands.len()));
        let (server, started_in) = start(program, &house, plan.starts).await?;
        say(&format!("{size}: the server is up"));
        Ok(Self { size, practice, server, writers, errands, within, started_in })
    }

    /// The desk whose pages are measured.
    pub fn desk(&self) -> Result<&Desk> {
        Ok(self.practice.desks.first().ok_or("the practice has no desk")?)
    }

    /// Takes so many of the errands that wait.
    pub fn take(&mut self, count: usize) -> Vec<Errand> {
        self.errands.split_off(self.errands.len().saturating_sub(count))
    }

    /// Lets clients work, and looks what that costs the server.
    pub async fn measure<C: Client>(&self, clients: Vec<C>, lasting: Duration) -> Result<Measured> {
        measure(&self.server, clients, lasting).await
    }
}

/// Lets clients work, and looks what that costs a server.
pub async fn measure<C: Client>(server: &Server, clients: Vec<C>, lasting: Duration) -> Result<Measured> {
    let process = server.process()?;
    let before = usage::cpu(process)?;
    let load = run(clients, lasting).await?;
    let spent = ms(usage::cpu(process)?.saturating_sub(before));
    let cpu_ms = u32::try_from(load.count).ok().and_then(|count| ratio(spent, f64::from(count)));
    Ok(Measured { load, cpu_ms })
}

/// Starts it and stops it several times; the last one stays, at rest.
async fn start(program: &Path, house: &House, starts: usize) -> Result<(Server, Duration)> {
    let mut server = Server::start(program, house.data()).await?;
    server.settle().await?;
    let mut times = Vec::new();
    for _ in 0..starts {
        server.stop().await?;
        server = Server::start(program, house.data()).await?;
        times.push(server.started_in);
    }
    times.sort_unstable();
    server.settle().await?;
    Ok((server, times.get(times.len() / 2).copied().unwrap_or_default()))
}
