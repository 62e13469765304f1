//! SQL of invitations. Finding one by its link asks for no grant: the link is what lets somebody in.

use ::store::params;

use crate::Result;
use crate::access::Grant;
use crate::id::PersonId;
use crate::identity::account::AccountKind;
use crate::identity::invitation::{Invitation, InvitationId};
use crate::limits::INVITATION;
use crate::work::Work;

::store::statements! {
    INSERT_INVITATION = "insert into invitations
        (practice_id, id, person_id, kind, email_index, token_hash, made_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)";

    WITHDRAW_INVITATIONS = "update invitations
        set withdrawn_at_ms = $1
        where practice_id = $2
          and person_id = $3
          and withdrawn_at_ms is null
          and taken_up_at_ms is null";

    FIND_INVITATION = "select id, person_id, kind, email_index, made_at_ms
        from invitations
        where practice_id = $1
          and id = $2
          and made_at_ms >= $3
          and withdrawn_at_ms is null
          and taken_up_at_ms is null";

    FIND_INVITATION_BY_LINK = "select id, person_id, kind, email_index, made_at_ms
        from invitations
        where practice_id = $1
          and token_hash = $2
          and made_at_ms >= $3
          and withdrawn_at_ms is null
          and taken_up_at_ms is null";

    TAKE_UP_INVITATION = "update invitations
        set taken_up_at_ms = $1
        where practice_id = $2
          and id = $3
          and made_at_ms >= $4
          and withdrawn_at_ms is null
          and taken_up_at_ms is null";
}

pub(in crate::identity) async fn insert_invitation(
    work: &mut Work<'_>,
    _: &Grant,
    id: InvitationId,
    person: PersonId,
    kind: AccountKind,
    email_index: [u8; 32],
    token_hash: [u8; 32],
) -> Result<()> {
    let values = params![work.practice(), id, person, kind.code(), email_index, token_hash, work.now()];
    work.run(&INSERT_INVITATION, values).await?;
    Ok(())
}

pub(in crate::identity) async fn withdraw_invitations(work: &mut Work<'_>, _: &Grant, person: PersonId) -> Result<()> {
    work.run(&WITHDRAW_INVITATIONS, params![work.now(), work.practice(), person]).await?;
    Ok(())
}

/// An invitation. Asks for no grant: whom it is for decides who may see it.
pub(in crate::identity) async fn find_invitation(work: &mut Work<'_>, id: InvitationId) -> Result<Option<Invitation>> {
    let row = work.maybe(&FIND_INVITATION, params![work.practice(), id, work.now() - INVITATION]).await?;
    row.map(invitation_of).transpose()
}

/// The invitation of a link. Asks for no grant: whoever holds the link is the one it is for.
pub(in crate::identity) async fn find_invitation_by_link(
    work: &mut Work<'_>,
    token_hash: [u8; 32],
) -> Result<Option<Invitation>> {
    let values = params![work.practice(), token_hash, work.now() - INVITATION];
    let row = work.maybe(&FIND_INVITATION_BY_LINK, values).await?;
    row.map(invitation_of).transpose()
}

/// Whether it was still there to be taken up. Of many at once, one wins.
pub(in crate::identity) async fn take_up(work: &mut Work<'_>, _: &Grant, id: InvitationId) -> Result<bool> {
    let values = params![work.now(), work.practice(), id, work.now() - INVITATION];
    Ok(work.run(&TAKE_UP_INVITATION, values).await? == 1)
}

fn invitation_of(mut row: ::store::Row) -> Result<Invitation> {
    Ok(Invitation {
        id: row.take()?,
        person: row.take()?,
        kind: AccountKind::from_code(row.take()?)?,
        email_index: row.take()?,
        made_at: row.take()?,
    })
}
