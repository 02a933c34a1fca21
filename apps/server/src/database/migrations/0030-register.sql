-- The municipality's register: one append-only list of facts, each chained to the one before it, refused attempts among them.
create table register_facts (
  seq integer primary key check (seq >= 1),
  at bigint not null,
  actor text not null,
  command text not null,
  part integer not null,
  event jsonb not null,
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  unique (command, part)
);

create trigger register_facts_are_never_edited before update or delete on register_facts
  for each row execute function refuse_change();
create trigger register_facts_are_never_emptied before truncate on register_facts
  for each statement execute function refuse_change();

-- A person's name and contact lie locked in the facts, each with a key of its own. Without its key what was locked is gone for
-- ever, while the chain still proves that nothing was edited: so data are erased from a list that is never edited.
create table register_keys (
  person text not null,
  part text not null check (part in ('name', 'contact')),
  key bytea not null check (length(key) = 32),
  primary key (person, part)
);
