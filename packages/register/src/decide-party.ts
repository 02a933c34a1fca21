import { ok, refused } from '@klubba/meeting';
import type { Decided } from './decide.ts';
import { knownBody } from './known.ts';
import { overlaps } from './spans.ts';
import type { Constituency, Register, RegisterParty } from './types.ts';

const COLOUR = /^#[0-9a-f]{6}$/;

export function decideParty(register: Register, party: RegisterParty): Decided {
  const { id, short, name, colour } = party;
  if (short.trim() === '' || name.trim() === '') return refused({ rule: 'REG-NAME' });
  if (colour !== undefined && !COLOUR.test(colour)) return refused({ rule: 'REG-COLOUR' });
  const other = [...register.parties.values()].find((one) => one.id !== id && one.short === short);
  if (other !== undefined) return refused({ rule: 'REG-EXISTS', detail: { name: short } });
  return ok([{ type: 'PartyKept', party }]);
}

/** A council has no two constituencies of one name at a time. */
export function decideConstituency(register: Register, constituency: Constituency): Decided {
  const { id, name, council } = constituency;
  if (name.trim() === '') return refused({ rule: 'REG-NAME' });
  const known = knownBody(register, council, constituency);
  if (!known.ok) return known;
  const twin = [...register.constituencies.values()].find(
    (one) => one.id !== id && one.council === council && one.name === name.trim() && overlaps(one, constituency),
  );
  if (twin !== undefined) return refused({ rule: 'REG-EXISTS', detail: { name } });
  return ok([{ type: 'ConstituencyKept', constituency: { ...constituency, name: name.trim() } }]);
}
