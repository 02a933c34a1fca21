import { createHash } from 'node:crypto';
import {
  assembleThreshold,
  checkCertificates,
  deliverShares,
  encodeDelivery,
  type Group,
  type GroupName,
  jointKeyOf,
  readCertificate,
  readPolynomial,
  readTrusteeKey,
  type TrusteeGroup,
} from '@klubba/ballot';
import type { KeyHolders, MeetingId, PersonId } from '@klubba/meeting';
import type { KeyCeremony, KeyStep } from '@klubba/protocol';
import type pg from 'pg';
import { keptGroup } from './kept-group.ts';

type Message = { readonly holder: PersonId; readonly step: KeyStep; readonly message: string };
const STEPS: readonly KeyStep[] = ['certificate', 'polynomial', 'key'];

export type Ceremonies = {
  /** Of these holders' keys: that of the setting when they began. */
  groupOf(meeting: MeetingId, holders: KeyHolders): Promise<Group>;
  view(meeting: MeetingId, holders: KeyHolders, person: PersonId): Promise<KeyCeremony>;
  /** False: not this holder's step now. A step is taken once. */
  take(meeting: MeetingId, holders: KeyHolders, person: PersonId, step: KeyStep, message: string): Promise<boolean>;
  /** The trustees, when everybody is done and everything fits; else undefined. */
  trustees(meeting: MeetingId, holders: KeyHolders): Promise<readonly TrusteeGroup[] | undefined>;
};

export function fingerprintOf(group: Group, trustees: readonly TrusteeGroup[]): string {
  const key = jointKeyOf(group, trustees);
  if (key === undefined) throw new Error('Assembled trustees have a key');
  return createHash('sha256').update(group.write(key)).digest('hex');
}

/**
 * The key holders meet through the server, which passes their letters on and can open none. What does not fit is thrown away,
 * and the ceremony begins anew from the step before.
 */
