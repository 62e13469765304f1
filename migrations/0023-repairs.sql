-- What was done about a strain in the bond. Which strains there are follows from the ratings.

create table mendings (
    practice_id {bytes} not null,
    assignment_id {bytes} not null,
    number {integer} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    way {integer} not null,
    words {bytes} not null,
    done_by {bytes},
    done_at_ms {integer} not null,
    constraint mendings_key primary key (practice_id, assignment_id, number),
    constraint mendings_assignment foreign key (practice_id, assignment_id) references assignments (practice_id, id)
) {strict};

create index mendings_in_group on mendings (practice_id, group_id);
