-- The organisation: how it presents itself, who works here and as what, what they may practise and where.

-- What every visitor may read; nothing here is about a person.
create table settings (
    practice_id {bytes} not null,
    site_name {text} not null,
    home {text},
    zone {text} not null,
    language {text} not null,
    leave_url {text} not null,
    contact {text} not null,
    duty_hours {text} not null,
    members_to_run {integer} not null,
    changed_at_ms {integer} not null,
    constraint settings_key primary key (practice_id)
) {strict};

create table roles (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    role {integer} not null,
    since_ms {integer} not null,
    until_ms {integer},
    constraint roles_key primary key (practice_id, person_id, role, since_ms)
) {strict};

create unique index roles_one_living on roles (practice_id, person_id, role) where until_ms is null;

-- Place and last day of a licence are public facts of its register; its number and title are sealed in words.
create table credentials (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    kind {integer} not null,
    place {text},
    last_day {integer},
    supervisor_id {bytes},
    words {bytes} not null,
    recorded_at_ms {integer} not null,
    verified_at_ms {integer},
    verified_by {bytes},
    withdrawn_at_ms {integer},
    constraint credentials_key primary key (practice_id, id)
) {strict};

create index credentials_person on credentials (practice_id, person_id);

-- Where a person has said they are when they take part, which decides whose licence counts.
create table locations (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    place {bytes} not null,
    version {integer} not null,
    stated_at_ms {integer} not null,
    constraint locations_key primary key (practice_id, person_id)
) {strict};
