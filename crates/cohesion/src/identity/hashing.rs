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
    let hashed = move || Ok(PassphraseHash(argon2(kib)?.hash_password(&peppered).map_err(unusable)?.to_string()));
    DOOR.pass(hashed).await
}

/// Compares a passphrase with what is kept; with a stand-in where nothing is, so that both take the same time.
pub(super) async fn verify(app: &App, passphrase: &Passphrase, kept: Option<String>) -> Result<Verdict> {
    let peppered = app.vault().peppered(passphrase.text());
    let kib = app.config().passphrase_kib;
    let compared = move || match kept {
        Some(kept) => compare(&peppered, &kept, kib),
        None => argon2(kib)?.hash_password(&peppered).map(|_| Verdict::Wrong).map_err(unusable),
    };
    DOOR.pass(compared).await
}

fn compare(peppered: &[u8; 32], kept: &str, kib: u32) -> Result<Verdict> {
    // An account that was made without a passphrase has none that is right.
    let Ok(kept) = PasswordHash::new(kept) else { return Ok(Verdict::Wrong) };
    let argon2 = argon2(kib)?;
    if argon2.verify_password(peppered, &kept).is_err() {
        return Ok(Verdict::Wrong);
    }
    let kept = Params::try_from(&kept).map_err(unusable)?;
    Ok(if kept.m_cost() < kib { Verdict::RightButWeak } else { Verdict::Right })
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
    use super::{Door, PassphraseHash, Verdict, argon2, compare};
    use crate::{Error, limits};
    use argon2::PasswordHasher;

    /// ATK-71: memory for hashing has a bound, whoever asks how often.
    #[tokio::test]
    async fn more_than_the_queue_holds_are_told_to_come_back() {
        let door = Door::with(1);
        let many = futures_util::future::join_all((0..100).map(|_| door.pass(|| Ok(())))).await;
        let taken = many.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(taken, 1 + limits::HASHES_WAITING_MAX);
        assert!(many.iter().all(|outcome| matches!(outcome, Ok(()) | Err(Error::Unavailable(_)))));
        assert_eq!(door.pass(|| Ok(7)).await, Ok(7));
    }

    #[test]
    fn a_hash_with_less_memory_than_is_asked_for_now_is_worth_renewing() -> crate::Result<()> {
        let kept = argon2(8)?.hash_password(&[7; 32]).map_err(super::unusable)?.to_string();
        assert!(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
        assert_eq!(compare(&[7; 32], &kept, 8)?, Verdict::Right);
        assert_eq!(compare(&[7; 32], &kept, 16)?, Verdict::RightButWeak);
        assert_eq!(compare(&[8; 32], &kept, 8)?, Verdict::Wrong);
        assert_eq!(compare(&[7; 32], PassphraseHash::of_none().text(), 8)?, Verdict::Wrong);
        Ok(())
    }
}
