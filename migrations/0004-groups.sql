-- Groups: their charter and state, who leads, who sits in them, and when they meet.

create table groups (
    practice_id {bytes} not null,
    id {bytes} not null,
    charter {integer} not null,
    format {integer} not null,
    state {integer} not null,
    capacity {integer} not null,
    zone {text} not null,
    words {bytes} not null,
    version {integer} not null,
    founded_at_ms {integer} not null,
    constraint groups_key primary key (practice_id, id)
) {strict};

create table leaderships (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    role {integer} not null,
    since_ms {integer} not null,
    until_ms {integer},
    constraint leaderships_key primary key (practice_id, group_id, person_id, since_ms),
    constraint leaderships_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index leaderships_person on leaderships (practice_id, person_id);

create table seats (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    called {bytes} not null,
    state {integer} not null,
    since_ms {integer} not null,
    until_ms {integer},
    constraint seats_key primary key (practice_id, id),
    constraint seats_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create unique index seats_one_living on seats (practice_id, group_id, person_id) where until_ms is null;

create index seats_person on seats (practice_id, person_id);

-- A place is a row, so two people cannot have the same one; it is kept from the promise of a seat to the departure.
create table places (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    number {integer} not null,
    person_id {bytes} not null,
    since_ms {integer} not null,
    constraint places_key primary key (practice_id, group_id, number),
    constraint places_one_for_a_person unique (practice_id, group_id, person_id),
    constraint places_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create table sessions (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    number {integer} not null,
    starts_at_ms {integer} not null,
    ends_at_ms {integer} not null,
    state {integer} not null,
    constraint sessions_key primary key (practice_id, id),
    constraint sessions_number unique (practice_id, group_id, number),
    constraint sessions_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index sessions_time on sessions (practice_id, starts_at_ms);
