//! Argon2id over a peppered passphrase: outside transactions, off the async threads, no more at a time than there are cores.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use super::passphrase::Passphrase;
use crate::app::App;
use crate::limits::HASHES_WAITING_MAX;
use crate::{Error, Result};

/// A passphrase as it is kept: a PHC string with its own salt. Its `Debug` shows nothing.
#[derive(Clone)]
pub struct PassphraseHash(String);

impl PassphraseHash {
    /// What no passphrase hashes to: an account that cannot be signed in to by one.
    pub(super) fn of_none() -> Self {
        Self("none".to_owned())
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PassphraseHash {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("PassphraseHash([sealed])")
    }
}

/// How a passphrase compares with what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is another one.
    Wrong,
    /// It is the one.
    Right,
    /// It is the one, kept with less memory than is asked for now: worth hashing anew.
    RightButWeak,
}

/// The one door through which this process hashes.
static DOOR: LazyLock<Door> =
    LazyLock::new(|| Door::with(std::thread::available_parallelism().map_or(2, std::num::NonZero::get)));

/// Hashes a passphrase. [`Error::Unavailable`] where too many others wait for the same.
pub async fn hash(app: &App, passphrase: &Passphrase) -> Result<PassphraseHash> {
    let peppered = app.vault().peppered(passphrase.text());
    let kib = app.config().passphrase_kib;
    DOOR.pass(move || Mill::of(peppered).hash(kib).map(PassphraseHash)).await
}

/// Compares a passphrase with what is kept. Whatever is kept, or nothing, the same memory is gone through, so that the time it
/// takes does not tell whether there is an account, and how old its passphrase is.
pub(super) async fn verify(app: &App, passphrase: &Passphrase, kept: Option<String>) -> Result<Verdict> {
    let peppered = app.vault().peppered(passphrase.text());
    let kib = app.config().passphrase_kib;
    DOOR.pass(move || Mill::of(peppered).compare(kept.as_deref(), kib)).await
}

/// Hashes one passphrase, and counts the memory it goes through.
struct Mill {
    peppered: [u8; 32],
    kib_done: u32,
}

impl Mill {
    const fn of(peppered: [u8; 32]) -> Self {
        Self { peppered, kib_done: 0 }
    }

    fn hash(&mut self, kib: u32) -> Result<String> {
        self.kib_done = self.kib_done.saturating_add(kib);
        Ok(argon2(kib)?.hash_password(&self.peppered).map_err(unusable)?.to_string())
    }

    fn compare(&mut self, kept: Option<&str>, kib: u32) -> Result<Verdict> {
        // An account that was made without a passphrase has none that is right.
        let Some((kept, cost)) = kept.and_then(read) else {
            return self.hash(kib).map(|_| Verdict::Wrong);
        };
        let cost = cost.m_cost().saturating_mul(cost.t_cost());
        self.kib_done = self.kib_done.saturating_add(cost);
        let is_right = argon2(kib)?.verify_password(&self.peppered, &kept).is_ok();
        if cost < kib {
            self.hash((kib - cost).max(Params::MIN_M_COST))?;
        }
        Ok(match cost < kib {
            _ if !is_right => Verdict::Wrong,
            true => Verdict::RightButWeak,
            false => Verdict::Right,
        })
    }
}

/// What is kept, and what it costs to compare with; nothing where it is no hash of ours.
fn read(kept: &str) -> Option<(PasswordHash, Params)> {
    let kept = PasswordHash::new(kept).ok()?;
    let cost = Params::try_from(&kept).ok()?;
    Some((kept, cost))
}

/// One pass over `kib` KiB in one lane: 46 MiB is OWASP's first choice for Argon2id, and a small server's.
fn argon2(kib: u32) -> Result<Argon2<'static>> {
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(kib, 1, 1, None).map_err(unusable)?))
}

fn unusable(cause: impl std::fmt::Display) -> Error {
    Error::bug(format!("Argon2 does not work: {cause}"))
}

/// Lets as many tasks work at once as there are cores, and a bounded number wait.
struct Door {
    cores: Semaphore,
    inside: AtomicUsize,
    inside_max: usize,
}

impl Door {
    fn with(cores: usize) -> Self {
        Self { cores: Semaphore::new(cores), inside: AtomicUsize::new(0), inside_max: cores + HASHES_WAITING_MAX }
    }

    async fn pass<T: Send + 'static>(&self, task: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
        let place = Place(self);
        if self.inside.fetch_add(1, Ordering::SeqCst) >= self.inside_max {
            return Err(Error::Unavailable("many people sign in at this moment".to_owned()));
        }
        let core = self.cores.acquire().await.map_err(|cause| Error::bug(cause.to_string()))?;
        let done = tokio::task::spawn_blocking(task).await.map_err(|cause| Error::bug(cause.to_string()))?;
        drop((core, place));
        done
    }
}

/// A place inside, free again when it is dropped.
struct Place<'a>(&'a Door);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.inside.fetch_sub(1, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::{Door, Mill, PassphraseHash, Verdict};
    use crate::{Error, limits};

    /// ATK-71: memory for hashing has a bound, whoever asks how often.
    #[tokio::test]
    async fn more_than_the_queue_holds_are_told_to_come_back() -> Result<(), tokio::sync::AcquireError> {
        let door = Door::with(1);
        let busy = door.cores.acquire().await?;
        let all = futures_util::future::join_all((0..100).map(|_| door.pass(|| Ok(()))));
        let (many, ()) = tokio::join!(all, async { drop(busy) });
        let taken = many.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(taken, 1 + limits::HASHES_WAITING_MAX);
        assert!(many.iter().all(|outcome| matches!(outcome, Ok(()) | Err(Error::Unavailable(_)))));
        assert_eq!(door.pass(|| Ok(7)).await, Ok(7));
        Ok(())
    }

    #[test]
    fn a_hash_with_less_memory_than_is_asked_for_now_is_worth_renewing() -> crate::Result<()> {
        let kept = Mill::of([7; 32]).hash(8)?;
        assert!(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        let compare = |peppered, kept, kib| Mill::of(peppered).compare(Some(kept), kib);
        assert_eq!(compare([7; 32], &kept, 8)?, Verdict::Right);
        assert_eq!(compare([7; 32], &kept, 16)?, Verdict::RightButWeak);
        assert_eq!(compare([8; 32], &kept, 8)?, Verdict::Wrong);
        assert_eq!(compare([7; 32], PassphraseHash::of_none().text(), 8)?, Verdict::Wrong);
        Ok(())
    }

    /// ATK-23, also after the setting passphrase-memory was raised.
    #[test]
    fn the_same_memory_is_gone_through_whatever_is_kept() -> crate::Result<()> {
        let (weak, asked) = (Mill::of([7; 32]).hash(24)?, Mill::of([7; 32]).hash(64)?);
        let kept = [
            None,
            Some(PassphraseHash::of_none().0),
            Some("$argon2id$v=19$m=none".to_owned()),
            Some(weak),
            Some(asked),
        ];
        for (kept, peppered) in kept.iter().flat_map(|kept| [(kept, [7; 32]), (kept, [8; 32])]) {
            let mut mill = Mill::of(peppered);
            mill.compare(kept.as_deref(), 64)?;
            assert_eq!(mill.kib_done, 64, "{kept:?}");
        }
        Ok(())
    }
}
