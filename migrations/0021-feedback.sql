-- Feedback to one member: letters, what the member says of a pattern, and whether a score was talked about.

create table letters (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    author_id {bytes} not null,
    state {integer} not null,
    version {integer} not null,
    body {bytes} not null,
    saved_at_ms {integer} not null,
    released_by {bytes},
    released_at_ms {integer},
    digest {bytes},
    answer {bytes},
    answered_at_ms {integer},
    closed_by {bytes},
    closed_at_ms {integer},
    constraint letters_key primary key (practice_id, id),
    constraint letters_group foreign key (practice_id, group_id) references groups (practice_id, id),
    constraint letters_person foreign key (practice_id, person_id) references people (practice_id, id)
) {strict};

create index letters_person_of on letters (practice_id, person_id, saved_at_ms);

create index letters_answered on letters (practice_id, group_id, answered_at_ms);

-- A draft that somebody writes to a member is one, so that two leaders do not write past each other.
create unique index letters_one_draft on letters (practice_id, group_id, person_id) where state = 1;

-- What a member says of a statement about their own records. The newest word about a statement counts.
create table remarks (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    number {integer} not null,
    words {bytes} not null,
    said_at_ms {integer} not null,
    constraint remarks_key primary key (practice_id, id),
    constraint remarks_order unique (practice_id, group_id, person_id, number),
    constraint remarks_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

-- Whether the answers to a questionnaire were talked about: as whoever leads has it, and as the member has it.
create table talks (
    practice_id {bytes} not null,
    assignment_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    discussed_by {bytes},
    discussed_at_ms {integer},
    note {bytes},
    talked {integer},
    words {bytes},
    confirmed_at_ms {integer},
    constraint talks_key primary key (practice_id, assignment_id),
    constraint talks_assignment foreign key (practice_id, assignment_id) references assignments (practice_id, id)
) {strict};

create index talks_in_group on talks (practice_id, group_id, person_id);
