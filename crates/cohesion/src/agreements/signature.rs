//! A member's signature under a text, and which texts still lack one.

use super::{Agreement, Due, deeds, due, in_force, store};
use crate::Result;
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Format};
use crate::id::{GroupId, PersonId, SignatureId};
use crate::work::{Cell, Scope, Work};

/// A signature as it was written.
#[derive(Clone, Debug)]
pub struct Signature {
    /// Its id.
    pub id: SignatureId,
    /// Who signed.
    pub person: PersonId,
    /// The group that asked for it.
    pub group: GroupId,
    /// The text.
    pub agreement: Agreement,
    /// Its edition.
    pub edition: u32,
    /// SHA-256 of the exact wording.
    pub hash: [u8; 32],
    /// The name that was written under it.
    pub name: String,
    /// When.
    pub signed_at: Timestamp,
    /// When it was taken back.
    pub withdrawn_at: Option<Timestamp>,
}

/// A person's signatures, the newest first. The grant must be about this person.
pub async fn signatures_of(work: &mut Work<'_>, grant: &Grant, person: PersonId) -> Result<Vec<Signature>> {
    let mut signatures = Vec::new();
    for kept in store::signatures_of(work, grant, person).await? {
        signatures.push(open(work, grant, kept).await?);
    }
    Ok(signatures)
}

/// One of the actor's own signatures.
pub async fn signature(work: &mut Work<'_>, id: SignatureId) -> Result<Signature> {
    let kept = store::find_signature(work, id).await?;
    let grant = deeds::may_see_own(work, kept.person)?;
    open(work, &grant, kept).await
}

/// The texts that this person still has to sign for the group, in the order in which they are read.
pub async fn unsigned(work: &mut Work<'_>, grant: &Grant, person: PersonId, group: GroupId) -> Result<Vec<Due>> {
    let group = groups::group(work, grant, group).await?;
    let newest = match group.format {
        Format::SlowOpen => groups::newest_seat(work, grant, group.id, person).await?,
        Format::Closed | Format::Open => None,
    };
    let signed = store::signatures_of(work, grant, person).await?;
    let mut missing = Vec::new();
    for agreement in Agreement::asked_by(group.charter.consent()) {
        let edition = in_force(work, *agreement).await?;
        let binding_since = store::binding_since(work, *agreement).await?;
        let covering = signed.iter().filter(|kept| kept.covers(*agreement, group.id)).map(store::KeptSignature::mark);
        let latest = covering.max_by_key(|mark| (mark.signed_at, mark.stands));
        missing.extend(due(edition, latest, binding_since, newest, work.now()));
    }
    Ok(missing)
}

async fn open(work: &mut Work<'_>, grant: &Grant, kept: store::KeptSignature) -> Result<Signature> {
    let name = work.open(grant, Scope::Person(kept.person), name_cell(kept.id), &kept.name).await?;
    let store::KeptSignature { id, person, group, agreement, edition, hash, signed_at, withdrawn_at, .. } = kept;
    Ok(Signature { id, person, group, agreement, edition, hash, name, signed_at, withdrawn_at })
}

pub(super) const fn name_cell(id: SignatureId) -> Cell {
    Cell::of("signatures", "name", id.0)
}
