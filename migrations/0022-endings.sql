-- The end of a group and of a membership: what was ticked off, endings of single members that were announced, summaries, how
-- members looked back, what is asked afterwards, and the steps towards whoever left early.

-- The subject is a member, or the group itself.
create table ending_ticks (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    subject_id {bytes} not null,
    item {integer} not null,
    done_by {bytes},
    done_at_ms {integer} not null,
    constraint ending_ticks_key primary key (practice_id, group_id, subject_id, item),
    constraint ending_ticks_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {clustered};

create table announced_endings (
    practice_id {bytes} not null,
    seat_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    last_session_id {bytes} not null,
    announced_by {bytes},
    announced_at_ms {integer} not null,
    constraint announced_endings_key primary key (practice_id, seat_id),
    constraint announced_endings_seat foreign key (practice_id, seat_id) references seats (practice_id, id),
    constraint announced_endings_session foreign key (practice_id, last_session_id) references sessions (practice_id, id)
) {strict};

create index announced_endings_in_group on announced_endings (practice_id, group_id);

create table discharge_summaries (
    practice_id {bytes} not null,
    seat_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    version {integer} not null,
    body {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    signed_by {bytes},
    signed_at_ms {integer},
    digest {bytes},
    given_at_ms {integer},
    constraint discharge_summaries_key primary key (practice_id, seat_id),
    constraint discharge_summaries_seat foreign key (practice_id, seat_id) references seats (practice_id, id)
) {strict};

create index discharge_summaries_in_group on discharge_summaries (practice_id, group_id);

create index discharge_summaries_person_of on discharge_summaries (practice_id, person_id);

-- All answers of a group lie in one sealed value: no row and no time tells whose one is.
create table group_evaluations (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    version {integer} not null,
    answers {bytes} not null,
    constraint group_evaluations_key primary key (practice_id, group_id),
    constraint group_evaluations_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

-- That somebody has answered, without when and what.
create table evaluations_given (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    constraint evaluations_given_key primary key (practice_id, group_id, person_id),
    constraint evaluations_given_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {clustered};

create table boosters (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    months {integer} not null,
    due_at_ms {integer} not null,
    sent_at_ms {integer},
    asked {integer} not null,
    constraint boosters_key primary key (practice_id, group_id, months),
    constraint boosters_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {clustered};

create table leaver_steps (
    practice_id {bytes} not null,
    enrolment_id {bytes} not null,
    step {integer} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    words {bytes} not null,
    done_by {bytes},
    done_at_ms {integer} not null,
    constraint leaver_steps_key primary key (practice_id, enrolment_id, step),
    constraint leaver_steps_enrolment foreign key (practice_id, enrolment_id) references enrolments (practice_id, id)
) {strict};

create index leaver_steps_in_group on leaver_steps (practice_id, group_id);
