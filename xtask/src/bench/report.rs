//! What is printed and written: the machine, every line, and each target with what was found.

use super::figures::{Load, ratio};
use super::kill::Kills;
use super::machine::Machine;
use super::measure::{Figures, Line};
use super::media::Media;
use super::rooms::Rooms;
use super::site::Measured;
use super::table::{Table, maybe, number};
use super::targets::{Bound, Target, Verdict};
use super::threads::Threads;
use serde::Serialize;

/// Both sizes, as they are called.
const SIZES: [&str; 2] = ["1×", "10×"];

/// One run of the bench.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Where it was taken.
    pub machine: Machine,
    /// The figures, where they were asked for.
    pub figures: Option<Figures>,
    /// Threads, and what is hidden, where they were asked for.
    pub threads: Option<Threads>,
    /// Live rooms, where they were asked for.
    pub rooms: Option<Rooms>,
    /// The kills, where they were asked for.
    pub kills: Option<Kills>,
    /// Sound and pictures, where they were asked for.
    pub media: Option<Media>,
    /// Every target of what was measured; without sound and pictures, every target there is.
    pub targets: Vec<Target>,
}

impl Report {
    /// The report for a terminal.
    pub fn lines(&self) -> Vec<String> {
        let Machine { kernel, cores, load_before, load_after } = &self.machine;
        let mut lines = vec![format!(
            "Linux {kernel}, {cores} cores, shared with the clients. Load average {load_before} before, {load_after} after."
        )];
        if let Some(figures) = &self.figures {
            lines.extend(section("Loads", &loads(figures)));
            lines.extend(section("Once", &once(figures)));
        }
        if let Some(threads) = &self.threads {
            lines.extend(section("Threads", &shared(threads)));
            lines.extend(section("Absent or forbidden", &hidden(threads)));
        }
        if let Some(rooms) = &self.rooms {
            lines.extend(section(&format!("Live rooms: {} with {} seats", rooms.count, rooms.seats), &seen(rooms)));
            lines.extend(section("Live rooms, beside that", &beside(rooms)));
        }
        if let Some(kills) = &self.kills {
            lines.extend(section(&format!("Kills, seed {}", kills.seed), &killed(kills)));
        }
        for (title, table) in self.media.iter().flat_map(Media::tables) {
            lines.extend(section(&title, &table));
        }
        lines.extend(section("Targets", &compared(&self.targets)));
        lines
    }
}

fn section(title: &str, table: &Table) -> Vec<String> {
    [String::new(), title.to_owned()].into_iter().chain(table.lines()).collect()
}

fn loads(figures: &Figures) -> Table {
    let head = ["line", "data", "per s", "p50 ms", "p95 ms", "p99 ms", "core ms", "of bare store", "10×/1×"];
    let mut table = Table::new(&head);
    for line in figures.pages.iter().chain(&figures.notes).chain(&figures.submits) {
        both_sizes(&mut table, line);
        if let Some(bare) = &line.bare {
            table.row(row("  bare store, as many clients", "", bare, [None, None]));
        }
    }
    both_sizes(&mut table, &figures.within);
    table
}

fn both_sizes(table: &mut Table, line: &Line) {
    for (place, measured) in line.sizes.iter().enumerate() {
        let growth = (place == 1).then(|| line.growth()).flatten();
        table.row(row(&line.name, SIZES[place], measured, [line.of_bare(place), growth]));
    }
}

fn row(name: &str, size: &str, measured: &Measured, ratios: [Option<f64>; 2]) -> Vec<String> {
    let Measured { load, cpu_ms } = measured;
    let mut cells = vec![name.to_owned(), size.to_owned()];
    cells.extend([load.per_s, load.p50_ms, load.p95_ms, load.p99_ms].map(number));
    cells.extend([maybe(*cpu_ms), maybe(ratios[0]), maybe(ratios[1])]);
    cells
}

fn shared(threads: &Threads) -> Table {
    let mut table = Table::new(&["line", "count", "p50 ms", "p95 ms", "p99 ms", "core ms"]);
    let mut add = |name: &str, load: &Load, cpu_ms: Option<f64>| {
        let times = [load.p50_ms, load.p95_ms, load.p99_ms].map(number);
        let cells = [name.to_owned(), load.count.to_string()].into_iter().chain(times).chain([maybe(cpu_ms)]);
        table.row(cells.collect());
    };
    for (name, page) in ["last page of 100 posts", "last page of 10,000 posts"].iter().zip(&threads.last_page) {
        add(name, &page.load, page.cpu_ms);
    }
    add("search in 10,000 posts", &threads.search.load, threads.search.cpu_ms);
    add("a post on 50 open pages", &threads.fan_out, None);
    table
}

fn hidden(threads: &Threads) -> Table {
    let mut table = Table::new(&["what", "pairs", "absent p50 ms", "forbidden p50 ms", "p", "differ"]);
    for told in &threads.told {
        let figures = [told.absent_ms, told.hidden_ms].map(number);
        let cells = [told.name.to_owned(), told.count.to_string()].into_iter().chain(figures);
        table.row(cells.chain([format!("{:.3}", told.p), told.differ.to_string()]).collect());
    }
    table
}

