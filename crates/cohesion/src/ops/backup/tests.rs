//! Scenarios of backups and what was shredded: the keys stand apart, and what is gone stays gone. SQLite alone is backed up here.

use std::io::Read;
use std::path::{Path, PathBuf};

use ::store::{Db, Engine, Options, Tx};
use data_encoding::HEXLOWER;
use tempfile::TempDir;

use super::envelope::{self, Head};
use super::manifest::{Holds, Manifest};
use super::{
    BackupKey, Made, Problem, Revived, Withheld, find_ring, fits, look, make_backup, open_ring, revive, shelf, unpack,
};
use crate::app::App;
use crate::clock::{Clock, Span};
use crate::ops::shreds::look_after;
use crate::ops::shreds::tests::{Kept, keep_a_word, opens, root_of, shred};
use crate::ops::store;
use crate::testing::TestClinic;
use crate::work::Vault;
use crate::{Error, Result};

/// A clinic with the words of two people, one of whom will leave.
struct House {
    clinic: TestClinic,
    key: BackupKey,
    folder: TempDir,
    gone: Kept,
    stays: Kept,
}

impl House {
    async fn new() -> Result<Self> {
        let clinic = TestClinic::on(Engine::Sqlite).await?;
        let (gone, stays) =
            (keep_a_word(&clinic.app, clinic.practice).await?, keep_a_word(&clinic.app, clinic.practice).await?);
        let folder = tempfile::tempdir().expect("a folder");
        Ok(Self { clinic, key: BackupKey::generate(), folder, gone, stays })
    }

    async fn back_up(&self) -> Made {
        self.clinic.pass(Span::minutes(1));
        let made = make_backup(&self.clinic.app, &self.key.recipient(), self.folder.path(), |_| ()).await;
        made.expect("a backup is made")
    }

    async fn shred(&self) -> Result<()> {
        self.clinic.pass(Span::minutes(1));
        shred(&self.clinic.app, self.clinic.practice, self.gone.scope).await?;
        look_after(self.clinic.app.clone()).await
    }

    fn ledger(&self) -> Withheld {
        Withheld::By(self.clinic.app.config().shreds.clone())
    }

    /// Brings a backup back, as the command does.
    async fn restore(
        &self,
        file: &Path,
        ring: Option<PathBuf>,
        withheld: Withheld,
    ) -> std::result::Result<Restored, Problem> {
        let root = root_of(&self.clinic.app)?;
        let into = tempfile::tempdir().expect("a folder");
        let manifest = look(file, &self.key)?;
        let ring = manifest.needs_keys().then(|| find_ring(ring, file)).transpose()?;
        let ring = ring.map(|ring| open_ring(&ring, &self.key, &root)).transpose()?;
        fits(&manifest, ring.as_ref(), &withheld)?;
        let unpacked = unpack(file, &self.key, into.path(), |_| ())?;
        let revived = revive(&unpacked, ring, &root, &withheld).await?;
        let db = Db::open(&format!("sqlite:{}", unpacked.database.display()), &Options::default()).await?;
        let config = self.clinic.app.config().clone();
        let app = App::new(db.clone(), Vault::open(&db, root).await?, Clock::standing_at(manifest.made_at), config);
        let gone = opens(&app, self.clinic.practice, &self.gone).await?;
        let stays = opens(&app, self.clinic.practice, &self.stays).await?;
        db.close().await;
        let bytes = std::fs::read(&unpacked.database).expect("it reads");
        Ok(Restored { revived, gone, stays, bytes })
    }

    /// Every wrapped data key that lives now.
    async fn wrapped(&self) -> Result<Vec<Vec<u8>>> {
        let keys = self.clinic.app.db().read(async |tx: &mut dyn Tx| store::list_wrapped(tx).await).await?;
        Ok(keys.into_iter().skip(1).map(|key| key.bytes).collect())
    }

    /// What is in a sealed file, for whoever has the backup key.
    fn unsealed(&self, file: &Path) -> Vec<u8> {
        let mut content = Vec::new();
        let opened = envelope::open(file, &self.key).unwrap_or_else(|problem| panic!("{problem}"));
        content.extend_from_slice(opened.head.manifest.as_bytes());
        let mut rest = opened.content;
        rest.read_to_end(&mut content).expect("it reads");
        content
    }
}

