-- People, how they prove who they are, and the browsers they are signed in with.

create table people (
    practice_id {bytes} not null,
    id {bytes} not null,
    profile {bytes} not null,
    version {integer} not null,
    created_at_ms {integer} not null,
    constraint people_key primary key (practice_id, id)
) {strict};
