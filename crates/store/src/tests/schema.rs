//! The rules on migrations, each broken once.

use super::MIGRATIONS;
use crate::{Migration, check_migration};

fn check(text: &'static str) -> Result<(), String> {
    check_migration(&Migration { number: 4, name: "lamps", text })
}

#[test]
fn a_migration_that_keeps_the_rules_passes() {
    for migration in MIGRATIONS {
        assert_eq!(check_migration(migration), Ok(()));
    }
    let one_for_all =
        "create table lamp (id {bytes} not null, constraint lamp_key primary key (id) -- every practice: one\n)";
    assert_eq!(check(one_for_all), Ok(()));
}

#[test]
fn each_broken_rule_says_how_to_mend_it() {
    for (text, words) in [
        ("create table lamp (id bytea)", "write the type bytea as {integer}, {text} or {bytes}"),
        ("CREATE table lamp (id {bytes})", "write CREATE in lower case"),
        ("create table lamp (id {bytes} primary key)", "name every constraint"),
        ("create table lamp (practice_id {bytes} constraint once unique)", "name every constraint"),
        ("create table lamp (practice_id {bytes}, unique (practice_id))", "name every constraint"),
        ("create table lamp (a {integer}, constraint a check (a > 0), check (a < 9))", "name every constraint"),
        ("create table lamp (id {bytes}, constraint k primary key (id))", "begin the primary key with practice_id"),
        (
            "create table t (practice_id {bytes}, constraint k foreign key (practice_id) references lamp (id))",
            "begin the references key with practice_id",
        ),
        ("create table t (a {integer} default now())", "`now` is not used, since the time comes from the act"),
        (
            "create index a_name_that_goes_on_and_on_until_no_engine_would_keep_all_of_it_any_more on t (a)",
            "is longer than 63 bytes",
        ),
    ] {
        let refusal = check(text).unwrap_err();
        assert!(refusal.starts_with("migration 4 (lamps): ") && refusal.contains(words), "{refusal}");
    }
}