/// What came back.
#[derive(Debug)]
struct Restored {
    revived: Revived,
    /// Whether the word of the one who left opens.
    gone: bool,
    /// Whether the other one's does.
    stays: bool,
    /// The database's file.
    bytes: Vec<u8>,
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[tokio::test]
async fn a_backup_holds_no_key_and_the_file_beside_it_holds_them_all() -> Result<()> {
    let house = House::new().await?;
    let made = house.back_up().await;
    let (records, keys) = (house.unsealed(&made.file), house.unsealed(&made.ring));
    let wrapped = house.wrapped().await?;
    assert_eq!(wrapped.len(), 2, "two members");
    for wrapped in &wrapped {
        assert!(!holds(&records, wrapped));
        assert!(holds(&keys, HEXLOWER.encode(wrapped).as_bytes()));
    }
    let Restored { revived, gone, stays, bytes } =
        house.restore(&made.file, None, house.ledger()).await.expect("it is restored");
    assert_eq!((revived, gone, stays), (Revived { given: 2, withheld: 0 }, true, true));
    assert!(wrapped.iter().all(|wrapped| holds(&bytes, wrapped)));
    Ok(())
}

#[tokio::test]
async fn what_was_shredded_since_the_backup_does_not_come_back_with_the_ledger() -> Result<()> {
    let house = House::new().await?;
    let made = house.back_up().await;
    let wrapped = house.wrapped().await?;
    house.shred().await?;
    let left = house.wrapped().await?;
    let shredded = wrapped.iter().find(|wrapped| !left.contains(wrapped)).expect("one is gone");
    let restored = house.restore(&made.file, Some(made.ring.clone()), house.ledger()).await.expect("it is restored");
    assert_eq!((restored.revived, restored.gone, restored.stays), (Revived { given: 1, withheld: 1 }, false, true));
    assert!(!holds(&restored.bytes, shredded), "not even its bytes");
    let careless = house.restore(&made.file, Some(made.ring), Withheld::Nothing).await.expect("it is restored");
    assert_eq!((careless.revived, careless.gone), (Revived { given: 2, withheld: 0 }, true));
    Ok(())
}

#[tokio::test]
async fn a_newer_keyring_file_opens_an_older_backup_but_for_what_was_shredded_before() -> Result<()> {
    let house = House::new().await?;
    let first = house.back_up().await;
    house.shred().await?;
    let second = house.back_up().await;
    // Neither with a ledger nor without one.
    for withheld in [house.ledger(), Withheld::Nothing] {
        let restored = house.restore(&first.file, None, withheld).await.expect("it is restored");
        assert_eq!((restored.revived, restored.gone, restored.stays), (Revived { given: 1, withheld: 1 }, false, true));
    }
    let wrong = house.restore(&second.file, Some(first.ring), house.ledger()).await;
    assert!(matches!(wrong, Err(Problem::OlderKeys)), "{wrong:?}");
    let wrong = house.restore(&second.ring, None, house.ledger()).await;
    assert!(matches!(wrong, Err(Problem::NotRecords)), "{wrong:?}");
    Ok(())
}

#[tokio::test]
async fn nothing_is_restored_by_a_ledger_that_is_missing_broken_or_cut_short() -> Result<()> {
    let house = House::new().await?;
    house.shred().await?;
    let made = house.back_up().await;
    let path = house.clinic.app.config().shreds.clone();
    let sound = std::fs::read_to_string(&path).expect("it reads");
    std::fs::write(&path, sound.replacen(" 1 ", " 2 ", 2)).expect("it is written");
    let broken = house.restore(&made.file, None, house.ledger()).await;
    assert!(matches!(broken, Err(Problem::BrokenLedger(..))), "{broken:?}");
    std::fs::write(&path, "").expect("it is written");
    let short = house.restore(&made.file, None, house.ledger()).await;
    assert!(matches!(short, Err(Problem::ShortLedger { has: 0, remembered: 1, .. })), "{short:?}");
    std::fs::remove_file(&path).expect("it was there");
    let missing = house.restore(&made.file, None, house.ledger()).await;
    assert!(matches!(missing, Err(Problem::NoLedger(_))), "{missing:?}");
    std::fs::write(&path, sound).expect("it is written");
    assert!(house.restore(&made.file, None, house.ledger()).await.is_ok_and(|restored| restored.stays));
    Ok(())
}

#[tokio::test]
async fn without_its_keys_a_backup_is_not_restored() -> Result<()> {
    let house = House::new().await?;
    let made = house.back_up().await;
    let sealed = std::fs::read(&made.ring).expect("it reads");
    let mut damaged = sealed.clone();
    let at = damaged.len() - 40;
    damaged[at] ^= 1;
    std::fs::write(&made.ring, damaged).expect("it is written");
    assert!(house.restore(&made.file, None, house.ledger()).await.is_err());
    std::fs::remove_file(&made.ring).expect("it was there");
    let missing = house.restore(&made.file, None, house.ledger()).await;
    assert!(matches!(missing, Err(Problem::NoKeys(_))), "{missing:?}");
    let swapped = house.restore(&made.file, Some(made.file.clone()), house.ledger()).await;
    assert!(matches!(swapped, Err(Problem::NotABackup(..))), "{swapped:?}");
    Ok(())
}

#[tokio::test]
async fn a_backup_of_the_first_form_brings_its_keys_but_not_the_shredded_ones() -> Result<()> {
    let house = House::new().await?;
    let file = house.back_up_as_before().await?;
    house.shred().await?;
    let restored = house.restore(&file, None, house.ledger()).await.expect("it is restored");
    assert_eq!((restored.revived, restored.gone, restored.stays), (Revived { given: 0, withheld: 1 }, false, true));
    Ok(())
}

impl House {
    /// A backup as it was before keys had a file of their own.
    async fn back_up_as_before(&self) -> Result<PathBuf> {
        let app = &self.clinic.app;
        let copy = self.folder.path().join("copy");
        app.db().backup_to(&copy).await?;
        let bytes = std::fs::read(&copy).expect("it reads");
        let sha256 = HEXLOWER.encode(&keyring::digest(&bytes));
        let manifest = Manifest {
            form: 1,
            holds: Holds::Records,
            program: "0.0.1".to_owned(),
            made_at: app.clock().now(),
            schema: 1,
            shreds: 0,
            bytes: bytes.len() as u64,
            sha256,
            root: String::new(),
            chains: Vec::new(),
        };
        let head =
            Head::over(&manifest, app.vault().backup_key()).map_err(|problem| Error::bug(problem.to_string()))?;
        let file = self.folder.path().join(shelf::name(manifest.made_at));
        let written = envelope::write(&file, &self.key.recipient(), &head, bytes.as_slice());
        written.map_err(|problem| Error::bug(problem.to_string()))?;
        Ok(file)
    }
}
