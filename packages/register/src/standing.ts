import {
  type Body,
  type BodyId,
  type BodySettings,
  defaultSettings,
  isCouncil,
  type LocalDate,
  type MeetingPlan,
  type PartyId,
  type Person,
  type PersonId,
  type Seat,
  type SeatId,
  type SubstituteList,
} from '@klubba/meeting';
import { holdsOn } from './spans.ts';
import type { BodyRule, BodyShape, Register, RegisterBody, RegisterParty, RegisterPerson, RuleName } from './types.ts';

/** What a meeting takes from the register: everything of its plan that was settled before anybody planned it. */
export type BodyPlan = Pick<
  MeetingPlan,
  'municipality' | 'body' | 'parties' | 'people' | 'seats' | 'substitutes' | 'duties'
>;

/** The duties that make the presidium. */
export const PRESIDIUM = ['chair', 'viceChair', 'secondViceChair'] as const;
/** DIST-3: no part of a council's presidium at a distance, as from this day. */
export const PRESIDIUM_IN_ROOM_FROM: LocalDate = '2026-07-01';

export function shapeOn(body: RegisterBody | undefined, day: LocalDate): BodyShape | undefined {
  return body?.shapes.findLast((shape) => holdsOn(shape, day));
}

/** The rule in force: of those that hold that day the one that began last; of two from one day the one registered last. */
export function ruleOn(body: RegisterBody, rule: RuleName, day: LocalDate): BodyRule | undefined {
  let found: BodyRule | undefined;
  for (const one of body.rules)
    if (one.rule === rule && holdsOn(one, day) && (found === undefined || one.from >= found.from)) found = one;
  return found;
}

/** The body that is meant by `parent`, and its own parent, and so on; nearest first. A ring ends where it began. */
export function ancestors(register: Register, body: BodyId, day: LocalDate): readonly RegisterBody[] {
  const found: RegisterBody[] = [];
  let parent = shapeOn(register.bodies.get(body), day)?.parent;
  while (parent !== undefined && parent !== body && found.every((one) => one.id !== parent)) {
    const next = register.bodies.get(parent);
    if (next === undefined) break;
    found.push(next);
    parent = shapeOn(next, day)?.parent;
  }
  return found;
}

/** A committee meets at a distance only as long as its board may (GOV-04); every other body by its own registered rule. */
export function remoteAllowedOn(register: Register, body: RegisterBody, day: LocalDate): boolean {
  if (ruleOn(body, 'remoteAllowed', day)?.value !== true) return false;
  if (shapeOn(body, day)?.kind !== 'committee') return true;
  const [board] = ancestors(register, body.id, day);
  return board !== undefined && remoteAllowedOn(register, board, day);
}

/** Every setting of that day with its source: as registered, else as the law has it. `undefined`: there is no such body then. */
export function settingsOn(register: Register, id: BodyId, day: LocalDate): BodySettings | undefined {
  const body = register.bodies.get(id);
  const shape = shapeOn(body, day);
  if (body === undefined || shape === undefined) return undefined;
  const settings: Record<string, unknown> = { ...defaultSettings(shape.kind, day) };
  for (const name of new Set(body.rules.map((one) => one.rule))) {
    const rule = ruleOn(body, name, day);
    if (rule !== undefined) settings[name] = settingOf(register, rule);
  }
  if (!remoteAllowedOn(register, body, day) && ruleOn(body, 'remoteAllowed', day)?.value === true)
    settings['remoteAllowed'] = defaultSettings(shape.kind, day).remoteAllowed;
  if (isCouncil(shape.kind) && day >= PRESIDIUM_IN_ROOM_FROM) settings['mustBeInRoom'] = withPresidium(settings);
  // The names come from the rules' own type and their values from what was parsed as theirs.
  return settings as unknown as BodySettings;
}

function settingOf(register: Register, { value, decision, clause, from, to }: BodyRule): unknown {
  const by =
    shapeOn(register.bodies.get(decision.by), decision.date) ?? register.bodies.get(decision.by)?.shapes.at(-1);
  return {
    value,
    source: {
      kind: 'decision',
      decision: { body: by?.name ?? decision.by, date: decision.date, section: decision.section },
      ...(clause === undefined ? {} : { clause }),
    },
    from,
    ...(to === undefined ? {} : { to }),
  };
}

/** A rule from before the law changed gives way to it. */
function withPresidium(settings: Record<string, unknown>): BodySettings['mustBeInRoom'] {
  const own = settings['mustBeInRoom'] as BodySettings['mustBeInRoom'];
  return { ...own, value: [...new Set([...PRESIDIUM, ...own.value])] };
}

