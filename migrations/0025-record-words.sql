-- What was added to the signed record of a session; never changed.

create table record_words (
    practice_id {bytes} not null,
    session_id {bytes} not null,
    number {integer} not null,
    words {bytes} not null,
    written_by {bytes},
    written_at_ms {integer} not null,
    digest {bytes} not null,
    constraint record_words_key primary key (practice_id, session_id, number),
    constraint record_words_record foreign key (practice_id, session_id) references group_records (practice_id, session_id)
) {strict};
