//! The one list of all SQL of the product, which a test prepares on both engines.

use store::Sql;

/// Every statement, by the subject that owns it.
pub const ALL: &[(&str, &[&Sql])] = &[
    ("work", crate::work::STATEMENTS),
    ("identity people", crate::identity::PEOPLE),
    ("identity accounts", crate::identity::ACCOUNTS),
    ("identity logins", crate::identity::LOGINS),
    ("identity second steps", crate::identity::SECOND_STEPS),
    ("identity invitations", crate::identity::INVITATIONS),
    ("identity throttles", crate::identity::THROTTLES),
    ("audit", crate::audit::STATEMENTS),
    ("practice", crate::practice::STATEMENTS),
    ("set-up", crate::set_up::STATEMENTS),
    ("jobs", crate::jobs::STATEMENTS),
    ("notices", crate::notices::STATEMENTS),
    ("groups", crate::groups::STATEMENTS),
    ("safety: alerts", crate::safety::ALERTS),
    ("safety: duties", crate::safety::DUTIES),
    ("safety: lines", crate::safety::LINES),
    ("safety: lists", crate::safety::LISTS),
    ("safety: plans", crate::safety::PLANS),
    ("assessments", crate::assessments::STATEMENTS),
    ("sessions", crate::sessions::STATEMENTS),
    ("ops", crate::ops::STATEMENTS),
    ("agreements", crate::agreements::STATEMENTS),
    ("enrolment", crate::enrolment::STATEMENTS),
    ("enrolment papers", crate::enrolment::PAPER_STATEMENTS),
    ("enrolment notes", crate::enrolment::NOTE_STATEMENTS),
];

#[cfg(test)]
mod tests {
    //! Every statement is read by both engines.

    use store::testing::TestDatabase;
    use store::{Engine, Error};

    #[test]
    fn every_statement_keeps_the_rules_of_both_engines() {
        for (subject, statements) in super::ALL {
            for sql in *statements {
                assert_eq!(store::check_statement(sql), Ok(()), "{subject}: {}", sql.name);
            }
        }
    }

    #[tokio::test]
    async fn every_statement_is_prepared_alike_by_both_engines() -> Result<(), Error> {
        let lite = TestDatabase::open(Engine::Sqlite, crate::migrations::ALL).await?;
        let postgres = TestDatabase::open(Engine::Postgres, crate::migrations::ALL).await?;
        for sql in super::ALL.iter().flat_map(|(_, statements)| statements.iter()) {
            let (one, other) = (lite.db().prepare(sql).await?, postgres.db().prepare(sql).await?);
            assert_eq!(one, other, "{}", sql.name);
        }
        Ok(())
    }
}
