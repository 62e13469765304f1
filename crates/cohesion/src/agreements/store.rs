//! SQL of texts and signatures. Nothing here changes or removes a row.

use ::store::{Row, params};

use super::due::Mark;
use super::{Agreement, Edition, Renewal, agreement::Reach};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::id::{GroupId, PersonId, SignatureId};
use crate::work::Work;
use crate::{Error, Result};

::store::statements! {
    INSERT_EDITION = "insert into agreement_editions
        (practice_id, agreement, number, wording, hash, renewal, published_by, published_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict do nothing";

    LATEST_EDITION = "select agreement, number, wording, hash, renewal, published_at_ms
        from agreement_editions
        where practice_id = $1
          and agreement = $2
        order by number desc
        limit 1";

    FIND_EDITION = "select agreement, number, wording, hash, renewal, published_at_ms
        from agreement_editions
        where practice_id = $1
          and agreement = $2
          and number = $3";

    BINDING_SINCE = "select max(number)
        from agreement_editions
        where practice_id = $1
          and agreement = $2
          and renewal = 1";

    INSERT_SIGNATURE = "insert into signatures
        (practice_id, id, person_id, group_id, agreement, edition, hash, name, signed_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    FIND_SIGNATURE = "select signatures.id, person_id, group_id, agreement, edition, hash, name, signed_at_ms, withdrawn_at_ms
        from signatures
        left join signature_withdrawals
          on signature_withdrawals.practice_id = signatures.practice_id
         and signature_withdrawals.signature_id = signatures.id
        where signatures.practice_id = $1
          and signatures.id = $2";

    SIGNATURES_OF = "select signatures.id, person_id, group_id, agreement, edition, hash, name, signed_at_ms, withdrawn_at_ms
        from signatures
        left join signature_withdrawals
          on signature_withdrawals.practice_id = signatures.practice_id
         and signature_withdrawals.signature_id = signatures.id
        where signatures.practice_id = $1
          and person_id = $2
        order by signed_at_ms desc, agreement";

    INSERT_WITHDRAWAL = "insert into signature_withdrawals
        (practice_id, signature_id, withdrawn_at_ms)
        values ($1, $2, $3)";

    FORGET_WITHDRAWALS = "delete from signature_withdrawals
        where practice_id = $1
          and signature_id in (
              select id
              from signatures
              where practice_id = $1
                and group_id = $2
                and person_id = $3)";

    FORGET_SIGNATURES = "delete from signatures
        where practice_id = $1
          and group_id = $2
          and person_id = $3";
}

/// A signature's row, its name still sealed.
pub(super) struct KeptSignature {
    pub id: SignatureId,
    pub person: PersonId,
    pub group: GroupId,
    pub agreement: Agreement,
    pub edition: u32,
    pub hash: [u8; 32],
    pub name: Vec<u8>,
    pub signed_at: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
}

impl KeptSignature {
    /// Whether it is under this text and counts for this group.
    pub fn covers(&self, agreement: Agreement, group: GroupId) -> bool {
        self.agreement == agreement && (agreement.reach() == Reach::Practice || self.group == group)
    }

    /// What counts of it for what is due.
    pub const fn mark(&self) -> Mark {
        Mark { edition: self.edition, signed_at: self.signed_at, stands: self.withdrawn_at.is_none() }
    }
}

/// Keeps an edition; one that is kept already stays as it is.
pub(super) async fn keep_edition(work: &mut Work<'_>, _: &Grant, edition: &Edition) -> Result<()> {
    let values = params![
        work.practice(),
        edition.agreement.code(),
        edition.number,
        edition.wording.as_str(),
        edition.hash,
        edition.renewal.code(),
        work.actor().person(),
        work.now()
    ];
    work.run(&INSERT_EDITION, values).await?;
    Ok(())
}

pub(super) async fn latest_edition(work: &mut Work<'_>, agreement: Agreement) -> Result<Option<Edition>> {
    work.maybe(&LATEST_EDITION, params![work.practice(), agreement.code()]).await?.map(read_edition).transpose()
}

pub(super) async fn find_edition(work: &mut Work<'_>, agreement: Agreement, number: u32) -> Result<Option<Edition>> {
    let row = work.maybe(&FIND_EDITION, params![work.practice(), agreement.code(), number]).await?;
    row.map(read_edition).transpose()
}

/// The earliest edition whose signatures still count; 1 while nothing is kept.
pub(super) async fn binding_since(work: &mut Work<'_>, agreement: Agreement) -> Result<u32> {
    let found: Option<u32> = work.one(&BINDING_SINCE, params![work.practice(), agreement.code()]).await?.take()?;
    Ok(found.unwrap_or(1))
}

pub(super) async fn insert_signature(
    work: &mut Work<'_>,
    _: &Grant,
    id: SignatureId,
    person: PersonId,
    group: GroupId,
    edition: &Edition,
    name: Vec<u8>,
) -> Result<()> {
    let Edition { agreement, number, hash, .. } = edition;
    let (practice, now) = (work.practice(), work.now());
    let values = params![practice, id, person, group, agreement.code(), *number, *hash, name, now];
    work.run(&INSERT_SIGNATURE, values).await?;
    Ok(())
}

pub(super) async fn find_signature(work: &mut Work<'_>, id: SignatureId) -> Result<KeptSignature> {
    read_signature(work.one(&FIND_SIGNATURE, params![work.practice(), id]).await?)
}

pub(super) async fn signatures_of(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<Vec<KeptSignature>> {
    work.rows(&SIGNATURES_OF, params![work.practice(), person]).await?.into_iter().map(read_signature).collect()
}

pub(super) async fn insert_withdrawal(work: &mut Work<'_>, _: &Grant, id: SignatureId) -> Result<()> {
    work.run(&INSERT_WITHDRAWAL, params![work.practice(), id, work.now()]).await?;
    Ok(())
}

fn read_edition(mut row: Row) -> Result<Edition> {
    let edition = Edition {
        agreement: Agreement::from_code(row.take()?)?,
        number: row.take()?,
        wording: row.take()?,
        hash: row.take()?,
        renewal: Renewal::from_code(row.take()?)?,
        published_at: row.take()?,
    };
    let is_as_signed = keyring::digest(edition.wording.as_bytes()) == edition.hash;
    is_as_signed
        .then_some(edition)
        .ok_or_else(|| Error::bug("the wording of an edition is not the one it was kept with"))
}

fn read_signature(mut row: Row) -> Result<KeptSignature> {
    Ok(KeptSignature {
        id: row.take()?,
        person: row.take()?,
        group: row.take()?,
        agreement: Agreement::from_code(row.take()?)?,
        edition: row.take()?,
        hash: row.take()?,
        name: row.take()?,
        signed_at: row.take()?,
        withdrawn_at: row.take()?,
    })
}

/// Deletes all that is kept of one person in one group. The grant must be about that person.
pub(crate) async fn forget_member(work: &mut Work<'_>, _: &Grant, group: GroupId, person: PersonId) -> Result<()> {
    for sql in [&FORGET_WITHDRAWALS, &FORGET_SIGNATURES] {
        work.run(sql, params![work.practice(), group, person]).await?;
    }
    Ok(())
}
