//! SQL of live rooms on several servers: which of them has a room, tickets to it, and the servers' own addresses. None of it asks
//! for a grant: it tells of no content, and what a room is told anew is sealed.

use ::store::{Row, params};

use crate::Result;
use crate::clock::Timestamp;
use crate::id::{LoginId, PersonId, SessionId};
use crate::room::online::Face;
use crate::work::Work;

::store::statements! {
    FIND_LEASE = "select node, address, epoch, beat, beaten_at_ms, kept
        from room_leases
        where practice_id = $1
          and session_id = $2";

    INSERT_LEASE = "insert into room_leases
        (practice_id, session_id, node, address, epoch, beat, beaten_at_ms)
        values ($1, $2, $3, $4, 1, 0, $5)
        on conflict do nothing";

    TAKE_LEASE = "update room_leases
        set node = $1,
            address = $2,
            epoch = epoch + 1,
            beat = 0,
            beaten_at_ms = $3
        where practice_id = $4
          and session_id = $5
          and epoch = $6";

    BEAT_LEASE = "update room_leases
        set beat = beat + 1,
            beaten_at_ms = $1
        where practice_id = $2
          and session_id = $3
          and node = $4
          and epoch = $5";

    SAVE_KEPT = "update room_leases
        set kept = $1
        where practice_id = $2
          and session_id = $3
          and node = $4
          and epoch = $5";

    GIVE_BACK_LEASE = "update room_leases
        set node = '',
            address = '',
            beaten_at_ms = $1
        where practice_id = $2
          and session_id = $3
          and node = $4
          and epoch = $5";

    FORGET_KEPT = "update room_leases
        set kept = null
        where practice_id = $1
          and session_id = $2";

    DELETE_OLD_LEASES = "delete from room_leases
        where practice_id = $1
          and beaten_at_ms < $2";

    INSERT_TICKET = "insert into room_tickets
        (practice_id, digest, session_id, person_id, login_id, leads, sits_in, issued_by, issued_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    FIND_TICKET = "select session_id, person_id, login_id, leads, sits_in, issued_by, issued_at_ms
        from room_tickets
        where practice_id = $1
          and digest = $2";

    DELETE_TICKET = "delete from room_tickets
        where practice_id = $1
          and digest = $2";

    COUNT_TICKETS = "select count(*)
        from room_tickets
        where practice_id = $1
          and login_id = $2
          and issued_at_ms >= $3";

    DELETE_OLD_TICKETS = "delete from room_tickets
        where practice_id = $1
          and issued_at_ms < $2";

    INSERT_NODE = "insert into room_nodes
        (practice_id, node, address, seen_at_ms)
        values ($1, $2, $3, $4)";

    DELETE_NODE = "delete from room_nodes
        where practice_id = $1
          and node = $2";

    NODES_SINCE = "select distinct address
        from room_nodes
        where practice_id = $1
          and seen_at_ms >= $2
        order by address";

    DELETE_OLD_NODES = "delete from room_nodes
        where practice_id = $1
          and seen_at_ms < $2";
}

/// A room's lease: which server has it, or nobody's for an empty name.
pub struct LeaseRow {
    pub node: String,
    pub address: String,
    /// Rises with each taking.
    pub epoch: i64,
    /// Rises with each sign of life.
    pub beat: i64,
    /// When the last one was, or it was taken or given back.
    pub beaten_at: Timestamp,
    /// What outlasts the room, still sealed.
    pub kept: Option<Vec<u8>>,
}

pub async fn find_lease(work: &mut Work<'_>, session: SessionId) -> Result<Option<LeaseRow>> {
    let found = work.maybe(&FIND_LEASE, params![work.practice(), session]).await?;
    let read = |mut row: Row| {
        let (node, address, epoch) = (row.take()?, row.take()?, row.take()?);
        Ok(LeaseRow { node, address, epoch, beat: row.take()?, beaten_at: row.take()?, kept: row.take()? })
    };
    found.map(read).transpose()
}

/// Takes a lease over the one that was seen, by its epoch; none was for 0. Whether nobody else did.
pub async fn take_lease(
    work: &mut Work<'_>,
    session: SessionId,
    (node, address): (&str, &str),
    seen: i64,
) -> Result<bool> {
    let (practice, now) = (work.practice(), work.now());
    let touched = if seen == 0 {
        work.run(&INSERT_LEASE, params![practice, session, node, address, now]).await?
    } else {
        work.run(&TAKE_LEASE, params![node, address, now, practice, session, seen]).await?
    };
    Ok(touched == 1)
}

/// A sign of life. Whether the lease is this server's still.
pub async fn beat_lease(work: &mut Work<'_>, session: SessionId, (node, epoch): (&str, i64)) -> Result<bool> {
    let values = params![work.now(), work.practice(), session, node, epoch];
    Ok(work.run(&BEAT_LEASE, values).await? == 1)
}

pub async fn save_kept(
    work: &mut Work<'_>,
    session: SessionId,
    (node, epoch): (&str, i64),
    kept: Vec<u8>,
) -> Result<()> {
    work.run(&SAVE_KEPT, params![kept, work.practice(), session, node, epoch]).await?;
    Ok(())
}

/// Whoever asks next has the room, and is told what outlasts it.
pub async fn give_back_lease(work: &mut Work<'_>, session: SessionId, (node, epoch): (&str, i64)) -> Result<()> {
    work.run(&GIVE_BACK_LEASE, params![work.now(), work.practice(), session, node, epoch]).await?;
    Ok(())
}

/// Who was in a room is forgotten with its session.
pub async fn forget_kept(work: &mut Work<'_>, session: SessionId) -> Result<()> {
    work.run(&FORGET_KEPT, params![work.practice(), session]).await?;
    Ok(())
}

/// A ticket that is out.
pub struct TicketRow {
    pub session: SessionId,
    pub person: PersonId,
    pub login: LoginId,
    /// In which part whoever shows it comes.
    pub face: Face,
    /// By which server, whose clock may be another one's.
    pub issued_by: String,
    pub issued_at: Timestamp,
}

pub async fn insert_ticket(work: &mut Work<'_>, digest: [u8; 32], ticket: &TicketRow) -> Result<()> {
    let TicketRow { session, person, login, face, issued_by, issued_at } = ticket;
    let (leads, sits_in) = (*face == Face::Leader, *face == Face::Supervisor);
    let by = issued_by.as_str();
    let values = params![work.practice(), digest, *session, *person, *login, leads, sits_in, by, *issued_at];
    work.run(&INSERT_TICKET, values).await?;
    Ok(())
}

pub async fn find_ticket(work: &mut Work<'_>, digest: [u8; 32]) -> Result<Option<TicketRow>> {
    let found = work.maybe(&FIND_TICKET, params![work.practice(), digest]).await?;
    let read = |mut row: Row| {
        let (session, person, login) = (row.take()?, row.take()?, row.take()?);
        let (leads, sits_in): (bool, Option<bool>) = (row.take()?, row.take()?);
        let face = match (leads, sits_in) {
            (true, _) => Face::Leader,
            (false, Some(true)) => Face::Supervisor,
            (false, _) => Face::Member,
        };
        Ok(TicketRow { session, person, login, face, issued_by: row.take()?, issued_at: row.take()? })
    };
    found.map(read).transpose()
}

/// Takes a ticket for good: of two who show it at one moment, one has it.
pub async fn take_ticket(work: &mut Work<'_>, digest: [u8; 32]) -> Result<Option<TicketRow>> {
    let Some(ticket) = find_ticket(work, digest).await? else { return Ok(None) };
    let touched = work.run(&DELETE_TICKET, params![work.practice(), digest]).await?;
    Ok((touched == 1).then_some(ticket))
}

/// How many were issued to one login since then, and are out.
pub async fn count_tickets(work: &mut Work<'_>, login: LoginId, since: Timestamp) -> Result<i64> {
    let mut row = work.one(&COUNT_TICKETS, params![work.practice(), login, since]).await?;
    Ok(row.take()?)
}

/// A server says by which address pages reach it, in place of what it said before.
pub async fn save_node(work: &mut Work<'_>, node: &str, address: &str) -> Result<()> {
    delete_node(work, node).await?;
    work.run(&INSERT_NODE, params![work.practice(), node, address, work.now()]).await?;
    Ok(())
}

pub async fn delete_node(work: &mut Work<'_>, node: &str) -> Result<()> {
    work.run(&DELETE_NODE, params![work.practice(), node]).await?;
    Ok(())
}

/// The addresses of servers that were seen since then.
pub async fn nodes_since(work: &mut Work<'_>, since: Timestamp) -> Result<Vec<String>> {
    let rows = work.rows(&NODES_SINCE, params![work.practice(), since]).await?;
    rows.into_iter().map(|mut row| Ok(row.take()?)).collect()
}

/// Whatever nobody has touched since then.
pub async fn delete_old(work: &mut Work<'_>, until: Timestamp) -> Result<()> {
    work.run(&DELETE_OLD_LEASES, params![work.practice(), until]).await?;
    work.run(&DELETE_OLD_NODES, params![work.practice(), until]).await?;
    work.run(&DELETE_OLD_TICKETS, params![work.practice(), until]).await?;
    Ok(())
}
