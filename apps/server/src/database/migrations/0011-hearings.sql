-- A single-use link for one who is heard in one item at one meeting (EXT-03 to EXT-05). Link and code are keyed hashes.
create table hearings (
  id text primary key,
  meeting text not null,
  item text not null,
  person text not null references people (id),
  token_hash bytea not null unique,
  code_hash bytea not null,
  wrong_codes smallint not null default 0,
  made_by text not null,
  made_at bigint not null,
  used_at bigint,
  ended_at bigint
);
create index hearings_by_meeting on hearings (meeting, person);
