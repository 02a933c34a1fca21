-- Registration can begin anew when a tablet is lost: everything that was signed in an earlier round is void.
alter table ballots add column round integer not null default 0;
alter table ballot_registrations add column round integer not null default 0;
alter table ballot_registrations drop constraint ballot_registrations_pkey;
alter table ballot_registrations add primary key (ballot, round, person);
