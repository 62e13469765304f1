//! The one list of all SQL of the product, which a test prepares on both engines.

use store::Sql;

/// Every statement, by the subject that owns it.
pub const ALL: &[(&str, &[&Sql])] = &[
    ("work", crate::work::STATEMENTS),
    ("identity", crate::identity::STATEMENTS),
    ("audit", crate::audit::STATEMENTS),
    ("practice", crate::practice::STATEMENTS),
    ("groups", crate::groups::STATEMENTS),
    ("safety: alerts", crate::safety::ALERTS),
    ("safety: duties", crate::safety::DUTIES),
];
