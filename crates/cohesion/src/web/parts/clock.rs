//! Time that runs: what is left of it, ticking where there is script.

use maud::{Markup, html};

use crate::clock::Timestamp;

/// Seconds that are left at this moment, as a watch shows them.
pub fn time_left(left_s: i64, now: Timestamp) -> Markup {
    html! { time-left.num data-left=(left_s) data-at=(now.0) { (watch(left_s)) } }
}

/// Minutes and seconds, as a watch shows them.
pub fn watch(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::watch;

    #[test]
    fn a_watch_shows_two_signs_of_seconds() {
        assert_eq!([0, 5, 65, 3_600].map(watch), ["0:00", "0:05", "1:05", "60:00"]);
    }
}
