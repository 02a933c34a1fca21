-- A link may go out with the notice; its code is given when it is needed, and lives for minutes (ASVS V6.5.5).
alter table hearings add column code_until bigint not null default 0;
