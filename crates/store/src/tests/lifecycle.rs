//! Opening, copying, measuring and closing.

use super::{DELETE_TALLY, PRACTICE, add, increment, open, read};
use crate::{Db, Engine, Error, Options, params};

crate::on_both_engines!(
    a_closed_database_refuses_later_acts_in_every_clone,
    acts_that_run_while_it_closes_are_kept,
    a_sound_database_is_found_sound_and_has_a_size,
    a_backup_is_a_whole_database_of_its_own,
    what_was_overwritten_leaves_nothing_in_the_files,
);

async fn a_closed_database_refuses_later_acts_in_every_clone(engine: Engine) {
    let test = open(engine).await;
    test.db().clone().close().await;
    assert_eq!(add(test.db(), "chairs", 1).await, Err(Error::Closed));
    assert_eq!(read(test.db(), "chairs").await, Err(Error::Closed));
    test.db().clone().close().await;
}

async fn acts_that_run_while_it_closes_are_kept(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 0).await.unwrap();
    let running: Vec<_> = (0..20)
        .map(|_| {
            tokio::spawn({
                let db = test.db().clone();
                async move { increment(&db, "chairs").await }
            })
        })
        .collect();
    tokio::task::yield_now().await;
    test.db().clone().close().await;
    let mut kept = 0;
    for outcome in futures_util::future::join_all(running).await {
        match outcome.unwrap() {
            Ok(_) => kept += 1,
            Err(error) => assert_eq!(error, Error::Closed),
        }
    }
    let again = Db::open(test.url(), &Options::default()).await.unwrap();
    assert_eq!(read(&again, "chairs").await, Ok(kept));
}

async fn a_sound_database_is_found_sound_and_has_a_size(engine: Engine) {
    let test = open(engine).await;
    assert_eq!(test.db().engine(), engine);
    assert_eq!(test.db().integrity().await, Ok(()));
    assert!(test.db().size_bytes().await.unwrap() > 4_096);
    let version = test.db().version().await.unwrap().to_lowercase();
    assert!(version.starts_with(&format!("{engine:?}").to_lowercase()), "{version}");
}

async fn a_backup_is_a_whole_database_of_its_own(engine: Engine) {
    let test = open(engine).await;
    add(test.db(), "chairs", 5).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.sqlite3");
    let written = test.db().backup_to(&path).await;
    if engine == Engine::Postgres {
        assert!(written.unwrap_err().to_string().contains("pg_dump"));
        return;
    }
    written.unwrap();
    increment(test.db(), "chairs").await.unwrap();
    let copy = Db::open(&format!("sqlite:{}", path.display()), &Options::default()).await.unwrap();
    assert_eq!(read(&copy, "chairs").await, Ok(5));
    assert!(matches!(test.db().backup_to(&path).await, Err(Error::Unavailable(_))), "a backup overwrites nothing");
    let names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().contains("partial")), "{names:?}");
}

async fn what_was_overwritten_leaves_nothing_in_the_files(engine: Engine) {
    const NAME: &str = "a name that nobody should find again";
    let test = open(engine).await;
    add(test.db(), "chairs", 1).await.unwrap();
    add(test.db(), NAME, 1).await.unwrap();
    let holds =
        || test.raw().unwrap().iter().any(|(_, raw)| raw.windows(NAME.len()).any(|part| part == NAME.as_bytes()));
    assert!(holds());
    let gone = test.db().write(async |tx| tx.run(&DELETE_TALLY, params![PRACTICE, NAME]).await).await;
    assert_eq!(gone, Ok(1));
    test.db().clear_traces(&["tally", "mark"]).await.unwrap();
    assert!(!holds());
    assert_eq!(read(test.db(), "chairs").await, Ok(1), "what stays is there still");
    assert_eq!(increment(test.db(), "chairs").await, Ok(1));
}

#[tokio::test]
async fn an_address_that_names_no_database_is_refused_with_a_sentence() {
    for (url, words) in [
        ("mysql://localhost/clinic", "starts with sqlite: or postgres://"),
        ("sqlite:", "starts with sqlite: or postgres://"),
        ("postgres://localhost/clinic?port=many", "not one PostgreSQL knows"),
    ] {
        let refusal = Db::open(url, &Options::default()).await.err().unwrap();
        assert!(matches!(refusal, Error::Address(_)));
        assert!(refusal.to_string().contains(words), "{refusal}");
    }
    let refusal = Db::open("sqlite:/no/such/folder/clinic.sqlite3", &Options::default()).await.err().unwrap();
    assert!(matches!(&refusal, Error::Unavailable(why) if why.contains("/no/such/folder")), "{refusal}");
    let refusal = Db::open("postgres://127.0.0.1:1/clinic", &Options::default()).await.err().unwrap();
    assert!(matches!(refusal, Error::Unavailable(_)), "{refusal}");
}
