//! Kills the server again and again while answers come in, and looks whether all that it had acknowledged is there.

use super::browser::Login;
use super::figures::{ms, percentile};
use super::house::House;
use super::practice::Practice;
use super::server::Server;
use super::stock::{Errand, Mood, Sender, Writer, fill, sign_in_all};
use super::{Result, say, store};
use cohesion::assessments::{AssignmentId, courses_of};
use cohesion::clock::Clock;
use serde::Serialize;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

/// Clients that send at once, each a member.
const CLIENTS: usize = 16;
/// Questionnaires that wait for each of them in a round: more than are sent before the longest moment is over.
const EACH: usize = 150;
/// Every so manieth answer suggests danger.
const DANGEROUS: usize = 4;
/// The earliest and the latest moment, in milliseconds after the first answer is sent.
const MOMENT_MS: std::ops::Range<u64> = 20..420;

/// What the kills came to.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Kills {
    /// From which the moments follow.
    pub seed: u64,
    /// How often the server was killed.
    pub times: u32,
    /// Answers that it had said it stored.
    pub acknowledged: usize,
    /// Of them, those that are not there.
    pub lost: usize,
    /// Answers that are there without having been acknowledged: they were under way.
    pub under_way: usize,
    /// Answers that suggest danger.
    pub dangerous: usize,
    /// Of them, those without an alert.
    pub without_alert: usize,
    /// Kills after which the audit log was not intact.
    pub broken_chains: u32,
    /// The middle one of the starts after a kill, to the end of the first page.
    pub restart_ms: f64,
}

impl Kills {
    /// Whether nothing was lost.
    pub const fn is_clean(&self) -> bool {
        self.lost == 0 && self.without_alert == 0 && self.broken_chains == 0
    }
}

/// What the rounds share.
struct Harness<'a> {
    program: &'a Path,
    house: House,
    practice: Practice,
    writers: Vec<Writer>,
    logins: Arc<[Login]>,
    moods: HashMap<AssignmentId, Mood>,
    acknowledged: HashSet<AssignmentId>,
}

/// Kills the server so many times.
pub async fn kills(program: &Path, folder: &Path, times: u32, seed: u64) -> Result<Kills> {
    let house = House::build(folder, "practice-killed").await?;
    let practice = Practice::found(&house, 1, |_| ()).await?;
    let writers: Vec<Writer> = practice.desks.iter().flat_map(super::desk::Desk::writers).take(CLIENTS).collect();
    let mut server = Server::start(program, house.data()).await?;
    server.settle().await?;
    let logins = sign_in_all(server.address, &writers).await?;
    let (moods, acknowledged) = (HashMap::new(), HashSet::new());
    let mut harness = Harness { program, house, practice, writers, logins, moods, acknowledged };
    let (mut found, mut restarts) = (Kills { seed, times, ..Kills::default() }, Vec::new());
    for round in 0..times {
        harness.answer_until_killed(server, moment(seed, round)).await?;
        server = Server::start(program, harness.house.data()).await?;
        restarts.push(server.started_in);
        found.broken_chains += u32::from(!harness.chain_is_intact()?);
        harness.count(&mut found).await?;
        say(&format!(
            "kill {} of {times}: {} acknowledged, {} lost, {} without an alert, {} broken chains",
            round + 1,
            found.acknowledged,
            found.lost,
            found.without_alert,
            found.broken_chains
        ));
    }
    server.stop().await?;
    harness.open_everything().await?;
    restarts.sort_unstable();
    Ok(Kills { restart_ms: ms(percentile(&restarts, 50)), ..found })
}

