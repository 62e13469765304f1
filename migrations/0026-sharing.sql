-- Threads between meetings: each under a key of its own, what is written there, and what was done about it.

create table thread_spaces (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    is_open {integer} not null,
    reading {integer} not null,
    slow_minutes {integer} not null,
    quiet_from {integer},
    quiet_until {integer},
    constraint thread_spaces_key primary key (practice_id, group_id),
    constraint thread_spaces_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {clustered};

create table threads (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    opened_by {bytes} not null,
    words {bytes} not null,
    opens_at_ms {integer} not null,
    closes_at_ms {integer},
    expires_at_ms {integer} not null,
    last_seq {integer} not null,
    posted_at_ms {integer} not null,
    constraint threads_key primary key (practice_id, id),
    constraint threads_group foreign key (practice_id, group_id) references groups (practice_id, id),
    constraint threads_opener foreign key (practice_id, opened_by) references people (practice_id, id)
) {strict};

create index threads_in_group on threads (practice_id, group_id, posted_at_ms);

create table posts (
    practice_id {bytes} not null,
    id {bytes} not null,
    thread_id {bytes} not null,
    seq {integer} not null,
    group_id {bytes} not null,
    author_id {bytes} not null,
    kind {integer} not null,
    audience {integer} not null,
    state {integer} not null,
    answers_id {bytes},
    words {bytes},
    matter_id {bytes},
    written_at_ms {integer} not null,
    constraint posts_key primary key (practice_id, id),
    constraint posts_in_thread unique (practice_id, thread_id, seq),
    constraint posts_thread foreign key (practice_id, thread_id) references threads (practice_id, id),
    constraint posts_author foreign key (practice_id, author_id) references people (practice_id, id)
) {strict};

create index posts_of_author on posts (practice_id, group_id, author_id, written_at_ms);

create table reactions (
    practice_id {bytes} not null,
    thread_id {bytes} not null,
    seq {integer} not null,
    person_id {bytes} not null,
    kind {integer} not null,
    constraint reactions_key primary key (practice_id, thread_id, seq, person_id, kind),
    constraint reactions_thread foreign key (practice_id, thread_id) references threads (practice_id, id),
    constraint reactions_person foreign key (practice_id, person_id) references people (practice_id, id)
) {clustered};

create table matters (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    thread_id {bytes} not null,
    post_id {bytes} not null,
    cause {integer} not null,
    tier {integer} not null,
    state {integer} not null,
    raised_at_ms {integer} not null,
    due_at_ms {integer} not null,
    passed_on_at_ms {integer},
    asked_by {bytes},
    decided_by {bytes},
    record {bytes} not null,
    version {integer} not null,
    constraint matters_key primary key (practice_id, id),
    constraint matters_group foreign key (practice_id, group_id) references groups (practice_id, id),
    constraint matters_thread foreign key (practice_id, thread_id) references threads (practice_id, id),
    constraint matters_post foreign key (practice_id, post_id) references posts (practice_id, id)
) {strict};

create index matters_in_group on matters (practice_id, group_id, state, due_at_ms);
create index matters_of_thread on matters (practice_id, thread_id, state);

create table reports (
    practice_id {bytes} not null,
    matter_id {bytes} not null,
    reporter_id {bytes} not null,
    thread_id {bytes} not null,
    words {bytes} not null,
    reported_at_ms {integer} not null,
    constraint reports_key primary key (practice_id, matter_id, reporter_id),
    constraint reports_matter foreign key (practice_id, matter_id) references matters (practice_id, id),
    constraint reports_reporter foreign key (practice_id, reporter_id) references people (practice_id, id)
) {strict};

create index reports_of_person on reports (practice_id, reporter_id, reported_at_ms);

create table moderation_breaks (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    until_ms {integer} not null,
    constraint moderation_breaks_key primary key (practice_id, group_id, person_id),
    constraint moderation_breaks_group foreign key (practice_id, group_id) references groups (practice_id, id),
    constraint moderation_breaks_person foreign key (practice_id, person_id) references people (practice_id, id)
) {clustered};

create table contact_exchanges (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    asker_id {bytes} not null,
    asked_id {bytes} not null,
    state {integer} not null,
    asker_gives {bytes},
    asker_sees {bytes},
    asked_gives {bytes},
    asked_sees {bytes},
    asked_at_ms {integer} not null,
    constraint contact_exchanges_key primary key (practice_id, id),
    constraint contact_exchanges_pair unique (practice_id, group_id, asker_id, asked_id),
    constraint contact_exchanges_group foreign key (practice_id, group_id) references groups (practice_id, id),
    constraint contact_exchanges_asker foreign key (practice_id, asker_id) references people (practice_id, id),
    constraint contact_exchanges_asked foreign key (practice_id, asked_id) references people (practice_id, id)
) {strict};
