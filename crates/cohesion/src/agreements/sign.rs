//! A member signs a text, or takes a signature back.

use super::signature::name_cell;
use super::{Agreement, Due, Edition, deeds, store, unsigned};
use crate::hub::Change;
use crate::id::{GroupId, PersonId, SignatureId};
use crate::limits;
use crate::work::{Scope, Work};
use crate::{Error, Result};

/// What a member sends when they sign.
#[derive(Clone, Debug)]
pub struct Signing {
    /// The group that asks for it.
    pub group: GroupId,
    /// The text.
    pub agreement: Agreement,
    /// The edition that was on the page.
    pub edition: u32,
    /// The name written under it.
    pub name: String,
}

/// Signs a text as oneself. A text that changed while it was read must be read again; signing twice is signing once.
pub async fn sign(work: &mut Work<'_>, person: PersonId, signing: &Signing) -> Result<()> {
    let grant = deeds::may_sign(work, person, signing.group)?;
    let due = unsigned(work, &grant, person, signing.group).await?;
    let Some(Due { edition, .. }) = due.into_iter().find(|due| due.edition.agreement == signing.agreement) else {
        return Ok(());
    };
    if edition.number != signing.edition {
        return Err(Error::Conflict("agreements-conflict-newer"));
    }
    if !(1..=limits::NAME_CHARS_MAX).contains(&signing.name.trim().chars().count()) {
        return Err(Error::invalid("name", "agreements-fault-name"));
    }
    store::keep_edition(work, &grant, &edition).await?;
    let id = SignatureId::random()?;
    let name = work.seal(Scope::Person(person), name_cell(id), signing.name.trim()).await?;
    store::insert_signature(work, &grant, id, person, signing.group, &edition, name).await?;
    work.announce(Change::Person(person));
    Ok(())
}

/// Takes one's own signature back. The signature stays on record, with the moment it ended.
pub async fn withdraw(work: &mut Work<'_>, id: SignatureId) -> Result<Edition> {
    let kept = store::find_signature(work, id).await?;
    let grant = deeds::may_withdraw(work, kept.person, id)?;
    if kept.withdrawn_at.is_some() {
        return Err(Error::Conflict("agreements-conflict-withdrawn"));
    }
    store::insert_withdrawal(work, &grant, id).await?;
    work.announce(Change::Person(kept.person));
    super::edition(work, kept.agreement, kept.edition).await
}
