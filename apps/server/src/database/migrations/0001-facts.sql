-- The journal: every meeting is an append-only list of facts, each chained to the one before it.
create table facts (
  meeting text not null,
  seq integer not null check (seq >= 1),
  at bigint not null,
  actor text not null,
  command text not null,
  part smallint not null,
  event jsonb not null,
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (meeting, seq),
  unique (meeting, command, part)
);

-- Whoever reaches the database through the server, by whatever mistake, can add and read but never edit.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'facts are never edited or removed';
end $$;

create trigger facts_are_never_edited before update or delete on facts
  for each row execute function refuse_change();
create trigger facts_are_never_emptied before truncate on facts
  for each statement execute function refuse_change();
