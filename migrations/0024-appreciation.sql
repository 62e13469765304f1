-- Words from one member to another: the giver's until they are passed on, then a copy that is the receiver's.

create table appreciation_doors (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    opened_by {bytes},
    opened_at_ms {integer} not null,
    constraint appreciation_doors_key primary key (practice_id, group_id),
    constraint appreciation_doors_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {clustered};

create table appreciations (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    giver_id {bytes} not null,
    receiver_id {bytes} not null,
    kind {integer} not null,
    state {integer} not null,
    words {bytes} not null,
    written_at_ms {integer} not null,
    copy {bytes},
    given_back {bytes},
    answer {integer},
    decided_by {bytes},
    decided_at_ms {integer},
    constraint appreciations_key primary key (practice_id, id),
    constraint appreciations_group foreign key (practice_id, group_id) references groups (practice_id, id),
    constraint appreciations_giver foreign key (practice_id, giver_id) references people (practice_id, id),
    constraint appreciations_receiver foreign key (practice_id, receiver_id) references people (practice_id, id)
) {strict};

create index appreciations_in_group on appreciations (practice_id, group_id, written_at_ms);
