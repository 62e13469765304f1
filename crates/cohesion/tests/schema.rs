//! Every statement and every migration keeps the store's rules and works on both engines.

use std::collections::{BTreeMap, BTreeSet};

use cohesion::{migrations, statements};
use store::{Engine, Prepared, Result, Sql, check_migration, check_statement, testing::TestDatabase};

/// What looks at every row of a practice, or of all: why it may, and what it is.
const WHOLE: [(&str, &[&str]); 5] = [
    (
        "there are a handful of rows for a practice",
        &[
            "assessments::wording::store::LIVING",
            "door::store::FIND_DOOR",
            "door::store::SHOWN",
            "identity::store::logins::FIND_PRACTICE",
            "practice::store::FIND_SETTINGS",
            "room::store::nodes::NODES_SINCE",
            "safety::store::lines::INSERT_LINE",
            "safety::store::lines::LINES",
            "set_up::store::COUNT_PRACTICES",
            "techniques::store::plans::NEWEST_CURRICULA",
            "work::store::FIND_HEAD",
            "work::store::FIND_INSTALLATION",
        ],
    ),
    (
        "it is a list of the whole practice",
        &[
            "enrolment::store::alone::GROUPS_TO_JOIN",
            "enrolment::store::ways::ALL_STAYS",
            "groups::store::groups::ALL_GROUPS",
            "groups::store::groups::GROUPS_EVER",
            "groups::store::seats::ALL_STAYS",
            "notices::store::OUTBOX",
            "practice::store::STAFF",
            "rights::store::SHOWN_DUES",
        ],
    ),
    (
        "the index has nothing but what waits",
        &["endings::store::summaries::SUMMARIES_WAITING", "notes::store::incidents::OPEN_INCIDENTS"],
    ),
    (
        "it is part of what checks the log, the keys and the copies",
        &[
            "audit::store::CHECKPOINTS",
            "audit::store::FIND_END",
            "audit::store::LAST_SEQ",
            "audit::store::NEWEST_CHECKPOINT",
            "audit::store::PRACTICES",
            "ops::store::COUNT_KEYS",
            "ops::store::FIND_CANARY",
            "ops::store::FIND_INSTALLATION",
            "ops::store::LAST_DEED",
            "ops::store::LIST_BARE",
            "ops::store::LIST_HEADS",
            "ops::store::LIST_KEYS",
            "ops::store::LIST_LIVING",
            "ops::store::LIST_SHREDDED",
            "ops::store::TAKE_KEYS_OUT",
        ],
    ),
    (
        "it clears away, by the clock or when somebody's record is erased",
        &[
            "identity::store::forget::FORGET_PROFILE",
            "identity::store::forget::FORGET_SECOND_STEPS",
            "identity::store::second_steps::FORGET_OLD_SECOND_STEPS",
            "notices::store::FORGET_MAILS",
            "notices::store::FORGET_MAILS_TO",
            "rights::store::FORGET_HOLDS",
            "room::store::nodes::DELETE_OLD_NODES",
            "room::store::online::DELETE_OLD_ENTRIES",
            "sharing::store::forget::FORGET_ANSWERED",
            "sharing::store::forget::FORGET_ANSWERING_REACTIONS",
            "sharing::store::forget::FORGET_REPORTS",
        ],
    ),
];

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

#[tokio::test]
async fn every_statement_finds_its_rows_by_more_than_the_practice() -> Result<()> {
    let test = TestDatabase::open(Engine::Sqlite, migrations::ALL).await?;
    let mut found = BTreeMap::new();
    for sql in all() {
        let plan = test.db().plan(sql).await?;
        let is_wide =
            |step: &String| step.ends_with("(practice_id=?)") || step.starts_with("SCAN") && !step.contains("ROW");
        found.extend(plan.into_iter().find(is_wide).map(|step| (sql.name.trim_start_matches("cohesion::"), step)));
    }
    let whole: BTreeSet<&str> = WHOLE.iter().flat_map(|(_, names)| names.iter().copied()).collect();
    let unnamed: Vec<_> = found.iter().filter(|(name, _)| !whole.contains(*name)).collect();
    assert!(unnamed.is_empty(), "give each an index for what it asks, or name it above with a reason: {unnamed:#?}");
    let needless: Vec<_> = whole.iter().filter(|name| !found.contains_key(*name)).collect();
    assert!(needless.is_empty(), "these have a good way to their rows, and need not be named above: {needless:#?}");
    Ok(())
}
