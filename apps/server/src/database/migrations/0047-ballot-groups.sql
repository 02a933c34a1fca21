-- Key holders keep the group they began their ceremony in, and a ballot the group of its keys, whatever the setting says afterwards.
create table key_groups (
  meeting text not null,
  holders text not null,
  group_name text not null,
  primary key (meeting, holders)
);
insert into key_groups select distinct meeting, holders, 'BELENIOS-2048' from key_messages;
alter table ballots add column group_name text not null default 'BELENIOS-2048';
