-- The floor of a meeting while it goes on, its board on a large screen, and what a support group reads aloud.

-- The state is sealed, and gone when the meeting is over. How many were there at most is a number about nobody.
create table floors (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    version {integer} not null,
    state {bytes},
    heads {integer} not null,
    changed_at_ms {integer} not null,
    constraint floors_key primary key (practice_id, session_id),
    constraint floors_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

-- Found by the digest of its code; the code itself is sealed, for those who lead.
create table boards (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    digest {bytes} not null,
    code {bytes} not null,
    made_by {bytes},
    made_at_ms {integer} not null,
    constraint boards_key primary key (practice_id, session_id),
    constraint boards_digest unique (practice_id, digest),
    constraint boards_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create table group_readings (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    version {integer} not null,
    content {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    constraint group_readings_key primary key (practice_id, group_id),
    constraint group_readings_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

-- What happened at a meeting, without a name; open until somebody has closed it.
create table incidents (
    practice_id {bytes} not null,
    id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    words {bytes} not null,
    reported_by {bytes},
    reported_at_ms {integer} not null,
    closed_by {bytes},
    closed_at_ms {integer},
    closing {bytes},
    constraint incidents_key primary key (practice_id, id),
    constraint incidents_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create index incidents_at on incidents (practice_id, session_id);
