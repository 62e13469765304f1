//! Shredded keys stay shredded: after a crash, under an older database, and out of a backup from before.

use std::fs;
use std::path::Path;

use cohesion::access::{About, Actor, Deed, Standing};
use cohesion::id::GroupId;
use cohesion::work::{Cell, Scope};
use cohesion::{Error, Result};

use super::backups::BackedUp;
use super::harness::{Home, PRACTICE};

type Word = (GroupId, Vec<u8>);

impl Home {
    /// Shreds a group's key and ends at once, before any job is done.
    async fn shred(&self, group: GroupId) {
        let app = self.app().await;
        let shredding = app.write(Actor::System(PRACTICE), async move |work| {
            let grant = work.ask(Deed::RunGroup, Standing::NONE, About::thing(group.0))?;
            work.shred(&grant, Scope::Group(group)).await
        });
        shredding.await.expect("it is shredded");
        app.db().clone().close().await;
    }

    /// What opening a word comes to.
    async fn opened(&self, word: &Word) -> Result<String> {
        let (app, (group, sealed)) = (self.app().await, word.clone());
        let opening = app.read(Actor::System(PRACTICE), async move |work| {
            let grant = work.ask(Deed::SeeGroup, Standing::NONE, About::thing(group.0))?;
            work.open(&grant, Scope::Group(group), Cell::of("groups", "words", group.0), &sealed).await
        });
        let opened = opening.await;
        app.db().clone().close().await;
        opened
    }

