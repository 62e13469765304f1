//! The tabs of a group's pages, which several subjects fill.

use maud::Markup;

use super::{Capability, Group};
use crate::access::{Deed, Standing};
use crate::say;
use crate::web::{View, parts};

/// The tabs of one group that somebody who stands so to it may open; what its charter forbids has none.
pub fn tabs(view: &View, group: &Group, standing: Standing) -> Markup {
    let words = view.words;
    let base = format!("/care/groups/{}", group.id);
    let measures = |deed| group.charter.allow(Capability::OutcomeMeasures).is_ok() && standing.allows(deed);
    let has_goals = group.charter.allow(Capability::TreatmentGoals).is_ok() && standing.allows(Deed::SeeGoals);
    let reviews = group.charter.allow(Capability::HomeworkReview).is_ok();
    let homework = reviews && standing.allows(Deed::SeeHomework);
    let has_fidelity = group.charter.allow(Capability::Fidelity).is_ok() && standing.allows(Deed::SeeFidelity);
    let has_threads = group.charter.allow(Capability::Threads).is_ok() && standing.allows(Deed::SeeThreads);
    let has_words = group.charter.allow(Capability::MemberWords).is_ok();
    let has_ending = group.charter.allow(Capability::PlannedEnding).is_ok();
    let has_notes = group.charter.allow(Capability::MemberNotes).is_ok();
    let gives_feedback = group.charter.allow(Capability::TherapistFeedback).is_ok();
    let talks = gives_feedback && measures(Deed::SeeTalks);
    let may_hold = group.charter.allow(Capability::LegalHold).is_ok();
    let pages = [
        (true, base.clone(), say!(words, "groups-tab-overview")),
        (standing.allows(Deed::SeeEnrolments), format!("{base}/people"), say!(words, "groups-tab-people")),
        (true, format!("{base}/sessions"), say!(words, "groups-tab-sessions")),
        (has_goals, format!("{base}/goals"), say!(words, "groups-tab-goals")),
        (standing.allows(Deed::SeePlan), format!("{base}/plan"), say!(words, "groups-tab-plan")),
        (homework, format!("{base}/homework"), say!(words, "groups-tab-homework")),
        (has_fidelity, format!("{base}/fidelity"), say!(words, "groups-tab-fidelity")),
        (measures(Deed::SeeScores), format!("{base}/measures"), say!(words, "groups-tab-measures")),
        (measures(Deed::SeeBattery), format!("{base}/questions"), say!(words, "groups-tab-questions")),
        (talks, format!("{base}/talks"), say!(words, "groups-tab-talks")),
        (has_threads, format!("{base}/threads"), say!(words, "groups-tab-threads")),
        (
            has_words && standing.allows(Deed::SeeMemberWords),
            format!("{base}/between"),
            say!(words, "groups-tab-between"),
        ),
        (measures(Deed::SeeRepairs), format!("{base}/repairs"), say!(words, "groups-tab-repairs")),
        (has_ending && standing.allows(Deed::SeeEnding), format!("{base}/ending"), say!(words, "groups-tab-ending")),
        (standing.allows(Deed::ShowGroup), format!("{base}/door"), say!(words, "groups-tab-door")),
        (
            has_notes && standing.allows(Deed::CountersignNote),
            "/care/supervision".to_owned(),
            say!(words, "groups-tab-supervision"),
        ),
        (may_hold && standing.allows(Deed::HoldRecords), format!("{base}/hold"), say!(words, "groups-tab-hold")),
    ];
    let open = pages.iter().filter(|(is_open, ..)| *is_open);
    let tabs: Vec<(&str, &str)> = open.map(|(_, href, text)| (href.as_str(), text.as_ref())).collect();
    parts::tabs(view, &say!(words, "groups-tabs"), &tabs)
}
