//! What a session did not reach is offered to the next one: taken on, or let go.

use serde::{Deserialize, Serialize};

use super::{Agenda, Block, Carried};
use crate::groups::Session;
use crate::{Error, Result};

/// A decision about a block that an earlier session did not reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The block.
    pub what: Carried,
}

/// A block that an earlier session did not reach, and about which nothing is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Where it comes from.
    pub from: Carried,
    /// The block as it was planned.
    pub block: Block,
}

/// What an earlier session leaves to this one: what it left open, in its order, without what was decided about.
pub(super) fn offers(earlier: &Session, left: &Agenda, now: &Agenda) -> Vec<Offer> {
    let offer = |block: &Block| Offer {
        from: Carried { session: earlier.id, block: block.id, at: earlier.starts_at },
        block: block.clone(),
    };
    left.left_open().map(offer).filter(|offer| !now.decided.iter().any(|decided| decided.what == offer.from)).collect()
}

impl Agenda {
    /// The blocks that were not reached and could be another session's. The last one closes a session, and each has its own.
    pub(super) fn left_open(&self) -> impl Iterator<Item = &Block> {
        let before_the_last = self.blocks.len().saturating_sub(1);
        self.blocks.iter().take(before_the_last).filter(|block| block.is_open())
    }

    /// Takes an offered block on, before everything else that has not begun.
    pub(super) fn take(&mut self, offer: &Offer) -> Result<()> {
        self.add_on_top(Block { carried: Some(offer.from), ..offer.block.clone() })?;
        self.decided.push(Decided { what: offer.from });
        Ok(())
    }

    /// Lets an offered block go.
    pub(super) fn let_go(&mut self, offer: &Offer) {
        self.decided.push(Decided { what: offer.from });
    }
}

/// The offer that is meant, among those that are open.
pub(super) fn find(offers: &[Offer], block: u32) -> Result<&Offer> {
    offers.iter().find(|offer| offer.from.block == block).ok_or(Error::Conflict("plans-conflict-changed"))
}

#[cfg(test)]
mod rules {
    use super::super::Progress;
    use super::*;
    use crate::clock::Timestamp;
    use crate::groups::SessionState;
    use crate::id::{GroupId, SessionId};

    fn block(id: u32, progress: Progress) -> Block {
        Block { progress, ..Block::new(id, format!("Part {id}"), 10) }
    }

    #[test]
    fn only_what_was_not_reached_is_offered_and_each_once_and_never_the_closing() {
        let earlier = Session {
            id: SessionId([1; 16]),
            group: GroupId([2; 16]),
            number: 3,
            starts_at: Timestamp(1_000),
            ends_at: Timestamp(2_000),
            state: SessionState::Held,
        };
        let left = Agenda::of(vec![
            block(1, Progress::Done),
            block(2, Progress::Skipped),
            block(3, Progress::Open),
            block(4, Progress::Open),
            block(5, Progress::Open),
        ]);
        let mut now = Agenda::of(vec![block(1, Progress::Open)]);
        let open = offers(&earlier, &left, &now);
        assert_eq!(open.iter().map(|offer| offer.from.block).collect::<Vec<_>>(), [3, 4]);
        now.take(&open[0]).expect("there is room");
        assert_eq!(now.blocks[0].title, "Part 3");
        assert_eq!(now.blocks[0].carried, Some(open[0].from));
        now.let_go(&open[1]);
        assert_eq!(offers(&earlier, &left, &now), []);
        assert_eq!(find(&[], 3), Err(Error::Conflict("plans-conflict-changed")));
    }
}
