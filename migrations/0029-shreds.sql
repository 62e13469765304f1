-- Shredded keys are found by their scope, so that none of them is begun anew by accident, and listed for the ledger outside.

create index data_keys_shredded
    on data_keys (practice_id, scope_kind, scope_a, scope_b)
    where shredded_at_ms is not null;
