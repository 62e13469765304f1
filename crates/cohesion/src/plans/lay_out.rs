//! An agenda is laid out: from the step of the curriculum that a session takes, or from the clock of the group's format.

use ::techniques::agenda::Owner;
use ::techniques::{Curriculum, Session as CurriculumSession};

use super::{Agenda, Basis, Block, SessionClock, script};
use crate::groups::{self, Group, Leader, LeaderRole, Session, SessionState};
use crate::id::PersonId;
use crate::techniques::{Material, plan_of};
use crate::web::words::Words;
use crate::work::Work;
use crate::{Result, practice};

/// The agenda of a session that nobody has touched.
pub(super) async fn lay_out(work: &mut Work<'_>, group: &Group, session: &Session) -> Result<Agenda> {
    let leaders = groups::leaders(work, group.id).await?;
    let plan = plan_of(work, group.id).await?;
    if let Some(plan) = &plan {
        let before = sessions_before(&groups::sessions(work, group.id).await?, session);
        if let Some(step) = plan.step_after(before) {
            return Ok(from_step(&plan.curriculum, step, &leaders));
        }
    }
    let family = plan.map(|plan| plan.curriculum.family);
    let clock = SessionClock::of(&group.charter, family, &group.words.approach);
    let words = Words::of(&practice::settings(work).await?.language);
    Ok(from_clock(clock, session.minutes(), words))
}

/// How many sessions of the group come before this one, without those that were called off.
fn sessions_before(all: &[Session], session: &Session) -> u32 {
    let earlier = all.iter().filter(|other| other.starts_at < session.starts_at && other.id != session.id);
    let count = earlier.filter(|other| other.state != SessionState::Cancelled).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn from_step(curriculum: &Curriculum, step: &CurriculumSession, leaders: &[Leader]) -> Agenda {
    let block = |(id, block): (u32, &::techniques::Block)| {
        let (technique, material) = techniques_of(block);
        Block {
            owner: owner_of(block.owner, leaders),
            notes: block.notes.clone(),
            technique,
            material,
            ..Block::new(id, block.title.clone(), block.minutes)
        }
    };
    let mut blocks: Vec<Block> = (1..).zip(&step.blocks).map(block).collect();
    script::lay_readings(curriculum, &mut blocks);
    Agenda {
        basis: Basis::Step { programme: curriculum.title.clone(), number: step.number, of: curriculum.sessions },
        topic: step.title.clone(),
        aim: step.aim.clone(),
        practice: step.practice.clone(),
        checks: step.fidelity.clone(),
        blocks,
        decided: Vec::new(),
    }
}

fn from_clock(clock: SessionClock, minutes: u32, words: Words) -> Agenda {
    let block = |(id, (key, minutes)): (u32, (&'static str, u32))| Block {
        readings: script::readings_of(key),
        notes: script::notes_key(key).map(|notes| words.say(notes, None).into_owned()).unwrap_or_default(),
        ..Block::new(id, words.say(key, None), minutes)
    };
    Agenda {
        basis: Basis::Clock(clock),
        topic: String::new(),
        aim: String::new(),
        practice: String::new(),
        checks: Vec::new(),
        blocks: (1..).zip(clock.blocks(minutes)).map(block).collect(),
        decided: Vec::new(),
    }
}

/// The technique of a block; where it names several, the others stand by their titles among what is needed.
fn techniques_of(block: &::techniques::Block) -> (Option<Material>, String) {
    let forms = block.forms.iter().cloned().map(Material::Form);
    let skills = block.skills.iter().cloned().map(Material::Skill);
    let mut all = forms.chain(skills);
    let first = all.next();
    let others: Vec<&str> = all.filter_map(|material| material.title()).collect();
    (first, others.join(", "))
}

/// The person behind a part: the co-leader's is the leader's where there is none, and the whole group's is nobody's.
fn owner_of(owner: Owner, leaders: &[Leader]) -> Option<PersonId> {
    let leads = |roles: &[LeaderRole]| leaders.iter().find(|one| roles.contains(&one.role)).map(|one| one.person);
    match owner {
        Owner::All => None,
        Owner::Leader => leads(&[LeaderRole::Leader, LeaderRole::Facilitator]),
        Owner::CoLeader => {
            leads(&[LeaderRole::CoLeader]).or_else(|| leads(&[LeaderRole::Leader, LeaderRole::Facilitator]))
        }
    }
}

#[cfg(test)]
mod rules {
    use super::*;
    use crate::clock::Timestamp;
    use crate::id::{GroupId, SessionId};
    use crate::techniques::catalogue;

    const MARA: PersonId = PersonId([1; 16]);
    const BEN: PersonId = PersonId([2; 16]);

    fn session(number: u8, state: SessionState) -> Session {
        Session {
            id: SessionId([number; 16]),
            group: GroupId([9; 16]),
            number: u32::from(number),
            starts_at: Timestamp(i64::from(number) * 1_000),
            ends_at: Timestamp(i64::from(number) * 1_000 + 500),
            state,
        }
    }

    #[test]
    fn a_step_comes_with_minutes_notes_techniques_and_who_leads() {
        let curriculum = catalogue().curriculum("cbt-depression").expect("it is built in");
        let step = curriculum.session(5).expect("it has twelve");
        let leaders =
            [Leader { person: MARA, role: LeaderRole::Leader }, Leader { person: BEN, role: LeaderRole::CoLeader }];
        let agenda = from_step(curriculum, step, &leaders);
        assert_eq!((agenda.minutes(), agenda.topic.as_str()), (curriculum.minutes, step.title.as_str()));
        assert_eq!(agenda.blocks.len(), step.blocks.len());
        for (block, planned) in agenda.blocks.iter().zip(&step.blocks) {
            let owner = match planned.owner {
                Owner::Leader => Some(MARA),
                Owner::CoLeader => Some(BEN),
                Owner::All => None,
            };
            assert_eq!((block.owner, block.notes.as_str()), (owner, planned.notes.as_str()));
            assert_eq!(block.technique.is_some(), !planned.forms.is_empty() || !planned.skills.is_empty());
        }
        assert_eq!(agenda.checks, step.fidelity);
    }

    #[test]
    fn who_leads_alone_leads_the_co_leaders_part_too() {
        let alone = [Leader { person: MARA, role: LeaderRole::Facilitator }];
        assert_eq!(owner_of(Owner::CoLeader, &alone), Some(MARA));
        assert_eq!(owner_of(Owner::All, &alone), None);
        assert_eq!(owner_of(Owner::Leader, &[]), None);
    }

    #[test]
    fn a_session_that_was_called_off_takes_no_step() {
        use SessionState::{Cancelled, Held, Planned};
        let all = [session(1, Held), session(2, Cancelled), session(3, Planned), session(4, Planned)];
        assert_eq!(sessions_before(&all, &all[3]), 2);
        assert_eq!(sessions_before(&all, &all[0]), 0);
    }
}
