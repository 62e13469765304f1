//! The root key, the secrets derived from it, and a short-lived cache of ready data keys.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use keyring::{DataKey, KeyId, Purpose, RootKey, SubKey};
use measures::{Catalogue, Instrument};

use ::store::{Db, Tx};

use super::store;
use crate::Result;
use crate::clock::{Span, Timestamp};

/// Ready keys kept at once: a practice's active members and groups, several times over.
const READY_KEYS_MAX: usize = 4_096;
/// How long a ready key may be used after its row was read, so that an erased key is soon gone from every process.
const READY_FOR: Span = Span::minutes(5);

/// Keys that are ready, and those that were shredded so lately that a transaction begun before may still hold them.
#[derive(Default)]
struct Ready {
    keys: HashMap<KeyId, (Arc<DataKey>, Timestamp)>,
    shredded: HashMap<KeyId, Timestamp>,
}

/// Keys and key-derived secrets of the running program.
pub struct Vault {
    root: Arc<RootKey>,
    login_tokens: SubKey,
    pepper: SubKey,
    blind_index: SubKey,
    audit_head: SubKey,
    audit_signing: SubKey,
    backups: SubKey,
    shreds: SubKey,
    links: SubKey,
    instruments: BTreeMap<&'static str, [u8; 32]>,
    ready: Mutex<Ready>,
}

impl Vault {
    /// A vault around the root key. The installation's own key, from which lasting secrets are derived, is made at the
    /// first opening and wrapped by the root key, so that a new root key changes no passphrase and no look-up.
    pub async fn open(db: &Db, root: RootKey) -> Result<Self> {
        let root = Arc::new(root);
        let wrapping = Arc::clone(&root);
        let own: DataKey = db.write(async move |tx: &mut dyn Tx| store::installation_key(tx, &wrapping).await).await?;
        let blind_index = own.derive(Purpose::BlindIndex)?;
        let index = |instrument: &'static Instrument| {
            (instrument.id.as_str(), blind_index.blind_index("instrument", &instrument.id))
        };
        Ok(Self {
            instruments: Catalogue::built_in().iter().map(index).collect(),
            login_tokens: root.derive(Purpose::LoginTokens),
            links: root.derive(Purpose::MailLinks),
            pepper: own.derive(Purpose::Pepper)?,
            blind_index,
            audit_head: own.derive(Purpose::AuditHead)?,
            audit_signing: own.derive(Purpose::AuditSigning)?,
            backups: own.derive(Purpose::Backup)?,
            shreds: own.derive(Purpose::Shreds)?,
            ready: Mutex::default(),
            root,
        })
    }

    /// The root key, to wrap and unwrap data keys.
    pub(crate) fn root(&self) -> &RootKey {
        &self.root
    }

    /// The hash under which a login's token is looked up.
    pub(crate) fn token_hash(&self, token: &[u8]) -> [u8; 32] {
        self.login_tokens.mac(&[token])
    }

    /// A look-up value for what must be counted without being kept, such as the address that sign-ins come from.
    pub(crate) fn count_key(&self, kind: &str, what: &[u8]) -> [u8; 32] {
        self.login_tokens.mac(&[kind.as_bytes(), what])
    }

    /// A secret that can be made again from an id, so that it never has to be stored. It changes with the root key.
    pub(crate) fn derived(&self, kind: &str, id: &[u8]) -> [u8; 32] {
        self.links.mac(&[kind.as_bytes(), id])
    }

    /// The hash under which a link's token is looked up.
    pub(crate) fn link_hash(&self, token: &[u8]) -> [u8; 32] {
        self.links.mac(&[token])
    }

    /// What is hashed in place of a bare passphrase, so that a stolen table cannot be tried without the root key.
    pub(crate) fn peppered(&self, passphrase: &str) -> [u8; 32] {
        self.pepper.mac(&[passphrase.as_bytes()])
    }

    /// The look-up value of an e-mail address, which tells nothing without the root key.
    pub(crate) fn email_index(&self, email: &str) -> Option<[u8; 32]> {
        Some(self.blind_index.blind_index("email", &keyring::normalise_email(email)?))
    }

    /// The look-up value of an instrument's id: which questionnaire was asked tells what a person suffers from.
    pub(crate) fn instrument_index(&self, instrument: &str) -> [u8; 32] {
        let known = self.instruments.get(instrument).copied();
        known.unwrap_or_else(|| self.blind_index.blind_index("instrument", instrument))
    }

    /// The look-up value of a technique's id, which tells as much as an instrument's.
    pub(crate) fn technique_index(&self, technique: &str) -> [u8; 32] {
        self.blind_index.blind_index("technique", technique)
    }

    /// The look-up value of what a name in a group looks like, so that one name can be told from the others unopened.
    pub(crate) fn name_index(&self, group: &[u8], looks_like: &str) -> [u8; 32] {
        self.blind_index.mac(&[b"shown name", group, looks_like.as_bytes()])
    }

    /// The instrument that a look-up value stands for, if it is known still.
    pub(crate) fn instrument(&self, index: [u8; 32]) -> Option<&'static Instrument> {
        let (id, _) = self.instruments.iter().find(|(_, known)| **known == index)?;
        Catalogue::built_in().get(id).ok()
    }

    /// Keys that sign and guard the audit log.
    pub(crate) const fn audit_keys(&self) -> (&SubKey, &SubKey) {
        (&self.audit_head, &self.audit_signing)
    }

    /// The key that vouches for a backup's manifest.
    pub(crate) const fn backup_key(&self) -> &SubKey {
        &self.backups
    }

    /// The key that vouches for the ledger of shredded keys. It outlives the root key.
    pub(crate) const fn shreds_key(&self) -> &SubKey {
        &self.shreds
    }

    pub(crate) fn ready(&self, id: KeyId, now: Timestamp) -> Option<Arc<DataKey>> {
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        ready.keys.get(&id).filter(|(_, read_at)| now - *read_at <= READY_FOR).map(|(key, _)| Arc::clone(key))
    }

    pub(crate) fn keep_ready(&self, id: KeyId, key: &Arc<DataKey>, now: Timestamp) {
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if ready.shredded.contains_key(&id) {
            return;
        }
        if ready.keys.len() >= READY_KEYS_MAX {
            ready.keys.clear();
        }
        ready.keys.insert(id, (Arc::clone(key), now));
    }

    /// Lets go of keys whose shredding is committed, and takes none of them up again from an act that read its row before.
    pub(crate) fn drop_shredded(&self, ids: &[KeyId], now: Timestamp) {
        if ids.is_empty() {
            return;
        }
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        ready.shredded.retain(|_, shredded_at| now - *shredded_at <= READY_FOR);
        for id in ids {
            ready.keys.remove(id);
            ready.shredded.insert(*id, now);
        }
    }
}
