-- Where a group meets: everybody from somewhere else, or in one room with perhaps some from elsewhere.
alter table room_ways add column in_person {integer} not null default 0;
