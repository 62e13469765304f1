//! What was measured of sound and pictures, as tables for a terminal.

use super::cost::Cost;
use super::{Media, Soak};
use crate::bench::table::{Table, maybe, number};

impl Media {
    /// Each table under its title.
    pub fn tables(&self) -> Vec<(String, Table)> {
        let mut tables = Vec::new();
        if !self.sizes.is_empty() {
            tables.push((self.title(), self.compared()));
        }
        if let Some(soak) = &self.soak {
            tables.push(("A long meeting of fifteen, with much coming and going".to_owned(), held(soak)));
        }
        tables
    }

    fn title(&self) -> String {
        let beside = self.peer_missing.as_deref().unwrap_or("Beside Janus.");
        format!("Sound and pictures: one core for the server, one for the browsers. {beside}")
    }

    fn compared(&self) -> Table {
        let head = [
            "rooms × members",
            "server",
            "packets per s",
            "delivered %",
            "cores",
            "µs a packet",
            "passes",
            "of Janus's",
        ];
        let mut table = Table::new(&head);
        for compared in &self.sizes {
            table.row(row(&compared.size.to_string(), "ours", compared.ours, compared.ratio()));
            if let Some(janus) = compared.janus {
                table.row(row("", "Janus", janus, None));
            }
        }
        table
    }
}

fn row(size: &str, server: &str, cost: Cost, ratio: Option<f64>) -> Vec<String> {
    let [least, most] = cost.passes_us.map(number);
    let figures = [cost.per_s, cost.delivered * 100.0, cost.cores, cost.us_per_packet].map(number);
    let names = [size.to_owned(), server.to_owned()];
    names.into_iter().chain(figures).chain([format!("{least}–{most}"), maybe(ratio)]).collect()
}

fn held(soak: &Soak) -> Table {
    let [begun, middle, end] = soak.resident_mb.map(number);
    let mut table = Table::new(&["what", "count"]);
    let rows = [
        ("minutes", number(soak.minutes)),
        ("times somebody came back", soak.returns.to_string()),
        ("memory at the beginning, MB", begun),
        ("memory in the middle, MB", middle),
        ("memory at the end, MB", end),
        ("delivered at the end, %", number(soak.delivered * 100.0)),
    ];
    for (name, figure) in rows {
        table.row(vec![name.to_owned(), figure]);
    }
    table
}
