//! The frame of one person's pages, which several subjects fill: a subject that adds a page adds a tab.

use maud::Markup;

use super::super::standing_with;
use crate::access::{Deed, Standing};
use crate::groups::{self, Capability};
use crate::id::PersonId;
use crate::web::{Page, View, Width, parts};
use crate::work::Work;
use crate::{Result, say};

/// The pages of one person that the actor may open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonTabs {
    person: PersonId,
    /// How the actor stands to the groups in which the person sits: the plan and worksheets follow from it.
    standing: Standing,
    /// The summary, and concerns as far as each may be seen.
    works_with_them: bool,
    reads: Reads,
    /// Letters to them, and what their records show.
    gives_feedback: bool,
}

/// What of a person's record the actor may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reads {
    scores: bool,
    goals: bool,
    notes: bool,
}

/// Looks up which pages of a person the actor may open.
pub async fn person_tabs(work: &mut Work<'_>, person: PersonId) -> Result<PersonTabs> {
    Ok(PersonTabs {
        person,
        standing: groups::standing_with(work, person).await?,
        works_with_them: standing_with(work, person).await?.allows(Deed::SeePerson),
        gives_feedback: groups::may_through_a_group(work, person, Capability::TherapistFeedback, Deed::SeeLetters)
            .await?,
        reads: Reads {
            scores: groups::reads_scores_of(work, person).await?,
            goals: groups::may_through_a_group(work, person, Capability::TreatmentGoals, Deed::SeeGoals).await?,
            notes: groups::may_through_a_group(work, person, Capability::MemberNotes, Deed::ReadNotes).await?,
        },
    })
}

impl PersonTabs {
    /// The tabs.
    pub fn draw(self, view: &View) -> Markup {
        let words = view.words;
        let base = format!("/care/people/{}", self.person);
        let risk = if self.standing.allows(Deed::SeeSafetyPlan) {
            say!(words, "enrolment-tab-risk-and-plan")
        } else {
            say!(words, "enrolment-tab-risk")
        };
        let pages = [
            (self.works_with_them, base.clone(), say!(words, "enrolment-tab-summary")),
            (self.reads.scores, format!("{base}/progress"), say!(words, "enrolment-tab-progress")),
            (self.reads.goals, format!("{base}/goals"), say!(words, "enrolment-tab-goals")),
            (self.standing.allows(Deed::ReadSheet), format!("{base}/sheets"), say!(words, "enrolment-tab-sheets")),
            (self.gives_feedback, format!("{base}/letters"), say!(words, "enrolment-tab-letters")),
            (self.reads.notes, format!("{base}/notes"), say!(words, "enrolment-tab-notes")),
            (self.works_with_them, format!("{base}/risk"), risk),
            (self.works_with_them, format!("{base}/kept"), say!(words, "enrolment-tab-kept")),
        ];
        let open = pages.iter().filter(|(is_open, ..)| *is_open);
        let tabs: Vec<(&str, &str)> = open.map(|(_, href, text)| (href.as_str(), text.as_ref())).collect();
        parts::tabs(view, &say!(words, "enrolment-tabs"), &tabs)
    }
}

/// The way here, the person's name, and the tabs.
pub(super) fn person_page(view: &View, title_key: &'static str, called: &str, tabs: PersonTabs) -> Page {
    Page::new(view, title_key)
        .width(Width::Mid)
        .crumb("/care/people", say!(view.words, "place-people"))
        .crumb(format!("/care/people/{}", tabs.person), called)
        .heading(called)
        .tabs(tabs.draw(view))
}
