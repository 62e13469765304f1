//! Backups: sealed, kept apart from the root key, proven when they come back, and refused when anything is wrong.

use std::fs;
use std::path::PathBuf;

use keyring::RootKey;
use store::{Sql, Tx};

use super::harness::{Home, PRACTICE, Ran};

/// The public half of a backup key whose secret half is lost.
const RECIPIENT: &str = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";

static ALTER: Sql = Sql::new("ALTER", "update audit_log set deed = $1 where practice_id = $2 and seq = $3", None);

/// A practice of which a backup has been made.
pub struct BackedUp {
    pub home: Home,
    pub file: PathBuf,
    pub ring: PathBuf,
}

impl BackedUp {
    async fn new() -> Self {
        let home = Home::new();
        home.with_keys(3).await;
        Self::of(home)
    }

    pub fn of(home: Home) -> Self {
        let made = home.run(&["keys", "backup", "--out", "backup.key"]).went_well().said;
        let recipient = made.split('"').nth(1).expect("the public half").to_owned();
        home.run(&["backup", "--recipient", &recipient]).went_well();
        let files = fs::read_dir(home.config().backups).expect("a folder").flatten().map(|entry| entry.path());
        let (mut rings, mut files): (Vec<_>, Vec<_>) =
            files.partition(|path| path.to_string_lossy().ends_with(".keys.zst.age"));
        assert_eq!((files.len(), rings.len()), (1, 1));
        Self { file: files.remove(0), ring: rings.remove(0), home }
    }

    pub fn restore(&self, arguments: &[&str]) -> Ran {
        let file = self.file.to_str().expect("UTF-8");
        self.home.run(&[&["restore", file, "--into", "restored", "--backup-key", "backup.key"], arguments].concat())
    }

    pub fn database(&self) -> PathBuf {
        self.home.path("restored").join("cohesion.db")
    }
}

#[tokio::test]
async fn a_backup_that_comes_back_is_proven_and_served() {
    let kept = BackedUp::new().await;
    let ran = kept.restore(&["--verify"]).went_well();
    for line in ["  whole ", "  schema ", "  keys        5 of 5 open", "its test record opens", "The records are in"] {
        assert!(ran.said.contains(line), "no {line} in {}", ran.said);
    }
    let restored = kept.home.path("restored");
    let root = kept.home.config().root_key;
    let mut again =
        kept.home.program(&["--root-key", root.to_str().expect("UTF-8"), "serve", "--listen", "127.0.0.1:0"]);
    again.env("COHESION_DATABASE", format!("sqlite:{}", restored.join("cohesion.db").display()));
    assert_eq!(super::harness::Server::start(again).get("/readyz").0, 200);
}

#[tokio::test]
async fn a_log_that_was_altered_long_before_the_backup_is_found_out_by_the_proof() {
    let home = Home::new();
    home.with_keys(3).await;
    let db = home.db().await;
    let altered =
        db.write(async |tx: &mut dyn Tx| tx.run(&ALTER, vec!["groups.found".into(), PRACTICE.into(), 2.into()]).await);
    assert_eq!(altered.await, Ok(1));
    db.close().await;
    let kept = BackedUp::of(home);
    let ran = kept.restore(&["--verify"]);
    let refusal = "The backup is damaged: its audit log is not as it was written (Entry 2 was altered, or put in, or moved). Take another one.";
    assert_eq!(ran.refusal(), refusal);
}

#[tokio::test]
async fn long_work_says_what_it_is_at() {
    let kept = BackedUp::new().await;
    let ran = kept.restore(&["--verify"]).went_well();
    for stage in ["Unpacking the backup", "Reading every page", "Opening every key", "Walking the audit log"] {
        assert!(ran.complained.contains(stage), "no {stage} in {}", ran.complained);
    }
    let ran = kept.home.run(&["backup", "--into", "elsewhere", "--recipient", RECIPIENT]).went_well();
    for stage in ["Copying the records, and checking the copy", "Taking its digest", "Sealing the backup"] {
        assert!(ran.complained.contains(stage), "no {stage} in {}", ran.complained);
    }
}

