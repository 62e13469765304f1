-- What people are told, and mail on its way; and how long a worker holds a job.

alter table jobs add column claimed_until_ms {integer};

create table notices (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    kind {integer} not null,
    about_id {bytes} not null,
    round {integer} not null,
    at_ms {integer} not null,
    read_at_ms {integer},
    constraint notices_key primary key (practice_id, id),
    constraint notices_once unique (practice_id, person_id, kind, about_id, round)
) {strict};

create index notices_person on notices (practice_id, person_id, at_ms);

-- The words are erased when the mail server has them.
create table mails (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    words {bytes},
    written_at_ms {integer} not null,
    sent_at_ms {integer},
    constraint mails_key primary key (practice_id, id)
) {strict};
