-- A summary that somebody in training has signed waits for whoever supervises them.
alter table discharge_summaries add column waits_for {bytes};

alter table discharge_summaries add column countersigned_by {bytes};

alter table discharge_summaries add column countersigned_at_ms {integer};

create index discharge_summaries_waiting on discharge_summaries (practice_id, waits_for);
