//! Whether a patient asker could tell what is not there from what they may not see: both are asked for in turn, compared byte by
//! byte, and their times compared by ranks.

use super::Result;
use super::browser::{Answer, Browser, Login};
use super::figures::{ms, percentile};
use super::ranks::mann_whitney;
use cohesion::id;
use http::StatusCode;
use serde::Serialize;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// A kind of thing, an address of one that is there, and somebody who may not see it.
pub struct Hidden {
    /// What it is.
    pub name: &'static str,
    /// The address, without the id at its end.
    pub path: &'static str,
    /// The id.
    pub id: String,
    /// Who asks.
    pub login: Login,
}

/// What was found of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct Told {
    /// What it is.
    pub name: &'static str,
    /// How often each was asked for.
    pub count: usize,
    /// Half of the answers about what is not there came within so many milliseconds.
    pub absent_ms: f64,
    /// The same of what may not be seen.
    pub hidden_ms: f64,
    /// How likely such a difference in time is where there is none.
    pub p: f64,
    /// Pairs of answers that differ in a byte.
    pub differ: usize,
}

/// Asks for each kind so many times, all kinds side by side.
pub async fn told(address: SocketAddr, kinds: Vec<Hidden>, count: usize) -> Result<Vec<Told>> {
    let mut asking = JoinSet::new();
    for (place, hidden) in kinds.into_iter().enumerate() {
        asking.spawn(async move { Ok((place, one(address, hidden, count).await?)) });
    }
    let mut all: Vec<(usize, Told)> = asking.join_all().await.into_iter().collect::<Result<_>>()?;
    all.sort_by_key(|(place, _)| *place);
    Ok(all.into_iter().map(|(_, told)| told).collect())
}

async fn one(address: SocketAddr, hidden: Hidden, count: usize) -> Result<Told> {
    let mut browser = Browser::open(address).await?;
    let (mut absent, mut there, mut differ) = (Vec::new(), Vec::new(), 0);
    for turn in 0..=count {
        let nothing = id::to_text(id::random()?);
        // Neither always comes first.
        let is_turned = id::random()?[0] % 2 == 0;
        let ids = if is_turned { [&hidden.id, &nothing] } else { [&nothing, &hidden.id] };
        let (first, second) = (ask(&mut browser, &hidden, ids[0]).await?, ask(&mut browser, &hidden, ids[1]).await?);
        // The first pair warms the connection.
        if turn > 0 {
            differ += usize::from(first.1 != second.1);
            let (of_hidden, of_nothing) = if is_turned { (first.0, second.0) } else { (second.0, first.0) };
            absent.push(of_nothing);
            there.push(of_hidden);
        }
    }
    let p = mann_whitney(&seconds(&absent), &seconds(&there)).p;
    let (absent_ms, hidden_ms) = (median_ms(absent), median_ms(there));
    Ok(Told { name: hidden.name, count, absent_ms, hidden_ms, p, differ })
}

/// One answer: how long it took, and all that a visitor sees of it but for what is another one each time.
async fn ask(browser: &mut Browser, hidden: &Hidden, id: &str) -> Result<(Duration, Seen)> {
    let path = format!("{}{id}", hidden.path);
    let begun = Instant::now();
    let answer = browser.get(&path, Some(&hidden.login)).await?;
    let took = begun.elapsed();
    Ok((took, Seen::of(&answer.expecting(StatusCode::NOT_FOUND, &path)?)))
}

#[derive(PartialEq, Eq)]
struct Seen {
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
}

impl Seen {
    fn of(answer: &Answer) -> Self {
        let headers =
            answer.head.headers().iter().filter(|(name, _)| !["x-request-id", "date"].contains(&name.as_str()));
        let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect();
        Self { headers, body: answer.body.to_vec() }
    }
}

fn seconds(times: &[Duration]) -> Vec<f64> {
    times.iter().map(Duration::as_secs_f64).collect()
}

fn median_ms(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    ms(percentile(&times, 50))
}
