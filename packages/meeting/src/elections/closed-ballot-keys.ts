import type { PersonId } from '../ids.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { mtgBallotKeys } from '../law/mtg-ballots.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import { closedBallotNow } from './ballots.ts';
import type { ElectionsCommand } from './types.ts';

const HOLDERS = 3;
/** One may be lost and one alone can open nothing. */
const NEEDED = 2;

/** Three of different parties, so that no party alone can open a single ballot. */
export function appointKeyHolders(meeting: Meeting, persons: readonly PersonId[]): Result<readonly MeetingEvent[]> {
  const parties = persons.map((person) => partyOf(meeting, person));
  const refusal = inTheWay(
    closedBallotNow(meeting)?.means === 'sealed' && { rule: mtgBallotKeys.id, detail: { why: 'inUse' } },
    (persons.length !== HOLDERS || new Set(persons).size !== HOLDERS) && {
      rule: mtgBallotKeys.id,
      detail: { why: 'number' },
    },
    (parties.includes(undefined) || new Set(parties).size !== HOLDERS) && {
      rule: mtgBallotKeys.id,
      detail: { why: 'party' },
    },
  );
  return refusal ? refused(refusal) : ok([{ type: 'KeyHoldersAppointed', persons, needed: NEEDED }]);
}

/** From the ceremony's keeper. Keys made by others than those appointed now are nobody's. */
export function completeKeys(
  meeting: Meeting,
  { persons, key }: Extract<ElectionsCommand, { type: 'completeKeys' }>,
): Result<readonly MeetingEvent[]> {
  const holders = meeting.elections.keyHolders;
  if (holders?.key !== undefined) return ok([]);
  if (holders === undefined || holders.persons.some((person, index) => persons[index] !== person))
    return refused({ rule: mtgBallotKeys.id, detail: { why: 'number' } });
  return ok([{ type: 'KeysCompleted', key }]);
}

function partyOf({ plan }: Meeting, person: PersonId): string | undefined {
  return plan.people.find((one) => one.id === person)?.party;
}
