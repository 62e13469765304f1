//! What is known of one member's session before anybody writes, each fact with where it comes from. Pure.
//!
//! [`Sources`] is what there is to tell of, all of it this member's alone: whoever knows something more of a session adds a
//! field to it, and a few lines to [`facts`].

use measures::change::Trend;
use serde::{Deserialize, Serialize};

use crate::assessments::SessionScore;
use crate::clock::Timestamp;
use crate::goals::{self, Goal};
use crate::room::Spoken;
use crate::say;
use crate::sessions::{Mark, Presence};
use crate::techniques::TaskState;
use crate::web::words::{Said, Words};

/// One fact, in the words in which it is put on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it is about.
    pub what: String,
    /// The fact.
    pub said: String,
    /// Where it comes from.
    pub from: String,
}

/// What one member's facts are made of. Nobody else's belongs here.
#[derive(Clone, Debug, Default)]
pub struct Sources<'a> {
    /// How long the session was planned for, in minutes.
    pub minutes: u32,
    /// How the member was there.
    pub mark: Option<&'a Mark>,
    /// What they did of the homework until this session.
    pub homework: Vec<Did>,
    /// What they want to change, each as it stood at a moment.
    pub goals: Vec<(&'a Goal, Timestamp)>,
    /// What they answered for this session.
    pub scores: &'a [SessionScore],
    /// How much they spoke, where they agreed to be counted.
    pub spoken: Option<Spoken>,
    /// Who has taken each open concern about them; nothing where nobody has.
    pub concerns: Vec<Option<String>>,
}

/// How far somebody came with one piece of homework.
#[derive(Clone, Debug)]
pub struct Did {
    /// What it is called.
    pub title: &'static str,
    /// How far they came.
    pub state: TaskState,
    /// What got in the way, in their words.
    pub words: Option<String>,
}

/// The facts, in the order in which they are read.
pub fn facts(words: Words, sources: &Sources<'_>) -> Vec<Fact> {
    let mark = sources.mark.into_iter().map(|mark| came(words, mark, sources.minutes));
    let homework = sources.homework.iter().map(|did| tried(words, did));
    let goals = sources.goals.iter().filter_map(|(goal, then)| stood(words, goal, *then));
    let scores = sources.scores.iter().map(|score| answered(words, score));
    let concerns = sources.concerns.iter().map(|owner| concern(words, owner.as_deref()));
    let spoken = sources.spoken.iter().map(|spoken| took_turns(words, spoken));
    mark.chain(spoken).chain(homework).chain(goals).chain(scores).chain(concerns).collect()
}

/// The facts as they stand in a note before it is edited: a line each.
pub(super) fn lines(facts: &[Fact]) -> String {
    facts.iter().map(|fact| format!("{}: {}.", fact.what, fact.said)).collect::<Vec<_>>().join("\n")
}

fn came(words: Words, mark: &Mark, of: u32) -> Fact {
    let minutes = mark.minutes;
    let said = match mark.presence {
        Presence::Present => say!(words, "notes-fact-present", minutes = minutes, of = of),
        presence if presence.was_there() => {
            let how = words.say(presence.name_key(), None);
            say!(words, "notes-fact-otherwise", how = how, minutes = minutes, of = of)
        }
        absence => words.say(absence.name_key(), None),
    };
    fact(say!(words, "notes-fact-came"), said, say!(words, "notes-from-attendance"))
}

/// By how loud it was, which the source says.
fn took_turns(words: Words, spoken: &Spoken) -> Fact {
    let minutes = spoken.talk_s.div_ceil(60);
    let said = say!(words, "notes-fact-spoke", turns = spoken.turns, minutes = minutes);
    fact(say!(words, "notes-fact-turns"), said, say!(words, "notes-from-levels"))
}

fn tried(words: Words, did: &Did) -> Fact {
    let state = say!(words, "notes-fact-came-to", state = did.state.name_key());
    let way = did.words.as_deref().map(str::trim).filter(|way| !way.is_empty());
    let said = if let Some(way) = way {
        say!(words, "notes-fact-in-the-way", title = did.title, state = state, way = way)
    } else {
        say!(words, "notes-fact-tried", title = did.title, state = state)
    };
    fact(say!(words, "notes-fact-homework"), said, say!(words, "notes-from-homework"))
}

/// An open goal that both sides have agreed to.
fn stood(words: Words, goal: &Goal, then: Timestamp) -> Option<Fact> {
    let (scale, value, _) = goal.at(then)?;
    let own = goal.in_force().filter(|_| goal.is_open())?.terms.words.as_str();
    let said = say!(words, "notes-fact-stood", goal = own, value = goals::in_words(words, scale, value));
    Some(fact(say!(words, "notes-fact-goal"), said, say!(words, "notes-from-goals")))
}