impl Harness<'_> {
    /// Fills the stock beside the running server, lets all clients send, and kills the server at the moment.
    async fn answer_until_killed(&mut self, server: Server, moment: Duration) -> Result<()> {
        let db = self.house.db().await?;
        let app = self.house.app(&db, Clock::machine()).await?;
        let errands = fill(&app, self.practice.id, &self.writers, EACH, DANGEROUS).await?;
        // Nobody but the server may hold the file when it is killed: the next start finds it as after a crash.
        db.close().await;
        self.moods.extend(errands.iter().map(|errand| (errand.assignment, errand.mood)));
        let senders = Sender::deal(server.address, &self.logins, &errands, CLIENTS).await?;
        let mut sending = tokio::task::JoinSet::new();
        for sender in senders {
            sending.spawn(send_until_cut(sender));
        }
        tokio::time::sleep(moment).await;
        server.kill().await?;
        for sent in sending.join_all().await {
            self.acknowledged.extend(sent?.into_iter().map(|errand| errand.assignment));
        }
        Ok(())
    }

    /// Asks the program itself.
    fn chain_is_intact(&self) -> Result<bool> {
        let mut verify = Command::new(self.program);
        verify.env_clear().arg("--data").arg(self.house.data()).args(["audit", "verify"]);
        Ok(verify.output()?.status.success())
    }

    /// Counts what stands in the database, and compares it with what was said.
    async fn count(&self, found: &mut Kills) -> Result<()> {
        let db = self.house.db().await?;
        let kept = store::kept(&db, self.practice.id).await?;
        db.close().await;
        let sent = || kept.responses.iter().filter(|(_, assignment)| self.moods.contains_key(assignment));
        let stored: HashSet<AssignmentId> = sent().map(|(_, assignment)| *assignment).collect();
        let dangerous = || sent().filter(|(_, assignment)| self.moods.get(assignment) == Some(&Mood::InDanger));
        found.acknowledged = self.acknowledged.len();
        found.lost = self.acknowledged.difference(&stored).count();
        found.under_way = stored.difference(&self.acknowledged).count();
        found.dangerous = dangerous().count();
        found.without_alert = dangerous().filter(|(response, _)| !kept.with_alert.contains(response)).count();
        Ok(())
    }

    /// At the end: the file is whole, and every answer in it opens.
    async fn open_everything(&self) -> Result<()> {
        let db = self.house.db().await?;
        db.integrity().await?;
        let app = self.house.app(&db, Clock::machine()).await?;
        for Writer { person, group } in self.writers.iter().cloned() {
            let actor = super::house::signed_in(&app, self.practice.id, person.id);
            app.read(actor, async move |work| courses_of(work, group, person.id).await.map(drop)).await?;
        }
        db.close().await;
        Ok(())
    }
}

/// Sends one answer after another and remembers those that the server said it stored, until the kill cuts the connection.
async fn send_until_cut(mut sender: Sender) -> Result<Vec<Errand>> {
    let mut acknowledged = Vec::new();
    loop {
        match sender.send().await {
            Ok(Some(errand)) => acknowledged.push(errand),
            Ok(None) => return Ok(acknowledged),
            Err(cut) if cut.is::<hyper::Error>() => return Ok(acknowledged),
            Err(wrong) => return Err(wrong),
        }
    }
}

/// The moment of a round, the same for the same seed (`SplitMix64`, Steele, Lea and Flood 2014).
fn moment(seed: u64, round: u32) -> Duration {
    let mut mixed = seed.wrapping_add(u64::from(round + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    Duration::from_millis(MOMENT_MS.start + mixed % (MOMENT_MS.end - MOMENT_MS.start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_kills_at_the_same_moments_and_no_two_rounds_agree() {
        let moments = |seed| (0..50).map(|round| moment(seed, round)).collect::<Vec<_>>();
        assert_eq!(moments(7), moments(7));
        assert_ne!(moments(7), moments(8));
        let bounds = Duration::from_millis(MOMENT_MS.start)..Duration::from_millis(MOMENT_MS.end);
        assert!(moments(7).iter().all(|moment| bounds.contains(moment)));
        assert!(moments(7).iter().collect::<HashSet<_>>().len() > 25);
    }

    #[test]
    fn one_lost_answer_is_enough() {
        assert!(Kills::default().is_clean());
        for broken in [
            Kills { lost: 1, ..Kills::default() },
            Kills { without_alert: 1, ..Kills::default() },
            Kills { broken_chains: 1, ..Kills::default() },
        ] {
            assert!(!broken.is_clean(), "{broken:?}");
        }
    }
}
