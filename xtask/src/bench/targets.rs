//! What the figures are measured against. A target that is missed is said like one that is met.

use super::kill::Kills;
use super::measure::{Figures, Line};
use super::media::{self, Media};
use super::pages::RUNNING_VIEW;
use super::ranks::smallest_of_all;
use super::rooms::{Parted, Rooms, Soak};
use super::threads::Threads;
use serde::Serialize;

/// A bound, what was found, and how that compares.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Target {
    /// What is bounded.
    pub what: &'static str,
    /// The bound.
    pub bound: Bound,
    /// The worst that was found; nothing where it was not looked for.
    pub found: Option<f64>,
    /// How they compare.
    pub verdict: Verdict,
}

/// A bound.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// No less than this.
    AtLeast(f64),
    /// No more than this.
    AtMost(f64),
}

/// How a figure compares with its bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is kept.
    Pass,
    /// It is not.
    Miss,
    /// Nobody looked.
    NotRun,
}

impl Target {
    fn new(what: &'static str, bound: Bound, found: Option<f64>) -> Self {
        let verdict = match (bound, found) {
            (_, None) => Verdict::NotRun,
            (Bound::AtLeast(least), Some(found)) if found >= least => Verdict::Pass,
            (Bound::AtMost(most), Some(found)) if found <= most => Verdict::Pass,
            _ => Verdict::Miss,
        };
        Self { what, bound, found, verdict }
    }
}

/// Every target there is, whether it was looked at or not.
#[expect(clippy::cast_precision_loss, reason = "counts and bytes stay far below 2^52")]
pub fn targets(figures: Option<&Figures>, threads: Option<&Threads>, kills: Option<&Kills>) -> Vec<Target> {
    let of_bare = |figures: &Figures| {
        let line = figures.submits.last()?;
        least((0..line.sizes.len()).filter_map(|size| line.of_bare(size)))
    };
    let page_cpu = |figures: &Figures| {
        most(figures.pages.iter().flat_map(|page| &page.sizes).filter_map(|measured| measured.cpu_ms))
    };
    let running_cpu = |figures: &Figures| {
        let pages = figures.pages.iter().filter(|page| page.name == RUNNING_VIEW);
        most(pages.flat_map(|page| &page.sizes).filter_map(|measured| measured.cpu_ms))
    };
    let notes_cpu = |figures: &Figures| {
        most(figures.notes.iter().flat_map(|notes| &notes.sizes).filter_map(|measured| measured.cpu_ms))
    };
    let growth = |figures: &Figures| {
        most(figures.pages.iter().chain(&figures.notes).chain(&figures.submits).filter_map(Line::growth))
    };
    let visit = |of: fn(&super::visit::Visit) -> usize| {
        figures.and_then(|figures| most(figures.visit.iter().map(|visit| of(visit) as f64)))
    };
    let mut targets = vec![
        Target::new(
            "questionnaires sent by 64 clients, as a share of the bare store's appends",
            Bound::AtLeast(0.5),
            figures.and_then(of_bare),
        ),
        Target::new("time on a core for the heaviest page, ms", Bound::AtMost(1.0), figures.and_then(page_cpu)),
        Target::new("time on a core for the running view, ms", Bound::AtMost(1.0), figures.and_then(running_cpu)),
        Target::new("time on a core for a session's eight notes, ms", Bound::AtMost(20.0), figures.and_then(notes_cpu)),
        Target::new("time at 10× the data, as a multiple of that at 1×", Bound::AtMost(1.3), figures.and_then(growth)),
        Target::new(
            "start to first page, ms",
            Bound::AtMost(300.0),
            figures.and_then(|figures| most(figures.start_ms.iter().copied())),
        ),
        Target::new("first visit, bytes", Bound::AtMost(30_000.0), visit(|visit| visit.bytes)),
        Target::new("first visit, requests", Bound::AtMost(5.0), visit(|visit| visit.requests)),
    ];
    targets.extend(of_threads(threads));
    targets.extend([
        Target::new("acknowledged answers lost by kills", Bound::AtMost(0.0), kills.map(|kills| kills.lost as f64)),
        Target::new(
            "dangerous answers without an alert",
            Bound::AtMost(0.0),
            kills.map(|kills| kills.without_alert as f64),
        ),
        Target::new(
            "audit chains broken by kills",
            Bound::AtMost(0.0),
            kills.map(|kills| f64::from(kills.broken_chains)),
        ),
    ]);
    targets
}

