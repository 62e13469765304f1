//! The figures: every line at both sizes of practice, one right after the other, so that whatever else the machine does
//! falls on both.

use super::figures::ratio;
use super::notes::Evening;
use super::site::{Measured, Plan, Site, WRITERS};
use super::stock::{Sender, sign_in_all};
use super::visit::{self, Visit};
use super::{Result, disk, pages, say, store, usage};
use serde::Serialize;
use std::path::Path;
use std::time::Duration;

/// Clinicians in a practice of size 1×: beside the one whose pages are measured, enough members for all writers.
const DESKS: usize = 4;
/// Browsers that ask for a page at once: the machine has something to do, and nobody waits in a queue.
const READERS: usize = 2;
/// Clients that send questionnaires, and how many questionnaires wait for each writer then.
const CLIENTS: [(usize, usize); 3] = [(1, 30), (16, 100), (64, 200)];

/// How long the bench looks at each thing.
#[derive(Clone, Copy)]
pub struct Pace {
    /// Each load.
    pub lasting: Duration,
    /// Of the questionnaires of [`CLIENTS`], one in so many waits.
    pub one_in: usize,
    /// How often a start is measured.
    pub starts: usize,
    /// Posts that are followed to open pages.
    pub posts: usize,
    /// How often what is not there is asked for beside what may not be seen.
    pub pairs: usize,
}

impl Pace {
    /// For figures that are written down.
    pub const FULL: Self = Self { lasting: Duration::from_secs(5), one_in: 1, starts: 7, posts: 60, pairs: 300 };
    /// For a look while working.
    pub const QUICK: Self = Self { lasting: Duration::from_secs(1), one_in: 10, starts: 3, posts: 10, pairs: 60 };
}

/// Everything that was measured. Of two figures in a row the first is that of 1×, the second that of 10×.
#[derive(Debug, Serialize)]
pub struct Figures {
    /// Writes of 4 KiB with `fdatasync` in a second.
    pub disk_syncs_per_s: f64,
    /// Each page.
    pub pages: Vec<Line>,
    /// The notes of a session, from the open page to the last signature.
    pub notes: Vec<Line>,
    /// Questionnaires sent and stored.
    pub submits: Vec<Line>,
    /// The same by as many callers within one process.
    pub within: Line,
    /// Milliseconds from the start of the process to the end of the first page.
    pub start_ms: Vec<f64>,
    /// The first visit.
    pub visit: Vec<Visit>,
    /// MB that the server holds after the load.
    pub resident_mb: Vec<f64>,
}

/// One thing, at both sizes.
#[derive(Debug, Serialize)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// At 1× and 10×.
    pub sizes: Vec<Measured>,
    /// What as many clients append to the bare store, where that is the measure.
    pub bare: Option<Measured>,
}

impl Line {
    /// How much longer half of them take at 10×.
    pub fn growth(&self) -> Option<f64> {
        ratio(self.sizes.get(1)?.load.p50_ms, self.sizes.first()?.load.p50_ms)
    }

    /// The rate as a share of the bare store's.
    pub fn of_bare(&self, size: usize) -> Option<f64> {
        ratio(self.sizes.get(size)?.load.per_s, self.bare.as_ref()?.load.per_s)
    }
}

/// Builds both practices and measures.
pub async fn figures(program: &Path, folder: &Path, pace: Pace) -> Result<Figures> {
    let each = CLIENTS.iter().map(|(_, each)| each / pace.one_in).sum();
    let within = (CLIENTS[2].1 / pace.one_in, pace.lasting);
    let plan = |size, desks| Plan { size, desks, each, within, starts: pace.starts };
    let mut sites = Vec::new();
    for plan in [plan("1×", DESKS), plan("10×", 10 * DESKS)] {
        sites.push(Site::open(program, folder, plan).await?);
    }
    let mut visit = Vec::new();
    for site in &sites {
        visit.push(visit::first(site.server.address).await?);
    }
    let pages = look(&sites, pace).await?;
    let notes = vec![write(&sites, pace).await?];
    say("the bare disk");
    let disk_syncs_per_s = disk::syncs_per_s(folder, pace.lasting)?;
    let submits = send(&mut sites, folder, pace).await?;
    let bare = submits.last().and_then(|line: &Line| line.bare.clone());
    let called = sites.iter().map(|site| site.within.clone()).collect();
    let within = Line { name: format!("within one process, {WRITERS} callers"), sizes: called, bare };
    let start_ms = sites.iter().map(|site| super::figures::ms(site.started_in)).collect();
    let resident_mb = sites.iter().map(resident_mb).collect::<Result<_>>()?;
    Ok(Figures { disk_syncs_per_s, pages, notes, submits, within, start_ms, visit, resident_mb })
}

async fn look(sites: &[Site], pace: Pace) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut by_site = Vec::new();
    for site in sites {
        by_site.push(pages::of(site.server.address, site.desk()?).await?);
    }
    for place in 0..by_site.first().map_or(0, Vec::len) {
        let mut line = Line { name: String::new(), sizes: Vec::new(), bare: None };
        for (site, pages) in sites.iter().zip(&by_site) {
            let looked = &pages[place];
            say(&format!("{}: {}", site.size, looked.name));
            let readers = pages::Reader::several(site.server.address, looked, READERS).await?;
            line.name = looked.name.to_owned();
            line.sizes.push(site.measure(readers, pace.lasting).await?);
        }
        lines.push(line);
    }
    Ok(lines)
}

async fn write(sites: &[Site], pace: Pace) -> Result<Line> {
    let mut both = Vec::new();
    for site in sites {
        say(&format!("{}: notes", site.size));
        let evening = Evening::begin(site.server.address, &site.practice.desks).await?;
        both.push(site.measure(vec![evening], pace.lasting).await?);
    }
    Ok(Line { name: "a session's eight notes".to_owned(), sizes: both, bare: None })
}

async fn send(sites: &mut [Site], folder: &Path, pace: Pace) -> Result<Vec<Line>> {
    let mut logins = Vec::new();
    for site in &*sites {
        say(&format!("{}: {} members sign in", site.size, site.writers.len()));
        logins.push(sign_in_all(site.server.address, &site.writers).await?);
    }
    let mut lines = Vec::new();
    for (clients, each) in CLIENTS {
        let mut by_size = Vec::new();
        for (site, logins) in sites.iter_mut().zip(&logins) {
            say(&format!("{}: questionnaires from {clients} clients", site.size));
            let errands = site.take(each / pace.one_in * WRITERS);
            let senders = Sender::deal(site.server.address, logins, &errands, clients).await?;
            by_size.push(site.measure(senders, pace.lasting).await?);
        }
        say(&format!("the bare store with {clients} clients"));
        let bare = Measured { load: store::appends(folder, clients, pace.lasting).await?, cpu_ms: None };
        lines.push(Line { name: format!("questionnaire sent, {clients} clients"), sizes: by_size, bare: Some(bare) });
    }
    Ok(lines)
}

#[expect(clippy::cast_precision_loss, reason = "memory in kB stays far below 2^52")]
fn resident_mb(site: &Site) -> Result<f64> {
    Ok(usage::resident_kb(site.server.process()?)? as f64 / 1_024.0)
}
