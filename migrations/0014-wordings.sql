-- Wording that the practice has loaded into a questionnaire which comes without its words.

create table wordings (
    practice_id {bytes} not null,
    id {bytes} not null,
    content {bytes} not null,
    recorded_by {bytes} not null,
    recorded_at_ms {integer} not null,
    withdrawn_at_ms {integer},
    constraint wordings_key primary key (practice_id, id)
) {strict};
