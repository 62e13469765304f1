-- Texts that people agree to, in editions, and the signatures under them. A signature is written once; taking it back is a row of its own.

create table agreement_editions (
    practice_id {bytes} not null,
    agreement {integer} not null,
    number {integer} not null,
    wording {text} not null,
    hash {bytes} not null,
    renewal {integer} not null,
    published_by {bytes},
    published_at_ms {integer} not null,
    constraint agreement_editions_key primary key (practice_id, agreement, number)
) {strict};

create table signatures (
    practice_id {bytes} not null,
    id {bytes} not null,
    person_id {bytes} not null,
    group_id {bytes} not null,
    agreement {integer} not null,
    edition {integer} not null,
    hash {bytes} not null,
    name {bytes} not null,
    signed_at_ms {integer} not null,
    constraint signatures_key primary key (practice_id, id),
    constraint signatures_edition foreign key (practice_id, agreement, edition)
        references agreement_editions (practice_id, agreement, number)
) {strict};

create index signatures_person on signatures (practice_id, person_id, signed_at_ms);

create table signature_withdrawals (
    practice_id {bytes} not null,
    signature_id {bytes} not null,
    withdrawn_at_ms {integer} not null,
    constraint signature_withdrawals_key primary key (practice_id, signature_id),
    constraint signature_withdrawals_signature foreign key (practice_id, signature_id)
        references signatures (practice_id, id)
) {strict};
