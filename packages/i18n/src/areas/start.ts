import { area } from '../area.ts';

/** Why the server could not start: one sentence each, which says what to do. For those who run it, at a terminal. */
export const start = area({
  sv: {
    'start.already-running':
      'Klubba körs redan med datamappen {path} (process {pid}{address, select, none {} other {, {address}}}). Stoppa den först, eller ange en annan mapp med DATA_DIR.',
    'start.data-folder-unwritable':
      'Datamappen {path} går inte att skriva i ({reason}). Ge den som startar Klubba skrivrätt, eller ange en annan mapp med DATA_DIR.',
    'start.data-folder-closed':
      'Kontot {account}, som databasen körs under, kommer inte åt {path}. Starta Klubba som en vanlig användare, eller ange en öppen mapp med DATA_DIR.',
    'start.disk-full':
      'Disken är full: vid {path} finns {freeMb} MB ledigt och minst {neededMb} MB behövs. Frigör plats, eller ange en mapp på en annan disk med DATA_DIR.',
    'start.port-in-use':
      'Port {port} används redan av ett annat program. Stoppa det, eller ange en annan port med {setting}.',
    'start.postgres-unsupported':
      'Det finns ingen inbyggd PostgreSQL för {platform}. Ange en egen databas med DATABASE_URL.',
    'start.postgres-user':
      'Kontot {account}, som databasen ska köras under, gick inte att skapa. Starta Klubba som en vanlig användare, eller skapa kontot.',
    'start.postgres-folder-broken':
      'Databasen i {path} är skadad ({reason}). Återställ mappen från en säkerhetskopia, eller flytta undan den för att börja om tomt.',
    'start.postgres-other-version':
      'Databasen i {path} gjordes av PostgreSQL {found}, men Klubba kör {expected}. Flytta över innehållet med pg_dump, eller ange en annan mapp med DATA_DIR.',
    'start.postgres-password':
      'Lösenorden i mappen secrets hör inte till databasen i {path}. Återställ båda mapparna från samma säkerhetskopia.',
    'start.postgres-failed': 'Databasen startade inte: {reason}. Mer står i {log}.',
    'start.database-unreachable':
      'Databasen svarar inte som den ska: {reason}. Se efter att den är i gång och att DATABASE_URL stämmer om den är er egen, och starta igen.',
    'start.livekit-missing':
      'Videoservern finns inte i {path}. Kör npm start, som bygger den, eller ange en egen med LIVEKIT_URL.',
    'start.livekit-failed': 'Videoservern startade inte: {reason}. Mer står i {log}.',
  },
  en: {
    'start.already-running':
      'Klubba already runs on the data folder {path} (process {pid}{address, select, none {} other {, {address}}}). Stop it first, or name another folder with DATA_DIR.',
    'start.data-folder-unwritable':
      'The data folder {path} cannot be written to ({reason}). Let whoever starts Klubba write there, or name another folder with DATA_DIR.',
    'start.data-folder-closed':
      'The account {account}, which runs the database, cannot reach {path}. Start Klubba as an ordinary user, or name an open folder with DATA_DIR.',
    'start.disk-full':
      'The disk is full: {freeMb} MB are free at {path} and at least {neededMb} MB are needed. Make room, or name a folder on another disk with DATA_DIR.',
    'start.port-in-use':
      'Port {port} is already used by another program. Stop it, or name another port with {setting}.',
    'start.postgres-unsupported':
      'There is no embedded PostgreSQL for {platform}. Name a database of your own with DATABASE_URL.',
    'start.postgres-user':
      'The account {account}, which the database is to run as, could not be made. Start Klubba as an ordinary user, or make the account.',
    'start.postgres-folder-broken':
      'The database in {path} is damaged ({reason}). Restore the folder from a backup, or move it aside to begin empty.',
    'start.postgres-other-version':
      'The database in {path} was made by PostgreSQL {found}, but Klubba runs {expected}. Carry its content over with pg_dump, or name another folder with DATA_DIR.',
    'start.postgres-password':
      'The passwords in the folder secrets do not belong to the database in {path}. Restore both folders from the same backup.',
    'start.postgres-failed': 'The database did not start: {reason}. More is written in {log}.',
    'start.database-unreachable':
      'The database does not answer as it should: {reason}. See that it runs, and that DATABASE_URL is right if it is your own, and start again.',
    'start.livekit-missing':
      'The video server is not in {path}. Run npm start, which builds it, or name one of your own with LIVEKIT_URL.',
    'start.livekit-failed': 'The video server did not start: {reason}. More is written in {log}.',
  },
});
