import type { RegisterRow } from '../company/types.ts';
import { represented } from '../company/voting-register.ts';
import { personWithParty, type Phrase, phrase } from '../phrase.ts';
import type { Fact, Meeting } from '../types.ts';
import { factsOfType, type Known, passage } from './known.ts';
import { passageKey } from './passage-key.ts';
import type { Passage } from './shape.ts';

/** ABL 7:29, 7:48: the minutes of a general meeting hold the voting register as it was approved, each time: who was represented by whom, with how many votes and shares. */
export function votingRegister({ meeting }: Known, facts: readonly Fact[]): readonly Passage[] {
  return factsOfType(facts, 'VotingRegisterApproved').map((fact, nth) => {
    const { rows } = fact.event;
    const values = { rows: rows.map((row) => rowPhrase(meeting, row)), ...represented(rows), at: { at: fact.at } };
    const key = nth === 0 ? 'votingRegister' : 'votingRegisterChanged';
    return passage('presence', passageKey(null, 'votingRegister', fact.seq), key, values, [fact]);
  });
}

function rowPhrase({ plan }: Meeting, { person, owner, votes, shares }: RegisterRow): Phrase {
  const name = personWithParty(plan, person);
  return owner === undefined
    ? phrase('minutes.votingRegister.row', { name, votes, shares })
    : phrase('minutes.votingRegister.proxy', { name, owner, votes, shares });
}
