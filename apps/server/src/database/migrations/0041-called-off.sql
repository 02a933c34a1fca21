-- Everybody who was called is told when a meeting is called off, and the log says so.
alter table notice_dispatches drop constraint notice_dispatches_kind_check;
alter table notice_dispatches add constraint notice_dispatches_kind_check check (kind in ('notice', 'reminder', 'calledOff'));
