//! The summary of one member's time in a group: what it says, and how it is opened.

use serde::{Deserialize, Serialize};

use super::store::{self, SummaryRow};
use super::{compose, deeds};
use crate::access::Grant;
use crate::clock::Timestamp;
use crate::groups;
use crate::id::{GroupId, PersonId, SeatId};
use crate::notes::{Fact, Signature};
use crate::safety::concerns_in;
use crate::work::{Cell, Scope, Work};
use crate::{Error, Result};

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
    /// When it was given out to the member.
    pub given_at: Option<Timestamp>,
    /// Concerns about the member that are open now: for whoever writes on the risk at the end.
    pub concerns: usize,
}

/// The summary of a member's latest time in the group. Without a seat there is none.
pub async fn summary(work: &mut Work<'_>, group: GroupId, person: PersonId) -> Result<Summary> {
    let grant = deeds::may_read(work, group, person).await?;
    let seat = groups::seat_of(work, group, person).await?.ok_or(Error::NotFound)?;
    let row = store::find_summary(work, &grant, seat.id).await?;
    let (version, signed, given_at) =
        row.as_ref().map_or((0, None, None), |row| (row.version, row.signed, row.given_at));
    let mut body = match row {
        Some(row) => open(work, &grant, row).await?,
        None => Body { parts: vec![String::new(); Body::FIELDS.len()], ..Body::default() },
    };
    if signed.is_none() {
        body.facts = compose::facts_of(work, &seat).await?;
    }
    let concerns = concerns_in(work, group).await?.iter().filter(|concern| concern.person == person).count();
    Ok(Summary { concerns, group, person, seat: seat.id, called: seat.called, version, body, signed, given_at })
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