#[tokio::test]
async fn a_backup_holds_neither_the_root_key_nor_anything_to_read() {
    let kept = BackedUp::new().await;
    let sealed = fs::read(&kept.file).expect("it reads");
    assert!(sealed.starts_with(b"age-encryption.org/v1"));
    let holds = |part: &[u8]| sealed.windows(part.len()).any(|bytes| bytes == part);
    let root = fs::read(kept.home.config().root_key).expect("it reads");
    assert!(!holds(&root[..32]) && !holds(b"SQLite format 3") && !holds(b"cohesion"));
    assert!(!kept.home.data().join("backup.copy").exists(), "the plain copy is gone");
}

#[tokio::test]
async fn nothing_that_is_there_is_overwritten() {
    let kept = BackedUp::new().await;
    kept.restore(&[]).went_well();
    let ran = kept.restore(&[]);
    assert!(ran.refusal().starts_with("restored is not empty, and nothing is overwritten."), "{}", ran.complained);
}

#[tokio::test]
async fn a_wrong_backup_key_opens_nothing() {
    let kept = BackedUp::new().await;
    fs::remove_file(kept.home.path("backup.key")).expect("it was there");
    kept.home.run(&["keys", "backup", "--out", "backup.key"]).went_well();
    let ran = kept.restore(&[]);
    assert!(ran.refusal().starts_with("This backup key does not open"), "{}", ran.complained);
    assert!(!kept.database().exists());
}

#[tokio::test]
async fn a_wrong_root_key_is_found_out_by_the_proof() {
    let kept = BackedUp::new().await;
    let wrong = kept.home.path("wrong.key");
    RootKey::generate().expect("a key").write_file(&wrong).expect("it is written");
    let ran = kept.restore(&["--verify", "--root-key", wrong.to_str().expect("UTF-8")]);
    assert!(ran.refusal().starts_with("This is the wrong root key"), "{}", ran.complained);
}

#[tokio::test]
async fn a_backup_with_one_changed_byte_is_damaged_wherever_the_byte_is() {
    let kept = BackedUp::new().await;
    let sound = fs::read(&kept.file).expect("it reads");
    for part in [10, sound.len() / 3, sound.len() / 2, sound.len() - 1] {
        let mut damaged = sound.clone();
        damaged[part] ^= 1;
        fs::write(&kept.file, damaged).expect("it is written");
        let ran = kept.restore(&[]);
        assert!(ran.refusal().contains("backup"), "{}", ran.complained);
        assert!(!kept.database().exists(), "byte {part}");
    }
    fs::write(&kept.file, &sound[..sound.len() / 2]).expect("it is written");
    assert!(kept.restore(&[]).refusal().contains("backup"));
    fs::write(&kept.file, sound).expect("it is written");
    kept.restore(&["--verify"]).went_well();
}

#[tokio::test]
async fn a_backup_needs_somebody_to_seal_it_to() {
    let home = Home::new();
    home.with_keys(1).await;
    let ran = home.run(&["backup"]);
    assert!(ran.refusal().contains("cohesion keys backup --out FILE"), "{}", ran.complained);
    let ran = home.run(&["backup", "--recipient", "ada"]);
    assert_eq!(ran.refusal(), "\"ada\" is neither a recipient (age1…) nor a file that holds one.");
}

#[test]
fn nothing_is_backed_up_where_nothing_is() {
    let home = Home::new();
    home.run(&["keys", "new"]).went_well();
    home.run(&["keys", "backup", "--out", "backup.key"]).went_well();
    fs::write(home.path("public"), format!("# ours\n{RECIPIENT}\n")).expect("a file");
    let ran = home.run(&["backup", "--recipient", "public"]);
    assert!(ran.refusal().starts_with("There is no database at"), "{}", ran.complained);
    assert!(!home.data().join("cohesion.db").exists());
}

#[tokio::test]
async fn a_backup_is_made_while_the_server_serves() {
    let home = Home::new();
    home.with_keys(1).await;
    let server = home.serve(&[]);
    home.run(&["keys", "backup", "--out", "backup.key"]).went_well();
    let secret = fs::read_to_string(home.path("backup.key")).expect("it reads");
    let recipient =
        secret.lines().next().and_then(|line| line.strip_prefix("# public key: ")).expect("the public half");
    home.run(&["backup", "--recipient", recipient]).went_well();
    assert_eq!(server.get("/readyz").0, 200);
    assert!(server.stop().status.success());
}
