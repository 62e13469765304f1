-- What each member says of whoever supervises sitting in on the group's live sessions: yes or no, and since when.

create table room_sitting_in (
    practice_id {bytes} not null,
    group_id {bytes} not null,
    person_id {bytes} not null,
    allows {integer} not null,
    said_at_ms {integer} not null,
    constraint room_sitting_in_key primary key (practice_id, group_id, person_id),
    constraint room_sitting_in_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

-- A ticket to a live room can be for whoever supervises there.
alter table room_tickets add column sits_in {integer};
