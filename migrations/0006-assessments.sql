-- Questionnaires: what a group asks and when, what a member is asked, drafts and answers.

create table batteries (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    entries {bytes} not null,
    version {integer} not null,
    constraint batteries_key primary key (practice_id, group_id),
    constraint batteries_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create table assignments (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    session_id {bytes},
    instrument {bytes} not null,
    instrument_index {bytes} not null,
    opens_at_ms {integer} not null,
    due_at_ms {integer} not null,
    state {integer} not null,
    constraint assignments_key primary key (practice_id, id),
    constraint assignments_once unique (practice_id, person_id, instrument_index, session_id),
    constraint assignments_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index assignments_group_time on assignments (practice_id, group_id, due_at_ms);

create table drafts (
    practice_id {bytes} not null,
    assignment_id {bytes} not null,
    draft {bytes} not null,
    version {integer} not null,
    saved_at_ms {integer} not null,
    constraint drafts_key primary key (practice_id, assignment_id),
    constraint drafts_assignment foreign key (practice_id, assignment_id) references assignments (practice_id, id)
) {clustered};

create table responses (
    practice_id {bytes} not null,
    id {bytes} not null,
    assignment_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    version {integer} not null,
    sheet_key {bytes} not null,
    record {bytes} not null,
    answered_at_ms {integer} not null,
    constraint responses_key primary key (practice_id, assignment_id, version),
    constraint responses_assignment foreign key (practice_id, assignment_id) references assignments (practice_id, id)
) {clustered};

create index responses_person on responses (practice_id, person_id, answered_at_ms);
