-- People, how they prove who they are, and the browsers they are signed in with.

create table people (
    practice_id {bytes} not null,
    id {bytes} not null,
    profile {bytes} not null,
    version {integer} not null,
    created_at_ms {integer} not null,
    constraint people_key primary key (practice_id, id)
) {strict};

create table accounts (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    kind {integer} not null,
    email_index {bytes} not null,
    passphrase {text} not null,
    totp {bytes},
    totp_version {integer} not null,
    totp_step {integer} not null,
    scheme {integer} not null,
    opened_at_ms {integer} not null,
    closed_at_ms {integer},
    constraint accounts_key primary key (practice_id, person_id),
    constraint accounts_one_address unique (practice_id, email_index)
) {strict};

create table recovery_codes (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    code_hash {bytes} not null,
    used_at_ms {integer},
    constraint recovery_codes_key primary key (practice_id, person_id, code_hash)
) {strict};

create table logins (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    token_hash {bytes} not null,
    device {integer} not null,
    browser {integer} not null,
    opened_at_ms {integer} not null,
    proven_at_ms {integer} not null,
    seen_at_ms {integer} not null,
    locked_at_ms {integer},
    ended_at_ms {integer},
    constraint logins_key primary key (practice_id, id),
    constraint logins_one_token unique (practice_id, token_hash)
) {strict};

create index logins_of_person on logins (practice_id, person_id, opened_at_ms);

-- Between a right passphrase and the second factor.
create table second_steps (
    practice_id {bytes} not null,
    token_hash {bytes} not null,
    person_id {bytes} not null,
    device {integer} not null,
    began_at_ms {integer} not null,
    tries {integer} not null,
    constraint second_steps_key primary key (practice_id, token_hash)
) {strict};

create table invitations (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    kind {integer} not null,
    email_index {bytes} not null,
    token_hash {bytes} not null,
    made_at_ms {integer} not null,
    withdrawn_at_ms {integer},
    taken_up_at_ms {integer},
    constraint invitations_key primary key (practice_id, id),
    constraint invitations_one_token unique (practice_id, token_hash)
) {strict};

create index invitations_of_person on invitations (practice_id, person_id, made_at_ms);

create table throttles (
    practice_id {bytes} not null,
    key_hash {bytes} not null,
    tries {integer} not null,
    since_ms {integer} not null,
    last_ms {integer} not null,
    constraint throttles_key primary key (practice_id, key_hash)
) {strict};

create index throttles_last on throttles (practice_id, last_ms);
