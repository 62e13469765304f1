//! Every statement and every migration keeps the store's rules and works on both engines.

use cohesion::{migrations, statements};
use store::{Engine, Prepared, Result, Sql, check_migration, check_statement, testing::TestDatabase};

fn all() -> impl Iterator<Item = &'static Sql> {
    statements::ALL.iter().flat_map(|(_, statements)| statements.iter().copied())
}

#[tokio::test]
async fn every_statement_is_prepared_alike_on_both_engines() -> Result<()> {
    let sqlite = prepare_all(Engine::Sqlite).await?;
    let postgres = prepare_all(Engine::Postgres).await?;
    for ((sql, first), second) in all().zip(sqlite).zip(postgres) {
        assert_eq!(first, second, "`{}` takes and gives the same on both engines", sql.name);
    }
    Ok(())
}

async fn prepare_all(engine: Engine) -> Result<Vec<Prepared>> {
    let test = TestDatabase::open(engine, migrations::ALL).await?;
    let mut prepared = Vec::new();
    for sql in all() {
        prepared.push(test.db().prepare(sql).await?);
    }
    Ok(prepared)
}

#[test]
fn every_statement_keeps_the_rules() {
    let broken: Vec<String> = all().filter_map(|sql| check_statement(sql).err()).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_migration_keeps_the_rules() {
    let broken: Vec<String> = migrations::ALL.iter().filter_map(|migration| check_migration(migration).err()).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
