-- What is written after a session: the record of the group, a note for each member, a clinician's own notes apart from both,
-- and the log of a meeting where there are no notes about people.

create table group_records (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    version {integer} not null,
    words {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    signed_by {bytes},
    signed_at_ms {integer},
    digest {bytes},
    constraint group_records_key primary key (practice_id, session_id),
    constraint group_records_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create table member_notes (
    practice_id {bytes} not null,
    id {bytes} not null,
    session_id {bytes} not null,
    person_id {bytes} not null,
    group_id {bytes} not null,
    session_at_ms {integer} not null,
    state {integer} not null,
    version {integer} not null,
    body {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    signed_by {bytes},
    signed_at_ms {integer},
    late {integer} not null,
    digest {bytes},
    waits_for {bytes},
    countersigned_by {bytes},
    countersigned_at_ms {integer},
    constraint member_notes_key primary key (practice_id, id),
    constraint member_notes_once unique (practice_id, session_id, person_id),
    constraint member_notes_session foreign key (practice_id, session_id) references sessions (practice_id, id),
    constraint member_notes_person foreign key (practice_id, person_id) references people (practice_id, id)
) {strict};

create index member_notes_person_of on member_notes (practice_id, person_id, session_at_ms);

create index member_notes_in_group on member_notes (practice_id, group_id, person_id, session_at_ms);

create index member_notes_waiting on member_notes (practice_id, state, waits_for);

-- Added to a signed note, or said when a note was sent back; never changed.
create table note_words (
    practice_id {bytes} not null,
    note_id {bytes} not null,
    number {integer} not null,
    kind {integer} not null,
    words {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    digest {bytes} not null,
    constraint note_words_key primary key (practice_id, note_id, number),
    constraint note_words_note foreign key (practice_id, note_id) references member_notes (practice_id, id)
) {strict};

-- In which fields somebody likes to write.
create table note_formats (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    format {integer} not null,
    constraint note_formats_key primary key (practice_id, person_id)
) {strict};

-- Under the author's own key. No other statement of the program reads this table.
create table process_notes (
    practice_id {bytes} not null,
    author_id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    version {integer} not null,
    words {bytes} not null,
    written_at_ms {integer} not null,
    constraint process_notes_key primary key (practice_id, author_id, session_id),
    constraint process_notes_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create table meeting_logs (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    version {integer} not null,
    words {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    constraint meeting_logs_key primary key (practice_id, session_id),
    constraint meeting_logs_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};