export function keyCeremonies(pool: pg.Pool, groupNow: GroupName): Ceremonies {
  const assembled = new Map<string, readonly TrusteeGroup[]>();
  const groups = new Map<string, GroupName>();
  const nameOf = ({ persons }: KeyHolders): string => persons.join(' ');
  const groupOf: Ceremonies['groupOf'] = async (meeting, holders) => {
    const name = `${meeting} ${nameOf(holders)}`;
    const group = groups.get(name) ?? (await begunIn(pool, meeting, nameOf(holders), groupNow));
    groups.set(name, group);
    return keptGroup(group);
  };
  const messages = async (meeting: MeetingId, holders: KeyHolders): Promise<readonly Message[]> => {
    const { rows } = await pool.query<Message>(
      'select holder, step, message from key_messages where meeting = $1 and holders = $2',
      [meeting, nameOf(holders)],
    );
    return rows;
  };
  const trustees: Ceremonies['trustees'] = async (meeting, holders) => {
    const name = `${meeting} ${nameOf(holders)}`;
    const known = assembled.get(name);
    if (known !== undefined) return known;
    const made = assemble(await groupOf(meeting, holders), holders, await messages(meeting, holders));
    if (made !== undefined) assembled.set(name, made);
    return made;
  };
  return {
    groupOf,
    trustees,
    async view(meeting, holders, person) {
      const group = await groupOf(meeting, holders);
      const all = await messages(meeting, holders);
      const place = holders.persons.indexOf(person) + 1;
      const certificates = ofStep(holders, all, 'certificate');
      const delivery = place === 0 ? undefined : deliveryTo(group, holders, all, place);
      const key = place === 0 ? undefined : all.find((m) => m.holder === person && m.step === 'key')?.message;
      const complete = await trustees(meeting, holders);
      return {
        group: group.name,
        holders: [...holders.persons],
        needed: holders.needed,
        place,
        done: holders.persons.map((holder) =>
          STEPS.filter((step) => all.some((m) => m.holder === holder && m.step === step)),
        ),
        ...(certificates === undefined ? {} : { certificates: [...certificates] }),
        ...(delivery === undefined ? {} : { delivery }),
        ...(key === undefined ? {} : { key }),
        ...(complete === undefined ? {} : { fingerprint: fingerprintOf(group, complete) }),
      };
    },
    async take(meeting, holders, person, step, message) {
      const all = await messages(meeting, holders);
      if (!mayTake(await groupOf(meeting, holders), holders, all, step, message)) return false;
      const { rowCount } = await pool.query(
        `insert into key_messages (meeting, holders, holder, step, message) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [meeting, nameOf(holders), person, step, message],
      );
      return rowCount === 1;
    },
  };
}

/** Written down by whoever asks first, so that servers started with different settings agree. */
async function begunIn(pool: pg.Pool, meeting: MeetingId, holders: string, groupNow: GroupName): Promise<GroupName> {
  await pool.query('insert into key_groups (meeting, holders, group_name) values ($1, $2, $3) on conflict do nothing', [
    meeting,
    holders,
    groupNow,
  ]);
  const { rows } = await pool.query<{ group: GroupName }>(
    'select group_name as "group" from key_groups where meeting = $1 and holders = $2',
    [meeting, holders],
  );
  return rows[0]?.group ?? groupNow;
}

/** One message of each holder, in their order; undefined as long as one is missing. */
function ofStep({ persons }: KeyHolders, all: readonly Message[], step: KeyStep): readonly string[] | undefined {
  const found = persons.flatMap((holder) => all.find((m) => m.holder === holder && m.step === step)?.message ?? []);
  return found.length === persons.length ? found : undefined;
}

const planOf = ({ persons, needed }: KeyHolders) => ({ size: persons.length, threshold: needed });

function mayTake(group: Group, holders: KeyHolders, all: readonly Message[], step: KeyStep, message: string): boolean {
  switch (step) {
    case 'certificate':
      return readCertificate(group, message).ok;
    case 'polynomial':
      return certificatesOf(group, holders, all) !== undefined && readPolynomial(group, message).ok;
    case 'key':
      return ofStep(holders, all, 'polynomial') !== undefined && readTrusteeKey(group, message).ok;
  }
}

function certificatesOf(group: Group, holders: KeyHolders, all: readonly Message[]) {
  const texts = ofStep(holders, all, 'certificate');
  const read = texts?.flatMap((text) => {
    const certificate = readCertificate(group, text);
    return certificate.ok ? [certificate.value] : [];
  });
  if (read === undefined || !checkCertificates(group, planOf(holders), read).ok) return undefined;
  return read;
}

function deliveries(group: Group, holders: KeyHolders, all: readonly Message[]) {
  const read = ofStep(holders, all, 'polynomial')?.flatMap((text) => {
    const polynomial = readPolynomial(group, text);
    return polynomial.ok ? [polynomial.value] : [];
  });
  return read === undefined ? undefined : deliverShares(read);
}

function deliveryTo(group: Group, holders: KeyHolders, all: readonly Message[], place: number): string | undefined {
  const own = deliveries(group, holders, all)?.[place - 1];
  return own === undefined ? undefined : encodeDelivery(own);
}

function assemble(group: Group, holders: KeyHolders, all: readonly Message[]): readonly TrusteeGroup[] | undefined {
  const certificates = certificatesOf(group, holders, all);
  const delivery = deliveries(group, holders, all)?.[0];
  const keys = ofStep(holders, all, 'key')?.flatMap((text) => {
    const key = readTrusteeKey(group, text);
    return key.ok ? [key.value.key] : [];
  });
  if (certificates === undefined || delivery === undefined || keys === undefined) return undefined;
  const made = assembleThreshold(group, planOf(holders), certificates, delivery, keys);
  return made.ok ? [{ kind: 'pedersen', parameters: made.value }] : undefined;
}