/** The body, its seats, substitutes, duties and settings as they are on a day. What is registered for later days never changes it. */
export function planOf(register: Register, id: BodyId, day: LocalDate): BodyPlan | undefined {
  const body = register.bodies.get(id);
  const shape = shapeOn(body, day);
  const settings = settingsOn(register, id, day);
  if (body === undefined || shape === undefined || settings === undefined) return undefined;
  const seats = seatsOn(body, shape, day);
  const substitutes = substitutesOn(body, day);
  const duties = body.duties.filter((one) => holdsOn(one, day)).map(({ person, duty }) => ({ person, duty }));
  const persons = new Set([
    ...seats.flatMap(({ holder }) => (holder === undefined ? [] : [holder])),
    ...substitutes.flatMap((list) => list.persons),
    ...duties.map((one) => one.person),
  ]);
  const partyThen = new Map(
    [...body.mandates, ...body.substitutes].flatMap((one) =>
      one.party !== undefined && holdsOn(one, day) ? [[one.person, one.party] as const] : [],
    ),
  );
  const people = [...persons].flatMap((id) => planPerson(register.people.get(id), partyThen.get(id)));
  const named = new Set([
    ...people.map((one) => one.party),
    ...seats.map((seat) => seat.party),
    ...substitutes.map((list) => list.party),
  ]);
  return {
    municipality: register.municipality,
    body: { id, name: shape.name, kind: shape.kind, seatsTotal: shape.seatsTotal, settings } satisfies Body,
    parties: partiesInOrder(register)
      .filter((party) => named.has(party.id))
      .map(({ id, short, name }) => ({ id, short, name })),
    people,
    seats,
    substitutes,
    duties,
  };
}

/** As the municipality lists them; those without a place of their own last, in the order in which they came. */
export function partiesInOrder({ parties }: Register): readonly RegisterParty[] {
  const orderOf = ({ order }: RegisterParty): number => order ?? Number.MAX_SAFE_INTEGER;
  return [...parties.values()].toSorted((a, b) => orderOf(a) - orderOf(b));
}

function seatsOn(body: RegisterBody, shape: BodyShape, day: LocalDate): readonly Seat[] {
  const held = new Map(body.mandates.filter((one) => holdsOn(one, day)).map((one) => [one.seat, one]));
  return Array.from({ length: shape.seatsTotal }, (_, index): Seat => {
    const number = index + 1;
    const seat = { id: `seat-${number}` as SeatId, number };
    const mandate = held.get(number) ?? body.mandates.findLast((one) => one.seat === number && one.from <= day);
    if (mandate === undefined) return seat;
    const { person, party, constituency } = mandate;
    return {
      ...seat,
      ...(holdsOn(mandate, day) ? { holder: person } : {}),
      // A vacant seat is still its party's (KL 5:21, vallagen 14 kap.).
      ...(party === undefined ? {} : { party }),
      ...(constituency === undefined ? {} : { constituency }),
    };
  });
}

function substitutesOn(body: RegisterBody, day: LocalDate): readonly SubstituteList[] {
  const lists = new Map<string, { list: Omit<SubstituteList, 'persons'>; persons: PersonId[] }>();
  const places = body.substitutes.filter((one) => holdsOn(one, day)).toSorted((a, b) => a.order - b.order);
  for (const { party, constituency, person } of places) {
    const key = listKey(party, constituency);
    const list = lists.get(key) ?? {
      list: { ...(party === undefined ? {} : { party }), ...(constituency === undefined ? {} : { constituency }) },
      persons: [],
    };
    list.persons.push(person);
    lists.set(key, list);
  }
  return [...lists.values()].map(({ list, persons }) => ({ ...list, persons }));
}

/** Places are numbered within a party and constituency. */
export function listKey(party: string | undefined, constituency: string | undefined): string {
  return JSON.stringify([party ?? null, constituency ?? null]);
}

/** Of one with protected identity no telephone goes into a plan, which many read; the mark keeps the name from the public. */
function planPerson(person: RegisterPerson | undefined, partyThen: PartyId | undefined): readonly Person[] {
  if (person === undefined) return [];
  const { id, name, title, contact, isProtected } = person;
  const party = partyThen ?? person.party;
  return [
    {
      id,
      givenName: name?.givenName ?? '',
      familyName: name?.familyName ?? '',
      ...(party === undefined ? {} : { party }),
      ...(title === undefined ? {} : { title }),
      ...(isProtected || contact.phone === undefined ? {} : { phone: contact.phone }),
      ...(isProtected ? { isProtected } : {}),
    },
  ];
}
