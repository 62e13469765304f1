//! What is known of a member's time in a group, from their own records alone, each fact with where it comes from.

use measures::change::{Class, Open};

use crate::assessments::{Course, courses_of};
use crate::clock::Timestamp;
use crate::goals::{self, Attained, Goal, course_of_attainment, goals_of};
use crate::groups::{self, Seat, SessionState};
use crate::notes::Fact;
use crate::sessions::attendance_of;
use crate::techniques::{homework_in, plan_of};
use crate::web::charts::number;
use crate::web::words::{Said, Words};
use crate::work::Work;
use crate::{Result, practice, say};

/// What the facts are made of. Nobody else's belongs here.
pub(super) struct Sources<'a> {
    /// The first day, and the last or today, in words.
    pub days: (String, String),
    /// Whether the membership has ended.
    pub has_ended: bool,
    /// Sessions held while they belonged to the group, and those to which they came.
    pub sessions: (usize, usize),
    /// What the group follows.
    pub curriculum: Option<&'a str>,
    /// What was tried as homework.
    pub techniques: Vec<&'static str>,
    /// Scores.
    pub courses: &'a [Course],
    /// Goals.
    pub goals: &'a [Goal],
    /// The moment of composing.
    pub now: Timestamp,
}

/// Reads and composes the facts of one membership. Each source asks by itself. How the group works is not among them: its
/// words are for those who lead, and a member reads the summary.
pub(super) async fn facts_of(work: &mut Work<'_>, seat: &Seat) -> Result<Vec<Fact>> {
    let words = Words::of(&practice::settings(work).await?.language);
    let zone = groups::zone_of(work, seat.group).await?;
    let day = |at| groups::civil(at, &zone).map(|civil| words.day_of_year(civil.date()).into_owned());
    let until = seat.until.unwrap_or(work.now());
    let mut held = groups::sessions(work, seat.group).await?;
    held.retain(|session| session.state == SessionState::Held && seat.since <= session.ends_at);
    held.retain(|session| session.starts_at <= until);
    let marks = attendance_of(work, seat.group, seat.person).await?;
    let came = |session: &&groups::Session| {
        marks.iter().any(|kept| kept.session == session.id && kept.mark.presence.was_there())
    };
    let sessions = (held.len(), held.iter().filter(came).count());
    let plan = plan_of(work, seat.group).await?;
    let homework = homework_in(work, seat.group).await?.readable;
    let theirs = homework.iter().filter(|one| one.lines.iter().any(|line| line.person == seat.person));
    let mut techniques: Vec<&'static str> = theirs.filter_map(|one| one.homework.material.title()).collect();
    techniques.sort_unstable();
    techniques.dedup();
    let courses = courses_of(work, seat.group, seat.person).await?;
    let goals = goals_of(work, seat.group, seat.person).await?.readable;
    let sources = Sources {
        days: (day(seat.since)?, day(until)?),
        has_ended: seat.until.is_some(),
        sessions,
        curriculum: plan.as_ref().map(|plan| plan.curriculum.title.as_str()),
        techniques,
        courses: &courses,
        goals: &goals,
        now: work.now(),
    };
    Ok(facts(words, &sources))
}

/// The facts, in the order in which they are read.
pub(super) fn facts(words: Words, sources: &Sources<'_>) -> Vec<Fact> {
    let ((from, until), (held, came)) = (&sources.days, sources.sessions);
    let (from, until) = (from.as_str(), until.as_str());
    let days = if sources.has_ended {
        say!(words, "endings-fact-days-ended", from = from, until = until)
    } else {
        say!(words, "endings-fact-days", from = from)
    };
    let mut facts = vec![
        fact(say!(words, "endings-fact-when"), days, say!(words, "endings-from-seat")),
        fact(
            say!(words, "endings-fact-sessions"),
            say!(words, "endings-fact-came", came = came, held = held),
            say!(words, "notes-from-attendance"),
        ),
    ];
    let treatment: Vec<&str> = sources.curriculum.into_iter().chain(sources.techniques.iter().copied()).collect();
    if !treatment.is_empty() {
        let said = say!(words, "endings-fact-given", what = treatment.join(", "));
        facts.push(fact(say!(words, "endings-fact-treatment"), said, say!(words, "endings-from-plan")));
    }
    facts.extend(sources.courses.iter().filter_map(|course| score(words, course)));
    facts.extend(
        sources.goals.iter().filter(|goal| !goal.is_dropped()).filter_map(|goal| reached(words, goal, sources.now)),
    );
    facts.extend(attained(words, sources.goals, sources.now));
    facts
}

