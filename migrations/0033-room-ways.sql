-- How a group meets online: who is let in, until when, and whether talk is counted. Nothing about anybody.

create table room_ways (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    lets_expected_in {integer} not null,
    late_minutes {integer},
    counts_talk {integer} not null,
    kept_by {bytes},
    kept_at_ms {integer} not null,
    constraint room_ways_key primary key (practice_id, group_id),
    constraint room_ways_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

-- Who goes to which breakout, prepared ahead; sealed, until the session is closed.
create table room_breakouts (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    content {bytes} not null,
    kept_by {bytes},
    kept_at_ms {integer} not null,
    constraint room_breakouts_key primary key (practice_id, session_id),
    constraint room_breakouts_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

-- What a group has said that it takes with it, for whoever writes the session's record; sealed.
create table room_words (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    content {bytes} not null,
    kept_at_ms {integer} not null,
    constraint room_words_key primary key (practice_id, session_id),
    constraint room_words_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};
