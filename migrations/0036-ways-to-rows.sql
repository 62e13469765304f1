-- What is asked of one group, one supervisor or one thread is found without a look at everybody else's.
create index seats_in_group on seats (practice_id, group_id, since_ms);

create index enrolments_in_group on enrolments (practice_id, group_id, opened_at_ms);

create index keep_apart_in_group on keep_apart (practice_id, group_id);

create index credentials_supervisor on credentials (practice_id, supervisor_id);

create index reports_in_thread on reports (practice_id, thread_id);

-- A post that is deleted is looked for among what was reported.
create index matters_of_post on matters (practice_id, post_id);

-- What waits for somebody is little beside what is done.
create index incidents_open on incidents (practice_id, reported_at_ms)
where closed_at_ms is null;

drop index discharge_summaries_waiting;

create index discharge_summaries_waiting on discharge_summaries (practice_id, signed_at_ms)
where waits_for is not null and countersigned_at_ms is null;
