//! An older database, put in place by whatever tool, on both engines.

use ::store::Engine;

use super::{keep_a_word, opens, root_of, run_jobs, shred};
use crate::Result;
use crate::config::Config;
use crate::ops::shreds::replay_before_service;
use crate::testing::{START, TestClinic};

/// It is shredded anew before anything opens.
async fn an_older_database(engine: Engine) -> Result<()> {
    let clinic = TestClinic::on(engine).await?;
    let (practice, shreds) = (clinic.practice, tempfile::tempdir().expect("a folder"));
    let root = || root_of(&clinic.app);
    let (gone, stays) = (keep_a_word(&clinic.app, practice).await?, keep_a_word(&clinic.app, practice).await?);
    let roots = [root()?, root()?];
    let old = clinic.close().await;
    let put = |config: &mut Config| config.shreds = shreds.path().join("shreds");
    let [first, second] = roots;
    let live = TestClinic::around(old.copy().await?, first, practice, START, put).await?;
    shred(&live.app, practice, gone.scope).await?;
    run_jobs(&live).await?;
    let restored = TestClinic::around(old.copy().await?, second, practice, START, put).await?;
    assert!(opens(&restored.app, practice, &gone).await?, "the older database still holds the key");
    let again = restored.beside(root_of(&restored.app)?, practice).await?;
    assert_eq!(replay_before_service(&again).await?.again, 1);
    assert!(!opens(&again, practice, &gone).await? && opens(&again, practice, &stays).await?);
    assert_eq!(replay_before_service(&again).await?.again, 0);
    Ok(())
}

#[tokio::test]
async fn an_older_sqlite_file_is_shredded_anew() -> Result<()> {
    an_older_database(Engine::Sqlite).await
}

#[tokio::test]
async fn an_older_postgres_database_is_shredded_anew() -> Result<()> {
    an_older_database(Engine::Postgres).await
}
