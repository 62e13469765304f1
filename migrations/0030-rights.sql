-- A member's rights: legal holds, what is due to go, what somebody asks to be corrected.

create table legal_holds (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes},
    group_id {bytes},
    words {bytes} not null,
    placed_by {bytes} not null,
    placed_at_ms {integer} not null,
    lifted_by {bytes},
    lifted_at_ms {integer},
    constraint legal_holds_key primary key (practice_id, id)
) {strict};

create index legal_holds_living on legal_holds (practice_id, lifted_at_ms);

-- What was found to become due, and since when whoever looks after the site could see it.
create table retention_dues (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    due_at_ms {integer} not null,
    shown_at_ms {integer} not null,
    constraint retention_dues_key primary key (practice_id, group_id, person_id)
) {clustered};

create table corrections (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    words {bytes} not null,
    asked_at_ms {integer} not null,
    answer {bytes},
    answered_by {bytes},
    answered_at_ms {integer},
    constraint corrections_key primary key (practice_id, id),
    constraint corrections_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index corrections_person on corrections (practice_id, person_id, asked_at_ms);
