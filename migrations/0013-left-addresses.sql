-- Addresses that mail no longer goes to, each kept sealed until its owner has been told there.

create table left_addresses (
    practice_id {bytes} not null,
    person_id {bytes} not null,
    version {integer} not null,
    address {bytes} not null,
    constraint left_addresses_key primary key (practice_id, person_id, version)
) {strict};
