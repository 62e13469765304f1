-- The organisation: who works here, and as what.

create table roles (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    role {integer} not null,
    since_ms {integer} not null,
    until_ms {integer},
    constraint roles_key primary key (practice_id, person_id, role, since_ms)
) {strict};
