import { randomBytes } from 'node:crypto';
import type { PersonId } from '@klubba/meeting';
import type { PersonContact, PersonName, RegisterEvent } from '@klubba/register';
import { sealing } from '../identity/sealing.ts';

const KEY_BYTES = 32;
const PARTS = ['name', 'contact'] as const;
type Part = (typeof PARTS)[number];

/** An event as it lies in the table: what can be erased is locked. */
export type LockedEvent = Exclude<RegisterEvent, PersonEvent> | LockedPersonEvent;
type PersonEvent = Extract<RegisterEvent, { type: 'PersonAdded' | 'PersonChanged' }>;
type LockedPersonEvent = Omit<PersonEvent, 'name' | 'contact'> & {
  readonly locked: Readonly<Partial<Record<Part, string>>>;
};

export type PersonKey = { readonly person: PersonId; readonly part: Part; readonly key: Buffer };

/** The keys of everybody's data, by person and part. */
export type KeyRing = {
  lock(event: RegisterEvent): LockedEvent;
  unlock(event: LockedEvent): RegisterEvent;
  know(keys: readonly PersonKey[]): void;
  /** Made since last asked, and to be kept before what they lock is. */
  takeNew(): readonly PersonKey[];
  /** They were not kept after all: what is locked next gets others. */
  drop(keys: readonly PersonKey[]): void;
  forget(person: PersonId, parts: readonly Part[]): void;
};

export function keyRing(): KeyRing {
  const keys = new Map<string, Buffer>();
  let made: PersonKey[] = [];
  const nameOf = (person: PersonId, part: Part): string => `${part} ${person}`;
  const keyFor = (person: PersonId, part: Part): Buffer => {
    const known = keys.get(nameOf(person, part));
    if (known !== undefined) return known;
    const key = randomBytes(KEY_BYTES);
    keys.set(nameOf(person, part), key);
    made.push({ person, part, key });
    return key;
  };
  const open = (person: PersonId, part: Part, locked: string | undefined): unknown => {
    const key = keys.get(nameOf(person, part));
    if (key === undefined || locked === undefined) return undefined;
    const plain = sealing(key, part).open(Buffer.from(locked, 'base64'));
    return plain === undefined ? undefined : (JSON.parse(plain) as unknown);
  };
  return {
    lock(event) {
      if (event.type !== 'PersonAdded' && event.type !== 'PersonChanged') return event;
      const { name, contact, ...rest } = event;
      const plain = { name, contact };
      const locked: Partial<Record<Part, string>> = {};
      for (const part of PARTS)
        locked[part] = sealing(keyFor(event.person, part), part).seal(JSON.stringify(plain[part])).toString('base64');
      return { ...rest, locked };
    },
    unlock(event) {
      if (!('locked' in event)) return event;
      const { locked, ...rest } = event;
      const name = open(event.person, 'name', locked.name) as PersonName | undefined;
      const contact = open(event.person, 'contact', locked.contact) as PersonContact | undefined;
      return { ...rest, ...(name === undefined ? {} : { name }), ...(contact === undefined ? {} : { contact }) };
    },
    know(more) {
      for (const { person, part, key } of more) keys.set(nameOf(person, part), key);
    },
    takeNew() {
      const taken = made;
      made = [];
      return taken;
    },
    drop(unkept) {
      for (const { person, part } of unkept) keys.delete(nameOf(person, part));
    },
    forget(person, parts) {
      for (const part of parts) keys.delete(nameOf(person, part));
    },
  };
}

/** Which keys go when somebody's data are erased. */
export function partsErased({ keptName }: Extract<RegisterEvent, { type: 'PersonErased' }>): readonly Part[] {
  return keptName ? ['contact'] : PARTS;
}
