-- What seals the drafts and credentials that a person's own browsers keep. Itself sealed, and read by that person alone.
create table storage_keys (
  person text primary key references people (id),
  sealed bytea not null
);
