-- Public halves of keys that never leave people's devices. A passkey is worth as much as the login it was added in.
create table passkeys (
  id text primary key,
  person text not null references people (id),
  public_key bytea not null,
  counter bigint not null,
  assurance text not null,
  device text not null,
  added_at bigint not null,
  used_at bigint
);
create index passkeys_by_person on passkeys (person);
