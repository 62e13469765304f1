-- What every act writes to: data keys, jobs and the audit log.

create table practices (
    practice_id {bytes} not null,
    created_at_ms {integer} not null,
    constraint practices_key primary key (practice_id)
) {strict};

-- every practice: one key for the whole installation
create table installation (
    id {bytes} not null,
    wrapped {bytes} not null,
    constraint installation_key primary key (id)
) {strict};

create table data_keys (
    practice_id {bytes} not null,
    id {bytes} not null,
    scope_kind {integer} not null,
    scope_a {bytes} not null,
    scope_b {bytes} not null,
    wrapped {bytes},
    created_at_ms {integer} not null,
    shredded_at_ms {integer},
    constraint data_keys_key primary key (practice_id, id)
) {strict};

create unique index data_keys_one_living
    on data_keys (practice_id, scope_kind, scope_a, scope_b)
    where shredded_at_ms is null;

create table jobs (
    practice_id {bytes} not null,
    id {bytes} not null,
    kind {text} not null,
    about_id {bytes} not null,
    round {integer} not null,
    due_at_ms {integer} not null,
    state {integer} not null,
    tries {integer} not null,
    trouble {text},
    done_at_ms {integer},
    constraint jobs_key primary key (practice_id, id),
    constraint jobs_once unique (practice_id, kind, about_id, round)
) {strict};

create index jobs_due on jobs (state, due_at_ms);

create table audit_log (
    practice_id {bytes} not null,
    seq {integer} not null,
    at_ms {integer} not null,
    actor_id {bytes},
    login_id {bytes},
    subject_id {bytes},
    object_id {bytes},
    deed {text} not null,
    outcome {text} not null,
    hash {bytes} not null,
    constraint audit_log_key primary key (practice_id, seq)
) {clustered};

create index audit_log_subject on audit_log (practice_id, subject_id, seq);

create table audit_heads (
    practice_id {bytes} not null,
    seq {integer} not null,
    hash {bytes} not null,
    mac {bytes} not null,
    constraint audit_heads_key primary key (practice_id)
) {strict};
