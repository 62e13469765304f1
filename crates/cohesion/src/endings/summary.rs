//! The summary of one member's time in a group: what it says, and how it is opened.

use serde::{Deserialize, Serialize};

use super::store::{self, SummaryRow};
use super::{compose, deeds};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups::{self, Seat};
use crate::id::{GroupId, PersonId, SeatId};
use crate::notes::{Fact, Signature};
use crate::practice::asked_now;
use crate::safety::concerns_in;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result, identity};

/// What a summary says.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// What is known from the member's own records. Composed while it is a draft, kept from the signature on.
    pub facts: Vec<Fact>,
    /// What was written, in the order of [`Body::FIELDS`].
    pub parts: Vec<String>,
    /// Words in it that are a member's name elsewhere and nobody's here.
    #[serde(default)]
    pub plain: Vec<String>,
    /// Why it was sent back to whoever is in training, while it is a draft again.
    #[serde(default)]
    pub returned: Option<Returned>,
}

/// Words with which a summary was sent back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// The words.
    pub words: String,
    /// Whose they are.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

impl Body {
    /// The Fluent keys of what is written.
    pub const FIELDS: [&'static str; 4] =
        ["endings-field-treatment", "endings-field-course", "endings-field-risk", "endings-field-onward"];
    /// Without these nothing is signed: the risk at the end, and what comes next.
    pub const NEEDED: [usize; 2] = [2, 3];
}

impl std::fmt::Debug for Body {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Body([sealed])")
    }
}

/// The summary of one member, begun or not.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The group.
    pub group: GroupId,
    /// The member.
    pub person: PersonId,
    /// The membership that it sums up.
    pub seat: SeatId,
    /// What the member is called in the group.
    pub called: String,
    /// Which version this is; 0 while nothing is kept.
    pub version: u32,
    /// What it says.
    pub body: Body,
    /// Who signed it, and when.
    pub signed: Option<Signature>,
    /// Whether a trainee has signed it, and nobody beside them yet.
    pub is_waiting: bool,
    /// Who is asked now to sign beside a trainee, where there is somebody.
    pub waits_for: Option<PersonId>,
    /// Who signed beside a trainee, and when.
    pub countersigned: Option<Signature>,
    /// When it was given out to the member.
    pub given_at: Option<Timestamp>,
    /// Concerns about the member that are open now: for whoever writes on the risk at the end.
    pub concerns: usize,
}

/// The summary of a member's latest time in the group. Without a seat there is none.
pub async fn summary(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Summary> {
    let grant = deeds::may_read(work, group, person).await?;
    let seat = groups::seat_of(work, group, person).await?.ok_or(Error::NotFound)?;
    let mut summary = match store::find_summary(work, seat.id).await? {
        Some(row) => kept(work, &grant, row, seat.called.clone()).await?,
        None => unwritten(&seat),
    };
    if summary.signed.is_none() {
        summary.body.facts = compose::facts_of(work, &seat).await?;
        summary.concerns = concerns_in(work, group).await?.iter().filter(|concern| concern.person == person).count();
    }
    Ok(summary)
}

/// The summary of one time in the group, be it the latest or not, for whoever is asked to sign it as well.
pub async fn summary_at(work: &mut Work<'_>, seat: SeatId) -> Result<Summary> {
    let row = store::find_summary(work, seat).await?.ok_or(Error::NotFound)?;
    let grant = deeds::may_read_row(work, &row.waiting()).await?;
    let called = identity::still_called(work, &grant, row.person).await?;
    kept(work, &grant, row, called.unwrap_or_default()).await
}

async fn kept(work: &mut Work<'_>, grant: &Grant, row: SummaryRow, called: String) -> Result<Summary> {
    let SummaryRow { seat, group, person, version, signed, given_at, countersigned, .. } = row;
    let is_waiting = row.is_waiting();
    let waits_for = if is_waiting { asked_now(work, row.waiting().asked()).await? } else { None };
    let body = open(work, grant, row).await?;
    Ok(Summary {
        group,
        person,
        seat,
        called,
        version,
        body,
        signed,
        is_waiting,
        waits_for,
        countersigned,
        given_at,
        concerns: 0,
    })
}

fn unwritten(seat: &Seat) -> Summary {
    let body = Body { parts: vec![String::new(); Body::FIELDS.len()], ..Body::default() };
    Summary {
        group: seat.group,
        person: seat.person,
        seat: seat.id,
        called: seat.called.clone(),
        version: 0,
        body,
        signed: None,
        is_waiting: false,
        waits_for: None,
        countersigned: None,
        given_at: None,
        concerns: 0,
    }
}

/// Opens a row under a grant about its person. What was signed is what opens: its digest was taken then.
pub(super) async fn open(work: &mut Work<'_>, grant: &Grant, row: SummaryRow) -> Result<Body> {
    if row.digest.is_some_and(|digest| !keyring::equal(&digest, &keyring::digest(&row.body))) {
        return Err(Error::bug("a signed summary is not what was signed"));
    }
    let scope = Scope::Membership(row.group, row.person);
    work.open(grant, scope, cell(row.seat, row.version), &row.body).await
}

pub(super) const fn cell(seat: SeatId, version: u32) -> Cell {
    Cell::of("discharge_summaries", "body", seat.0).version(version)
}
