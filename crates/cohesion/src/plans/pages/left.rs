//! What stands beside a plan while it is prepared: what the last session left, homework that waits, and skills of the week.

use maud::{Markup, html};

use super::super::{Offer, Prepared};
use crate::say;
use crate::techniques::{Digest, Standing};
use crate::web::View;
use crate::web::parts::{Button, Tone, actions, callout};

/// What an earlier session did not reach, each taken on or let go.
pub(super) fn offers(view: &View, offers: &[Offer]) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "plans-left")) }
            p.soft { (say!(words, "plans-left-what")) }
            @for offer in offers {
                @let (day, block) = (view.day(offer.from.at), offer.from.block);
                (callout(Tone::Note, html! {
                    p { strong { (say!(words, "plans-left-block", title = offer.block.title.as_str(), minutes = offer.block.minutes)) } }
                    p.soft { (say!(words, "plans-carried", day = day)) }
                    (actions(html! {
                        (Button::submit(say!(words, "plans-left-take")).outline().small().named("do", format!("take-{block}")))
                        (Button::submit(say!(words, "plans-left-let")).quiet().small().named("do", format!("let-{block}")))
                    }))
                }))
            }
        }
    }
}

/// Homework on which the session builds, and what the cards say together.
pub(super) fn before(view: &View, shown: &Prepared) -> Markup {
    html! {
        @if !shown.gates.is_empty() { (gates(view, shown)) }
        @if let Some(digest) = &shown.digest { (skills(view, digest)) }
    }
}

fn gates(view: &View, shown: &Prepared) -> Markup {
    let words = view.words;
    let href = |standing: &Standing| format!("/care/groups/{}/homework/{}", shown.group.id, standing.homework.id);
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "plans-gate")) }
            p.soft { (say!(words, "plans-gate-what")) }
            ul.prose {
                @for standing in &shown.gates {
                    li {
                        a href=(href(standing)) { (standing.homework.material.title().unwrap_or_default()) } " "
                        (say!(words, "plans-gate-waiting", count = standing.waiting()))
                    }
                }
            }
        }
    }
}

fn skills(view: &View, digest: &Digest) -> Markup {
    let words = view.words;
    html! {
        section.stack.stack--tight {
            h2 { (say!(words, "plans-skills")) }
            p.soft { (say!(words, "plans-skills-what", members = digest.members)) }
            ul.prose {
                @for (skill, days, people) in &digest.skills {
                    li { (say!(words, "plans-skills-line", skill = skill.as_str(), days = *days, people = *people)) }
                }
            }
        }
    }
}
