//! What was answered survives `kill -9`.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

use futures_util::future::join_all;

use super::{add, increment, open, read};
use crate::{Db, Engine, Options};

crate::on_both_engines!(nothing_answered_is_lost_when_the_process_is_killed);

/// Tells this test, run again as a child process, which database to write to until it is killed.
const VICTIM: &str = "STORE_TESTS_VICTIM";

const ROUNDS: usize = 3;

async fn nothing_answered_is_lost_when_the_process_is_killed(engine: Engine) {
    if let Ok(url) = env::var(VICTIM) {
        return increment_until_killed(&url).await;
    }
    let test = open(engine).await;
    add(test.db(), "chairs", 0).await.unwrap();
    test.db().clone().close().await;
    let mut answered = 0;
    for round in 1..=ROUNDS {
        answered += kill_after(test.url(), engine, 40 * round);
        let db = Db::open(test.url(), &Options::default()).await.unwrap();
        let kept = usize::try_from(read(&db, "chairs").await.unwrap()).unwrap();
        assert!(kept >= answered, "{kept} kept of {answered} answered");
        assert_eq!(db.integrity().await, Ok(()));
        db.close().await;
    }
}

async fn increment_until_killed(url: &str) {
    let db = Db::open(url, &Options::default()).await.unwrap();
    join_all((0..8).map(|_| async {
        loop {
            increment(&db, "chairs").await.unwrap();
            writeln!(std::io::stdout(), "answered").unwrap();
        }
    }))
    .await;
}

/// How many answers the child gave before it was killed, at the earliest after `count` of them.
fn kill_after(url: &str, engine: Engine, count: usize) -> usize {
    let name = module_path!().split_once("::").unwrap().1;
    let engine = format!("{engine:?}").to_lowercase();
    let test = format!("{name}::nothing_answered_is_lost_when_the_process_is_killed::{engine}");
    let mut victim = Command::new(env::current_exe().unwrap());
    victim.args(["--exact", &test, "--nocapture"]).env(VICTIM, url).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = victim.spawn().unwrap();
    let answers = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut answers = answers.filter(|line| line.ends_with("answered"));
    let before = answers.by_ref().take(count).count();
    child.kill().unwrap();
    let after = answers.count();
    child.wait().unwrap();
    assert!(before >= count, "the child ended by itself");
    before + after
}
