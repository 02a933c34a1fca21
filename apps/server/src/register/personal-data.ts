import type { PersonId } from '@klubba/meeting';
import type { PersonalData } from '@klubba/protocol';
import type { Register, RegisterFact, RegisterPerson } from '@klubba/register';
import type pg from 'pg';
import { personView } from './views.ts';

/** Everything that is held of a person here, and why it is (DAT-07). */
export async function personalDataOf(
  pool: pg.Pool,
  register: Register,
  facts: readonly RegisterFact[],
  person: RegisterPerson,
): Promise<PersonalData> {
  const view = personView(register, person, true);
  const counted = await countElsewhere(pool, person.id);
  const offices = view.held.filter((one) => one.kind !== 'duty').length;
  const duties = view.held.length - offices;
  const quoted = JSON.stringify(person.id);
  const history = facts.filter(
    (fact) => fact.actor === person.id || JSON.stringify(fact.event).includes(quoted),
  ).length;
  const isOfficial = view.held.length > 0;
  const kept: readonly PersonalData['kept'][number][] = [
    {
      what: 'name',
      why: isOfficial ? 'publicOffice' : 'callingToMeetings',
      count: person.name === null ? 0 : 1,
      mayBeErased: !isOfficial,
    },
    { what: 'contact', why: 'callingToMeetings', count: Object.keys(person.contact).length, mayBeErased: true },
    { what: 'mandates', why: 'publicOffice', count: offices, mayBeErased: false },
    { what: 'duties', why: 'publicRecord', count: duties, mayBeErased: false },
    { what: 'meetings', why: 'publicRecord', count: counted.meetings, mayBeErased: false },
    { what: 'sessions', why: 'security', count: counted.sessions, mayBeErased: false },
    { what: 'logins', why: 'access', count: counted.logins, mayBeErased: true },
    { what: 'history', why: 'publicRecord', count: history, mayBeErased: false },
  ];
  return { person: view, kept: kept.filter((one) => one.count > 0) };
}

async function countElsewhere(
  pool: pg.Pool,
  person: PersonId,
): Promise<{ readonly meetings: number; readonly sessions: number; readonly logins: number }> {
  const { rows } = await pool.query<{ meetings: number; sessions: number; logins: number }>(
    `select
       (select count(distinct meeting)::int from facts where actor = $1) as meetings,
       (select count(*)::int from sessions where person = $1) as sessions,
       (select count(*)::int from person_identities where person = $1) as logins`,
    [person],
  );
  return rows[0] ?? { meetings: 0, sessions: 0, logins: 0 };
}
