-- Secrets that all servers on this database share: the key that seals records, the one behind demo links.
create table server_keys (
  name text primary key,
  secret bytea not null
);
