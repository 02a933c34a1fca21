-- Proof of what was sent: to whom, where, when, which version of the notice, and what the mail server answered. Never changed.
create table notice_dispatches (
  id bigint generated always as identity primary key,
  meeting text not null,
  version integer not null,
  kind text not null check (kind in ('notice', 'reminder')),
  digest text not null,
  person text not null references people (id),
  address text,
  sent_by text not null,
  sent_at bigint not null,
  result text not null check (result in ('sent', 'failed', 'noAddress')),
  answer text not null
);
create index notice_dispatches_by_meeting on notice_dispatches (meeting, id);
