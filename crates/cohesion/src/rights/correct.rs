//! What a member asks to be corrected where they cannot do it themselves, and what whoever leads the group answers.

use super::{CorrectionId, deeds, store};
use crate::access::{Deed, Grant};
use crate::clock::Timestamp;
use crate::groups::{self, LeaderRole};
use crate::hub::Change;
use crate::id::{GroupId, PersonId};
use crate::limits::TEXT_CHARS_MAX;
use crate::notices::{self, Kind};
use crate::work::{Cell, Scope, Work};
use crate::{Error, Legible, Result};

/// Something that is to be corrected.
#[derive(Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The group whose record it is about.
    pub group: GroupId,
    /// What is wrong, and how it would be right, in the member's words.
    pub words: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// What was answered, and when; nothing while it waits.
    pub answer: Option<(String, Timestamp)>,
}

impl std::fmt::Debug for Correction {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Correction({}, [sealed])", self.id)
    }
}

/// Asks those who lead one of the actor's groups, also one that they have left, to correct something.
pub async fn ask_to_correct(work: &mut Work<'_>, group: GroupId, words: &str) -> Result<CorrectionId> {
    let (person, grant) = deeds::may_own(work, Deed::AskToCorrect)?;
    check("words", words)?;
    let memberships = super::see::memberships(work, &grant, person).await?;
    if !memberships.iter().any(|one| one.group == group) {
        return Err(Error::invalid("group", "fault-choose"));
    }
    let id = CorrectionId::random()?;
    let sealed = work.seal(Scope::Membership(group, person), cell(id), words.trim()).await?;
    store::insert_correction(work, &grant, (id, group, person), sealed).await?;
    for leader in groups::leaders(work, group).await? {
        if leader.role != LeaderRole::Supervisor {
            notices::tell(work, leader.person, Kind::CorrectionAsked, person.0, work.now().0).await?;
        }
    }
    Ok(id)
}

/// What the actor has asked, the newest first.
pub async fn own_corrections(work: &mut Work<'_>) -> Result<Legible<Correction>> {
    let (person, grant) = deeds::may_own(work, Deed::SeeOwnRights)?;
    read(work, &grant, person).await
}

/// What somebody asked in the groups that the actor leads, the newest first.
pub async fn corrections_of(work: &mut Work<'_>, person: PersonId) -> Result<Legible<Correction>> {
    let grant = deeds::may_with(work, Deed::SeeKept, person).await?;
    let mut all = read(work, &grant, person).await?;
    let mut seen = Vec::new();
    for one in all.readable {
        if groups::leading(work, one.group).await?.allows(Deed::SeeKept) {
            seen.push(one);
        }
    }
    all.readable = seen;
    Ok(all)
}

/// Answers, which closes it. Answers whose it is.
pub async fn answer_correction(work: &mut Work<'_>, id: CorrectionId, words: &str) -> Result<PersonId> {
    let row = store::find_correction(work, id).await?;
    let grant = deeds::ask_to_answer(work, &row).await?;
    check(&format!("answer-{id}"), words)?;
    let sealed = work.seal(Scope::Membership(row.group, row.person), answer_cell(id), words.trim()).await?;
    store::save_answer(work, &grant, id, sealed).await?;
    notices::tell(work, row.person, Kind::CorrectionAnswered, id.0, 0).await?;
    work.announce(Change::Person(row.person));
    Ok(row.person)
}

async fn read(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Legible<Correction>> {
    let mut all = Legible::default();
    for row in store::corrections_of(work, grant, person).await? {
        let (id, scope) = (row.id, Scope::Membership(row.group, person));
        let opening = async {
            let words = work.open(grant, scope, cell(id), &row.words).await?;
            let answer = match (&row.answer, row.answered_at) {
                (Some(sealed), Some(at)) => Some((work.open(grant, scope, answer_cell(id), sealed).await?, at)),
                _ => None,
            };
            Ok(Correction { id, group: row.group, words, asked_at: row.asked_at, answer })
        };
        all.add(opening.await, "corrections", id.0)?;
    }
    Ok(all)
}

fn check(field: &str, words: &str) -> Result<()> {
    match words.trim().chars().count() {
        0 => Err(Error::invalid(field, "fault-empty")),
        length if length > TEXT_CHARS_MAX => Err(Error::invalid(field, "fault-long")),
        _ => Ok(()),
    }
}

const fn cell(id: CorrectionId) -> Cell {
    Cell::of("corrections", "words", id.0)
}

const fn answer_cell(id: CorrectionId) -> Cell {
    Cell::of("corrections", "answer", id.0)
}
