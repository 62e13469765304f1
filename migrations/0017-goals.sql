-- Goals: what a group is for, what its members want to change and how far they are, and steps that only their owner knows.

create table aims (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    place {integer} not null,
    words {bytes} not null,
    state {integer} not null,
    set_by {bytes} not null,
    set_at_ms {integer} not null,
    closed_at_ms {integer},
    constraint aims_key primary key (practice_id, id),
    constraint aims_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index aims_group_place on aims (practice_id, group_id, place);

create table goals (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    begun_at_ms {integer} not null,
    ended_at_ms {integer},
    ended_by {bytes},
    ending {bytes},
    constraint goals_key primary key (practice_id, id),
    constraint goals_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index goals_member on goals (practice_id, group_id, person_id, begun_at_ms);

-- Each version of a goal is a row of its own. It holds once the other side has said yes.
create table goal_terms (
    practice_id {bytes} not null,
    goal_id {bytes} not null,
    version {integer} not null,
    author_id {bytes} not null,
    written_at_ms {integer} not null,
    terms {bytes} not null,
    answer {integer},
    answered_by {bytes},
    answered_at_ms {integer},
    constraint goal_terms_key primary key (practice_id, goal_id, version),
    constraint goal_terms_goal foreign key (practice_id, goal_id) references goals (practice_id, id)
) {strict};

create table goal_ratings (
    practice_id {bytes} not null,
    goal_id {bytes} not null,
    number {integer} not null,
    id {bytes} not null,
    version {integer} not null,
    session_id {bytes},
    rated_by {bytes} not null,
    rated_at_ms {integer} not null,
    rating {bytes} not null,
    constraint goal_ratings_key primary key (practice_id, goal_id, number),
    constraint goal_ratings_goal foreign key (practice_id, goal_id) references goals (practice_id, id)
) {strict};

create table steps (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    group_id {bytes} not null,
    words {bytes} not null,
    written_at_ms {integer} not null,
    done_at_ms {integer},
    aside_at_ms {integer},
    constraint steps_key primary key (practice_id, id),
    constraint steps_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index steps_person on steps (practice_id, person_id, written_at_ms);
