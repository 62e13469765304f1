-- What happens around a session: who came, and what follows when somebody did not.

create table attendance (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    person_id {bytes} not null,
    group_id {bytes} not null,
    presence {integer} not null,
    minutes {integer} not null,
    words {bytes},
    version {integer} not null,
    marked_at_ms {integer} not null,
    constraint attendance_key primary key (practice_id, session_id, person_id),
    constraint attendance_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create index attendance_group on attendance (practice_id, group_id, person_id);

create table absences (
    practice_id {bytes} not null,
    id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    kind {integer} not null,
    due_at_ms {integer} not null,
    done_at_ms {integer},
    done_by {bytes},
    words {bytes},
    constraint absences_key primary key (practice_id, id),
    constraint absences_once unique (practice_id, session_id, person_id, kind)
) {strict};

create index absences_open on absences (practice_id, group_id, done_at_ms);

-- Whoever stands here wants no mail about their dates.
create table mail_declined (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    since_ms {integer} not null,
    constraint mail_declined_key primary key (practice_id, person_id)
) {strict};
