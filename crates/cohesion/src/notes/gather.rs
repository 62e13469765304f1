//! What is read of a session's members before anybody writes about them, each source once for all of them.

use std::collections::BTreeMap;

use super::facts::{Did, Fact, Sources, facts};
use crate::Result;
use crate::access::Grant;
use crate::assessments::{SessionScore, scores_at};
use crate::clock::Timestamp;
use crate::goals::{OfMember, goals_in};
use crate::groups::{Capability, Group, Session};
use crate::id::PersonId;
use crate::room::{Spoken, spoken_at};
use crate::safety::concerns_in;
use crate::sessions::{Mark, attendance_at};
use crate::techniques::{Standing, homework_until};
use crate::web::words::Words;
use crate::work::Work;
use crate::{identity, practice};

/// All sources of facts about one session.
pub(super) struct Gathered {
    words: Words,
    minutes: u32,
    until: Timestamp,
    marks: Vec<Mark>,
    homework: Vec<Standing>,
    goals: Vec<OfMember>,
    scores: BTreeMap<PersonId, Vec<SessionScore>>,
    spoken: Vec<(PersonId, Spoken)>,
    concerns: Vec<(PersonId, Option<String>)>,
}

impl Gathered {
    /// Reads what the group's charter keeps of its members.
    pub async fn read(work: &mut Work<'_>, grant: &Grant, group: &Group, session: &Session) -> Result<Self> {
        let keeps = |capability| group.charter.allow(capability).is_ok();
        let (mut marks, mut scores) = (Vec::new(), BTreeMap::new());
        if keeps(Capability::MemberAttendance) {
            marks.extend(attendance_at(work, session).await?.into_iter().map(|kept| kept.mark));
        }
        if keeps(Capability::OutcomeMeasures) {
            scores = scores_at(work, session).await?;
        }
        let homework =
            if keeps(Capability::HomeworkReview) { homework_until(work, session).await?.readable } else { Vec::new() };
        let goals = if keeps(Capability::TreatmentGoals) { goals_in(work, group.id).await? } else { Vec::new() };
        let words = Words::of(&practice::settings(work).await?.language);
        let spoken = spoken_at(work, session).await?;
        let concerns = concerns(work, grant, group).await?;
        let (minutes, until) = (session.minutes(), session.ends_at);
        Ok(Self { words, minutes, until, marks, homework, goals, scores, spoken, concerns })
    }

    /// How one member is marked.
    pub fn mark_of(&self, person: PersonId) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.person == person)
    }

    /// One member's facts, out of nobody's records but theirs.
    pub fn facts_of(&self, person: PersonId) -> Vec<Fact> {
        let concerns = self.concerns.iter().filter(|(about, _)| *about == person);
        let did = |standing: &Standing| {
            let line = standing.lines.iter().find(|line| line.person == person)?;
            Some(Did { title: standing.homework.material.title()?, state: line.state, words: line.words.clone() })
        };
        let own = self.goals.iter().find(|member| member.person == person);
        let sources = Sources {
            minutes: self.minutes,
            mark: self.mark_of(person),
            homework: self.homework.iter().filter_map(did).collect(),
            goals: own.into_iter().flat_map(|member| &member.goals.readable).map(|goal| (goal, self.until)).collect(),
            spoken: self.spoken.iter().find(|(about, _)| *about == person).map(|(_, spoken)| *spoken),
            scores: self.scores.get(&person).map(Vec::as_slice).unwrap_or_default(),
            concerns: concerns.map(|(_, owner)| owner.clone()).collect(),
        };
        facts(self.words, &sources)
    }
}

/// Open concerns with the names of those who have taken them.
async fn concerns(work: &mut Work<'_>, grant: &Grant, group: &Group) -> Result<Vec<(PersonId, Option<String>)>> {
    let mut named = Vec::new();
    for concern in concerns_in(work, group.id).await? {
        let owner = match concern.owner {
            Some(owner) => {
                let about = work.about(grant, owner);
                identity::still_called(work, &about, owner).await?
            }
            None => None,
        };
        named.push((concern.person, owner));
    }
    Ok(named)
}
