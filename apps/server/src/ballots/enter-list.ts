import type { PersonId } from '@klubba/meeting';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import type { Ballots } from './ballots.ts';
import { blindSign } from './blind-key.ts';
import { find, type Here } from './here.ts';

type Entry = { readonly person: PersonId; readonly blinded: string; readonly booth?: true };

/** A tablet's place on the list: the number is signed, and the meeting is told who has entered, once. */
export async function enterList(
  services: Services,
  ballots: Ballots,
  { meeting, ballot, row }: Here,
  { blinded, ...voter }: Entry,
): Promise<{ readonly signed: string }> {
  const path = { meeting: meeting.plan.meeting, ballot: ballot.id };
  const given = Buffer.from(blinded, 'hex');
  if (ballot.state !== 'registering' || row.blindKey === null || row.round !== ballot.round)
    throw new HttpRefusal(409, 'BALLOT-CLOSED');
  const signed = blindSign(row.blindKey, given);
  if (signed === undefined) throw new HttpRefusal(400, 'HTTP-MALFORMED');
  const first = await ballots.store.register(row, voter.person, given);
  if (first?.equals(given) !== true) throw new HttpRefusal(409, 'BALLOT-REGISTERED-ELSEWHERE');
  if (!ballot.registered.includes(voter.person)) {
    const outcome = await services.meetings.bySystem(path.meeting, {
      type: 'registerVoter',
      ballot: ballot.id,
      ...voter,
    });
    const isThere =
      outcome?.kind === 'done' || (await find(services, ballots, path)).ballot.registered.includes(voter.person);
    if (!isThere) throw new HttpRefusal(409, 'BALLOT-CLOSED');
  }
  return { signed: signed.toString('hex') };
}
