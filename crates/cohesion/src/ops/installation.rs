//! Which keys and backups the installation has, and nothing of what they hold.

use keyring::Fingerprint;

use super::backup::{Kept, kept};
use super::{is_rotating, store};
use crate::access::{About, Deed};
use crate::config::Config;
use crate::work::Work;
use crate::{Result, practice};

/// The keys and backups of one installation.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The root key in use, by its fingerprint; none before anything was sealed.
    pub root: Option<Fingerprint>,
    /// Whether a change of the root key was begun and is not finished.
    pub is_rotating: bool,
    /// Living data keys of the practice: the number of the owner's kind as [`crate::work::Scope`] stores it, and how many.
    pub keys: Vec<(i64, u64)>,
    /// The backups that are kept, the newest first; none where the folder cannot be read.
    pub backups: Option<Vec<Kept>>,
    /// Whether backups are sealed to a key and made each day.
    pub backs_up_daily: bool,
}

/// Looks at them, for an administrator.
pub async fn installation(work: &mut Work<'_>, config: &Config) -> Result<Installation> {
    let standing = practice::roles(work).await?;
    let grant = work.ask(Deed::SeeInstallation, standing, About::NOTHING)?;
    Ok(Installation {
        root: store::root_in_use(work, &grant).await?,
        is_rotating: is_rotating(&config.root_key),
        keys: store::count_keys(work, &grant).await?,
        backups: kept(&config.backups).ok(),
        backs_up_daily: !config.backup_recipient.is_empty(),
    })
}
