//! What a therapist could say: drawn from one member's own records by fixed rules, each with where it comes from.

use super::keep::can_be_drawn;
use super::{Letter, Part, Told, deeds, gather, store};
use crate::Result;
use crate::assessments::courses_of;
use crate::goals::{Goal, goals_of};
use crate::groups::{self, Capability, Session};
use crate::say;
use crate::sessions::attendance_of;
use crate::techniques::{catalogue, homework_in};
use crate::web::words::Words;
use crate::work::Work;

/// Something that could be said in one part of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// By which it is chosen.
    pub key: String,
    /// The part that it belongs to.
    pub part: Part,
    /// The words that would be put there.
    pub text: String,
    /// Where it comes from.
    pub source: String,
    /// How it was worked out, where it was.
    pub how: Option<String>,
    /// The questionnaire whose course would stand in the letter with it.
    pub chart: Option<String>,
}

/// All that helps to write one letter.
#[derive(Clone, Debug, Default)]
pub struct Helps {
    /// What could be said.
    pub suggestions: Vec<Suggestion>,
    /// The sessions that the member came to, the latest first: dates for what was noticed.
    pub came_to: Vec<Session>,
    /// Questionnaires whose course can stand in the letter: id and title.
    pub charts: Vec<(String, String)>,
}

/// Gathers it for a draft, for those who may write on it.
pub async fn suggestions_for(work: &mut Work<'_>, words: Words, letter: &Letter) -> Result<Helps> {
    let row = store::find_letter(work, letter.id).await?;
    deeds::may_write_on(work, &row).await?;
    let (group, person) = (letter.group, letter.person);
    let charter = groups::charter_of(work, group).await?;
    let keeps = |capability| charter.allow(capability).is_ok();
    let mut helps = Helps::default();
    let mut practised = Vec::new();
    if keeps(Capability::TreatmentGoals) {
        let goals = goals_of(work, group, person).await?.readable;
        helps.suggestions.extend(goals.iter().filter_map(|goal| of_goal(words, goal)));
        practised.extend(goals.iter().filter_map(technique_of));
    }
    if keeps(Capability::HomeworkReview) {
        let now = work.now();
        let open = homework_in(work, group).await?.readable.into_iter().filter(|standing| {
            let homework = &standing.homework;
            let is_theirs = standing.lines.iter().any(|line| line.person == person && !line.state.is_over());
            is_theirs && homework.ended_at.is_none() && homework.due_at > now
        });
        practised.extend(open.filter_map(|standing| standing.homework.material.title()));
    }
    let told = gather::patterns_of(work, words, group, person).await?.told;
    helps.suggestions.extend(
        told.iter().filter(|(_, remark)| !is_disputed(remark.as_ref())).filter_map(|(told, _)| of_pattern(words, told)),
    );
    practised.dedup();
    helps.suggestions.extend(practised.into_iter().map(|title| to_try(words, title)));
    if keeps(Capability::OutcomeMeasures) {
        let courses = courses_of(work, group, person).await?;
        let drawn = courses.iter().filter(|course| can_be_drawn(course));
        helps.charts =
            drawn.map(|course| (course.instrument.id.clone(), course.instrument.short_title.clone())).collect();
    }
    if keeps(Capability::MemberAttendance) {
        let marks = attendance_of(work, group, person).await?;
        let came =
            |session: &Session| marks.iter().any(|kept| kept.session == session.id && kept.mark.presence.was_there());
        helps.came_to = groups::sessions(work, group).await?.into_iter().filter(came).collect();
        helps.came_to.reverse();
    }
    Ok(helps)
}

/// What a member has said does not fit them is not suggested.
fn is_disputed(remark: Option<&super::Remark>) -> bool {
    remark.is_some_and(|remark| remark.opinion == super::Opinion::Disputes)
}

/// The goal in the member's own words.
fn of_goal(words: Words, goal: &Goal) -> Option<Suggestion> {
    let version = goal.in_force().filter(|_| goal.is_open())?;
    Some(Suggestion {
        key: format!("goal:{}", goal.id),
        part: Part::Goal,
        text: say!(words, "feedback-said-goal", words = version.terms.words.as_str()).into_owned(),
        source: say!(words, "feedback-from-goal").into_owned(),
        how: None,
        chart: None,
    })
}

fn technique_of(goal: &Goal) -> Option<&'static str> {
    let id = goal.in_force().filter(|_| goal.is_open())?.terms.technique.as_deref()?;
    let form = catalogue().form(id).map(|form| form.title.as_str());
    form.or_else(|| catalogue().skill(id).map(|skill| skill.title.as_str()))
}

/// One small thing to try. The day is for the therapist to set.
fn to_try(words: Words, title: &str) -> Suggestion {
    Suggestion {
        key: format!("try:{title}"),
        part: Part::Experiment,
        text: say!(words, "feedback-said-try", title = title).into_owned(),
        source: say!(words, "feedback-from-practice").into_owned(),
        how: None,
        chart: None,
    }
}

/// What a statement could stand for in the letter; a pattern becomes a question.
fn of_pattern(words: Words, told: &Told) -> Option<Suggestion> {
    use patterns::{Figure, Pattern as Kind};
    let sentence = told.sentence(words).into_owned();
    let asked = |sentence: &str| say!(words, "feedback-said-question", sentence = sentence).into_owned();
    let (part, text) = match told.statement.pattern {
        Kind::Trend => (
            Part::Numbers,
            say!(words, "feedback-said-numbers", title = told.about.clone().unwrap_or_default(), sentence = sentence)
                .into_owned(),
        ),
        Kind::Skills | Kind::Activity | Kind::Exposure => (Part::Helped, sentence),
        Kind::Thoughts if told.key == "thoughts:belief" => (Part::Helped, sentence),
        // Nothing done is no strength, and as a question it would sound like a reproach.
        Kind::Homework if told.statement.figures.contains(&("done", Figure::Count(0))) => return None,
        Kind::Homework if told.key == "homework:done" => (Part::Strength, sentence),
        Kind::Homework | Kind::Daily | Kind::Thoughts | Kind::Avoidance => (Part::Pattern, asked(&sentence)),
        Kind::Attendance if told.key == "attendance:rate" => (Part::Strength, came(words, told)?),
        Kind::Attendance | Kind::Participation | Kind::Climate | Kind::Risk => return None,
    };
    Some(Suggestion {
        key: told.key.clone(),
        part,
        text,
        source: say!(words, "feedback-from-records", count = told.statement.n).into_owned(),
        how: Some(told.worked_out(words).into_owned()),
        chart: told.instrument.map(str::to_owned),
    })
}

/// "You came to 5 of 6 sessions", to the member.
fn came(words: Words, told: &Told) -> Option<String> {
    let count =
        |name| told.statement.figures.iter().find(|(known, _)| *known == name).map(|(_, figure)| figure.english());
    Some(say!(words, "feedback-said-came", came = count("came")?, sessions = count("sessions")?).into_owned())
}
