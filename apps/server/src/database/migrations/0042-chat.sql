-- The chat beside a meeting: no part of its record. Rows live as long as the meeting is open, a party's as long as the break.
create table chat_messages (
  id bigint generated always as identity primary key,
  meeting text not null,
  -- A party's own channel in a group break, and which break; null: the channel of the whole meeting.
  party text,
  break_from bigint,
  -- The item that was being dealt with.
  item text,
  writer text not null,
  sent text not null,
  at bigint not null,
  -- Null once removed.
  text text,
  removed_by text,
  removed_as text check (removed_as in ('secretary', 'assistant', 'chair')),
  cause text check (cause in ('individual', 'secret', 'manners', 'elsewhere')),
  check ((text is null) = (removed_by is not null)),
  check ((party is null) = (break_from is null)),
  unique (meeting, writer, sent)
);
create index chat_messages_by_meeting on chat_messages (meeting, id);

-- Who has read, at this meeting, what must not be written.
create table chat_notices (
  meeting text not null,
  person text not null,
  primary key (meeting, person)
);