fn answered(words: Words, score: &SessionScore) -> Fact {
    let highest = score.instrument.total_range().map_or(0, |range| *range.end());
    let total = say!(words, "notes-fact-total", total = score.total.to_string(), highest = highest);
    let said = match (score.start, score.trend) {
        (Some(start), Some(trend)) => {
            let change = words.say(
                match trend {
                    Trend::Better => "notes-fact-better",
                    Trend::Same => "notes-fact-same",
                    Trend::Worse => "notes-fact-worse",
                },
                None,
            );
            say!(words, "notes-fact-changed", total = total, change = change, start = start.to_string())
        }
        (Some(start), None) => say!(words, "notes-fact-since", total = total, start = start.to_string()),
        (None, _) => total,
    };
    fact(score.instrument.short_title.clone().into(), said, say!(words, "notes-from-questionnaire"))
}

fn concern(words: Words, owner: Option<&str>) -> Fact {
    let said = match owner {
        Some(owner) => say!(words, "notes-fact-concern-taken", owner = owner),
        None => say!(words, "notes-fact-concern-open"),
    };
    fact(say!(words, "notes-fact-safety"), said, say!(words, "notes-from-concerns"))
}

fn fact(what: Said, said: Said, from: Said) -> Fact {
    Fact { what: what.into_owned(), said: said.into_owned(), from: from.into_owned() }
}

#[cfg(test)]
mod tests {
    use measures::Catalogue;

    use super::*;
    use crate::id::PersonId;

    fn mark(presence: Presence, minutes: u32) -> Mark {
        Mark { person: PersonId([1; 16]), presence, minutes, words: Some("The train".to_owned()) }
    }

    fn said(sources: &Sources<'_>) -> Vec<String> {
        facts(Words::english(), sources).into_iter().map(|fact| format!("{}: {}", fact.what, fact.said)).collect()
    }

    #[test]
    fn minutes_are_told_with_how_somebody_came_and_where_that_is_kept() {
        let here = mark(Presence::Present, 90);
        let sources = Sources { minutes: 90, mark: Some(&here), ..Sources::default() };
        assert_eq!(said(&sources), ["Attendance: 90 of 90 minutes"]);
        assert_eq!(facts(Words::english(), &sources)[0].from, "attendance");
        let late = mark(Presence::Late, 75);
        assert_eq!(
            said(&Sources { mark: Some(&late), ..sources.clone() }),
            ["Attendance: Came late, 75 of 90 minutes"]
        );
        let away = mark(Presence::AbsentTold, 0);
        assert_eq!(said(&Sources { mark: Some(&away), ..sources }).len(), 1);
    }

    #[test]
    fn a_score_is_told_with_the_class_of_its_change_where_one_is_known() {
        let instrument = Catalogue::built_in().get("phq-9").expect("it is built in");
        let score = |start, trend| SessionScore { instrument, total: 9.0, start, trend };
        let told = |score: SessionScore| said(&Sources { scores: &[score], ..Sources::default() }).remove(0);
        assert_eq!(told(score(None, None)), "PHQ-9: 9 of 27");
        assert_eq!(
            told(score(Some(18.0), Some(Trend::Better))),
            "PHQ-9: 9 of 27, clearly better than at the start (18)"
        );
        assert_eq!(told(score(Some(8.0), Some(Trend::Same))), "PHQ-9: 9 of 27, no clear change since the start (8)");
        assert_eq!(told(score(Some(8.0), None)), "PHQ-9: 9 of 27, at the start 8");
    }

    #[test]
    fn homework_is_told_with_what_got_in_the_way() {
        let did = |state, words: Option<&str>| Did { title: "Worry time", state, words: words.map(str::to_owned) };
        let homework = vec![did(TaskState::Done, Some(" ")), did(TaskState::Partly, Some("The week was full"))];
        assert_eq!(
            said(&Sources { homework, ..Sources::default() }),
            ["Homework: “Worry time”, done", "Homework: “Worry time”, done in part; in the way: The week was full"]
        );
    }

    #[test]
    fn a_concern_is_told_by_who_has_it_and_never_by_what_it_is_about() {
        let sources = Sources { concerns: vec![None, Some("Mara".to_owned())], ..Sources::default() };
        assert_eq!(
            said(&sources),
            ["Safety: an open concern that nobody has taken yet", "Safety: an open concern, taken by Mara"]
        );
    }

    #[test]
    fn nothing_known_is_nothing_said() {
        assert_eq!(facts(Words::english(), &Sources::default()), []);
        assert_eq!(lines(&[]), "");
    }
}
