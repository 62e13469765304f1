//! Everything about one person's safety in one place, for those who work with them: their concerns, and their plan.

use maud::{Markup, html};

use super::super::names::Names;
use super::super::{KeptPlan, deeds, safety_plan};
use super::shown::{self, List};
use super::{cards, plan, risk};
use crate::access::Deed;
use crate::id::PersonId;
use crate::web::View;
use crate::web::parts::{Button, actions, empty};
use crate::work::Work;
use crate::{Result, say};

/// What the actor may see of a person's safety.
pub struct RiskAndPlan {
    person: PersonId,
    open: List,
    closed: List,
    /// The plan; nothing at all for whoever may not read it.
    plan: Option<Plan>,
}

struct Plan {
    kept: Option<KeptPlan>,
    names: Names,
    may_write: bool,
}

/// Reads it: of the concerns those that the actor may see, and the plan where they may.
pub async fn risk_and_plan(work: &mut Work<'_>, person: PersonId) -> Result<RiskAndPlan> {
    let (open, closed) = shown::about(work, person).await?;
    let standing = deeds::standing_with(work, person).await?;
    let plan = if standing.allows(Deed::SeeSafetyPlan) {
        let (kept, grant) = (safety_plan(work, person).await?, deeds::may_see_plan(work, person).await?);
        let names = Names::of(work, &grant, kept.iter().map(|kept| kept.author).collect::<Vec<_>>()).await?;
        Some(Plan { kept, names, may_write: standing.allows(Deed::WriteSafetyPlan) })
    } else {
        None
    };
    Ok(RiskAndPlan { person, open, closed, plan })
}

impl RiskAndPlan {
    /// The open concerns, the plan, then what was closed.
    pub fn draw(&self, view: &View) -> Markup {
        let words = view.words;
        html! {
            section.stack {
                h2 { (say!(words, "safety-title-concerns")) }
                @if self.open.len() == 0 { (empty(say!(words, "safety-open-none"))) }
                (cards::alert_cards(view, &self.open))
            }
            @if let Some(plan) = &self.plan { (self.plan_of(view, plan)) }
            (risk::past(view, &self.closed))
        }
    }

    fn plan_of(&self, view: &View, plan: &Plan) -> Markup {
        let (words, at) = (view.words, format!("/care/people/{}/safety-plan", self.person));
        let edit = |text| Button::link(format!("{at}/edit"), text).outline();
        html! {
            section.stack {
                h2 { (say!(words, "safety-plan-open")) }
                @match &plan.kept {
                    None => {
                        (empty(say!(words, "safety-has-no-plan")))
                        @if plan.may_write { (actions(edit(say!(words, "safety-plan-write-together")))) }
                    }
                    Some(kept) => {
                        (plan::drawn(view, &plan.names, kept))
                        (actions(html! {
                            (Button::link(&at, say!(words, "safety-plan-sheet")).outline())
                            @if plan.may_write { (edit(say!(words, "safety-plan-change"))) }
                        }))
                    }
                }
            }
        }
    }
}
