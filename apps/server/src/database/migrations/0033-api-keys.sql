-- Keys for the municipality's other systems. What each may do is a fact of the register; here lies only by what it is known.
-- The secret itself is with that system alone.
create table api_keys (
  id text primary key,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  -- The head of the key's own list of uses, so that two uses at once take turns.
  uses integer not null default 0,
  last_hash bytea not null check (length(last_hash) = 32),
  last_used_at bigint
);

-- Every use of a key, let through or refused: append-only, each chained to the key's use before it.
create table api_key_uses (
  key text not null references api_keys (id),
  number integer not null check (number >= 1),
  at bigint not null,
  act text not null,
  address text not null,
  refused_by text,
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (key, number)
);
create index api_key_uses_in_time on api_key_uses (at);
create trigger api_key_uses_are_never_edited before update or delete on api_key_uses
  for each row execute function refuse_change();
create trigger api_key_uses_are_never_emptied before truncate on api_key_uses
  for each statement execute function refuse_change();
