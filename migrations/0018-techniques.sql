-- Techniques: worksheets that members fill in, what they show to their group, homework, targets, and what a group follows.

create table sheets (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    technique_index {bytes} not null,
    day {integer},
    state {integer} not null,
    audience {integer} not null,
    content {bytes} not null,
    version {integer} not null,
    begun_at_ms {integer} not null,
    saved_at_ms {integer} not null,
    finished_at_ms {integer},
    answer {bytes},
    answer_version {integer} not null,
    answered_by {bytes},
    answered_at_ms {integer},
    constraint sheets_key primary key (practice_id, id),
    constraint sheets_day unique (practice_id, group_id, person_id, technique_index, day),
    constraint sheets_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index sheets_person on sheets (practice_id, person_id, begun_at_ms);

create index sheets_group_time on sheets (practice_id, group_id, begun_at_ms);

create table sheet_shares (
    practice_id {bytes} not null,
    id {bytes} not null,
    sheet_id {bytes} not null,
    group_id {bytes} not null,
    content {bytes},
    shared_at_ms {integer} not null,
    ended_at_ms {integer},
    constraint sheet_shares_key primary key (practice_id, id),
    constraint sheet_shares_sheet foreign key (practice_id, sheet_id) references sheets (practice_id, id)
) {strict};

create index sheet_shares_group on sheet_shares (practice_id, group_id, shared_at_ms);

create index sheet_shares_of on sheet_shares (practice_id, sheet_id);

create table homework (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    session_id {bytes},
    content {bytes} not null,
    due_at_ms {integer} not null,
    set_by {bytes} not null,
    set_at_ms {integer} not null,
    ended_at_ms {integer},
    constraint homework_key primary key (practice_id, id),
    constraint homework_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index homework_group_time on homework (practice_id, group_id, set_at_ms);

create table tasks (
    practice_id {bytes} not null,
    id {bytes} not null,
    homework_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    state {integer} not null,
    words {bytes},
    version {integer} not null,
    sheet_id {bytes},
    changed_at_ms {integer} not null,
    constraint tasks_key primary key (practice_id, id),
    constraint tasks_once unique (practice_id, homework_id, person_id),
    constraint tasks_homework foreign key (practice_id, homework_id) references homework (practice_id, id)
) {strict};

create index tasks_person on tasks (practice_id, person_id, changed_at_ms);

create index tasks_sheet on tasks (practice_id, sheet_id);

create table targets (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    words {bytes} not null,
    from_ms {integer} not null,
    until_ms {integer},
    constraint targets_key primary key (practice_id, id),
    constraint targets_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index targets_of on targets (practice_id, group_id, person_id, from_ms);

create table curricula (
    practice_id {bytes} not null,
    id {bytes} not null,
    version {integer} not null,
    content {bytes} not null,
    kept_at_ms {integer} not null,
    constraint curricula_key primary key (practice_id, id, version)
) {strict};

create table plans (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    content {bytes} not null,
    version {integer} not null,
    chosen_at_ms {integer} not null,
    constraint plans_key primary key (practice_id, group_id),
    constraint plans_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};
