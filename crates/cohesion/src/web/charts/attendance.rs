//! Who came when, as a strip: another shape for each way, so that print and grey tell them apart.

use maud::{Markup, html};

use super::{count, unit};
use crate::say;
use crate::web::View;
use crate::web::words::Said;

/// How a member was at one session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Came.
    Came,
    /// Came late or left early.
    Late,
    /// Away, and had told us.
    Told,
    /// Away without word.
    Away,
    /// Not asked to come: the session did not take place, or the member had no seat yet.
    NotAsked,
}

/// The four ways that are drawn, in the order in which they are counted and explained.
const DRAWN: [Presence; 4] = [Presence::Came, Presence::Late, Presence::Told, Presence::Away];

const STEP: f64 = 17.0;

/// The sessions of one member in their order; `name` stands in the picture's label.
pub fn attendance(view: &View, name: &str, sessions: &[Presence]) -> Markup {
    let width = STEP * count(sessions.len().max(1));
    html! {
        svg.attend viewBox={ "0 0 " (width) " 18" } role="img" aria-label=(label(view, name, sessions)) {
            @for (at, presence) in sessions.iter().enumerate() { (shape(*presence, STEP * count(at) + 8.0)) }
        }
    }
}

/// What the shapes mean.
pub fn attendance_key(view: &View) -> Markup {
    html! {
        ul.key {
            @for presence in DRAWN {
                li { svg.attend.attend--one viewBox="0 0 18 18" aria-hidden="true" { (shape(presence, 9.0)) } (words_for(view, presence)) }
            }
        }
    }
}

/// "Kim: 5 × came, 1 × away without word".
fn label(view: &View, name: &str, sessions: &[Presence]) -> String {
    let told = DRAWN.iter().filter_map(|one| {
        let times = sessions.iter().filter(|presence| *presence == one).count();
        (times > 0).then(|| format!("{times} × {}", words_for(view, *one)))
    });
    format!("{name}: {}", told.collect::<Vec<_>>().join(", "))
}

fn words_for(view: &View, presence: Presence) -> Said {
    match presence {
        Presence::Came => say!(view.words, "attendance-came"),
        Presence::Late => say!(view.words, "attendance-late"),
        Presence::Told => say!(view.words, "attendance-told"),
        Presence::Away => say!(view.words, "attendance-away"),
        Presence::NotAsked => Said::default(),
    }
}

fn shape(presence: Presence, x: f64) -> Markup {
    let at = |dx: f64| unit(x + dx);
    html! {
        @match presence {
            Presence::Came => circle.came cx=(at(0.0)) cy="9" r="5" {},
            Presence::Late => circle.late cx=(at(0.0)) cy="9" r="4.5" {},
            Presence::Told => path.told d={ "M" (at(-5.0)) " 9h10" } {},
            Presence::Away => path.away d={ "M" (at(-4.5)) " 4.5l9 9m0-9l-9 9" } {},
            Presence::NotAsked => {},
        }
    }
}
