-- How much a key may still ask for now, counted by all servers together: a bucket that fills by time.
alter table api_keys add column allowance double precision not null default 120;
alter table api_keys add column allowance_at bigint not null default 0;