    fn doctor_on_shredded_keys(&self) -> String {
        let said = self.run(&["doctor"]).said;
        let line = said.lines().find(|line| line.contains("shredded keys")).expect("it is looked at");
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[tokio::test]
async fn a_crash_before_the_ledger_is_made_good_at_the_next_start() {
    let home = Home::new();
    let words = home.with_keys(2).await;
    home.shred(words[0].0).await;
    assert!(!home.data().join("shreds").exists());
    assert!(home.doctor_on_shredded_keys().starts_with("mend shredded keys 1, and no ledger"));
    let served = home.serve(&[]).stop().went_well();
    assert!(served.said.contains("1 shredded keys were not in the ledger yet, and are now."), "{}", served.said);
    let ledger = fs::read_to_string(home.data().join("shreds")).expect("it is there");
    assert!(ledger.starts_with("cohesion shred 1 1 ") && ledger.lines().count() == 1, "{ledger}");
    assert!(home.doctor_on_shredded_keys().starts_with("look shredded keys 1 in the ledger"));
}

#[tokio::test]
async fn an_older_database_put_in_place_is_shredded_anew_before_it_is_served() {
    let home = Home::new();
    let words = home.with_keys(2).await;
    let (database, older) = (home.data().join("cohesion.db"), home.path("older.db"));
    fs::copy(&database, &older).expect("it is copied");
    home.shred(words[0].0).await;
    home.serve(&[]).stop().went_well();
    fs::copy(&older, &database).expect("it is put in place");
    assert_eq!(home.opened(&words[0]).await, Ok("courage".to_owned()), "nobody has served it yet");
    assert!(home.doctor_on_shredded_keys().ends_with("and 1 of them live again"));
    let served = home.serve(&[]).stop().went_well();
    let said = "1 keys that had been shredded were in this database. They are shredded again.";
    assert!(served.said.contains(said), "{}", served.said);
    assert_eq!(home.opened(&words[0]).await, Err(Error::NotFound));
    assert_eq!(home.opened(&words[1]).await, Ok("courage".to_owned()));
}

#[tokio::test]
async fn a_ledger_that_was_altered_is_told_at_the_start_and_by_the_doctor() {
    let home = Home::new();
    let words = home.with_keys(3).await;
    for word in &words {
        home.shred(word.0).await;
    }
    home.serve(&[]).stop().went_well();
    let path = home.data().join("shreds");
    let sound = fs::read_to_string(&path).expect("it reads");
    let lines: Vec<&str> = sound.lines().collect();
    fs::write(&path, format!("{}\n{}\n", lines[0], lines[2])).expect("it is written");
    let served = home.serve(&[]).stop().went_well();
    assert!(served.complained.contains("what stood before line 2 is gone"), "{}", served.complained);
    assert!(home.doctor_on_shredded_keys().starts_with("mend "));
    fs::remove_file(&path).expect("it was there");
    home.serve(&[]).stop().went_well();
    assert_eq!(fs::read_to_string(&path).expect("it reads").lines().count(), 3, "the database knows them all");
    assert!(home.doctor_on_shredded_keys().starts_with("look "));
}

#[tokio::test]
async fn a_ledger_at_a_place_of_its_own_is_used_wherever_a_command_looks() {
    let home = Home::new();
    let words = home.with_keys(1).await;
    home.shred(words[0].0).await;
    let elsewhere = home.path("elsewhere");
    home.serve(&["--shreds", elsewhere.to_str().expect("UTF-8")]).stop().went_well();
    assert!(elsewhere.exists() && !home.data().join("shreds").exists());
}

async fn shredded_since() -> (BackedUp, Vec<Word>) {
    let home = Home::new();
    let words = home.with_keys(3).await;
    let kept = BackedUp::of(home);
    kept.home.shred(words[0].0).await;
    kept.home.serve(&[]).stop().went_well();
    (kept, words)
}

/// The restored records in the place of the live ones.
async fn opened_after_restoring(kept: &BackedUp, word: &Word) -> Result<String> {
    let database = kept.home.data().join("cohesion.db");
    fs::remove_file(&database).expect("it was there");
    fs::copy(kept.database(), &database).expect("it is put in place");
    kept.home.opened(word).await
}

#[tokio::test]
async fn a_backup_from_before_does_not_bring_back_what_was_shredded_since() {
    let (kept, words) = shredded_since().await;
    let ran = kept.restore(&["--verify"]).went_well();
    for line in ["3 keys are back", "1 keys were shredded since, and stay shredded.", "  keys        4 of 4 open"] {
        assert!(ran.said.contains(line), "no {line} in {}", ran.said);
    }
    assert_eq!(opened_after_restoring(&kept, &words[0]).await, Err(Error::NotFound));
    assert_eq!(opened_after_restoring(&kept, &words[1]).await, Ok("courage".to_owned()));
}

#[tokio::test]
async fn without_the_ledger_a_restore_says_what_that_means_and_has_to_be_told_twice() {
    let (kept, words) = shredded_since().await;
    fs::remove_file(kept.home.data().join("shreds")).expect("it was there");
    let ran = kept.restore(&[]);
    assert!(ran.refusal().starts_with("There is no ledger of shredded keys at"), "{}", ran.complained);
    assert!(ran.refusal().contains("could be read again"), "{}", ran.complained);
    assert!(!kept.database().exists());
    let ran = kept.restore(&["--without-ledger", "--verify"]).went_well();
    assert!(ran.said.contains("No ledger was asked"), "{}", ran.said);
    assert_eq!(opened_after_restoring(&kept, &words[0]).await, Ok("courage".to_owned()));
}

#[tokio::test]
async fn a_restore_that_is_refused_leaves_room_for_the_next_try() {
    let (kept, _) = shredded_since().await;
    let ledger = kept.home.data().join("shreds");
    let sound = fs::read(&ledger).expect("it reads");
    fs::write(&ledger, "somebody was here\n").expect("it is written");
    let ran = kept.restore(&[]);
    assert!(ran.refusal().contains("is not as it was written: line 1 was altered"), "{}", ran.complained);
    fs::write(&ledger, sound).expect("it is written");
    kept.restore(&[]).went_well();
}

#[tokio::test]
async fn a_backup_without_its_keyring_file_says_where_to_look() {
    let (kept, _) = shredded_since().await;
    let aside = kept.home.path("aside");
    fs::rename(&kept.ring, &aside).expect("it is moved");
    let ran = kept.restore(&[]);
    assert!(ran.refusal().starts_with("There is no keyring file"), "{}", ran.complained);
    kept.restore(&["--keys", aside.to_str().expect("UTF-8")]).went_well();
}

#[tokio::test]
async fn a_keyring_file_from_after_a_new_root_key_opens_a_backup_from_before() {
    let home = Home::new();
    let words = home.with_keys(2).await;
    let kept = BackedUp::of(home);
    kept.home.run(&["keys", "rotate"]).went_well();
    let newer = kept.home.path("newer");
    let recipient = recipient_of(&kept.home.path("backup.key"));
    kept.home.run(&["backup", "--recipient", &recipient, "--into", "newer"]).went_well();
    let old = kept.restore(&["--verify"]);
    assert!(old.refusal().starts_with("This is the wrong root key"), "{}", old.complained);
    let entries = fs::read_dir(newer).expect("a folder").flatten().map(|entry| entry.path());
    let ring = entries.into_iter().find(|path| path.to_string_lossy().ends_with(".keys.zst.age")).expect("its keys");
    kept.restore(&["--verify", "--keys", ring.to_str().expect("UTF-8")]).went_well();
    assert_eq!(opened_after_restoring(&kept, &words[0]).await, Ok("courage".to_owned()));
}

fn recipient_of(key: &Path) -> String {
    let secret = fs::read_to_string(key).expect("it reads");
    let line = secret.lines().next().and_then(|line| line.strip_prefix("# public key: "));
    line.expect("the public half").to_owned()
}
