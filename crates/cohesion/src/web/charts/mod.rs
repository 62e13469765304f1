//! Pictures of scores, drawn on the server: they print, need no script, and each stands beside a sentence and a table.
//!
//! Geometry is numbers in attributes, looks are classes of the style sheet. What a score means is the caller's to say;
//! nothing here judges.

mod attendance;
mod axis;
mod heat;
mod plot;
mod spark;
#[cfg(test)]
mod tests;
mod trend;

pub use attendance::{Presence, attendance, attendance_key};
pub use heat::{Cell, Heat, HeatRow, heat, heat_key};
pub use plot::Range;
pub use spark::spark;
pub use trend::{Better, Point, Trend, Zone, trend};

/// A score as people write it: whole where it is whole, else with one decimal.
pub fn number(score: f64) -> String {
    let tenths = format!("{score:.1}").replace('-', "−");
    tenths.strip_suffix(".0").map(str::to_owned).unwrap_or(tenths)
}

/// A coordinate: a tenth of a unit is finer than any screen shows.
fn unit(at: f64) -> String {
    format!("{at:.1}")
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}