fn score(words: Words, course: &Course) -> Option<Fact> {
    let (first, last) = course.ends()?;
    let class = course.outcome.as_ref().map(|outcome| words.say(class_key(outcome.class), None));
    let (first, last, count) = (number(first), number(last), course.scored());
    let said = if let Some(class) = class {
        say!(words, "endings-fact-scores-class", first = first, last = last, class = class, count = count)
    } else {
        say!(words, "endings-fact-scores", first = first, last = last, count = count)
    };
    let title: Said = course.instrument.short_title.clone().into();
    Some(fact(title, said, say!(words, "endings-from-answers")))
}

const fn class_key(class: Class) -> &'static str {
    match class {
        Class::Recovered => "endings-class-recovered",
        Class::Improved => "endings-class-improved",
        Class::NoReliableChange => "endings-class-same",
        Class::Deteriorated => "endings-class-worse",
        Class::NotClassifiable(Open::TooFewScores) => "endings-class-few",
        Class::NotClassifiable(Open::BaselineBelowCutoff) => "endings-class-below",
        Class::NotClassifiable(Open::NoThreshold) => "endings-class-unknown",
    }
}

/// How far a goal was at its start, and how far it is at last.
fn reached(words: Words, goal: &Goal, now: Timestamp) -> Option<Fact> {
    let own = goal.in_force()?.terms.words.as_str();
    let (scale, last, _) = goal.at(now)?;
    let (first, last) = (goals::in_words(words, scale, scale.start()), goals::in_words(words, scale, last));
    let said = say!(words, "endings-fact-goal", goal = own, first = first, last = last);
    Some(fact(say!(words, "notes-fact-goal"), said, say!(words, "notes-from-goals")))
}

/// One score over all goals with levels.
fn attained(words: Words, goals: &[Goal], now: Timestamp) -> Option<Fact> {
    let last = Attained::at(goals, now)?.score;
    let (_, first) = course_of_attainment(goals).first().copied()?;
    let said = say!(words, "endings-fact-attainment", first = number(first), last = number(last));
    Some(fact(say!(words, "endings-fact-attained"), said, say!(words, "notes-from-goals")))
}

fn fact(what: Said, said: Said, from: Said) -> Fact {
    Fact { what: what.into_owned(), said: said.into_owned(), from: from.into_owned() }
}

#[cfg(test)]
mod rules {
    use measures::Catalogue;

    use super::*;
    use crate::assessments::{Answer, AssignmentId, Point};

    fn sources(courses: &[Course]) -> Sources<'_> {
        Sources {
            days: ("1 September 2026".to_owned(), "24 November 2026".to_owned()),
            has_ended: false,
            sessions: (12, 10),
            curriculum: Some("CBT for low mood"),
            techniques: vec!["Thought record"],
            courses,
            goals: &[],
            now: Timestamp(0),
        }
    }

    fn said(sources: &Sources<'_>) -> Vec<String> {
        facts(Words::english(), sources).into_iter().map(|fact| format!("{}: {}", fact.what, fact.said)).collect()
    }

    /// A course of the PHQ-9 with every item answered alike, time after time.
    fn course(positions: &[usize]) -> Course {
        let instrument = Catalogue::built_in().get("phq-9").expect("it is built in");
        let point = |(session, position): (u32, &usize)| {
            let answers = instrument.answers(&vec![Some(*position); instrument.items.len()]).expect("in range");
            let answer =
                Answer { assignment: AssignmentId([1; 16]), version: 1, score: answers.score(), looks: Vec::new() };
            Point { session, at: Timestamp(i64::from(session)), answer: Some(answer) }
        };
        Course::of(instrument, (1..).zip(positions).map(point).collect())
    }

    #[test]
    fn a_summary_tells_when_how_often_and_with_what() {
        let all = said(&sources(&[]));
        assert_eq!(
            all,
            [
                "When: since 1 September 2026",
                "Sessions: came to 10 of 12",
                "Treatment: CBT for low mood, Thought record",
            ]
        );
        let ended = said(&Sources { has_ended: true, ..sources(&[]) });
        assert_eq!(ended[0], "When: 1 September 2026 to 24 November 2026");
    }

    #[test]
    fn scores_are_told_with_the_class_of_their_change() {
        // 18 falls to 0: more than the reliable change of 6 points, and out of the clinical range from 10.
        let [better, single] = [course(&[2, 1, 0]), course(&[2])];
        assert_eq!(said(&sources(&[better]))[3], "PHQ-9: 18 at first, 0 at last, in 3 answers: recovered");
        assert_eq!(
            said(&sources(&[single]))[3],
            "PHQ-9: 18 at first, 18 at last, in one answer: no class, as there are fewer than two scores"
        );
    }
}
