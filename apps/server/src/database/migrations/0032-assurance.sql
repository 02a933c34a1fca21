-- How sure somebody's identity must be (IDA-03, IDA-10): for a body, a meeting or one of its items, and for which act.
create table assurance_demands (
  scope text not null check (scope in ('body', 'meeting', 'item')),
  -- The body's or the meeting's id.
  of text not null,
  -- The item, where the scope is one; empty otherwise.
  item text not null default '',
  act text not null check (act in ('checkIn', 'closedItem', 'vote')),
  assurance text not null check (assurance in ('low', 'substantial', 'high')),
  set_by text not null,
  set_at bigint not null,
  primary key (scope, of, item, act)
);
