-- When the person showed who they are, which may be long before the session began: a directory that knows the browser asks nothing.
-- 0: nobody has said.
alter table sessions add column authenticated_at bigint not null default 0;