/// What threads are measured against, and whether what is not there can be told from what may not be seen.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn of_threads(threads: Option<&Threads>) -> [Target; 5] {
    let p = |threads: &Threads| smallest_of_all(&threads.told.iter().map(|told| told.p).collect::<Vec<_>>());
    let differ = |threads: &Threads| threads.told.iter().map(|told| told.differ).sum::<usize>() as f64;
    [
        Target::new(
            "time on a core for the last page of 10,000 posts, as a multiple of that of 100",
            Bound::AtMost(1.5),
            threads.and_then(Threads::growth),
        ),
        Target::new(
            "search in 10,000 posts, p95 ms",
            Bound::AtMost(10.0),
            threads.map(|threads| threads.search.load.p95_ms),
        ),
        Target::new(
            "a post on 50 open pages, p99 ms",
            Bound::AtMost(100.0),
            threads.map(|threads| threads.fan_out.p99_ms),
        ),
        Target::new("answers by which absent and forbidden differ", Bound::AtMost(0.0), threads.map(differ)),
        Target::new(
            "p that absent and forbidden take the same time, of all kinds",
            Bound::AtLeast(0.01),
            threads.and_then(p),
        ),
    ]
}

/// What live rooms are measured against.
pub fn of_rooms(rooms: Option<&Rooms>) -> [Target; 4] {
    let seen = |rooms: &Rooms| most(rooms.rows.iter().map(|row| row.load.p99_ms));
    let parted = |of: fn(&Parted) -> f64| {
        rooms.and_then(|rooms| most([&rooms.partings.removed, &rooms.partings.departed].into_iter().map(of)))
    };
    [
        Target::new(
            "a message or a turn at each of the others in a room, p99 ms",
            Bound::AtMost(50.0),
            rooms.and_then(seen),
        ),
        Target::new(
            "last frame to whoever was removed from a room or has left, ms",
            Bound::AtMost(1_000.0),
            parted(|parted| parted.last_frame_ms),
        ),
        Target::new("their socket is closed, ms", Bound::AtMost(1_000.0), parted(|parted| parted.closed_ms[1])),
        Target::new(
            "memory after a soak of rooms, as a multiple of that when it was warm",
            Bound::AtMost(1.1),
            rooms.and_then(|rooms| rooms.soak.as_ref()).and_then(Soak::growth),
        ),
    ]
}

/// Of sound and pictures, which are measured by themselves. The comparison counts when it was made at each size.
pub fn of_media(media: &Media) -> Vec<Target> {
    let ratios: Vec<f64> = media.sizes.iter().filter_map(media::Compared::ratio).collect();
    let is_whole = ratios.len() == media.sizes.len();
    vec![
        Target::new(
            "time on a core for a forwarded packet, as a share of Janus's",
            Bound::AtMost(0.8),
            most(ratios.into_iter()).filter(|_| is_whole),
        ),
        Target::new(
            "memory at the end of a long meeting, as a multiple of its beginning",
            Bound::AtMost(media::Soak::FLAT),
            media.soak.as_ref().and_then(media::Soak::growth),
        ),
    ]
}

fn most(found: impl Iterator<Item = f64>) -> Option<f64> {
    found.reduce(f64::max)
}

fn least(found: impl Iterator<Item = f64>) -> Option<f64> {
    found.reduce(f64::min)
}

#[cfg(test)]
mod tests {
    use super::super::absence::Told;
    use super::super::figures::Load;
    use super::super::site::Measured;
    use super::super::visit::Visit;
    use super::*;

    fn measured(per_s: f64, p50_ms: f64, cpu_ms: Option<f64>) -> Measured {
        Measured { load: Load { count: 1, per_s, p50_ms, p95_ms: p50_ms, p99_ms: p50_ms }, cpu_ms }
    }

