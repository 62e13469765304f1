//! Tickets for the socket of a live room: each is for one login, one session and one use, within half a minute. They are rows, so
//! that one server issues what another admits.

use super::lease::{self, Has, Seen};
use super::node::Node;
use super::visit::{Face, visit};
use crate::access::SignedIn;
use crate::clock::{CLOCKS_APART, Span};
use crate::id::{Bytes, SessionId};
use crate::identity;
use crate::room::store::{self, TicketRow};
use crate::web::View;
use crate::work::{Vault, Work};
use crate::{Error, Result};

/// How long a ticket can be used: a page opens its socket at once.
pub(super) const TICKET: Span = Span::seconds(30);
/// Tickets of one login that are out at one time: a browser's pages, and each a few times over a bad line.
const TICKETS_MAX: i64 = 32;

/// A ticket for somebody who may be there, and who has the room to which it is. Their rights are looked at here, and again by
/// whoever admits them.
pub(in crate::room) async fn issue(
    work: &mut Work<'_>,
    (session, face, view): (SessionId, Face, View),
    token: Bytes,
    (node, seen): (&Node, Option<Seen>),
) -> Result<Has> {
    let coming = visit(work, session, face, view).await?;
    let SignedIn { person, login, .. } = coming.who;
    let now = work.now();
    if store::count_tickets(work, login, now - TICKET - CLOCKS_APART).await? >= TICKETS_MAX {
        return Err(Error::TooMany { after_s: 30 });
    }
    let has = lease::ask(work, session, node, seen).await?;
    let ticket = TicketRow { session, person, login, face, issued_by: node.name.clone(), issued_at: now };
    let digest = digest_of(work.vault(), token);
    store::insert_ticket(work, digest, &ticket).await?;
    Ok(has)
}

/// Whether there is such a ticket: one that nobody issued is not worth a turn of those who write.
pub(super) async fn is_out(work: &mut Work<'_>, token: Bytes) -> Result<bool> {
    let digest = digest_of(work.vault(), token);
    Ok(store::find_ticket(work, digest).await?.is_some())
}

/// Takes a ticket for good, and answers who comes with it. One that somebody else shows, or for another room, or whose login
/// has ended meanwhile, is lost with it. Where nobody is signed in, it alone says who they are.
pub(in crate::room) async fn take(
    work: &mut Work<'_>,
    (token, session): (Bytes, SessionId),
    shown_by: Option<SignedIn>,
    node: &Node,
) -> Result<Option<(SignedIn, Face)>> {
    let digest = digest_of(work.vault(), token);
    let Some(ticket) = store::take_ticket(work, digest).await? else { return Ok(None) };
    let is_theirs = shown_by.is_none_or(|who| (who.login, who.person) == (ticket.login, ticket.person));
    // Another server's clock may be ahead of this one's, or behind it.
    let life = if ticket.issued_by == node.name { TICKET } else { Span(TICKET.0 + CLOCKS_APART.0) };
    if !is_theirs || ticket.session != session || !ticket.issued_at.is_within(life, work.now()) {
        return Ok(None);
    }
    let living = identity::living(work, ticket.person, ticket.login).await?;
    Ok(living.map(|who| (who, ticket.face)))
}

fn digest_of(vault: &Vault, token: Bytes) -> [u8; 32] {
    vault.count_key("room ticket", &token)
}
