//! A safety plan on one sheet, for the screen and for paper.

use maud::{Markup, Render, html};

/// One step of the plan: its heading, and what the person wrote, line by line.
pub struct PlanStep<'a> {
    /// The step's heading.
    pub heading: &'a str,
    /// What stands there; calls are links.
    pub lines: Vec<Markup>,
}

/// The steps in their order, numbered; an empty step says `empty`.
pub fn plan(steps: &[PlanStep<'_>], empty: impl Render) -> Markup {
    html! {
        div.sheet {
            @for (at, step) in steps.iter().enumerate() {
                div {
                    h2 { (at + 1) ". " (step.heading) }
                    @if step.lines.is_empty() { p.soft { (empty) } }
                    @for line in &step.lines { p { (line) } }
                }
            }
        }
    }
}
