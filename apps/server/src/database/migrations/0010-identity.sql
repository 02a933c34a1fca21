-- How a session came to be, how far it reaches, and what its provider is asked to know that the person is still there.
alter table sessions
  add column provider text not null default 'demo',
  add column assurance text not null default 'low',
  add column roles text[] not null default '{}',
  add column only_meeting text,
  add column renewal bytea,
  add column checked_at bigint not null default 0;
create index sessions_to_check on sessions (checked_at) where renewal is not null and revoked_at is null;

-- Who is meant by what a provider calls them. The subject itself (a personal number, say) is nowhere: only its keyed hash.
create table person_identities (
  subject_hash bytea primary key,
  person text not null references people (id),
  added_at bigint not null
);
create index person_identities_by_person on person_identities (person);
create index people_by_email on people (lower(email)) where email is not null;

-- A login on its way: what the server must remember until it is done. Sealed, bound to one browser, used once.
create table login_attempts (
  token_hash bytea primary key,
  provider text not null,
  kept bytea not null,
  looked_at bigint not null default 0,
  expires_at bigint not null
);
