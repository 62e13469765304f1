//! Root keys: made, and replaced by a rotation that may be killed at any moment.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;
use std::time::{Duration, Instant};

use cohesion::access::{About, Actor, Deed, Standing};
use cohesion::id::GroupId;
use cohesion::work::{Cell, Scope};
use keyring::{RootKey, wrapped_under};
use store::{Sql, Tx};

use super::harness::{Home, PRACTICE};

static WRAPPED: Sql = Sql::new(
    "WRAPPED",
    "/* every practice: one root key wraps them all */ select wrapped from data_keys union all select wrapped from installation",
    None,
);

#[test]
fn a_new_root_key_is_for_its_owner_alone_and_overwrites_nothing() {
    let home = Home::new();
    let file = home.path("root.key");
    let out = file.to_str().expect("UTF-8");
    home.run(&["keys", "new", "--out", out]).went_well();
    assert_eq!(fs::metadata(&file).expect("it is there").permissions().mode() & 0o777, 0o400);
    let made = fs::read(&file).expect("it reads");
    let ran = home.run(&["keys", "new", "--out", out]);
    assert!(ran.refusal().contains("exists already and is left as it is"), "{}", ran.complained);
    assert_eq!(fs::read(&file).expect("it reads"), made);
}

#[tokio::test]
async fn after_a_rotation_everything_opens_with_the_new_key_and_nothing_with_the_old() {
    let home = Home::new();
    let sealed = home.with_keys(250).await;
    let key = home.config().root_key;
    let old = RootKey::read_file(&key).expect("the old key").fingerprint();
    let ran = home.run(&["keys", "rotate"]).went_well();
    assert!(ran.said.contains("251 keys are wrapped under the new root key"), "{}", ran.said);
    assert_ne!(RootKey::read_file(&key).expect("the new key").fingerprint(), old);
    let database = fs::read(home.data().join("cohesion.db")).expect("the database");
    assert!(!database.windows(old.len()).any(|bytes| bytes == old), "no key is wrapped under the old root key");
    all_open(&home, sealed).await;
    assert!(home.serve(&[]).stop().status.success());
}

#[tokio::test]
async fn nothing_is_served_while_a_rotation_is_unfinished() {
    let home = Home::new();
    home.with_keys(1).await;
    let next = home.config().root_key.with_added_extension("next");
    RootKey::generate().expect("a key").write_file(&next).expect("it is written");
    let ran = home.try_to_serve();
    assert!(ran.refusal().ends_with("Finish it with: cohesion keys rotate"), "{}", ran.complained);
    home.run(&["keys", "rotate"]).went_well();
    assert!(home.serve(&[]).stop().status.success());
}

#[tokio::test]
async fn a_server_keeps_its_root_key_while_it_runs() {
    let home = Home::new();
    home.with_keys(1).await;
    let server = home.serve(&[]);
    let ran = home.run(&["keys", "rotate"]);
    assert!(ran.refusal().starts_with("Another Cohesion is at work in"), "{}", ran.complained);
    assert!(server.stop().status.success());
}

#[tokio::test]
async fn a_rotation_that_is_killed_again_and_again_loses_nothing() {
    let home = Home::new();
    let sealed = home.with_keys(3_000).await;
    let mut kills = 0;
    for delay_ms in (5..).step_by(9) {
        let mut rotation =
            home.program(&["keys", "rotate"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        let until = Instant::now() + Duration::from_millis(delay_ms);
        while Instant::now() < until && rotation.try_wait().expect("its state").is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let ended = rotation.try_wait().expect("its state");
        if ended.is_some_and(|status| status.success()) {
            break;
        }
        rotation.kill().expect("it is killed");
        rotation.wait().expect("its end");
        kills += 1;
        every_key_is_wrapped_under_a_root_key_at_hand(&home).await;
    }
    assert!(kills >= 5, "it was killed {kills} times");
    all_open(&home, sealed).await;
}

async fn every_key_is_wrapped_under_a_root_key_at_hand(home: &Home) {
    let current = home.config().root_key;
    let files = [current.with_added_extension("next"), current];
    let roots: Vec<_> = files.iter().filter_map(|file| Some(RootKey::read_file(file).ok()?.fingerprint())).collect();
    let db = home.db().await;
    let rows = db.read(async |tx: &mut dyn Tx| tx.rows(&WRAPPED, Vec::new()).await).await.expect("the keys are listed");
    db.close().await;
    assert_eq!(rows.len(), 3_001);
    for mut row in rows {
        let wrapped: Vec<u8> = row.take().expect("a wrapped key");
        assert!(roots.contains(&wrapped_under(&wrapped).expect("it is whole")));
    }
}

async fn all_open(home: &Home, sealed: Vec<(GroupId, Vec<u8>)>) {
    let app = home.app().await;
    let opened = app.read(Actor::System(PRACTICE), async move |work| {
        for (group, sealed) in &sealed {
            let grant = work.ask(Deed::SeeGroup, Standing::NONE, About::thing(group.0))?;
            let cell = Cell::of("groups", "words", group.0);
            let word: String = work.open(&grant, Scope::Group(*group), cell, sealed).await?;
            assert_eq!(word, "courage");
        }
        Ok(())
    });
    opened.await.expect("everything opens");
    app.db().clone().close().await;
}
