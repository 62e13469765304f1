//! SQL that reads the audit log back.

::store::statements! {
    COUNT_LINKS = "select count(*)
        from audit_log
        where practice_id = $1";
}
