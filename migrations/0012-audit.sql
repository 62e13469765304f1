-- Signed statements of how far the audit log had come. The same lines stand in a file outside the database.

create table audit_checkpoints (
    practice_id {bytes} not null,
    number {integer} not null,
    seq {integer} not null,
    hash {bytes} not null,
    at_ms {integer} not null,
    signature {bytes} not null,
    constraint audit_checkpoints_key primary key (practice_id, number)
) {strict};
