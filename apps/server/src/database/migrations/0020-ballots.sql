-- Closed ballots. Nothing here ties a line to a person but who has registered, which the journal tells as well. No times are kept.
create table key_messages (
  meeting text not null,
  -- The key holders in order: others make other keys.
  holders text not null,
  holder text not null,
  step text not null,
  message text not null,
  primary key (meeting, holders, holder, step)
);

create table ballots (
  ballot text primary key,
  meeting text not null,
  uuid text not null,
  -- Signs credentials blindly; gone when the voting list is approved.
  blind_key bytea,
  -- Public credentials, sorted: their order tells nothing.
  list text[] not null default '{}',
  seconds bigint not null,
  height integer not null default -1,
  head text,
  election text,
  tally text
);

-- What each voter had signed: a number that has nothing to do with what is in the list.
create table ballot_registrations (
  ballot text not null references ballots (ballot),
  person text not null,
  blinded bytea not null,
  primary key (ballot, person)
);

-- The archive in pieces, each as it is appended to the file, canonical to the byte.
create table ballot_events (
  ballot text not null references ballots (ballot),
  height integer not null,
  type text not null,
  hash text not null,
  bytes bytea not null,
  -- The record of a ballot or of a part of the count.
  record text,
  record_hash text,
  owner smallint,
  primary key (ballot, height),
  unique (ballot, type, record_hash)
);

-- Ballots that were opened to test a device: they must never be cast.
create table spoiled_ballots (
  ballot text not null references ballots (ballot),
  record_hash text not null,
  primary key (ballot, record_hash)
);
create trigger ballots_are_never_edited before update or delete on ballot_events
  for each row execute function refuse_change();
