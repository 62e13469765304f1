-- Who made a mark: what a member wrote of their absence is told from what was written beside it.

alter table attendance add column marked_by {bytes};
