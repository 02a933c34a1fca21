import type { Party, PartyId, Person, PersonId } from '@klubba/meeting';

const FULL_NAMES: Readonly<Record<string, string>> = {
  V: 'Vänsterpartiet',
  S: 'Socialdemokraterna',
  MP: 'Miljöpartiet',
  C: 'Centerpartiet',
  L: 'Liberalerna',
  KD: 'Kristdemokraterna',
  M: 'Moderaterna',
  SD: 'Sverigedemokraterna',
  D: 'Demokraterna',
};

export function party(short: string): Party {
  return { id: short as PartyId, short, name: FULL_NAMES[short] ?? short };
}

/** `Birgitta Nordin` → `p-birgitta-nordin`. Only for elected and employed persons, whose names are public anyway. */
export function personId(name: string, prefix = 'p'): PersonId {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return `${prefix}-${plain.replaceAll(/[^a-z0-9]+/g, '-')}` as PersonId;
}

/** Family name: the last word, so that `Lars-Göran Åberg` and `Anna Ek Lundström` fall as people write them. */
export function person(
  name: string,
  more: { readonly party?: string; readonly title?: string; readonly phone?: string; readonly prefix?: string } = {},
): Person {
  const words = name.split(' ');
  const { party: short, title, phone, prefix } = more;
  return {
    id: personId(name, prefix),
    givenName: words.slice(0, -1).join(' '),
    familyName: words.at(-1) ?? name,
    ...(short === undefined ? {} : { party: short as PartyId }),
    ...(title === undefined ? {} : { title }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** A number that reaches nobody: Swedish numbers 070-1740605 to 070-1740699 are set aside for fiction. */
export function fictionPhone(n: number): string {
  const last = String(5 + (n % 95)).padStart(2, '0');
  return `070-174 06 ${last}`;
}
