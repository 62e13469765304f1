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

static CORES: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(std::thread::available_parallelism().map_or(2, std::num::NonZero::get)));
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// Hashes a passphrase. [`Error::Unavailable`] where too many others wait for the same.
pub async fn hash(app: &App, passphrase: &Passphrase) -> Result<PassphraseHash> {
    let peppered = app.vault().peppered(passphrase.text());
    let kib = app.config().passphrase_kib;
    let hashed = move || Ok(PassphraseHash(argon2(kib)?.hash_password(&peppered).map_err(unusable)?.to_string()));
    off_the_async_threads(hashed).await
}

/// Compares a passphrase with what is kept; with a stand-in where nothing is, so that both take the same time.
pub(super) async fn verify(app: &App, passphrase: &Passphrase, kept: Option<String>) -> Result<Verdict> {
    let peppered = app.vault().peppered(passphrase.text());
    let kib = app.config().passphrase_kib;
    off_the_async_threads(move || match kept {
        Some(kept) => compare(&peppered, &kept, kib),
        None => argon2(kib)?.hash_password(&peppered).map(|_| Verdict::Wrong).map_err(unusable),
    })
    .await
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

async fn off_the_async_threads<T: Send + 'static>(task: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let _place = Place::take()?;
    let _core = CORES.acquire().await.map_err(|cause| Error::bug(cause.to_string()))?;
    tokio::task::spawn_blocking(task).await.map_err(|cause| Error::bug(cause.to_string()))?
}

/// A place in the queue, free again when it is dropped.
struct Place;

impl Place {
    fn take() -> Result<Self> {
        let (place, ahead) = (Self, WAITING.fetch_add(1, Ordering::SeqCst));
        if ahead >= HASHES_WAITING_MAX {
            drop(place);
            return Err(Error::Unavailable("many people sign in at this moment".to_owned()));
        }
        Ok(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        WAITING.fetch_sub(1, Ordering::SeqCst);
    }
}
