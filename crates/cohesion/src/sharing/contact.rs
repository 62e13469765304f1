//! Two members who may come to exchange ways to be reached, as one of them sees it.

use serde::{Deserialize, Serialize};

use super::ExchangeId;
use crate::coded;

coded! {
    /// Where it is between the two.
    ExchangeState "state of an exchange" {
        /// One has asked.
        Asked = 1 "asked" "sharing-exchange-asked";
        /// Both have agreed, and each sees what the other gives.
        Agreed = 2 "agreed" "sharing-exchange-agreed";
        /// One has said no, or taken it back. It is not asked again.
        Over = 3 "over" "sharing-exchange-over";
    }
}

/// Which of the two somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// They asked.
    Asker,
    /// They were asked.
    Asked,
}

/// An exchange as one of the two sees it.
#[derive(Clone)]
pub struct Exchange {
    /// Its id.
    pub id: ExchangeId,
    /// Which of the two the reader is.
    pub party: Party,
    /// Where it is.
    pub state: ExchangeState,
    /// The other one's name in the group.
    pub with: String,
    /// What the reader gives.
    pub gives: Option<String>,
    /// What the other one gives, once both have agreed.
    pub sees: Option<String>,
}

/// What is sealed for one of the two.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Card {
    /// The other one's name in the group.
    pub with: String,
    /// A way to be reached: one's own, or the other one's.
    pub way: Option<String>,
}
