//! What a therapist's day holds: sessions ahead and not yet closed, whom to look at, whom to reach.

use crate::access::{About, Deed, Standing, Tie};
use crate::assessments::{Line, overview};
use crate::breaches;
use crate::clock::{Span, Timestamp};
use crate::endings::{open_items, summaries_waiting};
use crate::feedback::{Waiting, waiting_answers};
use crate::groups::{self, Capability, Group, Session, SessionState};
use crate::id::{GroupId, PersonId};
use crate::notes::IncidentId;
use crate::notices::notices;
use crate::repairs::{Strain, open_strains};
use crate::safety::{Duty, OpenAlerts, duty, open_alerts_shown};
use crate::sessions::{FollowUp, follow_ups};
use crate::work::Work;
use crate::{Error, Result, identity, notes, practice, unless_damaged};

/// How far ahead the day looks.
const AHEAD: Span = Span::hours(24);
/// How far back it looks for sessions that nobody has held or called off.
const BACK: Span = Span::days(14);

/// What a therapist's day holds.
pub(super) struct Day {
    pub called: String,
    /// The alerts that wait for this person.
    pub alerts: OpenAlerts,
    /// Sessions of the next hours, the next one first.
    pub ahead: Vec<(Group, Session)>,
    /// Sessions whose hour is over and that were neither closed nor called off.
    pub unclosed: Vec<(Group, Session)>,
    /// Members whose scores ask for a look, the most pressing first.
    pub watch: Vec<Line>,
    /// Groups of which something could not be read.
    pub unreadable: Vec<String>,
    /// Members to reach after an absence.
    pub absences: Vec<FollowUp>,
    /// Members whose rating of a session fell, and nobody has done anything about it yet.
    pub strains: Vec<(GroupId, Strain)>,
    /// Groups that are ending, and how many things are still to do in each.
    pub endings: Vec<(Group, usize)>,
    /// The practice's duty, where this person reads or stands in.
    pub duty: Option<Duty>,
    /// Notes and summaries that wait for this person's signature beside a trainee's.
    pub waiting_notes: usize,
    /// Whether this person supervises somebody in training, or a group.
    pub supervises: bool,
    /// Incidents at meetings that wait for somebody to close them.
    pub incidents: Vec<(IncidentId, Timestamp)>,
    /// Reports and cases about broken confidences that wait for this person.
    pub breaches: Vec<breaches::Waiting>,
    /// Answers to letters that wait for somebody who leads.
    pub answers: Vec<Waiting>,
    /// How many notices are new.
    pub news: usize,
    /// Whether this person looks after the site as well.
    pub looks_after_site: bool,
}

/// Reads it for the actor, over all groups that they lead.
pub(super) async fn day_of(work: &mut Work<'_>, person: PersonId) -> Result<Day> {
    let grant = work.ask(Deed::SeeOwnSettings, Standing::NONE, About::person(person))?;
    let roles = practice::roles(work).await?;
    let mut day = Day {
        called: identity::called(work, &grant, person).await?,
        alerts: open_alerts_shown(work).await?,
        ahead: Vec::new(),
        unclosed: Vec::new(),
        watch: Vec::new(),
        unreadable: Vec::new(),
        absences: Vec::new(),
        strains: Vec::new(),
        endings: Vec::new(),
        duty: duty(work, None).await?.filter(|duty| [duty.reader, duty.backup].contains(&person)),
        waiting_notes: notes::waiting_count(work).await? + summaries_waiting(work).await?,
        supervises: practice::supervises(work, person).await?,
        incidents: notes::open_incidents(work).await?,
        breaches: breaches::waiting(work).await?,
        answers: Vec::new(),
        news: notices(work).await?.iter().filter(|notice| notice.read_at.is_none()).count(),
        looks_after_site: roles.has(Tie::Administrator),
    };
    for group in groups::groups_led_by(work).await? {
        day.add(work, group).await?;
    }
    day.ahead.sort_by_key(|(_, session)| session.starts_at);
    day.watch.sort_by_key(|line| line.course.warnings.first().map(|warning| std::cmp::Reverse(warning.concern)));
    day.absences.sort_by_key(|task| task.absence.due_at);
    day.answers.sort_by_key(|waiting| waiting.at);
    Ok(day)
}

impl Day {
    async fn add(&mut self, work: &mut Work<'_>, group: Group) -> Result<()> {
        let standing = groups::standing(work, group.id).await?;
        self.supervises |= standing.allows(Deed::CountersignNote);
        if standing.allows(Deed::SeeScores) && group.charter.allow(Capability::OutcomeMeasures).is_ok() {
            self.look_at_scores(work, &group).await?;
        }
        if standing.allows(Deed::AnswerAbsence) {
            self.absences.extend(follow_ups(work, group.id).await?);
        }
        self.answers.extend(waiting_answers(work, group.id).await?);
        let strains = open_strains(work, &group).await;
        let strains = unless_damaged(strains, "groups", group.id.0)?.unwrap_or_default();
        self.strains.extend(strains.into_iter().map(|strain| (group.id, strain)));
        if let Some(open) = open_items(work, &group).await?.filter(|open| *open > 0) {
            self.endings.push((group.clone(), open));
        }
        let now = work.now();
        let sessions = groups::sessions_between(work, group.id, (now - BACK, now + AHEAD)).await?;
        let is_to_do = |session: &Session| matches!(session.state, SessionState::Planned | SessionState::Open);
        for session in sessions.into_iter().filter(is_to_do) {
            let part = if session.ends_at > now { &mut self.ahead } else { &mut self.unclosed };
            part.push((group.clone(), session));
        }
        Ok(())
    }

    /// What cannot be read of one group leaves the rest of the day standing, and is said.
    async fn look_at_scores(&mut self, work: &mut Work<'_>, group: &Group) -> Result<()> {
        let seen = match overview(work, group.id, None).await {
            // Nothing with a score is asked here.
            Err(Error::Conflict(_)) => return Ok(()),
            read => unless_damaged(read, "groups", group.id.0)?,
        };
        if seen.as_ref().is_none_or(|seen| seen.damaged() > 0) {
            self.unreadable.push(group.words.name.clone());
        }
        let lines = seen.into_iter().flat_map(|seen| seen.lines);
        self.watch.extend(lines.filter(|line| !line.course.warnings.is_empty()));
        Ok(())
    }
}
