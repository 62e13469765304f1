-- The way into a group and out of it: enquiry, screening, decision, preparation, seat, departure; and who must not meet.

create table enrolments (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    stage {integer} not null,
    since_ms {integer} not null,
    opened_at_ms {integer} not null,
    closed_at_ms {integer},
    enquiry {bytes} not null,
    screening_at_ms {integer},
    offers {integer} not null,
    unanswered {integer} not null,
    offer_until_ms {integer},
    called {bytes},
    called_version {integer} not null,
    seat_id {bytes},
    hold_until_ms {integer},
    constraint enrolments_key primary key (practice_id, id),
    constraint enrolments_group foreign key (practice_id, group_id) references groups (practice_id, id),
    constraint enrolments_person foreign key (practice_id, person_id) references people (practice_id, id)
) {strict};

create unique index enrolments_one_living on enrolments (practice_id, group_id, person_id) where closed_at_ms is null;

create index enrolments_person_of on enrolments (practice_id, person_id);

create table enrolment_steps (
    practice_id {bytes} not null,
    enrolment_id {bytes} not null,
    number {integer} not null,
    step {integer} not null,
    stage {integer} not null,
    actor_id {bytes},
    at_ms {integer} not null,
    reason {bytes},
    constraint enrolment_steps_key primary key (practice_id, enrolment_id, number),
    constraint enrolment_steps_enrolment foreign key (practice_id, enrolment_id)
        references enrolments (practice_id, id)
) {strict};

create table screenings (
    practice_id {bytes} not null,
    enrolment_id {bytes} not null,
    number {integer} not null,
    facts {bytes} not null,
    screened_by {bytes},
    screened_at_ms {integer} not null,
    constraint screenings_key primary key (practice_id, enrolment_id, number),
    constraint screenings_enrolment foreign key (practice_id, enrolment_id) references enrolments (practice_id, id)
) {strict};

create table decisions (
    practice_id {bytes} not null,
    enrolment_id {bytes} not null,
    number {integer} not null,
    decision {bytes} not null,
    decided_by {bytes},
    decided_at_ms {integer} not null,
    countersign {integer} not null,
    countersigned_by {bytes},
    countersigned_at_ms {integer},
    constraint decisions_key primary key (practice_id, enrolment_id, number),
    constraint decisions_enrolment foreign key (practice_id, enrolment_id) references enrolments (practice_id, id)
) {strict};

create table preparations (
    practice_id {bytes} not null,
    enrolment_id {bytes} not null,
    topic {integer} not null,
    ticked_by {bytes},
    ticked_at_ms {integer} not null,
    constraint preparations_key primary key (practice_id, enrolment_id, topic),
    constraint preparations_enrolment foreign key (practice_id, enrolment_id) references enrolments (practice_id, id)
) {strict};

create table departures (
    practice_id {bytes} not null,
    enrolment_id {bytes} not null,
    departure {bytes} not null,
    recorded_by {bytes},
    departed_at_ms {integer} not null,
    constraint departures_key primary key (practice_id, enrolment_id),
    constraint departures_enrolment foreign key (practice_id, enrolment_id) references enrolments (practice_id, id)
) {strict};

create table keep_apart (
    practice_id {bytes} not null,
    id {bytes} not null,
    one_id {bytes} not null,
    other_id {bytes} not null,
    group_id {bytes} not null,
    author_id {bytes} not null,
    reason {bytes} not null,
    since_ms {integer} not null,
    until_ms {integer},
    constraint keep_apart_key primary key (practice_id, id),
    constraint keep_apart_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index keep_apart_one on keep_apart (practice_id, one_id);

create index keep_apart_other on keep_apart (practice_id, other_id);