fn seen(rooms: &Rooms) -> Table {
    let head = ["line, at each of the others", "count", "p50 ms", "p95 ms", "p99 ms", "core ms", "above rest", "bytes"];
    let mut table = Table::new(&head);
    let mut add = |name: &str, load: &Load, others: [Option<f64>; 3]| {
        let times = [load.p50_ms, load.p95_ms, load.p99_ms].map(number);
        let cells = [name.to_owned(), load.count.to_string()].into_iter().chain(times).chain(others.map(maybe));
        table.row(cells.collect());
    };
    for row in &rooms.rows {
        add(row.name, &row.load, [row.cpu_ms, row.own_cpu_ms, row.bytes]);
    }
    add("a message, while somebody goes", &rooms.partings.others, [None; 3]);
    table
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
fn beside(rooms: &Rooms) -> Table {
    let mut table = Table::new(&["line", "found"]);
    let mut add = |name: String, found: f64| table.row(vec![name, number(found)]);
    add("at rest, cores".to_owned(), rooms.rest_cores);
    add("memory for a seat, kB".to_owned(), rooms.seat_kb);
    let sockets = rooms.partings.sockets;
    for (who, parted) in [("removed", &rooms.partings.removed), ("left", &rooms.partings.departed)] {
        add(format!("{who}, of {sockets}"), parted.count as f64);
        add(format!("{who}: last frame, ms, the latest"), parted.last_frame_ms);
        add(format!("{who}: socket closed, ms, in the middle"), parted.closed_ms[0]);
        add(format!("{who}: socket closed, ms, the latest"), parted.closed_ms[1]);
        add(format!("{who}: frames after a second"), parted.late_frames as f64);
    }
    if let Some(soak) = &rooms.soak {
        add(format!("soak of {} minutes, {} sockets: acts", soak.minutes, soak.sockets), soak.acts as f64);
        add("soak: lines that ended and came back".to_owned(), soak.comebacks as f64);
        add("soak: lines that had ended unasked".to_owned(), soak.unasked as f64);
        for (when, mb) in ["warm", "in the middle", "at the end"].into_iter().zip(soak.resident_mb) {
            add(format!("soak: memory {when}, MB"), mb);
        }
        add("soak: most memory, MB".to_owned(), soak.most_mb);
    }
    table
}

#[expect(clippy::cast_precision_loss, reason = "counts and bytes stay far below 2^52")]
fn once(figures: &Figures) -> Table {
    let mut table = Table::new(&["line", "1×", "10×", "10×/1×"]);
    let mut add = |name: &str, sizes: Vec<f64>| {
        let growth = sizes.get(1).and_then(|ten| ratio(*ten, sizes[0]));
        let cells = sizes.into_iter().map(number).chain(growth.map(number));
        table.row(std::iter::once(name.to_owned()).chain(cells).collect());
    };
    add("start to first page, ms", figures.start_ms.clone());
    add("first visit, requests", figures.visit.iter().map(|visit| visit.requests as f64).collect());
    add("first visit, bytes", figures.visit.iter().map(|visit| visit.bytes as f64).collect());
    add("memory after the load, MB", figures.resident_mb.clone());
    add("disk: 4 KiB with fdatasync, per s", vec![figures.disk_syncs_per_s]);
    table
}

fn killed(kills: &Kills) -> Table {
    let mut table = Table::new(&["what", "count"]);
    let counts = [
        ("kills", kills.times as usize),
        ("answers acknowledged", kills.acknowledged),
        ("of them lost", kills.lost),
        ("stored and not yet acknowledged", kills.under_way),
        ("answers that suggest danger", kills.dangerous),
        ("of them without an alert", kills.without_alert),
        ("audit chains broken", kills.broken_chains as usize),
    ];
    for (name, count) in counts {
        table.row(vec![name.to_owned(), count.to_string()]);
    }
    table.row(vec!["start after a kill, ms".to_owned(), number(kills.restart_ms)]);
    table
}

fn compared(targets: &[Target]) -> Table {
    let mut table = Table::new(&["target", "bound", "found", ""]);
    for target in targets {
        let bound = match target.bound {
            Bound::AtLeast(least) => format!("≥ {least}"),
            Bound::AtMost(most) => format!("≤ {most}"),
        };
        let verdict = match target.verdict {
            Verdict::Pass => "pass",
            Verdict::Miss => "MISS",
            Verdict::NotRun => "not run",
        };
        table.row(vec![target.what.to_owned(), bound, maybe(target.found), verdict.to_owned()]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::super::targets::targets;
    use super::*;

    fn report() -> Report {
        let kills = Kills { seed: 7, times: 50, acknowledged: 1_234, restart_ms: 81.5, ..Kills::default() };
        let machine = Machine { kernel: "6.1".to_owned(), cores: 2, load_before: 0.5, load_after: 2.0 };
        Report {
            machine,
            figures: None,
            threads: None,
            rooms: None,
            media: None,
            targets: targets(None, None, Some(&kills)),
            kills: Some(kills),
        }
    }

    #[test]
    fn the_machine_and_its_load_come_first_and_what_was_not_run_is_said() {
        let lines = report().lines();
        assert_eq!(lines[0], "Linux 6.1, 2 cores, shared with the clients. Load average 0.5 before, 2 after.");
        assert_eq!(lines[2], "Kills, seed 7");
        let of = |what: &str| lines.iter().find(|line| line.starts_with(what)).cloned().unwrap_or_default();
        assert!(of("acknowledged answers lost").ends_with("0.00     pass"), "{}", of("acknowledged answers lost"));
        assert!(of("start to first page").ends_with("not run"));
    }

    #[test]
    fn programs_read_the_same_report_as_json() {
        let json = serde_json::to_value(report()).expect("it is JSON");
        assert_eq!(json["machine"]["cores"], 2);
        assert_eq!(json["kills"]["acknowledged"], 1_234);
        assert_eq!(json["targets"][0]["bound"]["at_least"], 0.5);
        assert_eq!(json["targets"][0]["verdict"], "not_run");
    }
}
