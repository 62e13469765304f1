//! A member says "I need help", and is told who knows of it and what comes next.

use super::duty::who_answers;
use super::names::name;
use super::{AlertId, Cause, Path, Sign, Written, raise};
use crate::access::{About, Deed, Standing};
use crate::groups;
use crate::id::{Bytes, GroupId, PersonId};
use crate::practice;
use crate::work::Work;
use crate::{Error, Result};

/// The actor calls for help. `call` is the key of the form; pressing again before somebody has it is the same call.
pub async fn need_help(work: &mut Work<'_>, call: Bytes, words: Option<Written>) -> Result<AlertId> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    let group = need_help_goes_to(work, person).await?;
    raise(work, &Cause { person, group, sign: Sign::NeedHelp { call, words } }).await
}

/// The actor calls for help while they are with this group: those who answer are its own.
pub async fn need_help_in(work: &mut Work<'_>, group: GroupId, call: Bytes, words: Written) -> Result<AlertId> {
    let person = work.actor().person().ok_or(Error::SignInNeeded)?;
    raise(work, &Cause { person, group: Some(group), sign: Sign::NeedHelp { call, words: Some(words) } }).await
}

/// The group whose leaders and duty answer: one with a clinician before one without.
pub(super) async fn need_help_goes_to(work: &mut Work<'_>, person: PersonId) -> Result<Option<GroupId>> {
    let mut closest = None;
    for group in groups::seated_in(work, person).await? {
        match Path::of(&groups::charter_of(work, group).await?) {
            Path::Clinical => return Ok(Some(group)),
            Path::DutyContact => closest = closest.or(Some(group)),
        }
    }
    Ok(closest)
}

/// Who hears of it when a member calls for help, by name as far as it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Hearing {
    /// Those who are told at once; empty where nobody is on duty.
    pub first: Vec<Option<String>>,
    /// Those who can read it besides: whoever leads the group and supervises there.
    pub besides: Vec<Option<String>>,
}

/// Who hears of it when the actor calls for help.
pub(super) async fn who_hears(work: &mut Work<'_>, person: PersonId, group: Option<GroupId>) -> Result<Hearing> {
    let grant = work.ask(Deed::SeeOwnAlert, Standing::NONE, About::person(person))?;
    let first = who_answers(work, group).await?.steps.into_iter().next().unwrap_or_default();
    let mut besides = Vec::new();
    if let Some(group) = group {
        for leader in groups::leaders(work, group).await? {
            if !first.contains(&leader.person) && practice::works_here(work, leader.person).await? {
                besides.push(leader.person);
            }
        }
    }
    let mut hearing = Hearing::default();
    for person in first {
        hearing.first.push(name(work, &grant, person).await?);
    }
    for person in besides {
        hearing.besides.push(name(work, &grant, person).await?);
    }
    Ok(hearing)
}
