-- Breaches of confidentiality: what was reported, the cases, and their dated entries, of which none is ever changed.

create table breach_cases (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes},
    audience {integer} not null,
    opened_by {bytes},
    opened_at_ms {integer} not null,
    entries {integer} not null,
    due_at_ms {integer},
    closed_at_ms {integer},
    constraint breach_cases_key primary key (practice_id, id),
    constraint breach_cases_group foreign key (practice_id, group_id) references groups (practice_id, id)
) {strict};

create index breach_cases_open on breach_cases (practice_id, closed_at_ms);

create table breach_entries (
    practice_id {bytes} not null,
    case_id {bytes} not null,
    number {integer} not null,
    words {bytes} not null,
    written_by {bytes} not null,
    written_at_ms {integer} not null,
    constraint breach_entries_key primary key (practice_id, case_id, number),
    constraint breach_entries_case foreign key (practice_id, case_id) references breach_cases (practice_id, id),
    constraint breach_entries_writer foreign key (practice_id, written_by) references people (practice_id, id)
) {strict};

create table breach_reports (
    practice_id {bytes} not null,
    id {bytes} not null,
    group_id {bytes} not null,
    reporter_id {bytes} not null,
    audience {integer} not null,
    words {bytes} not null,
    reported_at_ms {integer} not null,
    case_id {bytes},
    constraint breach_reports_key primary key (practice_id, id),
    constraint breach_reports_group foreign key (practice_id, group_id) references groups (practice_id, id),
    constraint breach_reports_reporter foreign key (practice_id, reporter_id) references people (practice_id, id),
    constraint breach_reports_case foreign key (practice_id, case_id) references breach_cases (practice_id, id)
) {strict};

create index breach_reports_of_person on breach_reports (practice_id, reporter_id, reported_at_ms);
create index breach_reports_of_case on breach_reports (practice_id, case_id);
