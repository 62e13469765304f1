//! Whether a text must be signed, pure: never signed, taken back, a new edition, a new season, or somebody new in the group.

use super::Edition;
use crate::clock::Timestamp;
use crate::limits;

/// A text that waits for a signature, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The edition to sign.
    pub edition: Edition,
    /// Why it is asked for.
    pub why: Why,
}

/// Why a signature is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There has never been one.
    Never,
    /// The last one was taken back.
    TakenBack,
    /// The text has changed in what it asks.
    NewEdition,
    /// The promises are read again once a year.
    NewSeason,
    /// Somebody new has come into the group.
    SomebodyNew,
}

/// What counts of a signature here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The edition that was signed.
    pub edition: u32,
    /// When.
    pub signed_at: Timestamp,
    /// Whether it still stands.
    pub stands: bool,
}

/// What is due, given the edition in force, the last signature that covers it, the first edition whose signatures still
/// bind, and when the newest of the others took their seat in a group that lets people in one by one.
pub fn due(
    edition: Edition,
    last: Option<Mark>,
    binding_since: u32,
    newest: Option<Timestamp>,
    now: Timestamp,
) -> Option<Due> {
    let promise = edition.agreement.is_a_promise_of_silence();
    let why = match last {
        None => Why::Never,
        Some(mark) if !mark.stands => Why::TakenBack,
        Some(mark) if mark.edition < binding_since => Why::NewEdition,
        Some(mark) if promise && now - mark.signed_at > limits::AGREEMENT_SEASON => Why::NewSeason,
        Some(mark) if promise && newest.is_some_and(|since| since > mark.signed_at) => Why::SomebodyNew,
        Some(_) => return None,
    };
    Some(Due { edition, why })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreements::Agreement;
    use crate::clock::Span;

    const SIGNED: Timestamp = Timestamp(1_000_000_000_000);

    fn asked(agreement: Agreement, last: Option<Mark>, newest: Option<Timestamp>, later: Span) -> Option<Why> {
        due(Edition::shipped(agreement), last, 2, newest, SIGNED + later).map(|due| due.why)
    }

    #[test]
    fn a_signature_stands_until_one_of_five_things_happens() {
        let mark = Mark { edition: 2, signed_at: SIGNED, stands: true };
        let day = Span::days(1);
        let group = Agreement::GroupAgreement;
        let table = [
            (asked(group, None, None, day), Some(Why::Never)),
            (asked(group, Some(mark), None, day), None),
            (asked(group, Some(Mark { stands: false, ..mark }), None, day), Some(Why::TakenBack)),
            (asked(group, Some(Mark { edition: 1, ..mark }), None, day), Some(Why::NewEdition)),
            (asked(group, Some(Mark { edition: 3, ..mark }), None, day), None),
            (asked(group, Some(mark), None, Span::days(365)), None),
            (asked(group, Some(mark), None, Span::days(366)), Some(Why::NewSeason)),
            (asked(group, Some(mark), Some(SIGNED - day), day), None),
            (asked(group, Some(mark), Some(SIGNED + day), day), Some(Why::SomebodyNew)),
            (asked(Agreement::PrivacyNotice, Some(mark), Some(SIGNED + day), Span::days(900)), None),
        ];
        for (row, (found, expected)) in table.into_iter().enumerate() {
            assert_eq!(found, expected, "row {row}");
        }
    }
}
