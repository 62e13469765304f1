//! How often somebody may miss: counted by address and by account in the database, so that every process counts together.
//!
//! A try is counted before it is judged, so that many at once count as many, and given back when it was right. Nobody is ever
//! locked out: the wait grows to a bound, and a browser that its person has signed in with before is counted by itself, so
//! that strangers cannot make the person wait (ATK-40).

use super::client::ClientAddress;
use super::store::throttles as store;
use crate::clock::{Span, Timestamp};
use crate::limits::{ASKS_AN_HOUR_MAX, MISS_PAUSE_MAX, MISSES_A_MINUTE_MAX, MISSES_FORGOTTEN, MISSES_FREE};
use crate::work::Work;
use crate::{Error, Result};

/// What is counted.
#[derive(Clone, Copy, Debug)]
pub(super) enum Count {
    /// Sign-ins from one address.
    Address(ClientAddress),
    /// Passphrases tried on one account, known or not, by its address' look-up value.
    Account([u8; 32]),
    /// Passphrases tried in one browser that the account's person has used.
    KnownBrowser([u8; 16]),
    /// Codes tried on one account after a right passphrase.
    SecondStep([u8; 16]),
    /// Proofs tried in one login.
    Login([u8; 16]),
    /// Codes of boards that one address has tried.
    Code(ClientAddress),
    /// Addresses that one person has tried as their own.
    OwnAddress([u8; 16]),
    /// Requests for a place that came from one address.
    Asks(ClientAddress),
}

/// Whether a try may be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// It may.
    Go,
    /// Not before so much time has passed.
    Wait(Span),
}

impl Admission {
    /// The error that says how long to wait.
    pub fn checked(self) -> Result<()> {
        let Self::Wait(span) = self else { return Ok(()) };
        Err(Error::TooMany { after_s: u32::try_from(span.0 / 1_000 + 1).unwrap_or(u32::MAX) })
    }
}

/// The tries that are kept of one count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tries {
    pub count: u32,
    pub since: Timestamp,
    pub last: Timestamp,
}

/// Counts one try of each, unless one of them has to wait; then none is counted.
pub(super) async fn admit(work: &mut Work<'_>, counts: &[Count]) -> Result<Admission> {
    let now = work.now();
    let mut counted = Vec::new();
    for count in counts {
        let key = count.key(work);
        match count.judge(store::find_tries(work, key).await?, now) {
            Ok(tries) => counted.push((key, tries)),
            Err(span) => return Ok(Admission::Wait(span)),
        }
    }
    for (key, tries) in counted {
        store::save_tries(work, key, tries).await?;
    }
    Ok(Admission::Go)
}

/// Counts a try of a code that opens something without a login, such as the board of a meeting.
pub async fn admit_code(work: &mut Work<'_>, client: ClientAddress) -> Result<()> {
    admit(work, &[Count::Code(client)]).await?.checked()
}

/// Gives it back, since the code was right.
pub async fn right_code(work: &mut Work<'_>, client: ClientAddress) -> Result<()> {
    give_back(work, &[Count::Code(client)]).await
}

/// Gives a try back, since it was right: an address gets its one try, everything else begins anew.
pub(super) async fn give_back(work: &mut Work<'_>, counts: &[Count]) -> Result<()> {
    for count in counts {
        let key = count.key(work);
        match (count, store::find_tries(work, key).await?) {
            (Count::Address(_), Some(tries)) if tries.count > 1 => {
                store::save_tries(work, key, Tries { count: tries.count - 1, ..tries }).await?;
            }
            _ => store::forget_tries(work, key).await?,
        }
    }
    Ok(())
}

impl Count {
    fn key(self, work: &Work<'_>) -> [u8; 32] {
        let vault = work.vault();
        match self {
            Self::Address(client) => vault.count_key("address", &client.bucket()),
            Self::Account(index) => vault.count_key("account", &index),
            Self::KnownBrowser(mark) => vault.count_key("known browser", &mark),
            Self::SecondStep(person) => vault.count_key("second step", &person),
            Self::Login(login) => vault.count_key("login", &login),
            Self::Code(client) => vault.count_key("code", &client.bucket()),
            Self::OwnAddress(person) => vault.count_key("own address", &person),
            Self::Asks(client) => vault.count_key("asks", &client.bucket()),
        }
    }

    /// The tries with this one, or how long to wait.
    fn judge(self, kept: Option<Tries>, now: Timestamp) -> std::result::Result<Tries, Span> {
        let first = Tries { count: 1, since: now, last: now };
        let Some(kept) = kept else { return Ok(first) };
        let more = Tries { count: kept.count.saturating_add(1), last: now, ..kept };
        if let Some((window, max)) = self.window() {
            return match now - kept.since {
                passed if passed >= window || passed < Span(0) => Ok(first),
                passed if kept.count >= max => Err(Span(window.0 - passed.0)),
                _ => Ok(more),
            };
        }
        match now - kept.last {
            passed if passed >= MISSES_FORGOTTEN || passed < Span(0) => Ok(first),
            passed if passed < pause_after(kept.count) => Err(Span(pause_after(kept.count).0 - passed.0)),
            _ => Ok(more),
        }
    }
}

impl Count {
    /// What is counted by the clock, however it ends: how many in which time.
    const fn window(self) -> Option<(Span, u32)> {
        match self {
            Self::Address(_) | Self::Code(_) => Some((Span::minutes(1), MISSES_A_MINUTE_MAX)),
            Self::Asks(_) => Some((Span::hours(1), ASKS_AN_HOUR_MAX)),
            _ => None,
        }
    }
}

/// Counts one request for a place from outside. [`Error::TooMany`] where one address asks too often.
pub async fn admit_from_outside(work: &mut Work<'_>, client: ClientAddress) -> Result<()> {
    admit(work, &[Count::Asks(client)]).await?.checked()
}

/// The wait after so many misses: none at first, then five seconds, doubling to the bound.
fn pause_after(misses: u32) -> Span {
    match misses.checked_sub(MISSES_FREE) {
        None => Span(0),
        Some(beyond) => Span::seconds(5 << beyond.min(16)).min(MISS_PAUSE_MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::pause_after;
    use crate::clock::Span;

    #[test]
    fn the_wait_doubles_to_a_quarter_of_an_hour_and_no_further() {
        let waits: Vec<_> = [0, 4, 5, 6, 7, 12, 13, 40, u32::MAX].map(pause_after).into();
        let expected = [0, 0, 5, 10, 20, 640, 900, 900, 900].map(Span::seconds);
        assert_eq!(waits, expected);
    }
}
