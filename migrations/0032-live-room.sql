-- The door of a live room: where a member is and how they can be called, sealed, until the session is closed.

create table room_entries (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    person_id {bytes} not null,
    answers {bytes} not null,
    entered_at_ms {integer} not null,
    constraint room_entries_key primary key (practice_id, session_id, person_id),
    constraint room_entries_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

-- How much a member spoke who agreed to be counted: sums, sealed.
create table room_talks (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    person_id {bytes} not null,
    group_id {bytes} not null,
    content {bytes} not null,
    kept_at_ms {integer} not null,
    constraint room_talks_key primary key (practice_id, session_id, person_id),
    constraint room_talks_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};
