//! The doctor: one line for each thing that was looked at, and what mends it.

use std::fs;

use cohesion::access::{About, Actor, Deed, Standing};
use cohesion::app::App;
use cohesion::clock::{Clock, Span};
use cohesion::migrations;
use cohesion::work::Vault;
use keyring::RootKey;
use store::{Sql, Tx};

use super::harness::{Home, PRACTICE, Ran};

static CUT_THE_END: Sql =
    Sql::new("CUT_THE_END", "/* every practice: there is one */ delete from audit_log where seq > 10", None);

static MOVE_THE_END: Sql =
    Sql::new("MOVE_THE_END", "/* every practice: there is one */ update audit_heads set seq = 10", None);

impl Ran {
    /// How the doctor finds it, and what it says about it.
    fn finding(&self, what: &str) -> (&str, &str) {
        let mut lines = self.said.lines().filter(|line| line.get(6..).is_some_and(|rest| rest.starts_with(what)));
        let line = lines.next().unwrap_or_else(|| panic!("no {what} in {}", self.said));
        (line[..6].trim(), line[6..].trim_start_matches(what).trim())
    }
}

#[test]
fn a_server_at_work_is_found_sound_but_for_what_nobody_has_set() {
    let home = Home::new();
    let server = home.demo();
    // The worker first does what has come due while nobody served.
    let mut looks = (0..20).map(|_| home.run(&["doctor"]));
    let ran = looks.find(|ran| ran.finding("jobs").0 == "ok").expect("all jobs are done in time");
    assert_eq!(ran.finding("schema").0, "ok");
    assert_eq!(ran.finding("clock").0, "ok");
    assert_eq!(ran.finding("disk").0, "ok");
    assert_eq!(ran.finding("file"), ("ok", "every page of the database is sound"));
    assert!(ran.finding("database").1.starts_with("SQLite 3."), "{}", ran.said);
    assert!(ran.finding("jobs").1.contains("0 late, 0 set aside"), "{}", ran.said);
    assert_eq!(ran.finding("root key"), ("look", "it lies in the data folder, beside what it seals"));
    assert_eq!(ran.finding("backups"), ("mend", "none are made by themselves"));
    assert_eq!(ran.finding("way out").0, "look");
    assert_eq!(ran.status.code(), Some(1), "something is to be mended");
    assert_eq!(server.get("/healthz").0, 200);
}

#[tokio::test]
async fn a_log_that_is_not_as_it_was_written_is_told() {
    let home = Home::new();
    home.demo().stop().went_well();
    let ran = home.run(&["doctor"]);
    let (state, said) = ran.finding("audit log");
    assert!(state == "ok" && said.contains("the last checkpoint outside of"), "{}", ran.said);
    for damage in [&CUT_THE_END, &MOVE_THE_END] {
        let db = home.db().await;
        db.write(async |tx: &mut dyn Tx| tx.run(damage, Vec::new()).await).await.expect("it is damaged");
        db.close().await;
        assert_eq!(home.run(&["doctor"]).finding("audit log").0, "mend", "{}", damage.name);
    }
}

#[test]
fn nothing_is_made_where_nothing_is() {
    let home = Home::new();
    let ran = home.run(&["doctor"]);
    assert_eq!(ran.finding("database"), ("look", "there is none yet"));
    assert_eq!(ran.finding("root key").0, "mend");
    assert!(!home.data().exists());
}

#[tokio::test]
async fn a_clock_that_went_back_is_found_by_what_is_on_record() {
    let home = Home::new();
    home.with_keys(1).await;
    assert_eq!(home.run(&["doctor"]).finding("clock").0, "ok");
    do_something_in(&home, Span::hours(2)).await;
    let ran = home.run(&["doctor"]);
    let (state, said) = ran.finding("clock");
    assert!(state == "mend" && said.contains("lies 119 minutes ahead of this machine's clock"), "{}", ran.said);
    do_something_in(&home, Span(0)).await;
    assert_eq!(home.run(&["doctor"]).finding("clock").0, "mend", "an act since then hides nothing");
    let served = home.serve(&[]).stop().went_well();
    assert!(served.complained.contains("WARN") && served.complained.contains("clock"), "{}", served.complained);
}

/// Puts a deed on record at a moment that has not come.
async fn do_something_in(home: &Home, span: Span) {
    let (db, config) = (home.db().await, home.config());
    db.migrate(migrations::ALL).await.expect("the schema is right");
    let vault = Vault::open(&db, RootKey::read_file(&config.root_key).expect("a key")).await.expect("it fits");
    let app = App::new(db, vault, Clock::standing_at(Clock::machine().now() + span), config);
    let doing = app.write(Actor::System(PRACTICE), async |work| {
        work.ask(Deed::SeeInstallation, Standing::NONE, About::NOTHING).map(drop)
    });
    doing.await.expect("it is done");
    app.db().clone().close().await;
}

#[tokio::test]
async fn old_backups_and_backups_beside_the_records_are_told() {
    let home = Home::new();
    home.with_keys(1).await;
    let elsewhere = home.path("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    fs::write(elsewhere.join("cohesion-20200101T000000Z.zst.age"), "old").expect("a file");
    let doctor = |backups: &str| {
        let settings = home.path("settings.toml");
        let recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
        fs::write(&settings, format!("backup-recipient = \"{recipient}\"\nbackups = \"{backups}\"\n")).expect("a file");
        home.run(&["--config", settings.to_str().expect("UTF-8"), "doctor"])
    };
    let ran = doctor(elsewhere.to_str().expect("UTF-8"));
    assert_eq!(ran.finding("backups").0, "mend", "{}", ran.said);
    home.run(&[
        "backup",
        "--into",
        "elsewhere",
        "--recipient",
        "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
    ])
    .went_well();
    let ran = doctor(elsewhere.to_str().expect("UTF-8"));
    assert_eq!(ran.finding("backups").0, "ok", "{}", ran.said);
    assert!(ran.finding("backups").1.contains("2 in"), "{}", ran.said);
    assert!(doctor("").finding("backups").1.starts_with("there is none in"));
}

#[tokio::test]
async fn a_proxy_that_nobody_named_is_told() {
    let home = Home::new();
    let ran = home.run(&["doctor", "--public-url", "https://commons.example"]);
    assert_eq!(ran.finding("way in").0, "mend", "{}", ran.said);
    let ran = home.run(&["doctor", "--public-url", "http://commons.example"]);
    assert!(ran.said.contains("Put a proxy with HTTPS in front"), "{}", ran.said);
    let mut named = home.program(&["doctor", "--public-url", "https://commons.example"]);
    let named = named.env("COHESION_TRUSTED_PROXIES", "127.0.0.1").output().expect("it runs");
    assert!(String::from_utf8_lossy(&named.stdout).contains("ok    way in"));
}
