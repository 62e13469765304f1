//! The alert card: what needs a person to look, why, from which facts, and the acts that answer it.

use maud::{Markup, Render, html};

use super::{Tone, avatar, tag};

/// How much an alert weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Somebody may be in danger.
    Risk,
    /// Worth a look.
    Watch,
}

/// What needs a person to look.
pub struct Alert<'a> {
    /// Unique on its page and the same each time it is drawn, so that a renewed list never puts another alert under a finger.
    pub id: &'a str,
    /// How much it weighs.
    pub weight: Weight,
    /// Whom it is about.
    pub name: &'a str,
    /// Where the person's page is.
    pub href: &'a str,
    /// The weight in a word or two.
    pub label: &'a str,
    /// What was seen, in one sentence.
    pub why: Markup,
    /// From which facts, what is known besides, what is due when.
    pub source: Markup,
    /// What can be done about it; the first may be filled.
    pub actions: Markup,
}

impl Render for Alert<'_> {
    fn render(&self) -> Markup {
        let (class, tone) = match self.weight {
            Weight::Risk => ("alert alert--risk", Tone::Help),
            Weight::Watch => ("alert alert--watch", Tone::Note),
        };
        html! {
            article #(self.id) class=(class) {
                (avatar(self.name))
                h3 { a href=(self.href) { (self.name) } " " (tag(tone, None, self.label)) }
                div { p.why { (self.why) } p.src { (self.source) } }
                (super::actions(&self.actions))
            }
        }
    }
}
