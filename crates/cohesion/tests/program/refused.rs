//! What the server does not start with, each with the sentence that mends it.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use keyring::RootKey;
use store::{Db, Sql, Tx, Value};

use super::harness::Home;

static PRETEND_NEWER: Sql = Sql::new(
    "PRETEND_NEWER",
    "/* every practice: the schema is one for all */ insert into schema_migration (number, name, digest) values ($1, $2, $3)",
    None,
);

#[tokio::test]
async fn a_missing_root_key_is_never_replaced_by_a_new_one() {
    let home = Home::new();
    home.with_keys(1).await;
    let key = home.config().root_key;
    fs::remove_file(&key).expect("it was there");
    let ran = home.try_to_serve();
    assert!(ran.refusal().starts_with(&format!("There is no root key at {}.", key.display())), "{}", ran.complained);
    assert!(!key.exists());
}

#[tokio::test]
async fn an_open_root_key_is_refused_with_the_command_that_closes_it() {
    let home = Home::new();
    home.with_keys(1).await;
    let key = home.config().root_key;
    fs::set_permissions(&key, Permissions::from_mode(0o644)).expect("it is ours");
    let ran = home.try_to_serve();
    assert!(ran.refusal().contains(&format!("chmod 0400 {}", key.display())), "{}", ran.complained);
}

#[tokio::test]
async fn a_wrong_root_key_is_told_from_the_right_one() {
    let home = Home::new();
    home.with_keys(1).await;
    let key = home.config().root_key;
    fs::rename(&key, home.path("right.key")).expect("it was there");
    RootKey::generate().expect("a key").write_file(&key).expect("it is written");
    let ran = home.try_to_serve();
    assert!(ran.refusal().starts_with("This is the wrong root key"), "{}", ran.complained);
    fs::remove_file(&key).and_then(|()| fs::rename(home.path("right.key"), &key)).expect("it is put back");
    assert!(home.serve(&[]).stop().status.success());
}

#[tokio::test]
async fn a_database_newer_than_the_program_is_left_alone() {
    let home = Home::new();
    home.with_keys(1).await;
    let db: Db = home.db().await;
    let written = db.write(async |tx: &mut dyn Tx| {
        tx.run(&PRETEND_NEWER, vec![Value::Int(9_999), "9999-later".into(), vec![0; 32].into()]).await
    });
    written.await.expect("it is written");
    db.close().await;
    for ran in [home.try_to_serve(), home.run(&["migrate"])] {
        assert!(
            ran.refusal().starts_with("The database has migration 9999, and this program knows only"),
            "{}",
            ran.complained
        );
    }
}

#[tokio::test]
async fn one_folder_is_served_once() {
    let home = Home::new();
    let server = home.serve(&[]);
    let ran = home.try_to_serve();
    assert!(ran.refusal().starts_with("Another Cohesion is at work in"), "{}", ran.complained);
    let ran = home.run(&["migrate"]);
    assert!(ran.refusal().starts_with("Another Cohesion is at work in"), "{}", ran.complained);
    assert_eq!(server.get("/healthz").0, 200);
}

#[test]
fn the_demo_keeps_away_from_what_it_did_not_make() {
    let home = Home::new();
    fs::create_dir(home.data()).and_then(|()| fs::write(home.data().join("letter"), "dear")).expect("a file");
    let ran = home.run(&["demo", "--port", "0"]);
    assert!(ran.refusal().contains("holds something that the demo did not make"), "{}", ran.complained);
}
