-- What is planned for a session and how far it has come, what its leaders write for themselves around it, and what is
-- looked at when it is over.

create table agendas (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    version {integer} not null,
    content {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    constraint agendas_key primary key (practice_id, session_id),
    constraint agendas_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

-- Under the author's own key, like what a clinician writes for themselves after a session.
create table session_briefs (
    practice_id {bytes} not null,
    author_id {bytes} not null,
    session_id {bytes} not null,
    moment {integer} not null,
    group_id {bytes} not null,
    version {integer} not null,
    audience {integer} not null,
    words {bytes} not null,
    written_at_ms {integer} not null,
    constraint session_briefs_key primary key (practice_id, author_id, session_id, moment),
    constraint session_briefs_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create index session_briefs_at on session_briefs (practice_id, session_id);

-- Who led the group with the author when they wrote: nobody who comes later reads it.
create table brief_readers (
    practice_id {bytes} not null,
    author_id {bytes} not null,
    session_id {bytes} not null,
    moment {integer} not null,
    reader_id {bytes} not null,
    constraint brief_readers_key primary key (practice_id, author_id, session_id, moment, reader_id),
    constraint brief_readers_brief foreign key (practice_id, author_id, session_id, moment)
        references session_briefs (practice_id, author_id, session_id, moment)
) {strict};

create table session_jottings (
    practice_id {bytes} not null,
    author_id {bytes} not null,
    session_id {bytes} not null,
    number {integer} not null,
    group_id {bytes} not null,
    words {bytes} not null,
    written_at_ms {integer} not null,
    constraint session_jottings_key primary key (practice_id, author_id, session_id, number),
    constraint session_jottings_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create table session_reviews (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    group_id {bytes} not null,
    version {integer} not null,
    content {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    constraint session_reviews_key primary key (practice_id, session_id),
    constraint session_reviews_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create index session_reviews_group on session_reviews (practice_id, group_id);
