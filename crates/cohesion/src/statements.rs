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
    ("identity left addresses", crate::identity::LEFT),
    ("identity throttles", crate::identity::THROTTLES),
    ("audit", crate::audit::STATEMENTS),
    ("practice", crate::practice::STATEMENTS),
    ("set-up", crate::set_up::STATEMENTS),
    ("jobs", crate::jobs::STATEMENTS),
    ("notices", crate::notices::STATEMENTS),
    ("groups", crate::groups::GROUPS),
    ("groups: seats", crate::groups::SEATS),
    ("groups: sessions", crate::groups::SESSIONS),
    ("safety: alerts", crate::safety::ALERTS),
    ("safety: duties", crate::safety::DUTIES),
    ("safety: lines", crate::safety::LINES),
    ("safety: lists", crate::safety::LISTS),
    ("safety: plans", crate::safety::PLANS),
    ("assessments: assignments", crate::assessments::ASSIGNMENTS),
    ("assessments: responses", crate::assessments::RESPONSES),
    ("assessments: tallies", crate::assessments::TALLIES),
    ("assessments: wordings", crate::assessments::wording::STATEMENTS),
    ("sessions", crate::sessions::STATEMENTS),
    ("ops", crate::ops::STATEMENTS),
    ("agreements", crate::agreements::STATEMENTS),
    ("enrolment", crate::enrolment::STATEMENTS),
    ("enrolment papers", crate::enrolment::PAPER_STATEMENTS),
    ("enrolment notes", crate::enrolment::NOTE_STATEMENTS),
];