    fn figures() -> Figures {
        let page = |name: &str, one, ten| Line { name: name.to_owned(), sizes: vec![one, ten], bare: None };
        Figures {
            disk_syncs_per_s: 5_000.0,
            pages: vec![
                page(RUNNING_VIEW, measured(9.0, 1.0, Some(0.2)), measured(9.0, 1.1, Some(0.25))),
                page("heavy", measured(9.0, 2.0, Some(0.9)), measured(9.0, 3.0, Some(1.2))),
            ],
            notes: vec![page("notes", measured(9.0, 30.0, Some(19.0)), measured(9.0, 31.0, Some(20.0)))],
            submits: vec![Line {
                name: "sent".to_owned(),
                sizes: vec![measured(600.0, 1.0, None), measured(400.0, 1.0, None)],
                bare: Some(measured(1_000.0, 1.0, None)),
            }],
            within: Line { name: "within".to_owned(), sizes: Vec::new(), bare: None },
            start_ms: vec![90.0, 300.0],
            visit: vec![Visit { requests: 5, bytes: 29_000 }, Visit { requests: 5, bytes: 30_001 }],
            resident_mb: vec![40.0, 60.0],
        }
    }

    #[test]
    fn the_worst_of_all_sizes_counts() {
        let found: Vec<_> =
            targets(Some(&figures()), None, None).iter().map(|target| (target.found, target.verdict)).collect();
        let expected = [
            (Some(0.4), Verdict::Miss),
            (Some(1.2), Verdict::Miss),
            (Some(0.25), Verdict::Pass),
            (Some(20.0), Verdict::Pass),
            (Some(1.5), Verdict::Miss),
            (Some(300.0), Verdict::Pass),
            (Some(30_001.0), Verdict::Miss),
            (Some(5.0), Verdict::Pass),
            (None, Verdict::NotRun),
            (None, Verdict::NotRun),
            (None, Verdict::NotRun),
            (None, Verdict::NotRun),
            (None, Verdict::NotRun),
            (None, Verdict::NotRun),
            (None, Verdict::NotRun),
            (None, Verdict::NotRun),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn threads_and_what_is_hidden_have_their_bounds() {
        let told = |p, differ| Told { name: "group", count: 9, absent_ms: 25.0, hidden_ms: 25.0, p, differ };
        let load = |p95_ms, p99_ms| Load { count: 9, per_s: 9.0, p50_ms: 1.0, p95_ms, p99_ms };
        let last_page = vec![measured(9.0, 1.0, Some(1.0)), measured(9.0, 1.0, Some(1.6))];
        let told = vec![told(0.004, 0), told(0.5, 2)];
        let threads = Threads {
            last_page,
            search: Measured { load: load(10.0, 12.0), cpu_ms: Some(8.0) },
            fan_out: load(90.0, 100.5),
            told,
        };
        let found: Vec<_> = of_threads(Some(&threads)).iter().map(|target| (target.found, target.verdict)).collect();
        let expected = [
            (Some(1.6), Verdict::Miss),
            (Some(10.0), Verdict::Pass),
            (Some(100.5), Verdict::Miss),
            (Some(2.0), Verdict::Miss),
            (Some(0.008), Verdict::Miss),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_packet_is_compared_where_both_delivered_at_each_size() {
        let cost = |us_per_packet, delivered| media::Cost {
            per_s: 6_160.0,
            delivered,
            cores: 0.1,
            us_per_packet,
            passes_us: [us_per_packet; 2],
        };
        let found = |theirs: Option<media::Cost>| {
            let size = media::Size { rooms: 1, members: 8 };
            let of = |janus| media::Compared { size, ours: cost(15.0, 1.0), janus };
            let sizes = vec![of(Some(cost(20.0, 1.0))), of(theirs)];
            let target = of_media(&Media { sizes, peer_missing: None, soak: None }).swap_remove(0);
            (target.found, target.verdict)
        };
        assert_eq!(found(Some(cost(30.0, 1.0))), (Some(0.75), Verdict::Pass));
        assert_eq!(found(Some(cost(15.0, 1.0))), (Some(1.0), Verdict::Miss));
        assert_eq!(found(Some(cost(15.0, 0.9))), (None, Verdict::NotRun), "a server that does less costs less");
        assert_eq!(found(None), (None, Verdict::NotRun));
    }

    #[test]
    fn one_lost_answer_misses_the_target() {
        let verdicts = |kills: &Kills| {
            targets(None, None, Some(kills)).split_off(13).iter().map(|t| t.verdict).collect::<Vec<_>>()
        };
        assert_eq!(verdicts(&Kills::default()), [Verdict::Pass; 3]);
        assert_eq!(verdicts(&Kills { lost: 1, ..Kills::default() }), [Verdict::Miss, Verdict::Pass, Verdict::Pass]);
    }
}
