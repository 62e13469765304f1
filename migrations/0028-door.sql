-- The front door: whether it is open, which groups it shows, who may join them alone; who has vouched for a facilitator;
-- and self-checks that only their owner reads.

-- What every visitor may read; nothing in these two tables is about a person.
create table doors (
    practice_id {bytes} not null,
    state {integer} not null,
    changed_at_ms {integer} not null,
    constraint doors_key primary key (practice_id)
) {clustered};

create table shown_groups (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    is_shown {integer} not null,
    title {text} not null,
    about {text} not null,
    meets {text} not null,
    place {text} not null,
    cost {text} not null,
    changed_by {bytes},
    changed_at_ms {integer} not null,
    constraint shown_groups_key primary key (practice_id, group_id),
    constraint shown_groups_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create table self_joins (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    who {integer} not null,
    changed_by {bytes},
    changed_at_ms {integer} not null,
    constraint self_joins_key primary key (practice_id, group_id),
    constraint self_joins_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {clustered};

-- Which names are taken in a group, as look-up values that tell nothing without the practice's key.
create table shown_names (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    name_index {bytes} not null,
    person_id {bytes} not null,
    taken_at_ms {integer} not null,
    constraint shown_names_key primary key (practice_id, group_id, name_index),
    constraint shown_names_one_for_a_person unique (practice_id, group_id, person_id),
    constraint shown_names_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {clustered};

-- Somebody who came by themselves: those who lead know the chosen name, and a way to reach them only where they gave one.
create table light_registrations (
    practice_id {bytes} not null,
    enrolment_id {bytes} not null,
    reach {bytes},
    registered_at_ms {integer} not null,
    constraint light_registrations_key primary key (practice_id, enrolment_id),
    constraint light_registrations_enrolment foreign key (practice_id, enrolment_id)
        references enrolments (practice_id, id)
) {clustered};

alter table settings add column asks_background_check {integer};

create table vettings (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    kind {integer} not null,
    last_day {integer},
    vouched_by {bytes},
    vouched_at_ms {integer} not null,
    constraint vettings_key primary key (practice_id, person_id, kind)
) {clustered};

create table self_checks (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    answers {bytes} not null,
    answered_at_ms {integer} not null,
    constraint self_checks_key primary key (practice_id, id)
) {strict};

create index self_checks_person on self_checks (practice_id, person_id, answered_at_ms);
