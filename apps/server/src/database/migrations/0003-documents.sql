create table documents (
  id text primary key,
  meeting text not null,
  item text not null,
  title text not null,
  media_type text not null,
  pages integer,
  bytes bytea not null,
  sha256 bytea not null,
  uploaded_by text not null,
  uploaded_at bigint not null
);
create index documents_by_meeting on documents (meeting, item);
