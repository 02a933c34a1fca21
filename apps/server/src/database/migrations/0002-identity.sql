create table people (
  id text primary key,
  given_name text not null,
  family_name text not null,
  party text,
  phone text,
  email text
);

-- The token itself is in the person's browser alone.
create table sessions (
  id text primary key,
  token_hash bytea not null unique,
  person text not null references people (id),
  method text not null,
  device text not null,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index sessions_by_person on sessions (person);
