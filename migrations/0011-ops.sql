-- One sealed word for each practice, sealed anew with each backup: where it opens, a restored database opens.

create table canaries (
    practice_id {bytes} not null,
    sealed {bytes} not null,
    constraint canaries_key primary key (practice_id)
) {strict};
