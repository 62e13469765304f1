-- Which server has a live room, how its door stands, and what a room that begins anew there is told; sealed, until it is over.

create table room_leases (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    node {text} not null,
    address {text} not null,
    epoch {integer} not null,
    beat {integer} not null,
    beaten_at_ms {integer} not null,
    kept {bytes},
    constraint room_leases_key primary key (practice_id, session_id),
    constraint room_leases_session foreign key (practice_id, session_id) references sessions (practice_id, id)
) {strict};

create index room_leases_old on room_leases (practice_id, beaten_at_ms);

-- What opens one socket, once, within half a minute.
create table room_tickets (
    practice_id {bytes} not null,
    digest {bytes} not null,
    session_id {bytes} not null,
    person_id {bytes} not null,
    login_id {bytes} not null,
    leads {integer} not null,
    issued_by {text} not null,
    issued_at_ms {integer} not null,
    constraint room_tickets_key primary key (practice_id, digest)
) {strict};

create index room_tickets_of_login on room_tickets (practice_id, login_id);
create index room_tickets_old on room_tickets (practice_id, issued_at_ms);

-- Servers that pages reach by an address of their own.
create table room_nodes (
    practice_id {bytes} not null,
    node {text} not null,
    address {text} not null,
    seen_at_ms {integer} not null,
    constraint room_nodes_key primary key (practice_id, node)
) {strict};
