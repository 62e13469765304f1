-- Signs of danger, what was done about them, and who is on duty to read them.

create table alerts (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    group_id {bytes},
    path {integer} not null,
    cause_kind {integer} not null,
    cause_id {bytes} not null,
    sign {bytes} not null,
    raised_at_ms {integer} not null,
    acknowledge_within_ms {integer} not null,
    decide_by_ms {integer} not null,
    stage {integer} not null,
    owner_id {bytes},
    first_taken_at_ms {integer},
    version {integer} not null,
    constraint alerts_key primary key (practice_id, id),
    constraint alerts_cause unique (practice_id, cause_kind, cause_id),
    constraint alerts_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

-- A second press of "I need help" before anybody has answered is the same call; 2 is the number of that cause.
create unique index alerts_one_call on alerts (practice_id, person_id) where cause_kind = 2 and first_taken_at_ms is null;

create index alerts_open on alerts (practice_id, stage, owner_id);

create index alerts_group on alerts (practice_id, group_id, stage);

create index alerts_person on alerts (practice_id, person_id);

create table alert_entries (
    practice_id {bytes} not null,
    alert_id {bytes} not null,
    number {integer} not null,
    author_id {bytes},
    at_ms {integer} not null,
    event {bytes} not null,
    constraint alert_entries_key primary key (practice_id, alert_id, number),
    constraint alert_entries_alert foreign key (practice_id, alert_id) references alerts (practice_id, id)
) {strict};

create table alert_readers (
    practice_id {bytes} not null,
    alert_id {bytes} not null,
    person_id {bytes} not null,
    told_at_ms {integer} not null,
    constraint alert_readers_key primary key (practice_id, alert_id, person_id),
    constraint alert_readers_alert foreign key (practice_id, alert_id) references alerts (practice_id, id)
) {strict};

create index alert_readers_person on alert_readers (practice_id, person_id);

create table duties (
    practice_id {bytes} not null,
    id {bytes} not null,
    place_id {bytes} not null,
    reader_id {bytes} not null,
    backup_id {bytes} not null,
    days {integer} not null,
    from_minute {integer} not null,
    until_minute {integer} not null,
    zone {text} not null,
    acknowledge_within_ms {integer} not null,
    decide_within_ms {integer} not null,
    since_ms {integer} not null,
    until_ms {integer},
    constraint duties_key primary key (practice_id, id)
) {strict};

create unique index duties_one_living on duties (practice_id, place_id) where until_ms is null;

create table safety_plans (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    version {integer} not null,
    author_id {bytes} not null,
    written_at_ms {integer} not null,
    plan {bytes} not null,
    constraint safety_plans_key primary key (practice_id, person_id, version)
) {strict};

create table crisis_lines (
    practice_id {bytes} not null,
    id {bytes} not null,
    place {integer} not null,
    need {integer} not null,
    channel {integer} not null,
    name {text} not null,
    number {text} not null,
    hours {text} not null,
    languages {text} not null,
    cost {text} not null,
    audience {text} not null,
    note {text} not null,
    source {text} not null,
    checked_at_ms {integer},
    changed_at_ms {integer} not null,
    changed_by {bytes},
    removed_at_ms {integer},
    constraint crisis_lines_key primary key (practice_id, id)
) {strict};

create index crisis_lines_order on crisis_lines (practice_id, place);
