//! Tickets for the socket of a live room: each is for one login, one session and one use, within half a minute.

use std::collections::HashMap;

use super::visit::Visit;
use crate::access::SignedIn;
use crate::clock::{Span, Timestamp};
use crate::id::{self, Bytes, SessionId};
use crate::{Error, Result};

/// How long a ticket can be used: a page opens its socket at once.
pub(super) const TICKET: Span = Span::seconds(30);
/// Tickets that are out at one time; far more than a large practice opens sockets in half a minute.
const TICKETS_MAX: usize = 4_096;

/// Tickets that are out.
#[derive(Default)]
pub(super) struct Tickets(HashMap<Bytes, (Visit, Timestamp)>);

impl Tickets {
    /// A ticket for a visit.
    pub fn issue(&mut self, visit: Visit, now: Timestamp) -> Result<String> {
        self.0.retain(|_, (_, until)| now < *until);
        if self.0.len() >= TICKETS_MAX {
            return Err(Error::TooMany { after_s: 30 });
        }
        let token = id::random()?;
        self.0.insert(token, (visit, now + TICKET));
        Ok(id::to_text(token))
    }

    /// Takes a ticket for good. One that somebody else shows, or for another room, is lost with it.
    pub fn take(&mut self, token: &str, who: &SignedIn, session: SessionId, now: Timestamp) -> Option<Visit> {
        let (visit, until) = self.0.remove(&id::from_text(token)?)?;
        let is_theirs = visit.who.login == who.login && visit.who.person == who.person && visit.session.id == session;
        (is_theirs && now < until).then_some(visit)
    }
}
