-- What a member's answers to one instrument came to, kept together: a page about many people opens one record for each.
-- A long history stands in several parts, so that one more answer never costs more than its part.

create table tallies (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    instrument_index {bytes} not null,
    part {integer} not null,
    id {bytes} not null,
    responses {bytes} not null,
    constraint tallies_key primary key (practice_id, group_id, instrument_index, person_id, part),
    constraint tallies_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index tallies_person on tallies (practice_id, group_id, person_id);

create index assignments_asked on assignments (practice_id, group_id, instrument_index, person_id, state);
